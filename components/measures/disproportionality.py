"""How far seats are from votes."""

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt


def gallagher_index(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> float | None:
    """Gallagher's least squares index of disproportionality, 0 to 100.

    Args:
        votes: Votes (or shares in any one unit) per list, of all lists that stood.
        seats: Seats per list; a list that is missing here has none.

    Returns:
        The index on the scale of percentages; None where there are no votes or no seats.

    Raises:
        ValueError: If a list with seats is missing among the votes, or a count is negative.

    Source:
        Gallagher (1991), Proportionality, disproportionality and electoral systems, Electoral Studies 10(1).
    """
    deviations, whole = _deviations(votes, seats)
    return 100 * sqrt(Fraction(sum(deviation**2 for deviation in deviations)) / (2 * whole**2)) if whole else None


def loosemore_hanby_index(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> Fraction | None:
    """Loosemore and Hanby's index of distortion, 0 to 100: the share of seats that other lists hold than proportion would give them.

    Args:
        votes: Votes (or shares in any one unit) per list, of all lists that stood.
        seats: Seats per list; a list that is missing here has none.

    Returns:
        Half the sum of the absolute differences of shares, in per cent, exact; None where there are no votes or no seats.

    Raises:
        ValueError: If a list with seats is missing among the votes, or a count is negative.

    Source:
        Loosemore and Hanby (1971), The theoretical limits of maximum distortion, British Journal of Political Science 1(4).
    """
    deviations, whole = _deviations(votes, seats)
    return 100 * _distance(deviations) / (2 * whole) if whole else None


def rae_index(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> Fraction | None:
    """Rae's index of disproportionality, 0 to 100: how far a list's share of seats is from its share of votes, on average.

    The mean is taken over all lists given, also those without a vote and without a seat. Rae himself left out parties below
    0.5 per cent of the votes; the more small lists are given, the lower the index.

    Args:
        votes: Votes (or shares in any one unit) per list, of all lists that stood.
        seats: Seats per list; a list that is missing here has none.

    Returns:
        The mean of the absolute differences of shares, in per cent, exact; None where there are no votes or no seats.

    Raises:
        ValueError: If a list with seats is missing among the votes, or a count is negative.

    Source:
        Rae (1967), The political consequences of electoral laws, chapter 4.
    """
    deviations, whole = _deviations(votes, seats)
    return 100 * _distance(deviations) / (len(deviations) * whole) if whole else None


def _distance(deviations: list[int | Fraction]) -> Fraction:
    """Sum of absolute deviations."""
    return Fraction(sum(max(deviation, -deviation) for deviation in deviations))


def _deviations(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> tuple[list[int | Fraction], int | Fraction]:
    """Share of seats less share of votes of each list, times a whole (all votes times all seats, 0 where there are none of either).

    One division at the end instead of one a list keeps exact arithmetic fast.
    """
    if unknown := set(seats) - set(votes):
        raise ValueError(f"lists with seats but without votes: {', '.join(sorted(unknown))}")
    if any(count < 0 for count in (*votes.values(), *seats.values())):
        raise ValueError("votes and seats must not be negative")
    votes_total, seats_total = sum(votes.values()), sum(seats.values())
    return [seats.get(name, 0) * votes_total - count * seats_total for name, count in votes.items()], votes_total * seats_total
