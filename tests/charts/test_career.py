from datetime import date

import pandas as pd
import pytest

from components.charts.career import build_career

YEAR = (date(2004, 1, 1), date(2004, 12, 31))
DAY = (date(2004, 9, 19), date(2004, 9, 19))


def career(*claims):
    rows = [("Otan", "co-chair", "#2468a8", mark, *days, "label") for mark, days in claims]
    return build_career(pd.DataFrame(rows, columns=["row", "roles", "colour", "mark", "start", "end", "label"]))


def marks(figure):
    return [trace.marker.symbol for trace in figure.data if trace.mode == "markers"]


def bands(figure):
    return [trace.opacity for trace in figure.data if trace.mode == "lines"]


@pytest.mark.parametrize(("mark", "symbol"), [("held", "circle"), ("began", "triangle-right"), ("ended", "triangle-left")])
def test_role_on_a_day_is_one_mark_by_its_kind(mark, symbol):
    figure = career((mark, DAY))
    assert marks(figure) == [symbol]
    assert bands(figure) == []


def test_role_in_a_year_is_a_mark_in_its_middle_on_a_pale_band_of_the_year():
    figure = career(("held", YEAR))
    assert bands(figure) == [0.3]
    assert figure.data[-1].x[0] == date(2004, 7, 1)


def test_term_with_both_ends_is_a_full_bar_without_a_mark():
    figure = career(("term", (date(1999, 1, 1), date(2004, 1, 1))))
    assert marks(figure) == []
    assert bands(figure) == [1]


@pytest.mark.parametrize("days", [(date(2004, 9, 1), None), (None, date(2004, 9, 1))])
def test_role_with_an_open_date_is_a_hollow_mark_at_the_known_end_and_no_bar(days):
    figure = career(("held", days), ("term", days))
    assert marks(figure) == ["circle-open", "circle-open"]
    assert bands(figure) == []
    assert figure.data[0].x[0] == date(2004, 9, 1)


def test_claims_on_one_place_share_a_row_that_names_its_roles():
    figure = career(("held", DAY), ("ended", YEAR))
    assert len(figure.layout.yaxis.tickvals) == 1
    assert figure.layout.yaxis.ticktext == ("Otan<br><span style='font-size:12px'>co-chair</span>",)
    assert {trace.y[0] for trace in figure.data} == set(figure.layout.yaxis.tickvals)
