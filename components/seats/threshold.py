"""Which lists take part in the allocation."""

from fractions import Fraction

from components.seats.count import VoteCount


def admitted_lists(count: VoteCount, *, legal_threshold: Fraction, base: str) -> tuple[str, ...]:
    """Lists with at least the threshold: a list exactly on it is admitted.

    Args:
        count: Votes and bases.
        legal_threshold: Share 0 to 1.
        base: What the threshold is a share of.

    Returns:
        Names in the order of the count; a list without a vote is never admitted.

    Raises:
        MissingBaseError: If the base is not known.

    Source:
        Constitution of Kazakhstan, article 51(5), as amended in 2007: "not less than".
    """
    return tuple(name for name, share in count.shares(base).items() if share >= legal_threshold and share > 0)
