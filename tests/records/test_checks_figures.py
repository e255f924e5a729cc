"""Sums, bounds, hedges and dates, at and beyond their edges."""

import pytest

from tests.records.data_folder import DataFolder


def rules(folder: DataFolder) -> list[str]:
    return [problem.rule for problem in folder.check()]


def test_shares_sum_of_two_at_rounding_edge_is_silent(folder: DataFolder):
    folder.result("nur", "total", "vote_pct", "60.0")
    folder.result("zhol", "total", "vote_pct", "40.1")
    assert folder.check() == []


def test_shares_sum_of_two_above_rounding_edge_says_the_sum(folder: DataFolder):
    folder.result("nur", "total", "vote_pct", "60.0")
    folder.result("zhol", "total", "vote_pct", "40.11")
    assert [(p.rule, p.value, p.expected) for p in folder.check()] == [("shares_sum", "100.11", "at most 100.1 per cent")]


@pytest.mark.parametrize("other", [{"source": "beta2001[x]"}, {"base": "list_votes"}, {"status": "preliminary"}, {"tier": "district"}])
def test_shares_sum_of_another_source_base_status_or_tier_is_kept_apart(folder: DataFolder, other: dict[str, str]):
    folder.result("zhol", **{"tier": "list", "measure": "vote_pct", "value": "90", **other})
    assert folder.check() == []


def test_shares_sum_of_one_contestant_in_two_places_counts_the_largest(folder: DataFolder):
    folder.result("nur", "list", "vote_pct", "59", source="alpha2000[p. 2]")
    assert folder.check() == []


def test_shares_sum_with_inexact_share_leaves_it_out(folder: DataFolder):
    folder.result("zhol", "list", "vote_pct", "", value_min="90", qualifier="at_least", source="alpha2000[p. 2]")
    assert folder.check() == []


def test_seats_sum_exactly_at_total_is_silent(folder: DataFolder):
    folder.result("zhol", "list", "seats", "6")
    assert folder.check() == []


def test_seats_sum_one_above_total_is_problem(folder: DataFolder):
    folder.result("zhol", "list", "seats", "7")
    assert [(p.rule, p.value, p.expected) for p in folder.check()] == [("seats_sum", "11", "at most 10")]


def test_seats_sum_beside_total_of_other_source_is_silent(folder: DataFolder):
    folder.result("zhol", "list", "seats", "70", source="beta2001[x]")
    assert folder.check() == []


def test_seats_sum_beside_regional_total_is_silent(folder: DataFolder):
    folder.figure("district_seats", "1", scope="almaty-city")
    assert folder.check() == []


def test_votes_sum_exactly_at_votes_cast_is_silent(folder: DataFolder):
    folder.result("zhol", "list", "votes", "400")
    assert folder.check() == []


def test_votes_sum_one_above_votes_cast_is_problem(folder: DataFolder):
    folder.result("zhol", "list", "votes", "401")
    assert rules(folder) == ["votes_sum"]


def test_list_district_total_with_one_agreeing_place_is_silent(folder: DataFolder):
    folder.result("nur", "total", "seats", "23", source="alpha2000[p. 2]")
    assert folder.check() == []


def test_list_district_total_with_inexact_total_is_silent(folder: DataFolder):
    folder.result("zhol", "list", "seats", "1")
    folder.result("zhol", "district", "seats", "1")
    folder.result("zhol", "total", "seats", "", value_min="5", qualifier="at_least")
    assert folder.check() == []


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "7", "qualifier": "exact"},
        {"value": "0", "qualifier": "exact"},
        {"value_min": "5", "value_max": "7", "qualifier": "range"},
        {"value_min": "62", "value_max": "62", "qualifier": "about"},
        {"value_min": "5", "qualifier": "more_than"},
        {"value_max": "5", "qualifier": "almost"},
        {"term": "banned", "qualifier": ""},
    ],
)
def test_qualifiers_in_agreement_with_figure_are_silent(folder: DataFolder, cells: dict[str, str]):
    folder.rule(**{"parameter": "hedged", "value": "", **cells})
    assert folder.check() == []


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "7", "qualifier": ""},
        {"value_min": "7", "qualifier": ""},
        {"value": "7", "value_min": "5", "qualifier": "more_than"},
        {"value_min": "5", "qualifier": "up_to"},
        {"value_max": "5", "qualifier": "at_least"},
        {"value_min": "5", "qualifier": "range"},
        {"qualifier": "about"},
    ],
)
def test_qualifiers_against_figure_are_problem(folder: DataFolder, cells: dict[str, str]):
    folder.rule(**{"parameter": "hedged", "value": "", **cells})
    assert rules(folder) == ["qualifiers"]


@pytest.mark.parametrize("value", ["5", "7"])
def test_bounds_with_value_on_a_bound_are_silent(folder: DataFolder, value: str):
    folder.rule(parameter="b", value=value, value_min="5", value_max="7")
    assert folder.check() == []


@pytest.mark.parametrize("value", ["4.99", "7.01"])
def test_bounds_with_value_outside_are_problem(folder: DataFolder, value: str):
    folder.rule(parameter="b", value=value, value_min="5", value_max="7")
    assert [(p.rule, p.column) for p in folder.check()] == [("bounds", "value")]


@pytest.mark.parametrize("value", ["0", "100"])
def test_pct_range_at_edge_is_silent(folder: DataFolder, value: str):
    folder.rule(parameter="p", value=value)
    assert folder.check() == []


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_pct_range_beyond_edge_is_problem(folder: DataFolder, value: str):
    folder.rule(parameter="p", value=value)
    assert rules(folder) == ["pct_range"]


def test_pct_range_of_turnout_measure_is_checked_whatever_the_unit(folder: DataFolder):
    folder.figure("turnout_pct", "640", unit="persons")
    assert rules(folder) == ["pct_range"]


def test_pct_range_of_count_above_hundred_is_silent(folder: DataFolder):
    folder.rule(parameter="members", value="50000", unit="persons")
    assert folder.check() == []


def test_share_has_base_of_count_with_base_is_problem(folder: DataFolder):
    folder.result("zhol", "list", "seats", "1", base="votes_cast")
    assert [(p.rule, p.value) for p in folder.check()] == [("share_has_base", "votes_cast")]


@pytest.mark.parametrize("written", ["2007-13-45", "2007-02-29", "1999-4-1", "199x", "2007-08-18T10:00", "[1999,2000]", "soon", "../.."])
def test_dates_parse_of_no_date_is_problem(folder: DataFolder, written: str):
    folder.rule(parameter="d", as_of=written)
    assert [(p.rule, p.value) for p in folder.check()] == [("dates_parse", written)]


@pytest.mark.parametrize(("start", "end"), [("2007", "2007"), ("2007-08-18", "2007-08"), ("../2007", "1990"), ("1994~", "1994-12/1995-01")])
def test_dates_ordered_where_they_may_overlap_is_silent(folder: DataFolder, start: str, end: str):
    folder.rule(parameter="d", valid_from=start, valid_to=end)
    assert folder.check() == []


def test_dates_ordered_of_last_round_before_first_is_problem(folder: DataFolder):
    folder.rows["elections"][0]["end_date"] = "1999-10-09"
    assert [(p.file, p.row, p.column) for p in folder.check()] == [("elections.csv", 2, "end_date")]
