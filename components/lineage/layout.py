"""The picture of the tree before anything is drawn: which lanes, in which order, and what links them on which day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.lineage.graph import Descent, Lineage
from components.lineage.lanes import Lane
from components.lineage.ordering import Extent, Link, count_crossings, order_lanes

FADE = timedelta(days=400)
"""How far a line runs on, ever paler, behind the last day that a source knows of."""


@dataclass(frozen=True)
class DrawnLink:
    """A link between two lanes.

    Attributes:
        first: Where it comes from; the member of an alliance.
        second: Where it leads; the alliance.
        kind: split, founded_by, merged or membership.
        day: Its place in time.
        change_id: The change it is part of; None for a membership.
    """

    first: str
    second: str
    kind: str
    day: date
    change_id: str | None


@dataclass(frozen=True)
class TreeLayout:
    """Lanes from the top, and the links between them.

    Attributes:
        families: Families from the top, each with its organisations from the top.
        links: Links between organisations that are both drawn.
        extents: The days over which each lane is drawn.
        crossings_unordered: Crossings if families stood as the file has them and lanes by their first day.
        crossings: Crossings as they stand.
    """

    families: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[DrawnLink, ...]
    extents: Mapping[str, Extent]
    crossings_unordered: int
    crossings: int


def build_layout(lineage: Lineage, lanes: Mapping[str, Lane], shown: Collection[str], *, end: date, first: str | None = None) -> TreeLayout:
    """Order the lanes of some organisations so that few links cross them.

    Args:
        lineage: The graph.
        lanes: The lane of every organisation that has one.
        shown: The organisations to draw; those without a lane, or with one that starts at `end` or later, are left out.
        end: Where the axis of time ends.
        first: Family that stands above the others; where none is named, the first of the file stands in the upper half.

    Returns:
        The layout. The same input gives the same layout.
    """
    names = [name for name in lineage.organisations if name in shown and name in lanes and lanes[name].start < end]
    families = _families(lineage, lanes, names, first)
    extents = {name: _extent(lanes[name], end) for name in names}
    links = tuple(link for link in tree_links(lineage, lanes) if link.first in extents and link.second in extents and link.day <= end)
    plain = [Link(link.first, link.second, link.day) for link in links]
    ordered = order_lanes(list(families.values()), plain, extents, pinned=int(first in families))
    family_of = {name: family for family, group in families.items() for name in group}
    return TreeLayout(
        tuple((family_of[group[0]], tuple(group)) for group in ordered),
        links,
        extents,
        count_crossings([name for group in families.values() for name in group], plain, extents),
        count_crossings([name for group in ordered for name in group], plain, extents),
    )


def tree_links(lineage: Lineage, lanes: Mapping[str, Lane]) -> tuple[DrawnLink, ...]:
    """Every link that has a day: descents, and memberships between organisations that no descent joins.

    Args:
        lineage: The graph.
        lanes: The lane of every organisation that has one.

    Returns:
        Links; one for each pair of organisations and change.
    """
    descents = [link for edge in lineage.descents for link in _descent_link(edge, lanes)]
    joined = {(link.first, link.second) for link in descents}
    pairs = {(entry.member, entry.alliance): None for entry in lineage.memberships if entry.status not in ("left", "undone")}
    members = [link for pair in pairs if pair not in joined for link in _membership_link(lineage, pair, lanes)]
    return (*descents, *members)


def neighbours(lineage: Lineage, names: Collection[str]) -> frozenset[str]:
    """Some organisations with everything one step away, by descent or alliance.

    Args:
        lineage: The graph.
        names: Ids of organisations.

    Returns:
        Ids, the given ones among them.
    """
    pairs = [(edge.predecessor, edge.successor) for edge in lineage.descents]
    pairs += [(entry.member, entry.alliance) for entry in lineage.memberships]
    return frozenset(names) | {other for pair in pairs if set(pair) & set(names) for other in pair}


def _families(lineage: Lineage, lanes: Mapping[str, Lane], names: Sequence[str], first: str | None) -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: lineage.organisations[name].family != first):
        families.setdefault(lineage.organisations[name].family, []).append(name)
    return {family: sorted(group, key=lambda name: (lanes[name].start, name)) for family, group in families.items()}


def _extent(lane: Lane, end: date) -> Extent:
    return Extent(lane.start, min(end, lane.end or lane.known_until + FADE))


def _descent_link(edge: Descent, lanes: Mapping[str, Lane]) -> list[DrawnLink]:
    """A founding stands at the start of the lane it leads to; a merger on its own day."""
    lane = lanes.get(edge.successor)
    if lane is not None and lane.begins is edge.change and edge.kind != "merged":
        return [DrawnLink(edge.predecessor, edge.successor, edge.kind, lane.start, edge.change.change_id)]
    if edge.change.when is None:
        return []
    return [DrawnLink(edge.predecessor, edge.successor, edge.kind, edge.change.when.point, edge.change.change_id)]


def _membership_link(lineage: Lineage, pair: tuple[str, str], lanes: Mapping[str, Lane]) -> list[DrawnLink]:
    """Joining is drawn on the most exact of its dates, not before the alliance begins."""
    member, alliance = pair
    dates = [
        entry.when
        for entry in lineage.memberships
        if (entry.member, entry.alliance) == pair and entry.when and entry.status not in ("left", "undone")
    ]
    if not dates or alliance not in lanes:
        return []
    best = min(dates, key=lambda when: (when.width is None, when.width or timedelta(0)))
    return [DrawnLink(member, alliance, "membership", max(best.point, lanes[alliance].start), None)]
