from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures import effective_number_bounds, effective_number_of_parties

sizes = st.dictionaries(st.text(max_size=3), st.integers(0, 10**6), max_size=8)


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


@given(sizes.flatmap(lambda given_sizes: st.tuples(st.just(given_sizes), st.permutations(list(given_sizes)))))
def test_effective_number_of_permuted_parties_stays_the_same(pair):
    parties, order = pair
    assert effective_number_of_parties({name: parties[name] for name in order}) == effective_number_of_parties(parties)


@given(sizes)
def test_effective_number_lies_between_one_and_the_number_of_parties_with_something(parties):
    number = effective_number_of_parties(parties)
    assert number is None or 1 <= number <= sum(size > 0 for size in parties.values())


def test_bounds_of_hand_computed_example_match():
    # 10 seats: 5, 3 and 2 unnamed. One party more: 100/(25+9+4) = 50/19; two of one seat each: 100/(25+9+1+1) = 25/9
    assert effective_number_bounds({"a": 5, "b": 3}, 2, least_size=1) == (Fraction(50, 19), Fraction(25, 9))


def test_bounds_without_unnamed_are_the_exact_number_twice():
    assert effective_number_bounds({"a": 3, "b": 1}, 0, least_size=1) == (Fraction(8, 5), Fraction(8, 5))


def test_bounds_of_unnamed_only_run_from_one_to_their_number():
    assert effective_number_bounds({}, 7, least_size=1) == (1, 7)


def test_bounds_with_least_size_that_does_not_divide_the_unnamed_take_equal_parts():
    # 5 unnamed of at least 2 each are at most two parties, of 2.5 each: 100/(25 + 2 * 6.25)
    assert effective_number_bounds({"a": 5}, 5, least_size=2) == (2, Fraction(8, 3))


def test_bounds_with_unnamed_of_one_seat_are_equal():
    low, high = effective_number_bounds({"a": 9}, 1, least_size=1)
    assert low == high == effective_number_of_parties({"a": 9, "b": 1})


def test_bounds_of_nothing_are_unknown():
    assert effective_number_bounds({"a": 0}, 0, least_size=1) is None


@pytest.mark.parametrize(
    ("parties", "unnamed", "least_size", "said"),
    [
        ({"a": -1}, 2, 1, "negative"),
        ({"a": 1}, -2, 1, "negative"),
        ({"a": 1}, 2, 0, "least_size"),
        ({"a": 1}, Fraction(1, 2), 1, "smaller"),
    ],
)
def test_bounds_of_impossible_sizes_are_refused(parties, unnamed, least_size, said):
    with pytest.raises(ValueError, match=said):
        effective_number_bounds(parties, unnamed, least_size=least_size)


@given(sizes, st.lists(st.integers(1, 1000), max_size=8), st.integers(1, 20))
def test_bounds_contain_the_number_however_the_unnamed_are_split(parties, split, least_size):
    others = {("other", place): size + least_size - 1 for place, size in enumerate(split)}
    exact = effective_number_of_parties({**parties, **others})
    bounds = effective_number_bounds(parties, sum(others.values()), least_size=least_size)
    assert (exact is None and bounds is None) or bounds[0] <= exact <= bounds[1]


@given(sizes, st.integers(0, 1000))
def test_bounds_are_in_order_and_wider_where_parties_may_be_smaller(parties, unnamed):
    bounds = effective_number_bounds(parties, 2 * unnamed, least_size=1)
    narrow = effective_number_bounds(parties, 2 * unnamed, least_size=2)
    assert bounds is None or bounds[0] == narrow[0] <= narrow[1] <= bounds[1]
