"""Tidy frames on elections: claims resolved, ready for a chart."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import percent
from components.records import Resolution
from components.ui.election_words import seats_held
from components.ui.load import election_claims, load_contestants, load_figures, load_results, load_sources, load_table

SOURCE_KEY = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b")
VOTE_TIERS = ("list", "single", "total")
WITH_A_BALLOT = ("list", "joint_list", "bloc", "candidate", "option")
SEAT_TIERS = ("list", "district", "total")
STATUS_WORDS = {"official": "official", "derived": "derived", "preliminary": "preliminary", "claimed": "claimed", "expected": "expected"}


def short_reference(reference: str) -> str:
    """A source with its place, short: "Bowyer 2008, Ak-Zhol"."""
    key, _, rest = reference.partition("[")
    locator = rest.rstrip("]")
    source = load_sources().get(key)
    name = source.short if source else key
    return name if locator == "page" else f"{name}, {locator}"


def readable(note: str) -> str:
    """A note for readers: keys of sources become their short names."""
    sources = load_sources()
    return SOURCE_KEY.sub(lambda match: sources[match[0]].short if match[0] in sources else match[0], note)


def claim_text(row: Any) -> str:
    """A claim's figure as printed, or its bounds in words."""
    printed = getattr(row, "printed", None)
    if isinstance(printed, str) and printed:
        return printed
    value, low, high = row.value, row.value_min, row.value_max
    if pd.notna(value):
        return f"{value:g}"
    if pd.notna(low) and pd.notna(high):
        return f"{low:g} to {high:g}"
    return f"at least {low:g}" if pd.notna(low) else f"up to {high:g}"


def said_by(row: Any) -> str:
    """Who says it, and where it stands."""
    claimant = getattr(row, "claimant", None)
    place = short_reference(str(row.source))
    return f"{claimant}, in {place}" if isinstance(claimant, str) and claimant else place


@st.cache_resource(show_spinner=False)
def contestant_frame(election_id: str, order: tuple[str, ...]) -> pd.DataFrame:
    """One row per contestant with the chosen share and seats.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        Columns contestant_id, name, colour, kind, vote_pct, votes, base, list, district, total, vote_label, seat_label, sorted by
        seats and votes; `*` marks a figure that has rivals.
    """
    people = load_contestants()
    frame = people[people["election_id"] == election_id][["contestant_id", "name", "colour", "kind"]].set_index("contestant_id")
    resolution = load_results(order)
    counted = election_claims(resolution.chosen, election_id, status_group="counted")
    for column, rows in _columns(counted):
        exact_rows = rows.drop_duplicates("contestant_id").set_index("contestant_id")
        frame[column] = exact_rows["value"]
        frame[f"{column}_claim"] = exact_rows["claim_id"]
        if column == "vote_pct":
            frame["base"] = exact_rows["base"]
    frame = frame.reindex(columns=_frame_columns())
    frame = frame[frame[["vote_pct", "votes", *SEAT_TIERS]].notna().any(axis=1)].reset_index()
    frame["most"] = seats_held(frame)
    frame = frame.sort_values(["most", "vote_pct", "votes"], ascending=False, kind="stable")
    rivalled = set(election_claims(resolution.rivals, election_id)["rival_of"].dropna())
    frame["vote_label"] = [_vote_label(row, rivalled) for row in each_row(frame)]
    frame["seat_label"] = [_seat_label(row, rivalled) for row in each_row(frame)]
    return frame.drop(columns="most")


def _frame_columns() -> list[str]:
    figures = ["vote_pct", "votes", *SEAT_TIERS]
    return ["name", "colour", "kind", "base", *figures, *(f"{figure}_claim" for figure in figures)]


def _columns(counted: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    columns = []
    for measure in ("vote_pct", "votes"):
        rows = counted[counted["measure"] == measure]
        tiers = [tier for tier in VOTE_TIERS if (rows["tier"] == tier).any()]
        columns.append((measure, rows[rows["tier"] == tiers[0]] if tiers else rows))
    return columns + [(tier, counted[(counted["measure"] == "seats") & (counted["tier"] == tier)]) for tier in SEAT_TIERS]


def _star(claim_id: object, rivalled: set[str]) -> str:
    return "*" if claim_id in rivalled else ""


def _vote_label(row: Any, rivalled: set[str]) -> str:
    """The share; "not stated" for a list whose share no source gives, nothing for those that had no list."""
    if pd.isna(row.vote_pct):
        return "share not stated" if row.kind in WITH_A_BALLOT else ""
    return percent(row.vote_pct) + _star(row.vote_pct_claim, rivalled)


def _seat_label(row: Any, rivalled: set[str]) -> str:
    """Seats in words: the total, and the tiers where both are known; nothing where no source says."""
    tiers = {tier: getattr(row, tier) for tier in ("list", "district") if pd.notna(getattr(row, tier))}
    star = "*" if any(getattr(row, f"{tier}_claim") in rivalled for tier in SEAT_TIERS) else ""
    held = row.total if pd.notna(row.total) else sum(tiers.values()) if tiers else None
    if held is None:
        return ""
    if len(tiers) == 2 and sum(tiers.values()) != held:  # noqa: PLR2004 - both tiers
        return f"{held:.0f} or {sum(tiers.values()):.0f} seats{star}"
    parts = f" ({tiers['list']:.0f} list)" if len(tiers) == 2 and held else " seats"  # noqa: PLR2004 - both tiers
    return f"{held:.0f}{parts}{star}"


def rival_notes(resolution: Resolution, election_id: str, measures: Sequence[str]) -> list[str]:
    """Footnotes: what other places print for a figure that is shown.

    Args:
        resolution: Resolved results.
        election_id: The election.
        measures: Measures that the chart shows.

    Returns:
        Sentences.
    """
    rows = election_claims(resolution.rivals, election_id, status_group="counted")
    rows = rows[rows["measure"].isin(list(measures))]
    names = load_contestants().query("election_id == @election_id").set_index("contestant_id")["name"]
    notes = []
    for row in each_row(rows):
        what = {"vote_pct": "the share", "votes": "the votes", "seats": f"the {row.tier} seats"}.get(row.measure, row.measure)
        why = f" {readable(row.note)}" if isinstance(row.note, str) and row.note else ""
        notes.append(f"* {names.get(row.contestant_id, row.contestant_id)}: {said_by(row)} has {claim_text(row)} for {what}.{why}")
    return list(dict.fromkeys(notes))


@st.cache_resource(show_spinner=False)
def claim_frame(election_id: str, measure: str, tiers: tuple[str, ...]) -> pd.DataFrame:
    """Every claim of one measure at an election, for the chart of claims.

    Args:
        election_id: The election.
        measure: The measure.
        tiers: Tiers that count.

    Returns:
        Columns name, colour, status, value, value_min, value_max, said_by, label, source.
    """
    results = load_table("results")
    rows = election_claims(results, election_id, measure=measure)
    rows = rows[rows["tier"].isin(list(tiers))]
    people = load_contestants().query("election_id == @election_id")[["contestant_id", "name", "colour"]]
    merged = rows.merge(people, on="contestant_id", how="left")
    merged["said_by"] = [said_by(row) for row in each_row(merged)]
    merged["label"] = [f"{claim_text(row)} ({STATUS_WORDS[row.status]})" for row in each_row(merged)]
    return merged[["name", "colour", "status", "value", "value_min", "value_max", "said_by", "label", "source"]]


@st.cache_resource(show_spinner=False)
def figure_value(election_id: str, measure: str, order: tuple[str, ...], *, scope: str = "national") -> tuple[float | None, str]:
    """A resolved figure about an election, and its source; None where nobody gives an exact one.

    Args:
        election_id: The election.
        measure: The measure.
        order: Source keys the reader wants first.
        scope: Where.

    Returns:
        Value and reference.
    """
    rows = election_claims(load_figures(order).chosen, election_id, measure=measure, scope=scope, status_group="counted")
    rows = rows[rows["value"].notna()]
    return (None, "") if rows.empty else (float(rows["value"].iloc[0]), str(rows["source"].iloc[0]))


def inexact_figure(election_id: str, measure: str, order: tuple[str, ...]) -> tuple[str | None, str]:
    """A figure that sources give with a hedge only, in the source's words ("just under 74%"), and its source."""
    rows = election_claims(load_figures(order).chosen, election_id, measure=measure, scope="national", status_group="counted")
    return (None, "") if rows.empty else (claim_text(next(each_row(rows))), str(rows["source"].iloc[0]))


@st.cache_resource(show_spinner=False)
def chamber_frame(order: tuple[str, ...]) -> pd.DataFrame:
    """Who held the seats after each parliamentary election, as far as sources say.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Columns election, name, colour, seats, seats_total, source; only elections whose total is known.
    """
    elections = load_table("elections").query("office == 'parliament'").sort_values("date")
    pieces = []
    for election in each_row(elections):
        total, _ = figure_value(election.election_id, "seats_total", order)
        people = contestant_frame(election.election_id, order)
        if total is None or people.empty:
            continue
        seats = seats_held(people)
        known = people.assign(seats=seats, election=election.title.split()[-1], seats_total=total)[seats > 0]
        pieces.append(known[["election", "name", "colour", "seats", "seats_total", "contestant_id"]])
        assembly, _ = figure_value(election.election_id, "assembly_seats", order)
        if assembly:
            pieces.append(_assembly_row(known["election"].iloc[0] if len(known) else election.title, assembly, total))
    columns = ["election", "name", "colour", "seats", "seats_total", "contestant_id"]
    return pd.concat(pieces, ignore_index=True) if pieces else pd.DataFrame(columns=columns)


def _assembly_row(election: str, seats: float, total: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "election": election,
                "name": "Assembly of Peoples",
                "colour": "#b9ad92",
                "seats": seats,
                "seats_total": total,
                "contestant_id": "assembly-of-peoples",
            }
        ]
    )


def references_of(*frames: pd.DataFrame) -> list[str]:
    """The sources of claims, in order, without repeats."""
    return list(dict.fromkeys(reference for frame in frames for reference in frame["source"].dropna()))
