"""Membership: how many members parties claim, against the law's minimum, and against their votes."""

from pathlib import Path

import streamlit as st

from components.ui.errors import ReaderError, show_error, show_section
from components.ui.frame import show_unknown_chart
from components.ui.membership_density import show_density
from components.ui.membership_history import show_history
from components.ui.membership_minimum import pick_set, show_minimum
from components.ui.membership_registration import show_registration
from components.ui.membership_votes import show_votes
from components.ui.pick import reader_order
from components.ui.words import show_lede

CHARTS = ("history", "minimum", "votes", "density", "registration")


def show_compared(order: tuple[str, ...]) -> None:
    """What depends on whose figures are compared."""
    words = pick_set(order)
    show_section(show_minimum, words, order)
    show_section(show_votes, words, order)


def main() -> None:
    order = reader_order()
    st.title("Membership")
    show_lede("See how many members parties claim, who counted them, what the law asked for, and which have more members than voters.")
    st.html(Path(__file__).parents[1] / "components" / "ui" / "assets" / "membership.css")
    show_unknown_chart(CHARTS)
    show_section(show_history, order)
    show_section(show_compared, order)
    show_section(show_density, order)
    show_section(show_registration)


try:
    main()
except ReaderError as error:
    show_error(error)
