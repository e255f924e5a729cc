from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures import effective_threshold


@pytest.mark.parametrize(("magnitude", "per_cent"), [(1, 37.5), (10, 6.8), (98, 0.76)])
def test_effective_threshold_of_a_magnitude_matches_lijphart(magnitude, per_cent):
    # 75/(M+1): 75/2, 75/11, 75/99
    assert round(float(effective_threshold(magnitude)), 2 if magnitude == 98 else 1) == per_cent


def test_effective_threshold_of_a_mean_magnitude_is_exact():
    assert effective_threshold(Fraction(3, 2)) == 30


@pytest.mark.parametrize("magnitude", [0, -1, Fraction(99, 100)])
def test_effective_threshold_of_less_than_one_seat_is_refused(magnitude):
    with pytest.raises(ValueError, match="1 or more"):
        effective_threshold(magnitude)


@given(st.integers(1, 10**6))
def test_effective_threshold_lies_between_the_limits_that_lijphart_first_averaged(magnitude):
    # 100/(2M) and 100/(M+1); at M = 1 both are 50 and 75/(M+1) falls below, at 2 it meets the lower one
    if magnitude > 1:
        assert Fraction(100, 2 * magnitude) <= effective_threshold(magnitude) <= Fraction(100, magnitude + 1)


@given(st.integers(1, 10**6))
def test_effective_threshold_of_a_larger_district_is_lower(magnitude):
    assert effective_threshold(magnitude + 1) < effective_threshold(magnitude)
