"""One party at every election it had a part in: shares of the vote and of the seats, and why there are none."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.composition import tint
from components.charts.frames import each_row
from components.charts.style import FONT_SIZE, style_figure, words_at_left

WORDS_PX, BAR_PX, GAP_PX, LEAST_PX = 17, 11, 13, 40
"""Height of a line of words, of a bar, of the room between two rows, and of a row with two lines at its left end."""
BELOW_PX = 46
PALE = 0.45
CLEAR = "rgba(0,0,0,0)"


def build_party_results(frame: pd.DataFrame) -> go.Figure:
    """One row an election: what was polled and what was won, each as words with its bar below; words alone where there is no figure.

    Words stand above their bar, so that they fit on a phone however long the bar is.

    Args:
        frame: One row per election and contestant with `row` (its words at the left, `<br>` between two lines), `colour`, `vote_pct`
            and `seat_pct` (per cent, may be missing), `vote_label` and `seat_label` (words, empty where nothing is known),
            `is_shared` (whether the result is that of a candidate or of a list with others, which is drawn hollow).

    Returns:
        A figure; elections run from the top in the order of the frame. Votes are pale, seats are full.
    """
    figure, ticks, top = go.Figure(), [], GAP_PX / 2
    for row in each_row(frame):
        height = _row_height(row)
        ticks.append(top + height / 2)
        start = top + (height - _content_height(row)) / 2
        for share, words, fill in _parts(row):
            figure.add_trace(words_at_left(words, start + WORDS_PX / 2, size=13))
            start += WORDS_PX
            if pd.notna(share) and share > 0:
                figure.add_trace(_bar(row, share, words, fill=fill, middle=start + BAR_PX / 2))
                start += BAR_PX
        top += height + GAP_PX
    style_figure(figure, height=round(top) + BELOW_PX, bottom=BELOW_PX)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(
        range=[top, 0], tickvals=ticks, ticktext=list(frame["row"]), showgrid=False, tickfont={"size": FONT_SIZE}, ticklabelstandoff=8
    )
    end = max([1.0, *frame[["vote_pct", "seat_pct"]].max().dropna()])
    figure.update_xaxes(range=[0, min(end * 1.06, 103)], ticksuffix="\u202f%", nticks=6)
    return figure


def _parts(row: Any) -> list[tuple[float, str, str]]:
    """Share, words and fill of the votes and of the seats, as far as there are words."""
    hollow = CLEAR if row.is_shared else None
    parts = [(row.vote_pct, row.vote_label, hollow or tint(row.colour, PALE)), (row.seat_pct, row.seat_label, hollow or row.colour)]
    return [part for part in parts if part[1]]


def _content_height(row: Any) -> float:
    return sum(WORDS_PX + (BAR_PX if pd.notna(share) and share > 0 else 0) for share, _, _ in _parts(row))


def _row_height(row: Any) -> float:
    return max(_content_height(row), LEAST_PX if "<br>" in row.row else WORDS_PX)


def _bar(row: Any, share: float, words: str, *, fill: str, middle: float) -> go.Bar:
    return go.Bar(
        x=[share],
        y=[middle],
        width=BAR_PX - 1,
        orientation="h",
        marker={"color": fill, "line": {"color": row.colour, "width": 1.5 if fill == CLEAR else 0.5}},
        hovertemplate=f"{words}<extra>{row.row}</extra>",
    )
