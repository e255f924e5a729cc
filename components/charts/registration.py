"""What became of each party in a re-registration: one row a party, one column a stage."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import NEUTRAL, style_figure

ROW_HEIGHT, MARK = 25, 14
STAGES = {
    "passed": ("circle", "circle", "circle"),
    "denied": ("circle", "circle", "x-thin"),
    "never applied": ("circle", "circle-open", ""),
    "not accounted for": ("circle", "?", ""),
}
WORDS = {
    "passed": "registered<br>again",
    "denied": "denied",
    "never applied": "never<br>applied",
    "not accounted for": "not told",
}


def build_registration(rows: pd.DataFrame, *, heads: Sequence[str]) -> go.Figure:
    """One row a party from the top, one column a stage; the words of each outcome stand once, at the right.

    Args:
        rows: In order of `outcome` (a key of `STAGES`), with `name`, `label` (short name) and `colour`.
        heads: Words above the three columns.

    Returns:
        A figure.
    """
    figure = go.Figure()
    for place, row in enumerate(each_row(rows)):
        _draw_row(figure, row, place)
    for outcome, places in rows.groupby("outcome", sort=False).groups.items():
        words = f"<b>{len(places)}</b> {WORDS[str(outcome)]}"
        middle = (min(places) + max(places)) / 2
        figure.add_annotation(x=2.35, y=middle, text=words, showarrow=False, xanchor="left", align="left", font={"size": 14})
        figure.add_shape(type="line", x0=2.25, x1=2.25, y0=min(places) - 0.35, y1=max(places) + 0.35, line={"color": NEUTRAL, "width": 2})
    for place, words in enumerate(heads):
        figure.add_annotation(x=place, y=-0.7, text=words, showarrow=False, yanchor="bottom", font={"size": 13})
    style_figure(figure, height=80 + ROW_HEIGHT * len(rows), top=44, bottom=8)
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.8], tickvals=list(range(len(rows))), ticktext=list(rows["label"]), showgrid=False, tickfont={"size": 13}
    )
    figure.update_xaxes(range=[-0.4, 3.4], showticklabels=False, showgrid=False)
    return figure


def _draw_row(figure: go.Figure, row: Any, place: int) -> None:
    symbols = STAGES[row.outcome]
    reached = sum(symbol not in ("", "circle-open", "?") for symbol in symbols)
    figure.add_scatter(
        x=list(range(reached)), y=[place] * reached, mode="lines", line={"color": row.colour, "width": 4}, opacity=0.55, hoverinfo="skip"
    )
    for stage, symbol in enumerate(symbols):
        if symbol == "?":
            figure.add_scatter(x=[stage], y=[place], mode="text", text=["?"], textfont={"size": 16}, hoverinfo="skip")
        elif symbol:
            marker = {
                "symbol": symbol,
                "size": MARK,
                "color": row.colour,
                "line": {"width": 3 if symbol != "circle" else 1, "color": row.colour},
            }
            figure.add_scatter(
                x=[stage], y=[place], mode="markers", marker=marker, hovertemplate=f"{row.name}: {row.outcome}<extra></extra>"
            )
