import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
import pytest

from components.ui.frame import plain_csv, ready_figure
from components.ui.url_state import address_problems


def test_address_with_a_value_that_was_dropped_says_what_is_shown_instead():
    lines = address_problems({"lab_threshold": ["99"]}, {"lab_threshold": "7"}, {})
    assert lines == ["lab_threshold = “99” is not possible here; the page shows 7."]


def test_address_with_the_default_value_says_nothing():
    assert address_problems({"view": ["One"]}, {"view": "One"}, {}) == []


def test_address_with_a_value_that_was_kept_says_nothing():
    assert address_problems({"view": ["Two"]}, {"view": "Two"}, {"view": "Two"}) == []


def test_address_with_an_unknown_name_says_it_was_ignored():
    assert "ignored" in address_problems({"zzz": ["1"]}, {}, {"zzz": "1"})[0]


def test_address_with_a_very_long_value_is_cut():
    assert len(address_problems({"view": ["x" * 10000]}, {"view": "One"}, {})[0]) < 300


def test_address_with_an_empty_value_says_what_is_shown_even_where_it_was_kept():
    lines = address_problems({"view": [""]}, {"view": "One"}, {"view": ""})
    assert lines == ["view = “” is not possible here; the page shows One."]


def test_address_with_a_repeated_name_says_which_value_is_shown():
    lines = address_problems({"view": ["One", "Two"]}, {"view": "Two"}, {"view": "Two"})
    assert lines == ["view = “One, Two” is not possible here; the page shows Two."]


def test_address_with_several_values_of_one_setting_says_nothing_where_all_are_shown():
    assert address_problems({"bloc": ["A", "B"]}, {"bloc": "A, B"}, {"bloc": "B"}) == []


def test_address_with_several_values_of_which_one_is_not_possible_says_what_is_shown():
    lines = address_problems({"bloc": ["A", "B", "zzz"]}, {"bloc": "A, B"}, {"bloc": "B"})
    assert lines == ["bloc = “A, B, zzz” is not possible here; the page shows A, B."]


@pytest.mark.parametrize("key", ["embed", "embed_options", "chart", "print"])
def test_address_with_a_name_of_the_shell_says_nothing(key):
    assert address_problems({key: ["x"]}, {}, {}) == []


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_csv_makes_formulas_plain(cell):
    assert plain_csv(pd.DataFrame({"a": [cell]})).decode().splitlines()[1].strip('"').startswith("'")


def test_csv_leaves_numbers_alone():
    assert plain_csv(pd.DataFrame({"a": [-1.5]})).decode() == "a\n-1.5\n"


def test_figure_made_ready_sends_what_it_would_have_sent_each_time():
    figure = go.Figure(go.Bar(x=["Otan", "Ak Zhol"], y=[7, 1]), go.Layout(height=300))
    before = pio.to_json(figure)
    assert [pio.to_json(ready_figure(figure)) for _ in range(2)] == [before, before]
