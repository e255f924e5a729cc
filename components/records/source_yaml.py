"""Untrusted YAML: plain values only, no aliases, no tags, no depth."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import yaml

from components.records.problem import Problem

DEEPEST = 12
EXPECTED = "CSL-YAML: a list under `references:`, without anchors, aliases and tags"


class _PlainLoader(yaml.SafeLoader):
    """Builds text, numbers, lists and mappings; refuses what could be large, deep or executable."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuse aliases and deep nesting, before anything is built."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("an alias is used", event)
        if self.depth > DEEPEST:
            raise _refusal("the nesting is too deep", event)
        if event.tag is not None:
            raise _refusal(f"the tag {event.tag} is used", event)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def _refusal(why: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.constructor.ConstructorError(None, None, why, event.start_mark)


# A date must stay the text it is: 2007-13-45 would raise.
_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse_references(file: str, text: str) -> tuple[list[tuple[int, Mapping[Hashable, Any]]], list[Problem]]:
    """Parse the entries of a CSL-YAML bibliography.

    Args:
        file: Name of the file, for problems.
        text: Its text.

    Returns:
        Line and entry, for every entry that is a mapping, and the problems.
    """
    try:
        loader = _PlainLoader(text)
        return _entries(file, loader, loader.get_single_node())
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unknown"
        return [], [Problem(file, line, None, "", f"the file is not plain YAML ({why}) and was not read", EXPECTED, "sources_file")]
    except (ValueError, OverflowError, RecursionError) as error:
        return [], [Problem(file, None, None, "", f"the file cannot be read ({type(error).__name__})", EXPECTED, "sources_file")]


def _entries(file: str, loader: _PlainLoader, root: yaml.Node | None) -> tuple[list[tuple[int, Mapping[Hashable, Any]]], list[Problem]]:
    listed = _references(root)
    if listed is None:
        return [], [Problem(file, None, "references", "", "there is no list of references", EXPECTED, "sources_file")]
    entries: list[tuple[int, Mapping[Hashable, Any]]] = []
    problems = []
    for node in listed.value:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            entries.append((line, loader.construct_mapping(node, deep=True)))
        else:
            problems.append(Problem(file, line, "references", "", "the entry is not a mapping", EXPECTED, "sources_file"))
    return entries, problems


def _references(root: yaml.Node | None) -> yaml.SequenceNode | None:
    if not isinstance(root, yaml.MappingNode):
        return None
    for key, value in root.value:
        if key.value == "references" and isinstance(value, yaml.SequenceNode):
            return value
    return None
