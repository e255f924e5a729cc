from datetime import date
from fractions import Fraction

import pytest

from components.seats import IncompleteLawError, Rule, RunnerUpRule, build_law
from components.seats.law import rule_in_force

RULES = (
    Rule("list_threshold", Fraction(7), since=date(1999, 1, 1), reference="x[a]"),
    Rule("list_threshold", Fraction(5), since=date(2021, 5, 25), reference="x[b]"),
    Rule("list_threshold_base_applied", term="list_votes"),
    Rule("majilis_list_seats", Fraction(10), since=date(1999, 1, 1)),
    Rule("majilis_list_seats", Fraction(98), since=date(2007, 1, 1)),
    Rule("seat_formula", term="largest_remainder_hare", since=date(1999, 1, 1)),
)


@pytest.mark.parametrize(("day", "threshold"), [(date(2021, 5, 24), 7), (date(2021, 5, 25), 5), (date(2023, 3, 19), 5)])
def test_threshold_follows_the_day_it_came_into_force(day, threshold):
    assert build_law(RULES, on=day).legal_threshold == Fraction(threshold, 100)


def test_law_takes_the_rule_that_began_last():
    assert build_law(RULES, on=date(2007, 8, 18)).n_seats == 98


def test_law_keeps_the_sources_of_its_parts():
    assert ("list_threshold", "x[a]") in build_law(RULES, on=date(2004, 9, 19)).references


def test_law_before_any_rule_names_what_is_missing():
    with pytest.raises(IncompleteLawError, match="list_threshold"):
        build_law(RULES, on=date(1995, 12, 1))


def test_rule_that_has_ended_is_not_in_force():
    ended = [Rule("x", Fraction(1), since=date(2000, 1, 1), until=date(2001, 1, 1))]
    assert rule_in_force(ended, "x", date(2001, 1, 1)) is ended[0]
    assert rule_in_force(ended, "x", date(2001, 1, 2)) is None


def test_law_since_2009_has_the_rule_for_a_second_list():
    second = (
        Rule("second_party_rule", term="second_list_admitted", since=date(2009, 1, 1)),
        Rule("second_party_factor", Fraction(7, 10), since=date(2009, 1, 1)),
        Rule("second_party_minimum_seats", Fraction(2), since=date(2009, 2, 9)),
    )
    assert build_law([*RULES, *second], on=date(2012, 1, 15)).runner_up == RunnerUpRule(Fraction(7, 10), 2)
    assert build_law([*RULES, *second], on=date(2007, 8, 18)).runner_up is None
