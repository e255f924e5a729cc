"""Every claimed figure of one measure, side by side: who says what, and how exactly."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, style_figure, wrap_label

MARKS = {
    "official": ("circle", "official"),
    "derived": ("circle-dot", "derived"),
    "preliminary": ("circle-open", "preliminary"),
    "claimed": ("diamond-open", "claimed"),
    "expected": ("diamond-tall-open", "expected"),
}


def build_claims(frame: pd.DataFrame, *, axis_title: str) -> go.Figure:
    """One row a contestant, one mark a claim; the kind of figure is told by the mark's shape, bounds by a line.

    Args:
        frame: One row per claim with `name`, `colour`, `status`, `value`, `value_min`, `value_max` (any may be missing), `said_by`.
        axis_title: Unit and base of the figures.

    Returns:
        A figure; contestants run from the top in the order of the frame. Marks and their words: `MARKS`.
    """
    frame = frame.assign(name=frame["name"].map(wrap_label))
    figure = go.Figure()
    for row in each_row(frame):
        low, high = _bounds(row.value, row.value_min, row.value_max)
        if low != high:
            figure.add_trace(_range(row, low, high))
        symbol, _ = MARKS[row.status]
        at = low if pd.notna(low) else high
        figure.add_trace(
            go.Scatter(
                x=[at],
                y=[row.name],
                mode="markers",
                marker={
                    "symbol": symbol,
                    "size": 13,
                    "color": row.colour,
                    "line": {"color": row.colour if "open" in symbol else OUTLINE, "width": 2},
                },
                hovertemplate=f"{row.said_by}<br>{row.label}<extra>{row.name}</extra>",
            )
        )
    style_figure(figure, height=80 + 32 * max(frame["name"].nunique(), 2))
    figure.update_yaxes(autorange="reversed", showgrid=True, tickfont={"size": 14})
    figure.update_xaxes(rangemode="tozero", title=axis_title)
    return figure


def _bounds(value: float, low: float, high: float) -> tuple[float, float]:
    if pd.notna(value):
        return value, value
    return (low, low if pd.isna(high) else high) if pd.notna(low) else (high, high)


def _range(row: Any, low: float, high: float) -> go.Scatter:
    return go.Scatter(
        x=[low, high],
        y=[row.name, row.name],
        mode="lines",
        line={"color": row.colour, "width": 5},
        opacity=0.45,
        hoverinfo="skip",
    )
