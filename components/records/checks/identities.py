"""Ids: they exist, they are used, they are given once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import pandas as pd

from components.records.checks.place import Cell, problem_at
from components.records.package import DataPackage
from components.records.problem import Problem

IDENTITIES = {
    "party_id": "parties",
    "party_ids": "parties",
    "alliance_id": "parties",
    "predecessor_id": "parties",
    "successor_id": "parties",
    "person_id": "persons",
    "person_ids": "persons",
    "election_id": "elections",
    "election_ids": "elections",
}
KEYS = {"parties": "party_id", "persons": "person_id", "elections": "election_id"}


def check_ids_exist(package: DataPackage) -> list[Problem]:
    """Every id in a cell, alone or in a list with `;`, is a key of its identity table."""
    problems: list[Problem] = []
    for table, column in _id_columns(package):
        identity = IDENTITIES[column]
        if not package.has(identity, KEYS[identity]):
            continue
        known = set(package.tables[identity][KEYS[identity]].dropna())
        for index, ids in _split_ids(package.tables[table][column]):
            for wrong in [one for one in ids if one not in known]:
                message = f'the id "{wrong[:40]}" is not in {package.file_of(identity)}'
                expected = f"ids of {package.file_of(identity)}, several with ; and without spaces"
                problems.append(problem_at(package, Cell(table, index, column), message, expected, "ids_exist"))
    return problems + _unknown_contestants(package)


def check_organisations_used(package: DataPackage) -> list[Problem]:
    """Every organisation is in another table too."""
    columns = [(table, column) for table, column in _columns_for(package, "parties") if table != "parties"]
    if not package.has("parties", "party_id") or not all(package.has(table, column) for table, column in columns):
        return []
    used = {one for table, column in columns for _, ids in _split_ids(package.tables[table][column]) for one in ids}
    parties = package.tables["parties"]["party_id"].dropna()
    unused = parties.index[~parties.isin(used)]
    message, expected = "the organisation is in no other table", "at least one row that speaks of it, or no organisation"
    return [problem_at(package, Cell("parties", index, "party_id"), message, expected, "organisations_used") for index in unused]


def check_claim_ids_unique(package: DataPackage) -> list[Problem]:
    """A claim_id is given once in all tables together."""
    first: dict[str, str] = {}
    problems: list[Problem] = []
    for table, schema in package.schema.tables.items():
        if not schema.is_claims:
            continue
        claims = package.tables[table]["claim_id"].dropna()
        for index, claim in claims.items():
            if first.setdefault(claim, table) != table:
                message = f"the claim_id is in {package.file_of(first[claim])} too"
                problems.append(
                    problem_at(package, Cell(table, index, "claim_id"), message, "a claim_id used nowhere else", "claim_ids_unique")
                )
    return problems


def _unknown_contestants(package: DataPackage) -> list[Problem]:
    """Contestants, which only their election makes unique, where no foreign key looks after them."""
    pair = ("election_id", "contestant_id")
    if not package.has("contestants", *pair):
        return []
    known = set(package.tables["contestants"][list(pair)].itertuples(index=False, name=None))
    problems: list[Problem] = []
    for table, schema in package.schema.tables.items():
        covered = table == "contestants" or any(set(pair) == set(key.columns) for key in schema.foreign_keys)
        if covered or not package.has(table, *pair):
            continue
        named = package.tables[table].dropna(subset=list(pair))
        for index, election, contestants in named[list(pair)].itertuples(name=None):
            for wrong in [one for one in contestants.split(";") if (election, one) not in known]:
                message = f'the contestant "{wrong[:40]}" did not stand at {election}'
                problems.append(
                    problem_at(package, Cell(table, index, "contestant_id"), message, "a contestant of that election", "ids_exist")
                )
    return problems


def _id_columns(package: DataPackage) -> Iterator[tuple[str, str]]:
    """Columns with ids that no foreign key of the schema looks after."""
    for table, schema in package.schema.tables.items():
        covered = {key.columns[0] for key in schema.foreign_keys if len(key.columns) == 1}
        if schema.primary_key != ("election_id", "contestant_id"):
            covered |= set(schema.primary_key)
        for column in schema.columns:
            if column in IDENTITIES and column not in covered and package.has(table, column) and not _in_composite(package, table, column):
                yield table, column


def _in_composite(package: DataPackage, table: str, column: str) -> bool:
    return any(column in key.columns for key in package.schema.tables[table].foreign_keys)


def _columns_for(package: DataPackage, identity: str) -> list[tuple[str, str]]:
    tables = package.schema.tables.values()
    return [(table.name, column) for table in tables for column in table.columns if IDENTITIES.get(column) == identity]


def _split_ids(cells: pd.Series[str]) -> Iterator[tuple[Hashable, list[str]]]:
    """Index and ids of every cell that is not blank."""
    for index, cell in cells.dropna().items():
        yield index, cell.split(";")
