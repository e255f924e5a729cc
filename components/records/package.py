"""A folder of CSV files, read against the schema of the atlas; nothing in it can make reading fail."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from components.records.csv_files import LONGEST_CELL, CsvRecords, read_csv_records
from components.records.problem import Problem, limit_problems
from components.records.schema import FieldSchema, Schema, TableSchema
from components.records.sources import Source, read_sources

SOURCES_FILE = "sources.yaml"
DTYPES = {"number": "float64", "integer": "Int64"}
PLAIN_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
PLAIN_INTEGER = re.compile(r"-?[0-9]{1,15}")
FIRST_RECORD = 2


@dataclass(frozen=True)
class DataPackage:
    """A data folder as read.

    Attributes:
        folder: Where it was read.
        schema: The schema of the atlas, whatever the folder holds.
        tables: Every table of the schema by name, columns in its order; the record number of a row is its index + 2.
        sources: The bibliography by key, in its order.
        problems: What was wrong while reading.
        missing: Columns that the folder does not have, as table and column; all of a table that could not be read.
    """

    folder: Path
    schema: Schema
    tables: dict[str, pd.DataFrame]
    sources: dict[str, Source]
    problems: tuple[Problem, ...]
    missing: frozenset[tuple[str, str]] = field(default=frozenset())

    def has(self, table: str, *columns: str) -> bool:
        """Whether the folder gave a table with these columns (any, where none is named)."""
        present = self.columns_of(table)
        return set(columns) <= set(present) if columns else bool(present)

    def columns_of(self, table: str) -> list[str]:
        """Columns of a table that the folder gave, in the order of the schema."""
        frame = self.tables.get(table)
        return [] if frame is None else [name for name in frame.columns if (table, name) not in self.missing]

    def file_of(self, table: str) -> str:
        """Name of the file of a table."""
        return self.schema.tables[table].path

    @property
    def row_count(self) -> int:
        """Rows of all tables."""
        return sum(len(frame) for frame in self.tables.values())


def read_package(folder: Path, schema: Schema) -> DataPackage:
    """Read a data folder. Never raises for what is in it: every obstacle is a Problem, and the rest is read.

    Args:
        folder: The folder with the CSV files and sources.yaml; a descriptor in it is ignored.
        schema: The schema of the atlas.

    Returns:
        Tables, bibliography and problems.
    """
    tables: dict[str, pd.DataFrame] = {}
    problems: list[Problem] = []
    missing: set[tuple[str, str]] = set()
    for name, table in schema.tables.items():
        records = read_csv_records(folder / table.path)
        positions, header_problems = _match_header(table, records.header)
        missing.update((name, column) for column in table.columns if column not in positions)
        tables[name], cell_problems = _frame(table, records, positions)
        problems.extend(limit_problems([*records.problems, *header_problems]))
        problems.extend(cell_problems)
    sources, source_problems = read_sources(folder / SOURCES_FILE)
    problems.extend(limit_problems(source_problems))
    return DataPackage(folder, schema, tables, sources, tuple(sorted(problems)), frozenset(missing))


def _match_header(table: TableSchema, header: list[str] | None) -> tuple[dict[str, int], list[Problem]]:
    """Where each column of the schema stands, and what is wrong with the header."""
    if header is None:
        return {}, []
    expected = f"the columns {','.join(table.columns)}"
    positions: dict[str, int] = {}
    problems = []
    for position, label in enumerate(header):
        if label not in table.columns:
            problems.append(
                Problem(table.path, 1, label or None, label, "the column is not in the schema and was left out", expected, "header")
            )
        elif label in positions:
            problems.append(Problem(table.path, 1, label, label, "the column is there twice; the first was read", expected, "header"))
        else:
            positions[label] = position
    if not positions:
        return {}, [Problem(table.path, 1, None, ",".join(header), "no column of the schema is in the header", expected, "header")]
    absent = [column for column in table.columns if column not in positions]
    problems.extend(Problem(table.path, 1, column, "", "the column is missing", expected, "header") for column in absent)
    if list(positions) != [column for column in table.columns if column in positions]:
        problems.append(Problem(table.path, 1, None, ",".join(positions), "the columns are in another order", expected, "header"))
    return positions, problems


def _frame(table: TableSchema, records: CsvRecords, positions: dict[str, int]) -> tuple[pd.DataFrame, list[Problem]]:
    rows = records.records if positions else []
    width = len(records.header or ())
    problems = limit_problems(_ragged(table, records.header or [], rows))
    index = pd.Index([number - FIRST_RECORD for number, _ in rows], dtype="int64")
    columns = {}
    for column in table.fields:
        position = positions.get(column.name, width)
        texts = [cells[position] if position < min(len(cells), width) else "" for _, cells in rows]
        values, found = _column(table.path, column, texts, [number for number, _ in rows])
        columns[column.name] = pd.Series(values, index=index, dtype=DTYPES.get(column.type, "str"))
        problems.extend(found)
    return pd.DataFrame(columns, index=index, columns=list(table.columns)), problems


def _ragged(table: TableSchema, header: list[str], rows: Sequence[tuple[int, list[str]]]) -> Iterator[Problem]:
    expected = f"{len(header)} cells"
    for number, cells in rows:
        if len(cells) < len(header):
            yield Problem(table.path, number, header[len(cells)], "", f"the row has {len(cells)} cells only", expected, "row_length")
        elif len(cells) > len(header):
            surplus = ",".join(cells[len(header) :])
            yield Problem(
                table.path, number, None, surplus, f"the row has {len(cells)} cells; the surplus was left out", expected, "row_length"
            )


def _column(
    file: str, column: FieldSchema, texts: Sequence[str], numbers: Sequence[int]
) -> tuple[list[str | float | int | None], list[Problem]]:
    """Values of a column; a cell that cannot be what it should be becomes blank and a Problem."""
    convert, message, expected = CONVERTERS.get(column.type, TEXT_CONVERTER)
    values: list[str | float | int | None] = []
    bad = []
    for number, text in zip(numbers, texts, strict=True):
        value = convert(text) if text else None
        values.append(value)
        if text and value is None:
            bad.append((number, text))
    problems = (Problem(file, number, column.name, text, f"{message} and was left blank", expected, "type") for number, text in bad)
    return values, limit_problems(problems)


def _text(text: str) -> str | None:
    return text if len(text) <= LONGEST_CELL else None


def _number(text: str) -> float | None:
    value = float(text) if PLAIN_NUMBER.fullmatch(text) else math.inf
    return value if math.isfinite(value) else None


def _integer(text: str) -> int | None:
    return int(text) if PLAIN_INTEGER.fullmatch(text) else None


Converter = tuple[Callable[[str], str | float | int | None], str, str]
TEXT_CONVERTER: Converter = (_text, "the text is too long", f"at most {LONGEST_CELL:,} characters")
CONVERTERS: dict[str, Converter] = {
    "number": (_number, "the cell is no number", "a plain decimal such as 30.89, without thousands separator"),
    "integer": (_integer, "the cell is no whole number", "digits only"),
}
