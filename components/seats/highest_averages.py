"""Highest averages: seat after seat to the list whose votes over its divisor are most."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache

from components.seats.allocation import Allocation, Tie
from components.seats.divisors import dhondt_divisor

Divisor = Callable[[int], Fraction]
Average = tuple[bool, Fraction]
"""Whether it is beyond any number (a divisor of zero), and the number; beyond any number, more votes go first."""
COARSE = 1000
"""Above this a level is rounded to a whole number, which compares faster."""


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
    running = {name: count**power for name, count in votes.items() if count > 0}
    seats = dict.fromkeys(votes, 0)
    if not running:
        return Allocation(seats, admitted=tuple(votes), unfilled=n_seats)
    divisors = _divisors(divisor, n_seats + 1)
    seats |= _head_start(running, n_seats, divisors, power)
    averages = {name: average(count, divisors[seats[name]]) for name, count in running.items()}
    won: list[tuple[Average, str]] = []
    for _ in range(n_seats - sum(seats.values())):
        winner = max(averages, key=averages.__getitem__)
        won.append((averages[winner], winner))
        seats[winner] += 1
        averages[winner] = average(running[winner], divisors[seats[winner]])
    tie = _tie_at_the_end(won, averages)
    if tie:
        for level, name in won:
            seats[name] -= level == won[-1][0]
    return Allocation(seats, admitted=tuple(votes), tie=tie)


@lru_cache(maxsize=64)
def _divisors(divisor: Divisor, most: int) -> tuple[Fraction, ...]:
    """The divisors at 0 to `most` seats won."""
    return tuple(divisor(k) for k in range(most + 1))


def _head_start(votes: Mapping[str, int | Fraction], n_seats: int, divisors: tuple[Fraction, ...], power: int) -> dict[str, int]:
    """Seats that every list is sure of: those with averages above a level that at most `n_seats` averages exceed.

    The level is a guess and may be any number; what is counted above it is exact. No tie can lie above the level, because whatever
    is level with a seat above it stands above it too.
    """
    nobody = dict.fromkeys(votes, 0)
    if n_seats == 0:
        return nobody
    roots = sum(float(count) ** (1 / power) for count in votes.values())
    slope = (float(divisors[n_seats]) ** (1 / power) - float(divisors[0]) ** (1 / power)) / n_seats
    for spare in (0.0, 0.5, 1.0):
        guess = (roots / (slope * max(n_seats - spare * len(votes), 1.0))) ** power
        level = Fraction(int(guess)) if guess > COARSE else Fraction(guess)
        sure = {name: bisect_left(divisors, count / level) for name, count in votes.items()} if level else nobody
        if sum(sure.values()) <= n_seats:
            return sure
    return nobody


def average(votes: int | Fraction, by: Fraction) -> Average:
    """The average with which a list asks for its next seat.

    Args:
        votes: Its votes, in the power in which the divisor is given.
        by: The divisor at the seats it has won.

    Returns:
        A value that compares with the averages of other lists.
    """
    return (True, Fraction(votes)) if by == 0 else (False, votes / by)


def _tie_at_the_end(won: list[tuple[Average, str]], averages: Mapping[str, Average]) -> Tie | None:
    """Lists level with the last seat given, if one of them is still waiting."""
    if not won or max(averages.values()) != won[-1][0]:
        return None
    edge = won[-1][0]
    seated = [name for level, name in won if level == edge]
    level = {*seated, *(name for name, waiting in averages.items() if waiting == edge)}
    return Tie(tuple(name for name in averages if name in level), len(seated))
