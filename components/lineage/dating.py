"""When something happened, as far as a source says: the days a date may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST_EXACT = timedelta(days=31)
"""A month; what is looser is drawn as uncertain."""


@dataclass(frozen=True)
class When:
    """The days a date may mean.

    Attributes:
        earliest: First of them; None where the source leaves the start open ("by 2007").
        latest: Last of them; None where the source leaves the end open ("after August 1991").
    """

    earliest: date | None
    latest: date | None

    @property
    def is_exact(self) -> bool:
        """Whether it is known to the month."""
        return self.width is not None and self.width <= LONGEST_EXACT

    @property
    def width(self) -> timedelta | None:
        """From the first to the last day; None where an end is open."""
        return None if self.earliest is None or self.latest is None else self.latest - self.earliest

    @property
    def point(self) -> date:
        """The day it is drawn at: the middle, or the known end of an open date."""
        if self.earliest is None or self.width is None:
            return self.latest or self.earliest or date.max
        return self.earliest + self.width / 2

    def excludes(self, other: When) -> bool:
        """Whether no day fits both."""
        return _is_before(self, other) or _is_before(other, self)


def _is_before(first: When, second: When) -> bool:
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def disagree(dates: Iterable[When]) -> bool:
    """Whether some two of several dates exclude each other.

    Args:
        dates: Dates that sources give for one thing.

    Returns:
        True where no day fits all of them.
    """
    given = list(dates)
    return any(first.excludes(second) for place, first in enumerate(given) for second in given[place + 1 :])
