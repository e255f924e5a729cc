"""Sections of the Parliament page on reform bodies: who sat, who was asked and stayed away, and the bodies side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.participation import MARKS, build_participation
from components.charts.style import NEUTRAL
from components.records import format_date
from components.ui.election_frames import readable, references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart, show_framed
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.parliament_matrix import STYLE, Row, Statement, matrix_html
from components.ui.tree_data import party_colours

PAGE = "parliament"
BODIES = {
    "pds-2002": "Standing Council 2002",
    "national-commission-2004": "National Commission 2004",
    "state-commission-2006": "State Commission 2006",
}
LATER = {
    "cec-taskforce-2008": "Task force on the election code 2008",
    "constitutional-commission-2026": "Constitutional Commission 2026",
}
STATUSES = {"member": "in", "invited_absent": "invited", "invitation_unclear": "unclear", "outside": "outside"}
RANK = ("in", "invited", "outside", "unclear")
"""Which status is drawn where a source tells several of one party."""
ROLES = {
    "created": "Created",
    "chair": "Chair",
    "overseer": "Overseen by",
    "member": "Who sat in it",
    "invited_absent": "Invited, stayed out",
    "invitation_unclear": "Invited or not",
    "outside": "Outside",
    "reason_absent": "Why they stayed out",
    "condition": "Conditions for taking part",
    "legal_status": "Legal status",
    "topic": "Tasks and topics",
    "output": "Output",
    "assessment": "What is said of it",
    "name": "Names",
}
SHOWN = 6
SAID_OF_ALL = re.compile(r"all three|as a whole|no body is named", re.IGNORECASE)


def show_participation(order: tuple[str, ...]) -> None:
    """Parties by bodies: in, invited but absent, outside, unclear."""
    show_chart(*_participation_chart(order))


@st.cache_resource(show_spinner=False)
def _participation_chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure]:
    frame = participation_frame(order)
    if frame.empty:
        raise NothingKnownError("who sat in the reform bodies")
    title = _participation_title(frame)
    chart = ChartFrame(
        page=PAGE,
        name="participation",
        title=title,
        subtitle="Parties that a source names. Full circle: in; hollow: invited and absent; cross: outside; no mark: nobody says",
        alt=title + ". " + "; ".join(f"{row.party}, {row.body}: {MARKS[row.status][1]}" for row in each_row(frame)),
        references=list(dict.fromkeys(place for cell in frame["source"] for place in cell.split("; "))),
        table=frame.assign(status=[MARKS[status][1] for status in frame["status"]])
        .drop(columns="colour")
        .rename(columns={"party": "Party", "body": "Body", "status": "How it stood to it", "said": "In our words", "source": "Source"}),
        notes=_participation_notes(),
    )
    return chart, build_participation(frame, bodies=list(BODIES.values()))


def participation_frame(order: tuple[str, ...]) -> pd.DataFrame:
    """How each named party stood to each of the three bodies.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Columns party, body, colour, status, said, source; parties named by most bodies first.
    """
    claims = load_table("reform_bodies").dropna(subset=["party_id"])
    claims = claims[claims["body_id"].isin(list(BODIES)) & claims["role"].isin(list(STATUSES))]
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")["name"]
    rows = []
    for (party, body), group in claims.groupby(["party_id", "body_id"], sort=False):
        ranked = sorted(each_row(group), key=lambda row: (_wanted(row.source, order), RANK.index(STATUSES[row.role])))
        said = "; ".join(dict.fromkeys(f"{row.text} ({said_by(row)})" for row in ranked if isinstance(row.text, str)))
        rows.append(
            {"party": names.get(party, party), "body": BODIES[str(body)], "colour": party_colours().get(str(party), NEUTRAL)}
            | {"status": STATUSES[ranked[0].role], "said": said, "source": "; ".join(dict.fromkeys(group["source"]))}
        )
    places = {body: place for place, body in enumerate(BODIES.values())}
    named = Counter(str(row["party"]) for row in rows)
    first = {str(row["party"]): places[str(row["body"])] for row in reversed(rows)}
    rows.sort(key=lambda row: (-named[str(row["party"])], first[str(row["party"])], str(row["party"]), places[str(row["body"])]))
    return pd.DataFrame(rows, columns=["party", "body", "colour", "status", "said", "source"])


def _wanted(source: str, order: Sequence[str]) -> int:
    key = source.partition("[")[0]
    return list(order).index(key) if key in order else len(order)


def _participation_title(frame: pd.DataFrame) -> str:
    """The story of the party that stood to the bodies in most ways."""
    first = frame[frame["party"] == frame["party"].iloc[0]]
    words = {"in": "sat in", "invited": "was invited to and stayed out of", "outside": "stood outside", "unclear": "may have been asked to"}
    parts = [f"{words[row.status]} the {row.body}" for row in each_row(first)]
    story = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{first['party'].iloc[0]} {story}"


def _participation_notes() -> list[str]:
    """What is told of no party by name, and what is uncertain of those that are named."""
    claims = load_table("reform_bodies")
    claims = claims[claims["body_id"].isin(list(BODIES)) & claims["role"].isin(list(STATUSES))]
    unnamed = claims[claims["party_id"].isna() & claims["role"].isin(["invitation_unclear", "outside", "invited_absent"])]
    noted = claims[claims["party_id"].notna() & claims["note"].notna()]
    lines = [f"{BODIES[row.body_id]}: {row.actor}: {row.text} ({said_by(row)})." for row in each_row(unnamed)]
    return [*lines, *(f"{BODIES[row.body_id]}, {row.actor}: {readable(row.note)}" for row in each_row(noted))]


def show_bodies(order: tuple[str, ...]) -> None:
    """The three bodies of 2002 to 2007 side by side, and later ones."""
    for name, bodies in (("bodies", BODIES), ("later-bodies", LATER)):
        frame, html = _bodies_table(order, name, tuple(bodies.items()))
        if html:
            show_framed(frame, lambda html=html: _mount(html))  # type: ignore[misc]


def _mount(html: str) -> None:
    st.html(STYLE)
    st.html(html)


@st.cache_resource(show_spinner=False)
def _bodies_table(order: tuple[str, ...], name: str, bodies: tuple[tuple[str, str], ...]) -> tuple[ChartFrame, str]:
    claims = load_table("reform_bodies")
    claims = claims[claims["body_id"].isin([body for body, _ in bodies]) & claims["role"].isin(list(ROLES))]
    title = _bodies_title(claims) if name == "bodies" else "Later bodies: a task force of 2008 and a commission of 2026"
    heads = ("", *(words for _, words in bodies))
    rows = [Row(words, [_statements(claims, body, role, order) for body, _ in bodies]) for role, words in ROLES.items()]
    rows = [row for row in rows if any(row.cells)]
    chart = ChartFrame(
        page=PAGE,
        name=name,
        title=title,
        subtitle="As sources tell it, in our words; what is said of all bodies together stands last in each cell",
        alt=title,
        references=references_of(claims),
        table=_claims_table(claims, dict(bodies)),
        picture=False,
    )
    return chart, matrix_html(heads, rows, label=title, shown=SHOWN) if rows else ""


def _bodies_title(claims: pd.DataFrame) -> str:
    creators = claims[(claims["role"] == "created") & (claims["person_id"] == "nazarbayev")]["body_id"].nunique()
    chaired = claims[(claims["role"] == "chair") & (claims["person_id"] == "nazarbayev")]["body_id"].nunique()
    return f"The President created {_number(creators)} bodies on reform and chaired {_number(chaired)} of them"


def _number(count: int) -> str:
    return {0: "none", 1: "one", 2: "two", 3: "three"}.get(count, str(count))


def _statements(claims: pd.DataFrame, body: str, role: str, order: Sequence[str]) -> list[Statement]:
    """What is told of one body under one head: what is said of it alone first, then of all of them."""
    rows = claims[(claims["body_id"] == body) & (claims["role"] == role)]
    ranked = sorted(each_row(rows), key=lambda row: (_is_of_all(row), _wanted(row.source, order)))
    return [Statement(_said(row.text), _by(row), lead=_said(row.actor)) for row in ranked]


def _is_of_all(row: Any) -> bool:
    return isinstance(row.note, str) and bool(SAID_OF_ALL.search(row.note))


def _said(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _by(row: Any) -> str:
    claimant = _said(row.claimant)
    who = f"{claimant}, in " if claimant and claimant != _said(row.actor) else ""
    return who + short_source(row.source)


def _claims_table(claims: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Body": claims["body_id"].map(names),
            "What": claims["role"].map(ROLES),
            "Who": claims["actor"].fillna(""),
            "In our words": claims["text"].fillna(""),
            "When": [format_date(str(day)) if isinstance(day, str) else "" for day in claims["as_of"]],
            "Who says so": [said_by(row) for row in each_row(claims)],
            "Note": [readable(note) if isinstance(note, str) else "" for note in claims["note"]],
            "Source": claims["source"],
        }
    )
