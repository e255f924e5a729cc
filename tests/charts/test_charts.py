import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.claims import build_claims
from components.charts.composition import build_composition, ink_on, relative_luminance
from components.charts.coverage import build_coverage
from components.charts.hemicycle import seat_diameter, seat_positions
from components.charts.parliament import build_parliament
from components.charts.style import percent, thousands
from components.charts.votes_and_seats import build_votes_and_seats


@given(st.integers(0, 600))
def test_seat_positions_are_as_many_as_seats_and_stay_in_the_half_circle(n_seats):
    points = seat_positions(n_seats)
    assert len(points) == n_seats
    assert all(-1.0001 <= x <= 1.0001 and -0.0001 <= y <= 1.0001 for x, y in points)


@pytest.mark.parametrize("n_seats", [10, 67, 77, 98, 107, 177, 360])
def test_seats_do_not_touch(n_seats):
    points, diameter = seat_positions(n_seats), seat_diameter(n_seats)
    nearest = min(math.dist(a, b) for i, a in enumerate(points) for b in points[:i])
    assert nearest >= diameter * 0.99


def test_percent_trims_zeros_and_names_the_unknown():
    assert [percent(88.41), percent(81.0), percent(None), percent(0.0)] == ["88.41\u202f%", "81\u202f%", "not stated", "0\u202f%"]


def test_thousands_names_the_unknown():
    assert [thousands(5247720), thousands(float("nan"))] == ["5,247,720", "not stated"]


def test_parliament_draws_one_mark_a_seat():
    frame = pd.DataFrame({"name": ["a", "b"], "colour": ["#111111", "#222222"], "tier": ["list", "district"], "seats": [7, 3]})
    traces = build_parliament(frame).data
    assert [trace.meta["seats"] for trace in traces] == [7, 3]
    assert [sum(x is None for x in trace.x) for trace in traces] == [7, 3]


def test_votes_and_seats_keeps_the_order_and_leaves_unknown_blank():
    frame = pd.DataFrame(
        {
            "name": ["a", "b"],
            "colour": ["#111111", "#222222"],
            "vote_pct": [60.0, math.nan],
            "vote_label": ["60 %", "not stated"],
            "list": [6.0, math.nan],
            "district": [math.nan, math.nan],
            "total": [math.nan, 2.0],
            "seat_label": ["6 list", "2"],
        }
    )
    figure = build_votes_and_seats(frame, seats_total=10.0)
    assert list(figure.data[0].y) == ["a", "b"]
    assert math.isnan(figure.data[0].x[1])


def test_composition_widths_are_shares_of_the_chamber():
    frame = pd.DataFrame({"election": ["2007"], "name": ["N"], "colour": ["#2468a8"], "seats": [98], "seats_total": [107]})
    assert build_composition(frame).data[0].x[0] == pytest.approx(100 * 98 / 107)


def test_claims_of_different_kinds_have_different_marks():
    frame = pd.DataFrame(
        {
            "name": ["a", "a"],
            "colour": ["#111111"] * 2,
            "status": ["official", "claimed"],
            "value": [4.5, None],
            "value_min": [None, 30.0],
            "value_max": [None, 40.0],
            "said_by": ["x", "y"],
            "label": ["4.5", "30 to 40"],
        }
    )
    symbols = {trace.marker.symbol for trace in build_claims(frame, axis_title="per cent").data if trace.mode == "markers"}
    assert symbols == {"circle", "diamond-open"}


def test_coverage_writes_counts_only_where_something_is_known():
    matrix = pd.DataFrame({"Shares": [2, 0]}, index=["A", "B"])
    assert [note.text for note in build_coverage(matrix, matrix.astype(str)).layout.annotations] == ["2"]


def test_ink_on_dark_is_white_and_on_light_is_black():
    assert (ink_on("#173f6b"), ink_on("#eaa24e")) == ("#ffffff", "#0b0b0b")
    assert relative_luminance("#ffffff") == pytest.approx(1)
