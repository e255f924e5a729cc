"""Section of the Membership page: which parties would have survived a minimum of N members; the thumb is that of the lab."""

from __future__ import annotations

from hashlib import sha1
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.hemicycle import seat_positions
from components.charts.style import thousands
from components.ui.election_frames import references_of
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_framed
from components.ui.lab_words import in_words, join_names
from components.ui.membership_frames import Minimum, claim_sets, figure_words, minimum_on, minimums
from components.ui.pick import pick_number, pick_one
from components.ui.threshold_slider import mount_threshold_slider
from components.ui.url_state import write_widget

CHART = "minimum"
SET, VALUE = "membership_claims", "membership_minimum"
HIGHEST = 200_000
SCALE = (0, 50_000, 100_000, 150_000, 200_000)
DEFAULT = 40_000
MOST_NAMED = 4
ARC, LARGEST_CIRCLE = 0.96, 0.27
WORDS = {
    "label": "Least number of members",
    "spoken": "members",
    "sign": "",
    "perUnit": 1,
    "digits": 0,
    "snap": 500,
    "strides": [1_000, 10_000],
    "fine": 100,
    "presets": "Minimums that the law has had",
    "lists": "Parties, their members, and whether they survive",
    "out": "below this minimum",
    "seatsOpen": False,
}


def pick_set(order: tuple[str, ...]) -> str:
    """Whose figures are compared on this page.

    Args:
        order: Source keys the reader wants first.

    Returns:
        A key of `claim_sets`.

    Raises:
        NothingKnownError: If no source has figures of several parties.
    """
    sets = claim_sets(order)
    if not sets:
        raise NothingKnownError("members of several parties at one time")
    with st.container(key="around_membership_claims"):
        return pick_one("Members as counted by", list(sets), key=SET)


@st.fragment
def show_minimum(words: str, order: tuple[str, ...]) -> None:
    """The slider with its diagram; only this part runs again when the thumb is let go.

    Args:
        words: Whose figures; a key of `claim_sets`.
        order: Source keys the reader wants first.
    """
    diagram = st.container(gap="small")
    help_text = "The thumb, the buttons and the address follow it."
    value = pick_number("Type an exact minimum, members", key=VALUE, default=DEFAULT, least=0, most=HIGHEST, help_text=help_text)
    with diagram:
        frame = _frame(words, order, value)
        data = {**slider_data(words, order), "value": value, "picked": 0}
        show_framed(frame, lambda: mount_threshold_slider(key="membership_slider", data=data, on_commit=_commit))


def _commit(members: int) -> None:
    write_widget(VALUE, members)


def law_of(claims: pd.DataFrame, order: tuple[str, ...]) -> Minimum | None:
    """The minimum in force at the end of the year of the latest of the claims."""
    return minimum_on(max(claims["end"]), order)


@st.cache_resource(show_spinner=False)
def slider_data(words: str, order: tuple[str, ...]) -> dict[str, Any]:
    """Everything the component draws, as plain numbers and words; every step is computed here.

    Args:
        words: Whose figures; a key of `claim_sets`.
        order: Source keys the reader wants first.

    Returns:
        The data described at the head of slider.js, without the thumb; edges are members, and a party survives at its own.
    """
    claims = claim_sets(order)[words]
    parties, law = list(each_row(claims)), law_of(claims, order)
    largest = claims["about"].max()
    data: dict[str, Any] = {
        "words": {**WORDS, "total": f"of {len(parties)} parties"},
        "caption": _caption(words, claims),
        "highest": HIGHEST,
        "scale": SCALE,
        "marks": _marks(parties, law),
        "presets": _presets(law, order),
        "seats": _circles(len(parties)),
        "others": [],
        "lists": [
            {"name": row.name, "colour": row.colour, "share": figure_words(row), "width": 100 * row.about / largest} for row in parties
        ],
        "steps": [_step(parties, edge) for edge in _edges(parties)],
    }
    return {**data, "version": sha1(repr(data).encode(), usedforsecurity=False).hexdigest()}


def _circles(n_parties: int) -> dict[str, Any]:
    """Circles of the diagram, as large as they can be without touching."""
    positions = [(ARC * x, ARC * y) for x, y in seat_positions(n_parties)]
    nearest = [((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 for n, (ax, ay) in enumerate(positions) for bx, by in positions[:n]]
    return {"positions": positions, "diameter": min([LARGEST_CIRCLE, *(0.85 * gap for gap in nearest)])}


def _edges(parties: list[Any]) -> list[int]:
    """Upper ends of the steps, rising: each figure is the highest minimum at which its party survives."""
    edges = sorted({int(row.about) for row in parties if row.about < HIGHEST})
    return [*edges, HIGHEST]


def _step(parties: list[Any], edge: int) -> dict[str, Any]:
    """What is so at every minimum up to an edge and above the one before."""
    stays = [int(row.about) >= edge for row in parties]
    kept = sum(row.about for row, stay in zip(parties, stays, strict=True) if stay)
    out = [row for row, stay in zip(parties, stays, strict=True) if not stay]
    n_kept, n_all = sum(stays), len(parties)
    return {
        "upTo": edge,
        "seats": [int(stay) for stay in stays],
        "admitted": stays,
        "marks": ["in" if stay else "out" for stay in stays],
        "total": n_kept,
        "finding": f"At a minimum of {{threshold}} members, {_survivors(parties, stays, out)}",
        "spoken": f"{n_kept} of {n_all} parties survive" + (f"; out: {join_names([row.label for row in out])}" if out else ""),
        "figures": [["Parties that survive", f"{n_kept} of {n_all}"], ["Their members", thousands(kept)]],
    }


def _survivors(parties: list[Any], stays: list[bool], out: list[Any]) -> str:
    n_kept, n_all = sum(stays), len(parties)
    if not out:
        last = parties[-1]
        return f"all {in_words(n_all)} parties survive; the first to go: {last.name}, above {figure_words(last)}"
    if n_kept == 0:
        return f"none of the {in_words(n_all)} parties survives"
    if n_kept == 1:
        return f"one of {in_words(n_all)} parties survives: {parties[0].name}"
    names = join_names([row.label for row in reversed(out)])
    who = f"; out: {names}" if len(out) <= MOST_NAMED else f": {join_names([row.label for row in parties[:n_kept]])}"
    return f"{in_words(n_kept)} of {in_words(n_all)} parties survive{who}"


def _marks(parties: list[Any], law: Minimum | None) -> list[dict[str, Any]]:
    """The law in gold, and a tick at each party's members, as far as the scale goes."""
    ticks = [{"at": int(row.about), "words": row.label, "colour": row.colour, "law": False} for row in parties if row.about <= HIGHEST]
    gold = [{"at": int(law.value), "words": f"law {thousands(law.value)}", "colour": "", "law": True}] if law else []
    return [*gold, *ticks]


def _presets(law: Minimum | None, order: tuple[str, ...]) -> list[dict[str, Any]]:
    """The minimums that the law has had, in the order of time, with when each began; gold where it was in force."""
    return [
        {
            "at": int(step.value),
            "words": f"{thousands(step.value)}, {f'from {step.words}' if step.words else 'before'}",
            "title": "; ".join(step.references),
            "law": step == law,
        }
        for step in minimums(order)
        if step.value <= HIGHEST
    ]


def _caption(words: str, claims: pd.DataFrame) -> str:
    beyond = [f"{row.label} ({figure_words(row)})" for row in each_row(claims) if row.about > HIGHEST]
    off = f" {join_names(beyond)} lies beyond the scale." if beyond else ""
    bounds = " Of “over” the bound is taken." if claims["value"].isna().any() else ""
    return f"{words}: one circle a party, in colour where its members reach the minimum.{off}{bounds}"


@st.cache_resource(show_spinner=False, max_entries=200)
def _frame(words: str, order: tuple[str, ...], value: int) -> ChartFrame:
    claims = claim_sets(order)[words]
    parties, law = list(each_row(claims)), law_of(claims, order)
    edge = next(edge for edge in _edges(parties) if value <= edge)
    step = _step(parties, edge)
    title = str(step["finding"]).replace("{threshold}", thousands(value))
    table = pd.DataFrame(
        {
            "Party": claims["name"],
            "Members": claims["about"],
            "As printed": claims["printed"],
            "As of": claims["when"],
            f"Reaches {thousands(value)}": ["yes" if stay else "no" for stay in step["admitted"]],
            "Source": claims["source"],
        }
    )
    return ChartFrame(
        page="membership",
        name=CHART,
        title=title,
        subtitle=_caption(words, claims),
        alt=f"{title}. " + "; ".join(f"{row.name} {figure_words(row)}" for row in parties),
        references=[*references_of(claims), *(reference for step in minimums(order) for reference in step.references)],
        table=table,
        notes=_notes(law),
        heading=False,
    )


def _notes(law: Minimum | None) -> list[str]:
    gold = f"Gold: {thousands(law.value)}, the minimum in force at the end of the period of these figures." if law else ""
    rest = (
        "A count of members alone: the law also asked for members in every region, and what it would have done to the counts nobody knows."
    )
    return [*([gold] if gold else []), rest]
