"""In which order the lanes stand: families together, and as few links over other lanes as can be.

A link is drawn upright between two lanes on its day; it crosses every lane that stands between them and is drawn on that day.
The search is sifting (Rudell 1993; for crossings Matuszewski, Schönfeld and Molitor 1999): each lane is moved through its family
and left where the fewest links cross, and each family through the others, until nothing improves. It is deterministic.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

MOST_ROUNDS = 12
LENGTH_WEIGHT = 1
CROSSING_WEIGHT = 1000


@dataclass(frozen=True)
class Link:
    """An upright line between two lanes.

    Attributes:
        first: Organisation it leads from.
        second: Organisation it leads to.
        day: When, for the place on the axis of time.
    """

    first: str
    second: str
    day: date


@dataclass(frozen=True)
class Extent:
    """The days over which a lane is drawn."""

    start: date
    end: date

    def covers(self, day: date) -> bool:
        """Whether the lane is drawn on a day, its ends not counted."""
        return self.start < day < self.end


def count_crossings(order: Sequence[str], links: Sequence[Link], extents: Mapping[str, Extent]) -> int:
    """How often a link runs over a lane that it has nothing to do with.

    Args:
        order: Organisations from the top.
        links: The links; those with an end that is not in the order are not drawn.
        extents: The days of each lane.

    Returns:
        The number of crossings.
    """
    return _cost(order, links, extents)[0]


def order_lanes(
    families: Sequence[Sequence[str]], links: Sequence[Link], extents: Mapping[str, Extent], *, pinned: int = 0
) -> list[list[str]]:
    """Families and lanes in the order with the fewest crossings that sifting finds.

    Args:
        families: Organisations of each family, families and organisations in their first order.
        links: The links.
        extents: The days of each lane.
        pinned: How many families from the top keep their places.

    Returns:
        The same families and organisations in another order; where none is pinned, the first family stays in the upper half.
    """
    groups = [list(family) for family in families]
    here = {name for group in groups for name in group}
    drawn = [link for link in links if link.first in here and link.second in here and link.first != link.second]
    best = _cost(_flat(groups), drawn, extents)
    for _ in range(MOST_ROUNDS):
        groups = _sift_families(groups, drawn, extents, pinned)
        groups = _sift_lanes(groups, drawn, extents)
        cost = _cost(_flat(groups), drawn, extents)
        if cost >= best:
            break
        best = cost
    first = next((place for place, group in enumerate(groups) if set(group) == set(families[0])), 0) if families else 0
    groups = [group[::-1] for group in groups[::-1]] if not pinned and 2 * first >= len(groups) else groups
    return _settle(groups, drawn, extents)


def _settle(groups: list[list[str]], links: Sequence[Link], extents: Mapping[str, Extent]) -> list[list[str]]:
    """Lanes without a link go to the end of their family, first day first, where that costs nothing."""
    linked = {end for link in links for end in (link.first, link.second)}
    for place, group in enumerate(groups):
        alone = sorted((name for name in group if name not in linked), key=lambda name: (extents[name].start, name))
        trial = [*groups[:place], [*(name for name in group if name in linked), *alone], *groups[place + 1 :]]
        if _cost(_flat(trial), links, extents)[0] <= _cost(_flat(groups), links, extents)[0]:
            groups = trial
    return groups


def _flat(groups: Sequence[Sequence[str]]) -> list[str]:
    return [name for group in groups for name in group]


def _cost(order: Sequence[str], links: Sequence[Link], extents: Mapping[str, Extent]) -> tuple[int, int]:
    """Crossings, then the rows that all links span together."""
    row = {name: place for place, name in enumerate(order)}
    crossings = length = 0
    for link in links:
        if link.first not in row or link.second not in row:
            continue
        low, high = sorted((row[link.first], row[link.second]))
        crossings += sum(extents[name].covers(link.day) for name in order[low + 1 : high])
        length += high - low
    return crossings, length


def _sift_families(groups: list[list[str]], links: Sequence[Link], extents: Mapping[str, Extent], pinned: int) -> list[list[str]]:
    """Each family in turn, either way up, to the place among the others that costs least; a pinned one is only turned over."""
    for group in list(groups):
        here = groups.index(group)
        others = [other for other in groups if other is not group]
        places = [here] if here < pinned else range(pinned, len(groups))
        trials = [[*others[:place], way, *others[place:]] for way in (group, group[::-1]) for place in places]
        best = min(trials, key=lambda trial: _cost(_flat(trial), links, extents))
        if _cost(_flat(best), links, extents) < _cost(_flat(groups), links, extents):
            groups = best
    return groups


def _sift_lanes(groups: list[list[str]], links: Sequence[Link], extents: Mapping[str, Extent]) -> list[list[str]]:
    """Each lane in turn to the place in its family that costs least; only the neighbours that it passes are weighed."""
    near: dict[str, list[Link]] = {name: [] for name in _flat(groups)}
    for link in links:
        near[link.first].append(link)
        near[link.second].append(link)
    row = {name: place for place, name in enumerate(_flat(groups))}
    for group in groups:
        for name in list(group):
            _sift_lane(group, name, row, _Passing(near, extents, row))
    return groups


def _sift_lane(group: list[str], name: str, row: dict[str, int], passing: _Passing) -> None:
    """Carry a lane to both ends of its family, and back to the best place that it came by."""
    start = group.index(name)
    gain = best_gain = 0
    best = start
    for step, stop in ((1, len(group) - 1), (-1, 0)):
        while (place := group.index(name)) != stop:
            upper, lower = (name, group[place + 1]) if step > 0 else (group[place - 1], name)
            gain += passing.change(upper, lower)
            _swap(group, row, min(place, place + step))
            if gain < best_gain:
                best, best_gain = place + step, gain
    while (place := group.index(name)) != best:
        _swap(group, row, place if best > place else place - 1)


def _swap(group: list[str], row: dict[str, int], place: int) -> None:
    upper, lower = group[place], group[place + 1]
    group[place], group[place + 1] = lower, upper
    row[upper], row[lower] = row[lower], row[upper]


@dataclass(frozen=True)
class _Passing:
    """What it costs when two neighbours change places."""

    near: Mapping[str, Sequence[Link]]
    extents: Mapping[str, Extent]
    row: Mapping[str, int]

    def change(self, upper: str, lower: str) -> int:
        """Cost after less cost before, when `upper` comes to stand under `lower`."""
        return self._of(upper, lower, moves_down=True) + self._of(lower, upper, moves_down=False)

    def _of(self, mover: str, passed: str, *, moves_down: bool) -> int:
        total = 0
        for link in self.near[mover]:
            other = link.second if link.first == mover else link.first
            if other == passed:
                continue
            comes_nearer = (self.row[other] > self.row[mover]) == moves_down
            crossed = CROSSING_WEIGHT * self.extents[passed].covers(link.day) + LENGTH_WEIGHT
            total += -crossed if comes_nearer else crossed
        return total
