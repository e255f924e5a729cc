"""Which claim of several is shown: one source for each contest, never one for each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

FIGURE = ["value", "value_min", "value_max"]


@dataclass(frozen=True)
class Resolution:
    """Claims of one table after the choice.

    Attributes:
        chosen: One row for each subject of the chosen source of each contest, with `source_key` and `locator`.
        rivals: Other claims of the contests that say something else, or something of which the chosen source is silent;
            `rival_of` is the claim_id of the chosen row of the same subject, missing where there is none.
    """

    chosen: pd.DataFrame
    rivals: pd.DataFrame


def split_source(frame: pd.DataFrame) -> pd.DataFrame:
    """Add the key and the place of the source.

    Args:
        frame: Claims with the column `source` (`key[locator]`).

    Returns:
        The claims with the columns `source_key` and `locator`; a source without brackets is all key.
    """
    source = frame["source"].astype("str")
    parts = source.str.extract(r"(?s)^(?P<source_key>[^\[\]]*)\[(?P<locator>.*)\]$")
    return frame.assign(source_key=parts["source_key"].fillna(source).astype("str"), locator=parts["locator"].astype("str"))


def resolve_claims(
    claims: pd.DataFrame, *, contest: Sequence[str], subject: Sequence[str], order: Sequence[str], bibliography: Sequence[str]
) -> Resolution:
    """Choose exactly one source for each contest.

    The first source of `order` that says anything in the contest; else the one with exact values for most subjects, ties in the
    order of the bibliography. Within it an exact place goes before an inexact one, then the order of the file decides.

    Args:
        claims: Frame with claim_id, value, value_min, value_max, qualifier, source and the columns named below.
        contest: Columns that define a contest (election_id, tier, measure).
        subject: Columns that tell its rows apart (contestant_id); may be empty.
        order: Source keys the reader wants first; may be empty.
        bibliography: All source keys, in the order of the bibliography.

    Returns:
        The chosen claims and their rivals, in the order of `claims`.
    """
    rows = split_source(claims).reset_index(drop=True)
    marks = pd.DataFrame(
        {
            "contest": _codes(rows, contest),
            "subject": _codes(rows, [*contest, *subject]),
            "source_key": rows["source_key"].fillna(""),
            "is_exact": rows["value"].notna() & rows["qualifier"].fillna("exact").eq("exact"),
        }
    )
    from_chosen = marks["source_key"] == marks["contest"].map(_chosen_sources(marks, order, bibliography))
    ranked = marks[from_chosen].sort_values("is_exact", ascending=False, kind="stable")
    first = ranked[~ranked["subject"].duplicated()].index.sort_values()
    chosen = rows.loc[first]
    return Resolution(chosen.reset_index(drop=True), _rivals(rows, marks["subject"], chosen))


def _codes(rows: pd.DataFrame, columns: Sequence[str]) -> pd.Series[int]:
    if not columns or rows.empty:
        return pd.Series(0, index=rows.index, dtype="int64")
    return rows.groupby(list(columns), dropna=False, sort=False).ngroup()


def _chosen_sources(marks: pd.DataFrame, order: Sequence[str], bibliography: Sequence[str]) -> pd.Series[str]:
    """Source key of each contest."""
    candidates = marks[["contest", "source_key"]].drop_duplicates()
    covered = marks[marks["is_exact"]].drop_duplicates(["subject", "source_key"])
    coverage = covered.groupby(["contest", "source_key"]).size().rename("coverage").reset_index()
    candidates = candidates.merge(coverage, on=["contest", "source_key"], how="left").fillna({"coverage": 0})
    candidates["wanted"] = _places(candidates["source_key"], order)
    candidates["place"] = _places(candidates["source_key"], bibliography)
    keys = ["contest", "wanted", "coverage", "place", "source_key"]
    ranked = candidates.sort_values(keys, ascending=[True, True, False, True, True])
    return ranked.drop_duplicates("contest").set_index("contest")["source_key"]


def _places(keys: pd.Series[str], sequence: Sequence[str]) -> pd.Series[int]:
    """Position of each key in a sequence; its length for those that are not in it."""
    positions: dict[str, int] = {}
    for position, key in enumerate(sequence):
        positions.setdefault(key, position)
    return keys.map(positions).fillna(len(sequence)).astype("int64")


def _rivals(rows: pd.DataFrame, subjects: pd.Series[int], chosen: pd.DataFrame) -> pd.DataFrame:
    others = rows.drop(index=chosen.index)
    by_subject = chosen.assign(_subject=subjects.loc[chosen.index]).set_index("_subject")
    rivalled = by_subject.reindex(subjects.loc[others.index])
    silent = ~subjects.loc[others.index].isin(by_subject.index).to_numpy()
    differs = silent.copy()
    for column in FIGURE:
        ours, theirs = others[column].reset_index(drop=True), rivalled[column].reset_index(drop=True)
        differs |= ~((ours == theirs) | (ours.isna() & theirs.isna())).to_numpy(dtype=bool)
    names = pd.Series(rivalled["claim_id"].to_numpy(), index=others.index, dtype="str")
    return others.assign(rival_of=names)[differs].reset_index(drop=True)
