"""Where marks and labels of a timeline stand, in pixels along the axis and rows down the page; the same input gives the same places.

A mark alone takes one row, a mark with its label two, as a line of type is about twice as high as a dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CLEAR = 5.0
"""Between one mark or label and the next in a row, pixels."""
WEIGHTS = (1, 2, 3)
LABEL_ROWS = 2
FEWER = 4
"""By how many rows a picture that comes out too high is tried again."""
NARROW, WIDE = frozenset("iljtfrI.,;:'’|!()[]-/ "), frozenset("mwMWOQGDHNU—%@&")
NARROW_EM, COMMON_EM, CAPITAL_EM, WIDE_EM = 0.3, 0.5, 0.6, 0.79


@dataclass(frozen=True)
class Mark:
    """What stands in a lane, in pixels from the start of the axis.

    Attributes:
        start: Left end of the mark.
        end: Right end.
        right_from: Where a label to the right of it begins.
        left_to: Where a label to the left of it ends.
        weight: 1 gets room for its label first, then 2, then 3.
        label_width: What its label takes; 0 where it has none.
    """

    start: float
    end: float
    right_from: float
    left_to: float
    weight: int
    label_width: float


@dataclass(frozen=True)
class Place:
    """Where a mark stands.

    Attributes:
        row: From 0 at the top of the lane; the upper of two for a mark with a label.
        side: "right" or "left" of the mark for its label; "" where the label found no room.
    """

    row: int
    side: str = ""

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return LABEL_ROWS if self.side else 1


@dataclass(frozen=True)
class Lane:
    """Marks that have found their places.

    Attributes:
        places: One for each mark, in their order.
        rows: How many rows the lane has; at least those of its name.
    """

    places: tuple[Place, ...]
    rows: int


@dataclass
class _Rows:
    """Stretches that are taken, row by row."""

    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def is_free(self, row: int, span: tuple[float, float], height: int = 1) -> bool:
        first, last = span[0] - CLEAR, span[1] + CLEAR
        for line in self.taken[row : row + height]:
            for start, end in line:
                if start < last and first < end:
                    return False
        return True

    def take(self, row: int, span: tuple[float, float], height: int = 1) -> None:
        self.taken.extend([] for _ in range(row + height - len(self.taken)))
        for line in self.taken[row : row + height]:
            line.append(span)

    def release(self, row: int, span: tuple[float, float]) -> None:
        self.taken[row].remove(span)


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a proportional sans-serif; rather too wide than too narrow.

    Args:
        text: One line.
        size: Size of the type, pixels.

    Returns:
        Pixels.
    """
    return size * sum(
        NARROW_EM if sign in NARROW else WIDE_EM if sign in WIDE else CAPITAL_EM if sign.isupper() else COMMON_EM for sign in text
    )


def label_span(mark: Mark, side: str) -> tuple[float, float]:
    """From where to where a label reaches.

    Args:
        mark: The mark it belongs to.
        side: "right" or "left" of it.

    Returns:
        Pixels from the start of the axis.
    """
    if side == "right":
        return mark.right_from, mark.right_from + mark.label_width
    return mark.left_to - mark.label_width, mark.left_to


def place_marks(marks: Sequence[Mark], *, width: float, name_width: float, rows_open: int, weights: Sequence[int] = WEIGHTS) -> Lane:
    """Stack the marks of a lane so that no mark and no label covers another.

    Marks of weight 1 take their places together with their labels; the others stand as high as they can; then labels are added,
    weight 2 before weight 3, where a row has room for mark and label.

    Args:
        marks: The marks.
        width: Length of the axis, pixels.
        name_width: What the name of the lane takes at the left end of its first row, pixels.
        rows_open: Rows that labels may use; marks themselves always find one.
        weights: Weights that get labels.

    Returns:
        Places in the order of the marks.
    """
    rows, places = _Rows(), {}
    rows.take(0, (0.0, name_width), LABEL_ROWS)
    ranked = sorted(range(len(marks)), key=lambda number: (marks[number].weight, marks[number].start, number))
    wanted = [number for number in ranked if marks[number].weight in weights and marks[number].label_width]
    for number in [number for number in wanted if marks[number].weight == WEIGHTS[0]]:
        found = _room_for_label(rows, marks[number], width, rows_open)
        if found:
            places[number] = found
    for number in sorted(set(ranked) - set(places), key=lambda number: (marks[number].start, number)):
        places[number] = _room_for_mark(rows, marks[number])
    for number in [number for number in wanted if not places[number].side]:
        mark = marks[number]
        rows.release(places[number].row, (mark.start, mark.end))
        found = _room_for_label(rows, mark, width, max(rows_open, len(rows.taken)))
        places[number] = found or places[number]
        if not found:
            rows.take(places[number].row, (mark.start, mark.end))
    lowest = max((place.row + place.rows for place in places.values()), default=0)
    return Lane(tuple(places[number] for number in range(len(marks))), max(LABEL_ROWS, lowest))


def stack_lanes(lanes: Sequence[Sequence[Mark]], *, width: float, name_widths: Sequence[float], rows_most: int) -> tuple[Lane, ...]:
    """Lanes that together have no more rows than fit, unless the marks alone need more.

    Rows go to the labels of weight 1 in all lanes, then to those of weight 2, then 3; where they run short, to the lanes that lack least.

    Args:
        lanes: The marks of each lane.
        width: Length of the axis, pixels.
        name_widths: What the name of each lane takes, pixels.
        rows_most: Rows that fit in all.

    Returns:
        The lanes, in their order.
    """

    def place(number: int, rows_open: int, weights: Sequence[int]) -> Lane:
        return place_marks(lanes[number], width=width, name_width=name_widths[number], rows_open=rows_open, weights=weights)

    numbers = range(len(lanes))
    least = [place(number, 0, ()).rows for number in numbers]
    needed = [[place(number, rows_most, WEIGHTS[:upto]).rows for number in numbers] for upto in range(1, len(WEIGHTS) + 1)]
    stacked: tuple[Lane, ...] = ()
    # Labels push marks out of their rows: where the whole comes out too high, labels get fewer.
    for rows in range(rows_most, min(sum(least), rows_most) - 1, -FEWER):
        given = least
        for wanted in needed:
            given = _share_out(given, wanted, rows)
        stacked = tuple(place(number, given[number], WEIGHTS) for number in numbers)
        if sum(lane.rows for lane in stacked) <= rows_most:
            break
    return stacked


def _share_out(given: Sequence[int], needed: Sequence[int], most: int) -> list[int]:
    """What each lane gets on top of what it has, as far as the sum allows; those that lack least first, so that most lanes lack nothing."""
    shared = list(given)
    for number in sorted(range(len(given)), key=lambda number: (needed[number] - given[number], number)):
        shared[number] += max(0, min(needed[number] - given[number], most - sum(shared)))
    return shared


def _room_for_mark(rows: _Rows, mark: Mark) -> Place:
    span = (mark.start, mark.end)
    row = next(row for row in range(len(rows.taken) + 1) if rows.is_free(row, span))
    rows.take(row, span)
    return Place(row)


def _room_for_label(rows: _Rows, mark: Mark, width: float, rows_open: int) -> Place | None:
    """The first rows in which mark and label have room, if there are any; the right side before the left."""
    labels = {side: label_span(mark, side) for side in ("right", "left")}
    wholes = {
        side: (min(mark.start, label[0]), max(mark.end, label[1])) for side, label in labels.items() if label[0] >= 0 and label[1] <= width
    }
    for row in range(rows_open + 1 - LABEL_ROWS):
        for side, whole in wholes.items():
            if rows.is_free(row, whole, LABEL_ROWS):
                rows.take(row, whole, LABEL_ROWS)
                return Place(row, side)
    return None
