"""The charts of the Parliament page: sums of bars, two ways of counting, the least number in gold, one mark a claim."""

import itertools

import pandas as pd
import pytest

from components.charts.chambers import build_citizen_share, build_filled_seats
from components.charts.composition import relative_luminance
from components.charts.counts import build_counts
from components.charts.participation import MARKS, build_participation
from components.charts.style import GOLD
from components.ui.parliament_seats import WAYS
from tests.charts.test_palette import DEUTERANOPIA, NORMAL, PROTANOPIA, distance

PAPER, SLATE = "#fbf9f4", "#1b242c"


def pieces(*rows):
    columns = ["group", "house", "words", "colour", "seats", "sum_label"]
    return pd.DataFrame(rows, columns=columns)


TWO_HOUSES = pieces(
    ("2007", "2007 Majilis", "list vote", "#86b9e0", 98, "107 = 98 + 9"),
    ("2007", "2007 Majilis", "Assembly of Peoples", "#b9ad92", 9, "107 = 98 + 9"),
    ("2007", "2007 Senate", "maslikhats", "#74803f", 32, "47 = 32 + 15"),
    ("2012", "2012 Majilis", "list vote", "#86b9e0", 98, "98"),
)


def test_filled_seats_stand_in_one_bar_for_each_house_with_the_sum_behind_it():
    figure = build_filled_seats(TWO_HOUSES)
    bars, sums = figure.data[:-1], figure.data[-1]
    assert [bar.x[0] for bar in bars] == [98, 9, 32, 98]
    assert bars[0].y == bars[1].y
    assert list(sums.x) == [107, 32, 98]
    assert [text.strip() for text in sums.text] == ["107 = 98 + 9", "47 = 32 + 15", "98"]


def test_filled_seats_leave_room_before_the_next_convocation():
    majilis, senate, next_majilis = build_filled_seats(TWO_HOUSES).layout.yaxis.tickvals
    assert senate - majilis == 1
    assert next_majilis - senate > 1


@pytest.mark.parametrize("sight", [NORMAL, DEUTERANOPIA, PROTANOPIA])
def test_ways_of_filling_a_seat_can_be_told_apart(sight):
    colours = [colour for _, colour in WAYS.values()]
    assert min(distance(first, second, sight) for first, second in itertools.combinations(colours, 2)) > 15


@pytest.mark.parametrize("ground", [SLATE])
def test_ways_of_filling_a_seat_stand_out_from_the_dark_ground(ground):
    for _, colour in WAYS.values():
        light, dark = sorted((relative_luminance(colour), relative_luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) > 2.5


def test_citizen_share_with_and_without_lists_are_two_marks_and_one_where_they_agree():
    frame = pd.DataFrame({"group": ["1995", "2007"], "share_with_lists": [58.77, 63.64], "share_without_lists": [58.77, 0.0]})
    figure = build_citizen_share(frame)
    line, full, hollow = figure.data
    assert list(figure.layout.yaxis.categoryarray) == ["1995", "2007"]
    assert line.mode == "lines"
    assert list(full.x) == [58.77, 63.64]
    assert list(hollow.y) == ["2007"]
    assert [text.strip() for text in hollow.text] == ["0\u202f%"]


def test_minimum_is_the_one_thing_in_gold():
    frame = pd.DataFrame({"name": ["fraction", "other"], "value": [98, 5], "label": ["98", "5"], "minimum": [7, None]})
    figure = build_counts(frame, axis_title="Deputies")
    assert [(shape.x0, shape.line.color) for shape in figure.layout.shapes] == [(7, GOLD)]
    assert GOLD not in figure.data[0].marker.color


def test_participation_tells_each_status_by_shape_and_word():
    frame = pd.DataFrame(
        {"party": ["A", "A", "B"], "body": ["one", "two", "two"], "colour": "#123456", "status": ["in", "invited", "outside"], "said": "x"}
    )
    figure = build_participation(frame, bodies=["one", "two"])
    assert list(figure.data[0].x) == [0, 1, 1]
    assert list(figure.data[0].marker.symbol) == [MARKS[status][0] for status in frame["status"]]
    assert [text.replace("<br>", " ") for text in figure.data[0].text] == ["in", "invited, absent", "outside"]
    assert len({symbol for symbol, _ in MARKS.values()}) == len(MARKS)
