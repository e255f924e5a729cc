"""What the threshold slider is sent: every step, computed once per setting."""

from hashlib import sha1
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.hemicycle import seat_diameter, seat_positions
from components.charts.style import percent
from components.seats import ElectoralLaw, Staircase, build_staircase
from components.ui.counts import ListCount, plain_name
from components.ui.lab_proposals import presets
from components.ui.lab_words import figures, finding, hundredths, spoken

HIGHEST = 1500
SCALE = (0, 3, 6, 9, 12, 15)


@st.cache_resource(show_spinner=False, max_entries=200)
def load_staircase(_lists: ListCount, law: ElectoralLaw, name: str) -> Staircase:
    """The staircase of a count under a law.

    Args:
        _lists: The count; told apart by `name`.
        law: The law.
        name: What tells the count apart: election, source, order of sources, lists that run as one.

    Returns:
        The steps.
    """
    return build_staircase(_lists.count, law)


def slider_data(
    lists: ListCount, law: ElectoralLaw, staircase: Staircase, *, others: list[dict[str, Any]], caption: str = ""
) -> dict[str, Any]:
    """Everything the component draws, as plain numbers and words.

    Args:
        lists: Count, names, colours.
        law: The law; its threshold is the gold mark.
        staircase: All steps.
        others: Seats that lists do not fill: `name`, `colour`, `seats`, `known`.
        caption: What is shown and what the shares are of.

    Returns:
        The data described at the head of slider.js, without the thumb and the picked seat; edges are integers, hundredths of a per
        cent, rounded down.
    """
    steps = [
        {
            "upTo": hundredths(step.up_to),
            "seats": list(step.allocation.seats.values()),
            "admitted": [name in step.allocation.admitted for name in lists.count.votes],
            "finding": finding(staircase, position, lists, law.n_seats),
            "spoken": spoken(step, lists, law.n_seats),
            "figures": figures(step, law.n_seats),
        }
        for position, step in enumerate(staircase.steps)
    ]
    n_seats = law.n_seats + sum(other["seats"] for other in others)
    largest = max(staircase.shares.values(), default=1) or 1
    data: dict[str, Any] = {
        "caption": caption,
        "highest": HIGHEST,
        "scale": SCALE,
        "marks": _marks(lists, law, staircase),
        "presets": presets(law),
        "seats": {"positions": seat_positions(n_seats), "diameter": seat_diameter(n_seats)},
        "others": others,
        "lists": [
            {
                "name": lists.names[name],
                "colour": lists.colours[name],
                "share": percent(float(100 * share), 3 if lists.unit == "votes" else 2),
                "width": float(100 * share / largest),
            }
            for name, share in staircase.shares.items()
        ],
        "steps": steps,
    }
    return {**data, "version": sha1(repr(data).encode(), usedforsecurity=False).hexdigest()}


def _marks(lists: ListCount, law: ElectoralLaw, staircase: Staircase) -> list[dict[str, Any]]:
    """The law in gold, and a tick where a list enters."""
    ticks = [
        {"at": hundredths(share), "words": plain_name(lists.names[name]), "colour": lists.colours[name], "law": False}
        for name, share in staircase.shares.items()
        if hundredths(share) <= HIGHEST
    ]
    at = hundredths(law.legal_threshold)
    return [{"at": at, "words": f"law {percent(at / 100)}", "colour": "", "law": True}, *ticks]


def step_frame(lists: ListCount, staircase: Staircase) -> pd.DataFrame:
    """The staircase as a tidy frame: one row a list and step.

    Args:
        lists: Names and colours.
        staircase: The steps.

    Returns:
        Columns name, colour, from_pct, to_pct (per cent), seats, wasted_pct (of list votes), gallagher (0 to 100, may be missing).
    """
    return pd.DataFrame(
        [
            {
                "name": lists.names[name],
                "colour": lists.colours[name],
                "from_pct": float(100 * step.above),
                "to_pct": float(100 * step.up_to),
                "seats": step.allocation.seats[name],
                "wasted_pct": float(100 * step.measures.wasted_share),
                "gallagher": step.measures.gallagher,
            }
            for name in lists.count.votes
            for step in staircase.steps
        ],
        columns=["name", "colour", "from_pct", "to_pct", "seats", "wasted_pct", "gallagher"],
    )
