"""Votes that elected nobody, by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class WastedVotes:
    """Votes without a seat; the three kinds are never added up silently.

    Attributes:
        lists: Votes for lists without a seat.
        against_all: Votes against all lists; None where not known.
        invalid: Invalid ballots; None where not known.
    """

    lists: Fraction
    against_all: Fraction | None = None
    invalid: Fraction | None = None


def wasted_votes(
    votes: Mapping[str, int | Fraction],
    seats: Mapping[str, int],
    *,
    against_all: int | Fraction | None = None,
    invalid: int | Fraction | None = None,
) -> WastedVotes:
    """Wasted votes: those for lists that won no seat; "against all" and invalid ballots stand apart.

    Args:
        votes: Votes (or shares) per list.
        seats: Seats per list; a list that is missing here has none.
        against_all: Votes against all lists, in the unit of `votes`, if known.
        invalid: Invalid ballots, in the unit of `votes`, if known.

    Returns:
        The three kinds in the unit of `votes`.
    """
    lost = sum(count for name, count in votes.items() if not seats.get(name))
    return WastedVotes(Fraction(lost), _exact(against_all), _exact(invalid))


def _exact(count: int | Fraction | None) -> Fraction | None:
    return None if count is None else Fraction(count)
