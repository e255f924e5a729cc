"""Tidy frames on how the seats of parliament are filled: claims laid to convocations, one source for each chamber."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import DateSpan, Resolution, read_span, resolve_claims
from components.ui.load import load_sources, load_table

CHAMBERS = {
    "supreme-soviet": "Supreme Soviet",
    "majilis": "Majilis",
    "senate": "Senate",
    "kurultai": "Kurultai",
}
UPPER = "senate"
WAYS = {
    "district_vote": ("district vote", "#2f74b5"),
    "list_vote": ("list vote", "#86b9e0"),
    "maslikhats": ("maslikhats", "#7f8a2e"),
    "president": ("president", "#a8527a"),
    "assembly_of_peoples": ("Assembly of Peoples", "#b9ad92"),
}
"""Who fills a seat: words and colour."""
UNSAID = ("not said how", "rgba(128,128,128,0.3)")
CITIZENS = ("district_vote", "list_vote")


@dataclass(frozen=True)
class Convocation:
    """A parliament, from its election or its first day.

    Attributes:
        year: In words, for labels.
        day: First day it may have been elected.
        chamber: Its lower or only chamber.
        number: Number of the convocation; None where it has none.
        name: Name of that chamber at that time.
    """

    year: str
    day: date
    chamber: str
    number: int | None
    name: str


@st.cache_resource(show_spinner=False)
def convocations() -> tuple[Convocation, ...]:
    """Every parliament that was elected, and a chamber that no election row names, in order of time."""
    elections = load_table("elections").query("office == 'parliament'")
    found = []
    for row in each_row(elections):
        span = read_span(row.date)
        if span and isinstance(row.chamber, str):
            number = None if pd.isna(row.convocation) else int(row.convocation)
            found.append(Convocation(str(span.earliest.year), span.earliest, row.chamber, number, _chamber_name(row.title)))
    return tuple(sorted([*found, *_unelected({entry.chamber for entry in found} | {UPPER})], key=lambda entry: entry.day))


def _chamber_name(title: object) -> str:
    return " ".join(word for word in str(title).split() if not word.isdigit())


def _unelected(known: set[str]) -> list[Convocation]:
    """Chambers of chambers.csv whose election the data does not hold."""
    claims = load_table("chambers").dropna(subset=["chamber"])
    first = claims[~claims["chamber"].isin(known)].drop_duplicates("chamber")
    spans = [(row.chamber, read_span(row.valid_from)) for row in each_row(first)]
    return [
        Convocation(str(span.earliest.year), span.earliest, chamber, None, CHAMBERS.get(chamber, chamber.capitalize()))
        for chamber, span in spans
        if span
    ]


@st.cache_resource(show_spinner=False)
def applied_claims() -> pd.DataFrame:
    """Claims on seats, once for each convocation they are about.

    Returns:
        The claims with `year` (of the convocation), `house` (chamber in words), `part` (total or parts).
    """
    pieces = []
    for row in each_row(load_table("chambers").dropna(subset=["chamber", "value"])):
        pieces += [{"claim_id": row.claim_id, "year": entry.year, "house": _house(row.chamber, entry)} for entry in _about(row)]
    laid = pd.DataFrame(pieces, columns=["claim_id", "year", "house"])
    merged = laid.merge(load_table("chambers"), on="claim_id")
    return merged.assign(part=merged["filled_by"].isna().map({True: "total", False: "parts"}))


def _house(chamber: str, entry: Convocation) -> str:
    return entry.name if chamber == entry.chamber else CHAMBERS.get(chamber, chamber.capitalize())


def _about(row: Any) -> list[Convocation]:
    """The convocations that a claim speaks of: its own, else those that its dates cover."""
    own = [entry for entry in convocations() if row.chamber == entry.chamber or (row.chamber == UPPER and entry.chamber == "majilis")]
    if pd.notna(row.convocation):
        return [entry for entry in own if entry.number == row.convocation]
    return _covered(own, read_span(row.valid_from), read_span(row.valid_to), read_span(row.as_of))


def _covered(own: Sequence[Convocation], start: DateSpan | None, end: DateSpan | None, told: DateSpan | None) -> list[Convocation]:
    """With no start that is known, the last one before the end; with no end, the first one and those up to the day it is told of."""
    until = None if end is None else end.latest if end.precision == "interval" else end.earliest
    if start is None or start.earliest == date.min:
        last = until or (told.earliest if told and told.earliest > date.min else told.latest if told else None)
        return [entry for entry in own if last and entry.day <= last][-1:]
    later = [entry for entry in own if entry.day >= start.earliest]
    if until is None:
        until = max([entry.day for entry in later[:1]] + ([told.latest] if told else []), default=date.min)
    return [entry for entry in later if entry.day <= until]


@st.cache_resource(show_spinner=False)
def seat_claims(order: tuple[str, ...]) -> Resolution:
    """One source for the parts and one for the total of each chamber of each convocation.

    Args:
        order: Source keys the reader wants first.

    Returns:
        The chosen claims and their rivals.
    """
    return resolve_claims(
        applied_claims(), contest=("year", "house", "part"), subject=("filled_by",), order=order, bibliography=tuple(load_sources())
    )


@st.cache_resource(show_spinner=False)
def house_frame(order: tuple[str, ...]) -> pd.DataFrame:
    """Every chamber of every convocation, as far as it is known as a whole.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Columns year, house, a column of seats for each of `WAYS` (missing where not said), total, parts (their sum), source.
    """
    chosen = seat_claims(order).chosen
    rows = []
    for entry in convocations():
        for house in dict.fromkeys([entry.name, CHAMBERS[UPPER]]):
            claims = chosen[(chosen["year"] == entry.year) & (chosen["house"] == house)]
            ways = {row.filled_by: row.value for row in each_row(claims[claims["part"] == "parts"])}
            totals = list(claims.loc[claims["part"] == "total", "value"])
            if totals or set(CITIZENS) & set(ways):
                parts = sum(ways.values())
                source = "; ".join(dict.fromkeys(claims["source"]))
                rows.append(
                    {"year": entry.year, "house": house, **{way: ways.get(way) for way in WAYS}}
                    | {"total": totals[0] if totals else parts, "parts": parts, "source": source}
                )
    return pd.DataFrame(rows, columns=["year", "house", *WAYS, "total", "parts", "source"]).astype(dict.fromkeys(WAYS, "float64"))


def piece_frame(houses: pd.DataFrame) -> pd.DataFrame:
    """A row for each way of filling seats in each chamber, for the chart.

    Args:
        houses: As `house_frame` gives it.

    Returns:
        Columns group, house, words, colour, seats, sum_label.
    """
    rows = []
    for row in each_row(houses):
        known = [(*WAYS[way], getattr(row, way)) for way in WAYS if getattr(row, way) > 0]
        rest = [(*UNSAID, row.total - row.parts)] if row.total > row.parts else []
        label = sum_label(row.total, [seats for _, _, seats in [*known, *rest]])
        rows += [
            {"group": row.year, "house": f"{row.year} {row.house}", "words": words, "colour": colour, "seats": seats, "sum_label": label}
            for words, colour, seats in [*known, *rest]
        ]
    return pd.DataFrame(rows, columns=["group", "house", "words", "colour", "seats", "sum_label"])


def sum_label(total: float, pieces: Sequence[float]) -> str:
    """The seats of a chamber as a sum: "107 = 98 + 9"."""
    return f"{total:.0f}" if len(pieces) < 2 else f"{total:.0f} = {' + '.join(f'{seats:.0f}' for seats in pieces)}"  # noqa: PLR2004


def share_frame(houses: pd.DataFrame) -> pd.DataFrame:
    """The share of all seats that citizens fill, for parliaments of which every chamber is known.

    Args:
        houses: As `house_frame` gives it.

    Returns:
        Columns group, lists, districts, seats, share_with_lists, share_without_lists, source.
    """
    rows = []
    for entry in convocations():
        whole = houses[houses["year"] == entry.year]
        two = entry.chamber == "majilis"
        if len(whole) != 1 + two or not (whole[list(CITIZENS)] > 0).any(axis=None):
            continue
        districts, lists = (float(whole[way].sum()) for way in CITIZENS)
        seats = float(whole["total"].sum())
        rows.append(
            {
                "group": entry.year,
                "lists": lists,
                "districts": districts,
                "seats": seats,
                "share_with_lists": 100 * (lists + districts) / seats,
                "share_without_lists": 100 * districts / seats,
                "source": "; ".join(whole["source"]),
            }
        )
    columns = ["group", "lists", "districts", "seats", "share_with_lists", "share_without_lists", "source"]
    return pd.DataFrame(rows, columns=columns)
