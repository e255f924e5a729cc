"""Two classifications side by side: classes in order, lines where both authors class a party."""

import pandas as pd
import pytest

from components.charts.camps import build_camps

LEFT, RIGHT = ("Hard", "Soft"), ("Radical", "Friendly", "Not classed")


def party(name, left, right, **cells):
    row = {"name": name, "colour": "#123456", "left": left, "right": right, "joined": right != "Not classed", "differs": False}
    return row | {"left_said": left, "right_said": right, "left_twice": False, "right_twice": False} | cells


@pytest.fixture
def figure():
    rows = [
        party("Late", "Soft", "Radical", differs=True, right_twice=True),
        party("First", "Hard", "Radical"),
        party("Alone", "Hard", "Not classed"),
        party("Twice", "Soft", "Friendly", left_twice=True),
    ]
    return build_camps(pd.DataFrame(rows), left=LEFT, right=RIGHT, heads=("One", "Two"))


def traces(figure):
    return {trace.customdata[0] + "/" + trace.customdata[1]: trace for trace in figure.data}


def test_classes_stand_from_the_top_on_both_sides(figure):
    found = traces(figure)
    assert found["Hard/Radical"].y[0] < found["Soft/Radical"].y[0]
    assert found["Soft/Radical"].y[1] < found["Soft/Friendly"].y[1] < found["Hard/Not classed"].y[1]


def test_party_that_one_author_leaves_out_has_no_line(figure):
    assert traces(figure)["Hard/Not classed"].mode == "markers"
    assert traces(figure)["Hard/Radical"].mode == "lines+markers"


def test_party_classed_differently_has_the_thicker_line_and_is_drawn_last(figure):
    found = traces(figure)
    assert found["Soft/Radical"].line.width > found["Hard/Radical"].line.width
    assert figure.data[-1].customdata[1] == "Radical"
    assert figure.data[-1].customdata[0] == "Soft"


def test_hollow_mark_stands_on_the_side_of_the_author_with_two_words(figure):
    found = traces(figure)
    assert list(found["Soft/Radical"].marker.symbol) == ["circle", "circle-open"]
    assert list(found["Soft/Friendly"].marker.symbol) == ["circle-open", "circle"]


def test_every_party_is_named_on_both_sides_and_no_two_at_one_height(figure):
    names = [note.text for note in figure.layout.annotations]
    for name in ("First", "Alone", "Twice", "<b>Late</b>"):
        assert names.count(name) == 2
    for side in (0, 1):
        heights = [trace.y[side] for trace in figure.data]
        assert len(set(heights)) == len(heights)
