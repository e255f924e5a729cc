"""Kazakhstan's electoral law as values and functions; exact, standard library only.

Example:
    The Majilis of 2004, by the votes of the four largest lists and the law as the commission applied it:

    >>> from fractions import Fraction
    >>> from components.seats import ElectoralLaw, VoteCount, allocate_seats
    >>> count = VoteCount({"otan": 2883706, "ak-zhol": 572672, "asar": 541239, "aist": 336177}, {"list_votes": 4757773})
    >>> law = ElectoralLaw(legal_threshold=Fraction(7, 100), threshold_base="list_votes", n_seats=10)
    >>> allocate_seats(count, law).seats
    {'otan': 7, 'ak-zhol': 1, 'asar': 1, 'aist': 1}
"""

from components.seats.alliance import form_alliance
from components.seats.allocation import Allocation, Tie, allocate_seats, largest_remainder
from components.seats.count import MissingBaseError, VoteCount
from components.seats.law import ElectoralLaw, IncompleteLawError, Rule, RunnerUpRule, build_law, rule_in_force
from components.seats.quotas import hare_quota
from components.seats.staircase import Staircase, Step, build_staircase
from components.seats.threshold import admitted_lists

__all__ = [
    "Allocation",
    "ElectoralLaw",
    "IncompleteLawError",
    "MissingBaseError",
    "Rule",
    "RunnerUpRule",
    "Staircase",
    "Step",
    "Tie",
    "VoteCount",
    "admitted_lists",
    "allocate_seats",
    "build_law",
    "build_staircase",
    "form_alliance",
    "hare_quota",
    "largest_remainder",
    "rule_in_force",
]
