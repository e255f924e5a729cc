"""Sources: every claim has one, in the bibliography, with a place; and is made once."""

from __future__ import annotations

from components.records.checks.place import Cell, problem_at
from components.records.package import DataPackage
from components.records.problem import Problem
from components.records.schema import TableSchema
from components.records.sources import parse_reference

# What a claim says or how it is hedged; the rest, as_of and claimant included, is what it is about.
NOT_SUBJECT = {"claim_id", "printed", "value", "value_min", "value_max", "qualifier", "via", "note"}


def check_sources_known(package: DataPackage) -> list[Problem]:
    """The key of every source is in the bibliography, and a locator says where in it."""
    problems: list[Problem] = []
    for table in _claim_tables(package):
        for index, text in package.tables[table.name]["source"].dropna().items():
            key, locator = parse_reference(text)
            if package.sources and key not in package.sources:
                message, expected = f'the key "{key[:40]}" is not in sources.yaml', "a key of sources.yaml before the bracket"
                problems.append(problem_at(package, Cell(table.name, index, "source"), message, expected, "sources_known"))
            if not locator.strip():
                message, expected = "the source has no locator", "the nearest heading, table, page or footnote: key[locator]"
                problems.append(problem_at(package, Cell(table.name, index, "source"), message, expected, "sources_known"))
    return problems


def check_duplicate_claims(package: DataPackage) -> list[Problem]:
    """One source says one thing in one place once."""
    problems: list[Problem] = []
    for table in _claim_tables(package):
        subject = [column for column in table.columns if column not in NOT_SUBJECT and package.has(table.name, column)]
        frame = package.tables[table.name]
        claims = frame[frame["source"].notna()]
        again = claims.index[claims.duplicated(subject)]
        message, expected = "the same source says the same of this subject in the same place already", "one claim, or another locator"
        problems.extend(problem_at(package, Cell(table.name, index, "source"), message, expected, "duplicate_claims") for index in again)
    return problems


def _claim_tables(package: DataPackage) -> list[TableSchema]:
    return [table for name, table in package.schema.tables.items() if table.is_claims and package.has(name, "source")]
