from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from components.seats import ElectoralLaw, VoteCount, allocate_seats, allocations_by_base
from tests.seats.cases import case_of, count_of, law_of


def test_unknown_base_of_2012_keeps_the_third_list_in_up_to_its_votes_over_seven_per_cent():
    # wikivisually_2012: 498,788 votes; 498788 / 0.07 = 7,125,542.86 voters at most; Ak Zhol 518405 / 0.07 = 7,405,785.7
    case = case_of("majilis-2012")
    law = replace(law_of(case), threshold_base="votes_cast")
    ranges = allocations_by_base(count_of(case), law, least=6941220)
    assert [int(part.most) for part in ranges if part.most][:2] == [7125542, 7405785]
    assert list(ranges[0].allocation.seats.values())[:3] == [83, 8, 7]
    assert ranges[0].leaves == ("Communist People's Party of Kazakhstan",)
    assert ranges[1].allocation.seats["Communist People's Party of Kazakhstan"] == 0


def test_unknown_base_with_a_bound_below_every_edge_has_one_certain_answer():
    case = case_of("majilis-2012")
    ranges = allocations_by_base(count_of(case), replace(law_of(case), threshold_base="votes_cast"), least=6941220, most=7000000)
    assert len(ranges) == 1
    assert ranges[0].most == 7000000


def test_base_exactly_at_the_edge_still_admits_the_list():
    count = VoteCount({"a": 70, "b": 930}, {"list_votes": 1000})
    ranges = allocations_by_base(count, ElectoralLaw(Fraction(7, 100), "votes_cast", 10), least=1000)
    assert (ranges[0].least, ranges[0].most, ranges[0].allocation.seats["a"]) == (1000, 1000, 1)
    assert ranges[1].allocation.seats["a"] == 0


@given(
    st.dictionaries(st.sampled_from("abcde"), st.integers(1, 10**5), min_size=1, max_size=5),
    st.integers(0, 10**6),
    st.integers(1, 15),
)
def test_range_that_holds_a_base_gives_what_the_base_gives(votes, more, threshold):
    law = ElectoralLaw(Fraction(threshold, 100), "votes_cast", 20)
    total = sum(votes.values())
    count = VoteCount(votes, {"list_votes": total})
    ranges = allocations_by_base(count, law, least=total)
    base = total + more
    part = next(part for part in ranges if part.most is None or base <= part.most)
    assert part.allocation.seats == allocate_seats(VoteCount(votes, {"votes_cast": base}), law).seats
