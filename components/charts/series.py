"""Figures over elections: dated points, one row an election, never joined by a line."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, rows_axis, style_figure

SYMBOLS = {"preliminary": "circle-open", "claimed": "diamond-open", "expected": "diamond-tall-open"}
ROW_HEIGHT = 34
PER_CENT_TICKS = [0, 25, 50, 75, 100]


def build_points(frame: pd.DataFrame, *, axis_title: str, end: float | None = None) -> go.Figure:
    """One row an election, one mark a claim, from zero; the label stands behind the largest claim of the row.

    Args:
        frame: One row per claim with `election`, `value`, `label`, `colour`, `status`, `said_by`.
        axis_title: Unit and base.
        end: End of the axis where the unit is per cent, with room for labels; None to fit.

    Returns:
        A figure; elections run from the top in the order of the frame. A bar in the colour of the largest claim leads to it.
    """
    order = list(dict.fromkeys(frame["election"]))
    figure = go.Figure([_leading_bars(frame), _claim_marks(frame)])
    style_figure(figure, height=70 + ROW_HEIGHT * len(order))
    figure.update_yaxes(**rows_axis(order))
    figure.update_xaxes(range=[0, end] if end else None, rangemode="tozero", title=axis_title, tickvals=PER_CENT_TICKS if end else None)
    return figure


def _leading_bars(frame: pd.DataFrame) -> go.Bar:
    """A pale bar from zero to the largest claim of each election, with the labels of its claims behind it."""
    largest = frame.loc[frame.groupby("election", sort=False)["value"].idxmax()]
    labels = frame.groupby("election", sort=False)["label"].agg(lambda texts: " or ".join(dict.fromkeys(text for text in texts if text)))
    return go.Bar(
        y=largest["election"],
        x=largest["value"],
        orientation="h",
        width=0.34,
        marker={"color": largest["colour"], "opacity": 0.35, "line": {"width": 0}},
        text=[f"\u2003{labels[election]}" for election in largest["election"]],
        textposition="outside",
        constraintext="none",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _claim_marks(frame: pd.DataFrame) -> go.Scatter:
    """One mark a claim, its shape telling the kind of figure."""
    symbols = frame["status"].map(SYMBOLS).fillna("circle").tolist()
    return go.Scatter(
        y=frame["election"],
        x=frame["value"],
        mode="markers",
        cliponaxis=False,
        customdata=frame[["label", "said_by"]],
        marker={"color": frame["colour"], "size": 14, "symbol": symbols, "line": {"width": 2, "color": frame["colour"]}},
        hovertemplate="%{y}: %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )


def build_pairs(frame: pd.DataFrame, *, axis_title: str) -> go.Figure:
    """Two figures an election on one scale, joined within the election: votes and seats.

    Args:
        frame: One row per election with `election`, `votes` and `seats` (either may be missing).
        axis_title: What is counted.

    Returns:
        A figure; hollow marks are votes, full marks are seats.
    """
    figure = go.Figure()
    for row in each_row(frame):
        if pd.notna(row.votes) and pd.notna(row.seats):
            ends = [row.votes, row.seats]
            figure.add_trace(go.Scatter(x=ends, y=[row.election] * 2, mode="lines", line={"color": OUTLINE, "width": 3}, hoverinfo="skip"))
    for column, symbol in (("votes", "circle-open"), ("seats", "circle")):
        known = frame[frame[column].notna()]
        figure.add_trace(
            go.Scatter(
                x=known[column],
                y=known["election"],
                mode="markers+text",
                text=[f"{value:.2f}" for value in known[column]],
                textposition=["middle right" if _is_larger(row, column) else "middle left" for row in each_row(known)],
                marker={"symbol": symbol, "size": 13, "color": "#2468a8", "line": {"width": 2, "color": "#2468a8"}},
                hovertemplate="%{y}: %{text} (" + column + ")<extra></extra>",
                cliponaxis=False,
            )
        )
    order = list(frame["election"])
    style_figure(figure, height=80 + 38 * len(frame))
    figure.update_yaxes(**rows_axis(order))
    figure.update_xaxes(rangemode="tozero", title=axis_title, range=[0, float(frame[["votes", "seats"]].max().max()) * 1.12])
    return figure


def _is_larger(row: Any, column: str) -> bool:
    other = row.seats if column == "votes" else row.votes
    return bool(pd.isna(other) or getattr(row, column) >= other)
