"""Demands and what became of them: all claims on one demand together, and which outcome counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import DateError, format_date, parse_date, parse_reference
from components.ui.election_frames import claim_text, readable, said_by
from components.ui.pick import DOCUMENTS
from components.ui.profile_rows import organisation_names, plain_table

THRESHOLD = "Threshold"
SUBJECTS = {
    THRESHOLD: ("list_threshold",),
    "Seats and formula": (
        "electoral_system",
        "majilis_total_seats",
        "majilis_list_seats",
        "kurultai_total_seats",
        "directly_elected_chamber",
        "parliament_structure",
        "registered_parties_in_parliament",
    ),
    "Blocs": ("electoral_blocs",),
    "Registration": ("party_registration_members", "party_registration", "parties_missing_elections", "party_participation"),
    "Powers of parliament and president": (
        "strong_legislature",
        "parliament_powers",
        "parliamentary_committees",
        "role_of_parties",
        "form_of_government",
        "presidential_system",
        "presidential_term_limit_first_president",
        "prime_minister_consultation",
        "presidency",
        "independent_judiciary",
        "reform_procedure",
        "political_system",
        "party_of_power",
        "government_responsibility",
        "government_discipline",
    ),
    "Akims and local power": ("akims_election", "local_government", "maslikhats_powers"),
    "Media": ("media_access", "media_law", "media_coverage", "public_television"),
    "Finance": ("state_funding",),
    "Election law and repeated elections": ("election_law", "election_commission_members", "annul_election", "repeat_election"),
    "Reform bodies and dialogue": (
        "dialogue",
        "reform_commission_status",
        "reform_commission_chair",
        "reform_commission_members",
        "osce_chairmanship_2009",
    ),
    "Nation, language, territory": (
        "independence",
        "state_language",
        "status_of_russians",
        "status_of_kazakhs",
        "titular_nation",
        "territory",
        "rehabilitation",
        "repatriates",
    ),
    "Help and watching from abroad": ("international_assistance", "international_contacts", "international_monitoring"),
}
OTHER = "Other"
"""Everything else: rights, corruption, resources, how parties work."""
SUBJECT_OF = {parameter: subject for subject, parameters in SUBJECTS.items() for parameter in parameters}
ADOPTED, PARTLY, PENDING, REFUSED, CONTRARY, DIFFER, UNTOLD = (
    "Adopted",
    "In part",
    "Open when last told",
    "Not taken up",
    "The contrary",
    "Sources differ",
    "No source tells",
)
KINDS = {
    "adopted": ADOPTED,
    "later_adopted": ADOPTED,
    "partly": PARTLY,
    "pending": PENDING,
    "not_taken_up": REFUSED,
    "rejected": REFUSED,
    "contrary": CONTRARY,
}
COLOURS = {
    ADOPTED: "#2a70ad",
    PARTLY: "#86bbe6",
    PENDING: "#e6b8d8",
    DIFFER: "#66707c",
    REFUSED: "#e8935f",
    CONTRARY: "#b2402a",
    UNTOLD: "#a7abab",
}
"""Blues for yes, pink and slate for what is unsettled, reds for no; in the order of the cells."""
LATER = "later_adopted"
OUTCOME_WORDS = {
    "adopted": "adopted",
    "later_adopted": "adopted later",
    "partly": "in part",
    "pending": "open",
    "not_taken_up": "not taken up",
    "rejected": "rejected",
    "contrary": "the contrary was done",
}


@dataclass(frozen=True)
class Told:
    """One claim, on a demand or on its outcome.

    Attributes:
        who: Who asked; of an outcome, its word in the data.
        text: What is told, in our words.
        printed: The figure or term as printed, blank where there is none.
        dated: Date of the claim in words.
        span: First and last day it may mean.
        said: Who says so, and where.
        reference: Source and locator.
        note: Our note.
    """

    who: str
    text: str
    printed: str
    dated: str
    span: tuple[date, date]
    said: str
    reference: str
    note: str

    @property
    def key(self) -> str:
        """Key of the source."""
        return parse_reference(self.reference).key


@dataclass(frozen=True)
class Demand:
    """A demand with everything told of it.

    Attributes:
        proposal_id: Its slug.
        subject: A key of `SUBJECTS`, or other.
        headline: What was asked, as the first claim has it.
        parameter: What it is about, as in the data.
        claims: Who asked, the reader's source first.
        outcomes: What became of it, in the order of time.
        verdict: A key of `COLOURS`: what became of it, by what is told.
        askers: Names to filter by.
        figures: Numbers asked for, each with its date.
        words: Everything that can be searched, in lower case.
    """

    proposal_id: str
    subject: str
    headline: str
    parameter: str
    claims: tuple[Told, ...]
    outcomes: tuple[Told, ...]
    verdict: str
    askers: tuple[str, ...]
    figures: tuple[tuple[float | None, str], ...]
    words: str


@st.cache_resource(show_spinner=False)
def load_demands(order: tuple[str, ...]) -> tuple[Demand, ...]:
    """Every demand once, subject after subject.

    Args:
        order: Source keys the reader wants first.

    Returns:
        The demands; those of one subject in the order of the data.
    """
    rows = plain_table("proposals")
    rows = rows[(rows["proposal_id"] != "") & (rows["demand"] != "") & (rows["source"] != "")]
    told = load_outcomes()
    demands = [
        _demand(str(name), list(each_row(same)), told.get(str(name), ()), order) for name, same in rows.groupby("proposal_id", sort=False)
    ]
    places = {subject: place for place, subject in enumerate([*SUBJECTS, OTHER])}
    return tuple(sorted(demands, key=lambda demand: places[demand.subject]))


@st.cache_resource(show_spinner=False)
def load_outcomes() -> dict[str, tuple[Told, ...]]:
    """What is told of each demand's fate, in the order of time, by proposal_id."""
    rows = plain_table("proposal_outcomes")
    found: dict[str, list[Told]] = {}
    for row in each_row(rows[(rows["proposal_id"] != "") & rows["outcome"].isin(list(KINDS)) & (rows["source"] != "")]):
        found.setdefault(row.proposal_id, []).append(_told(row, row.outcome, row.text, row.printed))
    return {name: tuple(sorted(outcomes, key=lambda told: (told.span[1], told.span[0]))) for name, outcomes in found.items()}


def _told(row: Any, who: str, text: str, printed: str) -> Told:
    return Told(who, text, printed, format_date(row.as_of), _span(row.as_of), said_by(row), row.source, readable(row.note))


def _span(text: str) -> tuple[date, date]:
    try:
        found = parse_date(text)
    except DateError:
        return date.min, date.min
    return found.earliest, found.latest


def _demand(name: str, rows: list[Any], outcomes: tuple[Told, ...], order: Sequence[str]) -> Demand:
    wanted = sorted(rows, key=lambda row: parse_reference(row.source).key not in order[:1])
    claims = tuple(_told(row, row.proposer, row.demand, claim_figure(row)) for row in wanted)
    askers = [*dict.fromkeys(_asker(row) for row in rows)]
    searched = [*(f"{told.who} {told.text} {told.printed} {told.note} {told.said}" for told in (*claims, *outcomes)), *askers]
    return Demand(
        proposal_id=name,
        subject=SUBJECT_OF.get(wanted[0].parameter, OTHER),
        headline=wanted[0].demand.rstrip("."),
        parameter=wanted[0].parameter,
        claims=claims,
        outcomes=outcomes,
        verdict=verdict(outcomes, order),
        askers=tuple(askers),
        figures=tuple((claim_number(row), row.as_of) for row in wanted),
        words=" ".join(searched).casefold(),
    )


def claim_figure(row: Any) -> str:
    """The figure or term of a demand as printed, or in words; blank where there is none."""
    return claim_text(row) if row.printed or claim_number(row) is not None else ""


def claim_number(row: Any) -> float | None:
    """The number asked for; of "or less" the most, of "at least" the least."""
    return next((float(figure) for figure in (row.value, row.value_max, row.value_min) if pd.notna(figure)), None)


def _asker(row: Any) -> str:
    """The organisation where the data names one, so that a party and its leader are found together."""
    named = row.proposer.partition(", ")[0].partition(" (")[0].removeprefix("The ")
    return organisation_names().get(row.party_id, "") or named[:1].upper() + named[1:]


def verdict(outcomes: Sequence[Told], order: Sequence[str] = ()) -> str:
    """What counts as the fate of a demand; by the source the reader wants first alone, where it tells anything.

    A dated change of the law, or what the same source tells later, replaces what was told before; where sources say different things
    otherwise, they differ, and none of them is preferred; that the contrary was done is also to say that a demand was not taken up.

    Args:
        outcomes: What is told of it, in the order of time.
        order: Source keys the reader wants first.

    Returns:
        A key of `COLOURS`.
    """
    if not outcomes:
        return UNTOLD
    mine = [told for told in outcomes if told.key in order[:1]]
    counted = _not_replaced(mine or list(outcomes))
    settled = [told for told in counted if KINDS[told.who] != PENDING]
    last = max((told.span[1] for told in settled), default=date.min)
    kinds = {KINDS[told.who] for told in counted if told in settled or told.span[1] > last}
    if kinds == {REFUSED, CONTRARY}:
        return REFUSED
    return kinds.pop() if len(kinds) == 1 else DIFFER


def _not_replaced(outcomes: Sequence[Told]) -> list[Told]:
    def replaces(later: Told, told: Told) -> bool:
        by_time = later.span[0] >= told.span[1] and later.span != told.span
        return by_time and (later.key == told.key or later.who == LATER or later.key not in DOCUMENTS)

    return [told for told in outcomes if not any(replaces(later, told) for later in outcomes)]


def outcome_line(outcomes: Sequence[Told]) -> str:
    """What became of a demand in one line, each outcome with its date and who says so; blank where no source tells.

    Args:
        outcomes: What is told of it.
    """
    return "; ".join(f"{OUTCOME_WORDS[told.who]} ({', '.join(filter(None, [told.dated, told.said]))})" for told in outcomes)
