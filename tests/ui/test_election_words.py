"""The headlines must hold whichever source the reader puts first."""

import pytest

from components.ui.counts import list_elections, load_count, load_law, official_list_seats
from components.ui.election_frames import WITH_A_BALLOT, contestant_frame, figure_value
from components.ui.election_words import votes_finding
from components.ui.load import load_contestants, load_table
from components.ui.pick import DOCUMENTS

ORDERS = [(), *((key,) for key in DOCUMENTS)]
WINNERS = {"president-1999": "Nursultan Nazarbayev", "president-2005": "Nursultan Nazarbayev", "president-2019": "Kassym-Jomart Tokayev"}


def headline(election_id, order):
    election = load_table("elections").query("election_id == @election_id").iloc[0]
    people = contestant_frame(election_id, order)
    everybody = load_contestants().query("election_id == @election_id")
    n_stood = int(everybody["kind"].isin(WITH_A_BALLOT).sum())
    total, _ = figure_value(election_id, "seats_total", order)
    return votes_finding(election, people, total, n_stood=n_stood), n_stood


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order[0] if order else "default")
@pytest.mark.parametrize("election_id", list(load_table("elections").query("office == 'president'")["election_id"]))
def test_headline_never_says_nobody_else_stood_where_others_did(election_id, order):
    words, n_stood = headline(election_id, order)
    assert ("nobody else stood" in words) == (n_stood == 1)


@pytest.mark.parametrize(("election_id", "winner"), WINNERS.items())
def test_headline_of_a_president_names_the_winner(election_id, winner):
    assert headline(election_id, ())[0].startswith(winner)


def test_headline_of_an_incomplete_source_says_how_many_it_gives():
    # Bowyer gives Tuyakbay's share of 2005 only (bowyer2008[fn 29])
    assert "gives 1 of 5 candidates" in headline("president-2005", ("bowyer2008",))[0]


def test_headline_of_2007_by_the_fullest_source_says_no_other_list_won():
    assert headline("majilis-2007", ())[0] == "Nur-Otan won 98 of 107 seats with 88.41\u202f% of votes for lists; no other list won one"


def test_headline_of_2004_by_a_source_with_one_party_does_not_say_so():
    assert "no other" not in headline("majilis-2004", ("babak",))[0]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order[0] if order else "default")
@pytest.mark.parametrize("election_id", list_elections())
def test_official_list_seats_always_add_up_to_the_seats_to_fill(election_id, order):
    seats, references = official_list_seats(election_id, order)
    assert sum(seats.values()) == load_law(election_id).n_seats
    assert references


@pytest.mark.parametrize("election_id", list_elections())
def test_law_cites_no_source_older_than_the_election(election_id):
    year = int(election_id.rsplit("-", 1)[1])
    cited = dict(load_law(election_id).references)
    assert not (year > 2008 and cited["list_threshold"].startswith("bowyer2008"))


@pytest.mark.parametrize("election_id", list_elections())
def test_count_by_votes_knows_its_own_sum(election_id):
    count = load_count(election_id, "", ()).count
    assert count.bases["list_votes"] == sum(count.votes.values())
