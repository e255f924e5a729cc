"""The price of a seat in votes."""

from fractions import Fraction


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
