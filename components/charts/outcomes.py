"""Demands by subject, one square each, in the colour of what became of them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.composition import ink_on
from components.charts.frames import each_row
from components.charts.style import style_figure, words_at_left

WORDS_PX, CELLS_PX, GAP_PX = 18, 20, 9
"""Height of a subject's words, of its row of demands, and of the room between two subjects."""
MARGIN_PX = 8
LEAST_END = 10


def build_outcomes(frame: pd.DataFrame, *, colours: Mapping[str, str]) -> go.Figure:
    """One row a subject, one cell a demand; the cells of one outcome stand together, with their number on the first.

    Args:
        frame: One row per demand with `subject`, `outcome` (a key of `colours`), `told` (words for the reader who points at it).
        colours: Colour of each outcome, in the order of the cells.

    Returns:
        A figure; subjects run from the top in the order of the frame, each with its words above its cells, so that they fit on a phone.
    """
    figure, top = go.Figure(), 0.0
    end = max(LEAST_END, int(frame.groupby("subject").size().max()))
    for subject, demands in frame.groupby("subject", sort=False):
        figure.add_trace(words_at_left(f"{subject}\u2002<b>{len(demands)}</b>", top + WORDS_PX / 2))
        start = 0
        for outcome, colour in colours.items():
            same = demands[demands["outcome"] == outcome]
            if len(same):
                _add_cells(figure, same, start, top + WORDS_PX + CELLS_PX / 2, colour=colour)
                start += len(same)
        top += WORDS_PX + CELLS_PX + GAP_PX
    style_figure(figure, height=round(top) + 2 * MARGIN_PX, left=4, top=MARGIN_PX, bottom=MARGIN_PX)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(range=[top, 0], visible=False)
    figure.update_xaxes(range=[0, end], visible=False)
    return figure


def _add_cells(figure: go.Figure, demands: pd.DataFrame, start: int, middle: float, *, colour: str) -> None:
    rows: list[Any] = list(each_row(demands))
    figure.add_trace(
        go.Bar(
            x=[0.94] * len(rows),
            base=[start + place + 0.03 for place in range(len(rows))],
            y=[middle] * len(rows),
            width=CELLS_PX - 1,
            orientation="h",
            meta=str(demands["outcome"].iloc[0]),
            marker={"color": colour, "line": {"width": 0}},
            text=[str(len(rows)), *[""] * (len(rows) - 1)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": 13, "color": ink_on(colour)},
            customdata=[row.told for row in rows],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
