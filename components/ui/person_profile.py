"""The profile of a person: the career, in a sentence, a picture and a table; candidacies; events; what is reported from them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.career import build_career
from components.charts.frames import each_row
from components.charts.style import NEUTRAL
from components.records import format_date
from components.ui.election_frames import contestant_frame, readable, references_of, said_by
from components.ui.election_words import BASE_WORDS
from components.ui.frame import ChartFrame, show_chart
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.party_elections import TIES
from components.ui.profile_links import Link
from components.ui.profile_parts import Cell, Section, Table, show_head
from components.ui.profile_roles import joined_notes, load_roles, told_dates, years_of
from components.ui.profile_rows import GENERAL, organisation_names, person_names, plain_table, rows_of

CHART = "career"
CHARTS_KEPT = 100
ALONE = "own nomination"
ROLES_WORTH_A_CHART = 3
MOST_PLACES = 6
REPORTED = {"party_facts": "text", "stances": "category"}


def _roles(person_id: str, order: tuple[str, ...]) -> pd.DataFrame:
    roles = load_roles(order)
    return roles[roles["person_id"] == person_id]


def show_person_head(person_id: str, order: tuple[str, ...]) -> None:
    """Name and career in one sentence.

    Args:
        person_id: The person.
        order: Source keys the reader wants first.
    """
    show_head(person_names()[person_id], career_sentence(person_id, order), ())


@st.cache_resource(show_spinner=False)
def career_sentence(person_id: str, order: tuple[str, ...]) -> str:
    """The career in one sentence, in the order of its dates.

    Args:
        person_id: The person.
        order: Source keys the reader wants first.

    Returns:
        "Otan (co-chair and member, 2004); For a Just Kazakhstan (chair, 2004–2005)."
    """
    rows = _roles(person_id, order)
    if rows.empty:
        return "The sources name this person without a role."
    places = [_place_words(place) for _, place in rows.groupby("row", sort=False)]
    more = f"; and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    return "; ".join(places[:MOST_PLACES]) + more + "."


def _place_words(place: pd.DataFrame) -> str:
    """One place with its roles and years: "Otan (co-chair and member, 2004)"."""
    then = next((row.as_named for row in each_row(place) if row.as_named), "")
    told = ", ".join(part for part in (_joined_roles(place), years_of(place)) if part)
    return f"{then or place['row'].iloc[0]}{f' ({told})' if told else ''}"


def _joined_roles(place: pd.DataFrame) -> str:
    roles = [role for role in dict.fromkeys(place["role"]) if role]
    return " and ".join([", ".join(roles[:-1]), roles[-1]] if len(roles) > 1 else roles)


def show_career(person_id: str, order: tuple[str, ...]) -> None:
    """The chart of the career; nothing where too few roles have a date."""
    drawn = career_chart(person_id, order)
    if drawn is not None:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False, max_entries=CHARTS_KEPT)
def career_chart(person_id: str, order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    """The chart of the career in its frame; None where fewer than three roles have a date.

    Args:
        person_id: The person.
        order: Source keys the reader wants first.

    Returns:
        Frame and figure.
    """
    rows = _roles(person_id, order)
    dated = rows[rows[["start", "end"]].notna().any(axis=1)]
    if len(dated) < ROLES_WORTH_A_CHART:
        return None
    roles = {row: _joined_roles(place) for row, place in dated.groupby("row", sort=False)}
    labels = [f"{row.role or row.row}: {row.when}, {row.says}" for row in each_row(dated)]
    drawn = dated.assign(roles=dated["row"].map(roles), label=labels, colour=dated["row"].map(_colours(dated)))
    title = _career_finding(person_names()[person_id], dated)
    frame = ChartFrame(
        page="parties",
        name=CHART,
        title=title,
        subtitle="Circle: had the role then. Triangle to the right: began; to the left: ended. Bar: a term with both ends. "
        "Pale: the days that a loose date may mean; hollow: open to one side",
        alt=f"{title}. " + "; ".join(f"{row.row}, {row.role}, {row.when}" for row in each_row(dated)),
        references=references_of(rows),
        table=_career_table(rows),
        notes=[f"Without a date, and so not drawn: {_undated(rows)}."] if len(dated) < len(rows) else [],
    )
    return frame, build_career(drawn)


def _colours(rows: pd.DataFrame) -> dict[str, str]:
    """One colour a row: that of the organisation, of a candidacy that of the first organisation behind it."""
    coloured = rows.sort_values("colour", key=lambda colours: colours == NEUTRAL, kind="stable").drop_duplicates("row")
    return dict(zip(coloured["row"], coloured["colour"], strict=True))


def _undated(rows: pd.DataFrame) -> str:
    left = rows[rows[["start", "end"]].isna().all(axis=1)]
    return "; ".join(dict.fromkeys(f"{row.row}{f', {row.role}' if row.role else ''} ({row.said})" for row in each_row(left)))


def _career_finding(name: str, dated: pd.DataFrame) -> str:
    """From the first role to the last, and by way of how many other places; roles of which only an end is told are neither."""
    known = dated[dated["start"].notna() & (dated["mark"] != "ended")]
    first, last = (known if len(known) else dated).iloc[[0, -1]].index
    places = set(dated["row"])
    others = len(places - {dated["row"][first], dated["row"][last]})
    many = "one other organisation or office" if others == 1 else f"{others} other organisations and offices"
    if dated["row"][first] == dated["row"][last]:
        return f"{name}: {_place_words(dated[dated['row'] == dated['row'][first]])}{f', and {many}' if others else ''}"
    ends = [_place_words(dated.loc[[place]]) for place in (first, last)]
    return f"{name}: from {ends[0]} to {ends[1]}{f', by way of {many}' if others else ''}"


def _career_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Organisation or office": rows["row"],
            "Role": rows["role"],
            "Named then": rows["as_named"],
            "When": rows["when"],
            "As printed": rows["printed"],
            "Who says so": rows["says"],
            "Source": rows["source"],
            "Note": rows["note"],
        }
    )


@st.cache_resource(show_spinner=False)
def roles_section(person_id: str, order: tuple[str, ...]) -> Section | None:
    """Roles in the order of time across organisations and offices."""
    rows = _roles(person_id, order)
    if rows.empty:
        return None
    names = organisation_names()
    grouped: dict[tuple[str, str], list[Any]] = {}
    for row in each_row(rows):
        grouped.setdefault((row.row, row.role), []).append(row)
    lines = []
    for (place, role), same in grouped.items():
        party = names.get(same[0].party_id)
        where = Link("organisation", party) if party == place else place
        then = ", ".join(dict.fromkeys(row.as_named for row in same if row.as_named))
        named = f"{role} of {then}" if then else role
        lines.append((where, named, told_dates(same), joined_notes(row.note for row in same)))
    headings = ("Where", "Role", "When, and who says so", "Note")
    return Section("Roles", (Table("Roles of the person", headings, tuple(lines), shown=12),), tuple(references_of(rows)))


@st.cache_resource(show_spinner=False)
def candidacies_section(person_id: str, order: tuple[str, ...]) -> Section | None:
    """Elections at which the person stood under their own name, who was behind them, and what they polled."""
    stood = rows_of("contestants", "person_id", person_id)
    barred = rows_of("absences", "person_id", person_id)
    elections = load_table("elections").drop_duplicates("election_id").set_index("election_id")
    lines, references = [], references_of(barred)
    for row in each_row(stood):
        if row.election_id in elections.index:
            backers, found = _backers(row.election_id, row.contestant_id)
            polled, sources = _polled(row.election_id, row.contestant_id, order)
            lines.append((str(elections["title"][row.election_id]), *backers, polled))
            references += [*found, *sources]
    tables = (
        [Table("Candidacies", ("Election", "Nominated by", "Leader of", "Supported by", "Polled"), tuple(lines), shown=12)] if lines else []
    )
    told = [(str(elections["title"].get(row.election_id, row.election_id)), said_by(row), readable(row.note)) for row in each_row(barred)]
    if told:
        tables.append(Table("Kept from standing", ("Election", "Who says so", "Note"), tuple(told), title="Kept from standing"))
    return Section("Candidacies", tuple(tables), tuple(dict.fromkeys(references))) if tables else None


def _backers(election_id: str, contestant_id: str) -> tuple[tuple[Any, ...], list[str]]:
    """Links to those who nominated, were led by and supported a candidate, and the sources."""
    backings = rows_of("backings", "election_id", election_id)
    backings = backings[backings["contestant_id"] == contestant_id]
    names, found = organisation_names(), []
    for tie in TIES:
        ids = dict.fromkeys(backings[backings["relation"] == tie]["party_id"])
        links = tuple(Link("organisation", names[party]) for party in ids if party in names)
        found.append(links or (ALONE if ids else ""))
    return tuple(found), references_of(backings)


def _polled(election_id: str, contestant_id: str, order: tuple[str, ...]) -> tuple[str, list[str]]:
    people = contestant_frame(election_id, order)
    known = next(each_row(people[people["contestant_id"] == contestant_id]), None)
    claims = rows_of("results", "election_id", election_id)
    references = references_of(claims[claims["contestant_id"] == contestant_id])
    if known is None or pd.isna(known.vote_pct):
        return "", references
    return f"{known.vote_label} of {BASE_WORDS.get(str(known.base), 'the vote')}", references


@st.cache_resource(show_spinner=False)
def events_section(person_id: str, _order: tuple[str, ...]) -> Section | None:
    """Events in which sources name the person, in the order of time."""
    events = plain_table("events")
    rows = events[[person_id in ids.split(";") for ids in events["person_ids"]]]
    if rows.empty:
        return None
    titles = load_table("event_labels").drop_duplicates("event_id").set_index("event_id")["title"]
    ordered = rows.sort_values("date", key=lambda dates: dates.str.removeprefix("../"), kind="stable")
    lines = [_event_cells(list(each_row(same)), titles) for _, same in ordered.groupby("event_id", sort=False)]
    headings = ("When, and who says so", "What happened", "Organisations", "Note")
    return Section("Events", (Table("Events in which the person is named", headings, tuple(lines)),), tuple(references_of(rows)))


def _event_cells(rows: list[Any], titles: pd.Series) -> tuple[Cell, ...]:
    """All claims on one event: their dates, what happened, who was in it."""
    names = organisation_names()
    ids = dict.fromkeys(party for row in rows for party in row.party_ids.split(";"))
    dates: dict[str, list[str]] = {}
    for row in rows:
        until = f" to {format_date(row.end_date)}" if row.end_date else ""
        dates.setdefault(format_date(row.date) + until, []).append(short_source(row.source))
    when = "; ".join(f"{day} ({', '.join(dict.fromkeys(said))})" for day, said in dates.items())
    links = tuple(Link("organisation", names[party]) for party in ids if party in names)
    return when, str(titles.get(rows[0].event_id, rows[0].title)), links, joined_notes(readable(row.note) for row in rows)


@st.cache_resource(show_spinner=False)
def reports_section(person_id: str, _order: tuple[str, ...]) -> Section | None:
    """What sources report on the word of the person, of any organisation."""
    name, names = person_names()[person_id], organisation_names()
    lines, references = [], []
    for source, column in REPORTED.items():
        rows = rows_of(source, "claimant", name)
        references += references_of(rows)
        for row in each_row(rows):
            about: Any = Link("organisation", names[row.party_id]) if row.party_id in names else Link("organisation", GENERAL)
            said = getattr(row, column) if source == "party_facts" else f"Calls it: {getattr(row, column)}"
            lines.append((about, said, format_date(row.as_of), said_by(row).removeprefix(f"{name}, in "), readable(row.note)))
    if not lines:
        return None
    table = Table("What the person says, as sources have it", ("Of", "What is told", "As of", "Found in", "Note"), tuple(lines), shown=6)
    return Section("On the word of this person", (table,), tuple(references))
