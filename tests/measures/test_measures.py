from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures import effective_number_of_parties, gallagher_index, seat_bonus, wasted_votes
from tests.seats.cases import case_of


def test_effective_number_of_equal_parties_is_their_number():
    assert effective_number_of_parties({"a": 10, "b": 10, "c": 10}) == 3


def test_effective_number_of_laakso_and_taagepera_example_matches():
    # Laakso and Taagepera 1979: shares .7, .1, .1, .05, .05 give 1/(.49+.01+.01+.0025+.0025) = 1.94
    shares = [Fraction(70), Fraction(10), Fraction(10), Fraction(5), Fraction(5)]
    assert round(float(effective_number_of_parties(dict(enumerate(map(Fraction, shares))))), 2) == 1.94


def test_effective_number_of_nothing_is_unknown():
    assert effective_number_of_parties({"a": 0}) is None


def test_effective_number_with_negative_size_is_refused():
    with pytest.raises(ValueError, match="negative"):
        effective_number_of_parties({"a": -1})


def test_gallagher_of_proportional_seats_is_zero():
    assert gallagher_index({"a": 60, "b": 40}, {"a": 6, "b": 4}) == 0


def test_gallagher_of_hand_computed_example_matches():
    # votes 50/30/20, seats 60/30/10: sqrt((10^2 + 0 + 10^2) / 2) = 10
    assert gallagher_index({"a": 50, "b": 30, "c": 20}, {"a": 6, "b": 3, "c": 1}) == pytest.approx(10)


def test_gallagher_with_seats_of_an_unknown_list_is_refused():
    with pytest.raises(ValueError, match="zz"):
        gallagher_index({"a": 1}, {"zz": 1})


def test_gallagher_without_seats_is_unknown():
    assert gallagher_index({"a": 1}, {"a": 0}) is None


@given(st.dictionaries(st.integers(0, 9), st.tuples(st.integers(1, 10**6), st.integers(0, 100)), min_size=1))
def test_gallagher_stays_between_zero_and_hundred(parties):
    votes = {name: pair[0] for name, pair in parties.items()}
    seats = {name: pair[1] for name, pair in parties.items()}
    index = gallagher_index(votes, seats)
    assert index is None or 0 <= index <= 100


def test_wasted_votes_of_1999_keep_lists_against_all_and_invalid_apart():
    # data.md: of all ballots, lists below the bar 13.5 per cent, against all 7.1, invalid 6.9
    case = case_of("majilis-1999")
    votes = {entry["name"]: entry["votes"] for entry in case["lists"]}
    seats = {entry["name"]: entry["seats"] for entry in case["lists"]}
    wasted = wasted_votes(votes, seats, against_all=373440, invalid=361534)
    shares = [round(float(100 * amount / case["votes_cast"]), 1) for amount in (wasted.lists, wasted.against_all, wasted.invalid)]
    assert shares == [13.5, 7.1, 6.9]


def test_wasted_votes_not_known_stay_unknown():
    assert wasted_votes({"a": 1}, {"a": 1}).invalid is None


def test_seat_bonus_of_2007_is_the_missing_share():
    case = case_of("majilis-2007")
    votes = {entry["name"]: entry["votes"] for entry in case["lists"]}
    assert round(100 * float(seat_bonus(votes, {"Nur Otan": 98})), 2) == 11.59  # 100 less 88.41


def test_seat_bonus_of_two_largest_is_unknown():
    assert seat_bonus({"a": 1, "b": 1}, {"a": 1, "b": 1}) is None
