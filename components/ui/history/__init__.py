"""A component without a picture: it mends the browser's history, so that Back restores a page as it was left."""

from pathlib import Path

import streamlit as st

_HISTORY = st.components.v2.component("party_atlas_history", js=(Path(__file__).parent / "history.js").read_text("utf-8"))


def mount_history() -> None:
    """Mount the component once, in the shell."""
    _HISTORY(key="history", height=1)
