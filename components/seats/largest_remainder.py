"""Largest remainder: whole quotas first, then the largest fractions."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from components.seats.allocation import Allocation, Tie
from components.seats.quotas import hare_quota

Quota = Callable[[int | Fraction, int], Fraction]


def largest_remainder(votes: Mapping[str, int | Fraction], n_seats: int, *, quota: Quota = hare_quota) -> Allocation:
    """Largest remainder: whole quotas first, the seats left over to the largest fractions.

    Args:
        votes: Votes per list that takes part.
        n_seats: Seats to fill, zero or more.
        quota: Rule for the price of a seat.

    Returns:
        The allocation. Lists that tie for the last seats get none of them here, the tie is named. Where a small quota gives more
        whole quotas than there are seats, they stand as they are and `over_allocated` counts the surplus.

    Source:
        Constitutional Act on Elections of Kazakhstan, article 97; Gallagher and Mitchell (2005), appendix A.
    """
    total = sum(votes.values())
    if total == 0 or n_seats == 0:
        return Allocation(dict.fromkeys(votes, 0), admitted=tuple(votes), unfilled=n_seats)
    price = quota(total, n_seats)
    scaled = {name: divmod(count * price.denominator, price.numerator) for name, count in votes.items()}
    whole = {name: int(quotas) for name, (quotas, _) in scaled.items()}
    left = n_seats - sum(whole.values())
    winners, tie = _rank_remainders({name: rest for name, (_, rest) in scaled.items()}, left)
    return Allocation(
        {name: whole[name] + (name in winners) for name in votes},
        admitted=tuple(votes),
        quota=price,
        whole=whole,
        remainders={name: Fraction(rest) / price.denominator for name, (_, rest) in scaled.items()},
        tie=tie,
        unfilled=max(0, left - len(votes)),
        over_allocated=max(0, -left),
    )


def _rank_remainders(remainders: Mapping[str, int | Fraction], left: int) -> tuple[frozenset[str], Tie | None]:
    """Who gets the seats left over: the certain winners, and the tie at the edge if there is one."""
    if left <= 0:
        return frozenset(), None
    if left >= len(remainders):
        return frozenset(remainders), None
    edge = sorted(remainders.values(), reverse=True)[left - 1]
    above = frozenset(name for name, rest in remainders.items() if rest > edge)
    level = tuple(name for name, rest in remainders.items() if rest == edge)
    if len(above) + len(level) == left:
        return above | frozenset(level), None
    return above, Tie(level, left - len(above))
