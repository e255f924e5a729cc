"""What an allocation is: seats won, and everything about it that has a name."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction


@dataclass(frozen=True)
class Tie:
    """Seats that the formula cannot decide, because lists have the same claim to them.

    Attributes:
        contenders: The lists, in the order of the count.
        n_seats: How many seats are between them.
    """

    contenders: tuple[str, ...]
    n_seats: int


@dataclass(frozen=True)
class Allocation:
    """Seats won, and how.

    Attributes:
        seats: Seats per list, every list of the count, certain seats only.
        admitted: Lists that took part.
        quota: Votes per seat; None where nobody was admitted, or where seats go by averages.
        whole: Seats by whole quotas, per admitted list.
        remainders: Votes left after whole quotas, per admitted list.
        tie: Seats left open by equal claims, None where there is no tie.
        unfilled: Seats nobody can be given.
        over_allocated: Seats by which whole quotas exceed the seats there are; then `seats` are the whole quotas as they stand.
        runner_up: The list that was let in below the threshold, None where there is none.
    """

    seats: dict[str, int]
    admitted: tuple[str, ...] = ()
    quota: Fraction | None = None
    whole: dict[str, int] = field(default_factory=dict)
    remainders: dict[str, Fraction] = field(default_factory=dict)
    tie: Tie | None = None
    unfilled: int = 0
    over_allocated: int = 0
    runner_up: str | None = None


def break_tie(allocation: Allocation, order: Sequence[str]) -> Allocation:
    """The seats of a tie go to its contenders in a stated order; a tie is never broken otherwise.

    Args:
        allocation: The allocation.
        order: Lists in the order that the law names, as of their registration.

    Returns:
        The allocation without its tie; as it was where there is no tie or the order does not name every contender.

    Source:
        Constitutional Act on Elections of Kazakhstan, article 97: the list registered first.
    """
    tie = allocation.tie
    if tie is None or not set(tie.contenders) <= set(order):
        return allocation
    winners = sorted(tie.contenders, key=list(order).index)[: tie.n_seats]
    return replace(allocation, seats={name: count + (name in winners) for name, count in allocation.seats.items()}, tie=None)
