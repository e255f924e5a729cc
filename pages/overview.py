"""Overview: how one party came to hold the parliament, in one screen."""

import streamlit as st

from components.ui.errors import ReaderError, show_error, show_section
from components.ui.frame import show_unknown_chart
from components.ui.overview_sections import coverage_line, show_findings, show_minimum, show_party_count, show_presidential_share
from components.ui.pick import reader_order
from components.ui.words import OFFICIAL_COUNTS, show_lede, show_standing


def main() -> None:
    order = reader_order()
    st.title("Party Atlas of Kazakhstan")
    show_lede(f"How Kazakhstan’s party system was made, and what its rules do to votes. {coverage_line()}")
    show_unknown_chart(("presidential-share",))
    for show in (show_presidential_share, show_findings, show_party_count, show_minimum):
        show_section(show, order)
    show_standing(OFFICIAL_COUNTS)


try:
    main()
except ReaderError as error:
    show_error(error)
