"""A component without a picture: it scrolls to the place that an address names after `#`."""

from pathlib import Path

import streamlit as st

_ANCHOR = st.components.v2.component("party_atlas_anchor", js=(Path(__file__).parent / "anchor.js").read_text("utf-8"))


def mount_anchor() -> None:
    """Mount the component once on a page whose parts have names, after them."""
    _ANCHOR(key="anchor", height=1)
