"""Links between profiles: addresses that anybody can copy, opened in place where they are clicked."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from components.records.search import Kind
from components.ui.registry import page_entry

KEYS: dict[Kind, str] = {"organisation": "parties_party", "person": "parties_person"}
"""Names of the lists in the address."""
_LINKS = st.components.v2.component("party_atlas_profile_links", js=(Path(__file__).parent / "links.js").read_text("utf-8"))


class Link(NamedTuple):
    """A way to a profile.

    Attributes:
        kind: Organisation or person.
        name: Its name in the atlas.
    """

    kind: Kind
    name: str


def link_html(link: Link, words: str | None = None) -> str:
    """A link as HTML; it keeps the reader's choice of sources.

    Args:
        link: Where it leads.
        words: What stands there; the name if not given.

    Returns:
        HTML in which nothing of the data is markup.
    """
    kept = {key: value for key, value in st.query_params.items() if key == "whose"}
    address = escape(f"{page_entry('parties').url}?{urlencode({KEYS[link.kind]: link.name, **kept})}", quote=True)
    return f'<a href="{address}" data-profile="{link.kind}" data-name="{escape(link.name, quote=True)}">{escape(words or link.name)}</a>'


def mount_profile_links(on_open: Callable[[Link], None]) -> None:
    """Mount the component once on a page with links, after them.

    Args:
        on_open: Gets the profile that was clicked, before the page runs again.
    """

    def opened() -> None:
        found = st.session_state["parties_links"].opened
        if isinstance(found, dict) and found.get("kind") in KEYS:
            on_open(Link(found["kind"], str(found.get("name", ""))))

    _LINKS(key="parties_links", on_opened_change=opened, height=1)
