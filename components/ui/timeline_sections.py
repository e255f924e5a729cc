"""The timeline as a picture and as a list, in one frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.timeline import build_timeline
from components.ui.errors import shorten, show_notice, show_section
from components.ui.frame import PRINT_WIDTH, ChartFrame, show_framed
from components.ui.timeline_data import LANES, Entry, before_the_axis, load_entries
from components.ui.timeline_pick import DEFAULT_YEARS, LIST, TimelineSetting, fits, pick_timeline, select_entries
from components.ui.timeline_words import hover_text, other_dates, timeline_finding, timeline_table, who_says, whole_years
from components.ui.url_state import is_print_view

CHART = "events"
STYLE = Path(__file__).parent / "assets" / "timeline.css"
KEPT = 64
"""Settings whose figures and lists are kept; what readers type makes ever new ones."""
PRINTED_AXIS = 520
SAID_ALOUD = 40
"""Entries that the text for those who cannot see the picture names; the list has all."""
TOO_NARROW = "The picture needs a wider window; this is all of it as a list."
HOW_DRAWN = (
    "A dot is a day, a pale bar the month, year or span in which it fell, a full bar lasted; a triangle points to where the date is open"
)


@st.fragment
def show_timeline() -> None:
    """Controls and what they change; only this part runs again."""
    setting, view = pick_timeline()
    show_section(_show_entries, setting, view)


def _show_entries(setting: TimelineSetting, view: str) -> None:
    entries, earlier = select_entries(setting), _earlier(setting)
    st.html(STYLE)
    if entries:
        show_framed(_frame(setting, view != LIST), lambda: _show_list(setting) if view == LIST else _show_picture(setting))
        return
    show_notice([_advice(setting, len(earlier))], title=f"Nothing in {whole_years(setting.years)} fits what is picked")
    if earlier:
        _show_list(setting)


def _show_picture(setting: TimelineSetting) -> None:
    """The picture; where it would have too little room, as on a phone, the style sheet shows the list in its place."""
    printed, frame = is_print_view(), _frame(setting, True)
    with st.container(key="timeline_print" if printed else "timeline_picture"):
        st.plotly_chart(
            _figure(setting, PRINTED_AXIS if printed else None),
            width=PRINT_WIDTH if printed else "stretch",
            key=f"{frame.key}_figure",
            alt=frame.alt,
            config={"displayModeBar": False, "scrollZoom": False},
        )
    if not printed:
        with st.container(key="timeline_for_the_narrow"):
            st.html(f'<p class="timeline-note">{escape(TOO_NARROW)}</p>{_list(setting)}')


def _show_list(setting: TimelineSetting) -> None:
    st.html(_list(setting))


def _earlier(setting: TimelineSetting) -> list[Entry]:
    """Entries from before the axis of time: the list has them where the period begins with the axis."""
    entries, _ = load_entries(setting.order)
    return [entry for entry in before_the_axis(entries) if setting.years[0] == DEFAULT_YEARS[0] and fits(entry, setting)]


def _advice(setting: TimelineSetting, earlier: int) -> str:
    sought = f" Searched for “{shorten(setting.words)}”." if setting.words else ""
    before = " What is older is listed below." if earlier else ""
    return f"Widen the years, pick other lanes or another organisation, or empty the box of words.{sought}{before}"


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _figure(setting: TimelineSetting, width: int | None) -> go.Figure:
    entries = sorted(select_entries(setting), key=lambda entry: list(LANES).index(entry.lane))
    frame = pd.DataFrame(
        {
            "lane": [LANES[entry.lane][0] for entry in entries],
            "colour": [LANES[entry.lane][1] for entry in entries],
            "title": [entry.title for entry in entries],
            "start": pd.Series([entry.when.earliest for entry in entries], dtype="object"),
            "end": pd.Series([entry.when.latest for entry in entries], dtype="object"),
            "lasted": [entry.lasted for entry in entries],
            "weight": [entry.weight for entry in entries],
            "hover": [hover_text(entry) for entry in entries],
        }
    )
    return build_timeline(frame, first=setting.first, last=setting.last, **({"width": width} if width else {}))


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _frame(setting: TimelineSetting, picture: bool) -> ChartFrame:
    entries, earlier = select_entries(setting), _earlier(setting)
    title = timeline_finding(entries, setting.years, about=setting.organisation)
    named = sorted(sorted(entries, key=lambda entry: entry.weight)[:SAID_ALOUD], key=lambda entry: entry.begins)
    return ChartFrame(
        page="timeline",
        name=CHART,
        title=title,
        subtitle=f"{_what(setting)}, {whole_years(setting.years)}. {HOW_DRAWN if picture else 'Dates as exact as their source'}",
        alt=f"{title}. " + "; ".join(f"{entry.dated}: {entry.title}" for entry in named),
        references=list(dict.fromkeys(reference for entry in entries for reference in entry.references)),
        table=timeline_table([*earlier, *entries]),
        notes=_notes(setting, entries, len(earlier)),
        picture=picture,
    )


def _what(setting: TimelineSetting) -> str:
    lanes = ", ".join(setting.lanes) if setting.lanes else "Events of all lanes, with what happened to organisations"
    return f"{lanes}, with “{shorten(setting.words)}”" if setting.words else lanes


def _notes(setting: TimelineSetting, entries: Sequence[Entry], earlier: int) -> list[str]:
    """What the picture cannot show: rival dates, what is older, what nobody dates."""
    _, undated = load_entries(setting.order)
    rivals = sum(bool(entry.rivals) for entry in entries)
    lines = []
    if rivals:
        lines.append(f"Sources differ on the date of {rivals} of these; the mark, the list and the table name the others.")
    if earlier:
        lines.append(f"{earlier} more from before {DEFAULT_YEARS[0]} stand in the list and in the table.")
    if undated:
        lines.append(f"No source dates {undated} changes of organisations; Family trees tells of them.")
    return [*lines, "Titles, lanes and the choice of what is named first are ours; dates and what they are dates of are the sources’."]


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _list(setting: TimelineSetting) -> str:
    """The list by year, as HTML, what is older folded away above it; every text in it is escaped."""
    start = setting.years[0]
    earlier, entries = _earlier(setting), select_entries(setting)
    groups = groupby(entries, key=lambda entry: max(entry.begins.year, start))
    years = "".join(f'<h3 class="timeline-year">{year}</h3>{_items(group)}' for year, group in groups)
    above = f"<details{'' if entries else ' open'}><summary>{len(earlier)} before {start}</summary>{_items(earlier)}</details>"
    return f'<div class="timeline-list">{above if earlier else ""}{years}</div>'


def _items(entries: Iterable[Entry]) -> str:
    return f"<ol>{''.join(map(_item, entries))}</ol>"


def _item(entry: Entry) -> str:
    name, colour = LANES[entry.lane]
    rivals = f"<small>{escape(other_dates(entry))}</small>" if entry.rivals else ""
    return (
        f'<li><span class="timeline-date">{escape(entry.dated)}</span><span><b>{escape(entry.title)}</b>'
        f'<small><i style="background:{colour}"></i>{escape(name)} · {escape(who_says(entry))}</small>{rivals}</span></li>'
    )
