"""Which profile is shown: a search over every spelling, and two lists; all of it in the address."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from components.charts.frames import each_row
from components.records.search import NameIndex, NameMatch, build_name_index, search_names
from components.ui.errors import ReaderError, shorten, show_notice
from components.ui.lineage_data import load_lanes, load_lineage
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.pick import pick_from_list, reader_order
from components.ui.profile_links import KEYS, Link, link_html
from components.ui.profile_roles import load_roles, years_of
from components.ui.profile_rows import GENERAL, organisation_ids, organisation_names, person_ids, person_names
from components.ui.tree_data import lane_years
from components.ui.url_state import note_widget, write_widget

FIND = "parties_find"
DEFAULT_PARTY = "ak-zhol"
NOBODY = "—"
MOST_FOUND = 8
ROLES_TOLD = 3


@dataclass(frozen=True)
class Profile:
    """What is shown.

    Attributes:
        link: Kind and name.
        id: party_id or person_id; blank for parties in general.
        order: Source keys the reader wants first.
    """

    link: Link
    id: str
    order: tuple[str, ...]


def pick_profile() -> Profile:
    """The controls in one row, and the profile they ask for.

    Returns:
        The profile; a person who is picked goes before an organisation.

    Raises:
        ReaderError: If the data names neither organisations nor persons.
    """
    order, parties, persons = reader_order(), organisation_ids(), person_ids()
    if not parties and not persons:
        raise ReaderError("parties", "the data folder names none.", "Mend parties.csv and persons.csv in the data folder.")
    with st.container(key="around_find"):
        first, second, third = st.columns([6, 4, 4], gap="medium")
        with first:
            _pick_search(order)
        with second:
            party = _pick_party([*parties, GENERAL] if parties else [])
        with third:
            person = _pick_person(list(persons), is_alone=not parties)
    if person in persons:
        return Profile(Link("person", person), persons[person], order)
    return Profile(Link("organisation", party), parties.get(party, ""), order)


def _pick_party(names: list[str]) -> str:
    if not names:
        show_notice(["Its profiles are those of persons only."], title="The data folder names no organisation")
        return ""
    start = organisation_names().get(DEFAULT_PARTY)
    return pick_from_list("Organisation", names, key=KEYS["organisation"], default=start, on_change=_leave_person)


def _pick_person(names: list[str], *, is_alone: bool) -> str:
    """Nobody at first; where there is no organisation, whoever has the most roles."""
    if not is_alone:
        return pick_from_list("Person", [NOBODY, *names], key=KEYS["person"])
    counts = load_table("person_roles")["person_id"].value_counts()
    return pick_from_list("Person", names, key=KEYS["person"], default=max(names, key=lambda name: counts.get(person_ids()[name], 0)))


def _leave_person() -> None:
    write_widget(KEYS["person"], NOBODY)


def open_profile(link: Link) -> None:
    """Show a profile that a reader clicked; called before the page runs again.

    Args:
        link: The profile; a name that the data does not have changes nothing.
    """
    if link.name not in ({*organisation_ids(), GENERAL} if link.kind == "organisation" else person_ids()):
        return
    write_widget(FIND, "")
    write_widget(KEYS[link.kind], link.name)
    if link.kind == "organisation":
        _leave_person()


@st.fragment
def _pick_search(order: tuple[str, ...]) -> None:
    """The search box with what it finds, as soon as it is typed."""
    query = st.text_input(
        "Find by any spelling or meaning",
        key=FIND,
        bind="query-params",
        placeholder="Ақ жол, Bright Path, Tuyakbai …",
        icon=":material/search:",
        live=True,
    )
    note_widget(FIND, query)
    if query.strip():
        show_found(query, order)


@st.cache_resource(show_spinner=False)
def load_name_index() -> NameIndex:
    """Every name of every organisation and person."""
    return build_name_index(load_table("parties"), load_table("party_names"), load_table("persons"))


def show_found(query: str, order: tuple[str, ...]) -> None:
    """What a search finds: name, kind and years, and by which spelling in which source; or that it finds nothing.

    Args:
        query: What the reader typed.
        order: Source keys the reader wants first.
    """
    found = search_names(load_name_index(), query, most=MOST_FOUND + 1)
    if not found:
        advice = "Try one word of the name, only its beginning, or another spelling; or pick from the lists."
        show_notice([advice], title=f"No organisation or person is found under “{shorten(query.strip())}”")
        return
    items = "".join(f"<li>{_found_html(match, order)}</li>" for match in found[:MOST_FOUND])
    more = "<li><small>There are more: type more of the name.</small></li>" if len(found) > MOST_FOUND else ""
    st.html(f'<ul class="atlas-found" role="status" aria-label="Found">{items}{more}</ul>')


def _found_html(match: NameMatch, order: tuple[str, ...]) -> str:
    names = organisation_names() if match.kind == "organisation" else person_names()
    name = names.get(match.id)
    if name is None:
        return f"{escape(match.entry.name)}<small>Another row of the data has the same name; its profile cannot be told apart.</small>"
    told = escape(descriptions(order).get((match.kind, match.id), match.kind))
    return f"{link_html(Link(match.kind, name))}<small>{told}</small>{_spelling_html(match, name)}"


def _spelling_html(match: NameMatch, name: str) -> str:
    """By which spelling it was found, unless that is its name in the atlas."""
    entry = match.entry
    if entry.name == name and not entry.meaning:
        return "<small>perhaps meant</small>" if match.is_guess else ""
    meaning = f", meaning “{entry.meaning}”" if entry.meaning else ""
    where = short_source(entry.source) if entry.source else "short form"
    words = f"{'perhaps meant: ' if match.is_guess else 'found as '}“{entry.name}”{meaning}, {where}"
    return f"<small>{escape(words)}</small>"


@st.cache_resource(show_spinner=False)
def descriptions(order: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """What tells each organisation and person apart: kind and years, of a person also the first places of the career.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Words by kind and id.
    """
    told = {("organisation", row.party_id): kind_and_years(row.party_id, row.kind, order) for row in each_row(load_table("parties"))}
    roles = load_roles(order)
    for person in person_names():
        rows = roles[roles["person_id"] == person]
        places = list(dict.fromkeys(rows["row"]))[:ROLES_TOLD]
        told["person", person] = ": ".join(part for part in (f"person, {years_of(rows)}".rstrip(", "), ", ".join(places)) if part)
    return told


def kind_and_years(party_id: str, kind: str, order: tuple[str, ...]) -> str:
    """Kind of an organisation, and its years as far as they are known: "party, 1999–2006".

    Args:
        party_id: The organisation.
        kind: As in parties.csv.
        order: Source keys the reader wants first.

    Returns:
        Words.
    """
    words = kind.replace("_", " ")
    lane = load_lanes(order).get(party_id)
    if lane:
        return f"{words}, {lane_years(lane)}"
    changes = load_lineage(order, everything=True).changes_of.get(party_id, ())
    dated = [change.when.point.year for change in changes if change.when]
    return f"{words}, mentioned {min(dated)}" if dated else words
