"""Sections of Proposals: demands by subject and outcome, and the list with everything told of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.outcomes import build_outcomes
from components.charts.style import wrap_label
from components.ui.errors import NothingKnownError, shorten, show_notice, show_section
from components.ui.frame import ChartFrame, show_chart
from components.ui.plain import plain_label
from components.ui.proposal_lab import LabState, lab_states
from components.ui.proposals_data import COLOURS, UNTOLD, Demand, Told, load_demands
from components.ui.proposals_pick import ProposalSetting, pick_proposals, select_demands
from components.ui.proposals_words import (
    asked_by,
    fate,
    proposals_alt,
    proposals_finding,
    proposals_notes,
    proposals_table,
)
from components.ui.registry import page_entry
from components.ui.url_state import is_print_view

CHART = "outcomes"
STYLE = Path(__file__).parent / "assets" / "proposals.css"
KEPT = 64
"""Settings whose figures and lists are kept; what readers type makes ever new ones."""
ON_PAPER = ("Demand", "Claim on", "What is told", "When", "Source")
"""Columns of the table in print, where it is open and narrow."""
HOVER_WIDTH = 60
Piece = tuple[str, tuple[LabState, ...]]


@st.fragment
def show_proposals() -> None:
    """Controls and what they change; only this part runs again.

    Raises:
        NothingKnownError: If the data names no demand.
    """
    show_section(_show_picked)


def _show_picked() -> None:
    setting = pick_proposals()
    if not load_demands(setting.order):
        raise NothingKnownError("proposals")
    if not select_demands(setting):
        sought = f" Searched for “{shorten(setting.words)}”." if setting.words else ""
        show_notice([f"Pick another subject, asker or outcome, or empty the box of words.{sought}"], title="No demand fits what is picked")
        return
    frame = _frame(setting)
    show_chart(replace(frame, table=frame.table[list(ON_PAPER)]) if is_print_view() else frame, _figure(setting))
    with st.container(key="around_proposals_list", gap=None):
        _show_list(setting)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _figure(setting: ProposalSetting) -> go.Figure:
    demands = select_demands(setting)
    frame = pd.DataFrame(
        {
            "subject": [demand.subject for demand in demands],
            "outcome": [demand.verdict for demand in demands],
            "told": [_hover(demand) for demand in demands],
        }
    )
    return build_outcomes(frame, colours=COLOURS)


def _hover(demand: Demand) -> str:
    lines = [f"<b>{wrap_label(demand.headline, HOVER_WIDTH)}</b>", *(wrap_label(asked_by(told), HOVER_WIDTH) for told in demand.claims[:1])]
    fates = [wrap_label(fate(told), HOVER_WIDTH) for told in demand.outcomes] or [UNTOLD]
    return "<br>".join([*lines, *fates])


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _frame(setting: ProposalSetting) -> ChartFrame:
    demands = select_demands(setting)
    title = proposals_finding(demands, tuple(shorten(part) for part in setting.picked))
    counted = [(colour, f"{name} {sum(demand.verdict == name for demand in demands)}") for name, colour in COLOURS.items()]
    return ChartFrame(
        page="proposals",
        name=CHART,
        title=title,
        subtitle=f"One cell a demand, by subject and by what became of it; asked for {_years(demands)}",
        alt=proposals_alt(title, demands),
        references=list(dict.fromkeys(told.reference for demand in demands for told in (*demand.claims, *demand.outcomes))),
        table=proposals_table(demands),
        notes=proposals_notes(demands),
        legend=[(colour, words) for colour, words in counted if not words.endswith(" 0")],
    )


def _years(demands: Sequence[Demand]) -> str:
    """First and last year in which any of them was asked for."""
    spans = [told.span for demand in demands for told in demand.claims]
    known = [day.year for span in spans for day in span if 1 < day.year < 9999]  # noqa: PLR2004 - open ends
    return f"{min(known)}–{max(known)}" if known else "at no told date"


def _show_list(setting: ProposalSetting) -> None:
    """The list in as few pieces as there are ways into the lab."""
    st.html(STYLE)
    for number, (html, states) in enumerate(_pieces(setting)):
        st.html(html)
        if states and not is_print_view():
            with st.container(key=f"proposals_lab_{number}", horizontal=True):
                for state in states:
                    path = page_entry("threshold_lab").path
                    st.page_link(path, label=plain_label(state.words), icon=":material/tune:", query_params=dict(state.query))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _pieces(setting: ProposalSetting) -> list[Piece]:
    """HTML up to each demand that the lab can simulate, with the ways into it; every text of the data is escaped."""
    pieces: list[Piece] = []
    html, subject = _contents(setting), ""
    for demand in select_demands(setting):
        if demand.subject != subject:
            subject = demand.subject
            html += f'<h3 class="proposals-subject" id="{_anchor(subject)}">{escape(subject)}</h3>'
        html += _entry(demand)
        states = lab_states(demand.parameter, demand.figures)
        if states:
            pieces.append((f'<div class="proposals-list">{html}</div>', states))
            html = ""
    return [*pieces, (f'<div class="proposals-list">{html}</div>', ())] if html else pieces


def _contents(setting: ProposalSetting) -> str:
    """Links to the subjects of the list, where there are several."""
    subjects = list(dict.fromkeys(demand.subject for demand in select_demands(setting)))
    links = "".join(f'<a href="#{_anchor(subject)}">{escape(subject)}</a>' for subject in subjects)
    return f'<nav class="proposals-contents" aria-label="Subjects of the list">{links}</nav>' if len(subjects) > 1 else ""


def _anchor(subject: str) -> str:
    return escape("on-" + "-".join(subject.lower().replace(",", "").split()), quote=True)


def _entry(demand: Demand) -> str:
    chip = f'<i style="background:{COLOURS[demand.verdict]}"></i>{escape(demand.verdict)}'
    asked = "; ".join(asked_by(told) for told in demand.claims)
    fates = "".join(f"<li>{escape(fate(told))} <small>{escape(told.said)}</small></li>" for told in demand.outcomes)
    evidence = _evidence(demand.claims) + _evidence(told for told in demand.outcomes if told.note or told.printed)
    return (
        f'<section><p class="proposals-verdict">{chip}</p><div><b>{escape(demand.headline)}</b>'
        f'<p class="proposals-asked">Asked by {escape(asked)}</p><ul>{fates or f"<li>{UNTOLD} what became of it</li>"}</ul>'
        f"<details{' open' if is_print_view() else ''}><summary>Sources and notes</summary>{evidence}</details></div></section>"
    )


def _evidence(claims: Iterable[Told]) -> str:
    """Each claim with its place, its words as printed and our note."""
    lines = []
    for told in claims:
        printed = f" Printed: “{told.printed.strip('“”')}”." if told.printed else ""
        note = f" {told.note.rstrip('.')}." if told.note else ""
        lines.append(f"<p>{escape(f'{told.said}: {told.text.rstrip(chr(46))}.{printed}{note}')}</p>")
    return "".join(lines)
