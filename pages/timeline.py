"""Timeline: what happened when, each date no more exact than its source."""

import streamlit as st

from components.ui.errors import ReaderError, show_error
from components.ui.frame import show_unknown_chart
from components.ui.timeline_sections import CHART, show_timeline
from components.ui.words import show_lede


def main() -> None:
    st.title("Timeline")
    show_lede("See what came first and what followed; no date is drawn more exact than its source has it.")
    show_unknown_chart((CHART,))
    show_timeline()


try:
    main()
except ReaderError as error:
    show_error(error)
