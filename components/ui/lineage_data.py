"""The graph of organisations from the tables, with the reader's choice of sources; cached, never changed in place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.lineage import Claim, Lane, Lineage, Membership, Organisation, TreeLayout, When, build_lanes, build_layout, group_claims
from components.records import parse_reference, read_span
from components.ui.load import load_sources, load_table

OUTSIDE_THE_TREE = ("category", "historical", "foreign")
"""Families that are rows of the table, not lanes of the tree."""
FAMILIES = {
    "president": "The president’s parties (Otan)",
    "communist": "Communists and Socialists",
    "democratic-choice": "Democratic Choice and Ak Zhol",
    "social-democratic": "Social democrats",
    "rural-patriotic": "Agrarian, rural and patriotic",
    "national": "National movements (Alash, Azat)",
    "slavic-cossack": "Slavic and Cossack",
    "civic-1990s": "Civic and opposition, 1990s",
    "clubs": "Clubs of 1987–90",
    "newcomers": "Newcomers since 2008",
    "historical": "Before 1986",
    "foreign": "Abroad",
}
MENTIONS = ("stances", "party_facts", "person_roles")
AXIS_START = date(1986, 1, 1)
DEFAULT_END = date(2012, 12, 31)


def when_of(written: object) -> When | None:
    """The days an EDTF date may mean; None for a blank and for what is no date.

    Args:
        written: A cell of a date column.

    Returns:
        The days, open where the date is.
    """
    span = read_span(written)
    if span is None:
        return None
    return When(None if span.earliest == date.min else span.earliest, None if span.latest == date.max else span.latest)


@st.cache_resource(show_spinner=False)
def load_lineage(order: tuple[str, ...], *, everything: bool = False) -> Lineage:
    """The graph, each change drawn as the reader's source has it.

    Args:
        order: Source keys the reader wants first.
        everything: Also organisations before 1986 and abroad.

    Returns:
        Organisations, changes and memberships.
    """
    organisations = {row.party_id: row for row in _organisations(everything=everything)}
    changes = group_claims(_claims(organisations), order=order, bibliography=tuple(load_sources()))
    return Lineage(organisations, changes, tuple(_memberships(organisations)))


@st.cache_resource(show_spinner=False)
def load_lanes(order: tuple[str, ...]) -> dict[str, Lane]:
    """The line of every organisation that has a date.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Lanes by id.
    """
    return build_lanes(load_lineage(order), _mentions())


@st.cache_resource(show_spinner=False)
def load_layout(order: tuple[str, ...], shown: frozenset[str], end: date, first: str | None = None) -> TreeLayout:
    """Lanes and links of a picture, in the order with the fewest crossings.

    Args:
        order: Source keys the reader wants first.
        shown: Organisations to draw.
        end: Last day of the axis.
        first: Family to draw above the others.

    Returns:
        The layout.
    """
    return build_layout(load_lineage(order), load_lanes(order), shown, end=end, first=first)


@st.cache_resource(show_spinner=False)
def last_lineage_day(order: tuple[str, ...]) -> date:
    """Last day of the year of the last dated claim on lineage."""
    days = [change.when.point for change in load_lineage(order).changes if change.when]
    return date(max([DEFAULT_END, *days]).year, 12, 31)


def _organisations(*, everything: bool) -> Iterable[Organisation]:
    parties = load_table("parties").dropna(subset=["party_id"]).drop_duplicates("party_id")
    left_out = OUTSIDE_THE_TREE[:1] if everything else OUTSIDE_THE_TREE
    for row in each_row(parties[~parties["family"].isin(left_out)].fillna("")):
        yield Organisation(row.party_id, row.name or row.party_id, row.kind, row.family)


def _claims(organisations: dict[str, Organisation]) -> Iterable[Claim]:
    for row in each_row(load_table("lineage").dropna(subset=["claim_id", "change_type", "successor_id"])):
        predecessor = _text(row.predecessor_id)
        if row.successor_id in organisations and (predecessor is None or predecessor in organisations):
            change_id = _text(row.change_id) or row.claim_id
            source = parse_reference(_text(row.source) or "").key
            names = (_text(row.name_before), _text(row.name_after))
            yield Claim(row.claim_id, change_id, row.change_type, predecessor, row.successor_id, when_of(row.as_of), source, *names)


def _memberships(organisations: dict[str, Organisation]) -> Iterable[Membership]:
    for row in each_row(load_table("alliance_members").dropna(subset=["claim_id", "alliance_id", "party_id"])):
        if row.alliance_id in organisations and row.party_id in organisations:
            source = parse_reference(_text(row.source) or "").key
            yield Membership(row.claim_id, row.alliance_id, row.party_id, _text(row.status) or "joined", when_of(row.as_of), source)


def _mentions() -> dict[str, list[When]]:
    """Days on which sources have an organisation at work: roles, stances, facts, candidacies, events."""
    frames = [load_table(name)[["party_id", "as_of"]] for name in MENTIONS]
    dates = load_table("elections").drop_duplicates("election_id").set_index("election_id")["date"]
    for name in ("contestants", "backings"):
        table = load_table(name)
        frames.append(table[["party_id"]].assign(as_of=table["election_id"].map(dates)))
    events = load_table("events")
    split = events.assign(party_id=events["party_ids"].str.split(";")).explode("party_id")
    frames.append(split[["party_id", "date"]].rename(columns={"date": "as_of"}))
    found: dict[str, list[When]] = {}
    for row in each_row(pd.concat(frames).dropna()):
        when = when_of(row.as_of)
        if when:
            found.setdefault(row.party_id, []).append(when)
    return found


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) and cell else None
