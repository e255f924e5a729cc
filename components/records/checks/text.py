"""Text that can be printed as it stands."""

from __future__ import annotations

from components.records.checks.place import Cell, problem_at
from components.records.package import DataPackage
from components.records.problem import UNPRINTABLE, Problem


def check_text_clean(package: DataPackage) -> list[Problem]:
    """No control characters, line breaks or marks that turn the direction of writing."""
    expected = "printable characters on one line"
    problems: list[Problem] = []
    for table, frame in package.tables.items():
        for column in frame.columns[[dtype == "str" for dtype in frame.dtypes]]:
            cells = frame[column].dropna()
            dirty = cells.index[[UNPRINTABLE.search(text) is not None for text in cells]]
            message = "the text holds a character that is not printed"
            problems.extend(problem_at(package, Cell(table, index, column), message, expected, "text_clean") for index in dirty)
    return problems
