"""What is known at all: elections by measures."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.style import style_figure

SCALE = [[0.0, "rgba(128,128,128,0.10)"], [0.001, "#bfd9e0"], [0.5, "#5ba3b5"], [1.0, "#00596d"]]
DARK_CELL = 3
STAGGER = 3
"""Column heads stand on three levels, so that they do not touch on a phone."""


def build_coverage(matrix: pd.DataFrame, hover: pd.DataFrame) -> go.Figure:
    """A cell for each election and measure: how many sources say something.

    Args:
        matrix: Number of sources; index election titles, columns measures.
        hover: Names of the sources, in the same shape.

    Returns:
        A figure; empty cells are what no source says.
    """
    heads = ["<br>" * (STAGGER - 1 - place % STAGGER) + name + "<br>" * (place % STAGGER) for place, name in enumerate(matrix.columns)]
    most = max(int(matrix.fillna(0).to_numpy().max(initial=0)), 1)
    figure = go.Figure(
        go.Heatmap(
            z=matrix.to_numpy(),
            x=heads,
            y=list(matrix.index),
            customdata=hover.to_numpy(),
            colorscale=SCALE,
            zmin=0,
            zmax=most,
            showscale=False,
            xgap=3,
            ygap=3,
            hovertemplate="%{y}, %{x}: %{z} sources<br>%{customdata}<extra></extra>",
        )
    )
    for election, counts in matrix.iterrows():
        for head, count in zip(heads, counts, strict=True):
            if pd.notna(count) and count:
                font = {"color": "#ffffff" if count >= min(DARK_CELL, most) else "#0b0b0b", "size": 13}
                figure.add_annotation(x=head, y=election, text=str(int(count)), showarrow=False, font=font)
    style_figure(figure, height=90 + 30 * len(matrix))
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(side="top", showgrid=False, tickangle=0)
    return figure
