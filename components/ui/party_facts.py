"""Sections of an organisation's profile on what sources tell of it: programme, means, demands, and the rest."""

from __future__ import annotations

import streamlit as st

from components.charts.frames import each_row
from components.records import format_date
from components.ui.election_frames import readable, references_of, said_by
from components.ui.profile_links import Link, link_html
from components.ui.profile_parts import PageLink, Section, Table, show_head
from components.ui.profile_rows import GENERAL, rows_of
from components.ui.proposal_lab import lab_states
from components.ui.proposals_data import claim_figure, claim_number, load_outcomes, outcome_line

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
FACTS_SHOWN = 5
GENERAL_SHOWN = 10
UNTOLD = "no source tells"


@st.cache_resource(show_spinner=False)
def facts_section(title: str, party_id: str, _order: tuple[str, ...]) -> Section | None:
    """What sources tell of one side of an organisation, with its date and who says so.

    Args:
        title: A heading of `ATTRIBUTES`.
        party_id: The organisation; blank for parties in general.
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
    first, shown = (0 if len(words) > 1 else 1), (FACTS_SHOWN if party_id else GENERAL_SHOWN)
    headings = ("About", "What is told", "As of", "Who says so", "Note")[first:]
    return Section(title, (Table(title, headings, tuple(line[first:] for line in lines), shown=shown),), tuple(references_of(rows)))


def show_general_head() -> None:
    """What the statements on parties in general are."""
    count = len(rows_of("party_facts", "party_id", ""))
    show_head(GENERAL, f"{count} statements of the documents that name no party: on parties as such, or on the opposition as a whole.", ())


def show_way_to_general() -> None:
    """A link to the statements on parties in general, for the end of a profile; none where there are no such statements."""
    if rows_of("party_facts", "party_id", "").empty:
        return
    st.html(f'<p class="atlas-namesakes">Statements that name no party: {link_html(Link("organisation", GENERAL))}.</p>')


@st.cache_resource(show_spinner=False)
def demands_section(party_id: str, _order: tuple[str, ...]) -> Section | None:
    """What it demanded, and what became of it; what the lab can simulate opens there."""
    rows = rows_of("proposals", "party_id", party_id)
    if rows.empty:
        return None
    outcomes = load_outcomes()
    fates = [outcomes.get(row.proposal_id, ()) for row in each_row(rows)]
    lines = [
        (
            row.demand,
            claim_figure(row),
            row.proposer,
            format_date(row.as_of),
            said_by(row),
            outcome_line(fate) or UNTOLD,
            readable(row.note),
        )
        for row, fate in zip(each_row(rows), fates, strict=True)
    ]
    headings = ("Demand", "As printed", "Who asked", "When", "Who says so", "What became of it", "Note")
    states = dict.fromkeys(state for row in each_row(rows) for state in lab_states(row.parameter, [(claim_number(row), row.as_of)]))
    links = (PageLink("threshold_lab", state.words, state.query) for state in states)
    told = [outcome.reference for fate in fates for outcome in fate]
    return Section("Demands", (Table("Demands", headings, tuple(lines)), *links), tuple(dict.fromkeys([*references_of(rows), *told])))
