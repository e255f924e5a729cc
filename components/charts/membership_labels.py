"""Where the labels of dated claims stand: in columns beside groups of marks; the same input gives the same places."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import log10
from typing import Any

import pandas as pd

from components.charts.frames import each_row

LINE = 15.5
"""Height of a line of type, pixels."""
SLOTS = (0.5, 0.17, 0.83)
"""Where in the span that a date means a mark stands; none of them is more exact than another."""
SOON = timedelta(days=800)
"""Groups end where nothing follows so soon."""
NAMED_AGAIN = timedelta(days=500)
"""A label is left out where a later claim of the same organisation has one so soon after."""
BESIDE = timedelta(days=150)
ABOVE, BELOW = 28.0, 24.0
"""How far from their marks labels stand that would touch if they stood beside them, pixels."""
JUST_ABOVE = 0.85
"""Lines of type from a line of the law to the words above it."""
NARROW_ROOM = timedelta(days=1800)
"""Labels to the right that have less free time after them than that do not fit on a phone."""


@dataclass(frozen=True)
class Label:
    """A label and the mark that it names.

    Attributes:
        words: What it says.
        day: Where its mark stands.
        amount: The figure of its mark.
        text_day: Where the label begins or ends.
        text_amount: Its height, as a figure.
        side: "right" or "left" of the mark.
        wide_only: Whether it is for wide pictures alone.
    """

    words: str
    day: datetime
    amount: float
    text_day: datetime
    text_amount: float
    side: str
    wide_only: bool


def place_within(claims: pd.DataFrame, *, per_power: float, mark: float) -> list[datetime]:
    """A moment for each mark within the span that its date means, so that marks of one span cover each other as little as can be.

    Args:
        claims: Rows with `start`, `end` and `about`.
        per_power: Pixels in a power of ten.
        mark: Size of a mark, pixels.

    Returns:
        One moment a row.
    """
    taken: dict[tuple[date, date], list[tuple[float, int]]] = {}
    moments = []
    for row in each_row(claims):
        height, others = log10(row.about) * per_power, taken.setdefault((row.start, row.end), [])
        near = [slot for other, slot in others if abs(other - height) < mark]
        slot = min(range(len(SLOTS)), key=near.count)
        others.append((height, slot))
        moments.append(_noon(row.start) + SLOTS[slot] * (row.end - row.start))
    return moments


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def place_labels(claims: pd.DataFrame, *, per_power: float, law: Sequence[float], first: date, last: date) -> list[Label]:
    """Labels for the claims that need one, in columns.

    Args:
        claims: Rows by `start` with `party_id`, `label`, `words`, `about`, `start`, `end`, `day` (of the mark).
        per_power: Pixels in a power of ten.
        law: Powers of ten of level lines that labels to the right do not touch.
        first: Start of the axis.
        last: Its end.

    Returns:
        The labels. Of a group of claims, those of its first year stand to the left, unless it begins at the axis, the others to the right.
    """
    labels = []
    groups = _groups(claims)
    for place, group in enumerate(groups):
        following = groups[place + 1][0].start if place + 1 < len(groups) else last
        until = max(row.end for row in group)
        named = [row for row in group if not _named_later(row, group)]
        if group[0].start - first < NARROW_ROOM:
            labels += _beside(named, per_power)
            continue
        left = [row for row in named if row.end.year == group[0].start.year and until != row.end]
        right = [row for row in named if not any(row is other for other in left)]
        narrow = following - until < NARROW_ROOM
        labels += _column(left, _noon(group[0].start) - BESIDE, "left", per_power, law, wide_only=True)
        labels += _column(right, _noon(until) + BESIDE, "right", per_power, law, wide_only=narrow)
    return labels


def _groups(claims: pd.DataFrame) -> list[list[Any]]:
    """Claims of one time, apart from those of the next."""
    groups: list[list[Any]] = []
    for row in each_row(claims.sort_values("start", kind="stable")):
        if groups and row.start - max(other.end for other in groups[-1]) < SOON:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _named_later(row: Any, group: Sequence[Any]) -> bool:
    """Whether a later or larger claim of the organisation in its group is named instead; the largest figure is always named once."""
    same = [other for other in group if other.party_id == row.party_id]
    best = max(group, key=lambda other: (other.about, other.Index))
    if row is best:
        return False
    return any(_takes_the_name(other, row) for other in same if other is not best)


def _takes_the_name(other: Any, row: Any) -> bool:
    """Whether another claim of the organisation is named in place of this one: a later one, or the same figure again."""
    again = (other.start, other.end, other.about) == (row.start, row.end, row.about)
    return bool((other.start > row.end and other.start - row.end < NAMED_AGAIN) or (again and other.Index > row.Index))


def _beside(rows: Sequence[Any], per_power: float) -> list[Label]:
    """Labels where there is room to the right of each mark; of two that would touch, one stands above its mark and one below."""
    labels = []
    for row in rows:
        near = [other for other in rows if other is not row and abs(log10(other.about / row.about)) * per_power < LINE]
        away = 0.0 if not near else ABOVE if row.about >= max(other.about for other in near) else -BELOW
        day = _noon(row.start if near else row.end + BESIDE)
        words = f"{row.label}{'<br>' if away < 0 else ' '}{row.words}"
        labels.append(Label(words, row.day, row.about, day, row.about * 10 ** (away / per_power), "right", False))
    return labels


def _column(rows: Sequence[Any], day: datetime, side: str, per_power: float, law: Sequence[float], *, wide_only: bool) -> list[Label]:
    """Labels at one moment, from the lowest up, each at least a line above the one before and clear of the law's lines."""
    labels: list[Label] = []
    free = float("-inf")
    for row in sorted(rows, key=lambda row: (row.about, len(row.label))):
        height = _clear_of_law(max(log10(row.about) * per_power, free), per_power, law) if side == "right" else log10(row.about) * per_power
        height = max(height, free)
        words = row.label if wide_only and side == "right" else f"{row.label} {row.words}"
        labels.append(Label(words, row.day, row.about, day, 10 ** (height / per_power), side, wide_only))
        free = height + LINE
    return labels


def _clear_of_law(height: float, per_power: float, law: Sequence[float]) -> float:
    """A height off the law's lines: a label that would touch one stands just above it, one that is a little higher a line above that."""
    for power in law:
        gap = height - power * per_power
        if -LINE / 2 < gap < 0:
            return height - gap + JUST_ABOVE * LINE
        if 0 <= gap < (1 + JUST_ABOVE) * LINE:
            return height - gap + (1 + JUST_ABOVE) * LINE
    return height
