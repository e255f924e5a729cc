"""Dates exist, and come in order."""

from __future__ import annotations

from components.records.checks.place import Cell, problem_at
from components.records.edtf_dates import DateError, DateSpan, parse_date
from components.records.package import DataPackage
from components.records.problem import Problem

DATE_COLUMNS = ("as_of", "date", "end_date", "valid_from", "valid_to", "from", "to", "fieldwork")
PAIRS = (("date", "end_date"), ("valid_from", "valid_to"), ("from", "to"))


def check_dates_parse(package: DataPackage) -> list[Problem]:
    """Every date is EDTF of levels 0 and 1 and in the calendar."""
    expected = "an EDTF date such as 2007-08-18, 2007-08, 1994~ or ../2007"
    problems: list[Problem] = []
    for table, frame in package.tables.items():
        for column in [column for column in DATE_COLUMNS if package.has(table, column)]:
            dates = frame[column].dropna()
            wrong = dates.index[[_span(text) is None for text in dates]]
            message = "this is no date"
            problems.extend(problem_at(package, Cell(table, index, column), message, expected, "dates_parse") for index in wrong)
    return problems


def check_dates_ordered(package: DataPackage) -> list[Problem]:
    """Nothing ends before it begins."""
    problems: list[Problem] = []
    for table, frame in package.tables.items():
        for start, end in [pair for pair in PAIRS if package.has(table, *pair)]:
            both = frame[[start, end]].dropna()
            for index, first, last in both.itertuples(name=None):
                begins, ends = _span(first), _span(last)
                if begins and ends and begins.earliest > ends.latest:
                    message = f"{end} is before {start}"
                    problems.append(problem_at(package, Cell(table, index, end), message, f"a date not before {first}", "dates_ordered"))
    return problems


def _span(text: str) -> DateSpan | None:
    try:
        return parse_date(text)
    except DateError:
        return None
