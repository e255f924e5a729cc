"""Electorates that printed densities imply, one bar a party, against the one that most of them share."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import NEUTRAL, rows_axis, style_figure, wrap_label

ROW_HEIGHT = 30
ROOM = 0.015
LABEL_ROOM = 0.42


def build_density(rows: pd.DataFrame, *, band: tuple[float, float], counted: Mapping[str, float]) -> go.Figure:
    """One bar a party from the fewest to the most voters that its density allows.

    Args:
        rows: One row per party with `label`, `colour`, `low`, `high` (million voters), `fits`, `words`.
        band: Fewest and most voters that fit the most rows, in millions.
        counted: Electorates that are known otherwise, in millions, by words.

    Returns:
        A figure; rows that do not fit the band have a heavy outline.
    """
    names = [wrap_label(label) for label in rows["label"]]
    figure = go.Figure()
    figure.add_vrect(x0=band[0], x1=band[1], fillcolor=NEUTRAL, opacity=0.32, line_width=0, layer="below")
    for name, row in zip(names, each_row(rows), strict=True):
        figure.add_trace(
            go.Bar(
                y=[name],
                x=[row.high - row.low],
                base=[row.low],
                orientation="h",
                width=0.5,
                marker={"color": row.colour, "opacity": 1 if not row.fits else 0.55},
                hovertemplate=f"{row.label}: {row.low:.3f} to {row.high:.3f} million voters<extra></extra>",
            )
        )
    low, high = min(rows["low"].min(), *counted.values(), band[0]), rows["high"].max()
    reach = high - low
    figure.add_scatter(
        x=rows["high"] + 0.01 * reach,
        y=names,
        mode="text",
        text=rows["words"],
        textposition="middle right",
        textfont={"size": 13},
        hoverinfo="skip",
        cliponaxis=False,
    )
    for place, (words, value) in enumerate(sorted(counted.items(), key=lambda pair: pair[1])):
        side = {"xanchor": "right", "xshift": 2} if place == 0 else {"xanchor": "left", "xshift": -2}
        figure.add_vline(x=value, line={"color": NEUTRAL, "width": 1.5, "dash": "dot"})
        figure.add_annotation(x=value, y=1, yref="paper", yanchor="bottom", text=words, showarrow=False, font={"size": 12}, **side)
    style_figure(figure, height=90 + ROW_HEIGHT * len(rows), top=30, bottom=44)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(**rows_axis(names))
    figure.update_xaxes(range=[low - ROOM - 0.05 * reach, high + LABEL_ROOM * reach], title="Million voters", tickformat=".2f", nticks=6)
    return figure
