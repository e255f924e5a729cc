"""Buttons that save a chart as a picture, in the browser; nothing is sent to the server."""

from pathlib import Path

import streamlit as st

_FOLDER = Path(__file__).parent
_DOWNLOAD = st.components.v2.component(
    "party_atlas_chart_download",
    html=(_FOLDER / "download.html").read_text("utf-8"),
    css=(_FOLDER / "download.css").read_text("utf-8"),
    js=(_FOLDER / "download.js").read_text("utf-8"),
)


def show_picture_buttons(*, target: str, title: str, subtitle: str, credit: str, key: str) -> None:
    """Two buttons: PNG of 1920 by 1080 pixels, and SVG.

    Args:
        target: Key of the container that holds the chart.
        title: The finding, printed into the picture.
        subtitle: Unit, base and date, printed under it.
        credit: Source line, printed below the chart.
        key: Widget key.
    """
    _DOWNLOAD(key=key, data={"target": target, "title": title, "subtitle": subtitle, "credit": credit}, height="content")
