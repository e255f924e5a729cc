"""Seats of every list at every threshold at once."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.composition import ink_on
from components.charts.frames import each_row
from components.charts.style import ACCENT, GOLD, rows_axis, style_figure, wrap_label

ROOM_FOR_NUMBER = 0.28
ROW_HEIGHT = 36


def build_staircase_chart(steps: pd.DataFrame, *, threshold_pct: float, law_pct: float | None) -> go.Figure:
    """One row a list: how many seats it has over each stretch of thresholds, and where it drops out.

    Args:
        steps: One row per list and step with `name`, `colour`, `from_pct`, `to_pct` (per cent) and `seats`, in order of threshold.
        threshold_pct: The threshold the reader chose, per cent.
        law_pct: The law's threshold, per cent; None where none is known.

    Returns:
        A figure; lists run from the top in the order of the frame, the number of seats stands in each piece that has room.
    """
    steps = steps.assign(name=steps["name"].map(lambda name: wrap_label(name, 27)))
    names = list(dict.fromkeys(steps["name"]))
    figure = go.Figure(go.Bar(y=names, x=[0.0] * len(names), orientation="h", hoverinfo="skip"))
    end = float(steps["to_pct"].max()) if len(steps) else 15.0
    figure.add_traces([_piece_bar(piece) for piece in each_row(_pieces(steps))])
    style_figure(figure, height=88 + ROW_HEIGHT * len(names), top=28, right=24)
    figure.update_layout(barmode="overlay", bargap=0.22)
    figure.update_yaxes(**rows_axis(names))
    figure.update_xaxes(range=[0, end], dtick=3, ticksuffix="\u202f%")
    _mark_thresholds(figure, threshold_pct=threshold_pct, law_pct=law_pct)
    return figure


def _piece_bar(piece: Any) -> go.Bar:
    """One stretch of thresholds over which a list keeps its seats."""
    width = piece.to_pct - piece.from_pct
    return go.Bar(
        y=[piece.name],
        x=[width],
        base=[piece.from_pct],
        orientation="h",
        marker={"color": piece.colour, "line": {"color": "rgba(251,249,244,0.9)", "width": 1.5}},
        text=f"{piece.seats}" if width > ROOM_FOR_NUMBER * len(f"{piece.seats}") else "",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": ink_on(piece.colour), "size": 14},
        hovertemplate=f"{piece.seats} seats, {piece.from_pct:.2f} to {piece.to_pct:.2f} per cent<extra>{piece.name}</extra>",
    )


def _mark_thresholds(figure: go.Figure, *, threshold_pct: float, law_pct: float | None) -> None:
    """The law in gold, the reader's threshold dotted where it is another."""
    words = {"yanchor": "bottom", "xanchor": "center"}
    if law_pct is not None:
        figure.add_vline(x=law_pct, line={"color": GOLD, "width": 4}, annotation={"text": "<b>law</b>", **words})
    if threshold_pct != law_pct:
        figure.add_vline(x=threshold_pct, line={"color": ACCENT, "width": 2, "dash": "dot"}, annotation={"text": "yours", **words})


def _pieces(steps: pd.DataFrame) -> pd.DataFrame:
    """Neighbouring steps with the same seats joined; stretches without a seat left out."""
    changed = (steps["seats"] != steps.groupby("name")["seats"].shift()).groupby(steps["name"]).cumsum()
    joined = steps.assign(stretch=changed).groupby(["name", "colour", "stretch"], sort=False, as_index=False)
    pieces = joined.agg(from_pct=("from_pct", "min"), to_pct=("to_pct", "max"), seats=("seats", "first"))
    return pieces[pieces["seats"] > 0]
