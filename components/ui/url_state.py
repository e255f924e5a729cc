"""What the address asked for and what the page made of it; Streamlit itself drops invalid values without a word."""

from collections.abc import Mapping
from math import isinf

import streamlit as st

from components.ui.errors import shorten, show_notice

_RAW = "_url_raw"
_ASKED = "_url_asked"
_WRITTEN = "_url_written"
_WIDGETS = "_url_widgets"
_SEEN = "_url_seen"
_PAGE = "_url_page"
_KEPT = "_url_kept"
APP_WIDE = frozenset({"whose"})
OWN_KEYS = frozenset({"embed", "embed_options", "chart", "print"})
MOST_LINES = 6


def begin_run() -> None:
    """Remember the address before any widget sees it; the shell calls this first."""
    written = st.session_state.pop(_WRITTEN, set())
    address = {key: st.query_params.get_all(key) for key in st.query_params if key not in written}
    st.session_state[_RAW] = st.session_state.pop(_ASKED, address)
    st.session_state[_WIDGETS] = {}


def write_widget(key: str, value: object) -> None:
    """Set a bound widget from a callback; what stood in the address for it before is no longer asked for.

    Args:
        key: The widget's key.
        value: Its value.
    """
    st.session_state[key] = value
    st.session_state.setdefault(_WRITTEN, set()).add(key)


def forget_page_left(path: str) -> None:
    """On arrival at another page, drop what its widgets left behind on earlier visits: the address alone says how it opens.

    Rows of buttons read an empty value as "nothing picked", and a number without end stops a run. So where the atlas is opened with
    one, the run starts again without it; only here, because before the navigation a run that starts again forgets its page.

    Args:
        path: Path of the page that opens.
    """
    if _PAGE not in st.session_state:
        _drop_unreadable_values(path)
    if st.session_state.get(_PAGE) != path:
        for key in st.session_state.get(_SEEN, set()) - APP_WIDE:
            st.session_state.pop(key, None)
        _keep_app_wide()
    st.session_state[_PAGE] = path


def _keep_app_wide() -> None:
    """Carry the control beside the navigation over to the page a reader turned to before the control had come up.

    The browser then does not know its value yet and leaves it out of the address; setting it tells the browser. On Back and Forward
    Streamlit lets the address win over what is set here.
    """
    for key, value in st.session_state.get(_KEPT, {}).items():
        if key not in st.query_params:
            st.session_state[key] = value


def _drop_unreadable_values(path: str) -> None:
    address = st.session_state[_RAW]
    given = {key: values for key, values in address.items() if any(values) and not any(map(_is_endless, values))}
    if given != address:
        st.session_state.update({_PAGE: path, _ASKED: address})
        st.query_params.from_dict(given)
        st.rerun()


def _is_endless(text: str) -> bool:
    try:
        return isinf(float(text))
    except ValueError:
        return False


def note_widget(key: str, shown: str) -> None:
    """Remember that a widget is bound to the address.

    Args:
        key: The widget's key, which is also its name in the address.
        shown: Its value as the address would write it.
    """
    st.session_state.setdefault(_WIDGETS, {})[key] = shown
    st.session_state.setdefault(_SEEN, set()).add(key)
    if key in APP_WIDE:
        st.session_state.setdefault(_KEPT, {})[key] = shown


def address_problems(raw: Mapping[str, list[str]], widgets: Mapping[str, str], kept: Mapping[str, object]) -> list[str]:
    """Sentences on what was replaced or ignored.

    Args:
        raw: The address before the run: values by name.
        widgets: Bound widgets of the page: shown value by name.
        kept: The address after the run.

    Returns:
        One sentence per name that did not take effect.
    """
    lines = []
    for key, values in raw.items():
        asked = ", ".join(value for value in values if value)
        if key in OWN_KEYS:
            continue
        if key not in widgets:
            lines.append(f"“{shorten(key)}” is not a setting of this page and was ignored.")
        elif not asked or (not _same(asked, widgets[key]) and (key not in kept or len(values) > 1)):
            lines.append(f"{key} = “{shorten(asked)}” is not possible here; the page shows {widgets[key] or 'its default'}.")
    return lines


def _same(asked: str, shown: str) -> bool:
    """Whether two values are the same words or the same number ("7.0" and "7")."""
    try:
        return asked == shown or float(asked) == float(shown)
    except ValueError:
        return False


def show_address_problems() -> None:
    """Say on the page what was replaced or ignored in the address, if anything."""
    lines = address_problems(st.session_state.get(_RAW, {}), st.session_state.get(_WIDGETS, {}), dict(st.query_params))
    if lines:
        more = [f"and {len(lines) - MOST_LINES} more."] if len(lines) > MOST_LINES else []
        show_notice(lines[:MOST_LINES] + more, title="The address asked for something this page does not have")


def embedded_chart() -> str | None:
    """Name of the one chart to show, in the embed form; None on a normal page."""
    if not st.context.is_embedded:
        return None
    return st.query_params.get("chart")


def is_print_view() -> bool:
    """Whether the address asks for the form that prints well: no navigation, narrow charts, every table open."""
    return st.query_params.get("print") == "1"
