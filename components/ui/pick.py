"""Widgets, one function each: a choice in, a value out; every one is bound to the address."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import pandas as pd
import streamlit as st

from components.ui.errors import NothingKnownError
from components.ui.load import load_sources, load_table
from components.ui.plain import plain_label
from components.ui.url_state import note_widget

DEFAULT_WHOSE = "Fullest source first"
DOCUMENTS = ("bowyer2008", "abramov2009", "babak", "isaacs", "iwpr2012")


def pick_whose() -> None:
    """The app-wide control "Whose numbers?"; read it with `reader_order`."""
    sources = load_sources()
    labels = [DEFAULT_WHOSE] + [sources[key].short for key in DOCUMENTS if key in sources]
    value = st.selectbox(
        "Whose numbers?",
        labels,
        key="whose",
        bind="query-params",
        help="Sources disagree. Each contest is shown as one source has it: the one that covers most of it, or the one you choose here.",
    )
    note_widget("whose", value)


def reader_order() -> tuple[str, ...]:
    """Source keys the reader wants first; empty for the default order."""
    wanted = st.session_state.get("whose", DEFAULT_WHOSE)
    return tuple(key for key in DOCUMENTS if key in load_sources() and load_sources()[key].short == wanted)


def pick_one(
    label: str,
    options: Sequence[str],
    *,
    key: str,
    default: str | None = None,
    show_label: bool = True,
    on_change: Callable[[], None] | None = None,
) -> str:
    """One of a few words, as a row of buttons.

    Args:
        label: What is picked.
        options: The words, as they stand in the address.
        key: Widget key, unique across pages.
        default: What is picked at first; the first option if not given.
        show_label: Whether the label is seen and not only heard.
        on_change: Called when the reader picks another word, before the page runs again.

    Returns:
        The word.
    """
    start = default or options[0]
    if st.session_state.get(key, start) not in options:
        st.session_state[key] = start
    value = st.segmented_control(
        label,
        options,
        default=start,
        required=True,
        format_func=plain_label,
        key=key,
        bind="query-params",
        on_change=on_change,
        wrap=True,
        label_visibility="visible" if show_label else "collapsed",
    )
    note_widget(key, value or start)
    return value or start


def pick_from_list(
    label: str,
    options: Sequence[str],
    *,
    key: str,
    default: str | None = None,
    on_change: Callable[[], None] | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """One of many words, as a list that can be searched.

    Args:
        label: What is picked.
        options: The words, as they stand in the address.
        key: Widget key, unique across pages.
        default: What is picked at first; the first option if not given.
        on_change: Called when the reader picks another word, before the page runs again.
        width: Pixels, or as wide as there is room.

    Returns:
        The word.
    """
    index = list(options).index(default) if default is not None and default in options else 0
    if st.session_state.get(key, options[index]) not in options:
        st.session_state[key] = options[index]
    value = st.selectbox(label, options, index=index, key=key, bind="query-params", on_change=on_change, width=width)
    note_widget(key, value)
    return str(value)


def pick_several(label: str, options: Sequence[str], *, key: str, hint: str) -> list[str]:
    """Any of many words.

    Args:
        label: What is picked.
        options: The words, as they stand in the address.
        key: Widget key, unique across pages.
        hint: Shown while nothing is picked.

    Returns:
        The words, in the order they were picked.
    """
    if key in st.session_state:
        st.session_state[key] = [word for word in st.session_state[key] if word in options]
    values = st.multiselect(label, options, key=key, bind="query-params", placeholder=hint)
    note_widget(key, ", ".join(values))
    return list(values)


def pick_number(label: str, *, key: str, default: int, most: int, least: int = 1, help_text: str | None = None) -> int:
    """A whole number.

    Args:
        label: What is picked.
        key: Widget key, unique across pages.
        default: The number at first.
        most: Largest possible.
        least: Least possible.
        help_text: What stands behind the question mark.

    Returns:
        The number.
    """
    if not least <= st.session_state.get(key, default) <= most:
        st.session_state[key] = default
    value = st.number_input(
        label, min_value=least, max_value=most, value=default, step=1, key=key, bind="query-params", help=help_text, width=280
    )
    note_widget(key, str(value))
    return int(value)


def pick_day(label: str, *, key: str, first: date, last: date) -> date | None:
    """A day, or none.

    Args:
        label: What is picked.
        key: Widget key, unique across pages.
        first: Earliest day possible.
        last: Latest day possible.

    Returns:
        The day; None while nothing is picked.
    """
    kept = st.session_state.get(key)
    if isinstance(kept, date) and not first <= kept <= last:
        st.session_state[key] = None
    value = st.date_input(label, value=None, min_value=first, max_value=last, key=key, bind="query-params", format="DD/MM/YYYY")
    note_widget(key, value.isoformat() if value else "")
    return value


def pick_switch(label: str, *, key: str, default: bool) -> bool:
    """On or off.

    Args:
        label: What is switched.
        key: Widget key, unique across pages.
        default: How it stands at first.

    Returns:
        Whether it is on.
    """
    value = st.toggle(label, value=default, key=key, bind="query-params")
    note_widget(key, str(value).lower())
    return bool(value)


def pick_election(*, key: str, default: str) -> pd.Series:
    """An election, by its title.

    Args:
        key: Widget key.
        default: election_id picked at first.

    Returns:
        The row of elections.csv.
    """
    elections = load_table("elections")
    titles = list(elections["title"].dropna())
    if not titles:
        raise NothingKnownError("any election")
    start = elections.loc[elections["election_id"] == default, "title"]
    title = pick_from_list("Election", titles[::-1], key=key, default=start.iloc[0] if len(start) else None)
    return elections[elections["title"] == title].iloc[0]
