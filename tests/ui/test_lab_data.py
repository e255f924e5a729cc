"""What the slider is sent, from the shipped data; expected values from platform.md of the design, the documents and the law."""

from dataclasses import replace
from fractions import Fraction

import pytest

from components.seats import build_staircase
from components.ui.counts import count_options, join_lists, list_elections, load_count, load_law
from components.ui.lab_data import slider_data, step_frame
from components.ui.lab_words import hundredths


def data_of(election, source_words="Votes", **law_changes):
    lists = load_count(election, count_options(election, ())[source_words], ())
    law = replace(load_law(election), **law_changes)
    return slider_data(lists, law, build_staircase(lists.count, law), others=[]), lists


def seats_at(data, value):
    return next(step for step in data["steps"] if value <= step["upTo"])["seats"]


def test_list_elections_are_the_seven_of_1999_to_2023():
    assert [name.rsplit("-", 1)[1] for name in list_elections()] == ["1999", "2004", "2007", "2012", "2016", "2021", "2023"]


@pytest.mark.parametrize(("words", "nsdp", "ak_zhol"), [("Votes", 453, 308), ("Shares printed by Abramov 2009", 454, 309)])
def test_edges_of_2007_are_shares_rounded_down_to_hundredths(words, nsdp, ak_zhol):
    data, _ = data_of("majilis-2007", words)
    edges = {step["upTo"] for step in data["steps"]}
    assert {nsdp, ak_zhol} <= edges


def test_list_is_in_at_its_edge_and_out_one_hundredth_above():
    data, _ = data_of("majilis-2007", "Shares printed by Abramov 2009")
    assert seats_at(data, 309)[:3] == [90, 5, 3]
    assert seats_at(data, 310)[:3] == [93, 5, 0]


def test_majilis_2004_by_all_who_voted_gives_the_seat_of_aist_to_ak_zhol():
    data, lists = data_of("majilis-2004", threshold_base="votes_cast")
    by_name = dict(zip(lists.count.votes, seats_at(data, 700), strict=True))
    assert [by_name[name] for name in ("nur-otan", "ak-zhol", "asar", "aist")] == [7, 2, 1, 0]


def test_majilis_2004_without_threshold_gives_the_bloc_a_seat_of_otan():
    # seminars.md, "One seat, and a copy": 6/1/1/1/1 without a threshold; 7/1/1/1/0 with the bloc in and the CPPK (1.98) out
    data, lists = data_of("majilis-2004")
    names = ("nur-otan", "ak-zhol", "asar", "aist", "cpk-dck-bloc-2004")
    assert [dict(zip(lists.count.votes, seats_at(data, 0), strict=True))[name] for name in names] == [6, 1, 1, 1, 1]
    assert [dict(zip(lists.count.votes, seats_at(data, 200), strict=True))[name] for name in names] == [7, 1, 1, 1, 0]


def test_presets_are_the_law_and_the_proposals_with_a_number():
    data, _ = data_of("majilis-2007")
    assert [preset["at"] for preset in data["presets"]] == [700, 500, 300, 0]


def test_law_of_2023_has_its_mark_at_five():
    data, _ = data_of("majilis-2023")
    assert next(mark for mark in data["marks"] if mark["law"])["at"] == 500


@pytest.mark.parametrize("election", list_elections())
def test_every_step_fills_the_seats_or_says_why_not(election):
    data, _ = data_of(election)
    total = len(data["seats"]["positions"])
    for step in data["steps"]:
        assert sum(step["seats"]) == total or "tie" in step["finding"] or "no list is admitted" in step["finding"]


def test_hundredths_never_round_up():
    assert hundredths(Fraction(69999, 1000000)) == 699


def test_other_seats_are_drawn_beside_the_list_seats():
    lists, law = load_count("majilis-2007", "", ()), load_law("majilis-2007")
    other = {"name": "In districts: not known", "colour": "#868c92", "seats": 49, "known": False}
    data = slider_data(lists, replace(law, n_seats=49), build_staircase(lists.count, law), others=[other])
    assert len(data["seats"]["positions"]) == 98


def test_version_changes_with_what_is_drawn_and_with_nothing_else():
    first, _ = data_of("majilis-2007")
    again, _ = data_of("majilis-2007")
    other, _ = data_of("majilis-2007", n_seats=77)
    assert (first["version"] == again["version"], first["version"] == other["version"]) == (True, False)


def test_joint_list_takes_the_place_of_its_members():
    lists = join_lists(load_count("majilis-2007", "", ()), ("nsdp", "ak-zhol"))
    assert list(lists.count.votes)[:3] == ["nur-otan", "joint-list", "auyl"]
    assert (lists.names["joint-list"], lists.joined) == ("NSDP + Ak Zhol", ("NSDP", "Ak Zhol"))
    assert lists.count.alliances == {"joint-list"}


def test_step_frame_carries_wasted_votes_and_gallagher_along_the_same_axis():
    # seminars.md II.1: 11.6 per cent of the votes of 2007 without a seat
    lists, law = load_count("majilis-2007", "", ()), load_law("majilis-2007")
    last = step_frame(lists, build_staircase(lists.count, law)).iloc[-1]
    assert round(last["wasted_pct"], 1) == 11.6
    assert round(last["gallagher"], 1) == 9.2
