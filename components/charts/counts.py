"""A few counts as bars, with the least that the rules ask for where there is one."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import ACCENT, GOLD, rows_axis, style_figure, wrap_label

ROW_HEIGHT = 44
LABEL_ROOM = 1.5
HALF_BAR = 0.36


def build_counts(frame: pd.DataFrame, *, axis_title: str) -> go.Figure:
    """One bar a row, from zero, its label behind it; a gold line across it is the least the rules ask for.

    Args:
        frame: One row per bar with `name`, `value`, `label` (with `<br>` between its lines), and `minimum` where there is one (may be
            missing).
        axis_title: What is counted.

    Returns:
        A figure; rows run from the top in the order of the frame.
    """
    frame = frame.assign(name=frame["name"].map(wrap_label))
    figure = go.Figure(
        go.Bar(
            y=frame["name"],
            x=frame["value"],
            orientation="h",
            width=0.58,
            marker={"color": ACCENT, "line": {"width": 0}},
            text=[_indented(label) for label in frame["label"]],
            textposition="outside",
            constraintext="none",
            textfont={"size": 14},
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    if "minimum" in frame:
        for place, row in enumerate(each_row(frame)):
            if pd.notna(row.minimum):
                ends = {"x0": row.minimum, "x1": row.minimum, "y0": place - HALF_BAR, "y1": place + HALF_BAR}
                figure.add_shape(type="line", line={"color": GOLD, "width": 4}, **ends)
    style_figure(figure, height=70 + ROW_HEIGHT * max(len(frame), 2))
    figure.update_yaxes(**rows_axis(list(frame["name"])))
    figure.update_xaxes(range=[0, float(frame["value"].max()) * LABEL_ROOM], title=axis_title, nticks=5)
    return figure


def _indented(label: str) -> str:
    """A label that stands clear of its bar, on every line."""
    return "<br>".join(f"\u2002{line}" for line in label.split("<br>"))
