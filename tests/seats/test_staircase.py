from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.seats import ElectoralLaw, VoteCount, allocate_seats, build_staircase
from tests.seats.cases import case_of, count_of, law_of

LAW = ElectoralLaw(legal_threshold=Fraction(7, 100), threshold_base="list_votes", n_seats=10)


def test_staircase_2007_second_place_never_exceeds_five_seats():
    # seminars.md, "The ban on blocs, not the threshold"
    case = case_of("majilis-2007")
    steps = build_staircase(count_of(case), law_of(case)).steps
    assert max(sorted(step.allocation.seats.values())[-2] for step in steps) == 5


def test_staircase_2007_without_threshold_gives_nur_otan_87_of_98():
    # seminars.md II.2
    case = case_of("majilis-2007")
    assert build_staircase(count_of(case), law_of(case)).at(Fraction(0)).allocation.seats["Nur Otan"] == 87


def test_staircase_at_a_lists_share_still_includes_it_and_just_above_does_not():
    count = VoteCount({"a": 93, "b": 7}, {"list_votes": 100})
    staircase = build_staircase(count, LAW)
    assert "b" in staircase.at(Fraction(7, 100)).allocation.admitted
    assert "b" not in staircase.at(Fraction(7, 100) + Fraction(1, 10**9)).allocation.admitted


def test_staircase_outside_its_range_is_refused():
    with pytest.raises(ValueError, match="outside"):
        build_staircase(VoteCount({"a": 1}, {"list_votes": 1}), LAW).at(Fraction(16, 100))


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(1, 10**6), min_size=1, max_size=8), st.integers(0, 1500))
def test_staircase_equals_allocation_at_every_hundredth(votes, hundredths):
    count = VoteCount(votes, {"list_votes": sum(votes.values())})
    threshold = Fraction(hundredths, 10000)
    law = ElectoralLaw(legal_threshold=threshold, threshold_base="list_votes", n_seats=98)
    assert build_staircase(count, law).at(threshold).allocation.seats == allocate_seats(count, law).seats


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 10**6), min_size=1, max_size=8))
def test_staircase_has_at_most_one_more_step_than_lists(votes):
    count = VoteCount(votes, {"list_votes": sum(votes.values()) or 1})
    assert len(build_staircase(count, LAW).steps) <= len(votes) + 1


def test_staircase_with_two_lists_on_one_share_has_one_edge_and_two_leavers():
    steps = build_staircase(VoteCount({"a": 90, "b": 5, "c": 5}, {"list_votes": 100}), LAW).steps
    assert steps[0].leaves == ("b", "c")
    assert len(steps) == 2


def test_staircase_with_a_list_exactly_at_its_end_keeps_the_list():
    staircase = build_staircase(VoteCount({"a": 85, "b": 15}, {"list_votes": 100}), LAW)
    assert "b" in staircase.at(Fraction(15, 100)).allocation.admitted
