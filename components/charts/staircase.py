"""Seats of every list at every threshold at once, with wasted votes and disproportionality along the same axis."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.charts.composition import ink_on, tint
from components.charts.frames import each_row
from components.charts.style import ACCENT, GOLD, GRID, NEUTRAL, rows_axis, style_figure, wrap_label

ROOM_FOR_NUMBER = 0.28
ROW_HEIGHT = 36
PANEL_HEIGHT = 170
BELOW_FRACTION = 0.42
MEASURES = (("wasted_pct", "wasted", "solid"), ("gallagher", "Gallagher", "dash"))


def build_staircase_chart(
    steps: pd.DataFrame, *, threshold_pct: float, law_pct: float | None, fraction_minimum: int | None = None
) -> go.Figure:
    """One row a list: how many seats it has over each stretch of thresholds, and where it drops out; below, what the votes are worth.

    Args:
        steps: One row per list and step with `name`, `colour`, `from_pct`, `to_pct` (per cent), `seats`, `wasted_pct` (per cent of list
            votes) and `gallagher` (0 to 100, may be missing), in order of threshold.
        threshold_pct: The threshold the reader chose, per cent.
        law_pct: The law's threshold, per cent; None where none is known.
        fraction_minimum: Fewest deputies that may form a fraction: stretches with fewer are pale; None draws all of them full.

    Returns:
        A figure; lists run from the top in the order of the frame, the number of seats stands in each piece that has room.
    """
    steps = steps.assign(name=steps["name"].map(lambda name: wrap_label(name, 27)))
    names = list(dict.fromkeys(steps["name"]))
    rows_height = 60 + ROW_HEIGHT * len(names)
    heights = [rows_height / (rows_height + PANEL_HEIGHT), PANEL_HEIGHT / (rows_height + PANEL_HEIGHT)]
    figure = make_subplots(rows=2, cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.09)
    figure.add_trace(go.Bar(y=names, x=[0.0] * len(names), orientation="h", hoverinfo="skip"), row=1, col=1)
    for piece in each_row(_pieces(steps)):
        figure.add_trace(_piece_bar(piece, least=fraction_minimum or 0), row=1, col=1)
    for column, words, dash in MEASURES:
        figure.add_trace(_measure_line(steps, column, words, dash), row=2, col=1)
    end = float(steps["to_pct"].max()) if len(steps) else 15.0
    style_figure(figure, height=rows_height + PANEL_HEIGHT + 60, top=28, right=24)
    figure.update_layout(barmode="overlay", bargap=0.22)
    figure.update_yaxes(**rows_axis(names), row=1, col=1)
    top = 1.25 * max([5.0, *steps["wasted_pct"], *steps["gallagher"].dropna()])
    figure.update_yaxes(rangemode="tozero", range=[0, top], nticks=4, gridcolor=GRID, row=2, col=1)
    figure.update_xaxes(range=[0, end], dtick=3, ticksuffix="\u202f%")
    _label_measures(figure, steps)
    _mark_thresholds(figure, threshold_pct=threshold_pct, law_pct=law_pct)
    return figure


def _piece_bar(piece: Any, *, least: int) -> go.Bar:
    """One stretch of thresholds over which a list keeps its seats."""
    width = piece.to_pct - piece.from_pct
    colour = tint(piece.colour, BELOW_FRACTION) if piece.seats < least else piece.colour
    return go.Bar(
        y=[piece.name],
        x=[width],
        base=[piece.from_pct],
        orientation="h",
        marker={"color": colour, "line": {"color": "rgba(251,249,244,0.9)", "width": 1.5}},
        text=f"{piece.seats}" if width > ROOM_FOR_NUMBER * len(f"{piece.seats}") else "",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": ink_on(colour), "size": 14},
        hovertemplate=f"{piece.seats} seats, {piece.from_pct:.2f} to {piece.to_pct:.2f} per cent<extra>{piece.name}</extra>",
    )


def _measure_line(steps: pd.DataFrame, column: str, words: str, dash: str) -> go.Scatter:
    """A measure over all thresholds; it keeps its value over a step and jumps at the edges."""
    once = steps[["from_pct", "to_pct", column]].drop_duplicates("to_pct").dropna()
    xs = [edge for row in each_row(once) for edge in (row.from_pct, row.to_pct)]
    ys = [value for value in once[column] for _ in range(2)]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": NEUTRAL, "width": 2.5, "dash": dash},
        hovertemplate="%{y:.2f} at %{x:.2f} per cent<extra>" + words + "</extra>",
        name=words,
    )


def _label_measures(figure: go.Figure, steps: pd.DataFrame) -> None:
    """The name of each line at its right end, the higher above its line and the lower below it."""
    ends = {column: steps[column].dropna().iloc[-1] for column, _, _ in MEASURES if steps[column].notna().any()}
    highest = max(ends.values(), default=0)
    for column, words, _ in MEASURES:
        if column not in ends:
            continue
        above = ends[column] == highest
        figure.add_annotation(
            x=float(steps["to_pct"].max()),
            y=ends[column],
            text=words,
            showarrow=False,
            xanchor="right",
            yanchor="bottom" if above else "top",
            font={"size": 13},
            row=2,
            col=1,
        )


def _mark_thresholds(figure: go.Figure, *, threshold_pct: float, law_pct: float | None) -> None:
    """The law in gold, the reader's threshold dotted where it is another."""
    if law_pct is not None:
        _add_line(figure, law_pct, line={"color": GOLD, "width": 4}, words="<b>law</b>")
    if threshold_pct != law_pct:
        _add_line(figure, threshold_pct, line={"color": ACCENT, "width": 2, "dash": "dot"}, words="yours")


def _add_line(figure: go.Figure, at: float, *, line: dict[str, object], words: str) -> None:
    figure.add_shape(type="line", x0=at, x1=at, y0=0, y1=1, xref="x", yref="paper", line=line)
    figure.add_annotation(x=at, y=1, xref="x", yref="paper", text=words, showarrow=False, yanchor="bottom", xanchor="center")


def _pieces(steps: pd.DataFrame) -> pd.DataFrame:
    """Neighbouring steps with the same seats joined; stretches without a seat left out."""
    changed = (steps["seats"] != steps.groupby("name")["seats"].shift()).groupby(steps["name"]).cumsum()
    joined = steps.assign(stretch=changed).groupby(["name", "colour", "stretch"], sort=False, as_index=False)
    pieces = joined.agg(from_pct=("from_pct", "min"), to_pct=("to_pct", "max"), seats=("seats", "first"))
    return pieces[pieces["seats"] > 0]
