"""Dates: what they may mean, and how they are written out. Forms from the EDTF specification (Library of Congress, 2019)."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from components.records import DateError, DateSpan, format_date, parse_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1999-10-10", date(1999, 10, 10), date(1999, 10, 10), "day"),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29), "month"),
        ("1995-12", date(1995, 12, 1), date(1995, 12, 31), "month"),
        ("2007", date(2007, 1, 1), date(2007, 12, 31), "year"),
        ("1994~", date(1994, 1, 1), date(1994, 12, 31), "year"),
        ("1995-01?", date(1995, 1, 1), date(1995, 1, 31), "month"),
        ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("1995-XX", date(1995, 1, 1), date(1995, 12, 31), "year"),
        ("1995-02-XX", date(1995, 2, 1), date(1995, 2, 28), "month"),
        ("2007-22", date(2007, 6, 1), date(2007, 8, 31), "season"),
        ("1994-12/1995-01", date(1994, 12, 1), date(1995, 1, 31), "interval"),
        ("../2007", date.min, date(2007, 12, 31), "interval"),
        ("2007-08-18/..", date(2007, 8, 18), date.max, "interval"),
        ("/2007", date.min, date(2007, 12, 31), "interval"),
    ],
)
def test_parse_date_gives_first_and_last_day(text: str, earliest: date, latest: date, precision: str):
    assert parse_date(text) == DateSpan(earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        "2007-13-45", "2007-02-30", "2007-02-29", "2007-04-31", "2007-13", "2007-00", "2007-01-00", "0000", "-0100", "Y170000002",
        "2007-31", "1994-12/1993-01", "2007/2008/2009", "../..", "/", "", " 2007", "2007 ", "2007~~", "199x", "1XXX", "20070818",
        "08/18/2007", "2007-08-18T10:00:00Z", "[1999,2000]", "2007-(08)~", "２００７", "2007-8", "2007-21?", "August 2007", "9" * 10_000,
    ],
)  # fmt: skip
def test_parse_date_of_no_date_of_these_levels_is_refused(text: str):
    with pytest.raises(DateError, match="is no EDTF date"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1999-10-10", "10 October 1999"),
        ("1995-12", "December 1995"),
        ("2007", "2007"),
        ("1994~", "1994, about"),
        ("1995-01?", "January 1995, uncertain"),
        ("1994%", "1994, about and uncertain"),
        ("1994-12/1995-01", "December 1994 to January 1995"),
        ("../2007", "2007 or earlier"),
        ("2007/..", "2007 or later"),
        ("199X", "1990s"),
        ("1995-XX", "1995"),
        ("2007-21", "spring 2007"),
        ("2007-13-45", "2007-13-45"),
        ("", ""),
    ],
)
def test_format_date_writes_as_a_reader_would(text: str, words: str):
    assert format_date(text) == words


def test_format_date_of_blank_cell_is_blank():
    assert format_date(float("nan")) == ""  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.from_regex(r"[0-9]{3}[0-9X](-[0-2X][0-9X](-[0-3X][0-9X])?)?[?~%]?", fullmatch=True, alphabet=st.characters(max_codepoint=127)))
def test_parse_date_accepts_nothing_the_edtf_library_refuses(text: str):
    try:
        span = parse_date(text)
    except DateError:
        return
    parsed = parse_edtf(text)
    assert span.earliest.timetuple()[:3] == parsed.lower_strict()[:3]
    assert span.latest.timetuple()[:3] == parsed.upper_strict()[:3]


@settings(deadline=None)
@given(st.dates(min_value=date(1, 1, 1)))
def test_parse_date_of_every_day_is_that_day(day: date):
    assert parse_date(day.isoformat()) == DateSpan(day, day, "day")


@settings(deadline=None)
@given(st.text(max_size=20))
def test_parse_date_of_any_text_gives_span_or_date_error(text: str):
    try:
        span = parse_date(text)
    except DateError:
        return
    assert span.earliest <= span.latest
