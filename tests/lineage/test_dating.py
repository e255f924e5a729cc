from datetime import date

import pytest

from components.lineage import When, disagree
from tests.lineage.trees import in_year, when


def test_point_of_a_year_is_its_middle_and_not_its_first_day():
    assert in_year(2006).point == date(2006, 7, 2)


@pytest.mark.parametrize(
    ("dated", "point"),
    [
        (When(None, date(2007, 12, 31)), date(2007, 12, 31)),
        (When(date(1991, 8, 1), None), date(1991, 8, 1)),
        (when("1999-03-01"), date(1999, 3, 1)),
    ],
)
def test_point_of_an_open_date_is_its_known_end(dated, point):
    assert dated.point == point


@pytest.mark.parametrize(("dated", "exact"), [(when("1999-03-01"), True), (when("1999-03-01", "1999-03-31"), True), (in_year(1999), False)])
def test_is_exact_holds_up_to_a_month(dated, exact):
    assert dated.is_exact is exact


def test_open_date_is_never_exact():
    assert not When(None, date(1999, 1, 1)).is_exact


def test_excludes_dates_that_touch_is_false():
    assert not when("2006-07-01", "2006-07-31").excludes(when("2006-07-31", "2006-12-31"))
    assert when("2006-07-01", "2006-07-31").excludes(when("2006-08-01"))


def test_disagree_of_loose_and_exact_dates_that_fit_is_false():
    assert not disagree([in_year(2006), when("2006-07-04"), When(None, date(2007, 12, 31))])


def test_disagree_of_july_2005_and_2006_is_true():
    assert disagree([when("2005-07-01", "2005-07-31"), in_year(2006)])


def test_disagree_of_one_date_or_none_is_false():
    assert not disagree([])
    assert not disagree([in_year(2006)])
