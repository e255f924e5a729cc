"""Highest averages: seat after seat to the list whose votes over its divisor are most."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from components.seats.allocation import Allocation, Tie
from components.seats.divisors import dhondt_divisor

Divisor = Callable[[int], Fraction]
Average = tuple[bool, Fraction]
"""Whether it is beyond any number (a divisor of zero), and the number; beyond any number, more votes go first."""


def highest_averages(votes: Mapping[str, int | Fraction], n_seats: int, *, divisor: Divisor = dhondt_divisor, power: int = 1) -> Allocation:
    """Highest averages: each seat in turn goes to the list with the highest average.

    Args:
        votes: Votes per list that takes part; a list without a vote never wins a seat.
        n_seats: Seats to fill, zero or more.
        divisor: What votes are divided by at `k` seats won, growing with k.
        power: The power in which the divisor is given: 2 for divisors that are square roots.

    Returns:
        The allocation, without quota; lists that tie for the last seats get none of them here, the tie is named.

    Source:
        Gallagher (1991), Electoral Studies 10(1); Balinski and Young (1982), Fair Representation.
    """
    running = {name: Fraction(count) ** power for name, count in votes.items() if count > 0}
    seats = dict.fromkeys(votes, 0)
    if not running:
        return Allocation(seats, admitted=tuple(votes), unfilled=n_seats)
    averages = {name: average(count, 0, divisor) for name, count in running.items()}
    won: list[tuple[Average, str]] = []
    for _ in range(n_seats):
        winner = max(averages, key=averages.__getitem__)
        won.append((averages[winner], winner))
        seats[winner] += 1
        averages[winner] = average(running[winner], seats[winner], divisor)
    tie = _tie_at_the_end(won, averages)
    if tie:
        for level, name in won:
            seats[name] -= level == won[-1][0]
    return Allocation(seats, admitted=tuple(votes), tie=tie)


def average(votes: Fraction, k: int, divisor: Divisor) -> Average:
    """The average with which a list that has won `k` seats asks for the next.

    Args:
        votes: Its votes, in the power in which the divisor is given.
        k: Seats won.
        divisor: The divisor.

    Returns:
        A value that compares with the averages of other lists.
    """
    by = divisor(k)
    return (True, votes) if by == 0 else (False, votes / by)


def _tie_at_the_end(won: list[tuple[Average, str]], averages: Mapping[str, Average]) -> Tie | None:
    """Lists level with the last seat given, if one of them is still waiting."""
    if not won or max(averages.values()) != won[-1][0]:
        return None
    edge = won[-1][0]
    seated = [name for level, name in won if level == edge]
    level = {*seated, *(name for name, waiting in averages.items() if waiting == edge)}
    return Tie(tuple(name for name in averages if name in level), len(seated))
