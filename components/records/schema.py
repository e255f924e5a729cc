"""The one schema of the atlas, read from data/datapackage.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SHIPPED_SCHEMA = Path(__file__).parents[2] / "data" / "datapackage.yaml"


class SchemaError(Exception):
    """The atlas's own schema cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        """Build the message.

        Args:
            path: The schema.
            why: What is wrong with it.
        """
        super().__init__(f"{path}: the schema cannot be read, {why}; expected a Frictionless data package with resources")


@dataclass(frozen=True)
class FieldSchema:
    """One column: what it is called, what it means, what may stand in it."""

    name: str
    title: str
    description: str
    type: str
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    max_length: int | None = None


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values are keys of another table."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class TableSchema:
    """One table: its file, its columns, its keys. `descriptor` is the Table Schema as written, for frictionless."""

    name: str
    title: str
    description: str
    path: str
    fields: tuple[FieldSchema, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    descriptor: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.fields)

    @property
    def is_claims(self) -> bool:
        """Whether the rows are sourced claims (and not identities)."""
        return {"claim_id", "source"} <= set(self.columns)


@dataclass(frozen=True)
class Schema:
    """All tables of the data package, by name, in the order of the schema."""

    name: str
    title: str
    version: str
    tables: Mapping[str, TableSchema]


def read_schema(path: Path = SHIPPED_SCHEMA) -> Schema:
    """Read the schema of the atlas.

    Args:
        path: A Frictionless data package descriptor in YAML that we wrote; never one that came with somebody's data.

    Returns:
        The schema.

    Raises:
        SchemaError: The file is missing, broken, or without tables.
    """
    try:
        descriptor = yaml.safe_load(path.read_text(encoding="utf-8"))
        tables = [_table(resource) for resource in descriptor["resources"]]
        return Schema(
            str(descriptor["name"]), str(descriptor["title"]), str(descriptor["version"]), {table.name: table for table in tables}
        )
    except (OSError, ValueError, yaml.YAMLError, KeyError, TypeError) as error:
        raise SchemaError(path, f"{type(error).__name__}: {error}") from error


def _table(resource: Mapping[str, Any]) -> TableSchema:
    schema = resource["schema"]
    return TableSchema(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        path=resource["path"],
        fields=tuple(_field(column) for column in schema["fields"]),
        primary_key=_names(schema.get("primaryKey", [])),
        foreign_keys=tuple(_foreign_key(key) for key in schema.get("foreignKeys", [])),
        descriptor=schema,
    )


def _field(column: Mapping[str, Any]) -> FieldSchema:
    constraints = column.get("constraints", {})
    return FieldSchema(
        name=column["name"],
        title=column["title"],
        description=column["description"],
        type=column["type"],
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        enum=tuple(str(value) for value in constraints.get("enum", ())),
        pattern=constraints.get("pattern"),
        max_length=constraints.get("maxLength"),
    )


def _foreign_key(key: Mapping[str, Any]) -> ForeignKey:
    reference = key["reference"]
    return ForeignKey(_names(key["fields"]), reference["resource"], _names(reference["fields"]))


def _names(written: str | list[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)
