"""Sections of the Glossary."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from components.records import Problem, limit_problems, parse_reference
from components.records.glossary import GlossaryEntry, read_glossary, search_glossary
from components.ui.errors import shorten, show_notice
from components.ui.load import load_atlas, load_sources
from components.ui.registry import PAGES
from components.ui.url_state import note_widget

FILE = "glossary.yaml"
STYLE = Path(__file__).parent / "assets" / "glossary.css"
MOST_PROBLEMS = 8
SEARCH_WIDTH = 480


@st.cache_resource(show_spinner=False)
def load_glossary() -> tuple[tuple[GlossaryEntry, ...], list[Problem]]:
    """The glossary of the data folder, read once, and what is wrong with it."""
    return read_glossary(load_atlas().folder / FILE)


def pick_glossary_search() -> str:
    """What the reader looks for; empty at first."""
    value = st.text_input(
        "Find a term",
        key="glossary_search",
        bind="query-params",
        placeholder="quota, ENPP, akim …",
        icon=":material/search:",
        width=SEARCH_WIDTH,
    )
    note_widget("glossary_search", value)
    return value


def show_glossary_problems() -> None:
    """What of the glossary could not be read, if anything; the rest is shown."""
    entries, problems = load_glossary()
    if not problems:
        return
    kept = limit_problems(problems)
    more = [f"and {len(kept) - MOST_PROBLEMS} more."] if len(kept) > MOST_PROBLEMS else []
    title = "Some of the glossary cannot be shown" if entries else "The glossary cannot be shown"
    show_notice([str(problem) for problem in kept[:MOST_PROBLEMS]] + more, title=title, kind="problem")


def show_terms(words: str) -> None:
    """The terms found, under their headings.

    Args:
        words: What the reader looks for; everything where empty.
    """
    entries, _ = load_glossary()
    found = search_glossary(entries, words)
    groups = list(dict.fromkeys(entry.group for entry in found))
    if not entries:
        return
    st.html(STYLE)
    if not found:
        advice = "Try a shorter word, or only its beginning; empty the box to see every term."
        show_notice([advice], title=f"No term has “{shorten(words.strip())}”")
        return
    above = _group_links(groups) if len(found) == len(entries) else _count_line(len(found), len(entries), words)
    blocks = (_group_block(group, [entry for entry in found if entry.group == group]) for group in groups)
    st.html(above + "".join(blocks))


def _count_line(found: int, total: int, words: str) -> str:
    verb = "has" if found == 1 else "have"
    return f'<p class="atlas-subtitle" role="status">{found} of {total} terms {verb} “{escape(shorten(words.strip()))}”</p>'


def _group_links(groups: Sequence[str]) -> str:
    links = "".join(f'<a href="#{_group_anchor(group)}">{escape(group)}</a>' for group in groups)
    return f'<nav class="atlas-groups" aria-label="Groups of terms">{links}</nav>'


def _group_anchor(group: str) -> str:
    return escape("group-" + "-".join(group.lower().split()), quote=True)


def _group_block(group: str, entries: Sequence[GlossaryEntry]) -> str:
    terms = "".join(_term_block(entry) for entry in entries)
    return f'<h2 class="atlas-group" id="{_group_anchor(group)}">{escape(group)}</h2><dl class="atlas-terms">{terms}</dl>'


def _term_block(entry: GlossaryEntry) -> str:
    anchor = escape(entry.anchor, quote=True)
    also = f"<small>{escape(', '.join(entry.aliases))}</small>" if entry.aliases else ""
    formula = f'<p class="atlas-formula">{escape(entry.formula)}</p>' if entry.formula else ""
    origin = "".join((_source_words(entry.source), _page_link(entry.where)))
    below = f'<p class="atlas-origin">{origin.strip()}</p>' if origin else ""
    return (
        f'<div id="{anchor}"><dt><a href="#{anchor}">{escape(entry.term)}</a>{also}</dt>'
        f"<dd><p>{escape(entry.definition)}</p>{formula}{below}</dd></div>"
    )


def _source_words(source: str) -> str:
    """A paper as it is written; a place in the bibliography by the short title of its source."""
    if not source:
        return ""
    reference = parse_reference(source)
    known = load_sources().get(reference.key)
    if known is None:
        return f"Source: {escape(source)}. "
    named = known.short if reference.locator in ("", "page") else f"{known.short}, {reference.locator}"
    return f"Source: {escape(named)}. "


def _page_link(name: str) -> str:
    """A link to the page that uses the term; it keeps the reader's choice of sources."""
    page = next((entry for entry in PAGES if entry.name == name), None)
    if page is None:
        return ""
    kept = {key: value for key, value in st.query_params.items() if key == "whose"}
    address = f"{page.url or '.'}?{urlencode(kept)}" if kept else page.url or "."
    return f'<span>In use: <a href="{escape(address, quote=True)}">{escape(page.title)}</a>.</span>'
