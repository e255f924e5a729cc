"""Demands that the Threshold lab can simulate: the address of the lab for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from components.records import DateError, parse_date
from components.ui.counts import list_elections
from components.ui.lab_proposals import HOUSE_SIZE, LIST_SHARE, THRESHOLD
from components.ui.lab_sections import STAIRCASE, UNIONS, VIEW
from components.ui.lab_setting import LIST_SHARE as LIST_SHARE_KEY
from components.ui.lab_setting import SEATS, VOTES_OF, year_of
from components.ui.lab_setting import THRESHOLD as THRESHOLD_KEY
from components.ui.load import load_table

BLOCS = "electoral_blocs"
SIMULATED = {
    THRESHOLD: (THRESHOLD_KEY, "a threshold of {} %"),
    HOUSE_SIZE: (SEATS, "{} seats"),
    "kurultai_total_seats": (SEATS, "{} seats"),
    LIST_SHARE: (LIST_SHARE_KEY, "{} % of the seats from lists"),
}
WITHOUT_A_NUMBER = {
    THRESHOLD: ("No number is told: seats at every threshold in the lab", (VIEW, STAIRCASE)),
    BLOCS: ("What every union of two lists would have had, in the lab", (VIEW, UNIONS)),
}
DEFAULT_YEAR = "2007"


@dataclass(frozen=True)
class LabState:
    """A way into the lab.

    Attributes:
        words: What stands on the link.
        query: Settings of the lab, as in its address.
    """

    words: str
    query: tuple[tuple[str, str], ...]


def lab_states(parameter: str, figures: Iterable[tuple[float | None, str]]) -> tuple[LabState, ...]:
    """Ways into the lab for one demand, each number once, with the votes of the list election nearest to its first date.

    Args:
        parameter: What the demand is about, as in proposals.csv.
        figures: Numbers asked for, None where there is none, each with its date.

    Returns:
        The ways; none where the lab cannot simulate it.
    """
    asked = list(figures)
    numbers: dict[float, str] = {}
    for number, day in asked:
        if number is not None:
            numbers.setdefault(number, day)
    if numbers and parameter in SIMULATED:
        return tuple(_state(parameter, number, day) for number, day in numbers.items())
    if asked and parameter in WITHOUT_A_NUMBER:
        words, setting = WITHOUT_A_NUMBER[parameter]
        return (LabState(words, (setting, *_votes_of(asked[0][1]))),)
    return ()


def _state(parameter: str, number: float, day: str) -> LabState:
    key, words = SIMULATED[parameter]
    votes = _votes_of(day)
    year = f" and the votes of {votes[0][1]}" if votes else ""
    return LabState(f"Set the lab to {words.format(f'{number:g}')}{year}", ((key, f"{number:g}"), *votes))


def _votes_of(day: str) -> tuple[tuple[str, str], ...]:
    """The setting for the votes of the nearest list election; nothing where that is where the lab starts."""
    year = nearest_year(day)
    return () if year in ("", DEFAULT_YEAR) else ((VOTES_OF, year),)


@st.cache_resource(show_spinner=False)
def nearest_year(day: str) -> str:
    """Year of the list election nearest to a date; blank where there is no date or no election.

    Args:
        day: EDTF date.
    """
    try:
        asked = parse_date(day).latest
    except DateError:
        return ""
    dates = load_table("elections").drop_duplicates("election_id").set_index("election_id")["date"]
    held = {year_of(election): parse_date(str(dates[election])).latest for election in list_elections()}
    return min(held, key=lambda year: abs((held[year] - asked).days), default="")
