from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.seats import (
    ElectoralLaw,
    MissingBaseError,
    RunnerUpRule,
    Tie,
    VoteCount,
    admitted_lists,
    allocate_seats,
    form_alliance,
    hare_quota,
    largest_remainder,
)

VOTES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 10**7), min_size=1, max_size=9)


def law(threshold: Fraction = Fraction(7, 100), n_seats: int = 10) -> ElectoralLaw:
    return ElectoralLaw(legal_threshold=threshold, threshold_base="list_votes", n_seats=n_seats)


def count(**votes: int) -> VoteCount:
    return VoteCount(votes, {"list_votes": sum(votes.values()) or 1})


@pytest.mark.parametrize(("votes", "admitted"), [(699, False), (700, True), (701, True)])
def test_threshold_around_seven_percent_admits_list_exactly_at_it(votes, admitted):
    shares = VoteCount({"a": votes, "b": 10000 - votes}, {"list_votes": 10000})
    assert ("a" in admitted_lists(shares, legal_threshold=Fraction(7, 100), base="list_votes")) is admitted


def test_threshold_of_zero_does_not_admit_a_list_without_a_vote():
    assert admitted_lists(VoteCount({"a": 0, "b": 5}, {"list_votes": 5}), legal_threshold=Fraction(0), base="list_votes") == ("b",)


def test_threshold_with_unknown_base_names_the_base():
    with pytest.raises(MissingBaseError, match="votes_cast"):
        VoteCount({"a": 1}, {"list_votes": 1}).shares("votes_cast")


def test_count_with_negative_votes_is_refused():
    with pytest.raises(ValueError, match="negative"):
        VoteCount({"a": -1}, {"list_votes": 1})


def test_count_with_base_of_zero_is_refused():
    with pytest.raises(ValueError, match="more than zero"):
        VoteCount({"a": 0}, {"list_votes": 0})


def test_hare_quota_is_votes_over_seats():
    assert hare_quota(100, 8) == Fraction(25, 2)


def test_largest_remainder_textbook_example_matches_gallagher_and_mitchell():
    # Wikipedia "Largest remainders method", Hare quota example: 100,000 votes, 10 seats.
    votes = {"yellows": 47000, "whites": 16000, "reds": 15800, "greens": 12000, "blues": 6100, "pinks": 3100}
    assert largest_remainder(votes, 10).seats == {"yellows": 5, "whites": 2, "reds": 1, "greens": 1, "blues": 1, "pinks": 0}


def test_largest_remainder_with_equal_remainders_names_the_tie_and_leaves_the_seat_open():
    result = largest_remainder({"a": 50, "b": 50}, 3)
    assert result.seats == {"a": 1, "b": 1}
    assert result.tie is not None
    assert (result.tie.contenders, result.tie.n_seats) == (("a", "b"), 1)


def test_largest_remainder_with_equal_remainders_and_enough_seats_is_no_tie():
    assert largest_remainder({"a": 15, "b": 15, "c": 10}, 5).tie is None


def test_largest_remainder_with_one_list_gives_it_every_seat():
    assert largest_remainder({"a": 3}, 98).seats == {"a": 98}


def test_largest_remainder_without_votes_fills_nothing():
    assert largest_remainder({"a": 0}, 5).unfilled == 5


def test_allocation_when_nobody_passes_leaves_all_seats_unfilled():
    result = allocate_seats(count(a=50, b=50), law(threshold=Fraction(60, 100)))
    assert (result.unfilled, result.admitted, result.seats) == (10, (), {"a": 0, "b": 0})


def test_allocation_with_more_seats_than_votes_still_sums():
    assert sum(allocate_seats(count(a=2, b=1), law(Fraction(0), n_seats=98)).seats.values()) == 98


@given(VOTES, st.integers(1, 120))
def test_seats_and_tie_always_sum_to_n_seats(votes, n_seats):
    result = largest_remainder(votes, n_seats)
    assert sum(result.seats.values()) + (result.tie.n_seats if result.tie else 0) + result.unfilled == n_seats


@given(VOTES, st.integers(1, 120), st.randoms())
def test_permuting_lists_changes_nothing(votes, n_seats, random):
    names = list(votes)
    random.shuffle(names)
    shuffled = largest_remainder({name: votes[name] for name in names}, n_seats)
    assert {name: shuffled.seats[name] for name in votes} == largest_remainder(votes, n_seats).seats


@given(VOTES, st.integers(1, 120))
def test_hare_largest_remainder_stays_within_quota(votes, n_seats):
    total = sum(votes.values())
    if total == 0:
        return
    for name, seats in largest_remainder(votes, n_seats).seats.items():
        assert abs(seats - Fraction(votes[name] * n_seats, total)) < 1


def test_alliance_adds_votes_and_keeps_bases():
    joint = form_alliance(count(a=10, b=20, c=70), ("a", "c"), name="a+c")
    assert (joint.votes, joint.bases) == ({"a+c": 80, "b": 20}, {"list_votes": 100})


def test_alliance_of_unknown_list_is_refused():
    with pytest.raises(KeyError, match="zz"):
        form_alliance(count(a=1), ("a", "zz"), name="x")


def second_list_law(threshold: int, *, factor: Fraction = Fraction(7, 10), least: int = 2) -> ElectoralLaw:
    return ElectoralLaw(Fraction(threshold, 100), "list_votes", 98, runner_up=RunnerUpRule(factor, least))


def test_runner_up_rule_lets_in_the_second_list_where_one_passes():
    # Majilis 2012 at 8 per cent, by hand: quota (5621436 + 518405) / 98 = 62651.4; 518405 / quota * 0.7 = 5.79, so 5 seats
    result = allocate_seats(count(otan=5621436, akzhol=518405, cppk=498788, rest=302591), second_list_law(8))
    assert (result.seats["otan"], result.seats["akzhol"], result.runner_up) == (93, 5, "akzhol")


def test_runner_up_rule_gives_at_least_its_least_seats():
    result = allocate_seats(count(a=990, b=10), second_list_law(7))
    assert result.seats == {"a": 96, "b": 2}


def test_runner_up_rule_does_nothing_where_two_lists_pass():
    assert allocate_seats(count(a=900, b=100), second_list_law(7)).runner_up is None


def test_runner_up_rule_without_a_second_list_gives_all_seats_to_the_first():
    assert allocate_seats(count(a=10), second_list_law(7)).seats == {"a": 98}


def test_runner_up_rule_with_two_level_second_lists_is_a_tie_between_them():
    result = allocate_seats(count(a=980, b=10, c=10), second_list_law(7))
    assert result.seats == {"a": 96, "b": 0, "c": 0}
    assert result.tie == Tie(("b", "c"), 2)


def test_law_without_the_rule_gives_the_only_list_all_seats():
    assert allocate_seats(count(a=990, b=10), law(n_seats=98)).seats == {"a": 98, "b": 0}
