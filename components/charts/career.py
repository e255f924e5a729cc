"""A career: organisations and offices as rows, roles as marks at their dates, no more exact than the source."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import FONT_SIZE, OUTLINE, style_figure, wrap_label

SYMBOLS = {"held": "circle", "began": "triangle-right", "ended": "triangle-left"}
LINE_PX, GAP_PX, BELOW_PX = 17, 12, 34
LABEL_WIDTH = 22
LONGEST_EXACT = timedelta(days=31)
MARGIN = timedelta(days=300)


def build_career(frame: pd.DataFrame) -> go.Figure:
    """One row an organisation or office, a mark a claim; a bar only for a term of which one source gives both ends.

    Args:
        frame: One row per claim with `row` (organisation or office), `roles` (all roles in that row, in words), `colour`, `mark`
            ("held" on a date, "began", "ended" or "term"), `start` and `end` (first and last day that the date may mean, of a
            term its ends; either may be missing where the date is open) and `label`.

    Returns:
        A figure; rows run from the top in the order of the frame. A pale band shows the days that a loose date may mean, a hollow
        mark that an end of it is open.
    """
    figure, middles, top = go.Figure(), {}, GAP_PX / 2
    labels = {row.row: _row_label(row) for row in each_row(frame.drop_duplicates("row"))}
    for name, label in labels.items():
        height = LINE_PX * (label.count("<br>") + 1)
        middles[name] = top + height / 2
        top += height + GAP_PX
    for row in each_row(frame):
        for trace in _claim(row, middles[row.row]):
            figure.add_trace(trace)
    style_figure(figure, height=round(top) + BELOW_PX, bottom=BELOW_PX, right=20)
    figure.update_yaxes(
        range=[top, 0], tickvals=list(middles.values()), ticktext=list(labels.values()), tickfont={"size": FONT_SIZE}, ticklabelstandoff=8
    )
    days = [day for column in ("start", "end") for day in frame[column].dropna()]
    if days:
        figure.update_xaxes(type="date", range=[min(days) - MARGIN, max(days) + MARGIN], tickformat="%Y", nticks=8)
    return figure


def _row_label(row: Any) -> str:
    roles = wrap_label(row.roles, LABEL_WIDTH + 4)
    return (
        f"{wrap_label(row.row, LABEL_WIDTH)}<br><span style='font-size:12px'>{roles}</span>" if roles else wrap_label(row.row, LABEL_WIDTH)
    )


def _claim(row: Any, middle: float) -> list[go.Scatter]:
    start, end = (day if isinstance(day, date) else None for day in (row.start, row.end))
    if start and end and row.mark == "term":
        return [_band(row, (start, end), middle, width=9, opacity=1)]
    if start and end:
        at = start + (end - start) / 2
        band = [_band(row, (start, end), middle, width=9, opacity=0.3)] if end - start > LONGEST_EXACT else []
        return [*band, _mark(row, at, middle, symbol=SYMBOLS.get(row.mark, "circle"))]
    known = start or end
    return [_mark(row, known, middle, symbol=f"{SYMBOLS.get(row.mark, 'circle')}-open")] if known else []


def _band(row: Any, ends: tuple[date, date], middle: float, *, width: int, opacity: float) -> go.Scatter:
    return go.Scatter(
        x=list(ends),
        y=[middle, middle],
        mode="lines",
        line={"color": row.colour, "width": width},
        opacity=opacity,
        hovertemplate=f"{row.label}<extra></extra>" if opacity == 1 else None,
        hoverinfo=None if opacity == 1 else "skip",
    )


def _mark(row: Any, at: date, middle: float, *, symbol: str) -> go.Scatter:
    is_open = symbol.endswith("open")
    return go.Scatter(
        x=[at],
        y=[middle],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 13,
            "color": row.colour,
            "line": {"color": row.colour if is_open else OUTLINE, "width": 2 if is_open else 1.5},
        },
        cliponaxis=False,
        hovertemplate=f"{row.label}<extra></extra>",
    )
