"""The family tree as a drawing: lanes over time, links, marks, a date cursor, and the same as a list on a phone.

Python decides what is drawn, in which order and with which words; the browser places it on the width it has. The cursor moves in the
browser alone and reports its day on release; a click on a lane reports the organisation.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent
_TREE = st.components.v2.component(
    "party_atlas_family_tree",
    html=(_FOLDER / "tree.html").read_text("utf-8"),
    css=(_FOLDER / "tree.css").read_text("utf-8"),
    js="\n".join((_FOLDER / name).read_text("utf-8") for name in ("marks.js", "tree.js")),
)


def mount_family_tree(*, key: str, data: dict[str, Any], on_day: Callable[[str], None]) -> str | None:
    """Mount the tree.

    Args:
        key: Widget key; a stable key keeps focus and scroll through reruns.
        data: See `components.ui.tree_data.tree_data`; with `day`, an ISO date or an empty text.
        on_day: Gets the day of the cursor, an ISO date, or an empty text where it is put away.

    Returns:
        The id of an organisation that was clicked in this run, else None.
    """

    def moved() -> None:
        # The last move of a cursor may arrive when the reader has left the page already.
        state = st.session_state.get(key)
        if state is not None:
            on_day(str(state.day or ""))

    answer = _TREE(key=key, data=data, on_day_change=moved, on_open_change=lambda: None, height="content")
    return str(answer.open) if answer.open else None
