"""Threshold lab: what another threshold would have done to each parliament."""

import streamlit as st

from components.seats import IncompleteLawError
from components.ui.errors import ReaderError, show_error, show_section
from components.ui.finding_columns import show_finding_columns
from components.ui.findings import computed_findings
from components.ui.frame import show_unknown_chart
from components.ui.lab_sections import VIEW_OF_CHART, reproduction_line, show_live_lab
from components.ui.lab_setting import pick_setting, show_changes, year_of
from components.ui.words import OFFICIAL_COUNTS, show_lede, show_standing

CHARTS = ("parliament", *VIEW_OF_CHART)


def show_year_findings(order: tuple[str, ...], year: str) -> None:
    show_finding_columns(computed_findings(order, year=year), title=f"Computed from the votes of {year}")


def main() -> None:
    st.title("Threshold lab")
    show_lede("Move the threshold and watch the same votes become another parliament; gold marks the law of the day.")
    show_unknown_chart(CHARTS)
    with st.container(key="around_lab_settings", gap="small"):
        setting = pick_setting()
        show_changes(setting)
    show_live_lab(setting)
    show_section(show_year_findings, setting.order, year_of(setting.election_id))
    show_standing(reproduction_line(setting))
    show_standing("The lab tests rules, not voters. " + OFFICIAL_COUNTS)


try:
    main()
except ReaderError as error:
    show_error(error)
except IncompleteLawError as error:
    show_error(ReaderError("the law of that election", str(error), "Pick another election."))
