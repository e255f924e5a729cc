"""A parliament diagram: one mark a seat, drawn in the unit of the half circle, so that it keeps its shape at any width."""

from math import cos, pi, sin

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.hemicycle import seat_diameter, seat_positions
from components.charts.style import style_figure

CORNERS = {"list": 20, "total": 20, "district": 4, "appointed": 4}
TURN = {"appointed": pi / 4}


def build_parliament(frame: pd.DataFrame, *, height: int = 350) -> go.Figure:
    """Seats of a chamber in a half circle, coloured by who holds them, shaped by how they were filled.

    Args:
        frame: One row per holder and tier with `name`, `colour`, `tier` (list, district, appointed, total) and `seats`.
        height: Height in pixels.

    Returns:
        A figure with one trace per row: circles for list seats, diamonds for districts, squares for appointed seats. The number of
        seats stands in the middle.
    """
    positions = seat_positions(int(frame["seats"].sum()))
    radius = seat_diameter(len(positions)) / 2
    figure, start = go.Figure(), 0
    for row in each_row(frame):
        taken = positions[start : start + int(row.seats)]
        start += int(row.seats)
        xs, ys = _outlines(taken, radius, row.tier)
        figure.add_trace(
            go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                fill="toself",
                fillcolor=row.colour,
                line={"width": 0.6, "color": "rgba(128,128,128,0.6)"},
                name=row.name,
                hoveron="fills",
                text=f"{row.name}: {int(row.seats)} seats ({row.tier})",
                hoverinfo="text",
                meta={"seats": len(taken)},
            )
        )
    figure.add_annotation(x=0, y=0.1, text=f"<b>{len(positions)}</b>", showarrow=False, font={"size": 36})
    figure.add_annotation(x=0, y=-0.06, text="seats", showarrow=False, font={"size": 14})
    style_figure(figure, height=height)
    figure.update_xaxes(visible=False, range=[-1.1, 1.1], constrain="domain")
    figure.update_yaxes(visible=False, range=[-0.13, 1.1], scaleanchor="x", constrain="domain")
    return figure


def _outlines(seats: list[tuple[float, float]], radius: float, tier: str) -> tuple[list[float | None], list[float | None]]:
    """Outlines of the seats as one path, with a gap between two seats."""
    corners, turn = CORNERS.get(tier, 20), TURN.get(tier, 0.0)
    angles = [turn + 2 * pi * corner / corners for corner in range(corners + 1)]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x, y in seats:
        xs += [x + radius * cos(angle) for angle in angles] + [None]
        ys += [y + radius * sin(angle) for angle in angles] + [None]
    return xs, ys
