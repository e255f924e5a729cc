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
        ValueError: If a list with seats is missing among the votes.

    Source:
        Gallagher (1991), Proportionality, disproportionality and electoral systems, Electoral Studies 10(1).
    """
    if unknown := set(seats) - set(votes):
        raise ValueError(f"lists with seats but without votes: {', '.join(sorted(unknown))}")
    votes_total, seats_total = sum(votes.values(), start=Fraction(0)), sum(seats.values())
    if votes_total == 0 or seats_total == 0:
        return None
    squares = sum((Fraction(votes[name]) / votes_total - Fraction(seats.get(name, 0), seats_total)) ** 2 for name in votes)
    return 100 * sqrt(squares / 2)
