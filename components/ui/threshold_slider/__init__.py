"""The threshold slider: thumb, parliament diagram and seat counts in one component.

The server computes every step of the staircase once and sends the steps; the browser only looks them up, so nothing is sent
while the thumb moves. The owner of the value is the number input beside the component: on release the component reports the
threshold, the callback writes the input's session state, and address, presets, deep link, Back and typing all agree.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_FOLDER = Path(__file__).parent
_SLIDER = st.components.v2.component(
    "party_atlas_threshold_slider",
    html=(_FOLDER / "slider.html").read_text("utf-8"),
    css=(_FOLDER / "slider.css").read_text("utf-8"),
    js=(_FOLDER / "slider.js").read_text("utf-8"),
)


def mount_threshold_slider(
    *, key: str, data: dict[str, Any], on_commit: Callable[[int], None], on_seat: Callable[[int], None] | None = None
) -> None:
    """Mount the slider.

    Args:
        key: Widget key; a stable key keeps the thumb's focus through reruns.
        data: See `components.ui.lab_data.slider_data`; with `value`, the threshold, and `picked`, the number of a seat or 0. What else can
            be counted is said at the head of slider.js: `words` names it, as in `components.ui.membership_minimum`.
        on_commit: Gets the threshold (in the lab hundredths of a per cent), on release of the pointer or 250 ms after the last key.
        on_seat: Gets the number of a list seat that was clicked, from 1; None where seats open nothing.
    """

    def committed() -> None:
        on_commit(int(st.session_state[key].threshold))

    def clicked() -> None:
        if on_seat is not None:
            on_seat(int(st.session_state[key].seat))

    _SLIDER(key=key, data=data, on_threshold_change=committed, on_seat_change=clicked, height="content")
