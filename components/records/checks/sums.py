"""Do the figures of one source add up? Figures of different sources never meet here."""

from __future__ import annotations

from itertools import product
from typing import Any

import pandas as pd

from components.records.checks.place import is_exact, source_keys
from components.records.package import FIRST_RECORD, DataPackage
from components.records.problem import Problem

ROUNDING = 0.05
HAIR = 1e-9
SHARES = ("vote_pct", "seat_pct")
SEAT_TOTALS = {"total": "seats_total", "list": "list_seats", "district": "district_seats"}
RESULT_COLUMNS = ("election_id", "contestant_id", "tier", "measure", "base", "status", "value", "qualifier", "source")
FIGURE_COLUMNS = ("election_id", "measure", "scope", "value", "qualifier", "source")


def check_shares_sum(package: DataPackage) -> list[Problem]:
    """Shares of one contest by one source add up to at most 100, plus rounding."""
    if not package.has("results", *RESULT_COLUMNS):
        return []
    contest = ["election_id", "tier", "measure", "base", "status", "source_key"]
    rows = _largest(package, [*contest, "contestant_id"], SHARES)
    problems: list[Problem] = []
    for key, group in rows.groupby(contest, dropna=False, sort=False):
        most = 100 + ROUNDING * len(group)
        if group["value"].sum() > most + HAIR:
            message = f"the shares of {len(group)} contestants in {_name(key)} add up to more than 100"
            problems.append(_problem(package, group, message, f"at most {most:g} per cent", "shares_sum"))
    return problems


def check_seats_sum(package: DataPackage) -> list[Problem]:
    """Seats of one election and tier by one source add up to at most the total that this source gives."""
    contest = ["election_id", "tier", "status", "source_key"]
    return _within_total(package, ("seats",), contest, SEAT_TOTALS, "seats_sum")


def check_votes_sum(package: DataPackage) -> list[Problem]:
    """Votes of one contest by one source add up to at most the votes cast that this source gives."""
    contest = ["election_id", "tier", "status", "source_key"]
    tiers = dict.fromkeys(("list", "district", "total", "single"), "votes_cast")
    return _within_total(package, ("votes",), contest, tiers, "votes_sum")


def check_list_district_total(package: DataPackage) -> list[Problem]:
    """List seats and district seats of a contestant by one source make its total, where all three are exact."""
    if not package.has("results", *RESULT_COLUMNS):
        return []
    rows = _exact_results(package, ("seats",))
    rows = rows[rows["tier"].isin(SEAT_TOTALS)]
    problems: list[Problem] = []
    contestant = ["election_id", "contestant_id", "status", "source_key"]
    three = rows[rows.groupby(contestant)["tier"].transform("nunique").eq(len(SEAT_TOTALS))]
    for key, group in three.groupby(contestant, sort=False):
        tiers = {tier: set(group.loc[group["tier"] == tier, "value"]) for tier in SEAT_TOTALS}
        if not any(a + b == c for a, b, c in product(tiers["list"], tiers["district"], tiers["total"])):
            totals = group[group["tier"] == "total"]
            message = f"list and district seats in {_name(key)} do not make the total"
            expected = " or ".join(sorted({f"{a + b:g}" for a, b in product(tiers["list"], tiers["district"])})) + " seats"
            problems.append(_problem(package, totals.head(1), message, expected, "list_district_total"))
    return problems


def _within_total(
    package: DataPackage, measures: tuple[str, ...], contest: list[str], total_of_tier: dict[str, str], rule: str
) -> list[Problem]:
    if not package.has("results", *RESULT_COLUMNS) or not package.has("election_figures", *FIGURE_COLUMNS):
        return []
    totals = _totals(package)
    problems: list[Problem] = []
    for key, group in _largest(package, [*contest, "contestant_id"], measures).groupby(contest, sort=False):
        election, tier, _, source = (str(part) for part in key)
        measure = total_of_tier.get(tier, "")
        total = totals.get((election, measure, source))
        if total is not None and group["value"].sum() > total:
            message = f"the {measures[0]} of {len(group)} contestants in {_name(key)} add up to more than the {measure} of this source"
            problems.append(_problem(package, group, message, f"at most {total:g}", rule))
    return problems


def _totals(package: DataPackage) -> dict[tuple[str, str, str], float]:
    """Largest exact national figure for each election, measure and source."""
    frame = package.tables["election_figures"]
    exact = frame[is_exact(frame) & frame["scope"].eq("national")]
    exact = exact.assign(source_key=source_keys(exact))
    largest = exact.sort_values("value")
    keys = largest[["election_id", "measure", "source_key"]].itertuples(index=False, name=None)
    return dict(zip(keys, largest["value"], strict=True))


def _exact_results(package: DataPackage, measures: tuple[str, ...]) -> pd.DataFrame:
    frame = package.tables["results"]
    exact = frame[is_exact(frame) & frame["measure"].isin(measures)]
    return exact.assign(source_key=source_keys(exact))


def _largest(package: DataPackage, identity: list[str], measures: tuple[str, ...]) -> pd.DataFrame:
    """Exact results, one row for each contestant of a source: the largest, in the order of the file."""
    rows = _exact_results(package, measures)
    largest = rows.sort_values("value", ascending=False, kind="stable").drop_duplicates(identity)
    return largest.sort_index()


def _name(key: tuple[Any, ...]) -> str:
    return ", ".join(str(part) for part in key if not pd.isna(part))


def _problem(package: DataPackage, group: pd.DataFrame, message: str, expected: str, rule: str) -> Problem:
    row = int(group.index[0]) + FIRST_RECORD
    return Problem(package.file_of("results"), row, "value", f"{group['value'].sum():.10g}", message, expected, rule)
