"""Glossary: the field's terms as this atlas uses them, and the rule of identity."""

import streamlit as st

from components.ui.anchor import mount_anchor
from components.ui.errors import ReaderError, show_error, show_notice, show_section
from components.ui.glossary_sections import pick_glossary_search, show_glossary_problems, show_terms
from components.ui.url_state import embedded_chart
from components.ui.words import show_lede


def main() -> None:
    st.title("Glossary")
    show_lede("What the words of this atlas mean, how its measures are computed, and when a party stays the same.")
    if embedded_chart() is not None:
        show_notice(["This page has none; it is made of words."], title="There is no chart of that name here", kind="problem")
        return
    words = pick_glossary_search()
    show_glossary_problems()
    show_section(show_terms, words)
    mount_anchor()


try:
    main()
except ReaderError as error:
    show_error(error)
