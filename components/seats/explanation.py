"""Why each list has the seats it has, how each seat was won, and how near it was to another list."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from components.seats.allocate import allocate_seats
from components.seats.allocation import Allocation
from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw

BY_QUOTA, BY_REMAINDER, BY_AVERAGE = "quota", "remainder", "average"
BY_RUNNER_UP_RULE, LEFT_OVER = "runner_up_rule", "left_over"


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
        won_by: `quota`, `remainder`, `average`, `runner_up_rule`, or `left_over` (what the rule for a second list leaves to the first).
        margin: Votes whose loss costs the list this seat, the voters staying at home; in the unit of the count.
        now: The allocation as it is.
        after: The allocation after that loss; None where nobody would have voted at all.
    """

    holder: str
    ordinal: int
    won_by: str
    margin: Fraction
    now: Allocation
    after: Allocation | None

    @property
    def next_in_line(self) -> tuple[str, ...]:
        """Lists that have more seats after the loss; where nobody has, those that tie for them."""
        if self.after is None:
            return ()
        gained = tuple(name for name, seats in self.after.seats.items() if name != self.holder and seats > self.now.seats[name])
        if gained or self.after.tie is None:
            return gained
        return tuple(name for name in self.after.tie.contenders if name != self.holder)

    @property
    def is_tie(self) -> bool:
        """Whether the seat is in a tie after the loss and not yet another list's."""
        if self.after is None or self.after.tie is None:
            return False
        return all(self.after.seats[name] <= self.now.seats[name] for name in self.now.seats if name != self.holder)

    @property
    def shares_tie(self) -> bool:
        """Whether the list itself is in that tie."""
        return self.is_tie and self.after is not None and self.after.tie is not None and self.holder in self.after.tie.contenders

    @property
    def drops_out(self) -> bool:
        """Whether the loss costs the list its place among the admitted, and so every seat it has."""
        return self.after is not None and self.holder in self.now.admitted and self.holder not in self.after.admitted

    @property
    def lets_in(self) -> tuple[str, ...]:
        """Lists that are admitted after the loss and were not before: with fewer voters their share is larger."""
        return tuple(name for name in self.after.admitted if name not in self.now.admitted) if self.after else ()


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
        The explanation. With fewer votes a list once without the seat stays without it under every formula here but two: with the Droop
        quota and under the rule for a second list a smaller loss than the one given may cost the seat as well.

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
    somebody_voted = count.base(law.threshold_base) > units * unit
    after = with_loss(min(units, most)) if somebody_voted else None
    return SeatExplanation(holder, ordinal, _won_by(now, law, holder, ordinal), units * unit, now, after)


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
    if ordinal <= now.whole[holder]:
        return BY_QUOTA
    return LEFT_OVER if now.runner_up else BY_REMAINDER
