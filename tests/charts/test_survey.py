import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.survey import build_answers, build_repeats

NAN = math.nan


def answers(*rows):
    columns = ["question", "asked", "words", "value", "value_min", "value_max"]
    return pd.DataFrame(rows, columns=columns).assign(colour="#112233", said="Source")


def repeats(*rows):
    columns = ["question", "asked", "answer", "value", "value_min", "label", "joined"]
    return pd.DataFrame(rows, columns=columns).assign(colour="#112233", said="Source")


def bars(figure):
    return [trace for trace in figure.data if isinstance(trace, go.Bar)]


def of_mode(figure, mode):
    return [trace for trace in figure.data if isinstance(trace, go.Scatter) and trace.mode == mode]


def test_answers_are_bars_from_zero_in_the_order_of_the_frame():
    figure = build_answers(answers(("Q?", "A", "44 % no", 44.0, NAN, NAN), ("Q?", "A", "36 % yes", 36.0, NAN, NAN)), end=80)
    assert [bar.x[0] for bar in bars(figure)] == [44.0, 36.0]
    assert bars(figure)[0].y[0] < bars(figure)[1].y[0]
    assert list(figure.layout.xaxis.range) == [0, 80]


def test_answer_with_a_bound_only_is_hollow_and_points_on_where_it_may_be_larger():
    figure = build_answers(answers(("Q?", "A", "10 % or more", NAN, 10.0, NAN), ("Q?", "A", "under 5 %", NAN, NAN, 5.0)), end=80)
    assert [bar.x[0] for bar in bars(figure)] == [10.0, 5.0]
    assert {bar.marker.color for bar in bars(figure)} == {"rgba(0,0,0,0)"}
    assert [trace.x[0] for trace in of_mode(figure, "lines+markers")] == [10.0]


def test_question_stands_once_above_its_answers():
    figure = build_answers(answers(("Q?", "A", "1", 1.0, NAN, NAN), ("Q?", "A", "2", 2.0, NAN, NAN)), end=80)
    assert [trace.text[0] for trace in of_mode(figure, "text")].count("<b>Q?</b>") == 1


def test_repeats_join_only_what_can_be_compared_and_fill_the_later_mark():
    rows = (
        ("Q?", "A", "yes", 42.0, NAN, "1995: 42 %", True),
        ("Q?", "A", "yes", 36.0, NAN, "1996: 36 %", True),
        ("P?", "B", "low", 61.0, NAN, "1996: 61 %", False),
        ("P?", "B", "low", 57.0, NAN, "2004: 57 %", False),
    )
    figure = build_repeats(repeats(*rows), end=80)
    assert [sorted(trace.x) for trace in of_mode(figure, "lines")] == [[36.0, 42.0]]
    assert [(trace.x[0], trace.marker.symbol) for trace in of_mode(figure, "markers")] == [
        (42.0, "circle-open"),
        (36.0, "circle"),
        (61.0, "circle-open"),
        (57.0, "circle"),
    ]


def test_repeats_of_equal_shares_have_one_label():
    rows = (("Q?", "A", "party", 10.0, NAN, "1996: 10 %", False), ("Q?", "A", "party", NAN, 10.0, "1999: 10 % or more", False))
    texts = [trace.text[0].strip() for trace in of_mode(build_repeats(repeats(*rows), end=80), "text")]
    assert "1996: 10 %; 1999: 10 % or more" in texts
