"""What the threshold slider is sent: every step, computed once per setting."""

from hashlib import sha1
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.hemicycle import seat_diameter, seat_positions
from components.charts.style import percent
from components.seats import ElectoralLaw, Staircase, build_staircase
from components.ui.counts import ListCount
from components.ui.lab_words import figures, finding, hundredths, spoken
from components.ui.load import load_table

HIGHEST = 1500
SCALE = (0, 3, 6, 9, 12, 15)


@st.cache_resource(show_spinner=False)
def load_staircase(_lists: ListCount, law: ElectoralLaw, name: str) -> Staircase:
    """The staircase of a count under a law.

    Args:
        _lists: The count; told apart by `name`.
        law: The law.
        name: What tells the count apart: election, source, order of sources.

    Returns:
        The steps.
    """
    return build_staircase(_lists.count, law)


def slider_data(lists: ListCount, law: ElectoralLaw, staircase: Staircase, *, value: int, caption: str = "") -> dict[str, Any]:
    """Everything the component draws, as plain numbers and words.

    Args:
        lists: Count, names, colours.
        law: The law; its threshold is the gold mark.
        staircase: All steps.
        value: Threshold in hundredths of a per cent.
        caption: What is shown and what the shares are of.

    Returns:
        The data described at the head of slider.js; edges are integers, hundredths of a per cent, rounded down.
    """
    steps = [
        {
            "upTo": hundredths(step.up_to),
            "seats": list(step.allocation.seats.values()),
            "admitted": [name in step.allocation.admitted for name in lists.count.votes],
            "finding": finding(staircase, position, lists, law.n_seats),
            "spoken": spoken(step, lists, law.n_seats),
            "figures": figures(step, lists),
        }
        for position, step in enumerate(staircase.steps)
    ]
    largest = max(staircase.shares.values(), default=1) or 1
    data: dict[str, Any] = {
        "caption": caption,
        "highest": HIGHEST,
        "scale": SCALE,
        "marks": _marks(lists, law, staircase),
        "presets": presets(law),
        "seats": {"positions": seat_positions(law.n_seats), "diameter": seat_diameter(law.n_seats)},
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
    return {**data, "version": sha1(repr(data).encode(), usedforsecurity=False).hexdigest(), "value": value}


def _marks(lists: ListCount, law: ElectoralLaw, staircase: Staircase) -> list[dict[str, Any]]:
    """The law in gold, and a tick where a list enters."""
    ticks = [
        {"at": hundredths(share), "words": lists.names[name].split(" (")[0], "colour": lists.colours[name], "law": False}
        for name, share in staircase.shares.items()
        if hundredths(share) <= HIGHEST
    ]
    at = hundredths(law.legal_threshold)
    return [{"at": at, "words": f"law {percent(at / 100)}", "colour": "", "law": True}, *ticks]


def threshold_proposals() -> pd.DataFrame:
    """Proposals of a threshold with a number."""
    rows = load_table("proposals")
    return rows[(rows["parameter"] == "list_threshold") & rows[["value", "value_max"]].notna().any(axis=1)]


def preset_references() -> list[str]:
    """Sources of the proposals among the presets."""
    return list(threshold_proposals()["source"])


def presets(law: ElectoralLaw) -> list[dict[str, Any]]:
    """Thresholds that the law or a document names, with who asked for them."""
    asked = threshold_proposals()
    found: dict[int, list[tuple[str, str]]] = {}
    for row in each_row(asked):
        at = round(100 * float(row.value if pd.notna(row.value) else row.value_max))
        less = "" if pd.notna(row.value) else " or less"
        found.setdefault(at, []).append((f"{percent(at / 100)}{less}, {row.proposer}", f"{row.proposer}: {row.demand} ({row.source})"))
    at = hundredths(law.legal_threshold)
    entries = [{"at": at, "words": f"{percent(at / 100)}, the law", "title": "The law of the day"}]
    for at, titles in sorted(found.items(), reverse=True):
        words = titles[0][0] + (" and others" if len({proposer for proposer, _ in titles}) > 1 else "")
        entries.append({"at": at, "words": words, "title": " | ".join(title for _, title in titles)})
    return [*entries, {"at": 0, "words": "none", "title": "No threshold at all"}]


def step_frame(lists: ListCount, staircase: Staircase) -> pd.DataFrame:
    """The staircase as a tidy frame: one row a list and step.

    Args:
        lists: Names and colours.
        staircase: The steps.

    Returns:
        Columns name, colour, from_pct, to_pct (per cent), seats.
    """
    return pd.DataFrame(
        [
            {
                "name": lists.names[name],
                "colour": lists.colours[name],
                "from_pct": float(100 * step.above),
                "to_pct": float(100 * step.up_to),
                "seats": seats,
            }
            for name in lists.count.votes
            for step in staircase.steps
            for seats in [step.allocation.seats[name]]
        ],
        columns=["name", "colour", "from_pct", "to_pct", "seats"],
    )
