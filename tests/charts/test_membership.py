"""Charts of membership: what is drawn where, from small frames."""

from datetime import date
from itertools import pairwise
from math import log10

import pandas as pd
import pytest

from components.charts.density import build_density
from components.charts.members_and_votes import build_members_and_votes
from components.charts.membership import build_membership
from components.charts.membership_labels import LINE, place_labels, place_within
from components.charts.registration import build_registration
from components.charts.style import GOLD


def claims(*rows):
    columns = ["party_id", "label", "colour", "claimed_by", "about", "low", "high", "start", "end"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(words=frame["about"].map("{:,.0f}".format), first=True, hover="h")


def year(party, amount, when, by="party", low=None, high=None):
    low, high = (amount, amount) if low is None and high is None else (low, high)
    return party, party.title(), "#123456", by, amount, low, high, date(when, 1, 1), date(when, 12, 31)


STEPS = pd.DataFrame(
    {
        "value": [3000.0, 50_000.0, 40_000.0],
        "begins": [None, date(2002, 7, 15), date(2009, 2, 1)],
        "begun": [None, date(2002, 7, 15), date(2009, 2, 28)],
        "words": ["3,000 before", "50,000 from 15 July 2002", "40,000 from February 2009"],
    }
).astype({"begins": object, "begun": object})


def drawn(frame):
    return build_membership(frame, STEPS, first=date(1999, 1, 1), last=date(2012, 1, 1))


def test_law_is_a_gold_step_that_ends_where_the_next_begins():
    gold = [trace for trace in drawn(claims(year("a", 60_000, 2009))).data if trace.line.color == GOLD]
    assert [(trace.x[1], trace.y[0]) for trace in gold] == [
        (date(2002, 7, 15), 3000),
        (date(2009, 2, 1), 50_000),
        (date(2012, 1, 1), 40_000),
    ]
    assert [trace.line.dash for trace in gold] == ["dot", "solid", "solid"]


def test_month_of_a_change_is_a_field_and_a_day_is_a_line():
    fields = [shape for shape in drawn(claims(year("a", 60_000, 2009))).layout.shapes if shape.type == "rect"]
    assert [(shape.x0, shape.x1) for shape in fields] == [(date(2002, 7, 15),) * 2, (date(2009, 2, 1), date(2009, 2, 28))]


def test_shape_of_a_mark_tells_who_claims_and_an_unknown_one_is_hollow():
    rows = [year(by, 50_000, 2009, by) for by in ("party", "electoral_commission", "court", "a friend")]
    marks = next(trace for trace in drawn(claims(*rows)).data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["circle", "square", "x", "circle-open"]


def test_axis_of_members_is_logarithmic_and_holds_eighty_and_740000():
    axis = drawn(claims(year("a", 80, 2000), year("b", 740_000, 2008))).layout.yaxis
    assert axis.type == "log"
    assert axis.range[0] < log10(80) < log10(740_000) < axis.range[1]


def test_marks_of_one_year_stand_apart_inside_the_year():
    frame = claims(year("a", 51_000, 2000), year("b", 51_000, 2000), year("c", 51_500, 2000))
    moments = place_within(frame, per_power=130, mark=12)
    assert len(set(moments)) == 3
    assert {moment.year for moment in moments} == {2000}


def test_labels_of_a_column_keep_a_line_apart_and_clear_of_the_law():
    frame = claims(*(year(f"p{n}", 40_000 + 500 * n, 2009) for n in range(8)))
    frame["day"] = place_within(frame, per_power=130, mark=12)
    labels = place_labels(frame, per_power=130, law=[log10(40_000)], first=date(1990, 1, 1), last=date(2024, 1, 1))
    heights = sorted(130 * log10(label.text_amount) for label in labels)
    assert len(heights) == 8
    assert all(above - below >= LINE - 0.01 for below, above in pairwise(heights))
    assert heights[0] - 130 * log10(40_000) > LINE / 2


def test_open_bound_ends_in_an_arrow_and_closed_bounds_in_a_bar():
    figure = drawn(claims(year("a", 150_000, 2008, low=150_000, high=float("nan")), year("b", 80, 2008, low=80, high=200)))
    arrows = [trace for trace in figure.data if trace.mode == "lines+markers"]
    bars = [trace for trace in figure.data if trace.mode == "lines" and trace.line.width == 7]
    assert [list(trace.marker.symbol) for trace in arrows] == [["circle", "triangle-up-open"]]
    assert [list(trace.y) for trace in bars] == [[80, 200]]


def test_members_and_votes_share_a_start_and_the_line_is_where_both_are_equal():
    pairs = pd.DataFrame(
        {"members": [172_000, 608_000], "votes": [46_436, 5_247_720], "with_partners": [172_000, 700_000], "ratio": [3.7, 0.12]}
    ).assign(words="w", years="y", colour="#123456", hover="h")
    figure = build_members_and_votes(pairs, demanded=50_000)
    assert figure.layout.xaxis.range[0] == figure.layout.yaxis.range[0]
    assert list(figure.data[1].x) == list(figure.data[1].y)
    marks = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["circle", "circle-open"]


def test_density_draws_each_row_from_fewest_to_most_voters():
    rows = pd.DataFrame(
        {"label": ["a", "b"], "colour": "#123456", "low": [8.8, 8.93], "high": [8.9, 9.0], "fits": [True, False], "words": "w"}
    )
    bars = [trace for trace in build_density(rows, band=(8.85, 8.9), counted={"counted": 8.87}).data if trace.type == "bar"]
    assert [(bar.base[0], round(bar.base[0] + bar.x[0], 2)) for bar in bars] == [(8.8, 8.9), (8.93, 9.0)]


@pytest.mark.parametrize(("outcome", "marks"), [("passed", 3), ("denied", 3), ("never applied", 2), ("not accounted for", 1)])
def test_registration_draws_as_many_stages_as_are_told(outcome, marks):
    rows = pd.DataFrame({"name": ["a"], "label": ["a"], "colour": ["#123456"], "outcome": [outcome]})
    drawn_marks = [trace for trace in build_registration(rows, heads=("1", "2", "3")).data if trace.mode == "markers"]
    assert len(drawn_marks) == marks
