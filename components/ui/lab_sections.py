"""Sections of the Threshold lab: the live diagram, and one view at a time below it."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.style import NEUTRAL, percent
from components.seats import Allocation, allocate_seats, compose_chamber
from components.ui.counts import BASES, district_seats, load_law, official_list_seats, source_names
from components.ui.election_frames import figure_value
from components.ui.frame import ChartFrame, show_framed
from components.ui.lab_data import HIGHEST, slider_data
from components.ui.lab_explanations import pick_seat, show_seat, show_unions
from components.ui.lab_notes import lab_notes
from components.ui.lab_proposals import preset_references
from components.ui.lab_setting import SEAT, THRESHOLD, LabSetting
from components.ui.lab_views import show_formulas, show_laws, show_staircase
from components.ui.lab_words import finding, seat_text
from components.ui.pick import pick_one
from components.ui.threshold_slider import mount_threshold_slider
from components.ui.url_state import embedded_chart, note_widget, write_widget

VIEW = "lab_view"
STAIRCASE, ONE_SEAT, UNIONS, FORMULAS, LAWS = "Seat staircase", "Explain a seat", "Unions", "All formulas", "Votes and laws"
VIEWS: dict[str, Callable[[LabSetting, int, int], None]] = {
    STAIRCASE: lambda setting, value, _: show_staircase(setting, value),
    ONE_SEAT: show_seat,
    UNIONS: lambda setting, value, _: show_unions(setting, value),
    FORMULAS: lambda setting, value, _: show_formulas(setting, value),
    LAWS: lambda setting, _, __: show_laws(setting),
}
"""Each takes the setting, the threshold in hundredths of a per cent, and the number of the seat that is explained."""
VIEW_OF_CHART = {"staircase": STAIRCASE, "seat": ONE_SEAT, "unions": UNIONS, "formulas": FORMULAS, "laws": LAWS}
ROUNDING_NOISE = 1e-6
"""3.09 typed is 308.99999 hundredths as a float; anything more than that is cut, not rounded up."""


@st.fragment
def show_live_lab(setting: LabSetting) -> None:
    """The slider with its diagram, and the view that follows it; only this part reruns on release.

    Args:
        setting: What is simulated.
    """
    diagram = st.container(gap="small")
    threshold = st.number_input(
        "Type an exact threshold, per cent",
        min_value=0.0,
        max_value=HIGHEST / 100,
        value=float(100 * setting.law.legal_threshold),
        step=0.01,
        format="%.2f",
        key=THRESHOLD,
        bind="query-params",
        width=280,
    )
    note_widget(THRESHOLD, f"{threshold:g}")
    value = int(100 * threshold + ROUNDING_NOISE)
    with st.container(key="around_lab_view"):
        view = pick_one("Below the diagram", list(VIEWS), key=VIEW, show_label=False)
    view = VIEW_OF_CHART.get(embedded_chart() or "", view)
    seat = pick_seat(setting, value, hidden=view != ONE_SEAT)
    with diagram:
        _show_diagram(setting, value, picked=seat)
    VIEWS[view](setting, value, seat)


def _commit(hundredths_of_pct: int) -> None:
    write_widget(THRESHOLD, hundredths_of_pct / 100)


def _pick_seat(number: int) -> None:
    write_widget(SEAT, number)
    write_widget(VIEW, ONE_SEAT)


def _show_diagram(setting: LabSetting, value: int, *, picked: int) -> None:
    lists, law = setting.lists, setting.law
    step = setting.staircase.at(Fraction(value, 10000))
    others, other_references = _other_seats(setting)
    data = slider_data(lists, law, setting.staircase, others=others, caption=_caption(setting))
    title = finding(setting.staircase, setting.staircase.steps.index(step), lists, law.n_seats).replace(
        "{threshold}", percent(value / 100)[:-2]
    )
    frame = ChartFrame(
        page="lab",
        name="parliament",
        title=title,
        subtitle=_caption(setting),
        alt=title,
        references=[
            *lists.references,
            *_base_references(setting),
            *other_references,
            *(reference for _, reference in law.references),
            *preset_references(),
        ],
        table=_allocation_table(setting, step.allocation),
        notes=lab_notes(setting),
        heading=False,
    )
    shown = {**data, "value": value, "picked": picked}
    show_framed(frame, lambda: mount_threshold_slider(key="lab_slider", data=shown, on_commit=_commit, on_seat=_pick_seat))


def _caption(setting: LabSetting) -> str:
    law = setting.law
    name = setting.election_id.replace("-", " ").capitalize()
    under = "" if setting.law_of == setting.election_id else f" under the law of {setting.law_year}"
    seats = f"{law.n_seats} list seats" if setting.n_other == 0 else f"{law.n_seats} list seats of {setting.n_seats}"
    return f"{name}{under}: the {seats}; shares of {BASES[law.threshold_base].lower()}"


def _other_seats(setting: LabSetting) -> tuple[list[dict[str, Any]], list[str]]:
    """Seats that lists do not fill: as the record has them where it has exactly that many, else unknown."""
    if setting.n_other == 0:
        return [], []
    districts = district_seats(setting.election_id, setting.order)
    seats_of = dict(zip(districts["contestant_id"], districts["value"].astype(int), strict=True))
    nobody = Allocation({})
    known = compose_chamber(nobody, n_other=setting.n_other, known=seats_of).other_seats
    if known is None:
        return [{"name": "In districts: not known", "colour": NEUTRAL, "seats": setting.n_other, "known": False}], []
    rows = districts[districts["value"] > 0].sort_values("value", ascending=False)
    entries = [
        {"name": f"{name}, districts", "colour": colour, "seats": int(seats), "known": True}
        for name, colour, seats in zip(rows["name"], rows["colour"], rows["value"], strict=True)
    ]
    return entries, list(rows["source"])


def _base_references(setting: LabSetting) -> list[str]:
    """Source of the total that the threshold is a share of, where it is not the sum of the lists."""
    if setting.lists.unit != "votes":
        return []
    _, reference = figure_value(setting.election_id, setting.law.threshold_base, setting.order)
    return [reference] if reference else []


def _allocation_table(setting: LabSetting, allocation: Allocation) -> pd.DataFrame:
    """Per list: share, whole quotas, remainder, seats, and the source of its votes."""
    lists = setting.lists
    sources = dict(zip(lists.claims["contestant_id"], lists.claims["source"], strict=True))
    return pd.DataFrame(
        [
            {
                "List": lists.names[name],
                lists.unit.capitalize(): float(votes),
                "Share, per cent": round(float(100 * setting.staircase.shares[name]), 4),
                "Admitted": "yes" if name in allocation.admitted else "no",
                "Whole quotas": allocation.whole.get(name),
                "Remainder": float(allocation.remainders[name]) if name in allocation.remainders else None,
                "Seats": allocation.seats[name],
                "Source": sources.get(name, source_names(lists.references)),
            }
            for name, votes in lists.count.votes.items()
        ]
    )


def reproduction_line(setting: LabSetting) -> str:
    """Whether the engine gives the official seats of the election under the law of the day, and what is missing.

    Args:
        setting: What is simulated.

    Returns:
        A sentence.
    """
    official, references = official_list_seats(setting.election_id, setting.order)
    law, count = load_law(setting.election_id), setting.apart.count
    if law.threshold_base not in count.bases:
        missing = BASES[law.threshold_base].lower()
        return f"Not checked against the official seats: {missing}, the base the commission applied, is not known for this count."
    result = allocate_seats(count, law)
    won = {name: seats for name, seats in result.seats.items() if seats}
    known = {name: seats for name, seats in official.items() if seats}
    bar = f"{percent(float(100 * law.legal_threshold))} of {BASES[law.threshold_base].lower()}"
    words = f"By the law of the day, with the base of the commission’s resolution of 2004 ({bar}),"
    if won == known:
        return f"{words} the engine gives the official list seats, {seat_text(result)} ({source_names(references)})."
    return (
        f"{words} the engine gives {seat_text(result)}; the official list seats are {'/'.join(map(str, known.values())) or 'not stated'}."
    )
