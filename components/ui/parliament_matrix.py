"""A table whose cells are statements, each with who makes it: readable as a matrix, and as a list on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

STYLE = Path(__file__).parent / "assets" / "parliament.css"
MARKS = {
    "since": ("+", "since May 2007"),
    "ended": ("−", "until May 2007"),
    "changed": ("≠", "changed"),
    "same": ("=", "not new"),
    "refused": ("×", "expressly not"),
}
"""Shape and word of what May 2007 did to a power."""
SHOWN = 4


@dataclass(frozen=True)
class Statement:
    """One line of a cell.

    Attributes:
        text: What is said, in our words.
        said: Who says so.
        lead: A word before the text that the eye finds first.
        mark: A key of `MARKS`; empty for none.
        rival: Whether it stands against the lines before it.
    """

    text: str
    said: str = ""
    lead: str = ""
    mark: str = ""
    rival: bool = False


@dataclass(frozen=True)
class Row:
    """A row of cells, one a column; without cells it is a heading over the rows that follow."""

    label: str
    cells: Sequence[Sequence[Statement]] = field(default=())


def matrix_html(heads: Sequence[str], rows: Iterable[Row], *, label: str, shown: int = SHOWN) -> str:
    """The table; every text in it is escaped.

    Args:
        heads: Heads of the columns, that of the row labels first.
        rows: The rows.
        label: What the table holds, for readers who cannot see it.
        shown: Lines of a cell that are not folded away.

    Returns:
        HTML.
    """
    head = "".join(f"<th scope='col'>{escape(words)}</th>" for words in heads)
    body = "".join(_row_html(row, heads, shown) for row in rows)
    name = escape(label, quote=True)
    return f"<table class='parliament-table' aria-label='{name}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row_html(row: Row, heads: Sequence[str], shown: int) -> str:
    if not row.cells:
        return f"<tr class='group'><th scope='colgroup' colspan='{len(heads)}'>{escape(row.label)}</th></tr>"
    cells = "".join(
        f"<td data-label='{escape(head, quote=True)}'>{_cell_html(cell, shown)}</td>"
        for head, cell in zip(heads[1:], row.cells, strict=True)
    )
    return f"<tr><th scope='row'>{escape(row.label)}</th>{cells}</tr>"


def _cell_html(cell: Sequence[Statement], shown: int) -> str:
    if not cell:
        return ""
    first, rest = cell[:shown], cell[shown:]
    more = f"<details><summary>{len(rest)} more</summary><ul>{_lines_html(rest)}</ul></details>" if rest else ""
    return f"<ul>{_lines_html(first)}</ul>{more}"


def _lines_html(cell: Sequence[Statement]) -> str:
    """Lines in a row that the same source says name it once, under the last of them."""
    following = [*(statement.said for statement in cell[1:]), ""]
    named = [statement.rival or statement.said != after for statement, after in zip(cell, following, strict=True)]
    return "".join(map(_statement_html, cell, named))


def _statement_html(statement: Statement, with_source: bool) -> str:
    joint = ": " if statement.text else ""
    lead = f"<b>{escape(statement.lead)}{joint}</b>" if statement.lead else ""
    said = f"<small>{escape(statement.said)}</small>" if statement.said and with_source else ""
    kind = " class='parliament-or'" if statement.rival else ""
    return f"<li{kind}>{_mark_html(statement.mark)}{lead}{escape(statement.text)}{said}</li>"


def _mark_html(mark: str) -> str:
    if not mark:
        return ""
    shape, words = MARKS[mark]
    return f"<span class='parliament-mark {mark}'><i aria-hidden='true'>{shape}</i>{escape(words)}</span> "
