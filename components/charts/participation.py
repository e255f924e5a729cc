"""Who sat in which body, who was asked and stayed away, and who was outside."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.charts.style import style_figure, wrap_label

MARKS = {
    "in": ("circle", "in"),
    "invited": ("circle-open", "invited, absent"),
    "unclear": ("diamond-open", "unclear if asked"),
    "outside": ("x-thin", "outside"),
}
"""Shape and words of each way a party stood to a body."""
ROW_HEIGHT = 40
HEAD_WIDTH = 13
LABEL_WIDTH = 22


def build_participation(frame: pd.DataFrame, *, bodies: Sequence[str]) -> go.Figure:
    """A row a party, a column a body, a mark where a source says how the party stood to it; its shape and its words say how.

    Args:
        frame: One row per party and body with `party`, `body`, `colour`, `status` (a key of `MARKS`), `said`.
        bodies: The bodies, from the left.

    Returns:
        A figure; parties run from the top in the order of the frame, no mark is where nobody says anything.
    """
    parties = list(dict.fromkeys(frame["party"].map(lambda name: wrap_label(name, LABEL_WIDTH))))
    heads = [wrap_label(body, HEAD_WIDTH) for body in bodies]
    figure = go.Figure(
        go.Scatter(
            x=[bodies.index(body) for body in frame["body"]],
            y=frame["party"].map(lambda name: wrap_label(name, LABEL_WIDTH)),
            mode="markers+text",
            text=[wrap_label(MARKS[status][1], 9) for status in frame["status"]],
            textposition="middle right",
            textfont={"size": 12},
            marker={
                "symbol": [MARKS[status][0] for status in frame["status"]],
                "size": 14,
                "color": frame["colour"],
                "line": {"width": 3, "color": frame["colour"]},
            },
            cliponaxis=False,
            customdata=frame[["body", "said"]],
            hovertemplate="%{y}, %{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    )
    style_figure(figure, height=70 + ROW_HEIGHT * len(parties), top=4)
    figure.update_yaxes(type="category", categoryorder="array", categoryarray=parties, autorange="reversed", showgrid=True)
    span = [-0.25, len(bodies) - 0.25]
    figure.update_xaxes(side="top", tickvals=list(range(len(bodies))), ticktext=heads, range=span, showgrid=False)
    return figure
