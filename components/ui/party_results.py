"""A party's results over all elections in a chart, with rival and claimed figures, and why it did not stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.party_results import build_party_results
from components.ui.election_evidence import REASONS
from components.ui.election_frames import claim_text, readable, references_of, rival_notes, said_by
from components.ui.election_words import BASE_WORDS
from components.ui.frame import ChartFrame, show_chart
from components.ui.load import load_contestants, load_results, load_table
from components.ui.party_elections import COUNTED, MEASURES, TIES, best_of, claims_of, part_frame
from components.ui.profile_parts import Section, Table
from components.ui.profile_rows import organisation_names, rows_of

CHART = "results"
FINDING_TIES = {"nominated": "put up by", "leads": "leader of", "supports": "supported by"}
SHOWN_MEASURES = ("vote_pct", "votes", "seats")
REFUSED = "seats_not_taken"
CHARTS_KEPT = 100


def show_results(party_id: str, order: tuple[str, ...]) -> None:
    """The chart of results; nothing where the party had no part in any election."""
    drawn = results_chart(party_id, order)
    if drawn is not None:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False, max_entries=CHARTS_KEPT)
def results_chart(party_id: str, order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    """The chart of results in its frame; None where there is no figure to draw.

    Args:
        party_id: The organisation.
        order: Source keys the reader wants first.

    Returns:
        Frame and figure.
    """
    frame = part_frame(party_id, order)
    if not frame[["vote_pct", "seat_pct"]].notna().any(axis=None):
        return None
    name = organisation_names()[party_id]
    title = results_finding(name, frame)
    claims = claims_of(frame)
    shared = " Hollow: a candidate or list that it stood behind." if frame["is_shared"].any() else ""
    chart = ChartFrame(
        page="parties",
        name=CHART,
        title=title,
        subtitle=f"Per cent; each share names its base. Pale: votes. Full: share of all seats.{shared}",
        alt=f"{title}. " + "; ".join(_row_alt(row) for row in each_row(frame)),
        references=[*references_of(claims), *references_of(rows_of("absences", "party_id", party_id))],
        table=_table(claims, party_id),
        notes=_notes(frame, party_id, order),
    )
    return chart, build_party_results(frame)


def _row_alt(row: Any) -> str:
    who = "" if row.tie in ("own", "absent") else f" ({row.who})"
    return f"{row.title}{who}: " + ", ".join(words for words in (row.vote_label, row.seat_label) if words)


def results_finding(name: str, frame: pd.DataFrame) -> str:
    """The finding above the results: the largest share and the most seats, or what a candidate polled.

    Args:
        name: Name of the party.
        frame: As from `part_frame`.

    Returns:
        A sentence.
    """
    own = frame[frame["tie"] == "own"]
    votes, seats = best_of(own, "vote_pct"), best_of(own, "seats")
    share = f"{name}{'’' if name.endswith('s') else '’s'} largest share is {votes.vote_label.replace('*', '')}" if votes is not None else ""
    most = seats.seat_label.split(",")[0].rstrip("*").removesuffix(" seats") if seats is not None and seats.seats > 0 else ""
    if share and most:
        places = ("", f" (both {votes.title})") if votes.title == seats.title else (f" ({votes.title})", f" ({seats.title})")
        return f"{share}{places[0]}, its most seats {most}{places[1]}"
    if share:
        return f"{share} ({votes.title}); no source gives it a seat"
    if most:
        return f"{name} won at most {most} seats ({seats.title})"
    best = best_of(frame[frame["tie"].isin(list(TIES))], "vote_pct")
    if best is None:
        return f"{name} won no seat that a source tells of"
    return f"{best.who}, {FINDING_TIES[best.tie]} {name}, polled {best.vote_label.replace('*', '')} ({best.title})"


def _table(claims: pd.DataFrame, party_id: str) -> pd.DataFrame:
    """Every claim on its contestants, whatever its source and kind, and every reason for its absence."""
    titles = load_table("elections").drop_duplicates("election_id").set_index("election_id")["title"]
    people = load_contestants()
    pairs = zip(people["election_id"], people["contestant_id"], strict=True)
    names = dict(zip(pairs, people["name"], strict=True))
    figures = [
        (
            titles.get(row.election_id),
            names.get((row.election_id, row.contestant_id)),
            _figure(row),
            row.printed,
            row.value,
            row.status,
            row,
        )
        for row in each_row(claims)
    ]
    absent = [
        (titles.get(row.election_id), organisation_names()[party_id], REASONS.get(row.reason, row.reason), row.printed, None, "", row)
        for row in each_row(rows_of("absences", "party_id", party_id))
    ]
    rows = [(*cells, row.claimant, row.source, row.note) for *cells, row in (*figures, *absent)]
    columns = ["Election", "Who stood", "What is told", "As printed", "Value", "Kind", "Claimed by", "Source", "Note"]
    return pd.DataFrame(rows, columns=columns)


def _figure(row: Any) -> str:
    base = f" of {BASE_WORDS.get(row.base, row.base)}" if isinstance(row.base, str) and row.base else ""
    measure = "share" if base and row.measure == "vote_pct" else MEASURES.get(row.measure, row.measure.replace("_", " "))
    return f"{measure}{base} ({row.tier})"


def _notes(frame: pd.DataFrame, party_id: str, order: tuple[str, ...]) -> list[str]:
    """Rival figures, claimed and expected ones, and who says why it did not stand."""
    resolution, notes = load_results(order), []
    titles = frame.drop_duplicates("election_id").set_index("election_id")["title"]
    rivalled = frame[["election_id", "contestant_id"]].dropna().merge(resolution.rivals, on=["election_id", "contestant_id"])
    for election, rivals in rivalled.groupby("election_id", sort=False):
        told = rival_notes(replace(resolution, rivals=rivals), str(election), SHOWN_MEASURES)
        notes += [f"* {titles[str(election)]}: {note.removeprefix('* ')}" for note in told]
    for claim in each_row(claims_of(frame)):
        said = f"{titles[claim.election_id]}: {claim_text(claim)}"
        if claim.measure == REFUSED:
            notes.append(f"{said} seat not taken up ({said_by(claim)}).")
        elif claim.status not in COUNTED:
            notes.append(f"{said} ({MEASURES.get(claim.measure, claim.measure)}, {claim.status}; not counted), {said_by(claim)}.")
    for row in each_row(rows_of("absences", "party_id", party_id)):
        why = f"{REASONS.get(row.reason, row.reason)} ({said_by(row)})."
        notes.append(f"{titles.get(row.election_id, row.election_id)}: {why} {readable(row.note)}".strip())
    return list(dict.fromkeys(notes))


@st.cache_resource(show_spinner=False)
def elections_section(party_id: str, order: tuple[str, ...]) -> Section | None:
    """Elections in words, for organisations of which no figure can be drawn: why they did not stand, what a source tells nevertheless.

    Args:
        party_id: The organisation.
        order: Source keys the reader wants first.

    Returns:
        The section; None where there is a chart, or nothing to tell.
    """
    frame = part_frame(party_id, order)
    if frame.empty or results_chart(party_id, order) is not None:
        return None
    absences = rows_of("absences", "party_id", party_id)
    titles = load_table("elections").drop_duplicates("election_id").set_index("election_id")["title"]
    lines = []
    for election in dict.fromkeys(frame["election_id"]):
        for row in each_row(absences[absences["election_id"] == election]):
            lines.append((str(titles.get(election, election)), REASONS.get(row.reason, row.reason), said_by(row), readable(row.note)))
        lines += [(row.title, row.seat_label, "", "") for row in each_row(frame[frame["election_id"] == election]) if row.seat_label]
    table = Table("Elections without a figure of its own", ("Election", "What is told", "Who says so", "Note"), tuple(lines))
    return Section("Elections", (table,), tuple(references_of(absences, claims_of(frame))))
