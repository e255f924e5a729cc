"""Lineage: every change has the ends of its kind, nothing descends from itself, nothing is older than what it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from components.records.checks.place import Cell, problem_at, source_keys
from components.records.edtf_dates import DateError, DateSpan, parse_date
from components.records.package import DataPackage
from components.records.problem import Problem

TABLE = "lineage"
COLUMNS = ("change_type", "predecessor_id", "successor_id", "as_of", "source")
SELF_EDGES = ("renamed", "transformed")
DESCENTS = ("split", "merged", "founded_by")
BETWEEN = (*DESCENTS, "merger_announced")
FOUNDINGS = ("founded", "founded_by")
EXACT = ("day", "month", "year")
HEDGES = ("~", "?", "%")


def check_lineage_ends(package: DataPackage) -> list[Problem]:
    """A renaming stays with one organisation, a descent joins two, any other event has no predecessor."""
    if not package.has(TABLE, *COLUMNS):
        return []
    lineage = package.tables[TABLE].dropna(subset=["change_type", "successor_id"])
    changes, is_same = lineage["change_type"], lineage["predecessor_id"].eq(lineage["successor_id"]).fillna(False)
    is_renaming, is_between = changes.isin(SELF_EDGES), changes.isin(BETWEEN)
    broken = {
        "the organisation as successor too": is_renaming & ~is_same,
        "another organisation than the successor, or blank where it is not named": changes.isin(DESCENTS) & is_same,
        "blank, as the event is one of a single organisation": ~is_renaming & ~is_between & lineage["predecessor_id"].notna(),
    }
    message = "the predecessor does not go with the change"
    return [
        problem_at(package, Cell(TABLE, index, "predecessor_id"), message, expected, "lineage_ends")
        for expected, rows in broken.items()
        for index in lineage.index[rows]
    ]


def check_lineage_acyclic(package: DataPackage) -> list[Problem]:
    """No organisation descends from itself."""
    if not package.has(TABLE, *COLUMNS):
        return []
    lineage = _descents(package)
    ends = lineage[["predecessor_id", "successor_id"]].itertuples(index=False, name=None)
    rows: dict[tuple[str, str], int] = {}
    for edge, index in zip(ends, lineage.index, strict=True):
        rows.setdefault(edge, index)
    message, expected = "the successor is an ancestor of its predecessor already", "splits, mergers and foundings that never lead back"
    return [
        problem_at(package, Cell(TABLE, rows[edge], "successor_id"), message, expected, "lineage_acyclic") for edge in _closing_edges(rows)
    ]


def check_successors_younger(package: DataPackage) -> list[Problem]:
    """Nothing is founded, and nothing merged, before its predecessor was founded, where both dates are exact."""
    if not package.has(TABLE, *COLUMNS):
        return []
    founded = _foundings(package)
    problems: list[Problem] = []
    for row in _descents(package).assign(source_key=source_keys).itertuples():
        starts = _known(founded, str(row.predecessor_id), str(row.source_key))
        # An older party may take in a younger one: a merger is dated by itself.
        merged = [span for span in [_exact_span(row.as_of)] if span]
        begun = merged if row.change_type == "merged" else _known(founded, str(row.successor_id), str(row.source_key))
        if starts and begun and max(span.latest for span in begun) < min(span.earliest for span in starts):
            message = f"the successor begins before {row.predecessor_id} was founded"
            expected = f"a change and a successor not before {min(span.earliest for span in starts)}"
            problems.append(problem_at(package, Cell(TABLE, row.Index, "successor_id"), message, expected, "successors_younger"))
    return problems


def _descents(package: DataPackage) -> pd.DataFrame:
    lineage = package.tables[TABLE]
    return lineage[lineage["change_type"].isin(DESCENTS)].dropna(subset=["predecessor_id", "successor_id", "source"])


def _closing_edges(edges: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    """Edges that close a cycle, met depth first in the order of the file."""
    after: dict[str, list[str]] = {}
    for first, second in edges:
        after.setdefault(first, []).append(second)
    above: set[str] = set()
    seen: set[str] = set()
    for root, children in after.items():
        path = [] if root in seen else [(root, iter(children))]
        seen.add(root)
        above.update(name for name, _ in path)
        while path:
            name, following = path[-1]
            successor = next(following, None)
            if successor is None:
                above.discard(path.pop()[0])
            elif successor in above:
                yield name, successor
            elif successor not in seen:
                seen.add(successor)
                above.add(successor)
                path.append((successor, iter(after.get(successor, ()))))


def _foundings(package: DataPackage) -> dict[str, list[tuple[str, DateSpan]]]:
    """Exactly dated foundings of every organisation, each with the key of its source."""
    lineage = package.tables[TABLE]
    rows = lineage[lineage["change_type"].isin(FOUNDINGS)].dropna(subset=["successor_id", "as_of", "source"])
    found: dict[str, list[tuple[str, DateSpan]]] = {}
    for name, written, key in zip(rows["successor_id"], rows["as_of"], source_keys(rows), strict=True):
        span = _exact_span(written)
        if span:
            found.setdefault(name, []).append((key, span))
    return found


def _known(founded: Mapping[str, list[tuple[str, DateSpan]]], name: str, source_key: str) -> list[DateSpan]:
    """Foundings by the source of an edge, or by all where it gives none."""
    dated = founded.get(name, [])
    return [span for key, span in dated if key == source_key] or [span for _, span in dated]


def _exact_span(written: object) -> DateSpan | None:
    if not isinstance(written, str) or written.endswith(HEDGES):
        return None
    try:
        span = parse_date(written)
    except DateError:
        return None
    return span if span.precision in EXACT else None
