"""What the reader picks on the timeline; every choice is in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.ui.lineage_data import AXIS_START, DEFAULT_END
from components.ui.pick import pick_from_list, pick_one, reader_order
from components.ui.timeline_data import LANES, Entry, last_year, load_entries, organisations_in_time
from components.ui.url_state import is_print_view, note_widget, write_widget
from components.ui.words import show_button

PICTURE, LIST = "Picture", "List"
ANYBODY = "Any organisation"
YEARS = "timeline_years"
LONGEST_SEARCH = 80
DEFAULT_YEARS = (AXIS_START.year, DEFAULT_END.year)


@dataclass(frozen=True)
class TimelineSetting:
    """What the reader picked.

    Attributes:
        order: Source keys the reader wants first.
        years: First and last year of the period.
        lanes: Names of the lanes to show; empty for all.
        organisation: Name of the organisation that entries must be about; empty for any.
        words: Words that entries must hold, all of them; empty for any.
    """

    order: tuple[str, ...]
    years: tuple[int, int]
    lanes: tuple[str, ...] = ()
    organisation: str = ""
    words: str = ""

    @property
    def first(self) -> date:
        """First day of the period."""
        return date(self.years[0], 1, 1)

    @property
    def last(self) -> date:
        """Last day of the period."""
        return date(self.years[1], 12, 31)


def pick_timeline() -> tuple[TimelineSetting, str]:
    """The controls above the timeline.

    Returns:
        The setting, and the view: `PICTURE` or `LIST`.
    """
    order = reader_order()
    with st.container(key="hidden_timeline_controls" if is_print_view() else "around_timeline_controls", gap="small"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            years = _pick_years(last_year(order))
            names = sorted(organisations_in_time(order), key=str.casefold)
            organisation = pick_from_list("Organisation", [ANYBODY, *names], key="timeline_organisation", width=205)
            words = _pick_words()
        with st.container(horizontal=True, vertical_alignment="bottom"):
            lanes = _pick_lanes()
            with st.container(key="timeline_view_pick", width="content"):
                view = pick_one("View", (PICTURE, LIST), key="timeline_view", show_label=False)
    return TimelineSetting(order, years, lanes, "" if organisation == ANYBODY else organisation, words), view


def select_entries(setting: TimelineSetting) -> list[Entry]:
    """Entries of the period that fit everything the reader picked, in the order of time.

    A loose date belongs to every period in which the event may have fallen; an open one to that of its known end.

    Args:
        setting: What is picked.
    """
    entries, _ = load_entries(setting.order)
    return [entry for entry in entries if entry.begins <= setting.last and entry.ends >= setting.first and fits(entry, setting)]


def fits(entry: Entry, setting: TimelineSetting) -> bool:
    """Whether an entry is of the lanes, about the organisation and holds the words that were picked, whenever it happened.

    Args:
        entry: The entry.
        setting: What is picked.
    """
    return (
        (not setting.lanes or LANES[entry.lane][0] in setting.lanes)
        and (not setting.organisation or organisations_in_time(setting.order).get(setting.organisation) in entry.parties)
        and all(word in entry.words for word in setting.words.casefold().split())
    )


def _pick_years(last: int) -> tuple[int, int]:
    """The period, with the two that are asked for most one click away."""
    start = DEFAULT_YEARS[0]
    kept = st.session_state.get(YEARS, DEFAULT_YEARS)
    if not (start <= min(kept) and max(kept) <= last):
        st.session_state[YEARS] = DEFAULT_YEARS
    value = st.slider("Years", start, last, value=DEFAULT_YEARS, key=YEARS, bind="query-params", width=220)
    years = (min(value), max(value))
    note_widget(YEARS, f"{years[0]}, {years[1]}")
    show_button(f"{start}–{DEFAULT_YEARS[1]}", key="timeline_default_years", on_click=write_widget, args=(YEARS, DEFAULT_YEARS))
    show_button(f"to {last}", key="timeline_all_years", on_click=write_widget, args=(YEARS, (start, last)))
    return years


def _pick_lanes() -> tuple[str, ...]:
    key, names = "timeline_lanes", [name for name, _ in LANES.values()]
    values = st.pills("Lanes (all, unless some are picked)", names, selection_mode="multi", key=key, bind="query-params", wrap=True)
    note_widget(key, ", ".join(values))
    return tuple(name for name in names if name in values)


def _pick_words() -> str:
    key = "timeline_words"
    value = st.text_input("Words", key=key, bind="query-params", max_chars=LONGEST_SEARCH, placeholder="Tuyakbay, threshold …", width=165)
    note_widget(key, value)
    return value.strip()
