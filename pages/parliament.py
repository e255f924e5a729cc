"""Parliament: how its seats are filled, who sits there, and who appoints whom."""

import streamlit as st

from components.ui import parliament_bodies as bodies
from components.ui import parliament_chambers as chambers
from components.ui import parliament_deputies as deputies
from components.ui import parliament_power_sections as powers
from components.ui import parliament_super as super_parties
from components.ui.errors import ReaderError, show_error, show_section
from components.ui.frame import show_unknown_chart
from components.ui.pick import pick_one, reader_order
from components.ui.url_state import embedded_chart
from components.ui.words import show_lede

CHAMBERS, DEPUTIES, POWERS = "Chambers", "Deputies", "Powers"
BODIES, SUPER = "Reform bodies", "Super parties"
CHARTS = {
    **dict.fromkeys(("seats", "citizens"), CHAMBERS),
    **dict.fromkeys(("ages", "women", "minimums"), DEPUTIES),
    "powers": POWERS,
    **dict.fromkeys(("participation", "bodies", "later-bodies"), BODIES),
    "super-parties": SUPER,
}


def show_chambers() -> None:
    show_section(chambers.show_seats, reader_order())
    show_section(chambers.show_citizens, reader_order())
    show_section(chambers.show_who_counts_how)


def show_deputies() -> None:
    for show in (deputies.show_ages, deputies.show_women, deputies.show_minimums):
        show_section(show)
    for tell in (deputies.show_committees, deputies.show_all_figures):
        show_section(tell)


def show_powers() -> None:
    show_section(powers.show_powers, reader_order())
    show_section(powers.show_power_claims)


def show_bodies() -> None:
    show_section(bodies.show_participation, reader_order())
    show_section(bodies.show_bodies, reader_order())


def show_super_parties() -> None:
    show_section(super_parties.show_super_parties, reader_order())
    show_section(super_parties.show_opinions)


VIEWS = {CHAMBERS: show_chambers, DEPUTIES: show_deputies, POWERS: show_powers, BODIES: show_bodies, SUPER: show_super_parties}


def main() -> None:
    st.title("Parliament")
    show_lede("See who fills each seat of parliament, who sits there, and who appoints whom before and after May 2007.")
    show_unknown_chart(tuple(CHARTS))
    with st.container(key="around_parliament_view"):
        view = pick_one("View", tuple(VIEWS), key="parliament_view", show_label=False)
    VIEWS[CHARTS.get(embedded_chart() or "", view)]()


try:
    main()
except ReaderError as error:
    show_error(error)
