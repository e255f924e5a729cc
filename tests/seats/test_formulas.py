"""Every formula: published examples, invariants, and counterexamples where a method lacks a property."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from components.seats import FORMULAS, formula_named, highest_averages, largest_remainder
from components.seats.divisors import (
    adams_divisor,
    danish_divisor,
    dhondt_divisor,
    huntington_hill_divisor_squared,
    imperiali_divisor,
    modified_sainte_lague_divisor,
    sainte_lague_divisor,
)
from components.seats.quotas import droop_quota, hagenbach_bischoff_quota, hare_quota, imperiali_quota

VOTES = st.dictionaries(st.sampled_from("abcdefghi"), st.integers(0, 10**7), min_size=1, max_size=9)
SEATS = st.integers(1, 120)
EVERY = pytest.mark.parametrize("name", FORMULAS)
AVERAGES = [name for name in FORMULAS if name.startswith("highest_averages")]
REMAINDERS = [name for name in FORMULAS if name.startswith("largest_remainder")]


def seats_of(name, votes, n_seats):
    return list(formula_named(name)(votes, n_seats).seats.values())


# Balinski and Young (1982), Fair Representation, appendix A: five states, 26 seats, one apportionment for each method.
STATES = {"a": 9061, "b": 7179, "c": 5259, "d": 3319, "e": 1182}


@pytest.mark.parametrize(
    ("name", "seats"),
    [
        ("largest_remainder_hare", [9, 7, 5, 4, 1]),  # Hamilton
        ("highest_averages_adams", [9, 7, 5, 3, 2]),
        ("highest_averages_huntington_hill", [9, 7, 6, 3, 1]),  # Hill
        ("highest_averages_sainte_lague", [9, 8, 5, 3, 1]),  # Webster
        ("highest_averages_dhondt", [10, 7, 5, 3, 1]),  # Jefferson
    ],
)
def test_formula_on_the_five_states_of_balinski_and_young_gives_their_apportionment(name, seats):
    assert seats_of(name, STATES, 26) == seats


# Wikipedia, "Quota method" and "D'Hondt method": 100,000 votes and 10 seats; 230,000 votes and 8 seats.
SIX = {"yellows": 47000, "whites": 16000, "reds": 15800, "greens": 12000, "blues": 6100, "pinks": 3100}
FOUR = {"a": 100000, "b": 80000, "c": 30000, "d": 20000}


@pytest.mark.parametrize(
    ("name", "votes", "n_seats", "seats"),
    [
        ("largest_remainder_hare", SIX, 10, [5, 2, 1, 1, 1, 0]),
        ("largest_remainder_droop", SIX, 10, [5, 2, 2, 1, 0, 0]),
        ("highest_averages_dhondt", FOUR, 8, [4, 3, 1, 0]),
        ("highest_averages_sainte_lague", FOUR, 8, [3, 3, 1, 1]),
    ],
)
def test_formula_on_textbook_votes_gives_the_printed_seats(name, votes, n_seats, seats):
    assert seats_of(name, votes, n_seats) == seats


def test_dhondt_on_the_votes_of_2004_gives_aist_no_seat():
    # seminars.md II.7: passing does not mean a seat; 8/1/1/0
    votes = {"otan": 2883706, "ak-zhol": 572672, "asar": 541239, "aist": 336177}
    assert seats_of("highest_averages_dhondt", votes, 10) == [8, 1, 1, 0]


@pytest.mark.parametrize(
    ("divisor", "first"),
    [
        (dhondt_divisor, ["1", "2", "3"]),
        (sainte_lague_divisor, ["1", "3", "5"]),
        (modified_sainte_lague_divisor, ["7/5", "3", "5"]),
        (danish_divisor, ["1", "4", "7"]),
        (imperiali_divisor, ["1", "3/2", "2"]),
        (adams_divisor, ["0", "1", "2"]),
        (huntington_hill_divisor_squared, ["0", "2", "6"]),
    ],
)
def test_divisors_begin_as_lijphart_and_balinski_and_young_print_them(divisor, first):
    assert [divisor(k) for k in range(3)] == [Fraction(text) for text in first]


@pytest.mark.parametrize(
    ("quota", "price"),
    # Gallagher and Mitchell (2005), appendix A, on 100,000 votes and 10 seats
    [(hare_quota, 10000), (droop_quota, 9091), (hagenbach_bischoff_quota, Fraction(100000, 11)), (imperiali_quota, Fraction(100000, 12))],
)
def test_quota_of_a_hundred_thousand_votes_and_ten_seats(quota, price):
    assert quota(100000, 10) == price


def test_droop_quota_of_votes_that_divide_evenly_is_one_above():
    assert droop_quota(100, 3) == 26


def test_droop_quota_of_printed_percentages_is_refused():
    with pytest.raises(ValueError, match="whole votes"):
        droop_quota(Fraction("88.41"), 98)


@pytest.mark.parametrize("name", ["largest_remainder_hagenbach_bischoff", "largest_remainder_imperiali"])
def test_small_quota_reached_once_too_often_is_named_over_allocation(name):
    # Wikipedia, "Imperiali quota": with two lists alone it gives more seats than there are
    result = formula_named(name)({"a": 50, "b": 50}, 1)
    assert (result.seats, result.over_allocated) == ({"a": 1, "b": 1}, 1)


def test_imperiali_quota_on_two_lists_gives_more_seats_than_there_are():
    result = formula_named("largest_remainder_imperiali")({"a": 60, "b": 40}, 3)
    assert (result.seats, result.over_allocated) == ({"a": 3, "b": 2}, 2)


@EVERY
def test_level_lists_and_one_seat_are_a_tie_or_an_over_allocation_and_never_luck(name):
    result = formula_named(name)({"a": 50, "b": 50}, 1)
    assert result.seats["a"] == result.seats["b"]
    assert result.tie is not None or result.over_allocated


def test_tie_of_averages_is_found_where_floats_would_miss_it():
    # 100000 / 7 and 20000 / 1.4 are one number
    result = formula_named("highest_averages_modified_sainte_lague")(FOUR, 8)
    assert result.tie is not None
    assert (result.tie.contenders, result.tie.n_seats) == (("a", "d"), 1)


def test_tie_of_three_lists_for_two_seats_leaves_both_open():
    result = highest_averages({"a": 30, "b": 30, "c": 30, "d": 100}, 5)
    assert result.seats == {"a": 0, "b": 0, "c": 0, "d": 3}
    assert result.tie is not None
    assert result.tie.n_seats == 2


@pytest.mark.parametrize("name", ["highest_averages_adams", "highest_averages_huntington_hill"])
def test_divisor_of_zero_gives_every_list_a_first_seat_the_largest_first(name):
    assert seats_of(name, {"a": 1000, "b": 2, "c": 1}, 3) == [1, 1, 1]
    assert seats_of(name, {"a": 1000, "b": 2, "c": 1}, 2) == [1, 1, 0]


@EVERY
def test_one_list_takes_every_seat(name):
    assert seats_of(name, {"a": 98}, 98)[0] >= 98


@EVERY
def test_no_votes_fill_no_seat(name):
    result = formula_named(name)({"a": 0, "b": 0}, 5)
    assert (result.seats, result.unfilled) == ({"a": 0, "b": 0}, 5)


@EVERY
def test_zero_seats_give_nobody_a_seat(name):
    assert seats_of(name, {"a": 7, "b": 3}, 0) == [0, 0]


@EVERY
@given(votes=VOTES, n_seats=SEATS)
def test_seats_tie_and_named_surplus_sum_to_the_seats_there_are(name, votes, n_seats):
    result = formula_named(name)(votes, n_seats)
    tied = result.tie.n_seats if result.tie else 0
    assert sum(result.seats.values()) + tied + result.unfilled - result.over_allocated == n_seats


@EVERY
@given(votes=VOTES, n_seats=SEATS, random=st.randoms(use_true_random=False))
def test_permuting_lists_changes_nothing(name, votes, n_seats, random):
    names = list(votes)
    random.shuffle(names)
    shuffled = formula_named(name)({list_name: votes[list_name] for list_name in names}, n_seats)
    assert shuffled.seats == formula_named(name)(votes, n_seats).seats


@EVERY
@given(votes=VOTES, n_seats=SEATS)
def test_more_votes_never_mean_fewer_seats_than_another_list(name, votes, n_seats):
    seats = formula_named(name)(votes, n_seats).seats
    ordered = sorted(votes, key=votes.__getitem__)
    assert all(seats[smaller] <= seats[larger] for smaller, larger in pairwise(ordered))


@EVERY
@given(votes=VOTES, n_seats=SEATS, more=st.integers(1, 10**6))
def test_more_votes_at_fixed_others_never_cost_a_list_a_certain_seat(name, votes, n_seats, more):
    grown = next(iter(votes))
    before = formula_named(name)(votes, n_seats)
    after = formula_named(name)({**votes, grown: votes[grown] + more}, n_seats)
    assume(not any(result.over_allocated or result.unfilled for result in (before, after)))
    possible = after.seats[grown] + (min(after.tie.n_seats, 1) if after.tie and grown in after.tie.contenders else 0)
    assert possible >= before.seats[grown]


@pytest.mark.parametrize("name", AVERAGES)
@given(votes=VOTES, n_seats=SEATS)
def test_house_that_grows_by_one_seat_costs_no_list_a_seat_under_averages(name, votes, n_seats):
    smaller, larger = (formula_named(name)(votes, size) for size in (n_seats, n_seats + 1))
    assert all(larger.seats[list_name] >= count for list_name, count in smaller.seats.items() if larger.tie is None)


def test_alabama_paradox_of_largest_remainder_is_reproduced():
    # Wikipedia, "Apportionment paradox": populations 6, 6, 2; the third loses a seat when the house grows from 10 to 11
    votes = {"a": 6, "b": 6, "c": 2}
    assert (seats_of("largest_remainder_hare", votes, 10), seats_of("largest_remainder_hare", votes, 11)) == ([4, 4, 2], [5, 5, 1])


@given(votes=VOTES, n_seats=SEATS)
def test_hare_largest_remainder_stays_within_the_quota_rule(votes, n_seats):
    total = sum(votes.values())
    assume(total > 0)
    for list_name, seats in largest_remainder(votes, n_seats).seats.items():
        assert abs(seats - Fraction(votes[list_name] * n_seats, total)) < 1


@pytest.mark.parametrize(
    ("name", "votes", "n_seats"),
    # By hand: the exact share of seats lies outside one seat of what the first list gets.
    [
        ("highest_averages_dhondt", {"a": 905, "b": 19, "c": 19, "d": 19, "e": 19, "f": 19}, 20),
        ("highest_averages_imperiali", {"a": 800, "b": 100, "c": 100}, 10),
        ("highest_averages_sainte_lague", {"a": 600, "b": 57, "c": 57, "d": 57, "e": 57, "f": 57, "g": 57, "h": 58}, 10),
        ("highest_averages_modified_sainte_lague", {"a": 920, "b": 20, "c": 20, "d": 20, "e": 20}, 20),
        ("highest_averages_danish", {"a": 600, "b": 57, "c": 57, "d": 57, "e": 57, "f": 57, "g": 57, "h": 58}, 10),
        ("highest_averages_adams", {"a": 930, "b": 10, "c": 10, "d": 10, "e": 10, "f": 10, "g": 10, "h": 10}, 20),
        ("highest_averages_huntington_hill", {"a": 930, "b": 10, "c": 10, "d": 10, "e": 10, "f": 10, "g": 10, "h": 10}, 20),
    ],
)
def test_averages_break_the_quota_rule_somewhere(name, votes, n_seats):
    exact = Fraction(votes["a"] * n_seats, sum(votes.values()))
    assert abs(formula_named(name)(votes, n_seats).seats["a"] - exact) >= 1


@given(votes=VOTES, n_seats=SEATS)
def test_dhondt_never_leaves_a_list_below_the_whole_part_of_its_quota(votes, n_seats):
    # Balinski and Young (1982), appendix A: Jefferson's method stays above the lower quota
    total = sum(votes.values())
    assume(total > 0)
    result = highest_averages(votes, n_seats)
    assume(result.tie is None)
    assert all(seats >= votes[list_name] * n_seats // total for list_name, seats in result.seats.items())


def test_formulas_know_both_families():
    assert (len(REMAINDERS), len(AVERAGES)) == (4, 7)
