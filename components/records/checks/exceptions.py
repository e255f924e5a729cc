"""Recorded exceptions: where a source itself breaks a rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from components.records.checks.place import Cell, problem_at
from components.records.package import FIRST_RECORD, DataPackage
from components.records.problem import Problem

TABLE = "exceptions"
KEY = ("rule", "table", "claim_id")


def apply_exceptions(package: DataPackage, problems: Sequence[Problem], rules: Collection[str]) -> list[Problem]:
    """Silence the problems that are recorded, and report the records that are wrong or no longer needed.

    Args:
        package: The data package, with its table of exceptions.
        problems: What the checks found.
        rules: Names of the checks that may be excepted.

    Returns:
        The problems that remain, then those of the exceptions themselves.
    """
    if not package.has(TABLE, *KEY):
        return list(problems)
    rows = package.tables[TABLE][list(KEY)].dropna()
    recorded = dict(zip(rows.itertuples(index=False, name=None), rows.index, strict=True))
    tables = {schema.path: name for name, schema in package.schema.tables.items()}
    excepted = {(rule, table) for rule, table, _ in recorded}
    needed, remaining = set(), []
    for problem in problems:
        table = tables.get(problem.file, "")
        # Looking the claim up is slow, and a broken folder may hold a hundred thousand problems.
        claim = _claim_of(package, table, problem.row) if (problem.rule, table) in excepted else None
        key = (problem.rule, table, claim)
        if key in recorded:
            needed.add(key)
        else:
            remaining.append(problem)
    return remaining + [_exception_problem(package, index, is_rule=key[0] in rules) for key, index in recorded.items() if key not in needed]


def _claim_of(package: DataPackage, table: str, row: int | None) -> str:
    """claim_id of a row; in a table of identities its key, the parts joined by `;`."""
    if row is None:
        return ""
    frame, key = package.tables[table], list(package.schema.tables[table].primary_key)
    columns = ["claim_id"] if "claim_id" in frame.columns else key
    return ";".join(str(cell) for cell in frame.loc[row - FIRST_RECORD, columns])


def _exception_problem(package: DataPackage, index: int, *, is_rule: bool) -> Problem:
    if not is_rule:
        expected = "the name of a check"
        return problem_at(package, Cell(TABLE, index, "rule"), "there is no such rule to except from", expected, "exceptions")
    message, expected = "the exception is no longer needed", "only claims that break the rule; take the row out"
    return problem_at(package, Cell(TABLE, index, "claim_id"), message, expected, "exceptions")
