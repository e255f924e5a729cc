"""Parties: the profile of any party or person, found by any spelling."""

from functools import partial

import streamlit as st

from components.ui import party_profile as party
from components.ui import party_results as results
from components.ui import person_profile as person
from components.ui.errors import ReaderError, show_error, show_notice, show_section
from components.ui.frame import show_unknown_chart
from components.ui.membership_frames import membership_section
from components.ui.party_facts import ATTRIBUTES, demands_section, facts_section, show_general_head, show_way_to_general
from components.ui.party_find import Profile, open_profile, pick_profile
from components.ui.profile_links import mount_profile_links
from components.ui.profile_parts import STYLE, made_sections, show_contents, show_sections
from components.ui.url_state import embedded_chart
from components.ui.words import show_lede

PARTY_SECTIONS = (
    party.names_section,
    party.life_section,
    party.camps_section,
    party.people_section,
    results.elections_section,
    membership_section,
    partial(facts_section, "Programme"),
    demands_section,
    partial(facts_section, "Target group"),
    partial(facts_section, "Organisation and money"),
    partial(facts_section, "Media"),
    partial(facts_section, "Alliances"),
    partial(facts_section, "Further facts"),
)
PERSON_SECTIONS = (person.roles_section, person.candidacies_section, person.events_section, person.reports_section)


def show_party(profile: Profile) -> None:
    sections = made_sections(PARTY_SECTIONS, profile.id, profile.order)
    with st.container(key="around_head", gap="small"):
        show_section(party.show_party_head, profile.id, profile.order)
        show_contents(sections)
    show_section(results.show_results, profile.id, profile.order)
    show_sections(sections)


def show_general(profile: Profile) -> None:
    sections = made_sections([partial(facts_section, title) for title in ATTRIBUTES], profile.id, profile.order)
    with st.container(key="around_head", gap="small"):
        show_section(show_general_head)
        show_contents(sections)
    show_sections(sections)


def show_person(profile: Profile) -> None:
    sections = made_sections(PERSON_SECTIONS, profile.id, profile.order)
    with st.container(key="around_head", gap="small"):
        show_section(person.show_person_head, profile.id, profile.order)
        show_contents(sections)
    show_section(person.show_career, profile.id, profile.order)
    show_sections(sections)


def show_missing_chart(profile: Profile) -> None:
    """In the embed form: say so where the profile does not have the chart that the address names."""
    draw = results.results_chart if profile.link.kind == "organisation" else person.career_chart
    drawn = draw(profile.id, profile.order) if embedded_chart() is not None else None
    if drawn is not None:
        show_unknown_chart((drawn[0].name,))
    elif embedded_chart() is not None:
        show_notice([f"The profile of {profile.link.name} has no chart."], title="There is no chart of that name here", kind="problem")


def main() -> None:
    st.title("Parties")
    show_lede("Find a party or a person under any spelling in any source, and see what each source says of them.")
    st.html(STYLE)
    profile = pick_profile()
    show_section(show_missing_chart, profile)
    (show_general if not profile.id else show_party if profile.link.kind == "organisation" else show_person)(profile)
    if profile.id:
        show_section(show_way_to_general)
    mount_profile_links(open_profile)


try:
    main()
except ReaderError as error:
    show_error(error)
