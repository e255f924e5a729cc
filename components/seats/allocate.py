"""From votes to seats under a law."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor

from components.seats.allocation import Allocation, Tie, break_tie
from components.seats.count import VoteCount
from components.seats.formulas import formula_named
from components.seats.law import ElectoralLaw, RunnerUpRule
from components.seats.quotas import hare_quota
from components.seats.threshold import admitted_lists

REGISTERED_FIRST = "list_registered_first"


def allocate_seats(count: VoteCount, law: ElectoralLaw, *, registered: Sequence[str] = ()) -> Allocation:
    """Seats of every list under a law.

    Args:
        count: Votes per list, and the totals that the threshold may be a share of.
        law: Threshold and its base, seats, formula, and the rules beside them.
        registered: Lists in the order of their registration, where it is known; without it a tie stays declared.

    Returns:
        The allocation; every list of the count has an entry, lists below the threshold with 0.

    Raises:
        MissingBaseError: If the base of the threshold is not known for this count.
        MissingRegionsError: If the law has a condition by region and the count has no votes by region.
    """
    admitted = admitted_lists(count, law)
    if not admitted:
        return Allocation(dict.fromkeys(count.votes, 0), unfilled=law.n_seats)
    by_registration = registered if law.tie_break == REGISTERED_FIRST else ()
    if law.n_seats and law.runner_up and (seconds := _runners_up(count, admitted, by_registration)):
        won = _with_runner_up(count, admitted[0], seconds, law.n_seats, law.runner_up)
    else:
        won = formula_named(law.formula)({name: count.votes[name] for name in admitted}, law.n_seats)
        won = replace(won, seats={name: won.seats.get(name, 0) for name in count.votes}, admitted=admitted)
    return break_tie(won, by_registration)


def _runners_up(count: VoteCount, admitted: tuple[str, ...], registered: Sequence[str]) -> tuple[str, ...]:
    """The list with the next most votes where only one was admitted; several where they are level and their order is not known."""
    if len(admitted) != 1:
        return ()
    others = {name: votes for name, votes in count.votes.items() if name not in admitted and votes > 0}
    most = max(others.values(), default=0)
    level = tuple(name for name, votes in others.items() if votes == most)
    return (min(level, key=list(registered).index),) if level and set(level) <= set(registered) else level


def _with_runner_up(count: VoteCount, first: str, seconds: tuple[str, ...], n_seats: int, rule: RunnerUpRule) -> Allocation:
    """One list passed: the second gets the whole part of its quotient times the factor, or the least; the first gets the rest.

    The text of article 97 at hand breaks off before it says who gets the seats that the factor frees; that they go to the first
    list is our assumption. Where two lists are level as second, the seats between them are a tie. In a chamber of hardly any seats
    the least number leaves none for the first list.
    """
    second = seconds[0]
    price = hare_quota(Fraction(count.votes[first]) + Fraction(count.votes[second]), n_seats)
    quotient = rule.factor * Fraction(count.votes[second]) / price
    won = min(n_seats, max(rule.least_seats, floor(quotient)))
    seats = {**dict.fromkeys(count.votes, 0), first: n_seats - won}
    if len(seconds) > 1:
        return Allocation(seats, (first,), price, tie=Tie(seconds, won))
    whole = {first: floor(Fraction(count.votes[first]) / price), second: floor(quotient)}
    return Allocation({**seats, second: won}, (first, second), price, whole, runner_up=second)
