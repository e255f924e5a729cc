"""The price of a seat in votes, one rule a function; exact."""

from fractions import Fraction
from math import floor


def hare_quota(votes: int | Fraction, n_seats: int) -> Fraction:
    """Hare quota: the votes of the admitted lists over the seats to fill.

    Args:
        votes: Votes of all lists that take part in the allocation.
        n_seats: Seats to fill, at least one.

    Returns:
        Votes per seat, exact.

    Source:
        Constitutional Act on Elections of Kazakhstan, article 97 (the first quota); Gallagher and Mitchell (2005), appendix A.
    """
    return Fraction(votes) / n_seats


def droop_quota(votes: int | Fraction, n_seats: int) -> Fraction:
    """Droop quota: the least whole number of votes that fewer than `n_seats` + 1 lists can all have.

    Args:
        votes: Votes of all lists that take part, a whole number; for printed percentages there is no Droop quota.
        n_seats: Seats to fill, at least one.

    Returns:
        A whole number of votes.

    Raises:
        ValueError: If the votes are not a whole number.

    Source:
        Gallagher and Mitchell (2005), The Politics of Electoral Systems, appendix A.
    """
    if Fraction(votes).denominator != 1:
        raise ValueError("the Droop quota is defined for whole votes only")
    return Fraction(floor(Fraction(votes) / (n_seats + 1)) + 1)


def hagenbach_bischoff_quota(votes: int | Fraction, n_seats: int) -> Fraction:
    """Hagenbach-Bischoff quota: votes over one more than the seats; may be reached by one list too many.

    Args:
        votes: Votes of all lists that take part.
        n_seats: Seats to fill, at least one.

    Returns:
        Votes per seat, exact.

    Source:
        Gallagher (1992), Comparing proportional representation electoral systems, British Journal of Political Science 22(4).
    """
    return Fraction(votes) / (n_seats + 1)


def imperiali_quota(votes: int | Fraction, n_seats: int) -> Fraction:
    """Imperiali quota: votes over two more than the seats; lists can reach it more often than there are seats.

    Args:
        votes: Votes of all lists that take part.
        n_seats: Seats to fill, at least one.

    Returns:
        Votes per seat, exact.

    Source:
        Gallagher (1992), Comparing proportional representation electoral systems, British Journal of Political Science 22(4).
    """
    return Fraction(votes) / (n_seats + 2)
