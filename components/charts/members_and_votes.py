"""Members against votes, both on logarithmic scales, with the line where members equal voters."""

from math import ceil, floor, log10
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.membership import WIDE_ONLY
from components.charts.style import GOLD, NEUTRAL, OUTLINE, style_figure

HEIGHT, MARK = 640, 14
TICKS = [10**power for power in range(1, 9)]
EVEN = 1
"""Members a vote from which a label stands above its mark, towards the side of more members."""
FAR_RIGHT = 0.72
"""Part of the axis after which labels stand left of their marks."""
TINT = "rgba(128,128,128,0.09)"


def build_members_and_votes(pairs: pd.DataFrame, *, demanded: float | None) -> go.Figure:
    """One mark a party; above the line are more members than votes.

    Args:
        pairs: One row per party with `members`, `votes`, `with_partners` (members of all on its list), `ratio`, `words`, `years` (of
            both), `colour`, `hover`.
        demanded: Members that the law demanded on election day; None where it is not known.

    Returns:
        A figure; a hollow mark is a list that several parties share, its bar ends at the members of all of them.
    """
    low, right, top = _ends(pairs, demanded)
    figure = go.Figure()
    corner = [10**low, 10 ** min(right, top)]
    figure.add_scatter(
        x=[*corner, corner[0]], y=[*corner, corner[1]], mode="lines", fill="toself", fillcolor=TINT, line={"width": 0}, hoverinfo="skip"
    )
    figure.add_scatter(x=corner, y=corner, mode="lines", line={"color": NEUTRAL, "width": 2, "dash": "dash"}, hoverinfo="skip")
    if demanded:
        _draw_law(figure, demanded)
    for row in each_row(pairs[pairs["with_partners"] > pairs["members"]]):
        bar = {"color": row.colour, "width": 4}
        figure.add_scatter(x=[row.votes] * 2, y=[row.members, row.with_partners], mode="lines", line=bar, opacity=0.5, hoverinfo="skip")
    figure.add_traces([_marks(pairs), *_labels(pairs, low, right)])
    for words, x, y, anchor in (("more members than votes", low, top, "left"), ("more votes than members", right, low, "right")):
        shift = {"xshift": 8 if anchor == "left" else -8, "yshift": -14 if anchor == "left" else 36}
        figure.add_annotation(x=x, y=y, text=words, showarrow=False, xanchor=anchor, font={"size": 13}, opacity=0.85, **shift)
    style_figure(figure, height=HEIGHT, right=20, bottom=48)
    figure.update_xaxes(type="log", range=[low, right], tickvals=TICKS, tickformat=",", title="Votes")
    figure.update_yaxes(type="log", range=[low, top], tickvals=TICKS, tickformat=",", title="Members")
    return figure


def _ends(pairs: pd.DataFrame, demanded: float | None) -> tuple[float, float, float]:
    """Powers of ten at which the axes begin and end; both begin at one amount."""
    low = min(pairs["votes"].min(), pairs["members"].min(), demanded or float("inf"))
    high = max(pairs["with_partners"].max(), pairs["members"].max())
    return floor(5 * log10(low) - 0.4) / 5, ceil(5 * log10(pairs["votes"].max()) + 0.6) / 5, ceil(5 * log10(high) + 0.4) / 5


def _draw_law(figure: go.Figure, demanded: float) -> None:
    figure.add_hline(y=demanded, line={"color": GOLD, "width": 2.5})
    figure.add_vline(x=demanded, line={"color": GOLD, "width": 1.5, "dash": "dot"})
    power = log10(demanded)
    words = f"members the law demanded: {demanded:,.0f}"
    figure.add_annotation(x=1, xref="paper", y=power, text=words, showarrow=False, xanchor="right", yshift=-10, font={"size": 12.5})
    figure.add_annotation(
        x=power,
        y=0,
        yref="paper",
        yanchor="bottom",
        text="as many votes",
        showarrow=False,
        xanchor="left",
        xshift=5,
        yshift=2,
        font={"size": 12.5},
    )


def _labels(pairs: pd.DataFrame, low: float, right: float) -> list[go.Scatter]:
    """Names on the first line; on the second the years, which the style sheet leaves out where the picture is narrow."""
    sides = [_side(row, low, right) for row in each_row(pairs)]
    common = {"x": pairs["votes"], "y": pairs["members"], "mode": "text", "textposition": sides, "hoverinfo": "skip", "cliponaxis": False}
    names = [f"\u2002{words}\u2002<br>\u2002" for words in pairs["words"]]
    years = [f"\u2002<br>\u2002{words}\u2002" for words in pairs["years"]]
    return [
        go.Scatter(text=names, textfont={"size": 12.5}, **common),
        go.Scatter(text=years, textfont={"size": 12.5}, opacity=WIDE_ONLY, **common),
    ]


def _marks(pairs: pd.DataFrame) -> go.Scatter:
    hollow = pairs["with_partners"] > pairs["members"]
    return go.Scatter(
        x=pairs["votes"],
        y=pairs["members"],
        mode="markers",
        customdata=pairs["hover"],
        cliponaxis=False,
        marker={
            "symbol": ["circle-open" if is_shared else "circle" for is_shared in hollow],
            "size": MARK,
            "color": pairs["colour"],
            "line": {
                "width": [3 if is_shared else 1 for is_shared in hollow],
                "color": [colour if is_shared else OUTLINE for colour, is_shared in zip(pairs["colour"], hollow, strict=True)],
            },
        },
        hovertemplate="%{customdata}<extra></extra>",
    )


def _side(row: Any, low: float, right: float) -> str:
    across = "left" if (log10(row.votes) - low) / (right - low) > FAR_RIGHT else "right"
    return f"{'top' if row.ratio > EVEN else 'middle'} {across}"
