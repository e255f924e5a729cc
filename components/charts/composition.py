"""Chambers side by side: who held the seats after each election."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frames import each_row
from components.charts.style import OUTLINE, rows_axis, style_figure

ROOM_FOR_NAME = 0.15


def build_composition(frame: pd.DataFrame) -> go.Figure:
    """One bar a chamber, full width for all its seats, a piece a party.

    Args:
        frame: One row per election and holder with `election`, `name`, `colour`, `seats`, `seats_total` (of the election).
            Seats that no row accounts for stay empty.

    Returns:
        A figure; elections run from the top in the order of the frame.
    """
    figure = go.Figure()
    for row in each_row(frame):
        share = row.seats / row.seats_total
        figure.add_trace(
            go.Bar(
                y=[row.election],
                x=[share * 100],
                orientation="h",
                marker={"color": row.colour, "line": {"color": OUTLINE, "width": 0.5}},
                text=f"{row.name} {row.seats:.0f}" if share > ROOM_FOR_NAME else f"{row.seats:.0f}",
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"color": ink_on(row.colour), "size": 13},
                hovertemplate=f"{row.name}: {row.seats:.0f} of {row.seats_total:.0f} seats<extra>{row.election}</extra>",
            )
        )
    style_figure(figure, height=70 + 46 * frame["election"].nunique())
    figure.update_layout(barmode="stack", bargap=0.28, uniformtext={"minsize": 12, "mode": "hide"})
    figure.update_yaxes(**rows_axis(list(dict.fromkeys(frame["election"]))))
    figure.update_xaxes(range=[0, 100], title="Share of all seats, per cent")
    return figure


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour.

    Args:
        colour: "#rrggbb".

    Returns:
        "#0b0b0b" or "#ffffff".
    """
    luminance = relative_luminance(colour)
    return "#0b0b0b" if (luminance + 0.05) / 0.053 > 1.05 / (luminance + 0.05) else "#ffffff"


def tint(colour: str, part: float) -> str:
    """A colour thinned with the paper of the light theme, so that it stays pale on any ground.

    Args:
        colour: "#rrggbb".
        part: How much of the colour is left, 0 to 1.

    Returns:
        "#rrggbb".
    """
    paper = (251, 249, 244)
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(ground + part * (own - ground)):02x}" for own, ground in zip(channels, paper, strict=True))


def relative_luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1.

    Args:
        colour: "#rrggbb".

    Returns:
        The luminance.

    Source:
        WCAG 2.2, definition of relative luminance.
    """
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
