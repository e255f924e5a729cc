"""Family trees: who came from whom, and who calls whom opposition."""

import streamlit as st

from components.ui.camp_sections import show_camps, show_families
from components.ui.errors import ReaderError, show_error, show_section
from components.ui.frame import show_unknown_chart
from components.ui.pick import pick_one
from components.ui.tree_sections import pick_tree, show_genealogy
from components.ui.url_state import embedded_chart
from components.ui.words import show_lede

TREE, CAMPS = "Genealogy", "Families and camps"
CHARTS = {"genealogy": TREE, "camps": CAMPS}


def show_tree() -> None:
    show_genealogy(pick_tree())


def show_classifications() -> None:
    show_section(show_camps)
    show_section(show_families)


def main() -> None:
    st.title("Family trees")
    show_lede("From the clubs of the late 1980s to the parties of today: every founding, split, merger and ban, with who says so.")
    show_unknown_chart(tuple(CHARTS))
    with st.container(key="around_trees_view"):
        view = pick_one("View", (TREE, CAMPS), key="trees_view", show_label=False)
    view = CHARTS.get(embedded_chart() or "", view)
    {TREE: show_tree, CAMPS: show_classifications}[view]()


try:
    main()
except ReaderError as error:
    show_error(error)
