"""The shipped lineage against the documents, and the words and the picture made of it."""

from datetime import date

import pytest

from components.lineage import name_on
from components.ui.camp_sections import camp_frame
from components.ui.lineage_data import DEFAULT_END, FAMILIES, last_lineage_day, load_lanes, load_layout, load_lineage
from components.ui.lineage_words import change_story, change_table, life_story
from components.ui.load import load_table
from components.ui.tree_data import tree_data
from tests.test_pages import all_text, entry_of, open_page

BOWYER = ("bowyer2008",)
# The twelve parties of the Majilis election of 2004: results of the public record, by party.
REGISTERED_2004 = (
    *("nur-otan", "asar", "ak-zhol", "civic-party", "agrarian-party", "cpk"),
    *("dck-party", "cppk", "auyl", "patriots", "rukhaniyat", "democratic-party-2004"),
)


@pytest.fixture(scope="module")
def lineage():
    return load_lineage(())


@pytest.fixture(scope="module")
def lanes():
    return load_lanes(())


def shown(lineage):
    return frozenset(lineage.organisations)


def test_nur_otan_holds_what_babak_and_abramov_let_merge_into_it(lineage):
    # Babak, The Year 1999; Abramov, Relevant parties.
    merged = {edge.predecessor for edge in lineage.descents if edge.successor == "nur-otan" and edge.kind == "merged"}
    in_1999 = {"peoples-unity", "democratic-party-1995", "liberal-movement", "kazakhstan-2030", "party-of-justice-1998"}
    assert merged >= in_1999 | {"asar", "agrarian-party", "civic-party"}


def test_zheltoksan_party_has_the_six_founders_that_babak_names(lineage):
    # Babak, The First Political Parties: five organisations, on the basis of the committee.
    founders = {edge.predecessor for edge in lineage.descents if edge.successor == "zheltoksan-party-1990"}
    names = {"adilet-society-1989", "akikat-club-1988", "azamat-organisation-1990", "zheruyk", "kausar-bulak", "zheltoksan-committee-1989"}
    assert founders == names


def test_ak_zhol_has_both_origins_that_the_documents_give(lineage):
    # Babak: on the basis of the movement of 1998. Bowyer, 2004 Elections: out of the split of the Democratic Choice.
    assert {"ak-zhol-movement-1998", "dck-movement"} <= lineage.ancestors("ak-zhol")


def test_merger_that_made_nur_otan_has_rival_dates(lineage):
    # July 2005 and July 2006 in Abramov, late 2006 in Bowyer, 22 December 2006 in the public record.
    story = " ".join(change_story(lineage, lineage.change_by_id["nur-otan-renamed-2006"]))
    for told in ("July 2005 (Abramov 2009)", "July 2006 (Abramov 2009)", "2006 (Bowyer 2008)", "22 December 2006"):
        assert told in story
    assert lineage.change_by_id["nur-otan-renamed-2006"].has_rival_dates


@pytest.mark.parametrize(
    ("party", "day", "name"),
    [
        ("nur-otan", date(2004, 9, 19), "Otan"),
        ("nur-otan", date(2012, 1, 15), "Nur Otan"),
        ("nur-otan", date(2023, 3, 19), "Amanat"),
        ("naghyz-ak-zhol", date(2007, 8, 18), "Naghyz Ak Zhol"),
        ("naghyz-ak-zhol", date(2009, 1, 1), "Azat"),
        ("peoples-unity", date(1994, 3, 7), "People's Unity of Kazakhstan Union"),
        ("republican-party-1991", date(1995, 1, 1), "Republican Party of Kazakhstan"),
        ("birlik", date(2021, 1, 10), "ADAL"),
    ],
)
def test_name_on_a_date_is_that_of_the_sources(lineage, party, day, name):
    assert name_on(lineage, party, day) == name


@pytest.mark.parametrize("party", REGISTERED_2004)
def test_parties_of_2004_exist_on_election_day(lanes, party):
    assert lanes[party].exists_on(date(2004, 9, 19)) is True


def test_party_that_was_founded_later_does_not_exist_in_2004(lanes):
    assert lanes["nsdp"].exists_on(date(2004, 9, 19)) is False
    assert lanes["alga"].exists_on(date(2004, 9, 19)) is False


def test_joint_lists_of_2007_end_no_party(lanes):
    for party in ("ak-zhol", "adilet-2004", "nsdp", "naghyz-ak-zhol"):
        assert lanes[party].end is None or lanes[party].end.year > 2007


def test_readers_source_moves_a_founding(lanes):
    assert lanes["auyl"].start.year == 2000 or load_lanes(("babak",))["auyl"].start.year == 2000
    assert load_lanes(BOWYER)["auyl"].start.year == 2002


def test_default_picture_crosses_a_fifth_of_what_the_plain_order_crosses(lineage):
    layout = load_layout((), shown(lineage), DEFAULT_END)
    assert layout.crossings <= 22
    assert 5 * layout.crossings <= layout.crossings_unordered


def test_organisations_before_1986_and_abroad_are_rows_and_not_lanes(lineage):
    families = load_table("parties").set_index("party_id")["family"]
    assert not {"historical", "foreign", "category"} & set(families[list(lineage.organisations)])


def test_every_family_of_the_tree_has_words():
    assert {entry.family for entry in load_lineage(()).organisations.values()} <= set(FAMILIES)


def test_namesakes_in_the_picture_have_a_year(lineage):
    data = tree_data((), shown(lineage), DEFAULT_END)
    lanes = {lane["id"]: lane for family in data["families"] for lane in family["lanes"]}
    assert [label["words"] for label in lanes["naghyz-ak-zhol"]["labels"]] == ["Naghyz Ak Zhol", "Azat (2008)"]


def test_labels_of_a_picture_are_all_different(lineage):
    data = tree_data((), shown(lineage), last_lineage_day(()))
    words = [label["words"] for family in data["families"] for lane in family["lanes"] for label in lane["labels"]]
    assert sorted(words) == sorted(set(words))


def test_mark_of_a_year_spans_the_year(lineage):
    data = tree_data((), shown(lineage), DEFAULT_END)
    lanes = {lane["id"]: lane for family in data["families"] for lane in family["lanes"]}
    founded = next(mark for mark in lanes["patriots"]["marks"] if mark["kind"] == "founded")
    assert (founded["from"], founded["to"]) == ("2000-01-01", "2000-12-31")


def test_marks_of_joint_lists_are_links_and_not_mergers(lineage):
    data = tree_data((), shown(lineage), DEFAULT_END)
    lanes = {lane["id"]: lane for family in data["families"] for lane in family["lanes"]}
    assert "merged" not in [mark["kind"] for mark in lanes["ak-zhol"]["marks"]]


def test_life_story_names_an_organisation_as_it_was_then(lineage):
    assert any(
        line.startswith("People's Unity of Kazakhstan Party merged into Otan: 1 March 1999") for line in life_story(lineage, "nur-otan")
    )


def test_table_has_every_claim_on_lineage_and_alliances_of_the_tree_once(lineage):
    table = change_table(lineage, list(lineage.organisations))
    assert not table["Claim"].duplicated().any()
    claims = {claim.claim_id for change in lineage.changes for claim in change.claims} | {entry.claim_id for entry in lineage.memberships}
    assert set(table["Claim"]) == claims
    assert (table["Source"] != "").all()


def test_communists_and_patriots_are_classed_differently_by_bowyer_and_abramov():
    # Bowyer, Current Political Party Landscape; Abramov, Party membership.
    camps = camp_frame().set_index("name")
    assert set(camps.index[camps["differs"]]) == {"Communist Party of Kazakhstan", "Party of Patriots"}
    assert camps.loc["Communist Party of Kazakhstan", ["left", "right"]].to_list() == ["“Soft” opposition", "Radical opposition"]
    assert bool(camps.loc["Ak Zhol", "left_twice"])


@pytest.mark.parametrize("query", [{"trees_family": "Communists and Socialists"}, {"trees_org": "Alga"}, {"trees_years": "1986–2023"}])
def test_page_runs_with_every_pick(query):
    test = open_page(entry_of("family_trees"), **query)
    assert not test.exception
    assert "The address asked for" not in all_text(test)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"trees_day": "1850-01-01"}, "trees_day = “1850-01-01” is not possible here"),
        ({"trees_day": "yesterday"}, "trees_day = “yesterday” is not possible here"),
        ({"trees_org": "Nobody’s party"}, "is not possible here; the page shows Nobody in particular"),
    ],
)
def test_page_with_odd_address_says_what_was_replaced(query, said):
    test = open_page(entry_of("family_trees"), **query)
    assert not test.exception
    assert said in all_text(test)
