"""Lineage: changes have the ends of their kind, nothing descends from itself or is older than what it came from, names differ."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from components.lineage.checks import closing_edges, shared_names, younger_predecessors
from components.lineage.dating import When
from components.records.checks.place import Cell, problem_at, source_keys
from components.records.edtf_dates import DateError, parse_date
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
        problem_at(package, Cell(TABLE, rows[edge], "successor_id"), message, expected, "lineage_acyclic") for edge in closing_edges(rows)
    ]


def check_changes_of_one(package: DataPackage) -> list[Problem]:
    """All claims on one change have an organisation in common."""
    if not package.has(TABLE, "change_id", *COLUMNS):
        return []
    lineage = package.tables[TABLE].dropna(subset=["change_id", "successor_id"])
    problems: list[Problem] = []
    for change_id, group in lineage.groupby("change_id", sort=False):
        ends = [{end for end in (row.predecessor_id, row.successor_id) if isinstance(end, str)} for row in group.itertuples()]
        if not set.intersection(*ends):
            message, expected = f"the claims on {change_id} have no organisation in common", "another change_id, or the same organisation"
            problems.append(problem_at(package, Cell(TABLE, group.index[-1], "change_id"), message, expected, "changes_of_one"))
    return problems


def check_homonyms_distinct(package: DataPackage) -> list[Problem]:
    """No two organisations print as the same name."""
    if not package.has("parties", "party_id", "name"):
        return []
    parties = package.tables["parties"].dropna(subset=["party_id", "name"]).drop_duplicates("party_id")
    names = dict(zip(parties["party_id"], parties["name"], strict=True))
    index_of = dict(zip(parties["party_id"], parties.index, strict=True))
    message, expected = "{other} prints as the same name", "a name that tells it apart, with a year in brackets"
    return [
        problem_at(package, Cell("parties", index_of[again], "name"), message.format(other=first), expected, "homonyms_distinct")
        for first, *rest in shared_names(names).values()
        for again in rest
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
        merged = [when for when in [_exact_date(row.as_of)] if when]
        begun = merged if row.change_type == "merged" else _known(founded, str(row.successor_id), str(row.source_key))
        if younger_predecessors(begun, starts):
            message = f"the successor begins before {row.predecessor_id} was founded"
            expected = f"a change and a successor not before {min(when.earliest for when in starts if when.earliest)}"
            problems.append(problem_at(package, Cell(TABLE, row.Index, "successor_id"), message, expected, "successors_younger"))
    return problems


def _descents(package: DataPackage) -> pd.DataFrame:
    lineage = package.tables[TABLE]
    return lineage[lineage["change_type"].isin(DESCENTS)].dropna(subset=["predecessor_id", "successor_id", "source"])


def _foundings(package: DataPackage) -> dict[str, list[tuple[str, When]]]:
    """Exactly dated foundings of every organisation, each with the key of its source."""
    lineage = package.tables[TABLE]
    rows = lineage[lineage["change_type"].isin(FOUNDINGS)].dropna(subset=["successor_id", "as_of", "source"])
    found: dict[str, list[tuple[str, When]]] = {}
    for name, written, key in zip(rows["successor_id"], rows["as_of"], source_keys(rows), strict=True):
        when = _exact_date(written)
        if when:
            found.setdefault(name, []).append((key, when))
    return found


def _known(founded: Mapping[str, list[tuple[str, When]]], name: str, source_key: str) -> list[When]:
    """Foundings by the source of an edge, or by all where it gives none."""
    dated = founded.get(name, [])
    return [when for key, when in dated if key == source_key] or [when for _, when in dated]


def _exact_date(written: object) -> When | None:
    if not isinstance(written, str) or written.endswith(HEDGES):
        return None
    try:
        span = parse_date(written)
    except DateError:
        return None
    return When(span.earliest, span.latest) if span.precision in EXACT else None
