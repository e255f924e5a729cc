"""Two classifications of the same parties side by side: where each author puts them, joined by a line."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import NEUTRAL, style_figure, wrap_label

GAP = 0.9
"""Room between two classes, in rows."""
ROW_HEIGHT = 38
NAME_WIDTH = 16
"""Letters in a line of a name, so that it fits on a phone."""
LEFT, RIGHT = 0.0, 1.0
SIDE = 1.15
"""Room for names at each side, in widths of the middle."""


def build_camps(frame: pd.DataFrame, *, left: Sequence[str], right: Sequence[str], heads: tuple[str, str]) -> go.Figure:
    """A line a party, from its class with one author to its class with another.

    Args:
        frame: One row a party with `name`, `colour`, `left` and `right` (names of classes), `joined`, `differs`, `left_said`, `right_said`
            (words for the reader who points at it) and `left_twice`, `right_twice` (the author has another class for it too).
        left: Classes of the first author from the top; those nobody is in are left out.
        right: Classes of the second author from the top.
        heads: What stands above each side.

    Returns:
        A figure; parties that the authors class differently have thick lines, the others thin ones, those that one of them leaves out none.
    """
    places = {"left": _places(frame, "left", "right", left, right), "right": _places(frame, "right", "left", right, left)}
    figure = go.Figure()
    for row in each_row(frame.sort_values("differs", kind="stable")):
        figure.add_trace(_party_line(row, places["left"][row.name], places["right"][row.name]))
    depth = max((place for side in places.values() for place in side.values()), default=1.0)
    style_figure(figure, height=int(100 + ROW_HEIGHT * (depth + 1)), top=36)
    figure.update_yaxes(range=[depth + 0.8, -1.3], visible=False)
    figure.update_xaxes(range=[LEFT - SIDE, RIGHT + SIDE], visible=False)
    for side, at, anchor in (("left", LEFT, "right"), ("right", RIGHT, "left")):
        _name_parties(figure, frame, places[side], side=side, at=at, anchor=anchor)
    _name_classes(figure, frame, places)
    for head, at, anchor in zip(heads, (LEFT - SIDE, RIGHT + SIDE), ("left", "right"), strict=True):
        figure.add_annotation(
            x=at, y=1, yref="paper", yanchor="bottom", xanchor=anchor, text=f"<b>{head}</b>", showarrow=False, font={"size": 15}
        )
    return figure


def _places(frame: pd.DataFrame, side: str, other: str, classes: Sequence[str], others: Sequence[str]) -> dict[str, float]:
    """Height of each party on one side: classes from the top, within a class as the other side has them."""
    ranks = {name: place for place, name in enumerate(classes)}
    other_ranks = {name: place for place, name in enumerate(others)}
    ordered = sorted(each_row(frame), key=lambda row: (ranks[getattr(row, side)], other_ranks[getattr(row, other)], row.name))
    places: dict[str, float] = {}
    height, before = 0.0, ""
    for row in ordered:
        here = getattr(row, side)
        height += (GAP if before and here != before else 0.0) + (1.0 if places else 0.0)
        places[row.name], before = height, here
    return places


def _party_line(row: Any, left: float, right: float) -> go.Scatter:
    symbols = ["circle-open" if twice else "circle" for twice in (row.left_twice, row.right_twice)]
    return go.Scatter(
        x=[LEFT, RIGHT],
        y=[left, right],
        mode="lines+markers" if row.joined else "markers",
        line={"color": row.colour, "width": 5 if row.differs else 2.5},
        marker={"symbol": symbols, "size": 13, "color": row.colour, "line": {"width": 2.5, "color": row.colour}},
        opacity=1.0 if row.differs else 0.75,
        customdata=[row.left_said, row.right_said],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _name_parties(figure: go.Figure, frame: pd.DataFrame, places: dict[str, float], *, side: str, at: float, anchor: str) -> None:
    shift = -14 if side == "left" else 14
    for row in each_row(frame):
        label = wrap_label(row.name, NAME_WIDTH)
        text = f"<b>{label}</b>" if row.differs else label
        figure.add_annotation(
            x=at,
            y=places[row.name],
            text=text,
            xanchor=anchor,
            yanchor="middle",
            xshift=shift,
            showarrow=False,
            font={"size": 13},
            align=anchor,
        )


def _name_classes(figure: go.Figure, frame: pd.DataFrame, places: dict[str, dict[str, float]]) -> None:
    """The name of each class above its first party, at the outer edge, over a hairline."""
    for side, at, anchor in (("left", LEFT - SIDE, "left"), ("right", RIGHT + SIDE, "right")):
        for name, group in frame.groupby(side, sort=False):
            top = min(places[side][party] for party in group["name"]) - 0.72
            figure.add_annotation(x=at, y=top, text=f"<i>{name}</i>", xanchor=anchor, yanchor="middle", showarrow=False, font={"size": 13})
            ends = (at, LEFT) if side == "left" else (RIGHT, at)
            figure.add_shape(type="line", x0=ends[0], x1=ends[1], y0=top + 0.3, y1=top + 0.3, line={"color": NEUTRAL, "width": 0.75})
