"""The glossary: terms of the field as the atlas uses them, from a YAML file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from components.records.csv_files import decode, read_bytes
from components.records.problem import Problem

MOST_BYTES = 500_000
RULE = "glossary_file"
REQUIRED = ("group", "term", "definition")
TEXTS = (*REQUIRED, "formula", "source", "where")
FIELDS = (*TEXTS, "aliases")
EXPECTED = "a list of entries with group, term and definition, without anchors and aliases of YAML"
APOSTROPHES = "'’‘`"


@dataclass(frozen=True)
class GlossaryEntry:
    """One term.

    Attributes:
        group: Heading it stands under.
        term: The term.
        definition: What it means here, plain text.
        aliases: Other words for it, other spellings, and its name in the data.
        formula: How it is computed, plain text; empty where it is not.
        source: A paper, or a place in the bibliography as `key[locator]`; empty where the words are ours alone.
        where: Name of the page that uses it; empty where none does yet.
    """

    group: str
    term: str
    definition: str
    aliases: tuple[str, ...] = ()
    formula: str = ""
    source: str = ""
    where: str = ""

    @property
    def anchor(self) -> str:
        """Its name in an address: `hare-quota`, `sainte-lague`."""
        return "-".join(_folded(self.term).split()) or "term"


def read_glossary(path: Path) -> tuple[tuple[GlossaryEntry, ...], list[Problem]]:
    """Read the glossary; never raises for what is in it.

    Args:
        path: glossary.yaml, a list of entries.

    Returns:
        The entries in the order of the file, and the problems; an entry without group, term or definition is left out.
    """
    content = read_bytes(path, MOST_BYTES)
    if isinstance(content, Problem):
        return (), [content]
    text, problems = decode(path.name, content)
    if not text and problems:
        return (), problems
    written, found = _parse(path.name, text)
    problems.extend(found)
    entries: dict[str, GlossaryEntry] = {}
    for line, fields in written:
        problems.extend(_field_problems(path.name, line, fields))
        entry = _entry(fields)
        if entry is not None and entry.anchor in entries:
            problems.append(
                Problem(path.name, line, "term", entry.term, "the term is there twice; the first was read", "one entry for each term", RULE)
            )
        elif entry is not None:
            entries[entry.anchor] = entry
    return tuple(entries.values()), problems


def search_glossary(entries: Iterable[GlossaryEntry], words: str) -> tuple[GlossaryEntry, ...]:
    """Terms that have every word in their name, other names or definition, whatever its case, accents and hyphens.

    Args:
        entries: The glossary.
        words: What a reader typed, each at least the start of a word; where there is no letter in it, everything is found.

    Returns:
        The entries found, in their order.
    """
    wanted = _folded(words).split()
    return tuple(entry for entry in entries if all(f" {word}" in _searchable(entry) for word in wanted))


def _searchable(entry: GlossaryEntry) -> str:
    text = " ".join((entry.term, *entry.aliases, entry.definition))
    return f" {_folded(text)} {_folded(text, apostrophe=' ')}"


def _folded(text: str, *, apostrophe: str = "") -> str:
    """Words in small letters, without accents and other marks."""
    without = text.translate(dict.fromkeys(map(ord, APOSTROPHES), apostrophe))
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", without) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters.casefold()).strip()


class _TreeLoader(yaml.SafeLoader):
    """Refuses aliases, which could make a small file large."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuse an alias before anything is built from it."""
        if self.check_event(yaml.AliasEvent):
            place: Any = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias is used", problem_mark=place)
        return super().compose_node(parent, index)


def _parse(file: str, text: str) -> tuple[list[tuple[int, Mapping[Any, Any]]], list[Problem]]:
    """Line and fields of every entry that is a mapping."""
    try:
        loader = _TreeLoader(text)
        root = loader.get_single_node()
        if not isinstance(root, yaml.SequenceNode):
            return [], [Problem(file, None, None, "", "there is no list of entries", EXPECTED, RULE)]
        return _mappings(file, loader, root.value)
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unknown"
        message = f"the file is not plain YAML ({why}) and was not read"
        return [], [Problem(file, mark.line + 1 if mark else None, None, "", message, EXPECTED, RULE)]
    except (ValueError, OverflowError, RecursionError) as error:
        return [], [Problem(file, None, None, "", f"the file cannot be read ({type(error).__name__})", EXPECTED, RULE)]


def _mappings(file: str, loader: yaml.SafeLoader, nodes: Sequence[yaml.Node]) -> tuple[list[tuple[int, Mapping[Any, Any]]], list[Problem]]:
    written: list[tuple[int, Mapping[Any, Any]]] = []
    problems = []
    for node in nodes:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            written.append((line, loader.construct_mapping(node, deep=True)))
        else:
            problems.append(Problem(file, line, None, "", "the entry is not a mapping and was left out", EXPECTED, RULE))
    return written, problems


def _field_problems(file: str, line: int, fields: Mapping[Any, Any]) -> list[Problem]:
    problems = []
    for name in fields:
        if name not in FIELDS:
            problems.append(Problem(file, line, str(name), "", "the field is not known and was left out", ", ".join(FIELDS), RULE))
        elif name == "aliases" and not _texts(fields[name]):
            problems.append(
                Problem(file, line, name, str(fields[name]), "this is no list of words and was left out", "a list of words", RULE)
            )
        elif name in TEXTS and not _text(fields[name]):
            problems.append(Problem(file, line, name, str(fields[name]), "this is no text and was left out", "plain text", RULE))
    for name in REQUIRED:
        if name not in fields:
            problems.append(Problem(file, line, name, "", f"the entry has no {name} and was left out", "group, term and definition", RULE))
    return problems


def _entry(fields: Mapping[Any, Any]) -> GlossaryEntry | None:
    texts = {name: _text(fields.get(name)) for name in TEXTS}
    if not all(texts[name] for name in REQUIRED):
        return None
    return GlossaryEntry(**texts, aliases=tuple(_texts(fields.get("aliases"))))


def _texts(value: object) -> list[str]:
    """The words of a list of words; nothing where it is anything else."""
    texts = [_text(item) for item in value] if isinstance(value, list) else []
    return texts if all(texts) else []


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
