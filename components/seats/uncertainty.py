"""What can be said where a total is not known: every allocation that is possible, and for which totals."""

from dataclasses import dataclass, replace
from fractions import Fraction

from components.seats.allocate import allocate_seats
from components.seats.allocation import Allocation
from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw


@dataclass(frozen=True)
class BaseRange:
    """Totals of an unknown base under which the allocation is the same.

    Attributes:
        least: Least total, included.
        most: Largest total, included; None where there is no bound.
        leaves: Lists that drop out just above `most`.
        allocation: Seats under every total in between.
    """

    least: Fraction
    most: Fraction | None
    leaves: tuple[str, ...]
    allocation: Allocation


def allocations_by_base(
    count: VoteCount, law: ElectoralLaw, *, least: int | Fraction, most: int | Fraction | None = None
) -> tuple[BaseRange, ...]:
    """Every allocation that an unknown base of the threshold allows.

    Args:
        count: Votes per list; what it says of the base is not read.
        law: The law; its threshold must be more than zero for the base to matter.
        least: Least total the base can be: the votes that are known to be part of it.
        most: Largest total it can be; None where nothing bounds it.

    Returns:
        Ranges of totals from the least up, without gap; one range where the answer is certain.
    """
    edges = sorted({edge for edge in (_largest_base(count, law, name) for name in count.votes) if edge and edge >= least})
    ranges, start = [], Fraction(least)
    for edge in [*edges, None]:
        top = edge if most is None or (edge is not None and edge < most) else Fraction(most)
        seats = allocate_seats(replace(count, bases={law.threshold_base: top or start + 1}), law)
        leaves = tuple(name for name in count.votes if top is not None and top == edge == _largest_base(count, law, name))
        ranges.append(BaseRange(start, top, leaves, seats))
        if top is None or top == most:
            break
        start = top
    return tuple(ranges)


def _largest_base(count: VoteCount, law: ElectoralLaw, name: str) -> Fraction | None:
    """The largest total under which a list still passes; None where the threshold is zero."""
    threshold = law.threshold_of(alliance=name in count.alliances)
    return Fraction(count.votes[name]) / threshold if threshold else None
