"""Roles of persons as rows ready to be told or drawn: where, as what, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import NEUTRAL
from components.lineage import Lineage, name_on
from components.records import format_date
from components.ui.election_frames import readable, said_by
from components.ui.lineage_data import load_lineage, when_of
from components.ui.lineage_words import UNDATED, short_source
from components.ui.load import load_table

ROLES = {
    "co-chair": "co-chair",
    "acting_chair": "acting chair",
    "first_deputy": "first deputy chair",
    "secretary_general": "secretary-general",
    "list_head": "head of the list",
    "prime_minister": "prime minister",
    "deputy_prime_minister": "deputy prime minister",
    "deputy_speaker": "deputy speaker",
    "first_secretary": "first secretary",
    "other": "tied to it",
}
LONGEST_NAME = 40
COLUMNS = [
    "person_id",
    "party_id",
    "row",
    "role",
    "as_named",
    "when",
    "mark",
    "start",
    "end",
    "says",
    "said",
    "printed",
    "note",
    "colour",
    "source",
]


@st.cache_resource(show_spinner=False)
def load_roles(order: tuple[str, ...]) -> pd.DataFrame:
    """Every role of every person, in the order of its date; those without one at the end.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Columns `COLUMNS`: `row` is the organisation by its name in the atlas, or the office; `role` in words; `as_named` the name
        of the organisation on that day, where it was another; `mark`, `start` and `end` as in `components.charts.career`; `says`
        and `said` who says so, with and without the place.
    """
    lineage = load_lineage(order, everything=True)
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")[["name", "colour"]]
    table = load_table("person_roles").dropna(subset=["person_id", "role"]).fillna("")
    rows = [_role(row, lineage, names) for row in each_row(table)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    first = [when if when else date.max for when in map(_first_day, each_row(frame))]
    return frame.assign(first=first).sort_values("first", kind="stable").drop(columns="first").reset_index(drop=True)


def _first_day(row: Any) -> date | None:
    return next((day for day in (row.start, row.end) if isinstance(day, date)), None)


def _role(row: Any, lineage: Lineage, names: pd.DataFrame) -> tuple[object, ...]:
    known = names.loc[row.party_id] if row.party_id in names.index else None
    name = "" if known is None else str(known["name"])
    words, mark, start, end = role_dates(row.valid_from, row.valid_to, row.as_of)
    place, role = _place_and_role(row, name)
    day = start or end
    then = name_on(lineage, row.party_id, day) if day and place == name and row.party_id in lineage.organisations else ""
    said = short_source(row.source)
    return (
        row.person_id,
        row.party_id,
        place,
        role,
        then if then != name and len(then) <= LONGEST_NAME else "",
        words,
        mark,
        start,
        end,
        said_by(row),
        f"{row.claimant}, in {said}" if row.claimant else said,
        row.printed,
        readable(row.note),
        NEUTRAL if known is None or pd.isna(known["colour"]) else known["colour"],
        row.source,
    )


def _place_and_role(row: Any, organisation: str) -> tuple[str, str]:
    """Where, and as what: a candidacy is a place of its own, an office that is no party's is named by itself."""
    role = ROLES.get(row.role, row.role.replace("_", " "))
    office = row.office[:1].upper() + row.office[1:]
    if row.role == "candidate" and office:
        return f"Candidate: {office}", ""
    if organisation:
        return organisation, row.office or role
    if not office:
        return role[:1].upper() + role[1:], ""
    return office, "" if role in row.office.lower() or row.role == "other" else role


def role_dates(since: str, until: str, as_of: str) -> tuple[str, str, date | None, date | None]:
    """The dates of a role in words, and how they are drawn.

    Args:
        since: First day, EDTF; may be blank.
        until: Last day, EDTF; may be blank.
        as_of: When it is said to have been held, EDTF; may be blank.

    Returns:
        Words; "held", "began", "ended" or "term"; the first and the last day meant, of a term its ends.
    """
    if since and until:
        first, last = when_of(since), when_of(until)
        ends = (first.point if first else None, last.point if last else None)
        return f"{format_date(since)} to {format_date(until)}", "term", *ends
    written = since or until or as_of
    when = when_of(written)
    days = (when.earliest, when.latest) if when else (None, None)
    if since:
        return f"from {format_date(since)}", "began", *days
    if until:
        return f"until {format_date(until)}", "ended", *days
    return format_date(as_of) or UNDATED, "held", *days


def told_dates(rows: Iterable[Any]) -> str:
    """Dates with who gives them: "2005 (Bowyer 2008); from 2 July 2011 (kt.kz 2011)".

    Args:
        rows: Rows with `when` and `said`.

    Returns:
        One text; sources that give the same date stand together.
    """
    sayers: dict[str, list[str]] = {}
    for row in rows:
        known = sayers.setdefault(row.when, [])
        if row.said not in known:
            known.append(row.said)
    return "; ".join(f"{when} ({', '.join(said)})" for when, said in sayers.items())


def joined_notes(notes: Iterable[str], *, most: int = 3) -> str:
    """Notes in one text, without repeats.

    Args:
        notes: Notes; blank ones are left out.
        most: How many at most.

    Returns:
        Sentences.
    """
    kept = list(dict.fromkeys(note.rstrip(".") for note in notes if note))
    return ". ".join(kept[:most]) + ("." if kept else "")


def years_of(rows: pd.DataFrame) -> str:
    """The years of roles, as far as they are dated.

    Args:
        rows: Rows of `load_roles`.

    Returns:
        "2004–2012", "until 1998" where only the end is told, "2004 or later" where all dates are open; empty where there is none.
    """
    closed = rows[rows["start"].notna() & rows["end"].notna()]
    if len(closed):
        years = [day.year for column in ("start", "end") for day in closed[column]]
        first, last = min(years), max(years)
        if set(closed["mark"]) == {"ended"}:
            return f"until {last}"
        return f"{first}" if first == last else f"{first}–{last}"
    since, until = ([day.year for day in rows[column].dropna()] for column in ("start", "end"))
    if since:
        return f"{min(since)} or later"
    return f"{'until ' if 'ended' in set(rows['mark']) else ''}{min(until)} or earlier" if until else ""
