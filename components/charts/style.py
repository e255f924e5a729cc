"""The look that all figures share; colours of text and ground come from the Streamlit theme."""

from collections.abc import Sequence
from textwrap import wrap

import plotly.graph_objects as go

GOLD = "#c8900a"
"""The law's threshold, and nothing else."""
ACCENT = "#00869f"
NEUTRAL = "#868c92"
GRID = "rgba(128,128,128,0.22)"
OUTLINE = "rgba(128,128,128,0.55)"
FONT_SIZE = 14
MOST_LABEL_LINES = 4


def style_figure(figure: go.Figure, *, height: int, top: int = 8, left: int = 8, right: int = 16, bottom: int = 8) -> go.Figure:
    """Give a figure the atlas's margins, type and quiet grid.

    Args:
        figure: The figure, changed in place.
        height: Height in pixels.
        top: Margin in pixels.
        left: Margin in pixels; labels widen it as they need.
        right: Margin in pixels.
        bottom: Margin in pixels.

    Returns:
        The same figure.
    """
    figure.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom},
        font={"size": FONT_SIZE},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        hoverlabel={"font": {"size": 13}, "align": "left"},
        dragmode=False,
    )
    figure.update_xaxes(gridcolor=GRID, zeroline=False, showline=False, automargin=True, fixedrange=True)
    figure.update_yaxes(gridcolor=GRID, zeroline=False, showline=False, automargin=True, fixedrange=True)
    return figure


def percent(value: float | None, digits: int = 2) -> str:
    """A percentage as the atlas writes it: at most two decimals, no trailing zeros, a thin space before the sign.

    Args:
        value: The percentage, 0 to 100; None for unknown.
        digits: Most decimals.

    Returns:
        "88.41 %", "81 %", or "not stated".
    """
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return "not stated"
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return f"{text}\u202f%"


def thousands(value: float | None) -> str:
    """A count with commas, or "not stated".

    Args:
        value: The count; None for unknown.

    Returns:
        "5,247,720".
    """
    return "not stated" if value is None or value != value else f"{value:,.0f}"  # noqa: PLR0124 - NaN


def wrap_label(text: str, width: int = 21) -> str:
    """A label on several lines, so that it leaves room for the chart on a phone.

    Args:
        text: The label.
        width: Most characters in a line, where words allow.

    Returns:
        The label with `<br>` between its lines; what is longer than four ends in an ellipsis.
    """
    return "<br>".join(wrap(text, width, max_lines=MOST_LABEL_LINES, placeholder="…"))


def words_at_left(words: str, middle: float, *, size: float = FONT_SIZE) -> go.Scatter:
    """Words in one or more lines that begin at zero, above a row that has no axis of names.

    Args:
        words: The words.
        middle: Its height.
        size: Size of the type in pixels.

    Returns:
        A trace without marks.
    """
    return go.Scatter(
        x=[0],
        y=[middle],
        mode="text",
        text=[words],
        textposition="middle right",
        textfont={"size": size},
        cliponaxis=False,
        hoverinfo="skip",
    )


def rows_axis(order: Sequence[str]) -> dict[str, object]:
    """Settings of a vertical axis of names, first name at the top.

    Args:
        order: The names.

    Returns:
        Keywords for `update_yaxes`.
    """
    return {
        "type": "category",
        "autorange": "reversed",
        "showgrid": False,
        "categoryorder": "array",
        "categoryarray": list(order),
        "tickfont": {"size": FONT_SIZE},
    }
