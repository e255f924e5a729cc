"""Kazakhstan's electoral law as values and functions; exact, standard library only.

Example:
    The Majilis of 2004, by the votes of the four largest lists and the law as the commission applied it:

    >>> from fractions import Fraction
    >>> from components.seats import ElectoralLaw, VoteCount, allocate_seats, build_staircase, explain_seat, form_alliance
    >>> count = VoteCount(
    ...     {"otan": 2883706, "ak-zhol": 572672, "asar": 541239, "aist": 336177},
    ...     {"list_votes": 4757773, "votes_cast": 4893204},
    ... )
    >>> law = ElectoralLaw(legal_threshold=Fraction(7, 100), threshold_base="list_votes", n_seats=10)
    >>> allocate_seats(count, law).seats
    {'otan': 7, 'ak-zhol': 1, 'asar': 1, 'aist': 1}

    The same votes by another formula, and with the threshold as a share of all who voted:

    >>> from dataclasses import replace
    >>> allocate_seats(count, replace(law, formula="highest_averages_dhondt")).seats
    {'otan': 8, 'ak-zhol': 1, 'asar': 1, 'aist': 0}
    >>> allocate_seats(count, replace(law, threshold_base="votes_cast")).seats
    {'otan': 7, 'ak-zhol': 2, 'asar': 1, 'aist': 0}

    Every threshold at once; why a list has its last seat; two lists as one:

    >>> [list(step.allocation.seats.values()) for step in build_staircase(count, law).steps]
    [[7, 1, 1, 1], [7, 2, 1, 0], [8, 2, 0, 0], [10, 0, 0, 0]]
    >>> seat = explain_seat(count, law, holder="aist", ordinal=1)
    >>> seat.won_by, int(seat.margin), seat.next_in_line
    ('remainder', 3369, ('ak-zhol',))
    >>> allocate_seats(form_alliance(count, ("ak-zhol", "asar"), name="both"), law).seats
    {'otan': 7, 'both': 2, 'aist': 1}
"""

from components.seats.alliance import Union, form_alliance, unions_that_change
from components.seats.allocate import allocate_seats
from components.seats.allocation import Allocation, Tie, break_tie
from components.seats.chamber import Chamber, compose_chamber, list_seats_of
from components.seats.count import MissingBaseError, MissingRegionsError, VoteCount
from components.seats.explanation import ListExplanation, SeatExplanation, explain_lists, explain_seat
from components.seats.formulas import FORMULAS, WHOLE_VOTES_ONLY, formula_named
from components.seats.highest_averages import highest_averages
from components.seats.largest_remainder import largest_remainder
from components.seats.law import ElectoralLaw, IncompleteLawError, Rule, RunnerUpRule, build_law, rule_in_force
from components.seats.staircase import Staircase, Step, StepMeasures, build_staircase, measure_step
from components.seats.threshold import admitted_lists
from components.seats.uncertainty import BaseRange, allocations_by_base

__all__ = [
    "FORMULAS",
    "WHOLE_VOTES_ONLY",
    "Allocation",
    "BaseRange",
    "Chamber",
    "ElectoralLaw",
    "IncompleteLawError",
    "ListExplanation",
    "MissingBaseError",
    "MissingRegionsError",
    "Rule",
    "RunnerUpRule",
    "SeatExplanation",
    "Staircase",
    "Step",
    "StepMeasures",
    "Tie",
    "Union",
    "VoteCount",
    "admitted_lists",
    "allocate_seats",
    "allocations_by_base",
    "break_tie",
    "build_law",
    "build_staircase",
    "compose_chamber",
    "explain_lists",
    "explain_seat",
    "form_alliance",
    "formula_named",
    "highest_averages",
    "largest_remainder",
    "list_seats_of",
    "measure_step",
    "rule_in_force",
    "unions_that_change",
]
