from fractions import Fraction

import pytest

from components.seats import ElectoralLaw, VoteCount, allocate_seats, form_alliance, unions_that_change
from tests.seats.cases import case_of, count_of, law_of


def count(**votes: int) -> VoteCount:
    return VoteCount(votes, {"list_votes": sum(votes.values())})


def test_alliance_adds_votes_and_keeps_bases():
    joint = form_alliance(count(a=10, b=20, c=70), ("a", "c"), name="a+c")
    assert (joint.votes, joint.bases) == ({"a+c": 80, "b": 20}, {"list_votes": 100})


def test_alliance_of_unknown_list_is_refused():
    with pytest.raises(KeyError, match="zz"):
        form_alliance(count(a=1), ("a", "zz"), name="x")


def test_nsdp_and_ak_zhol_as_one_list_in_2007_have_eight_seats():
    # seminars.md II.8 and bowyer2008[Parliamentary Fractions and Deputies' Groups]: 7.63 per cent, eight seats, a fraction
    case = case_of("majilis-2007")
    joint = form_alliance(count_of(case), ("OSDP", "Ak Zhol"), name="both")
    assert allocate_seats(joint, law_of(case)).seats["both"] == 8


def test_unions_of_2007_begin_with_the_pair_that_passes():
    case = case_of("majilis-2007")
    unions = unions_that_change(count_of(case), law_of(case))
    assert [union.members for union in unions if len(union.members) == 2] == [("OSDP", "Ak Zhol")]
    assert (unions[0].apart, unions[0].joint, unions[0].gain) == (0, 8, 8)


def test_union_that_contains_one_with_the_same_gain_is_left_out():
    law = ElectoralLaw(Fraction(10, 100), "list_votes", 10)
    unions = unions_that_change(count(a=80, b=6, c=6, d=0, e=8), law)
    assert all(not set(small.members) < set(large.members) or large.gain > small.gain for small in unions for large in unions)


def test_union_that_loses_remainders_has_a_negative_gain():
    # By hand, 60 votes, 5 seats, quota 12. Apart: c 3 and 9 over, a 8 over, b 7 over: c 4, a 1. a and c as one list: 4 and 5 over,
    # b 7 over: the last seat goes to b.
    law = ElectoralLaw(Fraction(0), "list_votes", 5)
    losing = [union for union in unions_that_change(count(a=8, b=7, c=45), law) if union.gain < 0]
    assert [(union.members, union.apart, union.joint) for union in losing] == [(("a", "c"), 5, 4)]


def test_no_union_changes_anything_where_one_list_has_all_the_votes():
    assert unions_that_change(count(a=10), ElectoralLaw(Fraction(0), "list_votes", 5)) == ()
