from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.seats import ElectoralLaw, RunnerUpRule, VoteCount, allocate_seats, explain_lists, explain_seat
from tests.seats.cases import case_of, count_of, law_of


def lot(**votes: int) -> VoteCount:
    return VoteCount(votes, {"list_votes": sum(votes.values())})


def free_law(n_seats: int, **rules) -> ElectoralLaw:
    return ElectoralLaw(Fraction(0), "list_votes", n_seats, **rules)


def test_list_explanation_of_2004_ranks_the_remainders():
    # By hand from plwiki_2004: quota (2883706 + 572672 + 541239 + 336177) / 10 = 433379.4
    case = case_of("majilis-2004")
    count, law = count_of(case), law_of(case)
    found = {entry.name: entry for entry in explain_lists(count, law, allocate_seats(count, law))}
    assert [(entry.whole, entry.rank, entry.seats) for entry in list(found.values())[:4]] == [(6, 2, 7), (1, 3, 1), (1, 4, 1), (0, 1, 1)]
    assert found["AIST bloc (Agrarian + Civic)"].remainder == 336177


def test_list_below_the_threshold_has_no_quota_and_no_rank():
    case = case_of("majilis-2007")
    count, law = count_of(case), law_of(case)
    entry = explain_lists(count, law, allocate_seats(count, law))[1]
    assert (entry.name, entry.admitted, entry.quotas, entry.rank, entry.seats) == ("OSDP", False, None, None, 0)


def test_seat_of_aist_in_2004_hangs_on_the_threshold():
    # (336177 - m) / (4757773 - m) < 0.07 first at m = 3369; then Ak Zhol has the largest remainder: seminars.md, 7/2/1/0
    case = case_of("majilis-2004")
    seat = explain_seat(count_of(case), law_of(case), holder="AIST bloc (Agrarian + Civic)", ordinal=1)
    assert (seat.won_by, seat.margin, seat.next_in_line, seat.is_tie) == ("remainder", 3369, ("Ak Zhol",), False)


def test_first_seats_are_won_by_quota_and_the_last_by_remainder():
    count, law = lot(a=66, b=34), free_law(5)
    assert allocate_seats(count, law).seats == {"a": 3, "b": 2}
    assert [explain_seat(count, law, holder="b", ordinal=n).won_by for n in (1, 2)] == ["quota", "remainder"]


def test_seat_under_averages_is_won_by_average():
    assert explain_seat(lot(a=66, b=34), free_law(5, formula="highest_averages_dhondt"), holder="a", ordinal=3).won_by == "average"


def test_seat_of_a_second_list_is_won_by_its_rule():
    law = ElectoralLaw(Fraction(7, 100), "list_votes", 98, runner_up=RunnerUpRule(Fraction(7, 10), 2))
    count = lot(a=980, b=20)
    assert explain_seat(count, law, holder="b", ordinal=1).won_by == "runner_up_rule"
    # quota 1000 / 98 = 10.2: 96 whole quotas for a, and 96 seats left to it
    assert explain_seat(count, law, holder="a", ordinal=96).won_by == "quota"


def test_seat_that_the_rule_for_a_second_list_frees_is_left_over_for_the_first():
    # Votes of 2007 under the rule of 2009: quota 5517030 / 98 = 56296.2, 93 whole quotas of Nur-Otan, 95 seats
    law = ElectoralLaw(Fraction(7, 100), "list_votes", 98, runner_up=RunnerUpRule(Fraction(7, 10), 2))
    count = lot(otan=5247720, nsdp=269310)
    assert allocate_seats(count, law).seats == {"otan": 95, "nsdp": 3}
    assert [explain_seat(count, law, holder="otan", ordinal=n).won_by for n in (93, 94)] == ["quota", "left_over"]


def test_list_that_loses_all_its_votes_leaves_its_seat_to_another():
    seat = explain_seat(lot(a=90, b=10), free_law(2, formula="highest_averages_adams"), holder="b", ordinal=1)
    assert (seat.margin, seat.next_in_line, seat.drops_out) == (10, ("a",), True)


def test_list_that_falls_below_the_threshold_drops_out_with_all_its_seats():
    law = ElectoralLaw(Fraction(7, 100), "list_votes", 98)
    seat = explain_seat(lot(a=930, b=70), law, holder="b", ordinal=7)
    assert (seat.now.seats["b"], seat.drops_out, seat.after.seats if seat.after else None) == (7, True, {"a": 98, "b": 0})


def test_seat_under_a_condition_by_region_has_a_margin_too():
    regions = {"osh": {"a": 600, "b": 400}, "chui": {"a": 600, "b": 400}}
    count = VoteCount({"a": 1200, "b": 800}, {"list_votes": 2000}, regions=regions)
    law = ElectoralLaw(Fraction(5, 100), "list_votes", 10, regional_threshold=Fraction(1, 200))
    assert explain_seat(count, law, holder="b", ordinal=4).next_in_line == ("a",)


def test_seat_that_falls_into_a_tie_says_so():
    # By hand, one seat: a 51 and b 50; one vote less and both are level
    seat = explain_seat(lot(a=51, b=50), free_law(1), holder="a", ordinal=1)
    assert (seat.margin, seat.next_in_line, seat.is_tie) == (1, ("b",), True)


def test_seat_of_the_only_list_goes_to_nobody():
    seat = explain_seat(lot(a=10), free_law(3), holder="a", ordinal=3)
    assert (seat.margin, seat.next_in_line) == (10, ())


def test_seat_that_a_list_does_not_have_is_refused():
    with pytest.raises(ValueError, match="no seat 2"):
        explain_seat(lot(a=60, b=40), free_law(2), holder="b", ordinal=2)


def test_margin_of_printed_shares_is_in_hundredths_of_a_per_cent():
    count = VoteCount({"a": Fraction("92.93"), "b": Fraction("7.07")}, {"list_votes": Fraction(100)})
    law = ElectoralLaw(Fraction(7, 100), "list_votes", 10)
    seat = explain_seat(count, law, holder="b", ordinal=1, unit=Fraction(1, 100))
    # (7.07 - m) / (100 - m) < 0.07 first at m = 0.08
    assert (seat.margin, seat.next_in_line) == (Fraction(8, 100), ("a",))


FORMULA = st.sampled_from(["largest_remainder_hare", "largest_remainder_droop", "highest_averages_dhondt", "highest_averages_sainte_lague"])


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 10**5), min_size=2, max_size=6),
    st.integers(1, 40),
    st.integers(0, 15),
    FORMULA,
)
def test_list_keeps_the_seat_one_vote_before_the_margin_and_loses_it_at_the_margin(votes, n_seats, threshold, formula):
    count = VoteCount(votes, {"list_votes": sum(votes.values())})
    law = ElectoralLaw(Fraction(threshold, 100), "list_votes", n_seats, formula=formula)
    seats = allocate_seats(count, law).seats
    for holder in (name for name, number in seats.items() if number):
        ordinal = seats[holder]
        margin = int(explain_seat(count, law, holder=holder, ordinal=ordinal).margin)
        assert allocate_seats(count.with_fewer(holder, margin - 1), law).seats[holder] >= ordinal
        if margin < votes[holder]:
            assert allocate_seats(count.with_fewer(holder, margin), law).seats[holder] < ordinal
