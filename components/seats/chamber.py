"""A chamber of which only a part is filled from lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from components.seats.allocation import Allocation


@dataclass(frozen=True)
class Chamber:
    """List seats beside other seats.

    Attributes:
        list_seats: Allocation of the seats that lists fill.
        n_other: Seats filled otherwise.
        other_seats: Other seats by holder; None where no source says who would hold them.
    """

    list_seats: Allocation
    n_other: int
    other_seats: Mapping[str, int] | None

    @property
    def totals(self) -> dict[str, tuple[int, int]]:
        """Least and most seats by holder: equal where the other seats are known, apart by all of them where not."""
        listed = self.list_seats.seats
        if self.other_seats is None:
            return {name: (count, count + self.n_other) for name, count in listed.items()}
        names = dict.fromkeys([*listed, *self.other_seats])
        both = {name: listed.get(name, 0) + self.other_seats.get(name, 0) for name in names}
        return {name: (count, count) for name, count in both.items()}


def list_seats_of(n_seats: int, list_share: Fraction) -> int:
    """Seats of a chamber that lists fill.

    Args:
        n_seats: Seats of the chamber.
        list_share: Share that lists fill, 0 to 1.

    Returns:
        The whole part of the product: a broken seat goes to the other half.

    Raises:
        ValueError: If the share is not between 0 and 1.
    """
    if not 0 <= list_share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {float(list_share)}")
    return floor(n_seats * list_share)


def compose_chamber(list_seats: Allocation, *, n_other: int, known: Mapping[str, int] | None = None) -> Chamber:
    """A chamber from its two parts; a result of other seats is used only where it fills exactly as many as there are.

    Args:
        list_seats: Allocation of the list seats.
        n_other: Seats filled otherwise.
        known: Other seats by holder as they really were, where a source gives them.

    Returns:
        The chamber; its other seats are unknown where the known ones are of another number, because no source says how districts
        drawn otherwise would have voted.
    """
    if n_other == 0:
        return Chamber(list_seats, 0, {})
    fits = known is not None and sum(known.values()) == n_other
    return Chamber(list_seats, n_other, known if fits else None)
