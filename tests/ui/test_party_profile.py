"""The Parties page: search, lists, and the profiles of organisations and persons."""

from datetime import date
from html import escape

import pandas as pd
import pytest

from components.ui.load import load_table
from components.ui.party_elections import best_result, part_frame
from components.ui.party_facts import demands_section
from components.ui.party_results import elections_section, results_chart
from components.ui.person_profile import career_chart, career_sentence
from components.ui.profile_links import Link, link_html
from components.ui.profile_parts import PageLink, Section, Table
from components.ui.profile_roles import load_roles, role_dates, years_of
from components.ui.profile_rows import organisation_ids, person_ids, plain_table
from components.ui.registry import page_entry
from tests.test_pages import all_text, open_page

MARKUP = "<img src=x onerror=hacked()>"
ANY_ORDER = ()


def open_parties(**query):
    return open_page(page_entry("parties"), **query)


def shows(test, name):
    return f"{escape(name)}</h2>" in all_text(test)


def change(path, **columns):
    """Write the same value into every row of some columns."""
    pd.read_csv(path, dtype=str).assign(**columns).to_csv(path, index=False)


def faults_of(key, names):
    """Names whose profile raises, does not open, or has a section that cannot be shown."""
    test, faults = open_parties(), []
    for name in names:
        test.selectbox(key=key).set_value(name).run()
        text = all_text(test)
        if test.exception or "This cannot be shown" in text or "The address asked for" in text or not shows(test, name):
            faults.append(name)
    return faults


def test_every_organisation_has_a_profile_that_runs():
    assert len(organisation_ids()) > 140
    assert faults_of("parties_party", list(organisation_ids())) == []


def test_every_person_has_a_profile_that_runs():
    assert len(person_ids()) > 70
    assert faults_of("parties_person", list(person_ids())) == []


@pytest.mark.parametrize("query", ["Ақ жол", "Ak Zhol", "ak-zhol", "Ak Jol", "Aq Jol", "bright path"])
def test_search_by_any_spelling_or_meaning_finds_ak_zhol_first(query):
    text = all_text(open_parties(parties_find=query))
    found = text[text.index('<ul class="atlas-found"') :]
    assert found.index('data-name="Ak Zhol"') == found.index("data-name=")


def test_search_says_kind_years_spelling_and_source():
    text = all_text(open_parties(parties_find="Bright Path"))
    assert "party, 2002, last heard of 2023" in text
    assert "found as “Ak-Zhol”, meaning “Bright Path”, Bowyer 2008" in text


def test_search_tells_persons_of_one_first_name_apart():
    text = all_text(open_parties(parties_find="Gani"))
    assert "Party of Patriots" in text[text.index('data-name="Gani Kasymov"') :][:300]
    assert "Auyl" in text[text.index('data-name="Gani Kaliyev"') :][:300]


def test_search_without_result_says_what_to_try_and_shows_text_as_text():
    text = all_text(open_parties(parties_find=f"zzzz{MARKUP}"))
    assert "No organisation or person is found under “zzzz&lt;img" in text
    assert "or pick from the lists" in text
    assert "<img" not in text


def test_unknown_organisation_in_the_address_shows_the_default_and_says_so():
    test = open_parties(parties_party="Nobody")
    assert shows(test, "Ak Zhol")
    assert "parties_party = “Nobody” is not possible here; the page shows Ak Zhol." in all_text(test)


def test_person_in_the_address_goes_before_the_organisation():
    test = open_parties(parties_party="Nur-Otan", parties_person="Zharmakhan Tuyakbay")
    assert shows(test, "Zharmakhan Tuyakbay")
    assert not shows(test, "Nur-Otan")


def test_picking_an_organisation_leaves_the_person():
    test = open_parties(parties_person="Zharmakhan Tuyakbay")
    test.selectbox(key="parties_party").set_value("Auyl").run()
    assert shows(test, "Auyl")
    assert test.selectbox(key="parties_person").value == "—"


def test_head_has_rival_founding_dates_side_by_side():
    # babak, The Year 1999: March 2002; abramov2009, Table 2: 2002
    head = all_text(open_parties(parties_party="Ak Zhol")).split("</dl>")[0]
    assert "March 2002 <small>Babak n.d.</small>" in head
    assert "2002 <small>Abramov 2009</small>" in head


def test_head_has_the_camp_by_source_and_by_itself():
    # bowyer2008, Current Political Party Landscape and Ak-Zhol
    text = all_text(open_parties(parties_party="Ak Zhol"))
    assert "soft opposition; pro-presidential (hedged) <small>Bowyer 2008</small>" in text
    assert "constructive opposition <small>by itself</small>" in text


def test_head_names_organisations_of_the_same_name():
    text = all_text(open_parties(parties_party="Azat (movement of 1990)"))
    assert "Not to be confused with" in text
    assert 'data-name="Naghyz Ak Zhol (Azat from 2008)"' in text.split("</p>")[2] + text.split("</p>")[1]


def test_statements_that_name_no_party_stand_under_parties_in_general():
    # isaacs, fn 27; abramov2009, Party organization
    text = all_text(open_parties(parties_party="Parties in general"))
    assert "All parties asked were for state funding" in text
    assert "No party but Nur-Otan has a youth wing" in text
    assert text.count("</tr>") > len(plain_table("party_facts").query("party_id == ''"))


def test_profile_links_to_the_statements_on_parties_in_general():
    assert 'data-name="Parties in general"' in all_text(open_parties())
    assert 'data-name="Parties in general"' in all_text(open_parties(parties_person="Zharmakhan Tuyakbay"))


def test_life_leaves_out_what_became_of_others():
    # babak: the club was one of six that founded Zheltoksan
    text = all_text(open_parties(parties_party="Akikat"))
    assert "was founded by Akikat or on its basis" in text
    assert "Zheruyk" not in text


@pytest.mark.parametrize(
    ("party", "election", "words"),
    [
        ("ak-zhol", "majilis-2004", "12.04\u202f% of votes for lists"),  # bowyer2008, 2004 Elections; base: the public record
        ("nur-otan", "majilis-2007", "88.41\u202f% of votes for lists"),  # abramov2009, Table 1
        ("cpk", "majilis-2007", "Boycotted the election"),  # abramov2009, Table 1
        ("civic-party", "majilis-2007", "Had merged into another party"),  # bowyer2008, 2007 Elections
        ("for-a-just-kazakhstan", "president-2005", "6.61\u202f% of valid votes"),  # bowyer2008, fn 29; base: the public record
    ],
)
def test_results_of_a_party_match_the_sources_and_name_their_base(party, election, words):
    frame = part_frame(party, ANY_ORDER)
    assert frame.loc[frame["election_id"] == election, "vote_label"].tolist() == [words]


def test_result_of_a_bloc_or_candidate_is_shared_and_never_the_best_result_of_a_party():
    # bowyer2008, 2004 Elections: the Civic Party stood in the AIST bloc, 7.07 per cent
    frame = part_frame("civic-party", ANY_ORDER)
    assert frame.loc[frame["election_id"] == "majilis-2004", "is_shared"].tolist() == [True]
    assert [where.split(",")[0] for _, where in best_result("civic-party", ANY_ORDER).entries] == ["Majilis 1999", "Majilis 1999"]


def test_best_result_names_election_and_source():
    # abramov2009, Table 1: 88.41 per cent and 98 seats
    entries = dict(best_result("nur-otan", ("abramov2009",)).entries)
    assert entries["88.41\u202f% of votes for lists"] == "Majilis 2007, Abramov 2009"


def test_every_share_of_every_party_names_a_base():
    labels = pd.concat([part_frame(party, ANY_ORDER).query("vote_pct.notna()")["vote_label"] for party in organisation_ids().values()])
    assert len(labels) > 70
    assert labels[~labels.str.contains(" of ")].tolist() == []


def test_refused_seat_is_told_under_the_results():
    # bowyer2008, 2004 Elections: Ak Zhol did not take up its one seat
    frame, _ = results_chart("ak-zhol", ANY_ORDER)
    assert [note for note in frame.notes if "Majilis 2004" in note and "not taken up" in note]


def test_organisation_without_a_figure_tells_in_words_why():
    # bowyer2008, Alga: denied registration
    assert results_chart("alga", ANY_ORDER) is None
    told = elections_section("alga", ANY_ORDER)
    assert "was denied registration" in str(told)


def test_demand_that_the_lab_simulates_opens_it_set_to_the_figure():
    # bowyer2008, Ak-Zhol: half of the deputies by lists
    section = demands_section("ak-zhol", ANY_ORDER)
    assert [part.query for part in section.parts if isinstance(part, PageLink)] == [(("lab_list_share", "50"),)]


def test_career_of_tuyakbay_runs_from_the_speakership_to_the_opposition():
    # babak, New Law; bowyer2008, For a Just Kazakhstan; iwpr2012
    sentence = career_sentence("tuyakbay", ANY_ORDER)
    places = ["Speaker of the Majilis", "Otan (", "For a Just Kazakhstan", "National Social Democratic Party"]
    assert sorted(places, key=sentence.index) == places
    frame, _ = career_chart("tuyakbay", ANY_ORDER)
    assert "from Speaker of the Majilis (2004) to National Social Democratic Party (co-chair, 2012)" in frame.title


def test_career_with_two_dated_roles_has_no_chart():
    assert career_chart("soares", ANY_ORDER) is None


@pytest.mark.parametrize(
    ("since", "until", "as_of", "told"),
    [
        ("", "", "2004", ("2004", "held", date(2004, 1, 1), date(2004, 12, 31))),
        ("", "", "", ("no date", "held", None, None)),
        ("2011-07-02", "", "2011-07-02", ("from 2 July 2011", "began", date(2011, 7, 2), date(2011, 7, 2))),
        ("", "../2004", "2004", ("until 2004 or earlier", "ended", None, date(2004, 12, 31))),
        ("2003-01-01", "2004-01-01", "", ("1 January 2003 to 1 January 2004", "term", date(2003, 1, 1), date(2004, 1, 1))),
        ("", "", "2004/..", ("2004 or later", "held", date(2004, 1, 1), None)),
    ],
)
def test_dates_of_a_role_are_no_more_exact_than_the_source(since, until, as_of, told):
    assert role_dates(since, until, as_of) == told


def test_years_of_a_role_of_which_only_an_open_end_is_told_claim_no_start():
    # babak and isaacs have Kazhegeldin as a former prime minister
    roles = load_roles(ANY_ORDER)
    rows = roles[(roles["person_id"] == "kazhegeldin") & (roles["row"] == "Prime Minister of Kazakhstan")]
    assert years_of(rows) == "until 1998 or earlier"


def test_table_without_words_in_a_column_drops_it():
    table = Table("caption", ("A", "B", "C"), (("1", "", "x"), ("2", "", "")))
    assert table.trimmed().headings == ("A", "C")
    assert Section("Further facts", (table,)).anchor == "further-facts"


def test_link_is_an_address_in_which_nothing_is_markup():
    html = link_html(Link("organisation", f'Nur "x" & {MARKUP}'))
    assert html.startswith('<a href="parties?parties_party=Nur+%22x%22+%26+%3Cimg')
    assert "<img" not in html


def test_page_with_an_empty_folder_says_what_is_missing(folder):
    for path in folder.iterdir():
        path.unlink()
    test = open_parties()
    assert not test.exception
    assert "This cannot be shown: parties" in all_text(test)


def test_page_without_organisations_shows_a_person(folder):
    (folder / "parties.csv").unlink()
    test = open_parties()
    assert not test.exception
    assert "The data folder names no organisation" in all_text(test)
    assert shows(test, "Nursultan Nazarbayev")


def test_profile_with_ids_that_resolve_to_nothing_shows_what_it_can(folder):
    change(folder / "person_roles.csv", person_id="nobody")
    change(folder / "contestants.csv", election_id="never", person_id="nobody")
    change(folder / "lineage.csv", predecessor_id="nothing")
    change(folder / "events.csv", event_id="no-event")
    for query in ({}, {"parties_party": "Nur-Otan"}, {"parties_person": "Zharmakhan Tuyakbay"}):
        test = open_parties(**query)
        assert not test.exception
        assert "an unexpected error" not in all_text(test)


def test_profile_with_every_other_table_missing_shows_its_name(folder):
    for path in folder.glob("*.csv"):
        if path.stem not in ("parties", "persons"):
            path.unlink()
    for query, name in (({}, "Ak Zhol"), ({"parties_person": "Bulat Abilov"}, "Bulat Abilov")):
        test = open_parties(**query)
        assert not test.exception
        assert shows(test, name)
        assert "an unexpected error" not in all_text(test)


def test_markup_in_the_data_is_shown_as_text(folder):
    for table, column in (("party_names", "name"), ("party_facts", "text"), ("persons", "name"), ("person_roles", "note")):
        change(folder / f"{table}.csv", **{column: f"{MARKUP} **bold** [a](https://example.org)"})
    text = all_text(open_parties())
    assert "img src=x" in text
    assert "<img" not in text
    assert load_table("persons")["name"].iloc[0].startswith("‹img")
