"""Charts of the Threshold lab: what stands in them."""

import pandas as pd
import pytest

from components.charts.composition import ink_on, relative_luminance, tint
from components.charts.remainders import build_claims_chart
from components.charts.seat_grid import build_formula_grid, build_law_grid
from components.charts.staircase import build_staircase_chart
from components.charts.style import GOLD

STEPS = pd.DataFrame(
    {
        "name": ["a", "a", "b", "b"],
        "colour": ["#111111"] * 2 + ["#2166a5"] * 2,
        "from_pct": [0.0, 5.0] * 2,
        "to_pct": [5.0, 15.0] * 2,
        "seats": [9, 10, 1, 0],
        "wasted_pct": [0.0, 6.0] * 2,
        "gallagher": [1.5, 5.5] * 2,
    }
)


def pieces(figure):
    return [trace for trace in figure.data if trace.type == "bar" and trace.text is not None]


def lines_of(figure):
    return {trace.name: list(trace.y) for trace in figure.data if trace.type == "scatter"}


def words(figure):
    return {note.text for note in figure.layout.annotations}


def test_staircase_writes_seats_into_pieces_and_leaves_stretches_without_a_seat_out():
    assert [trace.text for trace in pieces(build_staircase_chart(STEPS, threshold_pct=3.0, law_pct=7.0))] == ["9", "10", "1"]


def test_staircase_marks_the_law_and_the_reader_where_they_differ():
    assert {"<b>law</b>", "yours"} <= words(build_staircase_chart(STEPS, threshold_pct=3.0, law_pct=7.0))
    assert "yours" not in words(build_staircase_chart(STEPS, threshold_pct=7.0, law_pct=7.0))


def test_staircase_is_pale_below_the_deputies_of_a_fraction_and_full_exactly_at_them():
    colours = [trace.marker.color for trace in pieces(build_staircase_chart(STEPS, threshold_pct=3.0, law_pct=7.0, fraction_minimum=9))]
    assert colours == ["#111111", "#111111", tint("#2166a5", 0.42)]


def test_staircase_draws_wasted_votes_and_gallagher_as_steps():
    lines = lines_of(build_staircase_chart(STEPS, threshold_pct=3.0, law_pct=7.0))
    assert lines == {"wasted": [0.0, 0.0, 6.0, 6.0], "Gallagher": [1.5, 1.5, 5.5, 5.5]}


def test_staircase_of_a_measure_that_is_missing_somewhere_leaves_it_out_there():
    steps = STEPS.assign(gallagher=[1.5, None] * 2)
    lines = lines_of(build_staircase_chart(steps, threshold_pct=3.0, law_pct=None))
    assert lines["Gallagher"] == [1.5, 1.5]


FORMULAS = pd.DataFrame(
    {
        "formula": ["law", "law", "other", "other"],
        "name": ["a", "b"] * 2,
        "label": ["7", "1", "8", "0"],
        "difference": [0, 0, 1, -1],
    }
)


def test_formula_grid_writes_every_cell_and_marks_what_differs():
    figure = build_formula_grid(FORMULAS, law="law")
    assert [note.text for note in figure.layout.annotations] == ["7", "1", "<b>8</b>", "<b>0</b>"]
    assert [list(row) for row in figure.data[0].z] == [[0, 0], [1, -1]]


def test_formula_grid_frames_the_formula_of_the_law_in_gold():
    frame = build_formula_grid(FORMULAS, law="other").layout.shapes[0]
    assert (frame.line.color, frame.y0, frame.y1) == (GOLD, 0.5, 1.5)


LAWS = pd.DataFrame(
    {
        "votes": ["2004", "2004", "2007", "2007"],
        "law": ["2004", "2007"] * 2,
        "label": ["7/1/1/1", "65/13/12/8", "10", "98"],
        "largest": [0.7, 0.66, 1.0, 1.0],
    }
)


def test_law_grid_breaks_long_rows_of_seats_and_keeps_short_ones():
    assert [note.text for note in build_law_grid(LAWS, chosen=("2007", "2007")).layout.annotations] == [
        "7/1/1/<br>1",
        "65/13/<br>12/8",
        "10",
        "98",
    ]


@pytest.mark.parametrize(("chosen", "n_frames"), [(("2007", "2007"), 2), (("2004", "2007"), 3)])
def test_law_grid_frames_each_election_under_its_own_law_and_the_readers_choice(chosen, n_frames):
    assert len(build_law_grid(LAWS, chosen=chosen).layout.shapes) == n_frames


def test_claims_that_won_are_full_and_the_others_hollow():
    frame = pd.DataFrame(
        {"name": ["a", "b"], "colour": ["#111111", "#222222"], "claim": [0.6, 0.2], "won": [True, False], "label": ["x", "y"]}
    )
    figure = build_claims_chart(frame, axis_title="Remainder")
    assert list(figure.data[0].marker.color) == ["#111111", "rgba(0,0,0,0)"]
    assert len(figure.layout.shapes) == 1


@pytest.mark.parametrize("colour", ["#2166a5", "#c0392b", "#e08a1e", "#5b3f8f"])
def test_tint_is_pale_enough_for_dark_ink(colour):
    pale = tint(colour, 0.42)
    assert ink_on(pale) == "#0b0b0b"
    assert (relative_luminance(pale) + 0.05) / 0.053 >= 4.5
