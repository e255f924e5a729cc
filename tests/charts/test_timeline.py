"""The timeline: nothing covers anything, dates are as wide as they are loose, the narrower the period the more is named."""

from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.timeline import build_timeline
from components.charts.timeline_layout import LABEL_ROWS, Mark, label_span, place_marks, stack_lanes, text_width

WIDTH = 800.0
BARS, LASTING, DOTS = 0, 1, 2


@st.composite
def marks(draw):
    start = draw(st.floats(0, WIDTH - 1))
    end = min(WIDTH, start + draw(st.floats(1, 200)))
    middle = (start + end) / 2
    return Mark(start, end, middle + 8, middle - 8, draw(st.integers(1, 3)), draw(st.sampled_from([0.0, 60.0, 180.0, 390.0])))


def boxes(group, lane):
    """What each mark and label takes: left, right, first row, row below the last; of one mark both in one box."""
    for mark, place in zip(group, lane.places, strict=True):
        spans = [(mark.start, mark.end)] + ([label_span(mark, place.side)] if place.side else [])
        yield min(span[0] for span in spans), max(span[1] for span in spans), place.row, place.row + place.rows


def overlapping(found):
    return [
        (first, second)
        for number, first in enumerate(found)
        for second in found[number + 1 :]
        if first[0] < second[1] and second[0] < first[1] and first[2] < second[3] and second[2] < first[3]
    ]


@given(st.lists(marks(), max_size=25), st.integers(0, 12))
def test_no_mark_or_label_covers_another_or_the_name_of_the_lane(group, rows_open):
    lane = place_marks(group, width=WIDTH, name_width=150, rows_open=rows_open)
    found = [*boxes(group, lane), (0.0, 150.0, 0, LABEL_ROWS)]
    assert overlapping(found) == []
    assert all(bottom <= lane.rows for _, _, _, bottom in found)
    assert len(lane.places) == len(group)


@given(st.lists(marks(), max_size=25))
def test_labels_stay_on_the_axis_and_only_marks_that_have_one_get_it(group):
    lane = place_marks(group, width=WIDTH, name_width=0, rows_open=40)
    for mark, place in zip(group, lane.places, strict=True):
        if place.side:
            left, right = label_span(mark, place.side)
            assert 0 <= left < right <= WIDTH


@given(st.lists(st.lists(marks(), max_size=12), min_size=1, max_size=4))
def test_lanes_keep_to_the_rows_that_fit_unless_marks_alone_need_more(groups):
    names = [100.0] * len(groups)
    alone = sum(place_marks(group, width=WIDTH, name_width=100, rows_open=0).rows for group in groups)
    lanes = stack_lanes(groups, width=WIDTH, name_widths=names, rows_most=alone + 200)
    assert sum(lane.rows for lane in lanes) <= alone + 200
    assert lanes == stack_lanes(groups, width=WIDTH, name_widths=names, rows_most=alone + 200)
    wanted = [mark for group in groups for mark in group if 0 < mark.label_width <= 390 and mark.right_from + mark.label_width <= WIDTH]
    named = [place for lane in lanes for place in lane.places if place.side]
    assert len(named) >= len(wanted)


def test_label_of_less_weight_gives_way():
    light, heavy = (Mark(100, 110, 118, 92, weight, 700) for weight in (3, 1))
    lane = place_marks([light, heavy], width=830, name_width=0, rows_open=LABEL_ROWS)
    assert [place.side for place in lane.places] == ["", "right"]


def test_label_at_the_end_of_the_axis_stands_to_the_left():
    lane = place_marks([Mark(780, 790, 798, 772, 1, 100)], width=WIDTH, name_width=0, rows_open=LABEL_ROWS)
    assert lane.places[0].side == "left"


def test_text_width_tells_wide_from_narrow_signs():
    assert text_width("illi", 13) < text_width("noon", 13) < text_width("MWMW", 13)
    assert text_width("noon", 26) == pytest.approx(2 * text_width("noon", 13))


def entry(start, end, **cells):
    row = {"lane": "Law", "colour": "#2f7fc1", "title": "A law", "lasted": False, "weight": 1, "hover": "A law<br>Source"}
    return {**row, "start": start, "end": end, **cells}


def frame_of(*entries):
    frame = pd.DataFrame(list(entries))
    return frame.assign(start=frame["start"].astype("object"), end=frame["end"].astype("object")).replace({pd.NaT: None})


def drawn(*entries, years=(1990, 2000)):
    return build_timeline(frame_of(*entries), first=date(years[0], 1, 1), last=date(years[1], 12, 31)).data


def test_day_is_a_dot_without_a_bar():
    traces = drawn(entry(date(1991, 12, 16), date(1991, 12, 16)))
    assert len(traces[BARS].base) == len(traces[LASTING].base) == 0
    assert traces[DOTS].x[0] == datetime(1991, 12, 16, 12)


def test_year_is_a_bar_of_its_width_with_the_dot_in_its_middle():
    traces = drawn(entry(date(1994, 1, 1), date(1994, 12, 31)))
    assert traces[BARS].base[0] == datetime(1994, 1, 1)
    assert traces[BARS].x[0] == timedelta(days=365) / timedelta(milliseconds=1)
    assert traces[DOTS].x[0] == datetime(1994, 7, 2, 12)
    assert traces[DOTS].marker.symbol[0] == "circle"


@pytest.mark.parametrize(
    ("start", "end", "symbol", "at"),
    [(None, date(1996, 6, 30), "triangle-left", datetime(1996, 7, 1)), (date(1996, 6, 1), None, "triangle-right", datetime(1996, 6, 1))],
)
def test_open_date_points_to_where_it_is_open(start, end, symbol, at):
    traces = drawn(entry(start, end))
    assert traces[DOTS].marker.symbol[0] == symbol
    assert traces[DOTS].x[0] == at
    bar = traces[BARS]
    assert (bar.base[0] + timedelta(milliseconds=bar.x[0]) == at) if start is None else (bar.base[0] == at)


def test_what_lasted_is_a_full_bar_without_a_dot():
    traces = drawn(entry(date(1992, 1, 1), date(1997, 12, 31), lasted=True))
    assert len(traces[BARS].base) == 0
    assert traces[LASTING].x[0] == timedelta(days=2192) / timedelta(milliseconds=1)
    assert traces[DOTS].marker.opacity[0] == 0


def test_bar_is_cut_at_the_ends_of_the_axis():
    traces = drawn(entry(date(1980, 1, 1), date(2009, 12, 31)))
    assert traces[BARS].base[0] == datetime(1990, 1, 1)
    assert traces[BARS].base[0] + timedelta(milliseconds=traces[BARS].x[0]) == datetime(2001, 1, 1)


def test_hover_of_every_mark_is_its_text():
    traces = drawn(entry(date(1991, 1, 1), date(1991, 1, 1), hover="one"), entry(date(1994, 1, 1), date(1994, 12, 31), hover="two"))
    assert list(traces[DOTS].customdata) == ["one", "two"]
    assert list(traces[BARS].customdata) == ["two"]


def test_narrower_period_names_more_of_what_it_shows():
    days = [date(1994, 1, 1) + timedelta(days=9 * number) for number in range(80)]
    entries = [entry(day, day, title="The same title for all", weight=3) for day in days]

    def share(years):
        shown = [one for one in entries if years[0] <= one["start"].year <= years[1]]
        labels = drawn(*shown, years=years)[DOTS].text
        return sum(map(bool, labels)) / len(shown)

    assert share((1986, 2026)) < share((1994, 1995)) <= 1


def test_lanes_stand_in_the_order_of_the_frame_and_carry_their_names():
    figure = build_timeline(
        frame_of(entry(date(1991, 1, 1), date(1991, 1, 1)), entry(date(1992, 1, 1), date(1992, 1, 1), lane="Parties")),
        first=date(1990, 1, 1),
        last=date(1995, 12, 31),
    )
    assert [note.text for note in figure.layout.annotations] == ["<b>Law</b>", "<b>Parties</b>"]
    assert figure.layout.annotations[0].y < figure.layout.annotations[1].y
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]
