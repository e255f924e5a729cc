"""The graph of organisations: what each came from, what it led to, and what else happened to it, claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from components.lineage.dating import When, disagree

DESCENTS = frozenset({"split", "founded_by", "merged"})
"""Changes that lead from one organisation to another."""
ORIGINS = frozenset({"founded", "founded_by", "split", "initiated_by_state"})
NAMINGS = frozenset({"renamed", "transformed"})
"""Changes within one organisation."""
ENDINGS = frozenset({"merged", "banned", "dissolved"})
ALLIANCES = frozenset({"bloc", "joint_list", "coalition", "forum"})
"""Kinds of organisation that others join without ending."""


@dataclass(frozen=True)
class Organisation:
    """An organisation as the atlas prints it."""

    party_id: str
    name: str
    kind: str
    family: str


@dataclass(frozen=True)
class Claim:
    """What one source says of one change.

    Attributes:
        claim_id: Its slug.
        change_id: The change that it is about; several claims share it.
        kind: Change type, as in the column `change_type`.
        predecessor: Where it comes from; None where there is none or the source names none.
        successor: Where it leads, or the organisation it happened to.
        when: Its date; None where the source gives none.
        source: Key of the source.
        name_before: For a renaming, the name until then.
        name_after: For a renaming, the name from then on.
    """

    claim_id: str
    change_id: str
    kind: str
    predecessor: str | None
    successor: str
    when: When | None
    source: str
    name_before: str | None = None
    name_after: str | None = None


@dataclass(frozen=True)
class Membership:
    """An organisation's place in an alliance, by one source."""

    claim_id: str
    alliance: str
    member: str
    status: str
    when: When | None
    source: str


@dataclass(frozen=True)
class Change:
    """All claims on one change, the one that is drawn first."""

    change_id: str
    claims: tuple[Claim, ...]

    @property
    def chosen(self) -> Claim:
        """The claim that is drawn."""
        return self.claims[0]

    @property
    def when(self) -> When | None:
        """Its date, of the claim that is drawn; None where no source dates it."""
        return self.chosen.when

    @property
    def kinds(self) -> frozenset[str]:
        """Every word that sources have for it."""
        return frozenset(claim.kind for claim in self.claims)

    @property
    def carrier(self) -> str:
        """The organisation whose lane carries its mark: the part that merged, else the one it happened to."""
        claim = self.chosen
        return claim.predecessor if claim.kind in ("merged", "merger_announced") and claim.predecessor else claim.successor

    @property
    def has_rival_dates(self) -> bool:
        """Whether sources date it so that no day fits all."""
        return disagree(claim.when for claim in self.claims if claim.when)


@dataclass(frozen=True)
class Descent:
    """An edge: the successor came from the predecessor, in one of the ways of `DESCENTS`."""

    predecessor: str
    successor: str
    kind: str
    change: Change


def group_claims(claims: Iterable[Claim], *, order: Sequence[str] = (), bibliography: Sequence[str] = ()) -> tuple[Change, ...]:
    """Join the claims on each change, the one to draw first.

    Dated claims go before undated ones; then the sources that the reader wants first; then the narrower date; then the bibliography.

    Args:
        claims: Claims in the order of the file.
        order: Source keys the reader wants first.
        bibliography: All source keys, in the order of the bibliography.

    Returns:
        Changes, in the order in which the file first tells them.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.change_id, []).append(claim)
    wanted, known = ({key: place for place, key in enumerate(keys)} for keys in (order, bibliography))

    def rank(claim: Claim) -> tuple[bool, int, bool, int, int]:
        width = claim.when.width if claim.when else None
        return (
            claim.when is None,
            wanted.get(claim.source, len(wanted)),
            width is None,
            width.days if width else 0,
            known.get(claim.source, len(known)),
        )

    return tuple(Change(change_id, tuple(sorted(group, key=rank))) for change_id, group in groups.items())


@dataclass(frozen=True, eq=False)
class Lineage:
    """Organisations and everything that happened between them; two graphs are the same only if they are one.

    Attributes:
        organisations: By id, in the order of the file.
        changes: Every change, with all its claims.
        memberships: Places in alliances.
    """

    organisations: Mapping[str, Organisation]
    changes: tuple[Change, ...]
    memberships: tuple[Membership, ...] = ()

    @cached_property
    def descents(self) -> tuple[Descent, ...]:
        """Edges, one for each pair of organisations and change; joining an alliance is none."""
        found: dict[tuple[str, str, str], Descent] = {}
        for change in self.changes:
            for claim in change.claims:
                if claim.kind in DESCENTS and claim.predecessor and claim.predecessor != claim.successor and self._descends(claim):
                    key = (claim.predecessor, claim.successor, change.change_id)
                    found.setdefault(key, Descent(claim.predecessor, claim.successor, claim.kind, change))
        return tuple(found.values())

    @cached_property
    def change_by_id(self) -> Mapping[str, Change]:
        """Every change by its slug."""
        return {change.change_id: change for change in self.changes}

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[Change, ...]]:
        """Changes that an organisation had a part in, by its id: those with a date in order, then those without."""
        found: dict[str, list[Change]] = {name: [] for name in self.organisations}
        for change in self.changes:
            for name in dict.fromkeys(end for claim in change.claims for end in (claim.predecessor, claim.successor) if end):
                found.setdefault(name, []).append(change)
        return {name: tuple(sorted(changes, key=_day_of)) for name, changes in found.items()}

    def ancestors(self, name: str) -> frozenset[str]:
        """Everything that an organisation came from, however far back."""
        return self._reach(name, self._predecessors)

    def descendants(self, name: str) -> frozenset[str]:
        """Everything that came from an organisation, however far on."""
        return self._reach(name, self._successors)

    def partners(self, name: str) -> frozenset[str]:
        """The alliances an organisation belonged to, or the members of an alliance."""
        pairs = [(entry.alliance, entry.member) for entry in self.memberships]
        return frozenset(second if first == name else first for first, second in pairs if name in (first, second))

    def relatives(self, name: str) -> frozenset[str]:
        """An organisation, its ancestors and descendants, and its partners in alliances."""
        return frozenset({name}) | self.ancestors(name) | self.descendants(name) | self.partners(name)

    def components(self) -> tuple[frozenset[str], ...]:
        """Connected components over descents and memberships, in the order of the file; each organisation is in one."""
        near: dict[str, list[str]] = {name: [] for name in self.organisations}
        pairs = [(edge.predecessor, edge.successor) for edge in self.descents]
        for first, second in [*pairs, *((entry.alliance, entry.member) for entry in self.memberships)]:
            near.setdefault(first, []).append(second)
            near.setdefault(second, []).append(first)
        return tuple(_components(near))

    @cached_property
    def _predecessors(self) -> Mapping[str, list[str]]:
        return _adjacency((edge.successor, edge.predecessor) for edge in self.descents)

    @cached_property
    def _successors(self) -> Mapping[str, list[str]]:
        return _adjacency((edge.predecessor, edge.successor) for edge in self.descents)

    def _descends(self, claim: Claim) -> bool:
        successor = self.organisations.get(claim.successor)
        return claim.kind != "merged" or successor is None or successor.kind not in ALLIANCES

    @staticmethod
    def _reach(name: str, near: Mapping[str, list[str]]) -> frozenset[str]:
        seen: set[str] = set()
        waiting = list(near.get(name, ()))
        while waiting:
            found = waiting.pop()
            if found not in seen and found != name:
                seen.add(found)
                waiting.extend(near.get(found, ()))
        return frozenset(seen)


def _day_of(change: Change) -> tuple[bool, date]:
    return change.when is None, change.when.point if change.when else date.max


def _adjacency(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for first, second in pairs:
        near.setdefault(first, []).append(second)
    return near


def _components(near: Mapping[str, list[str]]) -> Iterator[frozenset[str]]:
    seen: set[str] = set()
    for name in near:
        if name not in seen:
            found = {name}
            waiting = [name]
            while waiting:
                fresh = [other for other in near[waiting.pop()] if other not in found]
                found.update(fresh)
                waiting.extend(fresh)
            seen |= found
            yield frozenset(found)
