"""Why each list has the seats it has, how each seat was won, and how near it was to another list."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from components.seats.allocate import allocate_seats
from components.seats.allocation import Allocation
from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw

BY_QUOTA, BY_REMAINDER, BY_AVERAGE, BY_RUNNER_UP_RULE = "quota", "remainder", "average", "runner_up_rule"


@dataclass(frozen=True)
class ListExplanation:
    """The allocation seen from one list.

    Attributes:
        name: The list.
        share: Its share of the base of the threshold, 0 to 1.
        admitted: Whether it took part.
        quotas: Its votes over the quota, exact; None where seats do not go by quotas.
        whole: Seats by whole quotas; None as above.
        remainder: Votes left after whole quotas; None as above.
        rank: Place of its remainder among the remainders, from 1; level remainders share a place; None as above.
        seats: Seats won.
    """

    name: str
    share: Fraction
    admitted: bool
    quotas: Fraction | None
    whole: int | None
    remainder: Fraction | None
    rank: int | None
    seats: int


@dataclass(frozen=True)
class SeatExplanation:
    """One seat.

    Attributes:
        holder: The list that has it.
        ordinal: Which of its seats, from 1; the last is the one it would lose first.
        won_by: `quota`, `remainder`, `average` or `runner_up_rule`.
        margin: The fewest votes (or hundredths of a per cent, in `unit`s of the count) whose loss costs the list this seat, the
            voters staying at home.
        next_in_line: Lists that would have more seats then, or that would tie for it.
        is_tie: Whether at that margin the seat is in a tie and not yet another list's.
    """

    holder: str
    ordinal: int
    won_by: str
    margin: Fraction
    next_in_line: tuple[str, ...]
    is_tie: bool


def explain_lists(count: VoteCount, law: ElectoralLaw, allocation: Allocation) -> tuple[ListExplanation, ...]:
    """How the allocation treats each list.

    Args:
        count: The count.
        law: The law it was allocated under.
        allocation: The result of `allocate_seats`.

    Returns:
        One explanation a list, in the order of the count.
    """
    remainders = allocation.remainders
    return tuple(
        ListExplanation(
            name=name,
            share=share,
            admitted=name in allocation.admitted,
            quotas=Fraction(count.votes[name]) / allocation.quota if allocation.quota and name in allocation.admitted else None,
            whole=allocation.whole.get(name),
            remainder=remainders.get(name),
            rank=1 + sum(rest > remainders[name] for rest in remainders.values()) if name in remainders else None,
            seats=allocation.seats[name],
        )
        for name, share in count.shares(law.threshold_base).items()
    )


def explain_seat(count: VoteCount, law: ElectoralLaw, *, holder: str, ordinal: int, unit: Fraction = Fraction(1)) -> SeatExplanation:
    """How a seat was won, the margin to losing it, and who is next in line.

    Args:
        count: The count.
        law: The law.
        holder: The list that has the seat.
        ordinal: Which of its seats, from 1.
        unit: The least amount of votes: 1, or 1/100 where votes are printed percentages.

    Returns:
        The explanation.

    Raises:
        ValueError: If the list has no such seat.
    """
    now = allocate_seats(count, law)
    if not 1 <= ordinal <= now.seats.get(holder, 0):
        raise ValueError(f"{holder} has {now.seats.get(holder, 0)} seats, no seat {ordinal}")

    def with_loss(units: int) -> Allocation:
        return allocate_seats(count.with_fewer(holder, units * unit), law) if units else now

    most = int(Fraction(count.votes[holder]) / unit)
    units = _first(lambda units: units >= most or with_loss(units).seats[holder] < ordinal, most)
    after = with_loss(min(units, most)) if units < most or Fraction(count.votes[holder]) > most * unit else None
    return SeatExplanation(holder, ordinal, _won_by(now, law, holder, ordinal), units * unit, *_heirs(now, after, holder))


def _first(holds: Callable[[int], bool], most: int) -> int:
    """The least whole number from 1 to `most` for which something holds that, once it holds, goes on holding."""
    low, high = 1, max(most, 1)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def _won_by(now: Allocation, law: ElectoralLaw, holder: str, ordinal: int) -> str:
    if now.runner_up == holder:
        return BY_RUNNER_UP_RULE
    if not now.whole:
        return BY_AVERAGE if law.formula.startswith("highest_averages") else BY_QUOTA
    return BY_QUOTA if ordinal <= now.whole[holder] or now.runner_up else BY_REMAINDER


def _heirs(now: Allocation, after: Allocation | None, holder: str) -> tuple[tuple[str, ...], bool]:
    """Who has more seats after the loss; where nobody has, who ties for them."""
    if after is None:
        return (), False
    gained = tuple(name for name, seats in after.seats.items() if name != holder and seats > now.seats[name])
    if gained or after.tie is None:
        return gained, False
    return tuple(name for name in after.tie.contenders if name != holder), True
