"""Elections: how votes became seats, and who was missing."""

import streamlit as st

from components.ui import election_evidence as evidence
from components.ui import election_indices as indices
from components.ui import election_overviews as all_elections
from components.ui import election_sections as one_election
from components.ui.errors import ReaderError, show_error, show_section
from components.ui.frame import show_unknown_chart
from components.ui.pick import pick_election, pick_one, reader_order
from components.ui.url_state import embedded_chart
from components.ui.words import OFFICIAL_COUNTS, show_lede, show_standing

ONE, ALL, KNOWN = "One election", "All elections", "What is known"
CHARTS = {
    **dict.fromkeys(("votes", "parliament", "share-claims", "turnout"), ONE),
    **dict.fromkeys(("chambers", "party-numbers", "turnouts"), ALL),
    "coverage": KNOWN,
}


def show_one_election() -> None:
    order = reader_order()
    with st.container(key="around_election_pick"):
        election = pick_election(key="elections_election", default="majilis-2007")
    for show in (one_election.show_votes_and_seats, one_election.show_figures, one_election.show_parliament):
        show_section(show, election, order)
    with st.container(key="around_wasted"):
        show_section(indices.show_votes_without_seat, election, order)
    for tell in (evidence.show_claims, evidence.show_turnout_claims, evidence.show_backings):
        show_section(tell, election)
    for tell in (evidence.show_absences, evidence.show_assessments):
        show_section(tell, election)
    show_standing(evidence.standing_line(str(election["election_id"])))


def show_all_elections() -> None:
    order = reader_order()
    show_section(all_elections.show_chambers, order)
    show_section(all_elections.show_party_numbers, order)
    with st.container(key="around_indices"):
        show_section(indices.show_index_table, order)
    show_section(all_elections.show_turnouts)
    show_standing(OFFICIAL_COUNTS)


def show_known() -> None:
    show_section(all_elections.show_coverage)
    show_standing(OFFICIAL_COUNTS)


def main() -> None:
    st.title("Elections")
    show_lede("Pick an election and see how votes became seats, who disagrees about the figures, and who was not on the ballot.")
    show_unknown_chart(tuple(CHARTS))
    with st.container(key="around_election_view"):
        view = pick_one("View", (ONE, ALL, KNOWN), key="elections_view", show_label=False)
    view = CHARTS.get(embedded_chart() or "", view)
    {ONE: show_one_election, ALL: show_all_elections, KNOWN: show_known}[view]()


try:
    main()
except ReaderError as error:
    show_error(error)
