"""From votes to seats under a law."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw, RunnerUpRule
from components.seats.quotas import hare_quota
from components.seats.threshold import admitted_lists

Quota = Callable[[int | Fraction, int], Fraction]


@dataclass(frozen=True)
class Tie:
    """Seats that the formula cannot decide, because lists have the same claim to them.

    Attributes:
        contenders: The lists, in the order of the count.
        n_seats: How many seats are between them.
    """

    contenders: tuple[str, ...]
    n_seats: int


@dataclass(frozen=True)
class Allocation:
    """Seats won, and how.

    Attributes:
        seats: Seats per list, every list of the count, certain seats only.
        admitted: Lists that took part.
        quota: Votes per seat; None where nobody was admitted.
        whole: Seats by whole quotas, per admitted list.
        remainders: Votes left after whole quotas, per admitted list.
        tie: Seats left open by equal remainders, None where there is no tie.
        unfilled: Seats nobody can be given because no list was admitted.
        runner_up: The list that was let in below the threshold, None where there is none.
    """

    seats: dict[str, int]
    admitted: tuple[str, ...] = ()
    quota: Fraction | None = None
    whole: dict[str, int] = field(default_factory=dict)
    remainders: dict[str, Fraction] = field(default_factory=dict)
    tie: Tie | None = None
    unfilled: int = 0
    runner_up: str | None = None


def largest_remainder(votes: Mapping[str, int | Fraction], n_seats: int, *, quota: Quota = hare_quota) -> Allocation:
    """Largest remainder: whole quotas first, the seats left over to the largest fractions.

    Args:
        votes: Votes per list that takes part.
        n_seats: Seats to fill, zero or more.
        quota: Rule for the price of a seat.

    Returns:
        The allocation; lists that tie for the last seats get none of them here, the tie is named.

    Source:
        Constitutional Act on Elections of Kazakhstan, article 97; Gallagher and Mitchell (2005), appendix A.
    """
    total = sum(votes.values(), start=Fraction(0))
    if total == 0 or n_seats == 0:
        return Allocation(dict.fromkeys(votes, 0), admitted=tuple(votes), unfilled=n_seats)
    price = quota(total, n_seats)
    whole = {name: floor(Fraction(count) / price) for name, count in votes.items()}
    remainders = {name: Fraction(count) - whole[name] * price for name, count in votes.items()}
    winners, tie = _rank_remainders(remainders, n_seats - sum(whole.values()))
    seats = {name: whole[name] + (name in winners) for name in votes}
    return Allocation(seats, admitted=tuple(votes), quota=price, whole=whole, remainders=remainders, tie=tie)


def _rank_remainders(remainders: Mapping[str, Fraction], left: int) -> tuple[frozenset[str], Tie | None]:
    """Who gets the seats left over: the certain winners, and the tie at the edge if there is one."""
    if left <= 0:
        return frozenset(), None
    edge = sorted(remainders.values(), reverse=True)[left - 1]
    above = frozenset(name for name, rest in remainders.items() if rest > edge)
    level = tuple(name for name, rest in remainders.items() if rest == edge)
    if len(above) + len(level) == left:
        return above | frozenset(level), None
    return above, Tie(level, left - len(above))


def allocate_seats(count: VoteCount, law: ElectoralLaw) -> Allocation:
    """Seats of every list under a law.

    Args:
        count: Votes per list, and the totals that the threshold may be a share of.
        law: Threshold and its base, seats, formula.

    Returns:
        The allocation; every list of the count has an entry, lists below the threshold with 0.

    Raises:
        MissingBaseError: If the base of the threshold is not known for this count.
    """
    admitted = admitted_lists(count, legal_threshold=law.legal_threshold, base=law.threshold_base)
    if not admitted:
        return Allocation(dict.fromkeys(count.votes, 0), unfilled=law.n_seats)
    if law.runner_up and (seconds := _runners_up(count, admitted)):
        return _with_runner_up(count, admitted[0], seconds, law.n_seats, law.runner_up)
    won = FORMULAS[law.formula]({name: count.votes[name] for name in admitted}, law.n_seats)
    seats = {name: won.seats.get(name, 0) for name in count.votes}
    return Allocation(seats, admitted, won.quota, won.whole, won.remainders, won.tie, won.unfilled)


def _runners_up(count: VoteCount, admitted: tuple[str, ...]) -> tuple[str, ...]:
    """The list with the next most votes where only one was admitted; several where they are level."""
    others = {name: votes for name, votes in count.votes.items() if name not in admitted and votes > 0}
    if len(admitted) != 1 or not others:
        return ()
    most = max(others.values())
    return tuple(name for name, votes in others.items() if votes == most)


def _with_runner_up(count: VoteCount, first: str, seconds: tuple[str, ...], n_seats: int, rule: RunnerUpRule) -> Allocation:
    """One list passed: the second gets the whole part of its quotient times the factor, or the least; the first gets the rest.

    The text of article 97 at hand breaks off before it says who gets the seats that the factor frees; that they go to the first
    list is our assumption. Where two lists are level as second, the seats between them are a tie.
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


FORMULAS: dict[str, Callable[[Mapping[str, int | Fraction], int], Allocation]] = {"largest_remainder_hare": largest_remainder}
