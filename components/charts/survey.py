"""Answers in surveys: words above a bar from zero, and questions asked again as two marks on one track."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, style_figure, words_at_left

HEAD_PX, ASKED_PX, WORDS_PX, BAR_PX = 19, 16, 17, 11
WORDS_SIZE = 13.5
"""Height of a line of a question, of the line on who asked, of an answer's words, and of a bar."""
ANSWER_GAP, QUESTION_GAP = 7, 16
TRACK_PX = 24
ABOVE_PX, BELOW_PX, SIDE_PX = 8, 46, 14
OPEN_END = 5.0
"""Length of the arrow behind a share that is told as a least one, in points of per cent."""
ROOM_AT_LEFT = 22.0
"""Per cent from which on a label fits between zero and its mark, on a phone too."""
CLEAR = "rgba(0,0,0,0)"


def build_answers(frame: pd.DataFrame, *, end: float) -> go.Figure:
    """One bar an answer, question after question, each with its words above it, so that they fit on a phone.

    Args:
        frame: One row per claim with `question` (`<br>` between its lines), `asked` (who asked whom, when), `words` (share and answer),
            `value`, `value_min`, `value_max` (per cent, any may be missing), `colour`, `said` (who says so).
        end: End of the axis, per cent, so that figures can share one.

    Returns:
        A figure; questions and answers run from the top in the order of the frame. A bar without fill ends at the bound of a share of
        which only a bound is told; an arrow behind it says that the share may be larger.
    """
    figure, top = go.Figure(), 0.0
    for (question, asked), rows in frame.groupby(["question", "asked"], sort=False):
        top = _add_heading(figure, str(question), str(asked), top)
        for row in each_row(rows):
            top = _add_words(figure, row.words, top)
            _add_bar(figure, row, top + BAR_PX / 2)
            top += BAR_PX + ANSWER_GAP
        top += QUESTION_GAP
    figure.update_layout(barmode="overlay")
    return _finished(figure, top, end)


def build_repeats(frame: pd.DataFrame, *, end: float) -> go.Figure:
    """Questions asked again: the marks of an answer on one track, the earlier hollow, the later full.

    Args:
        frame: One row per claim in the order of time with `question`, `asked`, `answer` (words above the track; rows of one track are
            alike), `value` or `value_min` (per cent), `label` (date and share), `joined` (whether one pollster asked in the same words:
            then a line joins the marks), `colour`, `said`.
        end: End of the axis, per cent.

    Returns:
        A figure; the label of the smallest share stands at its left, the others at the right of theirs.
    """
    figure, top = go.Figure(), 0.0
    for (question, asked), rows in frame.groupby(["question", "asked"], sort=False):
        top = _add_heading(figure, str(question), str(asked), top)
        for answer, marks in rows.groupby("answer", sort=False):
            top = _add_words(figure, str(answer), top)
            _add_track(figure, marks, top + TRACK_PX / 2)
            top += TRACK_PX + ANSWER_GAP
        top += QUESTION_GAP
    return _finished(figure, top, end)


def _add_heading(figure: go.Figure, question: str, asked: str, top: float) -> float:
    """The question in bold and who was asked by whom below it; where the next thing begins."""
    lines, below = question.count("<br>") + 1, asked.count("<br>") + 1
    bold = "<br>".join(f"<b>{line}</b>" for line in question.split("<br>"))
    figure.add_trace(words_at_left(bold, top + lines * HEAD_PX / 2, size=15))
    figure.add_trace(words_at_left(asked, top + lines * HEAD_PX + below * ASKED_PX / 2, size=12.5))
    return top + lines * HEAD_PX + below * ASKED_PX + ANSWER_GAP / 2


def _add_words(figure: go.Figure, words: str, top: float) -> float:
    """Words in one or more lines; where the next thing begins."""
    height = (words.count("<br>") + 1) * WORDS_PX
    figure.add_trace(words_at_left(words, top + height / 2, size=WORDS_SIZE))
    return top + height


def _add_bar(figure: go.Figure, row: Any, middle: float) -> None:
    exact = pd.notna(row.value)
    share = row.value if exact else row.value_max if pd.notna(row.value_max) else row.value_min
    if pd.isna(share):
        return
    figure.add_trace(
        go.Bar(
            x=[share],
            y=[middle],
            width=BAR_PX - 1,
            orientation="h",
            marker={"color": row.colour if exact else CLEAR, "line": {"color": row.colour, "width": 0 if exact else 1.5}},
            hovertemplate=f"{row.words}<br>{row.said}<extra></extra>",
        )
    )
    if not exact and pd.isna(row.value_max):
        figure.add_trace(_arrow(row, share, middle))


def _arrow(row: Any, share: float, middle: float) -> go.Scatter:
    return go.Scatter(
        x=[share, share + OPEN_END],
        y=[middle, middle],
        mode="lines+markers",
        line={"color": row.colour, "width": 1.5, "dash": "dot"},
        marker={"symbol": ["line-ns", "triangle-right"], "size": [1, 11], "color": row.colour},
        hovertemplate=f"{row.said}<extra></extra>",
    )


def _add_track(figure: go.Figure, marks: pd.DataFrame, middle: float) -> None:
    """The marks of one answer; a line joins them only where they can be compared word for word."""
    shares = marks["value"].fillna(marks["value_min"])
    apart, last = len(set(shares)) > 1, marks.index[-1]
    if marks["joined"].all():
        ends = [shares.min(), shares.max()]
        figure.add_trace(go.Scatter(x=ends, y=[middle] * 2, mode="lines", line={"color": OUTLINE, "width": 4}, hoverinfo="skip"))
    for row in each_row(marks):
        share, is_bound = shares[row.Index], pd.isna(row.value)
        if is_bound:
            figure.add_trace(_arrow(row, share, middle))
        figure.add_trace(_mark(row, share, middle, symbol="circle" if row.Index == last and not is_bound else "circle-open"))
        if apart:
            at_left = share == shares.min() and share >= ROOM_AT_LEFT
            figure.add_trace(_mark_label(row.label, share, middle, at_left=at_left))
    if not apart:
        reach = shares.max() + (OPEN_END if marks["value"].isna().any() else 0)
        figure.add_trace(_mark_label("; ".join(marks["label"]), reach, middle, at_left=False))


def _mark(row: Any, share: float, middle: float, *, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[share],
        y=[middle],
        mode="markers",
        marker={"symbol": symbol, "size": 13, "color": row.colour, "line": {"width": 2.5, "color": row.colour}},
        hovertemplate=f"{row.label}<br>{row.said}<extra></extra>",
        cliponaxis=False,
    )


def _mark_label(words: str, share: float, middle: float, *, at_left: bool) -> go.Scatter:
    return go.Scatter(
        x=[share],
        y=[middle],
        mode="text",
        text=[f"{words}\u2003" if at_left else f"\u2003{words}"],
        textposition="middle left" if at_left else "middle right",
        textfont={"size": 13.5},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _finished(figure: go.Figure, top: float, end: float) -> go.Figure:
    style_figure(figure, height=round(top) + ABOVE_PX + BELOW_PX, top=ABOVE_PX, bottom=BELOW_PX, left=SIDE_PX)
    figure.update_yaxes(range=[top, 0], visible=False)
    figure.update_xaxes(range=[0, end], ticksuffix="\u202f%", dtick=20, showgrid=True)
    return figure
