"""Dated claims on members as points, against the law's minimum as a step line; nothing is ever drawn from one point to the next."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.membership_labels import Label, place_labels, place_within
from components.charts.style import FONT_SIZE, GOLD, GRID, OUTLINE, style_figure

SYMBOLS = {
    "party": "circle",
    "electoral_commission": "square",
    "press": "triangle-up",
    "scholar": "diamond",
    "court": "x",
    "unstated": "circle-open",
}
HEIGHT, TOP, BOTTOM, RIGHT = 610, 12, 44, 44
MARK, TEXT = 11, 12.5
RIVAL = 0.42
"""Opacity of claims that are not of the reader's source."""
WIDE_ONLY = 0.99
"""Opacity of labels and their leaders that the style sheet of the page leaves out where the picture is narrow."""
OPEN_ENDED = 0.16
"""Length of the bar of an open bound, in powers of ten."""
CLOSE = 24
"""Steps of the law so near one another, in pixels, that the words stand below the lower."""
STUB = timedelta(days=900)
"""How far a step is drawn back whose beginning no source gives."""
RISER = 0.58
"""Where along a rise of the law its words stand."""
GAP_BELOW, GAP_BESIDE = 12, 6


def build_membership(claims: pd.DataFrame, steps: pd.DataFrame, *, first: date, last: date) -> go.Figure:
    """One mark a claim on a logarithmic axis of members, the law's minimum in gold.

    Args:
        claims: One row per claim with `label`, `words` (the figure), `colour`, `claimed_by`, `about` (above zero), `low`, `high` (bounds,
            one may be missing), `start`, `end` (first and last day that are meant), `first` (whether of the reader's source), `hover`.
        steps: One row per value of the minimum with `value`, `begins`, `begun` (first and last day on which it may have begun; missing
            where no source says), `words`.
        first: Start of the axis of time.
        last: Its end.

    Returns:
        A figure. A mark's shape tells who claims, as in `SYMBOLS`; a level line is the span that is meant, an upright one the bounds.
    """
    low, high = _powers(claims, steps)
    per_power = (HEIGHT - TOP - BOTTOM) / (high - low)
    placed = claims.assign(day=place_within(claims, per_power=per_power, mark=MARK + 1))
    figure = go.Figure()
    _draw_law(figure, steps, last, per_power)
    figure.add_traces([*_spans(placed), *_bounds(placed), _marks(placed)])
    floor = [log10(value) for value in steps["value"]]
    _draw_labels(figure, place_labels(placed, per_power=per_power, last=last, law=floor, first=first))
    style_figure(figure, height=HEIGHT, top=TOP, bottom=BOTTOM, right=RIGHT)
    figure.update_yaxes(type="log", range=[low, high], tickvals=[10**power for power in range(1, 8)], tickformat=",")
    figure.update_xaxes(range=[first, last], tickfont={"size": FONT_SIZE - 1}, tickformat="%Y", gridcolor=GRID)
    return figure


def _powers(claims: pd.DataFrame, steps: pd.DataFrame) -> tuple[float, float]:
    amounts = pd.concat([claims["about"], claims["high"].dropna(), steps["value"]])
    return log10(amounts.min()) - 0.12, log10(amounts.max()) + 0.2


def _draw_law(figure: go.Figure, steps: pd.DataFrame, last: date, per_power: float) -> None:
    """Level lines, upright ones where the law changed; a pale field where only the month or year of the change is known."""
    rows = list(each_row(steps))
    for place, row in enumerate(rows):
        after = rows[place + 1] if place + 1 < len(rows) else None
        begun = row.begun if pd.notna(row.begun) else (after.begins - STUB if after else None)
        if begun is None:
            continue
        level = {"color": GOLD, "width": 3, "dash": "dot" if pd.isna(row.begun) else "solid"}
        hover = f"The law’s minimum: {row.words}<extra></extra>"
        end = after.begins if after else last
        figure.add_scatter(x=[begun, end], y=[row.value] * 2, mode="lines", line=level, hovertemplate=hover)
        if after is not None:
            _draw_change(figure, row, after)
    for before, row in zip([None, *rows], rows, strict=False):
        _draw_law_words(figure, row, before, rows, per_power)


def _draw_change(figure: go.Figure, before: Any, after: Any) -> None:
    corners = {"x0": after.begins, "x1": after.begun, "y0": before.value, "y1": after.value}
    figure.add_shape(type="rect", **corners, fillcolor=GOLD, opacity=0.3, line={"width": 0}, layer="below")
    for day in {after.begins, after.begun}:
        figure.add_shape(type="line", x0=day, x1=day, y0=before.value, y1=after.value, line={"color": GOLD, "width": 1.5}, layer="below")


def _draw_law_words(figure: go.Figure, row: Any, before: Any, rows: Sequence[Any], per_power: float) -> None:
    """A rise is named right of it, a fall on the lower level left of it; where the two levels are near, below them."""
    place: dict[str, Any] = {"xanchor": "right", "xshift": -GAP_BESIDE, "align": "right"}
    if before is None:
        day, power = (rows[1].begins if len(rows) > 1 else row.begun), log10(row.value)
        place["yshift"] = -GAP_BELOW - 4
    elif abs(log10(row.value / before.value)) * per_power < CLOSE:
        day, power = row.begun, log10(row.value)
        place = {"xanchor": "left", "yshift": -GAP_BELOW, "align": "left"}
    elif row.value > before.value:
        day, power = row.begun, _between(before.value, row.value)
        place = {"xanchor": "left", "xshift": GAP_BESIDE, "align": "left"}
    else:
        day, power = row.begins, log10(row.value)
    if pd.notna(day):
        words = row.words.replace(" from ", "<br>from ", 1) if "xshift" in place else row.words
        figure.add_annotation(x=day, y=power, text=words, showarrow=False, font={"size": TEXT}, **place)


def _between(low: float, high: float) -> float:
    return log10(low) + RISER * (log10(high) - log10(low))


def _spans(claims: pd.DataFrame) -> list[go.Scatter]:
    """A level line over the days that a date may mean, in the colour of the party."""
    return [
        go.Scatter(
            x=[day for row in each_row(rows) for day in (row.start, row.end + timedelta(days=1), None)],
            y=[amount for row in each_row(rows) for amount in (row.about, row.about, None)],
            mode="lines",
            line={"color": colour, "width": 2},
            opacity=0.5,
            hoverinfo="skip",
        )
        for colour, rows in claims[claims["start"] != claims["end"]].groupby("colour", sort=False)
    ]


def _bounds(claims: pd.DataFrame) -> list[go.Scatter]:
    """An upright bar between two bounds; from an open one it goes a little way and ends in an arrow head."""
    drawn = []
    for row in each_row(claims[claims["low"] != claims["high"]]):
        upward = pd.isna(row.high)
        low = row.about / 10**OPEN_ENDED if pd.isna(row.low) else row.low
        high = row.about * 10**OPEN_ENDED if upward else row.high
        ends = (low, high) if upward or pd.notna(row.low) else (high, low)
        is_open = upward or pd.isna(row.low)
        head = {"symbol": ["circle", "triangle-up-open" if upward else "triangle-down-open"], "size": [0.1, 8]}
        drawn.append(
            go.Scatter(
                x=[row.day] * 2,
                y=ends,
                mode="lines+markers" if is_open else "lines",
                marker={**head, "color": row.colour, "line": {"color": row.colour, "width": 1.5}},
                line={"color": row.colour, "width": 3 if is_open else 7},
                opacity=0.6 if row.first else RIVAL,
                hoverinfo="skip",
            )
        )
    return drawn


def _marks(claims: pd.DataFrame) -> go.Scatter:
    """The marks; those of the reader's source are drawn last, above the others."""
    ordered = claims.sort_values("first", kind="stable")
    return go.Scatter(
        x=ordered["day"],
        y=ordered["about"],
        mode="markers",
        cliponaxis=False,
        customdata=ordered["hover"],
        marker={
            "symbol": [SYMBOLS.get(by, "circle-open") for by in ordered["claimed_by"]],
            "size": MARK,
            "color": ordered["colour"],
            "opacity": [1 if own else RIVAL for own in ordered["first"]],
            "line": {"width": 1.5, "color": [_edge(row) for row in each_row(ordered)]},
        },
        hovertemplate="%{customdata}<extra></extra>",
    )


def _edge(row: Any) -> str:
    """Full marks have a grey edge, so that dark colours show on a dark ground; hollow ones are drawn by it."""
    return str(row.colour) if "open" in SYMBOLS.get(row.claimed_by, "circle-open") else OUTLINE


def _draw_labels(figure: go.Figure, labels: Sequence[Label]) -> None:
    for side, anchor in (("right", "middle right"), ("left", "middle left")):
        for wide_only in (False, True):
            here = [label for label in labels if label.side == side and label.wide_only is wide_only]
            if not here:
                continue
            opacity = WIDE_ONLY if wide_only else 1
            leaders = [part for label in here for part in ((label.day, label.amount), (label.text_day, label.text_amount), (None, None))]
            figure.add_scatter(
                x=[day for day, _ in leaders],
                y=[amount for _, amount in leaders],
                mode="lines",
                line={"color": GRID, "width": 1},
                opacity=opacity,
                hoverinfo="skip",
            )
            figure.add_scatter(
                x=[label.text_day for label in here],
                y=[label.text_amount for label in here],
                mode="text",
                text=[label.words for label in here],
                textposition=anchor,
                textfont={"size": TEXT},
                cliponaxis=False,
                opacity=opacity,
                hoverinfo="skip",
            )
