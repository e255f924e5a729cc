"""What if these lists had run as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from components.seats.allocate import allocate_seats
from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw

JOINT = "joint list"


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
    return replace(count, votes=votes, alliances=(count.alliances - set(joined)) | {name}, regions=_pooled(count, joined, name))


def _pooled(count: VoteCount, joined: tuple[str, ...], name: str) -> dict[str, dict[str, int | Fraction]]:
    """Votes by region with the members as one list."""
    return {
        region: {
            **{current: amount for current, amount in votes.items() if current not in joined},
            name: sum((Fraction(votes.get(member, 0)) for member in joined), start=Fraction(0)),
        }
        for region, votes in count.regions.items()
    }


@dataclass(frozen=True)
class Union:
    """Lists whose joint list would have had other seats than they had apart.

    Attributes:
        members: The lists.
        apart: Seats of all members together, each on its own list.
        joint: Seats of their joint list.
    """

    members: tuple[str, ...]
    apart: int
    joint: int

    @property
    def gain(self) -> int:
        """Seats won by the union; negative where it costs."""
        return self.joint - self.apart


def unions_that_change(count: VoteCount, law: ElectoralLaw) -> tuple[Union, ...]:
    """Every union of lists that changes how many seats its members have, the smallest unions first.

    A larger union is left out where a part of it already has the same gain or a larger one. Who voted for a part is taken to vote
    for the whole; no source says that voters would have.

    Args:
        count: Votes per list.
        law: The law; its threshold for alliances applies to the joint list.

    Returns:
        Unions by size, and the larger gain first. Seats between lists in a tie count for nobody.
    """
    apart = allocate_seats(count, law).seats
    lists = [name for name, votes in count.votes.items() if votes > 0]
    found: list[Union] = []
    for size in range(2, len(lists) + 1):
        for members in combinations(lists, size):
            joint = allocate_seats(form_alliance(count, members, name=JOINT), law).seats[JOINT]
            union = Union(members, sum(apart[name] for name in members), joint)
            if union.gain and not any(_explains(known, union) for known in found):
                found.append(union)
    return tuple(sorted(found, key=lambda union: (len(union.members), -union.gain)))


def _explains(known: Union, union: Union) -> bool:
    """Whether a smaller union inside another one has at least its gain, or the same loss."""
    return set(known.members) < set(union.members) and (known.gain >= union.gain if union.gain > 0 else known.gain <= union.gain)
