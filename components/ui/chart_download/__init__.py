"""Buttons that save a chart as a picture, in the browser; nothing is sent to the server."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent
_DOWNLOAD = st.components.v2.component(
    "party_atlas_chart_download",
    html=(_FOLDER / "download.html").read_text("utf-8"),
    css=(_FOLDER / "download.css").read_text("utf-8"),
    js=(_FOLDER / "download.js").read_text("utf-8"),
)


@dataclass(frozen=True)
class PictureWords:
    """What is printed around a chart that leaves the page.

    Attributes:
        title: The finding, above the chart.
        subtitle: Unit, base and date, under it.
        credit: Source line, below the chart.
        legend: Pairs of colour and words, where the chart has no labels of its own.
    """

    title: str
    subtitle: str
    credit: str
    legend: Sequence[tuple[str, str]] = ()


def show_picture_buttons(words: PictureWords, *, target: str, key: str) -> None:
    """Two buttons: PNG of 1920 by 1080 pixels, and SVG.

    Args:
        words: What is printed around the chart.
        target: Key of the container that holds the chart.
        key: Widget key.
    """
    _DOWNLOAD(key=key, data={"target": target, **asdict(words), "legend": [list(pair) for pair in words.legend]}, height="content")
