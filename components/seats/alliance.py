"""What if these lists had run as one."""

from collections.abc import Iterable
from fractions import Fraction

from components.seats.count import VoteCount


def form_alliance(count: VoteCount, members: Iterable[str], *, name: str) -> VoteCount:
    """Electoral alliance: one joint list with the votes of its members.

    Args:
        count: The count as it was.
        members: Lists that run as one.
        name: Name of the joint list; it takes the place of its first member.

    Returns:
        A count in which the members are replaced; the bases stay. Whether voters would have followed is not known.

    Raises:
        KeyError: If a member is not in the count.
    """
    joined = tuple(members)
    if missing := [member for member in joined if member not in count.votes]:
        raise KeyError(f"not in the count: {', '.join(missing)}")
    total = sum((Fraction(count.votes[member]) for member in joined), start=Fraction(0))
    votes: dict[str, int | Fraction] = {}
    for current, amount in count.votes.items():
        if current not in joined:
            votes[current] = amount
        elif name not in votes:
            votes[name] = total
    return VoteCount(votes, count.bases)
