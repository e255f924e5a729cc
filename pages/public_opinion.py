"""Public opinion: what surveys asked, and every figure the documents report of them."""

import streamlit as st

from components.ui import opinion_sections as sections
from components.ui.errors import NothingKnownError, ReaderError, show_error
from components.ui.frame import show_unknown_chart
from components.ui.opinion_data import IN_WORDS, PARTIES, POLITICS, PROBLEMS, QUESTIONS
from components.ui.pick import pick_one
from components.ui.url_state import embedded_chart, is_print_view
from components.ui.words import show_lede

EVERYTHING = "All questions"
GROUPS = {
    POLITICS: (sections.show_repeats,),
    PARTIES: (sections.show_party_questions, sections.show_vote_questions),
    PROBLEMS: (sections.show_tensions, sections.show_rankings),
    IN_WORDS: (sections.show_in_words,),
}
CHARTS = (sections.REPEATS, *QUESTIONS, sections.RANKINGS, sections.WORDS)


def main() -> None:
    st.title("Public opinion")
    show_lede("See every survey figure that the documents report, with who asked whom and when; what was asked again stands side by side.")
    show_unknown_chart(CHARTS)
    if not sections.has_surveys():
        raise NothingKnownError("public opinion")
    with st.container(key="hidden_opinion_group" if is_print_view() else "around_opinion_group"):
        group = pick_one("Questions", (EVERYTHING, *GROUPS), key="opinion_group", show_label=False)
    shown = GROUPS if embedded_chart() or group == EVERYTHING else {group: GROUPS[group]}
    for shows in shown.values():
        sections.show_side_by_side(shows)


try:
    main()
except ReaderError as error:
    show_error(error)
