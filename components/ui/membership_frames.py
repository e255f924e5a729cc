"""Tidy frames on membership: dated claims, the law's minimum step by step, and claims that can be compared; the section of a profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import NEUTRAL, thousands
from components.lineage import When, name_on
from components.records import format_date, parse_reference
from components.ui.election_frames import claim_text, readable, references_of, said_by
from components.ui.lineage_data import load_lineage, when_of
from components.ui.load import load_sources, load_table
from components.ui.profile_parts import PageLink, Section, Table
from components.ui.profile_rows import organisation_names, party_cell, rows_of
from components.ui.tree_data import party_colours

COUNTRY = "KZ"
MINIMUM, REGIONAL_MINIMUM = "party_registration_members", "party_regional_members"
CLAIMED_BY = {
    "party": "the party",
    "electoral_commission": "the election commission",
    "press": "press",
    "scholar": "a scholar",
    "court": "a court",
    "unstated": "not stated by whom",
}
MEASURES = {"members": "Members", "members_young": "Young members", "share_pct": "Share of the members", "density_pct": "Per 100 voters"}
FEWEST_IN_A_SET = 4
"""Organisations with a claim by one source and one kind of claimant; fewer are no set to compare."""
SET_WORDS = {
    "party": "The parties",
    "electoral_commission": "Election commission",
    "press": "Press",
    "scholar": "Scholars",
    "court": "Courts",
}
LONG_NAME = 17
CLAIM_COLUMNS = ["claim_id", "party_id", "name", "label", "colour", "claimed_by", "value", "low", "high", "about", "when", "as_of"]
CLAIM_COLUMNS += ["start", "end", "printed", "said_by", "first", "source", "note"]


@dataclass(frozen=True)
class Minimum:
    """The members that the law asks for, from one change of the law to the next.

    Attributes:
        value: Members.
        since: The days on which it may have begun; None where no source says.
        words: When it began, in words; empty where no source says.
        references: Every source that has it.
        rivals: What other sources have for its beginning, with the source.
    """

    value: float
    since: When | None
    words: str
    references: tuple[str, ...]
    rivals: tuple[str, ...] = ()

    @property
    def begins(self) -> date | None:
        """First day on which it may have been in force."""
        return self.since.earliest if self.since else None

    @property
    def begun(self) -> date | None:
        """First day on which it was in force whatever day is meant."""
        return self.since.latest if self.since else None


@st.cache_resource(show_spinner=False)
def member_claims(order: tuple[str, ...]) -> pd.DataFrame:
    """Every dated claim on how many members an organisation has; none is joined to another, averaged or left out.

    Args:
        order: Source keys the reader wants first.

    Returns:
        One row per claim, by date: claim_id, party_id, name (on that date), label (short name), colour, claimed_by, value (may be
        missing), low and high (bounds; equal where the figure is exact, one missing where it is open), about (the figure to compare:
        the value, else the bound that is given), when (words), as_of, start and end (days), printed, said_by, first (of the reader's
        source), source, note.
    """
    claims = load_table("memberships")
    claims = claims[(claims["measure"] == "members") & claims["party_id"].notna() & claims["source"].notna()]
    rows = [_claim(row, when, order) for row in each_row(claims) if (when := when_of(row.as_of)) and when.earliest and when.latest]
    known = [row for row in rows if pd.notna(row["about"])]
    frame = pd.DataFrame(known, columns=CLAIM_COLUMNS)
    return frame.sort_values(["start", "end", "about"], kind="stable").reset_index(drop=True)


def _claim(row: Any, when: When, order: tuple[str, ...]) -> dict[str, Any]:
    exact = pd.notna(row.value)
    low, high = (row.value, row.value) if exact else (row.value_min, row.value_max)
    start, end = when.earliest or date.min, when.latest or date.max
    return {
        "claim_id": row.claim_id,
        "party_id": row.party_id,
        "name": full_name(row.party_id, start),
        "label": short_name(row.party_id, start),
        "colour": party_colours().get(row.party_id, NEUTRAL),
        "claimed_by": row.claimed_by,
        "value": row.value,
        "low": low,
        "high": high,
        "about": low if pd.notna(low) else high,
        "when": format_date(row.as_of),
        "as_of": row.as_of,
        "start": start,
        "end": end,
        "printed": claim_text(row),
        "said_by": said_by(row),
        "first": not order or parse_reference(row.source).key in order,
        "source": row.source,
        "note": readable(row.note) if isinstance(row.note, str) else "",
    }


def full_name(party_id: str, day: date) -> str:
    """The name of an organisation on a day, spelled as the atlas does where only the spelling differs.

    Args:
        party_id: The organisation.
        day: The day.

    Returns:
        The name.
    """
    then, own = name_on(load_lineage(()), party_id, day), party_cell(party_id, "name")
    return own if own and _letters(then) == _letters(own) else then


def short_name(party_id: str, day: date) -> str:
    """The name of an organisation on a day, short enough for a label; its abbreviation where the name is long.

    Args:
        party_id: The organisation.
        day: The day.

    Returns:
        Words without brackets.
    """
    then, own = full_name(party_id, day).partition(" (")[0], party_cell(party_id, "name").partition(" (")[0]
    name = own if own and _letters(then).startswith(_letters(own)) else then
    return name if len(name) <= LONG_NAME else party_cell(party_id, "abbreviation") or min(name, own or name, key=len)


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def figure_words(row: Any) -> str:
    """The figure of a claim as a label has it: "172,000", "over 150,000", "80 to 200".

    Args:
        row: A row of `member_claims`.

    Returns:
        Words.
    """
    if pd.notna(row.value):
        return thousands(row.value)
    if pd.isna(row.high):
        return f"over {thousands(row.low)}"
    if pd.isna(row.low):
        return f"up to {thousands(row.high)}"
    return f"about {thousands(row.low)}" if row.low == row.high else f"{thousands(row.low)} to {thousands(row.high)}"


@st.cache_resource(show_spinner=False)
def minimums(order: tuple[str, ...], parameter: str = MINIMUM) -> tuple[Minimum, ...]:
    """The law's minimum, one entry for each value it had; its beginning as the reader's source has it, else as the most exact.

    Args:
        order: Source keys the reader wants first.
        parameter: Parameter of rules.csv.

    Returns:
        The steps in the order of time; one whose beginning no source gives comes first.
    """
    rules = load_table("rules")
    rules = rules[(rules["parameter"] == parameter) & (rules["country"] == COUNTRY)]
    rules = rules.assign(members=rules["value"].fillna(rules["value_max"])).dropna(subset=["members", "source"])
    steps = [_minimum(float(str(value)), rows, order) for value, rows in rules.groupby("members", sort=False)]
    return tuple(sorted(steps, key=lambda step: step.begins or date.min))


def _minimum(value: float, rows: pd.DataFrame, order: tuple[str, ...]) -> Minimum:
    dated = [(row, when) for row in each_row(rows) if (when := when_of(row.valid_from)) and when.earliest and when.latest]
    ranked = sorted(dated, key=lambda pair: (parse_reference(pair[0].source).key not in order, _days(pair[1])))
    references = tuple(dict.fromkeys(rows["source"]))
    if not ranked:
        return Minimum(value, None, "", references)
    shown, since = ranked[0]
    words = format_date(shown.valid_from)
    others = {format_date(row.valid_from): said_by(row) for row, _ in reversed(ranked) if format_date(row.valid_from) != words}
    return Minimum(value, since, words, references, tuple(f"{when} ({who})" for when, who in others.items()))


def _days(when: When) -> int:
    return ((when.latest or date.max) - (when.earliest or date.min)).days


def minimum_on(day: date, order: tuple[str, ...]) -> Minimum | None:
    """The law's minimum on a day; within the span in which it may have changed still the old one.

    Args:
        day: The day.
        order: Source keys the reader wants first.

    Returns:
        The step; None where none is known.
    """
    begun = [step for step in minimums(order) if step.begun is None or step.begun <= day]
    return begun[-1] if begun else None


@st.cache_resource(show_spinner=False)
def claim_sets(order: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """Claims that can be compared: of one source, by one kind of claimant, the fullest set first; one claim an organisation.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Rows of `member_claims` by words such as "Election commission, 2009", the largest first.
    """
    claims = member_claims(order)
    claims = claims[claims["claimed_by"].isin(SET_WORDS) & (claims["about"] > 0)].assign(key=claims["source"].str.split("[").str[0])
    groups = [(str(claimed_by), str(key), rows) for (key, claimed_by), rows in claims.groupby(["key", "claimed_by"], sort=False)]
    sets: dict[str, pd.DataFrame] = {}
    for claimed_by, key, rows in sorted(groups, key=lambda group: -group[2]["party_id"].nunique()):
        if rows["party_id"].nunique() < FEWEST_IN_A_SET:
            continue
        single = rows.drop_duplicates("party_id", keep="last").sort_values("about", ascending=False, kind="stable")
        words = f"{SET_WORDS[claimed_by]}, {_years(single)}"
        sets[words if words not in sets else f"{words} ({load_sources()[key].short if key in load_sources() else key})"] = single
    return sets


def _years(rows: pd.DataFrame) -> str:
    first, last = min(rows["start"]).year, max(rows["end"]).year
    return str(first) if first == last else f"{first}–{last}"


@st.cache_resource(show_spinner=False)
def membership_section(party_id: str, _order: tuple[str, ...]) -> Section | None:
    """The section of a profile: every figure on its members, with date, claimant, and the minimum of the day.

    Args:
        party_id: The organisation.
        _order: Source keys the reader wants first; every claim is told whatever they are.

    Returns:
        The section; None where no source says anything.
    """
    rows = rows_of("memberships", "party_id", party_id)
    if rows.empty:
        return None
    lines = [
        (
            format_date(row.as_of),
            row.printed,
            MEASURES.get(row.measure, row.measure),
            f"{said_by(row)} ({CLAIMED_BY.get(row.claimed_by, row.claimed_by)})",
            _asked_for(row),
            readable(row.note),
        )
        for row in each_row(rows.sort_values("as_of", kind="stable"))
    ]
    headings = ("As of", "As printed", "What is counted", "Who says so", "The law then asked for", "Note")
    way = PageLink("membership", f"See {organisation_names().get(party_id, 'it')} among all parties", ())
    return Section("Membership", (Table("Members, as claimed", headings, tuple(lines)), way), tuple(references_of(rows)))


def _asked_for(row: Any) -> str:
    """The law's minimum when the claim was made, for claims on members alone; both where it changed in that span."""
    when = when_of(row.as_of)
    if row.measure != "members" or when is None or not (when.earliest and when.latest) or row.party_id not in _parties():
        return ""
    steps = minimums(())
    known = [step for step in steps if step.begins]
    if not known or when.latest < (known[0].begins or date.max):
        return ""
    then = (minimum_on(day, ()) for day in (when.earliest, when.latest))
    return " or ".join(dict.fromkeys(thousands(step.value) for step in then if step))


@st.cache_resource(show_spinner=False)
def _parties() -> frozenset[str]:
    parties = load_table("parties")
    return frozenset(parties[parties["kind"] == "party"]["party_id"].dropna())
