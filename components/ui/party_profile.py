"""The profile of an organisation: its head, and the sections on its names, its life, who calls it what, and its people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.lineage import Change, Lineage
from components.lineage.graph import ORIGINS
from components.records import format_date
from components.ui.election_frames import readable, references_of, said_by
from components.ui.lineage_data import FAMILIES, OUTSIDE_THE_TREE, load_lanes, load_lineage
from components.ui.lineage_words import UNDATED, change_story, change_table, claim_rows, life_story, short_source
from components.ui.load import load_table
from components.ui.party_elections import best_result
from components.ui.party_find import kind_and_years
from components.ui.profile_links import Link
from components.ui.profile_parts import Fact, Lines, PageLink, Relatives, Section, Table, show_head
from components.ui.profile_roles import joined_notes, load_roles, told_dates
from components.ui.profile_rows import organisation_names, party_cell, person_names, rows_of

LANGUAGES = {"en": "English", "kk": "Kazakh", "ru": "Russian"}
SCRIPTS = {"Cyrl": "Cyrillic script"}
CAMPS = ("bowyer-camp", "abramov-opposition", "babak-stance", "isaacs-stance", "iwpr-stance")
BEFORE = "abramov-status-prior"
STANCES = (
    ("What sources call it", (*CAMPS, "bowyer-other")),
    ("Ideological family", ("abramov-family",)),
    ("Place in parliament", ("abramov-status-present", BEFORE)),
    ("What it calls itself", ("self",)),
    ("What rivals call it", ("rival",)),
)
QUOTES = ' ,;"“”'
MOST_DATINGS = 4
MOST_CALLED = 2
MOST_MEANINGS = 3
NAMES_SHOWN, STANCES_SHOWN, ROLES_SHOWN = 6, 6, 10


def show_party_head(party_id: str, order: tuple[str, ...]) -> None:
    """Name, kind and years, meanings, namesakes; when it was founded, what became of it, its camp, its best result.

    Args:
        party_id: The organisation.
        order: Source keys the reader wants first.
    """
    lead, facts, namesakes, colour = _head(party_id, order)
    links = [Link("organisation", name) for name in namesakes]
    show_head(organisation_names()[party_id], lead, facts, colour=colour or None, namesakes=links)


@st.cache_resource(show_spinner=False)
def _head(party_id: str, order: tuple[str, ...]) -> tuple[str, list[Fact], list[str], str]:
    family = FAMILIES.get(party_cell(party_id, "family"), party_cell(party_id, "family"))
    kind = kind_and_years(party_id, party_cell(party_id, "kind"), order)
    meanings = _meanings(party_id)
    short = party_cell(party_id, "abbreviation")
    lead = f"{kind[:1].upper()}{kind[1:]}. Our family: {family}." + (f" Short: {short}." if short else "")
    lead += f" Its name means {meanings}." if meanings else ""
    facts = [_founded(party_id, order), _fate(party_id, order), best_result(party_id, order), _camps(party_id)]
    names = organisation_names()
    return lead, facts, [names[other] for other in _namesakes(party_id) if other in names], party_cell(party_id, "colour")


def _meanings(party_id: str) -> str:
    rows = rows_of("party_names", "party_id", party_id)
    said: dict[str, list[str]] = {}
    words = {row.meaning.casefold(): row.meaning for row in reversed(list(each_row(rows[rows["meaning"] != ""])))}
    for row in each_row(rows[rows["meaning"] != ""]):
        sayers = said.setdefault(words[row.meaning.casefold()], [])
        if short_source(row.source) not in sayers:
            sayers.append(short_source(row.source))
    told = [f"“{meaning}” ({', '.join(sayers)})" for meaning, sayers in said.items()]
    return ", ".join(told[:MOST_MEANINGS]) + (" and more" if len(told) > MOST_MEANINGS else "")


@st.cache_resource(show_spinner=False)
def _bearers() -> dict[str, list[str]]:
    """Organisations by name, case, spaces and hyphens left aside, in any source; also by the atlas's own without its brackets."""
    found: dict[str, list[str]] = {}
    parties = load_table("parties")
    own = parties.assign(name=parties["name"].str.partition(" (")[0])
    for row in each_row(pd.concat([own[["party_id", "name"]], load_table("party_names")[["party_id", "name"]]]).dropna()):
        bearers = found.setdefault("".join(sign for sign in row.name.casefold() if sign.isalnum()), [])
        if row.party_id not in bearers:
            bearers.append(row.party_id)
    return found


def _namesakes(party_id: str) -> list[str]:
    return list(dict.fromkeys(other for ids in _bearers().values() if party_id in ids for other in ids if other != party_id))


def _founded(party_id: str, order: tuple[str, ...]) -> Fact:
    """Every date of its founding, rival ones side by side."""
    lane = load_lanes(order).get(party_id)
    changes = load_lineage(order, everything=True).changes_of.get(party_id, ())
    begins = lane.begins if lane else next((change for change in changes if _founds(change, party_id)), None)
    if begins is None:
        return Fact("Founded", (("no source says when", ""),))
    dates = claim_rows()
    said: dict[str, list[str]] = {}
    for claim in begins.claims:
        day, who = dates.get(claim.claim_id, ("", ""))
        if claim.successor == party_id and who not in said.setdefault(day, []):
            said[day].append(who)
    entries = [(day, ", ".join(who)) for day, who in said.items() if day != UNDATED] or [("no source says when", "")]
    if len(entries) > MOST_DATINGS:
        entries = [*entries[: MOST_DATINGS - 1], ("", f"and {len(entries) - MOST_DATINGS + 1} more dates, under Life")]
    return Fact("Founded", tuple(entries))


def _founds(change: Change, party_id: str) -> bool:
    return any(claim.successor == party_id and claim.kind in ORIGINS for claim in change.claims)


def _fate(party_id: str, order: tuple[str, ...]) -> Fact:
    """How it ended; else its last name, and when a source last has it."""
    lane, lineage = load_lanes(order).get(party_id), load_lineage(order, everything=True)
    if lane is None:
        return Fact("What became of it", ())
    if lane.ended_by:
        merged = [claim for claim in lane.ended_by.claims if claim.predecessor == party_id]
        story = change_story(lineage, lane.ended_by, predecessor=party_id if merged else None)
        return Fact("What became of it", tuple(_told_apart(line) for line in story[:MOST_CALLED]))
    namings = [change for change in lineage.changes_of.get(party_id, ()) if change.kinds & {"renamed", "transformed"} and change.when]
    last = [_told_apart(change_story(lineage, namings[-1])[0])] if namings else []
    return Fact("What became of it", (*last, (f"no end told; last heard of in {lane.known_until.year}", "")))


def _is_hedged(row: Any) -> bool:
    return str(row.hedged).lower() == "true"


def _told_apart(line: str) -> tuple[str, str]:
    """What a line of a story says, and its dates with who gives them."""
    words, _, dates = line.rpartition(": ")
    return words, dates.rstrip(".")


def _camps(party_id: str) -> Fact:
    """What each source calls it, and what it calls itself."""
    rows = rows_of("stances", "party_id", party_id)
    called: dict[str, list[str]] = {}
    camps = rows[rows["scheme"].isin(CAMPS)]
    camps = camps.assign(place=camps["scheme"].map({scheme: place for place, scheme in enumerate(CAMPS)}))
    for row in each_row(camps.sort_values(["place", "hedged"], kind="stable")):
        words = f"{row.category} (hedged)" if _is_hedged(row) else row.category
        known = called.setdefault(short_source(row.source), [])
        if row.category not in " ".join(known):
            known.append(words)
    itself = list(dict.fromkeys(rows[rows["scheme"] == "self"]["category"]))
    entries = [("; ".join(words[:MOST_CALLED]), source) for source, words in called.items()]
    own = [("; ".join(itself[:MOST_CALLED]), "by itself")] if itself else []
    return Fact("Called", (*entries, *own), is_wide=True)


@st.cache_resource(show_spinner=False)
def names_section(party_id: str, _order: tuple[str, ...]) -> Section | None:
    """Every spelling with its meaning and use, and who writes it so."""
    rows = rows_of("party_names", "party_id", party_id)
    if rows.empty:
        return None
    found: dict[str, list[Any]] = {}
    for row in each_row(rows):
        found.setdefault(row.name, []).append(row)
    lines = [(name, *_name_cells(same)) for name, same in sorted(found.items(), key=lambda pair: not any(row.meaning for row in pair[1]))]
    headings = ("Name", "Meaning", "Language", "In use", "Written so by", "Note")
    table = Table("Names as sources write them", headings, tuple(lines), shown=NAMES_SHOWN)
    return Section("Names", (table,), tuple(references_of(rows)))


def _name_cells(rows: list[Any]) -> tuple[str, ...]:
    meanings = dict.fromkeys(f"“{row.meaning}” ({short_source(row.source)})" for row in rows if row.meaning)
    tongues = dict.fromkeys(
        ", ".join(part for part in (LANGUAGES.get(row.language, row.language), SCRIPTS.get(row.script, "")) if part) for row in rows
    )
    uses = dict.fromkeys(_use(row) for row in rows if row.valid_from or row.valid_to)
    sayers = dict.fromkeys(short_source(row.source) for row in rows)
    notes = joined_notes((readable(row.note) for row in rows), most=2)
    return "; ".join(meanings), " or ".join(filter(None, tongues)), "; ".join(uses), "; ".join(sayers), notes


def _use(row: Any) -> str:
    since = f"from {format_date(row.valid_from)}" if row.valid_from else ""
    until = f"until {format_date(row.valid_to)}" if row.valid_to else ""
    return " ".join(part for part in (since, until) if part)


@st.cache_resource(show_spinner=False)
def life_section(party_id: str, order: tuple[str, ...]) -> Section | None:
    """What happened to it in order, what it came from and led to, and the way to its place in the tree."""
    lineage = load_lineage(order, everything=True)
    lines = life_story(lineage, party_id)
    if not lines:
        return None
    relatives = tuple((words, links) for words, links in _relatives(lineage, party_id) if links)
    in_tree = party_cell(party_id, "family") not in OUTSIDE_THE_TREE and party_id in load_lanes(order)
    query = (("trees_org", organisation_names()[party_id]),)
    way = (PageLink("family_trees", f"See {organisation_names()[party_id]} in the family tree", query),) if in_tree else ()
    parts = (Lines(tuple(lines)), *([Relatives(relatives)] if relatives else []), *way)
    return Section("Life", parts, tuple(dict.fromkeys(change_table(lineage, [party_id])["Source"])))


def _relatives(lineage: Lineage, party_id: str) -> list[tuple[str, tuple[Link, ...]]]:
    before = [edge.predecessor for edge in lineage.descents if edge.successor == party_id]
    after = [edge.successor for edge in lineage.descents if edge.predecessor == party_id]
    joined = [entry.alliance for entry in lineage.memberships if entry.member == party_id]
    members = [entry.member for entry in lineage.memberships if entry.alliance == party_id]
    told = (("Came from", before), ("Led to", after), ("In alliances", joined), ("Members", members))
    return [(words, _links(ids)) for words, ids in told]


def _links(ids: Iterable[str]) -> tuple[Link, ...]:
    names = organisation_names()
    return tuple(Link("organisation", names[party_id]) for party_id in dict.fromkeys(ids) if party_id in names)


@st.cache_resource(show_spinner=False)
def camps_section(party_id: str, _order: tuple[str, ...]) -> Section | None:
    """Who calls it what, when and how firmly; apart from them what it calls itself and what rivals call it."""
    rows = rows_of("stances", "party_id", party_id)
    if rows.empty:
        return None
    tables = (_stance_table(rows, title, schemes) for title, schemes in STANCES)
    return Section("Camps", tuple(table for table in tables if table.rows), tuple(references_of(rows)))


def _stance_table(rows: pd.DataFrame, title: str, schemes: tuple[str, ...]) -> Table:
    """What one kind of classification has, source after source; a column without any words is left out."""
    placed = rows.assign(place=rows["scheme"].map({scheme: place for place, scheme in enumerate(schemes)})).dropna(subset="place")
    grouped: dict[str, list[Any]] = {}
    for row in each_row(placed.sort_values("place", kind="stable")):
        called = f"{row.category}{', before' if row.scheme == BEFORE else ''}{' (hedged)' if _is_hedged(row) else ''}"
        grouped.setdefault(called, []).append(row)
    lines = [(called, *_stance_cells(same)) for called, same in grouped.items()]
    return Table(title, ("Called", "As of, and who says so", "As printed", "Note"), tuple(lines), title=title, shown=STANCES_SHOWN)


def _stance_cells(rows: list[Any]) -> tuple[str, str, str]:
    sayers: dict[str, list[str]] = {}
    for row in rows:
        sayers.setdefault(format_date(row.as_of) or UNDATED, []).append(said_by(row))
    told = "; ".join(f"{day} ({'; '.join(said)})" for day, said in sayers.items())
    printed = "; ".join(dict.fromkeys(f"“{row.printed.strip(QUOTES)}”" for row in rows if row.printed))
    return told, printed, joined_notes(readable(row.note) for row in rows)


@st.cache_resource(show_spinner=False)
def people_section(party_id: str, order: tuple[str, ...]) -> Section | None:
    """Who had which role in it, and when."""
    roles = load_roles(order)
    rows = roles[roles["party_id"] == party_id]
    if rows.empty:
        return None
    names = person_names()
    grouped: dict[str, dict[str, list[Any]]] = {}
    for row in each_row(rows):
        role = row.role or row.row[:1].lower() + row.row[1:]
        grouped.setdefault(row.person_id, {}).setdefault(role, []).append(row)
    lines = [
        (Link("person", names[person]) if person in names else person, role, told_dates(same), joined_notes(row.note for row in same))
        for person, by_role in grouped.items()
        for role, same in by_role.items()
    ]
    table = Table("Persons and their roles in it", ("Person", "Role", "When, and who says so", "Note"), tuple(lines), shown=ROLES_SHOWN)
    return Section("People", (table,), tuple(references_of(rows)))
