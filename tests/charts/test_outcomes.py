import itertools

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts.outcomes import build_outcomes
from components.ui.proposals_data import COLOURS
from tests.charts.test_palette import DEUTERANOPIA, NORMAL, PROTANOPIA, distance

FRAME = pd.DataFrame(
    {
        "subject": ["Threshold", "Threshold", "Threshold", "Media"],
        "outcome": ["No", "Yes", "Yes", "No"],
        "told": ["a", "b", "c", "d"],
    }
)


def cells():
    return [trace for trace in build_outcomes(FRAME, colours={"Yes": "#2a70ad", "No": "#d98a6a"}).data if isinstance(trace, go.Bar)]


def test_every_demand_is_one_cell_and_cells_of_one_outcome_stand_together():
    assert [(trace.meta, len(trace.x), trace.text[0]) for trace in cells()] == [("Yes", 2, "2"), ("No", 1, "1"), ("No", 1, "1")]
    assert [round(start) for trace in cells()[:2] for start in trace.base] == [0, 1, 2]


def test_cell_tells_its_demand():
    assert [told for trace in cells() for told in trace.customdata] == ["b", "c", "a", "d"]


@pytest.mark.parametrize("sight", [NORMAL, DEUTERANOPIA, PROTANOPIA])
def test_colours_of_outcomes_can_be_told_apart(sight):
    assert min(distance(first, second, sight) for first, second in itertools.combinations(COLOURS.values(), 2)) > 9
