"""The script behind every page: configuration, navigation, the app-wide control, and what the address asked for."""

from pathlib import Path

import streamlit as st

from components.ui.errors import show_notice
from components.ui.history import mount_history
from components.ui.load import load_atlas
from components.ui.memory import put_aside_now_and_then
from components.ui.pick import pick_whose
from components.ui.registry import PAGES
from components.ui.url_state import begin_run, forget_page_left, is_print_view, show_address_problems

ASSETS = Path(__file__).parent / "assets"
MOST_PROBLEMS = 8
SIDEBAR_PX = 264


def build_navigation() -> st.Page:
    """Navigation with absolute paths, so that a deep link as first request finds its page."""
    pages = [st.Page(entry.path, title=entry.title, icon=entry.icon, url_path=entry.url or None, default=not entry.url) for entry in PAGES]
    return st.navigation(pages, position="hidden" if st.context.is_embedded or is_print_view() else "sidebar")


def show_data_problems() -> None:
    """Say which rows of the data folder could not be read; the rest of the atlas works."""
    problems = load_atlas().problems
    if not problems:
        return
    more = [f"and {len(problems) - MOST_PROBLEMS} more; `python -m components.records data` lists them all."]
    lines = [str(problem) for problem in problems[:MOST_PROBLEMS]] + (more if len(problems) > MOST_PROBLEMS else [])
    show_notice(lines, title="Some of the data cannot be used as it is", kind="problem")


def run_shell() -> None:
    """Set up the page, run it, then say what the address asked for in vain."""
    begin_run()
    # The icon before the navigation, which would fetch the page's symbol from outside; the title after it, which knows the page.
    st.set_page_config(page_icon=str(ASSETS / "icon.svg"), layout="wide", initial_sidebar_state=SIDEBAR_PX)
    st.html(ASSETS / "atlas.css")
    if st.context.is_embedded:
        st.html(ASSETS / "embed.css")
    if is_print_view():
        st.html(ASSETS / "print.css")
    page = build_navigation()
    title = "Party Atlas of Kazakhstan" if not page.url_path else f"{page.title} – Party Atlas of Kazakhstan"
    st.set_page_config(page_title=title)
    forget_page_left(page.url_path)
    notice = st.container(key="around_notice")
    with st.container(key="around_whose") if st.context.is_embedded else st.sidebar:
        pick_whose()
    if not st.context.is_embedded:
        mount_history()
    try:
        page.run()
    finally:
        with notice:
            show_data_problems()
            show_address_problems()
        put_aside_now_and_then()


run_shell()
