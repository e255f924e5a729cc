"""The table schema, validated by frictionless: required, enum, pattern, length, unique, primary and foreign keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from frictionless import Package, Resource, Schema

from components.records.package import DTYPES, FIRST_RECORD, DataPackage
from components.records.problem import Problem, limit_problems
from components.records.schema import FieldSchema, ForeignKey, TableSchema

RULES = {"maxLength": "printed_length"}
CONSTRAINTS: dict[str, tuple[str, Callable[[FieldSchema], str]]] = {
    "required": ("the cell is blank", lambda _: "a value"),
    "enum": ("the value is not one of those the column takes", lambda column: f"one of {', '.join(column.enum)}"),
    "pattern": ("the value is not in the form of the column", lambda column: f"the pattern {column.pattern}"),
    "maxLength": ("the text is too long", lambda column: f"at most {column.max_length} characters"),
}


def check_table_schema(package: DataPackage) -> list[Problem]:
    """Every cell and key is as the schema says; what a missing column would cause is left to the header's problem."""
    resources = [_resource(package, table) for name, table in package.schema.tables.items() if package.has(name)]
    problems: list[Problem] = []
    for resource in Package(name="atlas", resources=resources).resources:
        problems.extend(limit_problems(_row_problems(package, resource)))
    return problems


def _resource(package: DataPackage, table: TableSchema) -> Resource:
    """The rows as read, with the schema as far as the folder has its columns."""
    frame = package.tables[table.name]
    columns = package.columns_of(table.name)
    cells = frame[columns].astype(object).where(frame[columns].notna(), None)
    rows = [columns, *cells.to_numpy().tolist()]
    schema: dict[str, Any] = {"fields": [field for field in table.descriptor["fields"] if field["name"] in columns]}
    if set(table.primary_key) <= set(columns):
        schema["primaryKey"] = list(table.primary_key)
    schema["foreignKeys"] = [
        {"fields": list(key.columns), "reference": {"resource": key.table, "fields": list(key.references)}}
        for key in table.foreign_keys
        if package.has(table.name, *key.columns) and package.has(key.table, *key.references)
    ]
    return Resource(name=table.name, data=rows, schema=Schema.from_descriptor(schema))


def _row_problems(package: DataPackage, resource: Any) -> Iterator[Problem]:
    table = package.schema.tables[resource.name]
    columns = package.columns_of(table.name)
    index = package.tables[table.name].index
    with resource:
        for row in resource.row_stream:
            number = int(index[row.row_number - FIRST_RECORD]) + FIRST_RECORD
            if row.errors:
                yield from _translate(table, columns, number, row.errors)


def _translate(table: TableSchema, columns: list[str], number: int, errors: list[Any]) -> Iterator[Problem]:
    """Errors of one row, once each: a blank or repeated key is said by its column, not by the key again."""
    said = {getattr(error, "field_name", None) for error in errors}
    fields = {column.name: column for column in table.fields}
    for error in errors:
        if error.type == "blank-row":
            yield Problem(table.path, number, None, "", "the row is blank where it was read", "rows with cells", "blank_row")
        elif error.type == "foreign-key":
            key = next(key for key in table.foreign_keys if list(key.columns) == error.field_names)
            yield _foreign_key_problem(table, number, key, error.field_cells)
        elif error.type == "primary-key":
            if not said & set(table.primary_key):
                value = ";".join(error.cells[columns.index(name)] for name in table.primary_key)
                yield Problem(table.path, number, table.primary_key[0], value, "the key is there already", "every key once", "primary_key")
        elif error.type in {"constraint-error", "unique-error"} or fields[error.field_name].type not in DTYPES:
            yield _cell_problem(table, number, fields[error.field_name], error)


def _foreign_key_problem(table: TableSchema, number: int, key: ForeignKey, cells: list[str]) -> Problem:
    file = f"{key.table}.csv"
    expected = f"a {' and '.join(key.references)} of {file}"
    return Problem(table.path, number, key.columns[-1], ";".join(cells), f"the id is not in {file}", expected, "foreign_key")


def _cell_problem(table: TableSchema, number: int, column: FieldSchema, error: Any) -> Problem:
    value = "" if pd.isna(error.cell) or error.cell == "None" else str(error.cell)
    if error.type == "unique-error":
        return Problem(table.path, number, column.name, value, "the value is there already", "every value once", "unique")
    name = next((name for name in CONSTRAINTS if f'"{name}' in error.note), "type")
    message, expected = CONSTRAINTS.get(name, (f"the cell is no {column.type}", lambda _: f"a {column.type}"))
    return Problem(table.path, number, column.name, value, message, expected(column), RULES.get(name, name))
