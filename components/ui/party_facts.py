"""Sections of an organisation's profile on what sources tell of it: programme, means, demands, and the rest."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import format_date
from components.ui.election_frames import claim_text, readable, references_of, said_by
from components.ui.lab_proposals import HOUSE_SIZE, LIST_SHARE, THRESHOLD
from components.ui.profile_parts import PageLink, Section, Table
from components.ui.profile_rows import rows_of

ATTRIBUTES = {
    "Programme": {"ideology": "Ideology", "programme": "Programme"},
    "Target group": {"target_group": "Target group", "founders_social_base": "Founders and base"},
    "Organisation and money": {
        "youth_wing": "Youth wing",
        "council_seats": "Council seats",
        "meetings": "Meetings",
        "funding": "Funding",
    },
    "Media": {"website": "Website", "newspaper": "Newspaper", "television": "Television", "radio": "Radio"},
    "Alliances": {"alliance_talks": "Talks"},
    "Further facts": {"other": "Other"},
}
SIMULATED = {
    THRESHOLD: ("lab_threshold", "a threshold of {} %"),
    HOUSE_SIZE: ("lab_seats", "{} seats"),
    LIST_SHARE: ("lab_list_share", "{} % of the seats from lists"),
}
FACTS_SHOWN = 5


@st.cache_resource(show_spinner=False)
def facts_section(title: str, party_id: str, _order: tuple[str, ...]) -> Section | None:
    """What sources tell of one side of an organisation, with its date and who says so.

    Args:
        title: A heading of `ATTRIBUTES`.
        party_id: The organisation.
        _order: Source keys the reader wants first; every claim is told whatever they are.

    Returns:
        The section; None where nothing is told.
    """
    words = ATTRIBUTES[title]
    facts = rows_of("party_facts", "party_id", party_id)
    rows = facts[facts["attribute"].isin(words)]
    if rows.empty:
        return None
    placed = rows.assign(place=rows["attribute"].map({attribute: place for place, attribute in enumerate(words)}))
    lines = [
        (words[row.attribute], row.text, format_date(row.as_of), said_by(row), readable(row.note))
        for row in each_row(placed.sort_values("place", kind="stable"))
    ]
    first = 0 if len(words) > 1 else 1
    headings = ("About", "What is told", "As of", "Who says so", "Note")[first:]
    return Section(title, (Table(title, headings, tuple(line[first:] for line in lines), shown=FACTS_SHOWN),), tuple(references_of(rows)))


@st.cache_resource(show_spinner=False)
def demands_section(party_id: str, _order: tuple[str, ...]) -> Section | None:
    """What it demanded; what the lab can simulate opens there."""
    rows = rows_of("proposals", "party_id", party_id)
    if rows.empty:
        return None
    lines = [(row.demand, _figure(row), row.proposer, format_date(row.as_of), said_by(row), readable(row.note)) for row in each_row(rows)]
    headings = ("Demand", "As printed", "Who asked", "When", "Who says so", "Note")
    table = Table("Demands", headings, tuple(lines))
    return Section("Demands", (table, *(_lab_link(row) for row in each_row(rows) if _is_simulated(row))), tuple(references_of(rows)))


def _figure(row: Any) -> str:
    return claim_text(row) if row.printed or pd.notna([row.value, row.value_min, row.value_max]).any() else ""


def _is_simulated(row: Any) -> bool:
    return row.parameter in SIMULATED and (pd.notna(row.value) or pd.notna(row.value_max))


def _lab_link(row: Any) -> PageLink:
    """The lab, set to the figure that was asked for; of "or less" to the most."""
    key, words = SIMULATED[row.parameter]
    figure = f"{row.value if pd.notna(row.value) else row.value_max:g}"
    return PageLink("threshold_lab", f"Set the lab to {words.format(figure)}", ((key, figure),))
