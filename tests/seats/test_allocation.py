from fractions import Fraction

import pytest

from components.seats import ElectoralLaw, RunnerUpRule, Tie, VoteCount, allocate_seats, formula_named


def law(threshold: Fraction = Fraction(7, 100), n_seats: int = 10) -> ElectoralLaw:
    return ElectoralLaw(legal_threshold=threshold, threshold_base="list_votes", n_seats=n_seats)


def count(**votes: int) -> VoteCount:
    return VoteCount(votes, {"list_votes": sum(votes.values()) or 1})


def test_allocation_when_nobody_passes_leaves_all_seats_unfilled():
    result = allocate_seats(count(a=50, b=50), law(threshold=Fraction(60, 100)))
    assert (result.unfilled, result.admitted, result.seats) == (10, (), {"a": 0, "b": 0})


def test_allocation_with_more_seats_than_votes_still_sums():
    assert sum(allocate_seats(count(a=2, b=1), law(Fraction(0), n_seats=98)).seats.values()) == 98


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


def test_runner_up_rule_without_seats_gives_none():
    law_of_none = ElectoralLaw(Fraction(7, 100), "list_votes", 0, runner_up=RunnerUpRule(Fraction(7, 10), 2))
    assert allocate_seats(count(a=990, b=10), law_of_none).seats == {"a": 0, "b": 0}


def test_runner_up_of_two_level_lists_is_the_one_registered_first_where_the_law_says_so():
    rule = RunnerUpRule(Fraction(7, 10), 2)
    stated = ElectoralLaw(Fraction(7, 100), "list_votes", 98, tie_break="list_registered_first", runner_up=rule)
    result = allocate_seats(count(a=980, b=10, c=10), stated, registered=("a", "c", "b"))
    assert (result.seats, result.runner_up, result.tie) == ({"a": 96, "b": 0, "c": 2}, "c", None)


def test_law_without_the_rule_gives_the_only_list_all_seats():
    assert allocate_seats(count(a=990, b=10), law(n_seats=98)).seats == {"a": 98, "b": 0}


def test_tie_is_broken_by_registration_only_where_the_law_says_so():
    # facts/rules.csv, remainder_tie_break: the list registered first gets the seat
    level = VoteCount({"a": 50, "b": 50}, {"list_votes": 100})
    stated = ElectoralLaw(Fraction(0), "list_votes", 1, tie_break="list_registered_first")
    unstated = ElectoralLaw(Fraction(0), "list_votes", 1)
    assert allocate_seats(level, stated, registered=("b", "a")).seats == {"a": 0, "b": 1}
    assert allocate_seats(level, unstated, registered=("b", "a")).tie == Tie(("a", "b"), 1)


def test_tie_stays_declared_where_the_order_of_registration_is_not_known():
    level = VoteCount({"a": 50, "b": 50}, {"list_votes": 100})
    stated = ElectoralLaw(Fraction(0), "list_votes", 1, tie_break="list_registered_first")
    assert allocate_seats(level, stated, registered=("a",)).tie == Tie(("a", "b"), 1)


def test_formula_of_an_unknown_name_is_refused_with_the_names_there_are():
    with pytest.raises(ValueError, match="largest_remainder_hare"):
        formula_named("by_lot")
