"""The Parliament page: what it says against what the documents say, and data that is broken."""

import csv

import pytest

from components.ui import parliament_chambers as chambers
from components.ui.load import load_table
from components.ui.parliament_bodies import participation_frame
from components.ui.parliament_matrix import Row, Statement, matrix_html
from components.ui.parliament_powers import AFTER, BEFORE, claims_outside, load_powers, rival_actors
from components.ui.parliament_seats import WAYS, house_frame, piece_frame, seat_claims, share_frame
from components.ui.registry import page_entry
from tests.test_pages import all_text, open_page

MARKUP = "<img src=x onerror=hacked()>"
VIEWS = ("Chambers", "Deputies", "Powers", "Reform bodies", "Super parties")


def open_parliament(**query):
    return open_page(page_entry("parliament"), **query)


def house(year, name, order=()):
    houses = house_frame(order)
    return houses[(houses["year"] == year) & (houses["house"] == name)].iloc[0]


def power(office, actor, verb, order=()):
    return next(entry for entry in load_powers(order) if (entry.office, entry.actor, entry.power) == (office, actor, verb))


@pytest.mark.parametrize(
    ("year", "name", "total", "ways"),
    [
        ("1994", "Supreme Council", 177, {"district_vote": 135, "president": 40}),  # Bowyer, Elections in 1994
        ("1995", "Majilis", 67, {"district_vote": 67}),  # Bowyer, 1995 Elections
        ("1995", "Senate", 47, {"maslikhats": 40, "president": 7}),  # Bowyer, 1995 Elections
        ("1999", "Majilis", 77, {"district_vote": 67, "list_vote": 10}),  # Bowyer, 1999 Elections
        ("2004", "Senate", 39, {"maslikhats": 32, "president": 7}),  # Isaacs, greater pluralism (39, 7); CNN 2004 (32)
        ("2007", "Majilis", 107, {"list_vote": 98, "assembly_of_peoples": 9}),  # Abramov, Separation of powers
        ("2007", "Senate", 47, {"maslikhats": 32, "president": 15}),  # Abramov, Separation of powers
        ("2023", "Majilis", 98, {"list_vote": 69, "district_vote": 29}),  # public record, facts rules.csv
        ("2026", "Kurultai", 145, {"list_vote": 145}),  # public record, facts rules.csv
    ],
)
def test_chamber_is_filled_as_the_sources_print_it(year, name, total, ways):
    found = house(year, name)
    assert found["total"] == total
    assert {way: found[way] for way in WAYS if found[way] > 0} == ways


def test_parts_that_do_not_make_the_whole_are_drawn_with_what_is_missing():
    # Bowyer, Elections in 1994: 177 seats, 135 contested, 40 filled by the President's choice
    pieces = piece_frame(house_frame(()))
    council = pieces[pieces["house"] == "1994 Supreme Council"]
    assert dict(zip(council["words"], council["seats"], strict=True)) == {"district vote": 135, "president": 40, "not said how": 2}
    assert set(council["sum_label"]) == {"177 = 135 + 40 + 2"}


def test_chamber_of_which_nobody_tells_the_size_is_left_out():
    houses = house_frame(())
    assert "Senate" not in set(houses.loc[houses["year"] == "1999", "house"])
    assert "No source at hand says how large the Senate was in 1999" in all_text(open_parliament())


@pytest.mark.parametrize(
    ("year", "with_lists", "without"),
    [
        ("1994", 100 * 135 / 177, 100 * 135 / 177),  # Bowyer, Elections in 1994
        ("1995", 100 * 67 / (67 + 47), 100 * 67 / (67 + 47)),  # Bowyer, 1995 Elections
        ("2004", 100 * 77 / (77 + 39), 100 * 67 / (77 + 39)),  # Isaacs, greater pluralism: 77 and 39
        ("2007", 100 * 98 / (107 + 47), 0),  # Abramov, Separation of powers: 98 of 107 elected by the voters, 47 senators
        ("2023", 100 * 98 / (98 + 50), 100 * 29 / (98 + 50)),  # public record
    ],
)
def test_share_that_citizens_fill_counts_lists_both_ways(year, with_lists, without):
    row = share_frame(house_frame(())).set_index("group").loc[year]
    assert row["share_with_lists"] == pytest.approx(with_lists)
    assert row["share_without_lists"] == pytest.approx(without)


def test_who_counts_which_way_quotes_both_sides():
    table, references = chambers._counting_table()
    direct = table[table["Holds that"] == chambers.LISTS_ARE_DIRECT]
    # Abramov, National assembly: "the only direct elections"; Isaacs, greater pluralism: "will directly elect only 98"
    assert direct["Its words, or ours"].str.contains("only direct elections").any()
    assert direct["Its words, or ours"].str.contains("directly elect only 98").any()
    # Bowyer, Introduction: the first time that no house was directly elected, a breach of OSCE commitments
    assert table.loc[table["Holds that"] == chambers.NOTHING_IS_DIRECT, "Who"].str.startswith("Bowyer").any()
    assert "bowyer2008[Introduction]" in references


def test_reader_order_goes_before_the_fullest_source():
    chosen = seat_claims(("abramov2009",)).chosen
    assert set(chosen[(chosen["year"] == "2007") & (chosen["house"] == "Senate")]["source_key"]) == {"abramov2009"}


@pytest.mark.parametrize(
    ("office", "actor", "verb", "mark"),
    [
        ("government", "parliament", "no_confidence", "changed"),  # Bowyer, Changes: simple majority, two thirds before
        ("national_bank_chair", "parliament", "consents", "ended"),  # Isaacs, role of the legislature: both chambers before
        ("national_bank_chair", "senate", "consents", "since"),  # Isaacs, role of the legislature: the Senate only
        ("akims", "maslikhats", "consents", "since"),  # Isaacs, greater pluralism: now with approval
        ("prime_minister", "majilis", "consents", "same"),  # Isaacs, role of the legislature: already existing practice
        ("ministers", "president", "appoints", "ended"),  # Bowyer, Nur-Otan in The Parliament
        ("ministers", "parliament", "consents", "refused"),  # Bowyer, Nur-Otan in The Parliament
        ("senators_appointed", "president", "appoints", "changed"),  # Isaacs, greater pluralism: eight more, seven before
        ("local_court_chairs", "president", "appoints", ""),  # Abramov, Separation of powers: no date
    ],
)
def test_power_is_marked_by_what_its_sources_date(office, actor, verb, mark):
    assert power(office, actor, verb).mark == mark


def test_actors_whom_different_sources_name_are_rivals():
    # two members of the Constitutional Council: the Senate (Bowyer, Changes), parliament (Isaacs, role of the legislature)
    powers = load_powers(())
    assert rival_actors(power("constitutional_council", "senate", "appoints"), powers, AFTER) == {"parliament": ["Isaacs n.d."]}
    # the cabinet in 2009: the President (Abramov, Separation of powers), the prime minister (Bowyer, Nur-Otan in The Parliament)
    assert rival_actors(power("ministers", "president", "appoints"), powers, AFTER) == {"prime_minister": ["Bowyer 2008"]}
    assert rival_actors(power("ministers", "president", "appoints"), powers, BEFORE) == {}


def test_every_claim_on_powers_stands_in_a_state_or_among_those_of_other_times():
    placed = {row.claim_id for entry in load_powers(()) for row in (*entry.before, *entry.after)}
    outside = set(claims_outside()["claim_id"])
    assert not placed & outside
    assert placed | outside == set(load_table("powers")["claim_id"])
    assert "pow-parliament-president-appoints-bowyer2008" in outside  # 40 of 177 in 1994, before the constitution of 1995


def test_ak_zhol_sat_in_the_first_body_stayed_out_of_the_second_and_sat_in_the_third():
    # Isaacs, the three sections on the bodies
    frame = participation_frame(())
    assert list(frame.loc[frame["party"] == "Ak Zhol", "status"]) == ["in", "invited", "in"]
    outside = frame[(frame["body"] == "Standing Council 2002") & (frame["status"] == "outside")]
    assert len(outside) == 4  # DCK, the Communist Party, the Republican People's Party, Pokolenie
    named = frame[(frame["body"] == "National Commission 2004") & (frame["status"] == "in")]["party"]
    assert set(named) == {"Adilet (party)", "Auyl", "Civic Party", "Asar"}  # Isaacs, fn 15


def test_matrix_names_a_source_once_for_lines_that_follow_each_other_and_escapes_everything():
    cells = [[Statement("first", "A"), Statement("second", "A"), Statement(MARKUP, "B", mark="since")]]
    html = matrix_html(("Office", "Who"), [Row("Group"), Row("Office", cells)], label="x")
    assert html.count("<small>A</small>") == 1
    assert (
        matrix_html(("", ""), [Row("", [[Statement("or", "A", rival=True), Statement("", "A")]])], label="").count("<small>A</small>") == 2
    )
    assert "<img" not in html
    assert "since May 2007" in html


@pytest.mark.parametrize("view", VIEWS)
def test_page_shows_every_view(view):
    test = open_parliament(parliament_view=view)
    assert not test.exception
    text = all_text(test)
    assert "This cannot be shown" not in text
    assert "atlas-finding" in text


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("Chambers", "In 2007 citizens filled 98 of 154 seats, or none"),
        ("Chambers", "printed as 177 seats, while its parts make 175"),  # Bowyer, Elections in 1994
        ("Chambers", "the section on 1995 has 47 already"),  # Bowyer, 2007 Elections against 1995 Elections
        ("Deputies", "4 of 107 deputies were under 40; their median age was 52"),  # Bowyer, Education of Deputies
        ("Deputies", "17 of 107 in the Majilis and 2 of 47 in the Senate were women in 2008"),  # the same section
        ("Deputies", "one fraction of 98 and one deputies’ group of 16"),  # Bowyer, Parliamentary Fractions
        ("Deputies", "60 per cent"),  # Bowyer, 1999 Elections
        ("Powers", "or parliament"),
        ("Reform bodies", "The President created three bodies on reform and chaired one of them"),  # Isaacs, fn 4 and State Commission
        ("Super parties", "in Russia, Kazakhstan, Kyrgyzstan and Tajikistan, and none in Uzbekistan and Turkmenistan"),
        ("Super parties", "A list needs half a per cent of the vote in every oblast as well"),  # Bowyer, Contact with Other Parliaments
    ],
)
def test_view_says_what_the_documents_say(view, said):
    assert said in all_text(open_parliament(parliament_view=view))


@pytest.mark.parametrize("when", ["Before May 2007", "After May 2007", "What changed"])
def test_switch_of_may_2007_opens_from_the_address(when):
    text = all_text(open_parliament(parliament_view="Powers", parliament_when=when))
    assert "The address asked for" not in text
    assert ("expressly not" in text) == (when != "Before May 2007")


@pytest.mark.parametrize("view", VIEWS)
def test_folder_that_is_empty_says_so(folder, view):
    for path in folder.iterdir():
        path.unlink()
    test = open_parliament(parliament_view=view)
    assert not test.exception
    assert "This cannot be shown" in all_text(test)
    assert "an unexpected error" not in all_text(test)


@pytest.mark.parametrize("name", ["elections", "parties", "powers"])
def test_folder_without_a_table_shows_the_rest(folder, name):
    (folder / f"{name}.csv").unlink()
    for view in VIEWS:
        assert "an unexpected error" not in all_text(open_parliament(parliament_view=view)), view


def test_markup_and_odd_dates_in_claims_are_plain_text(folder):
    for name in ("powers", "reform_bodies", "super_parties", "chambers", "deputies"):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        for column in ("detail", "text", "note", "claimant", "category", "actor"):
            if column in rows[0]:
                rows[1][rows[0].index(column)] = MARKUP
        for column in ("valid_from", "as_of"):
            if column in rows[0]:
                rows[2][rows[0].index(column)] = "2007-13-45"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    for view in VIEWS:
        text = all_text(open_parliament(parliament_view=view))
        assert "an unexpected error" not in text, view
        assert "<img" not in text, view
