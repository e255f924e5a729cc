"""Figures: bounds, hedges, percentages and their bases."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from components.records.checks.place import Cell, problem_at
from components.records.package import DataPackage
from components.records.problem import Problem

QUANTITY = ("value", "value_min", "value_max", "qualifier")
NEEDS = {
    "exact": ("value",),
    "about": ("value_min", "value_max"),
    "range": ("value_min", "value_max"),
    "more_than": ("value_min",),
    "at_least": ("value_min",),
    "almost": ("value_max",),
    "under": ("value_max",),
    "up_to": ("value_max",),
}


def check_bounds(package: DataPackage) -> list[Problem]:
    """Bounds are in order, and an exact value lies between them."""
    problems: list[Problem] = []
    for table, frame in _quantities(package):
        crossed = frame.index[frame["value_min"] > frame["value_max"]]
        outside = frame.index[(frame["value"] < frame["value_min"]) | (frame["value"] > frame["value_max"])]
        message = "the lower bound is above the upper bound"
        expected = "value_min at most value_max"
        problems.extend(problem_at(package, Cell(table, index, "value_min"), message, expected, "bounds") for index in crossed)
        message = "the value is outside its bounds"
        expected = "a value from value_min to value_max"
        problems.extend(problem_at(package, Cell(table, index, "value"), message, expected, "bounds") for index in outside)
    return problems


def check_qualifiers(package: DataPackage) -> list[Problem]:
    """The qualifier says how exact a figure is, and the figure agrees."""
    problems: list[Problem] = []
    for table, frame in _quantities(package):
        for index, value, least, most, qualifier in frame[list(QUANTITY)].itertuples(name=None):
            given = {name for name, figure in (("value", value), ("value_min", least), ("value_max", most)) if not pd.isna(figure)}
            found = _disagreement(given, None if pd.isna(qualifier) else qualifier)
            if found:
                problems.append(problem_at(package, Cell(table, index, "qualifier"), *found, "qualifiers"))
    return problems


def check_pct_range(package: DataPackage) -> list[Problem]:
    """Percentages are from 0 to 100."""
    problems: list[Problem] = []
    for table, column, rows in _percentages(package):
        wrong = rows.index[(rows < 0) | (rows > 100)]  # noqa: PLR2004
        message = "the percentage is not from 0 to 100"
        problems.extend(problem_at(package, Cell(table, index, column), message, "0 to 100", "pct_range") for index in wrong)
    return problems


def check_share_has_base(package: DataPackage) -> list[Problem]:
    """A share of the votes says what it is a share of; a count does not."""
    if not package.has("results", "measure", "base"):
        return []
    results = package.tables["results"]
    is_share = results["measure"].eq("vote_pct")
    baseless = results.index[is_share & results["base"].isna()]
    counted = results.index[~is_share & results["measure"].notna() & results["base"].notna()]
    expected = "the base, or unstated where the source does not tell"
    problems = [
        problem_at(package, Cell("results", index, "base"), "the share has no base", expected, "share_has_base") for index in baseless
    ]
    message = "the base stands beside a figure that is no share of votes"
    return problems + [problem_at(package, Cell("results", index, "base"), message, "blank", "share_has_base") for index in counted]


def _quantities(package: DataPackage) -> Iterator[tuple[str, pd.DataFrame]]:
    for table, frame in package.tables.items():
        if package.has(table, *QUANTITY):
            yield table, frame


def _disagreement(given: set[str], qualifier: str | None) -> tuple[str, str] | None:
    """What is wrong with a qualifier beside the figures given, and what is expected."""
    if qualifier is None:
        return ("the figure has no qualifier", f"one of {', '.join(NEEDS)}") if given else None
    needed = NEEDS.get(qualifier, ())
    absent = [name for name in needed if name not in given]
    if absent:
        return f"the qualifier {qualifier} stands without {' and '.join(absent)}", f"{' and '.join(needed)} beside it"
    if qualifier in NEEDS and qualifier != "exact" and "value" in given:
        return f"the qualifier {qualifier} stands beside a value", "a value only where the source is exact"
    return None


def _percentages(package: DataPackage) -> Iterator[tuple[str, str, pd.Series[float]]]:
    """Columns of figures, each with those rows that are percentages."""
    for table, frame in package.tables.items():
        is_pct = pd.Series(False, index=frame.index)
        if package.has(table, "unit"):
            is_pct |= frame["unit"].eq("pct")
        if package.has(table, "measure"):
            is_pct |= frame["measure"].str.endswith("pct").fillna(False).astype(bool)
        for column, dtype in frame.dtypes.items():
            name = str(column)
            if dtype.kind == "f" and package.has(table, name):
                yield table, name, frame[name] if name.endswith("_pct") else frame.loc[is_pct, name]
