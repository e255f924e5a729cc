"""Events in lanes along time: each date drawn as wide as it is uncertain, named directly where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from textwrap import shorten
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, style_figure
from components.charts.timeline_layout import LABEL_ROWS, Lane, Mark, Place, stack_lanes, text_width

AXIS_WIDTH = 780
"""Pixels that the axis is sure to have in a window of 1280; where it is wider, marks stand farther apart and labels still fit."""
ROW_HEIGHT = 8.5
ROWS_MOST = 103
LANE_GAP = 1.0
AXIS_ROOM = 34
LABEL_SIZE = 13
LONGEST_LABEL = 70
DOT, LABELLED_DOT, LABEL_OFFSET, TAIL = 7, 9, 8, 14
NAME_INDENT = 10
POINT_DAYS = 3
"""What is dated this exactly is drawn as a dot alone."""
PALE = 0.34
STRIPE = 0.0035
BOLD = 1.1
DAY_MS = 86_400_000
TICKS = ((1, 1, "%b %Y"), (3, 3, "%b %Y"), (18, 12, "%Y"), (29, 24, "%Y"), (200, 60, "%Y"))
"""Most years, months from tick to tick, their format; a year stands to the right of its first day."""
ON_LINE = 0.85
"""How far below its label the bar of what lasted runs, in rows."""


@dataclass(frozen=True)
class _Shape:
    """One entry as it is drawn, in days since the start of the axis.

    Attributes:
        bar: From where to where its bar runs; None for a day.
        at: Where its dot stands; None where it has none, because it lasted for long or its middle is out of sight.
        symbol: Symbol of the dot.
        solid: Whether the bar is full: it lasted that long.
    """

    bar: tuple[float, float] | None
    at: float | None
    symbol: str = "circle"
    solid: bool = False


@dataclass(frozen=True)
class _Drawn:
    """A row of the frame with its shape, its place in its lane, and how many rows from the top it stands."""

    row: Any
    shape: _Shape
    place: Place
    height: float

    @property
    def anchor(self) -> float:
        """The day that its dot, or without one its label, stands at."""
        return self.shape.at if self.shape.at is not None else self.shape.bar[0] if self.shape.bar else 0.0

    @property
    def is_lined(self) -> bool:
        """Whether its label stands above its bar rather than beside a dot."""
        return self.shape.solid and self.shape.at is None and bool(self.place.side)


def build_timeline(frame: pd.DataFrame, *, first: date, last: date, width: float = AXIS_WIDTH) -> go.Figure:
    """Lanes of events from the top, time to the right.

    A dot is a day. A pale bar is the month, year or span within which it happened, with the dot in its middle; a triangle points to where
    the date is open; a full bar lasted that long.

    Args:
        frame: One row per entry with `lane`, `colour`, `title`, `start` and `end` (dates; None where open, never both), `lasted` (whether
            it went on from start to end), `weight` (1 to 3) and `hover`. Lanes stand in the order of the frame.
        first: First day of the axis.
        last: Last day of the axis.
        width: Pixels that the axis is sure to have.

    Returns:
        A figure; labels stand where they cover nothing, those of weight 1 first.
    """
    days = (last - first).days + 1
    members = {str(name): list(each_row(rows)) for name, rows in frame.groupby("lane", sort=False)}
    shapes = {name: [_shape(row, first, days, pixel=days / width) for row in rows] for name, rows in members.items()}
    lanes = stack_lanes(
        [[_mark(*pair, scale=width / days) for pair in zip(shapes[name], members[name], strict=True)] for name in members],
        width=width,
        name_widths=[NAME_INDENT + BOLD * text_width(name, LABEL_SIZE) for name in members],
        rows_most=ROWS_MOST,
    )
    tops = _tops(lanes)
    drawn = [
        _Drawn(row, shape, place, top + place.row + place.rows / 2)
        for name, lane, top in zip(members, lanes, tops, strict=False)
        for row, shape, place in zip(members[name], shapes[name], lane.places, strict=True)
    ]
    figure = go.Figure([_bars(drawn, first, solid=False), _bars(drawn, first, solid=True), _dots(drawn, first)])
    _add_lanes(figure, [(name, rows[0].colour) for name, rows in members.items()], tops)
    style_figure(figure, height=round(AXIS_ROOM + ROW_HEIGHT * tops[-1]), left=0, right=8, top=AXIS_ROOM, bottom=4)
    _style_axes(figure, first, last, rows=tops[-1])
    return figure


def _shape(row: Any, first: date, days: int, *, pixel: float) -> _Shape:
    """How an entry is drawn, cut at the ends of the axis; a pixel is so many days."""
    tail = TAIL * pixel
    if row.start is None:
        end = (row.end - first).days + 1
        return _Shape(_cut(end - tail, end, days), end, "triangle-left")
    start = (row.start - first).days
    if row.end is None:
        return _Shape(_cut(start, start + tail, days), start, "triangle-right")
    end = (row.end - first).days + 1
    middle = (start + end) / 2
    at = middle if 0 <= middle <= days else None
    if row.lasted:
        return _Shape(_cut(start, end, days), at if end - start <= DOT * pixel else None, solid=True)
    return _Shape(None if end - start <= POINT_DAYS else _cut(start, end, days), at)


def _cut(start: float, end: float, days: int) -> tuple[float, float]:
    return max(0.0, start), min(float(days), end)


def _mark(shape: _Shape, row: Any, *, scale: float) -> Mark:
    """The room that an entry takes, in pixels: its bar, its dot, and how wide its label is.

    A label stands beside the dot; where there is none, on the bar from its start.
    """
    dot = None if shape.at is None else shape.at * scale
    ends = [edge * scale for edge in shape.bar or ()] + ([] if dot is None else [dot - DOT / 2, dot + DOT / 2])
    start, end = min(ends), max(ends)
    return Mark(
        start,
        end,
        right_from=start if dot is None else dot + LABEL_OFFSET,
        left_to=start if dot is None else dot - LABEL_OFFSET,
        weight=int(row.weight),
        label_width=text_width(_label(row), LABEL_SIZE),
    )


def _label(row: Any) -> str:
    return shorten(str(row.title), LONGEST_LABEL, placeholder="…")


def _tops(lanes: Sequence[Lane]) -> list[float]:
    """Where each lane begins, in rows from the top, and at last where all of them end."""
    tops = [LANE_GAP / 2]
    for lane in lanes:
        tops.append(tops[-1] + lane.rows + LANE_GAP)
    return tops


def _bars(drawn: Sequence[_Drawn], first: date, *, solid: bool) -> go.Bar:
    """Bars of true width: pale and broad for loose dates, full and slim for what lasted."""
    found = [(entry, entry.shape.bar) for entry in drawn if entry.shape.bar and entry.shape.solid == solid]
    return go.Bar(
        base=[_moment(first, bar[0]) for _, bar in found],
        x=[(bar[1] - bar[0]) * DAY_MS for _, bar in found],
        y=[entry.height + ON_LINE * entry.is_lined for entry, _ in found],
        orientation="h",
        width=0.5 if solid else 0.8,
        marker={"color": [entry.row.colour for entry, _ in found], "opacity": 1 if solid else PALE, "line": {"width": 0}},
        customdata=[entry.row.hover for entry, _ in found],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _dots(drawn: Sequence[_Drawn], first: date) -> go.Scatter:
    """Dots with their labels; what lasted has its label beside its bar."""
    return go.Scatter(
        x=[_moment(first, entry.anchor) for entry in drawn],
        y=[entry.height for entry in drawn],
        mode="markers+text",
        text=[_label(entry.row) if entry.place.side else "" for entry in drawn],
        textposition=[f"middle {entry.place.side or 'right'}" for entry in drawn],
        textfont={"size": LABEL_SIZE},
        marker={
            "size": [LABELLED_DOT if entry.place.side else DOT for entry in drawn],
            "symbol": [entry.shape.symbol for entry in drawn],
            "color": [entry.row.colour for entry in drawn],
            "opacity": [0 if entry.shape.at is None else 1 for entry in drawn],
            "line": {"width": 0},
        },
        customdata=[entry.row.hover for entry in drawn],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _moment(first: date, days: float) -> datetime:
    return datetime(first.year, first.month, first.day) + timedelta(days=days)


def _add_lanes(figure: go.Figure, lanes: Sequence[tuple[str, str]], tops: Sequence[float]) -> None:
    """A stripe in the colour of each lane with its name, and a hairline between two lanes."""
    for (name, colour), top, below in zip(lanes, tops, tops[1:], strict=False):
        edge = {"xref": "paper", "x0": 0, "layer": "below"}
        figure.add_shape(type="rect", **edge, x1=STRIPE, y0=top - 0.05, y1=below - LANE_GAP + 0.05, fillcolor=colour, line={"width": 0})
        if top > tops[0]:
            border = top - LANE_GAP / 2
            figure.add_shape(type="line", **edge, x1=1, y0=border, y1=border, line={"color": OUTLINE, "width": 1})
        figure.add_annotation(
            xref="paper",
            x=0,
            xshift=NAME_INDENT,
            yshift=2,
            y=top + LABEL_ROWS / 2,
            text=f"<b>{name}</b>",
            showarrow=False,
            xanchor="left",
            yanchor="middle",
            font={"size": LABEL_SIZE},
        )


def _style_axes(figure: go.Figure, first: date, last: date, *, rows: float) -> None:
    years = last.year - first.year + 1
    _, months, form = next(tick for tick in TICKS if years <= tick[0])
    step = max(1, months // 12)
    figure.update_layout(barmode="overlay", hovermode="closest", hoverdistance=12, meta={"tall": True})
    figure.update_xaxes(
        type="date",
        range=[first.isoformat(), (last + timedelta(days=1)).isoformat()],
        side="top",
        dtick=f"M{months}",
        tick0=date(-(-first.year // step) * step, 1, 1).isoformat(),
        tickformat=form,
        ticklabelposition="outside right",
        showgrid=True,
        automargin=False,
    )
    figure.update_yaxes(range=[rows, 0], visible=False, automargin=False)
