"""What the timeline says in words: its finding, what stands under a mark, the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from textwrap import wrap

import pandas as pd

from components.ui.timeline_data import LANES, Entry

FEW = 6
HOVER_WIDTH, HOVER_LINES = 64, 4
MOST_SAID = 4
Stretch = tuple[int, int]


def timeline_finding(entries: Sequence[Entry], years: Stretch, *, about: str = "") -> str:
    """Where in the period most of the entries fall.

    Args:
        entries: What is shown, at least one.
        years: First and last year of the period.
        about: Name of the organisation they are all about, if any.

    Returns:
        A sentence; entries that are not dated to a year are left out of the count.
    """
    start = f"{about}: " if about else ""
    counts = Counter(entry.begins.year for entry in entries if entry.begins.year == entry.ends.year)
    known, length = counts.total(), years[1] - years[0] + 1
    if known < FEW or length == 1:
        events = "1 event" if len(entries) == 1 else f"{len(entries)} events"
        return f"{start}{events} in {year_span(years)}"
    dense = dense_stretches(counts, years)
    held = sum(counts[year] for first, last in dense for year in range(first, last + 1))
    width = sum(last - first + 1 for first, last in dense)
    named = " and ".join(year_span(stretch) for stretch in dense)
    return f"{start}{held} of {known} events dated to the year fall in {width} of {length} years: {named}"


def dense_stretches(counts: Mapping[int, int], years: Stretch) -> list[Stretch]:
    """The fewest years, in at most two stretches, that hold at least half of everything; one stretch where that is as short.

    Args:
        counts: How much falls in each year.
        years: First and last year to look at.

    Returns:
        One or two stretches in their order; of several that are as short the fullest, of these the earliest.
    """
    first, last = years
    sums = [0]
    for year in range(first, last + 1):
        sums.append(sums[-1] + counts.get(year, 0))
    size = len(sums) - 1

    def held(stretches: Sequence[Stretch]) -> int:
        return sum(sums[end] - sums[start] for start, end in stretches)

    for length in range(1, size + 1):
        one = max(([(start, start + length)] for start in range(size - length + 1)), key=held)
        found = one if 2 * held(one) >= sums[-1] else max(_pairs(sums, length), key=held, default=one)
        if 2 * held(found) >= sums[-1]:
            return [(first + start, first + end - 1) for start, end in found]
    return [years]


def _pairs(sums: Sequence[int], length: int) -> list[list[Stretch]]:
    """The best pair of stretches, apart from each other, for each way to divide a number of years between them."""
    size, pairs = len(sums) - 1, []
    for left in range(1, length):
        best = (0, left)
        for start in range(left + 1, size - (length - left) + 1):
            before = (start - 1 - left, start - 1)
            if sums[before[1]] - sums[before[0]] > sums[best[1]] - sums[best[0]]:
                best = before
            pairs.append([best, (start, start + length - left)])
    return pairs


def whole_years(years: Stretch) -> str:
    """Years in full: "1986–2012", or "1999" for one."""
    return f"{years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"


def year_span(years: Stretch) -> str:
    """Years as the atlas writes them: "1990–91", "1999", "1999–2004"."""
    first, last = years
    if first == last:
        return f"{first}"
    return f"{first}–{last % 100:02d}" if first // 100 == last // 100 else f"{first}–{last}"


def who_says(entry: Entry, most: int = MOST_SAID) -> str:
    """Short names of the sources, the source of the date first."""
    named, more = entry.said[:most], len(entry.said) - most
    return "; ".join(named) + (f"; and {more} more" if more > 0 else "")


def other_dates(entry: Entry) -> str:
    """Dates that sources give instead; empty where they agree."""
    return f"Sources differ: {'; '.join(entry.rivals)}" if entry.rivals else ""


def hover_text(entry: Entry) -> str:
    """What stands under a mark: title, date, who says so, other dates.

    Args:
        entry: The entry.

    Returns:
        Lines with `<br>` between them.
    """
    told = entry.told if entry.told != entry.title else ""
    texts = [told, f"Who says so: {who_says(entry)}", other_dates(entry)]
    below = [line for text in texts if text for line in _lines(text)]
    return "<br>".join([f"<b>{'<br>'.join(_lines(entry.title))}</b>", entry.dated, *below])


def _lines(text: str) -> list[str]:
    return wrap(text, HOVER_WIDTH, max_lines=HOVER_LINES, placeholder="…")


def timeline_table(entries: Sequence[Entry]) -> pd.DataFrame:
    """The same as a table: a row an entry, with every place in the sources."""
    rows = [
        {
            "Date": entry.dated,
            "Event": entry.title,
            "In more words": entry.told,
            "Lane": LANES[entry.lane][0],
            "Who says so": "; ".join(entry.said),
            "Other dates": "; ".join(entry.rivals),
            "Source": "; ".join(entry.references),
        }
        for entry in entries
    ]
    return pd.DataFrame(rows, columns=["Date", "Event", "In more words", "Lane", "Who says so", "Other dates", "Source"])
