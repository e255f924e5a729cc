"""The section of the Parliament page on powers: a matrix of offices and actors with a switch for May 2007."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import format_date
from components.ui.election_frames import readable, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_framed
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.parliament_matrix import MARKS, STYLE, Row, Statement, matrix_html
from components.ui.parliament_power_words import COLUMNS, GROUPS, OTHER, OTHERS, actor_words, column_of, office_words, power_words
from components.ui.parliament_powers import (
    AFTER,
    BEFORE,
    NEGATIVE,
    Power,
    claims_outside,
    document_of,
    is_negative,
    load_powers,
    rival_actors,
)
from components.ui.pick import pick_one
from components.ui.words import show_plain_table

PAGE = "parliament"
CHANGED, WAS, IS = "What changed", "Before May 2007", "After May 2007"
STATES = {WAS: BEFORE, IS: AFTER}
HEADS = ("Office", *dict.fromkeys(COLUMNS.values()), OTHERS)
FILLING = ("nominates", "appoints", "dismisses", "elects")
BLANK = "A blank cell is what no source tells, not a power that nobody has; what stands under After is mostly Abramov’s account of 2009."
COUNTED = (
    "Marks follow the dates that the sources give; a power without a mark is not said to have changed. "
    "Where sources name different actors, each is counted."
)


def show_powers(order: tuple[str, ...]) -> None:
    """The matrix, and every claim with its place under it."""
    with st.container(key="around_parliament_when"):
        when = pick_one("When", (CHANGED, WAS, IS), key="parliament_when")
    frame, html = _matrix(order, when)

    def mount() -> None:
        st.html(STYLE)
        st.html(html)

    show_framed(frame, mount)


def show_power_claims() -> None:
    """Every claim on powers with its source and place, and those on other times."""
    with st.container(key="around_parliament_power_claims"):
        inside, outside = _claims_tables()
        show_plain_table(inside, caption="Every claim on powers, with its source and place", shown=0)
        show_plain_table(outside, caption="Powers before the constitution of 1995, and after the documents", shown=0)


@st.cache_resource(show_spinner=False)
def _matrix(order: tuple[str, ...], when: str) -> tuple[ChartFrame, str]:
    powers = load_powers(order)
    if not powers:
        raise NothingKnownError("who appoints whom")
    shown = [power for power in powers if (power.mark if when == CHANGED else power.claims(STATES[when]))]
    rows = list(_rows(shown, powers, when))
    title = _changed_title(powers) if when == CHANGED else _state_title(powers, when)
    claims = [row for power in shown for row in dict.fromkeys([*power.before, *power.after])]
    chart = ChartFrame(
        page=PAGE,
        name="powers",
        title=title,
        subtitle=f"{_legend(when)}. “Or” where another source names somebody else",
        alt=title + ". " + "; ".join(dict.fromkeys(f"{office_words(power.office)}: {actor_words(power.actor)}" for power in shown)),
        references=list(dict.fromkeys(row.source for row in claims)),
        table=_claims_frame(pd.DataFrame(claims)),
        notes=[BLANK, COUNTED],
        picture=False,
    )
    return chart, matrix_html(HEADS, rows, label=title)


def _legend(when: str) -> str:
    if when == CHANGED:
        return "Offices by who acts, as sources date it: " + ", ".join(f"{shape} {words}" for shape, words in MARKS.values())
    return f"Offices by who acts {when[:1].lower() + when[1:]}; a mark where sources date a change by the amendments"


def _changed_title(powers: Sequence[Power]) -> str:
    counts = {mark: sum(power.mark == mark for power in powers) for mark in MARKS}
    since, ended, changed = counts["since"], counts["ended"], counts["changed"]
    offices = {power.office for power in powers}
    touched = {power.office for power in powers if power.mark in ("since", "ended", "changed")}
    if not touched:
        return "No source dates a change of powers by May 2007"
    return (
        f"For {len(touched)} of {len(offices)} offices sources date a change by May 2007: "
        f"{since} powers begin, {ended} end, {changed} go on under other terms"
    )


def _state_title(powers: Sequence[Power], when: str) -> str:
    told = [power for power in powers if any(not is_negative(row) for row in power.claims(STATES[when]))]
    offices = {power.office for power in told if power.power in FILLING}
    his = {power.office for power in told if power.power in FILLING and power.actor == "president"}
    return f"{when} the President nominates, appoints or dismisses for {len(his)} of the {len(offices)} offices that sources speak of"


def _rows(shown: Sequence[Power], powers: Sequence[Power], when: str) -> Iterator[Row]:
    offices = dict.fromkeys(power.office for power in shown)
    grouped = [office for group in GROUPS.values() for office in group]
    groups = {**GROUPS, OTHER: tuple(office for office in offices if office not in grouped)}
    for group, members in groups.items():
        present = [office for office in members if office in offices]
        if present:
            yield Row(group)
        for office in present:
            own = [power for power in shown if power.office == office]
            cells = [[power for power in own if column_of(power.actor) == head] for head in HEADS[1:]]
            yield Row(office_words(office), [_cell(cell, powers, when) for cell in cells])


def _cell(own: Sequence[Power], powers: Sequence[Power], when: str) -> list[Statement]:
    told = _change_lines if when == CHANGED else _state_lines
    return [line for power in own for line in [*told(power, when), *_rival_lines(power, powers, when)]]


def _state_lines(power: Power, when: str) -> list[Statement]:
    """What each source tells of a power in one state; the mark stands before what is dated by May 2007."""
    claims, column = power.claims(STATES[when]), "valid_to" if when == WAS else "valid_from"
    if not _is_marked(power, when):
        return _lines(power, claims)
    return _lines(power, sorted(claims, key=lambda row: not _dated(getattr(row, column))), mark=power.mark)


def _is_marked(power: Power, when: str) -> bool:
    return power.mark in (("ended", "changed") if when == WAS else ("since", "changed", "same", "refused"))


def _change_lines(power: Power, _when: str) -> list[Statement]:
    """What was and what is, of a power that May 2007 did something to."""
    begun = [row for row in power.after if _dated(row.valid_from)] or list(power.after)
    ended = [row for row in power.before if _dated(row.valid_to)] or list(power.before)
    if power.mark == "ended":
        others = {document_of(row) for row in ended}
        going_on = [row for row in power.after if document_of(row) not in others and not is_negative(row)]
        rivals = [Statement(f"or still {power_words(power.power, power.actor)}", _short(row), rival=True) for row in going_on[:1]]
        return [*_lines(power, ended, mark=power.mark), *rivals]
    if power.mark == "changed":
        now = [replace(line, lead="since then") for line in _lines(power, begun)]
        return [*_lines(power, ended, mark=power.mark, time="before"), *now]
    return _lines(power, begun, mark=power.mark)


def _dated(text: object) -> bool:
    return isinstance(text, str) and text.startswith("2007")


def _lines(power: Power, rows: Iterable[Any], *, mark: str = "", time: str = "") -> list[Statement]:
    """One line a source, its first words on the power; sources that use the same words share a line."""
    by_document: dict[str, Any] = {}
    for row in rows:
        kept = by_document.get(document_of(row))
        if kept is None or not isinstance(kept.detail, str):
            by_document[document_of(row)] = row
    by_words: dict[str, list[str]] = {}
    for row in by_document.values():
        by_words.setdefault(row.detail if isinstance(row.detail, str) else "", []).append(_short(row))
    unsaid = by_words.pop("", [])
    if unsaid:
        by_words[next(iter(by_words), "")] = [*by_words.get(next(iter(by_words), ""), []), *unsaid]
    lead = power_words(power.power, power.actor)
    lines = []
    for words, said in by_words.items():
        if NEGATIVE.match(words):
            lines.append(_refusal(words, said, power))
        else:
            lines.append(Statement(words, ", ".join(said), ", ".join(filter(None, (lead, time))), mark))
            lead = mark = ""
    return lines


def _refusal(words: str, said: Sequence[str], power: Power) -> Statement:
    """A line on a power that somebody expressly does not have."""
    return Statement(NEGATIVE.sub("", words).lstrip(": "), ", ".join(said), power_words(power.power, power.actor), "refused")


def _short(row: Any) -> str:
    claimant = f"{row.claimant}, in " if isinstance(row.claimant, str) and row.claimant else ""
    return claimant + short_source(row.source)


def _rival_lines(power: Power, powers: Sequence[Power], when: str) -> list[Statement]:
    state = STATES.get(when, AFTER)
    if when == CHANGED and power.mark == "ended":
        return []
    others = rival_actors(power, powers, state)
    return [Statement(f"or {actor_words(actor)}", ", ".join(sources), rival=True) for actor, sources in others.items()]


@st.cache_data(show_spinner=False)
def _claims_tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    outside = claims_outside()
    claims = load_table("powers").dropna(subset=["office", "actor", "power"])
    inside = claims[~claims["claim_id"].isin(outside["claim_id"])]
    return _claims_frame(inside).drop(columns="Source"), _claims_frame(outside).drop(columns="Source")


def _claims_frame(claims: pd.DataFrame) -> pd.DataFrame:
    rows = list(each_row(claims)) if len(claims) else []
    return pd.DataFrame(
        {
            "Office": [office_words(row.office) for row in rows],
            "Who": [_deed(row.power, row.actor) for row in rows],
            "How, in our words": [_text(row.detail) for row in rows],
            "When": [_time(row) for row in rows],
            "Who says so": [said_by(row) for row in rows],
            "Note": [readable(_text(row.note)) for row in rows],
            "Source": [row.source for row in rows],
        }
    )


def _deed(power: str, actor: str) -> str:
    words = power_words(power, actor)
    return words if words.startswith(actor_words(actor)) else f"{actor_words(actor)} {words}"


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _time(row: Any) -> str:
    """The validity of a claim in words; the day it is told of where it has none."""
    start, end = (format_date(text) if isinstance(text, str) and text else "" for text in (row.valid_from, row.valid_to))
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else f"told of {format_date(str(row.as_of))}"
