"""Text blocks that stand on several pages."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.ui.plain import plain_label

ROWS_SHOWN = 8
OFFICIAL_COUNTS = (
    "These are official counts of elections that international observers did not recognise as free "
    "(Abramov for elections up to 2009, IWPR for 2012; for later ones only what a source says). "
    "The atlas shows what rules do to counts, not what voters wanted."
)
COUNTS_UNJUDGED = (
    "These are official counts; no source at hand says whether observers recognised this election as free. "
    "The atlas shows what rules do to counts, not what voters wanted."
)


def show_lede(sentence: str) -> None:
    """The one sentence that says what the reader is about to learn."""
    st.html(f'<p class="atlas-lede">{escape(sentence)}</p>')


def show_standing(sentence: str) -> None:
    """A line that stays on the page whatever is picked."""
    st.html(f'<p class="atlas-standing">{escape(sentence)}</p>')


def show_button(words: str, *, key: str, on_click: Callable[..., None], args: tuple[object, ...] = ()) -> None:
    """A small button that changes settings.

    Args:
        words: What stands on it.
        key: Widget key.
        on_click: Called before the page runs again.
        args: What it is called with.
    """
    st.button(plain_label(words), key=key, on_click=on_click, args=args, width="content")


def show_big_numbers(entries: Sequence[tuple[str, str, str]], *, column_rem: float = 9.4) -> None:
    """Numbers that matter, big and alone.

    Args:
        entries: Words above, the number, small words below.
        column_rem: Least width of a column, in the size of the text.
    """
    cells = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(number)}</dd><dd style='font:inherit'><small>{escape(below)}</small></dd></div>"
        for label, number, below in entries
    )
    st.html(f'<dl class="atlas-big" style="--column:{column_rem}rem">{cells}</dl>')


def show_plain_table(table: pd.DataFrame, *, caption: str, shown: int = ROWS_SHOWN) -> None:
    """A short table of words that reads well on a phone and in print.

    Args:
        table: Any frame; its column names are the headings.
        caption: What the table holds, for readers who cannot see it.
        shown: Rows that are not folded away.
    """
    head = "".join(f"<th scope='col'>{escape(str(column))}</th>" for column in table.columns)
    heads = [escape(str(column), quote=True) for column in table.columns]
    lines = [
        "<tr>" + "".join(f"<td data-label='{name}'>{escape(_cell(value))}</td>" for name, value in zip(heads, row, strict=True)) + "</tr>"
        for row in table.itertuples(index=False)
    ]
    label = escape(caption, quote=True)

    def drawn(rows: Sequence[str]) -> str:
        return f"<table class='atlas-table' aria-label='{label}'><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

    first, rest = lines[:shown], lines[shown:]
    words = f"{len(rest)} more" if first else f"{label} ({len(rest)})"
    more = f"<details class='atlas-more'><summary>{words}</summary>{drawn(rest)}</details>" if rest else ""
    if lines:
        st.html((drawn(first) if first else "") + more)


def _cell(value: Any) -> str:
    if isinstance(value, float) and not pd.isna(value):
        return f"{value:,.10g}"
    return "" if pd.isna(value) else str(value)
