"""What an organisation was called on a date, from its renamings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from components.lineage.graph import NAMINGS, Change, Lineage


@dataclass(frozen=True)
class NameSpan:
    """A name and the days it was in use.

    Attributes:
        name: As the source of the renaming writes it, or as the atlas prints it where there was no renaming.
        start: First day; None where it is the first name.
        end: Day of the next renaming; None where it is the last name.
    """

    name: str
    start: date | None
    end: date | None


def name_spans(lineage: Lineage, name: str) -> tuple[NameSpan, ...]:
    """The names of an organisation in their order.

    Each lies between two renamings; of the name that the first gave and the one that the second ended, the shorter is told.

    Args:
        lineage: The graph.
        name: Id of the organisation.

    Returns:
        One span or more; that of an organisation without dated renamings is its name in the atlas.
    """
    namings = [change for change in lineage.changes_of.get(name, ()) if _names(change) and change.when]
    if not namings:
        organisation = lineage.organisations.get(name)
        return (NameSpan(organisation.name if organisation else name, None, None),)
    before: list[Change | None] = [None, *namings]
    after: list[Change | None] = [*namings, None]
    return tuple(NameSpan(_name_between(*pair), _day(pair[0]), _day(pair[1])) for pair in zip(before, after, strict=True))


def name_on(lineage: Lineage, name: str, day: date) -> str:
    """What an organisation was called on a day.

    Args:
        lineage: The graph.
        name: Id of the organisation.
        day: The day; that of a renaming has the new name.

    Returns:
        The name. Whether the organisation existed is another question.
    """
    spans = name_spans(lineage, name)
    return next((span.name for span in spans if span.end is None or day < span.end), spans[-1].name)


def has_namesake(lineage: Lineage, words: str, name: str) -> bool:
    """Whether another organisation ever had a name too; years and words in brackets are left aside.

    Args:
        lineage: The graph.
        words: The name.
        name: Id of the organisation that is meant.

    Returns:
        True where a reader could take one for the other.
    """
    bearers, counts = _bearers(lineage)
    return counts[_bare(words)] > (_bare(words) in bearers.get(name, ()))


@lru_cache(maxsize=32)
def _bearers(lineage: Lineage) -> tuple[dict[str, set[str]], Counter[str]]:
    """Every name of each organisation, and how many organisations have each name."""
    bearers = {
        name: {_bare(entry.name), *(_bare(span.name) for span in name_spans(lineage, name))}
        for name, entry in lineage.organisations.items()
    }
    return bearers, Counter(words for names in bearers.values() for words in names)


def _bare(words: str) -> str:
    return words.partition(" (")[0].casefold().replace("-", " ").strip()


def _names(change: Change) -> bool:
    return any(claim.kind in NAMINGS and claim.name_after for claim in change.claims)


def _name_between(first: Change | None, second: Change | None) -> str:
    given = _first_named(first, "name_after") if first else ""
    ended = _first_named(second, "name_before") if second else ""
    return min((text for text in (ended, given) if text), key=len, default="")


def _first_named(change: Change, column: str) -> str:
    return next((getattr(claim, column) for claim in change.claims if getattr(claim, column)), "")


def _day(change: Change | None) -> date | None:
    return change.when.point if change and change.when else None
