"""Who won the seats that were left over, and how near the next list was."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, rows_axis, style_figure, wrap_label

ROW_HEIGHT = 40


def build_claims_chart(frame: pd.DataFrame, *, axis_title: str) -> go.Figure:
    """One bar a list: its claim to the last seats, from the largest down; claims that won nothing are hollow.

    Args:
        frame: One row per list with `name`, `colour`, `claim` (remainder as a share of the quota, or average in votes), `won` (whether the
            claim won a seat) and `label`, the largest claim first.
        axis_title: What a claim is.

    Returns:
        A figure; a line separates the claims that won from those that did not.
    """
    frame = frame.assign(name=frame["name"].map(wrap_label))
    fills = [row.colour if row.won else "rgba(0,0,0,0)" for row in each_row(frame)]
    outlines = [OUTLINE if row.won else row.colour for row in each_row(frame)]
    figure = go.Figure(
        go.Bar(
            y=frame["name"],
            x=frame["claim"],
            orientation="h",
            marker={"color": fills, "line": {"color": outlines, "width": 2}},
            text=frame["label"],
            textposition="outside",
            cliponaxis=False,
            constraintext="none",
            textfont={"size": 14},
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    style_figure(figure, height=70 + ROW_HEIGHT * max(len(frame), 2))
    figure.update_layout(bargap=0.4)
    figure.update_yaxes(**rows_axis(list(frame["name"])))
    figure.update_xaxes(rangemode="tozero", range=[0, float(frame["claim"].max() or 1) * 1.6], title=axis_title, nticks=6)
    n_won = int(frame["won"].sum())
    if 0 < n_won < len(frame):
        figure.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=n_won - 0.5, y1=n_won - 0.5, line={"color": OUTLINE, "width": 1.5, "dash": "dot"}
        )
    return figure
