"""Sections of the Family trees page: what is picked, and the genealogy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from components.lineage import Descent, Lineage, name_on, neighbours
from components.ui.family_tree import mount_family_tree
from components.ui.frame import ChartFrame, show_framed
from components.ui.lineage_data import AXIS_START, DEFAULT_END, FAMILIES, last_lineage_day, load_lanes, load_layout, load_lineage
from components.ui.lineage_words import change_table
from components.ui.pick import pick_day, pick_from_list, pick_one, reader_order
from components.ui.registry import page_entry
from components.ui.tree_data import lane_years, tree_data
from components.ui.url_state import write_widget

EVERY_FAMILY = "Every family"
NOBODY = "Nobody in particular"
CONTROL_WIDTHS = (255, 215, 205, 160)
DAY_KEY = "trees_day"
NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten", 11: "Eleven", 12: "Twelve"}

KEPT = 60
"""Settings whose frames are kept; days make ever new ones."""


@dataclass(frozen=True)
class TreeSetting:
    """What the reader picked.

    Attributes:
        order: Source keys the reader wants first.
        family: Family to show; None for all.
        picked: Organisation whose relatives stand out; None for nobody.
        end: Last day of the axis.
        day: Day of the cursor; None where it is put away.
    """

    order: tuple[str, ...]
    family: str | None
    picked: str | None
    end: date
    day: date | None

    @property
    def start(self) -> date:
        """First day of the axis: that of the atlas, or of the year before a picked family begins."""
        starts = [lane.start for name, lane in load_lanes(self.order).items() if self.family and name in self.shown]
        return max(AXIS_START, date(min(starts, default=AXIS_START).year - 1, 1, 1))

    @property
    def shown(self) -> frozenset[str]:
        """Organisations of the picture: a family with everything one step away, or all."""
        lineage = load_lineage(self.order)
        if self.family is None:
            return frozenset(lineage.organisations)
        members = {name for name, entry in lineage.organisations.items() if entry.family == self.family}
        return neighbours(lineage, members)


def pick_tree() -> TreeSetting:
    """The controls above the tree, in one row."""
    order = reader_order()
    lineage, lanes = load_lineage(order), load_lanes(order)
    words = {FAMILIES.get(entry.family, entry.family): entry.family for entry in lineage.organisations.values()}
    names = {entry.name: name for name, entry in lineage.organisations.items() if name in lanes}
    last = last_lineage_day(order)
    short, long = f"1986–{DEFAULT_END.year}", f"1986–{last.year}"
    with st.container(key="around_tree_controls"):
        cells = st.columns(CONTROL_WIDTHS, gap="small", vertical_alignment="bottom")
    with cells[0]:
        family = pick_from_list("Family", [EVERY_FAMILY, *sorted(words, key=list(FAMILIES.values()).index)], key="trees_family")
    with cells[1]:
        picked = pick_from_list("Relatives of", [NOBODY, *sorted(names, key=str.casefold)], key="trees_org")
    with cells[2]:
        period = pick_one("Years", (short, long), key="trees_years")
    end = last if period == long else DEFAULT_END
    with cells[3]:
        day = pick_day("Who existed on", key=DAY_KEY, first=AXIS_START, last=end)
    return TreeSetting(order, words.get(family), names.get(picked), end, day)


def show_genealogy(setting: TreeSetting) -> None:
    """The tree in its frame; a click on a lane opens the organisation's profile."""
    frame = _tree_frame(setting)
    kept = tuple((key, str(value)) for key, value in st.query_params.items() if key == "whose")
    data = tree_data(setting.order, setting.shown, setting.end, first=setting.family, kept=kept)
    opened: list[str] = []

    def mount() -> None:
        chosen = {
            "alt": frame.alt,
            "start": setting.start.isoformat(),
            "day": setting.day.isoformat() if setting.day else "",
            "picked": setting.picked or "",
        }
        found = mount_family_tree(key="tree_genealogy", data=data | chosen, on_day=_set_day)
        opened.extend([found] if found else [])

    show_framed(frame, mount)
    lineage = load_lineage(setting.order)
    if opened and opened[0] in lineage.organisations:
        query = {"parties_party": lineage.organisations[opened[0]].name} | dict(kept)
        st.switch_page(page_entry("parties").path, query_params=query)


def _set_day(text: str) -> None:
    try:
        write_widget(DAY_KEY, date.fromisoformat(text) if text else None)
    except ValueError:
        write_widget(DAY_KEY, None)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _tree_frame(setting: TreeSetting) -> ChartFrame:
    lineage = load_lineage(setting.order)
    layout = load_layout(setting.order, setting.shown, setting.end, setting.family)
    drawn = [name for _, group in layout.families for name in group]
    table, references = _tree_table(setting.order, tuple(drawn), setting.end, setting.day)
    title = _tree_title(lineage, setting, drawn)
    undated = sum(name in setting.shown and name not in load_lanes(setting.order) for name in lineage.organisations)
    notes = [
        "A line is solid as long as a source has the organisation, dotted where no source tells of it any more. "
        "A year is drawn in its middle, with the days that it and rival datings may mean; changes without a date are in the table only.",
        "A link leads from founder to founded, from the whole to the part that left, from the part to what it merged into; "
        "dotted links are memberships of alliances.",
    ]
    if undated:
        notes.append(f"{undated} more without any date are not drawn.")
    return ChartFrame(
        page="trees",
        name="genealogy",
        title=title,
        subtitle=f"{len(drawn)} organisations, {setting.start.year}–{setting.end.year}, one line each, with {len(layout.links)} links that "
        f"cross {layout.crossings} lines",
        alt=f"{title}. "
        + "; ".join(f"{lineage.organisations[name].name}: {lane_years(load_lanes(setting.order)[name])}" for name in drawn),
        references=references,
        table=table,
        notes=notes,
    )


@st.cache_data(show_spinner=False)
def _tree_table(order: tuple[str, ...], drawn: tuple[str, ...], end: date, day: date | None) -> tuple[pd.DataFrame, list[str]]:
    """The same as text: every claim, or, where a day is asked for, who existed on it and under which name."""
    lineage, lanes = load_lineage(order), load_lanes(order)
    table = change_table(lineage, drawn)
    references = list(dict.fromkeys(table["Source"]))
    if day is None:
        return table, references
    words = {True: "existed", None: "no source tells any longer", False: "did not exist"}
    rows = [
        (lineage.organisations[name].name, name_on(lineage, name, day), words[lanes[name].exists_on(day)], lane_years(lanes[name]))
        for name in drawn
        if lanes[name].exists_on(day) is not False
    ]
    listed = pd.DataFrame(rows, columns=["Organisation", f"Name on {day.isoformat()}", "Existence", "Years"])
    first = table.drop_duplicates("Organisation").set_index("Organisation")["Source"]
    return listed.assign(Source=listed["Organisation"].map(first)), references


def _tree_title(lineage: Lineage, setting: TreeSetting, drawn: list[str]) -> str:
    """The finding: where most lines end, or what a pick shows."""
    if setting.picked in drawn:
        return _relatives_title(lineage, setting.picked or "", drawn)
    if setting.family:
        return _family_title(setting, drawn)
    merged = Counter(
        edge.successor for edge in lineage.descents if edge.kind == "merged" and _is_by(edge, setting.end) and edge.predecessor in drawn
    )
    if not merged:
        return f"{len(drawn)} organisations"
    winner, count = merged.most_common(1)[0]
    others = max((taken for other, taken in merged.items() if other != winner), default=0)
    name = name_on(lineage, winner, setting.end - timedelta(days=1))
    elsewhere = f"never more than {others}" if others else "none"
    return f"{NUMBERS.get(count, str(count))} organisations merged into one, {name}, and {elsewhere} into any other"


def _family_title(setting: TreeSetting, drawn: list[str]) -> str:
    """How many there were, and how their lines begin and end."""
    lineage, lanes = load_lineage(setting.order), load_lanes(setting.order)
    members = [lanes[name] for name in drawn if lineage.organisations[name].family == setting.family]
    ended = [lane for lane in members if lane.end and lane.end <= setting.end]
    split = [lane for lane in members if lane.begins and "split" in lane.begins.kinds]
    told = [f"{len(split)} came out of splits"] if split else []
    told += [f"{len(ended)} ended by {setting.end.year}" if ended else f"none is known to have ended by {setting.end.year}"]
    return f"{FAMILIES.get(setting.family or '', setting.family)}: of {len(members)} organisations {' and '.join(told)}"


def _relatives_title(lineage: Lineage, picked: str, drawn: list[str]) -> str:
    name = lineage.organisations[picked].name
    before, after = len(lineage.ancestors(picked) & set(drawn)), len(lineage.descendants(picked) & set(drawn))
    allied = len(lineage.partners(picked) & set(drawn))
    return f"{name}: {_count(before, 'ancestor')}, {_count(after, 'descendant')}, {_count(allied, 'partner')} in alliances"


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _is_by(edge: Descent, end: date) -> bool:
    return edge.change.when is not None and edge.change.when.point <= end
