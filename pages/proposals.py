"""Proposals: what parties, commissions and authors asked for, and what became of it."""

import streamlit as st

from components.ui.errors import ReaderError, show_error
from components.ui.frame import show_unknown_chart
from components.ui.proposals_sections import CHART, show_proposals
from components.ui.words import show_lede


def main() -> None:
    st.title("Proposals")
    show_lede("See who asked for which change of the rules, when, and what sources or the dated law tell of its fate.")
    show_unknown_chart((CHART,))
    show_proposals()


try:
    main()
except ReaderError as error:
    show_error(error)
