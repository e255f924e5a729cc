"""What the rules add to the largest party."""

from collections.abc import Mapping
from fractions import Fraction


def seat_bonus(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> Fraction | None:
    """Seat bonus of the list with the most seats: its share of seats less its share of votes.

    Args:
        votes: Votes (or shares) of all lists.
        seats: Seats per list.

    Returns:
        A difference of shares, -1 to 1; None where there are no votes, no seats, or the largest is not one list.
    """
    votes_total, seats_total = sum(votes.values()), sum(seats.values())
    if votes_total == 0 or seats_total == 0:
        return None
    most = max(seats.values())
    largest = [name for name, count in seats.items() if count == most]
    if len(largest) != 1 or largest[0] not in votes:
        return None
    return Fraction(most, seats_total) - Fraction(votes[largest[0]]) / votes_total
