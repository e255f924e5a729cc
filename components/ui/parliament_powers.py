"""Who does what to whom among the organs of state, before and after May 2007: claims laid to the two states and compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import DateSpan, read_span
from components.ui.lineage_words import short_source
from components.ui.load import load_sources, load_table

BEFORE, AFTER = "before", "after"
CONSTITUTION = date(1995, 8, 1)
"""The constitution of August 1995 set up the organs that are compared."""
AMENDED = date(2007, 5, 1)
AMENDED_YEAR = 2007
OLD_STATE_ENDS = date(2007, 4, 30)
DOCUMENTS_END = date(2012, 12, 31)
"""Claims on later days belong to another time and are listed apart."""
NEGATIVE = re.compile(r"^not\b", re.IGNORECASE)
ONE_ACTOR = ("appoints", "elects", "no_confidence")
"""Powers that two sources who name two actors cannot both be right about."""


@dataclass(frozen=True)
class Power:
    """What is told of one power of one actor over one office.

    Attributes:
        office: Slug.
        actor: Slug.
        power: Slug.
        before: Claims on the time before May 2007.
        after: Claims on the time after.
        mark: What May 2007 did to it (a key of `MARKS`); empty where nobody says that it did anything.
    """

    office: str
    actor: str
    power: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    mark: str

    def claims(self, state: str) -> tuple[Any, ...]:
        """The claims on one of the two states."""
        return self.before if state == BEFORE else self.after


def _told(text: object) -> DateSpan | None:
    """The days a claim is about; "until 2007" does not say that it holds after May."""
    span = read_span(text)
    if span and span.earliest < AMENDED and str(text).endswith(f"/{AMENDED_YEAR}"):
        return replace(span, latest=OLD_STATE_ENDS)
    return span


def states_of(row: Any) -> tuple[str, ...]:
    """The states that a claim is about: before May 2007, after it, both, or neither.

    Args:
        row: A row of powers.csv.

    Returns:
        Some of "before" and "after".
    """
    start, end, told = read_span(row.valid_from), read_span(row.valid_to), _told(row.as_of)
    if start and start.earliest == date.min and not end:
        return (BEFORE, AFTER)
    first, last = _reach(start, end, told)
    if first is None or last is None:
        return ()
    before = first < AMENDED and last >= CONSTITUTION and not _is_soviet(end)
    after = last >= AMENDED and first <= DOCUMENTS_END
    return tuple(state for state, holds in ((BEFORE, before), (AFTER, after)) if holds)


def _reach(start: DateSpan | None, end: DateSpan | None, told: DateSpan | None) -> tuple[date | None, date | None]:
    """First and last day a claim speaks of; an end in 2007 is that of the old state."""
    if end and end.precision != "interval" and end.earliest.year <= AMENDED_YEAR:
        return (start.earliest if start else date.min), min(end.earliest, OLD_STATE_ENDS)
    if start:
        first = max(start.earliest, AMENDED) if start.latest >= AMENDED and start.earliest.year == AMENDED_YEAR else start.earliest
        last = end.latest if end else max(first, told.latest if told else first)
        return first, last
    return (told.earliest, told.latest) if told else (None, None)


def _is_soviet(end: DateSpan | None) -> bool:
    return end is not None and end.latest < CONSTITUTION


@st.cache_resource(show_spinner=False)
def load_powers(order: tuple[str, ...]) -> tuple[Power, ...]:
    """Every power under the constitution of 1995 up to the end of the documents.

    Args:
        order: Source keys the reader wants first; their claims stand first in each power.

    Returns:
        The powers, in the order of the table.
    """
    claims = load_table("powers").dropna(subset=["office", "actor", "power"])
    wanted = {key: place for place, key in enumerate([*order, *(key for key in load_sources() if key not in order)])}
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in each_row(claims):
        if states_of(row):
            found.setdefault((row.office, row.actor, row.power), []).append(row)
    return tuple(_power(key, sorted(rows, key=lambda row: wanted.get(document_of(row), len(wanted)))) for key, rows in found.items())


def document_of(row: Any) -> str:
    """Key of the source of a claim."""
    return str(row.source).partition("[")[0]


def _power(key: tuple[str, str, str], rows: Sequence[Any]) -> Power:
    before = tuple(row for row in rows if BEFORE in states_of(row))
    after = tuple(row for row in rows if AFTER in states_of(row))
    return Power(*key, before=before, after=after, mark=change_mark(before, after))


def change_mark(before: Sequence[Any], after: Sequence[Any]) -> str:
    """What May 2007 did to a power, as the claims on it date themselves.

    Args:
        before: Claims on the time before.
        after: Claims on the time after.

    Returns:
        A key of `MARKS`; empty where no claim is dated by May 2007.
    """
    begun = [row for row in after if _begins_in_may(row)]
    ended = [row for row in before if _ends_in_may(row)]
    if {row.claim_id for row in before} & {row.claim_id for row in after} and begun:
        return "same"
    granted = [row for row in begun if not is_negative(row)]
    if not begun and not ended:
        return ""
    if granted:
        return "changed" if before else "since"
    return "ended" if ended else "refused"


def _begins_in_may(row: Any) -> bool:
    span = read_span(row.valid_from)
    return span is not None and span.earliest.year == AMENDED_YEAR and span.latest >= AMENDED


def _ends_in_may(row: Any) -> bool:
    span = read_span(row.valid_to)
    return span is not None and span.earliest.year == AMENDED_YEAR


def is_negative(row: Any) -> bool:
    """Whether a claim says that somebody does not have a power."""
    return isinstance(row.detail, str) and bool(NEGATIVE.match(row.detail))


def rival_actors(power: Power, powers: Iterable[Power], state: str) -> dict[str, list[str]]:
    """Others who hold a power that only one can hold, by sources that do not know of this one.

    Args:
        power: The power.
        powers: All of them.
        state: "before" or "after".

    Returns:
        Short names of sources by actor.
    """
    own = _documents(power.claims(state))
    if power.power not in ONE_ACTOR or not own:
        return {}
    others = {}
    for other in powers:
        same = (other.office, other.power) == (power.office, power.power) and other.actor != power.actor
        documents = _documents(other.claims(state)) if same else set()
        if documents and not documents & own:
            others[other.actor] = [short_source(f"{key}[page]") for key in sorted(documents)]
    return others


def _documents(rows: Iterable[Any]) -> set[str]:
    return {document_of(row) for row in rows if not is_negative(row)}


def claims_outside() -> pd.DataFrame:
    """Claims on other times: before the constitution of 1995, and after the documents."""
    claims = load_table("powers").dropna(subset=["office", "actor", "power"])
    return claims[pd.Series([not states_of(row) for row in each_row(claims)], index=claims.index, dtype="bool")]
