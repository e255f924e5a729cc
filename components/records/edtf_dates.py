"""Dates as sources give them: EDTF (ISO 8601-2), levels 0 and 1, in the real calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import struct_time
from typing import Literal

from edtf import EDTFParseException, parse_edtf

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]

PLAIN = ("day", "month", "year")
LAST_MONTH = 12
OPEN_ENDS = ("", "..")
FORMS: tuple[tuple[Precision, re.Pattern[str]], ...] = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)),
    ("season", re.compile(r"\d{4}-2[1-4]", re.ASCII)),
    ("month", re.compile(r"\d{4}-\d\d(-XX)?", re.ASCII)),
    ("year", re.compile(r"\d{4}(-XX(-XX)?)?", re.ASCII)),
    ("decade", re.compile(r"\d{3}X", re.ASCII)),
    ("century", re.compile(r"\d{2}XX", re.ASCII)),
)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
HEDGES = {"~": ", about", "?": ", uncertain", "%": ", about and uncertain", "": ""}
LONGEST = 40


class DateError(ValueError):
    """A text is no EDTF date."""

    def __init__(self, text: str) -> None:
        """Build the message from the text."""
        found = f'"{text[:LONGEST]}" is no EDTF date of levels 0 and 1'
        super().__init__(f"{found}; expected for instance 2007-08-18, 2007-08, 1994~ or ../2007")


@dataclass(frozen=True)
class DateSpan:
    """The days a date may mean; an open or unknown end is date.min or date.max."""

    earliest: date
    latest: date
    precision: Precision


@lru_cache(maxsize=4096)
def parse_date(text: str) -> DateSpan:
    """Read an EDTF date of levels 0 and 1; the day is the finest.

    Args:
        text: For instance `2007-08-18`, `2007-08`, `2007`, `1994~`, `199X`, `1994-12/1995-01`, `../2007`.

    Returns:
        The first and last day it may mean.

    Raises:
        DateError: No such date, or not in the calendar (2007-13-45, 2007-02-30), or its end is before its start.
    """
    if len(text) > LONGEST:
        raise DateError(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _point(text)
    if start in OPEN_ENDS and end in OPEN_ENDS:
        raise DateError(text)
    earliest = date.min if start in OPEN_ENDS else _point(start).earliest
    latest = date.max if end in OPEN_ENDS else _point(end).latest
    if earliest > latest:
        raise DateError(text)
    return DateSpan(earliest, latest, "interval")


def read_span(cell: object) -> DateSpan | None:
    """The days that a cell of a date column may mean.

    Args:
        cell: A cell, of whatever a data folder holds.

    Returns:
        The span; None for a blank and for what is no date.
    """
    if not isinstance(cell, str):
        return None
    try:
        return parse_date(cell)
    except DateError:
        return None


def format_date(text: str) -> str:
    """An EDTF date as a reader would write it.

    Args:
        text: An EDTF date; blank gives blank, and what is no date is returned as it stands.

    Returns:
        "10 October 1999", "December 1995", "1994, about", "December 1994 to January 1995", "2007 or earlier".
    """
    if not isinstance(text, str):
        return ""
    try:
        parse_date(text)
    except DateError:
        return text
    start, slash, end = text.partition("/")
    if not slash:
        return _words(text)
    if start in OPEN_ENDS:
        return f"{_words(end)} or earlier"
    if end in OPEN_ENDS:
        return f"{_words(start)} or later"
    return f"{_words(start)} to {_words(end)}"


def _point(text: str) -> DateSpan:
    bare = text.rstrip("~?%")
    precision = next((name for name, form in FORMS if form.fullmatch(bare)), None)
    if precision is None or len(text) - len(bare) > 1:
        raise DateError(text)
    try:
        if precision in PLAIN and "X" not in bare:
            return _calendar(bare, precision)
        parsed = parse_edtf(text)
        return DateSpan(_day(parsed.lower_strict()), _day(parsed.upper_strict()), precision)
    except (EDTFParseException, ValueError, OverflowError) as error:
        raise DateError(text) from error


# The edtf library takes milliseconds for a date, and a package holds hundreds: plain days, months and years go by the calendar alone.
def _calendar(text: str, precision: Precision) -> DateSpan:
    year, month, day = (int(part) if part else None for part in (text[:4], text[5:7], text[8:]))
    earliest = date(year or 0, 1 if month is None else month, 1 if day is None else day)
    last_month = LAST_MONTH if month is None else month
    last_day = monthrange(earliest.year, last_month)[1] if day is None else day
    return DateSpan(earliest, date(earliest.year, last_month, last_day), precision)


def _day(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _words(text: str) -> str:
    bare = text.rstrip("~?%")
    known = [part for part in bare.split("-") if part != "XX"]
    year = known[0].replace("XX", "00s").replace("X", "0s")
    words = [year]
    if len(known) > 1:
        words = [SEASONS.get(known[1]) or MONTHS[int(known[1]) - 1], year]
    if len(known) == len(("year", "month", "day")):
        words = [str(int(known[2])), *words]
    return " ".join(words) + HEDGES[text[len(bare) :]]
