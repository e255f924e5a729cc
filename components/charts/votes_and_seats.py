"""Votes beside seats at one election, on one scale."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.style import OUTLINE, rows_axis, style_figure, wrap_label

PATTERNS = {"list": "", "district": "/", "total": ""}
ROW_HEIGHT = 46
PALE = 0.45


def build_votes_and_seats(frame: pd.DataFrame, *, seats_total: float | None) -> go.Figure:
    """Two bars a contestant on one scale of per cent: the share of the vote, pale, and the share of the seats, full.

    Args:
        frame: One row per contestant with `name`, `colour`, `vote_pct` (per cent, may be missing), `vote_label`, seats in `list`,
            `district`, `total` (may be missing) and `seat_label`.
        seats_total: Seats of the chamber, the base of the seat shares; None where not known, then no seat bars are drawn.

    Returns:
        A figure; contestants run from the top in the order of the frame, district seats are striped.
    """
    frame = frame.assign(name=frame["name"].map(wrap_label))
    votes = frame["vote_pct"].notna().any()
    seats = frame[["list", "district", "total"]].notna().any(axis=None) and seats_total is not None
    figure = go.Figure()
    if votes:
        figure.add_trace(_bars(frame, frame["vote_pct"], frame["vote_label"], group="votes"))
        figure.data[-1].update(opacity=PALE if seats else 1)
        figure.add_trace(_labels(frame, frame["vote_pct"], frame["vote_label"], group="votes"))
    if seats and seats_total:
        _add_seats(figure, frame, seats_total)
    n_bars = int(bool(votes)) + int(bool(seats))
    style_figure(figure, height=60 + (ROW_HEIGHT if n_bars > 1 else 34) * max(len(frame), 2))
    figure.update_layout(barmode="group", bargap=0.3, bargroupgap=0.12)
    figure.update_yaxes(**rows_axis(list(dict.fromkeys(frame["name"]))))
    figure.update_xaxes(rangemode="tozero", ticksuffix="\u202f%", range=[0, _end(frame, seats_total)], nticks=6)
    return figure


def _add_seats(figure: go.Figure, frame: pd.DataFrame, seats_total: float) -> None:
    """Seat bars, tier after tier; a contestant of whom only the total is known gets one plain bar."""
    tiered = frame[["list", "district"]].notna().any(axis=1)
    pieces = {"total": frame["total"].where(~tiered), "list": frame["list"], "district": frame["district"]}
    base = pd.Series(0.0, index=frame.index)
    for tier, values in pieces.items():
        shares = 100 * values / seats_total
        figure.add_trace(_bars(frame, shares, None, group="seats", base=base.copy(), pattern=PATTERNS[tier]))
        base = base + shares.fillna(0)
    figure.add_trace(_labels(frame, base, frame["seat_label"], group="seats"))


def _bars(
    frame: pd.DataFrame, values: pd.Series, labels: pd.Series | None, *, group: str, base: pd.Series | None = None, pattern: str = ""
) -> go.Bar:
    return go.Bar(
        y=frame["name"],
        x=values,
        base=base,
        orientation="h",
        offsetgroup=group,
        marker={"color": frame["colour"], "line": {"color": OUTLINE, "width": 0.5}, "pattern": {"shape": pattern, "solidity": 0.3}},
        customdata=labels,
        hovertemplate="%{y}: %{x:.2f} per cent of " + group + "<extra></extra>",
    )


def _labels(frame: pd.DataFrame, ends: pd.Series, labels: pd.Series, *, group: str) -> go.Bar:
    """Labels that stand behind the bars of a group."""
    return go.Bar(
        y=frame["name"],
        x=[0.0] * len(frame),
        base=ends.fillna(0),
        orientation="h",
        offsetgroup=group,
        text=labels,
        textposition="outside",
        constraintext="none",
        textfont={"size": 13},
        cliponaxis=False,
        marker={"color": "rgba(0,0,0,0)"},
        hoverinfo="skip",
    )


def _end(frame: pd.DataFrame, seats_total: float | None) -> float:
    """End of the axis: the longest bar, and room behind it for its label."""
    held = frame["total"].fillna(frame[["list", "district"]].sum(axis=1, min_count=1))
    seats = 100 * held.max() / seats_total if seats_total else 0.0
    return float(pd.Series([frame["vote_pct"].max(), seats, 1.0]).max()) * 1.5
