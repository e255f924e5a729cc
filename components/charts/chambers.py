"""How the seats of each chamber are filled, and the share of them that citizens fill."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.composition import ink_on
from components.charts.frames import each_row
from components.charts.style import ACCENT, OUTLINE, percent, rows_axis, style_figure

ROW_HEIGHT = 30
GAP = 0.55
"""Room between one convocation and the next, in rows."""
LABEL_ROOM = 1.3
NAMED_FROM = 60
"""Seats of a piece that is wide enough for the words as well as the number."""
PAIR_HEIGHT = 42
CLEAR_OF_MARK = 1.2
SHARE_SPAN = [-14, 124]
"""Per cent, with room for labels at both ends."""
SHARE_TICKS = [0, 25, 50, 75, 100]


def build_filled_seats(frame: pd.DataFrame) -> go.Figure:
    """One bar a chamber, in seats, a piece for each way a seat is filled; the sum stands behind the bar as it is printed.

    Args:
        frame: One row per chamber and way with `group` (the convocation), `house` (label of the bar), `words` (the way), `colour`,
            `seats`, `sum_label` (the same in all rows of a house). Houses of one group stand together.

    Returns:
        A figure; houses run from the top in the order of the frame.
    """
    places = _places(frame)
    figure = go.Figure([_piece(row, places[(row.group, row.house)]) for row in each_row(frame)])
    ends = frame.groupby(["group", "house"], sort=False).agg(seats=("seats", "sum"), label=("sum_label", "first")).reset_index()
    figure.add_trace(
        go.Scatter(
            x=ends["seats"],
            y=[places[(row.group, row.house)] for row in each_row(ends)],
            mode="text",
            text=[f"\u2002{label}" for label in ends["label"]],
            textposition="middle right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
        )
    )
    last = max(places.values())
    style_figure(figure, height=int(60 + ROW_HEIGHT * (last + 1)))
    figure.update_layout(barmode="stack", uniformtext={"minsize": 12, "mode": "hide"})
    names = [house for _, house in places]
    figure.update_yaxes(tickvals=list(places.values()), ticktext=names, range=[last + 0.7, -0.7], showgrid=False, tickfont={"size": 13})
    figure.update_xaxes(range=[0, float(ends["seats"].max()) * LABEL_ROOM], title="Seats", nticks=6)
    return figure


def _places(frame: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Where each bar stands: a row each, and a gap before each convocation."""
    places: dict[tuple[str, str], float] = {}
    place, before = 0.0, None
    for row in each_row(frame.drop_duplicates(["group", "house"])):
        place += GAP if before not in (None, row.group) else 0.0
        places[(row.group, row.house)] = place
        place, before = place + 1, row.group
    return places


def _piece(row: Any, place: float) -> go.Bar:
    solid = row.colour.startswith("#")
    return go.Bar(
        y=[place],
        x=[row.seats],
        orientation="h",
        width=0.78,
        marker={"color": row.colour, "line": {"color": OUTLINE, "width": 0.5}},
        text=f"{row.seats:.0f} {row.words}" if row.seats >= NAMED_FROM else f"{row.seats:.0f}",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": ink_on(row.colour) if solid else None, "size": 12},
        hovertemplate=f"{row.words}: {row.seats:.0f} seats<extra>{row.group} {row.house}</extra>",
    )


def build_citizen_share(frame: pd.DataFrame) -> go.Figure:
    """The share of all seats that citizens fill, counted two ways, one row a convocation.

    Args:
        frame: One row per convocation with `group`, `share_with_lists` and `share_without_lists` in per cent.

    Returns:
        A figure; full marks count votes for lists as direct, hollow marks do not; where no seat is filled by list the two fall together.
    """
    figure = go.Figure()
    apart = frame[frame["share_with_lists"] != frame["share_without_lists"]]
    for row in each_row(apart):
        ends = [row.share_without_lists + CLEAR_OF_MARK, row.share_with_lists]
        figure.add_trace(go.Scatter(x=ends, y=[row.group] * 2, mode="lines", line={"color": OUTLINE, "width": 3}, hoverinfo="skip"))
    figure.add_trace(_share_marks(frame, "share_with_lists", "circle", ["middle right"] * len(frame), "votes for lists counted"))
    figure.add_trace(_share_marks(apart, "share_without_lists", "circle-open", ["middle left"] * len(apart), "votes for lists not counted"))
    style_figure(figure, height=70 + PAIR_HEIGHT * len(frame))
    figure.update_yaxes(**rows_axis(list(frame["group"])))
    figure.update_xaxes(range=SHARE_SPAN, tickvals=SHARE_TICKS, title="Share of all seats of parliament, per cent")
    return figure


def _share_marks(frame: pd.DataFrame, column: str, symbol: str, sides: list[str], words: str) -> go.Scatter:
    return go.Scatter(
        x=frame[column],
        y=frame["group"],
        mode="markers+text",
        text=[f"\u2002{percent(share, 1)}\u2002" for share in frame[column]],
        textposition=sides,
        textfont={"size": 13},
        marker={"symbol": symbol, "size": 14, "color": ACCENT, "line": {"width": 2.5, "color": ACCENT}},
        cliponaxis=False,
        hovertemplate="%{y}: %{text} (" + words + ")<extra></extra>",
    )
