"""The elections that a party had a part in, with the figures of the source that is shown, and why it has none at others."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import NEUTRAL, wrap_label
from components.ui.election_evidence import REASONS
from components.ui.election_frames import claim_text, contestant_frame, figure_value
from components.ui.election_words import BASE_WORDS, seats_held
from components.ui.lineage_words import short_source
from components.ui.load import load_contestants, load_table
from components.ui.profile_parts import Fact
from components.ui.profile_rows import organisation_names, party_cell, rows_of

OWN_KINDS = ("list", "joint_list", "bloc", "party")
TIES = {"nominated": "its candidate", "leads": "led by it", "supports": "supported by it"}
LIST_TIES = {"nominated": "in the list", "leads": "leader of the list", "supports": "supported by it"}
COUNTED = ("official", "derived")
COLUMNS = ["row", "colour", "vote_pct", "seat_pct", "vote_label", "seat_label", "is_shared"]
COLUMNS += ["election_id", "contestant_id", "title", "who", "tie", "seats", "vote_source", "seat_source"]
MEASURES = {"vote_pct": "share of the vote", "votes": "votes", "seats": "seats", "seat_pct": "share of the seats"}


@st.cache_resource(show_spinner=False)
def part_frame(party_id: str, order: tuple[str, ...]) -> pd.DataFrame:
    """Every contestant that the party was or stood behind, in the order of the elections, and elections it was kept from.

    Args:
        party_id: The organisation.
        order: Source keys the reader wants first.

    Returns:
        Columns `COLUMNS`: those of `components.charts.party_results`; `title` of the election; `who` stood; `tie`, "own", a relation
        of backings.csv or "absent".
    """
    parts = _parts(party_id)
    elections = load_table("elections").drop_duplicates("election_id").sort_values("date", kind="stable")
    absences = rows_of("absences", "party_id", party_id)
    concerned = elections["election_id"].isin([*parts["election_id"], *absences["election_id"]])
    rows: list[dict[str, object]] = []
    for election in each_row(elections[concerned]):
        here = parts[parts["election_id"] == election.election_id]
        shown = [_part_row(election, part, party_id, order) for part in each_row(here)]
        told = [row for row in shown if row["vote_label"] or row["seat_label"]]
        rows += told or _absence_rows(election, absences[absences["election_id"] == election.election_id], here)
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(["vote_pct", "seat_pct", "seats"], "float"))


def _parts(party_id: str) -> pd.DataFrame:
    """Election, contestant and tie; of several ties to one contestant the first of its own, nominated, leads, supports."""
    people = load_table("contestants")
    own = people[(people["party_id"] == party_id) & people["kind"].isin(OWN_KINDS)].assign(tie="own")
    backings = load_table("backings")
    ranked = backings[backings["party_id"] == party_id].assign(tie=lambda rows: rows["relation"])
    ranked = ranked.sort_values("tie", key=lambda ties: ties.map({tie: place for place, tie in enumerate(TIES)}), kind="stable")
    both = pd.concat([frame[["election_id", "contestant_id", "tie"]] for frame in (own, ranked)])
    return both.drop_duplicates(["election_id", "contestant_id"])


def _part_row(election: Any, part: Any, party_id: str, order: tuple[str, ...]) -> dict[str, object]:
    people = contestant_frame(election.election_id, order)
    found = people[people["contestant_id"] == part.contestant_id]
    known = next(each_row(found.assign(seats=seats_held(found))), None)
    total, _ = figure_value(election.election_id, "seats_total", order)
    seats = None if known is None or pd.isna(known.seats) else float(known.seats)
    who = _contestant(election.election_id, part.contestant_id)
    return {
        "row": _row_words(election, who, part.tie, party_id),
        "colour": party_cell(party_id, "colour") or NEUTRAL,
        "vote_pct": None if known is None else known.vote_pct,
        "seat_pct": 100 * seats / total if seats is not None and total else None,
        "vote_label": _vote_words(known),
        "seat_label": _seat_words(known, total),
        "is_shared": part.tie != "own",
        "election_id": election.election_id,
        "contestant_id": part.contestant_id,
        "title": election.title,
        "who": who.name,
        "tie": part.tie,
        "seats": seats,
        "vote_source": _said_by(known, "vote_pct"),
        "seat_source": _said_by(known, "total", "list", "district"),
    }


def _contestant(election_id: str, contestant_id: str) -> Any:
    people = load_contestants()
    found = people[(people["election_id"] == election_id) & (people["contestant_id"] == contestant_id)]
    blank = pd.DataFrame([{"name": contestant_id, "kind": ""}])
    return next(each_row(found if len(found) else blank))


def _row_words(election: Any, who: Any, tie: str, party_id: str) -> str:
    """Election, and below it who stood, where that is not the party under its name in the atlas."""
    if tie == "own":
        below = "" if who.name == organisation_names().get(party_id) else f"as {who.name}"
    else:
        below = f"{who.name}, {TIES.get(tie, tie)}" if who.kind == "candidate" else f"{who.name}, {LIST_TIES.get(tie, tie)}"
    small = "<br>".join(f"<span style='font-size:12px'>{line}</span>" for line in wrap_label(below, 25).split("<br>") if line)
    return f"{election.title}<br>{small}" if small else str(election.title)


def _said_by(known: Any, *figures: str) -> str:
    """Short name of the source of the first figure that is known."""
    claims = [getattr(known, f"{figure}_claim", None) for figure in figures]
    return next((claim_sources().get(claim, "") for claim in claims if isinstance(claim, str)), "")


@st.cache_resource(show_spinner=False)
def claim_sources() -> dict[str, str]:
    """Short name of the source of every claim on results, by claim_id."""
    claims = load_table("results").dropna(subset=["claim_id", "source"])
    return {row.claim_id: short_source(row.source) for row in each_row(claims)}


def _vote_words(known: Any) -> str:
    if known is None or pd.isna(known.vote_pct):
        return ""
    return f"{known.vote_label} of {BASE_WORDS.get(str(known.base), 'the vote')}"


def _seat_words(known: Any, total: float | None) -> str:
    """Seats in words: "42 of 77 seats, 7 by list"."""
    if known is None or pd.isna(known.seats):
        return ""
    star = "*" if known.seat_label.endswith("*") else ""
    of = f" of {total:.0f}" if total else ""
    both = pd.notna(known.list) and pd.notna(known.district) and known.seats
    return f"{known.seats:.0f}{of} seats{star}" + (f", {known.list:.0f} by list" if both else "")


def _absence_rows(election: Any, absences: pd.DataFrame, parts: pd.DataFrame) -> list[dict[str, object]]:
    """Why there is no figure, in words; and what sources that are not the one shown have of it."""
    words = "; ".join(dict.fromkeys(REASONS.get(reason, reason) for reason in absences["reason"]))
    others = _other_claims(parts)
    if not words and not others:
        return []
    return [
        {
            "row": election.title,
            "colour": NEUTRAL,
            "vote_label": words[:1].upper() + words[1:],
            "seat_label": others,
            "is_shared": False,
            "election_id": election.election_id,
            "contestant_id": parts["contestant_id"].iloc[0] if len(parts) else None,
            "title": election.title,
            "who": "",
            "tie": "absent",
        }
    ]


def _other_claims(parts: pd.DataFrame) -> str:
    """Counted figures on contestants of whom the source that is shown is silent."""
    claims = claims_of(parts)
    counted = claims[claims["status"].isin(COUNTED) & claims["measure"].isin(list(MEASURES))]
    said = (f"{MEASURES[row.measure]} ({row.tier}): {claim_text(row)}, {short_source(str(row.source))}" for row in each_row(counted))
    return "; ".join(dict.fromkeys(said))


@st.cache_resource(show_spinner=False)
def best_result(party_id: str, order: tuple[str, ...]) -> Fact:
    """Its largest share and its most seats under its own name, for the head of the profile.

    Args:
        party_id: The organisation.
        order: Source keys the reader wants first.

    Returns:
        A column of facts; without entries where it never stood.
    """
    own = part_frame(party_id, order).query("tie == 'own'")
    votes, seats = best_of(own, "vote_pct"), best_of(own, "seats")
    entries = []
    if votes is not None:
        entries.append((votes.vote_label.replace("*", ""), f"{votes.title}, {votes.vote_source}"))
    if seats is not None and seats.seats > 0:
        entries.append((seats.seat_label.split(",")[0].rstrip("*"), f"{seats.title}, {seats.seat_source}"))
    return Fact("Best results", tuple(entries))


def best_of(own: pd.DataFrame, column: str) -> Any:
    """The row with the largest figure; None where there is none.

    Args:
        own: Rows of `part_frame`.
        column: The figure.

    Returns:
        The row.
    """
    known = own[own[column].notna()]
    return next(each_row(known.sort_values(column, ascending=False, kind="stable")), None)


def claims_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Every claim on the contestants of a frame, whatever its source and kind.

    Args:
        frame: Frame with `election_id` and `contestant_id`.

    Returns:
        Rows of results.csv.
    """
    wanted = frame[["election_id", "contestant_id"]].dropna().drop_duplicates()
    return wanted.merge(load_table("results"), on=["election_id", "contestant_id"])
