"""What the checks share: a Problem at a cell, and which figures are exact."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from components.records.package import FIRST_RECORD, DataPackage
from components.records.problem import Problem


class Cell(NamedTuple):
    """A cell of a table: its name, the index label of the row, the column."""

    table: str
    index: Any
    column: str


def problem_at(package: DataPackage, cell: Cell, message: str, expected: str, rule: str) -> Problem:
    """A Problem at a cell of a table, with the value that stands there.

    Args:
        package: The data package.
        cell: Where.
        message: What is wrong.
        expected: What is expected.
        rule: Name of the check.

    Returns:
        The Problem.
    """
    value: Any = package.tables[cell.table].loc[cell.index, cell.column]
    text = "" if pd.isna(value) else f"{value:.10g}" if isinstance(value, float) else str(value)
    return Problem(package.file_of(cell.table), int(cell.index) + FIRST_RECORD, cell.column, text, message, expected, rule)


def is_exact(frame: pd.DataFrame) -> pd.Series[bool]:
    """Rows whose figure the source gives exactly."""
    return frame["value"].notna() & frame["qualifier"].fillna("exact").eq("exact")


def source_keys(frame: pd.DataFrame) -> pd.Series[str]:
    """Key of the source of each row, without the locator."""
    return frame["source"].str.split("[", n=1).str[0]
