"""Everything with a date, as entries of the timeline: events, elections, and what happened to organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.lineage import Change, Claim, When, group_claims
from components.records import format_date, parse_reference
from components.ui.lineage_data import AXIS_START, last_lineage_day, load_lineage, when_of
from components.ui.lineage_words import claim_rows, claim_sentence, short_source
from components.ui.load import load_sources, load_table

LANES = {
    "law": ("Law and constitution", "#2f7fc1"),
    "elections": ("Elections", "#96703a"),
    "parties": ("Parties", "#a45fc0"),
    "reform_bodies": ("Reform bodies", "#0f8a7e"),
    "repression": ("Repression and conflict", "#d0503c"),
    "international": ("International", "#64748b"),
}
"""Lanes from the top, each with its name and colour; neighbours can be told apart with any sight."""
END_OF_TIME = 2100
WELL_TOLD = 2
"""Sources that tell of a change before its label gets room like that of an event of weight 2."""
OFFICES = {"president": "Presidential election", "referendum": "Referendum"}
LANE_OF_OFFICE = {"referendum": "law"}
FIGURES_OF_ELECTIONS = ("election_figures", "results")


@dataclass(frozen=True)
class Entry:
    """One mark of the timeline, whatever number of claims stand behind it.

    Attributes:
        entry_id: Its slug.
        lane: Key of `LANES`.
        title: What stands beside the mark.
        told: What the source of the date says, where it says it in more words.
        weight: 1 to 3; which labels get room first.
        when: The date that is drawn.
        lasted: Whether it went on from the first to the last day, rather than on a day between them.
        dated: The date in words.
        said: Who says so, the source of the date first.
        references: Sources with locators.
        rivals: Dates that cannot be right if the one drawn is, each with who gives it.
        parties: Organisations in it.
        words: Everything that can be searched, in lower case.
    """

    entry_id: str
    lane: str
    title: str
    told: str
    weight: int
    when: When
    lasted: bool
    dated: str
    said: tuple[str, ...]
    references: tuple[str, ...]
    rivals: tuple[str, ...]
    parties: frozenset[str]
    words: str

    @property
    def begins(self) -> date:
        """The first day it may mean, or the one that is known."""
        return self.when.earliest or self.when.point

    @property
    def ends(self) -> date:
        """The last day it may mean, or the one that is known."""
        return self.when.latest or self.when.point


@dataclass(frozen=True)
class _Told:
    """What one claim adds to an entry: its date in words, who says it, where."""

    dated: str
    said: str
    reference: str


@st.cache_resource(show_spinner=False)
def load_entries(order: tuple[str, ...]) -> tuple[tuple[Entry, ...], int]:
    """Everything with a date, and how many changes of organisations have none.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Entries in the order of time, and the number of changes that no source dates.
    """
    undated = sum(change.when is None for change in load_lineage(order).changes)
    entries = [*_events(order), *_changes(order), *_elections()]
    return tuple(sorted(entries, key=lambda entry: (entry.begins, entry.ends, entry.entry_id))), undated


@st.cache_resource(show_spinner=False)
def last_year(order: tuple[str, ...]) -> int:
    """The year of the last dated claim, as far as an axis of time can reach."""
    entries, _ = load_entries(order)
    return min(END_OF_TIME, max([last_lineage_day(order).year, *(entry.begins.year for entry in entries)]))


@st.cache_resource(show_spinner=False)
def organisations_in_time(order: tuple[str, ...]) -> dict[str, str]:
    """Ids of the organisations that have an entry, by name, in the order of the alphabet.

    Args:
        order: Source keys the reader wants first.
    """
    entries, _ = load_entries(order)
    found = {name for entry in entries for name in entry.parties}
    names = _names("parties", "party_id")
    return dict(sorted((names[name], name) for name in found if name in names))


def before_the_axis(entries: Iterable[Entry]) -> list[Entry]:
    """Entries that are over before the axis of time begins."""
    return [entry for entry in entries if entry.ends < AXIS_START]


def _events(order: tuple[str, ...]) -> Iterator[Entry]:
    events = load_table("events").dropna(subset=["claim_id", "event_id", "date", "lane", "source"])
    rows = {row.claim_id: row for row in each_row(events[events["lane"].isin(list(LANES))].fillna(""))}
    labels = {row.event_id: row for row in each_row(load_table("event_labels").dropna(subset=["event_id", "title"]).fillna({"weight": 3}))}
    claims = (
        Claim(row.claim_id, row.event_id, "event", None, row.event_id, _span(row), parse_reference(row.source).key) for row in rows.values()
    )
    people, parties = _names("persons", "person_id"), _names("parties", "party_id")
    for event in group_claims(claims, order=order, bibliography=tuple(load_sources())):
        group = [rows[claim.claim_id] for claim in event.claims]
        label, chosen = labels.get(event.change_id), group[0]
        ids = [name for row in group for name in row.party_ids.split(";") if name]
        persons = [people.get(name, name) for row in group for name in row.person_ids.split(";") if name]
        yield from _entry(
            event,
            {row.claim_id: _Told(_dated(row), _said(row), row.source) for row in group},
            entry_id=event.change_id,
            lane=chosen.lane,
            title=label.title if label else chosen.title,
            told=chosen.title,
            weight=int(label.weight) if label else 3,
            lasted=bool(chosen.end_date),
            parties=frozenset(ids),
            words=[*(row.title for row in group), *persons, *(parties.get(name, name) for name in ids)],
        )


def _changes(order: tuple[str, ...]) -> Iterator[Entry]:
    """What happened to organisations; it has no editorial weight, so that what more sources tell is named first."""
    lineage, dates = load_lineage(order), claim_rows()
    places = load_table("lineage").dropna(subset=["claim_id"]).drop_duplicates("claim_id").set_index("claim_id")["source"].fillna("")
    for change in lineage.changes:
        ids = {end for claim in change.claims for end in (claim.predecessor, claim.successor) if end}
        sentences = [claim_sentence(lineage, claim) for claim in change.claims]
        yield from _entry(
            change,
            {claim.claim_id: _Told(*dates[claim.claim_id], places[claim.claim_id]) for claim in change.claims},
            entry_id=f"change-{change.change_id}",
            lane="parties",
            title=sentences[0],
            told=sentences[0],
            weight=2 if len({claim.source for claim in change.claims}) >= WELL_TOLD else 3,
            lasted=False,
            parties=frozenset(ids),
            words=[*sentences, *(lineage.organisations[name].name for name in sorted(ids))],
        )


def _entry(event: Change, claims: Mapping[str, _Told], *, words: Sequence[str], **parts: Any) -> Iterator[Entry]:
    """An entry from the claims on it, the drawn one first; none where no claim has a date, or no source."""
    ordered = [claims[claim.claim_id] for claim in event.claims]
    references = tuple(dict.fromkeys(claim.reference for claim in ordered if claim.reference))
    if event.when is None or not references:
        return
    excluded = [claim for claim in event.claims if claim.when and claim.when.excludes(event.when)]
    yield Entry(
        when=event.when,
        dated=ordered[0].dated,
        said=tuple(dict.fromkeys(claim.said for claim in ordered)),
        references=references,
        rivals=tuple(dict.fromkeys(f"{claims[claim.claim_id].dated} ({claims[claim.claim_id].said})" for claim in excluded)),
        words=" ".join([parts["title"], *words]).casefold(),
        **parts,
    )


def _elections() -> Iterator[Entry]:
    """Elections that no event tells of, dated by the table of elections, said by the sources of their figures."""
    told = set(load_table("event_labels")["election_id"].dropna())
    elections = load_table("elections")[["election_id", "office", "date", "end_date", "title"]]
    elections = elections.dropna(subset=["election_id", "date", "title"]).drop_duplicates("election_id")
    sources = pd.concat([load_table(name)[["election_id", "source"]] for name in FIGURES_OF_ELECTIONS]).dropna().drop_duplicates()
    stood = load_table("contestants")[["election_id", "party_id"]].dropna()
    for row in each_row(elections[~elections["election_id"].isin(list(told))].fillna("")):
        when = _span(row)
        references = tuple(sources.loc[sources["election_id"] == row.election_id, "source"])
        if when is None or not references:
            continue
        title = OFFICES.get(row.office) or f"{row.title.rsplit(' ', 1)[0]} elected"
        yield Entry(
            entry_id=row.election_id,
            lane=LANE_OF_OFFICE.get(row.office, "elections"),
            title=title,
            told=title,
            weight=1,
            when=when,
            lasted=bool(row.end_date),
            dated=_dated(row),
            said=tuple(dict.fromkeys(short_source(reference) for reference in references)),
            references=references,
            rivals=(),
            parties=frozenset(stood.loc[stood["election_id"] == row.election_id, "party_id"]),
            words=f"{title} {row.title}".casefold(),
        )


def _names(table: str, key: str) -> dict[str, str]:
    rows = load_table(table).dropna(subset=[key, "name"]).drop_duplicates(key)
    return dict(zip(rows[key], rows["name"], strict=True))


def _span(row: Any) -> When | None:
    """The days of a row with `date` and `end_date`: to the end of what lasted; the date alone where the two make no span."""
    begin, end = when_of(row.date), when_of(row.end_date)
    if begin is None or end is None or begin.earliest is None or end.latest is None or end.latest < begin.earliest:
        return begin
    return When(begin.earliest, end.latest)


def _dated(row: Any) -> str:
    return f"{format_date(row.date)} to {format_date(row.end_date)}" if row.end_date else format_date(row.date)


def _said(row: Any) -> str:
    return f"{row.claimant}, in {short_source(row.source)}" if row.claimant else short_source(row.source)
