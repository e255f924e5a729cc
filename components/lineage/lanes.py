"""How long the line of an organisation is, and how much of it a source stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from components.lineage.dating import When
from components.lineage.graph import ALLIANCES, ENDINGS, ORIGINS, Change, Lineage


@dataclass(frozen=True)
class Lane:
    """The line of one organisation.

    Attributes:
        party_id: The organisation.
        start: The day its line begins.
        begins: The change that founded it; None where no source dates one, and the line begins with the first mention.
        known_until: Last day on which a source has it.
        end: The day it ended; None where no source says so, and nothing is known after `known_until`.
        ended_by: The change that ended it.
    """

    party_id: str
    start: date
    begins: Change | None
    known_until: date
    end: date | None
    ended_by: Change | None

    def exists_on(self, day: date) -> bool | None:
        """Whether it existed on a day: None where it is not known to have ended, and not heard of any more."""
        if day < self.start or (self.end is not None and day >= self.end):
            return False
        return True if self.end is not None or day <= self.known_until else None


def build_lanes(lineage: Lineage, mentions: Mapping[str, Sequence[When]]) -> dict[str, Lane]:
    """The line of every organisation that any claim dates.

    Args:
        lineage: The graph.
        mentions: Further dates on which sources have an organisation: elections, roles, stances.

    Returns:
        Lanes by id, in the order of the organisations; those without any date have none.
    """
    lanes = (_lane(lineage, name, mentions.get(name, ())) for name in lineage.organisations)
    return {lane.party_id: lane for lane in lanes if lane}


def _lane(lineage: Lineage, name: str, mentions: Sequence[When]) -> Lane | None:
    dated = [change for change in lineage.changes_of.get(name, ()) if change.when]
    joined = [entry.when for entry in lineage.memberships if entry.when and name in (entry.alliance, entry.member)]
    days = [when.point for when in [*(change.when for change in dated if change.when), *joined, *mentions]]
    if not days:
        return None
    begins = _first(change for change in dated if _founds(change, name)) or _first(change for change in dated if _joins(change, name))
    ended_by = _first(change for change in reversed(dated) if _ends(lineage, change, name))
    end = ended_by.when.point if ended_by and ended_by.when else None
    start = _start(begins, days)
    known = [day for day in days if end is None or day <= end] or [start]
    return Lane(name, start, begins, max(start, *known), end, ended_by)


def _start(begins: Change | None, days: Sequence[date]) -> date:
    """The day of the founding; within what a loose date allows, not after what the organisation did."""
    if begins is None or begins.when is None:
        return min(days)
    when = begins.when
    if when.is_exact:
        return when.point
    allowed = [day for day in days if day <= when.point and (when.earliest is None or day >= when.earliest)]
    return min([when.point, *allowed])


def _founds(change: Change, name: str) -> bool:
    return any(claim.successor == name and claim.kind in ORIGINS for claim in change.claims)


def _joins(change: Change, name: str) -> bool:
    """Whether the parts that merged made the organisation; it is asked only where no source founds it otherwise."""
    return any(claim.successor == name and claim.kind == "merged" and claim.predecessor for claim in change.claims)


def _ends(lineage: Lineage, change: Change, name: str) -> bool:
    claim = change.chosen
    if claim.kind == "undone":
        organisation = lineage.organisations.get(name)
        return claim.successor == name and organisation is not None and organisation.kind in ALLIANCES
    if claim.kind == "merged":
        return any(edge.predecessor == name and edge.change is change for edge in lineage.descents)
    return claim.kind in ENDINGS and claim.successor == name


def _first(changes: Iterable[Change]) -> Change | None:
    return next(iter(changes), None)
