"""The Membership page, from the shipped data; expected values come from the documents, with the place beside them."""

import csv
from datetime import date
from fractions import Fraction

import pytest

from components.ui.membership_density import densities, recomputed, shared_electorate
from components.ui.membership_frames import (
    REGIONAL_MINIMUM,
    claim_sets,
    figure_words,
    member_claims,
    membership_section,
    minimum_on,
    minimums,
)
from components.ui.membership_history import _chart as history_chart
from components.ui.membership_minimum import slider_data
from components.ui.membership_registration import DENIED, NEVER, PASSED, UNTOLD, party_rows, read_funnel
from components.ui.membership_votes import BY_SHARE, members_without_voters, nearest_election, party_votes, vote_pairs
from components.ui.registry import page_entry
from tests.test_pages import all_text, open_page

COMMISSION, PARTIES, BOWYER = "Election commission, 2009", "The parties, 2000–2004", "The parties, 2008"


def open_membership(**query):
    test = open_page(page_entry("membership"), **query)
    assert not test.exception
    return test


def pair(party_id, words=COMMISSION):
    pairs = vote_pairs(words, ())
    return pairs[pairs["party_id"] == party_id].iloc[0]


def step_at(value, words=COMMISSION):
    return next(step for step in slider_data(words, ())["steps"] if value <= step["upTo"])


# 1. Claims over time


def test_claims_run_from_eighty_to_740000():
    # babak[The First Political Parties]: between 80 and 200 (Alash); bowyer2008[Nur-Otan]: 740,000
    claims = member_claims(())
    assert (claims["about"].min(), claims["high"][claims["about"].idxmin()], claims["about"].max()) == (80, 200, 740_000)


def test_open_bound_stays_open():
    # bowyer2008[Ak-Zhol]: over 150,000 members
    row = next(member_claims(()).query("party_id == 'ak-zhol' and as_of == '2008'").itertuples())
    assert (row.low, row.high != row.high, figure_words(row)) == (150_000, True, "over 150,000")


def test_year_is_meant_as_a_whole_year():
    row = member_claims(()).query("party_id == 'cppk' and as_of == '2009'").iloc[0]
    assert (row["start"], row["end"]) == (date(2009, 1, 1), date(2009, 12, 31))


def test_minimum_of_the_law_step_by_step():
    # bowyer2008[Development Of Political Parties] 3,000; babak[The New Law ...] 15 July 2002; abramov2009[Legal regulation] February 2009
    assert [(step.value, step.words) for step in minimums(())][:3] == [(3000, ""), (50_000, "15 July 2002"), (40_000, "February 2009")]
    # bowyer2008 and babak 700 in each region; abramov2009[Legal regulation] 600
    assert [step.value for step in minimums((), REGIONAL_MINIMUM)][:2] == [700, 600]


@pytest.mark.parametrize(
    ("day", "members"),
    [(date(2002, 7, 14), 3000), (date(2002, 7, 15), 50_000), (date(2009, 2, 27), 50_000), (date(2009, 2, 28), 40_000)],
)
def test_minimum_changes_on_the_last_day_that_is_meant(day, members):
    assert minimum_on(day, ()).value == members


def test_readers_source_dates_the_minimum_and_the_other_date_stays():
    # bowyer2008[Development Of Political Parties]: a 2002 law
    step = next(step for step in minimums(("bowyer2008",)) if step.value == 50_000)
    assert step.words == "2002"
    assert any("15 July 2002" in rival for rival in step.rivals)


def test_nothing_joins_two_claims():
    claims = member_claims(())
    amounts = set(claims["about"]) | set(claims["high"].dropna())
    for trace in history_chart(())[1].data:
        if trace.mode == "lines" and trace.line.color != "#c8900a":
            stretches = (
                [[y for y in part if y is not None] for part in zip(trace.y[::3], trace.y[1::3], strict=False)]
                if None in trace.y
                else [list(trace.y)]
            )
            for ends in stretches:
                assert len(set(ends)) == 1 or len(set(ends) & amounts) < 2 or trace.line.width == 7


def test_page_says_that_a_court_found_fewer_members_than_the_law_asks_for():
    assert "all ten parties cleared the 40,000 members that the law asked for; in 2015 a court found 38,000" in all_text(open_membership())


# 2. What if the minimum were N


def test_sets_are_the_commission_and_the_parties():
    # abramov2009[Table 3]: ten rows of 2009, eight with a figure under 2000; bowyer2008: four parties
    assert {words: len(rows) for words, rows in claim_sets(()).items()} == {COMMISSION: 10, PARTIES: 8, BOWYER: 4}


@pytest.mark.parametrize(
    ("value", "survive"),
    # abramov2009[Table 3]: 54,000 (CPK), 62,000 (Auyl), 70,000, 72,000, 90,000, 98,000, 140,000, 172,000, 176,000, 608,000
    [(0, 10), (40_000, 10), (54_000, 10), (54_001, 9), (62_001, 8), (100_000, 4), (172_001, 2), (176_000, 2), (176_001, 1), (200_000, 1)],
)
def test_parties_that_survive_a_minimum(value, survive):
    assert step_at(value)["total"] == survive


def test_otans_own_figure_of_2000_does_not_reach_the_law_of_2002():
    # abramov2009[Table 3]: 35,000, data of the parties
    step, names = step_at(50_000, PARTIES), [row["name"] for row in slider_data(PARTIES, ())["lists"]]
    assert dict(zip(names, step["marks"], strict=True))["Otan"] == "out"
    assert step["total"] == 7


@pytest.mark.parametrize(("words", "law"), [(COMMISSION, 40_000), (PARTIES, 50_000), (BOWYER, 50_000)])
def test_gold_marks_the_law_in_force(words, law):
    data = slider_data(words, ())
    assert [mark["at"] for mark in data["marks"] if mark["law"]] == [law]
    assert [preset["at"] for preset in data["presets"] if preset["law"]] == [law]
    assert [preset["at"] for preset in data["presets"]][:3] == [3000, 50_000, 40_000]


# 3. Members against votes


def test_members_a_vote_of_patriots_and_rukhaniyat():
    # product.md, seminars.md "Members without voters": 172,000 and 46,436; 72,000 and 22,159
    patriots, rukhaniyat = pair("patriots"), pair("rukhaniyat")
    assert (patriots["members"], patriots["votes"], round(patriots["ratio"], 1)) == (172_000, 46_436, 3.7)
    assert (rukhaniyat["members"], rukhaniyat["votes"]) == (72_000, 22_159)
    assert (patriots["when"], patriots["day"]) == ("2009", date(2007, 8, 18))


def test_two_parties_polled_fewer_votes_than_the_members_demanded():
    # seminars.md "Members without voters": fewer votes than the 50,000 members the law demanded
    more, below, demanded = members_without_voters(COMMISSION, ())
    assert (set(more), set(below), demanded) == ({"patriots", "rukhaniyat", "cppk"}, {"patriots", "rukhaniyat"}, 50_000)


def test_joint_list_counts_the_members_of_its_parties_beside():
    # abramov2009[Table 1]: Adilet as a part of Ak Zhol; Table 3: 176,000 and 70,000
    assert pair("ak-zhol")["with_partners"] == 246_000


def test_party_without_votes_is_told_with_the_reason():
    # abramov2009[Table 1]: boycotted the elections
    said = all_text(open_membership())
    assert "CPK, 54,000 members in 2009, is not drawn. Majilis 2007: boycotted the election" in said


@pytest.mark.parametrize(
    ("start", "end", "election"),
    [(date(2009, 1, 1), date(2009, 12, 31), "majilis-2007"), (date(2004, 1, 1), date(2004, 12, 31), "majilis-2004")],
)
def test_nearest_election_is_measured_from_the_middle(start, end, election):
    assert nearest_election(start, end)[0].election_id == election


# 4. Density


def test_two_densities_do_not_follow_from_the_rest():
    # abramov2009[Table 3]: 0.60 for 54,000 and 0.69 for 62,000, members per hundred voters
    rows = densities(())
    shared = shared_electorate(rows)
    odd = rows[~rows["party_id"].isin(shared.rows)]
    assert list(zip(odd["party_id"], odd["density"], strict=True)) == [("cpk", "0.60"), ("auyl", "0.69")]
    assert [recomputed(members, shared) for members in odd["members"]] == ["0.61", "0.70"]


def test_recomputed_densities_match_the_eight_printed_ones():
    rows = densities(())
    shared = shared_electorate(rows)
    fitting = rows[rows["party_id"].isin(shared.rows)]
    # abramov2009[Table 3], third column
    assert [recomputed(members, shared) for members in fitting["members"]] == list(fitting["density"])
    assert list(fitting["density"]) == ["6.83", "1.57", "1.98", "1.10", "1.01", "0.79", "1.93", "0.81"]


def test_electorate_implied_by_a_row_is_what_rounds_to_the_printed_density():
    row = densities(()).query("party_id == 'nur-otan'").iloc[0]
    # by hand: 608,000 / 0.06835 and 608,000 / 0.06825
    assert (row["low"], row["high"]) == (Fraction(60_800_000) / Fraction("6.835"), Fraction(60_800_000) / Fraction("6.825"))


def test_ten_per_cent_of_citizens_goes_by_another_base():
    # the densities of Table 3 sum to 17.31; its members to 1,542,000
    said = all_text(open_membership())
    assert "sum to 17.31; 1,542,000 members are that share of 15.4 million" in said


# 5. Re-registration


def test_funnel_leaves_two_parties_unaccounted_for():
    # babak[The New Law ...]: 19 parties, 11 submitted, seven passed, four denied, another 6 never applied
    funnel, _ = read_funnel()
    assert (funnel.registered, funnel.applied, funnel.passed, funnel.denied, funnel.never, funnel.untold) == (19, 11, 7, 4, 6, 2)


def test_every_party_of_the_funnel_has_a_row_and_the_named_ones_their_name():
    rows = party_rows(read_funnel()[0])
    assert rows["outcome"].value_counts().to_dict() == {PASSED: 7, DENIED: 4, NEVER: 6, UNTOLD: 2}
    # babak[The New Law ...]: names of the seven and of the four
    assert set(rows[rows["outcome"] == PASSED]["party_id"]) == {
        "ak-zhol",
        "civic-party",
        "nur-otan",
        "agrarian-party",
        "cpk",
        "patriots",
        "auyl",
    }
    assert set(rows[rows["outcome"] == DENIED]["party_id"]) == {"republican-party-1991", "russian-party", "el-dana", "renaissance-party"}


# The profile of a party, and data that is broken


def test_profile_tells_members_with_the_minimum_of_the_day():
    table = membership_section("cpk", ()).parts[0]
    assert ("2009", "54,000", "50,000 or 40,000") in [(row[0], row[1], row[4]) for row in table.rows]
    assert membership_section("asar", ()) is None


def test_profile_page_shows_the_section():
    assert "38,000 members found" in all_text(open_page(page_entry("parties"), parties_party="Communist Party of Kazakhstan"))


def rewrite(path, change):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row for row in map(change, rows) if row)


def test_page_without_memberships_says_so(folder):
    (folder / "memberships.csv").unlink()
    said = all_text(open_membership())
    assert "This cannot be shown: the members of any organisation" in said
    assert "unexpected error" not in said


def test_page_without_rules_still_draws_the_claims(folder):
    (folder / "rules.csv").unlink()
    assert "unexpected error" not in all_text(open_membership())


@pytest.mark.parametrize("change", [{"as_of": "2009-13"}, {"value": "-5"}, {"party_id": "<b>nobody</b>"}, {"claimed_by": "a friend"}])
def test_page_with_broken_claims_shows_the_rest(folder, change):
    rewrite(folder / "memberships.csv", lambda row: {**row, **change} if row["claim_id"].startswith("mem-nur-otan-2009") else row)
    said = all_text(open_membership())
    assert "unexpected error" not in said
    assert "<b>nobody" not in said


def test_votes_of_an_election_without_votes_come_from_printed_shares(folder):
    # abramov2009[Table 1]: 0.78 per cent; bowyer2008[2007 Elections]: 5,726,544 took part
    rewrite(folder / "results.csv", lambda row: None if row["measure"] == "votes" else row)
    rewrite(folder / "election_figures.csv", lambda row: None if row["status"] != "preliminary" and row["measure"] == "votes_cast" else row)
    votes, how, _ = party_votes("majilis-2007", "patriots", ("abramov2009",))
    assert (round(votes), how) == (round(5_726_544 * 0.0078), BY_SHARE)
