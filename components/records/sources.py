"""The bibliography (CSL-YAML), and references to it in CLDF's form `key[locator]`."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from components.records.csv_files import decode, read_bytes
from components.records.problem import Problem
from components.records.source_yaml import parse_references

MOST_BYTES = 500_000
REFERENCE = re.compile(r"([^\[\]]*)\[(.*)\]", re.DOTALL)
UNDATED = re.compile(r"\b(n\.?\s?d\b|undated|no date|after|before|since)", re.IGNORECASE)
YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SEASONS = {"1": "spring", "2": "summer", "3": "autumn", "4": "winter"}
AUTHORS_NAMED = 2


class Reference(NamedTuple):
    """A place in a source."""

    key: str
    locator: str


@dataclass(frozen=True)
class Source:
    """One entry of the bibliography.

    Attributes:
        key: The key that claims cite.
        type: CSL type (article, chapter, webpage, ...).
        title: Title.
        authors: Family and given name of each author.
        container: Journal, book or site it appeared in.
        publisher: Publisher.
        year: Year of issue as text; "n.d." where undated.
        issued: Date of issue as far as known, in words.
        url: Address; None where there is none.
        note: Our remark.
        title_short: What stands under a chart, where author and year do not do.
    """

    key: str
    type: str
    title: str
    authors: tuple[tuple[str, str], ...] = ()
    container: str = ""
    publisher: str = ""
    year: str = "n.d."
    issued: str = "n.d."
    url: str | None = None
    note: str = ""
    title_short: str = ""

    @property
    def short(self) -> str:
        """Its short title, else author and year ("Bowyer 2008"), else publisher or container and year."""
        if self.title_short:
            return self.title_short
        families = [family or given for family, given in self.authors]
        if len(families) > AUTHORS_NAMED:
            name = f"{families[0]} et al."
        else:
            name = " and ".join(families) or self.publisher or self.container or self.title or self.key
        return f"{name} {self.year}"

    @property
    def full(self) -> str:
        """A line of a bibliography, plain text."""
        names = "; ".join(", ".join(part for part in author if part) for author in self.authors)
        issuer = names or self.publisher or self.container
        rest = (self.title, self.container, self.publisher, self.url)
        parts = [issuer, self.issued, *(part for part in rest if part != issuer)]
        return ". ".join(part.rstrip(".") for part in parts if part) + ("" if self.url else ".")


def parse_reference(text: str) -> Reference:
    """Split a reference into key and locator.

    Args:
        text: As in the column `source`: `bowyer2008[Ak-Zhol]`.

    Returns:
        Key and locator; a text without brackets is all key.
    """
    match = REFERENCE.fullmatch(text)
    return Reference(match.group(1), match.group(2)) if match else Reference(text, "")


def read_sources(path: Path) -> tuple[dict[str, Source], list[Problem]]:
    """Read the bibliography; never raises for what is in it.

    Args:
        path: sources.yaml, in CSL-YAML: a list under `references`.

    Returns:
        Sources by key, in the order of the file, and the problems.
    """
    content = read_bytes(path, MOST_BYTES)
    if isinstance(content, Problem):
        return {}, [content]
    text, problems = decode(path.name, content)
    if not text and problems:
        return {}, problems
    entries, found = parse_references(path.name, text)
    problems.extend(found)
    sources: dict[str, Source] = {}
    for line, entry in entries:
        source = _source(entry)
        problems.extend(_entry_problems(path.name, line, source, known=source.key in sources))
        if source.key:
            sources.setdefault(source.key, source)
    return sources, problems


def _entry_problems(file: str, line: int, source: Source, *, known: bool) -> list[Problem]:
    problems = []
    for name, value in (("id", source.key), ("type", source.type), ("title", source.title)):
        if not value:
            problems.append(
                Problem(file, line, name, source.key, f"the source has no {name}", "every source with id, type and title", "sources_file")
            )
    if known:
        problems.append(
            Problem(file, line, "id", source.key, "the key is there twice; the first was read", "one entry for each key", "sources_file")
        )
    return problems


def _source(entry: Mapping[Hashable, Any]) -> Source:
    year, issued = _issued(entry.get("issued"))
    return Source(
        key=_text(entry.get("id")),
        type=_text(entry.get("type")),
        title=_text(entry.get("title")),
        authors=tuple(_author(author) for author in _list(entry.get("author"))),
        container=_text(entry.get("container-title")),
        publisher=_text(entry.get("publisher")),
        year=year,
        issued=issued,
        url=_text(entry.get("URL")) or None,
        note=_text(entry.get("note")),
        title_short=_text(entry.get("title-short")),
    )


def _author(author: object) -> tuple[str, str]:
    if not isinstance(author, Mapping):
        return _text(author), ""
    return _text(author.get("family")) or _text(author.get("literal")), _text(author.get("given"))


def _issued(issued: object) -> tuple[str, str]:
    """Year and date of issue in words."""
    if not isinstance(issued, Mapping):
        return _literal(_text(issued))
    literal = _text(issued.get("literal"))
    dates = [_parts(part) for part in _list(issued.get("date-parts"))]
    dates = [part for part in dates if part]
    if not dates:
        return _literal(literal)
    season = _text(issued.get("season"))
    words = [_date_words(part) for part in dates]
    if season and len(dates[0]) == 1:
        words[0] = f"{SEASONS.get(season, season)} {words[0]}"
    return dates[0][0], literal or " to ".join(words)


def _parts(written: object) -> list[str]:
    return [text for text in (_text(part) for part in _list(written)) if text]


def _literal(text: str) -> tuple[str, str]:
    year = YEAR.search(text)
    if not text or not year or UNDATED.search(text):
        return "n.d.", text or "n.d."
    return year.group(), text


def _date_words(parts: Sequence[str]) -> str:
    year, *rest = parts
    if rest and rest[0].isascii() and rest[0].isdigit() and 1 <= int(rest[0][:3]) <= len(MONTHS):
        return " ".join([*rest[1:2], MONTHS[int(rest[0]) - 1], year])
    return year


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
