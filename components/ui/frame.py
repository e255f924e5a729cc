"""The frame around every chart: finding, unit, picture, sources, footnotes, and the tools below it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from typing import Literal
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.records import format_date, parse_reference
from components.ui.chart_download import PictureWords, show_picture_buttons
from components.ui.errors import show_notice
from components.ui.load import load_sources
from components.ui.plain import plain_label
from components.ui.url_state import embedded_chart, is_print_view, note_widget
from components.ui.words import show_plain_table

TOOLS = ("Table", "Download", "Cite and link")
NOTES_SHOWN = 4
SOURCES_SHOWN = 12
PRINT_WIDTH = 640
PRINT_ROWS = 60
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class ChartFrame:
    """What stands around a chart.

    Attributes:
        page: Name of the page, the start of widget keys.
        name: Name of the chart, unique on its page; the embed form asks for it.
        title: The finding, a sentence.
        subtitle: Unit, base and date.
        alt: What a reader who cannot see the chart needs to know.
        references: Sources with locators, as in the column `source` of the data.
        table: The data of the chart, with a column `source`.
        notes: Footnotes: typed absences, rival values, what is missing.
        legend: Pairs of colour and words, only where labels cannot go.
        heading: False where the picture prints its finding itself, because it changes with it.
        picture: False where a table is all there is.
    """

    page: str
    name: str
    title: str
    subtitle: str
    alt: str
    references: Sequence[str]
    table: pd.DataFrame
    notes: Sequence[str] = ()
    legend: Sequence[tuple[str, str]] = field(default=())
    heading: bool = True
    picture: bool = True

    @property
    def key(self) -> str:
        """Start of the keys of everything in the frame."""
        return f"{self.page}_{self.name}"


def show_chart(frame: ChartFrame, figure: go.Figure) -> None:
    """A Plotly figure in its frame.

    Args:
        frame: What stands around it.
        figure: The figure.
    """

    def mount() -> None:
        width: Literal["stretch"] | int = PRINT_WIDTH if is_print_view() else "stretch"
        st.plotly_chart(
            ready_figure(figure),
            width=width,
            key=f"{frame.key}_figure",
            alt=frame.alt,
            config={"displayModeBar": False, "scrollZoom": False},
        )

    show_framed(frame, mount)


def ready_figure(figure: go.Figure) -> go.Figure:
    """A figure that keeps what is sent of it: charts are kept between runs and never changed, but Plotly copies them on every run.

    Args:
        figure: The figure; it must not be changed afterwards.

    Returns:
        The same figure.
    """
    if "to_dict" not in vars(figure):
        vars(figure)["to_dict"] = figure.to_dict().copy
    return figure


def show_framed(frame: ChartFrame, mount: Callable[[], None]) -> None:
    """Anything that draws, in a frame; in the embed form only the chart that the address names is drawn.

    Args:
        frame: What stands around it.
        mount: Draws the chart.
    """
    asked = embedded_chart()
    if asked not in (None, frame.name):
        return
    with st.container(key=f"frame_{frame.key}", gap="small"):
        if frame.heading:
            show_finding(frame.title, frame.subtitle)
        mount()
        _show_legend(frame.legend)
        show_sources(frame.references)
        _show_notes(frame.notes)
        if is_print_view():
            show_plain_table(frame.table.head(PRINT_ROWS).dropna(axis=1, how="all"), caption=frame.title, shown=PRINT_ROWS)
        elif asked is None:
            _show_tools(frame)


def show_finding(title: str, subtitle: str) -> None:
    """The finding as a heading, with unit, base and date under it."""
    st.html(f'<h2 class="atlas-finding">{escape(title)}</h2><p class="atlas-subtitle">{escape(subtitle)}</p>')


def show_sources(references: Sequence[str]) -> None:
    """The source line: each source opens its bibliography entry and the places in it.

    Args:
        references: Sources with locators; repeats are folded.
    """
    places: dict[str, list[str]] = {}
    for text in references:
        reference = parse_reference(text)
        if reference.locator not in places.setdefault(reference.key, []):
            places[reference.key].append(reference.locator)
    if not places:
        return
    entries = [_source_entry(key, locators) for key, locators in places.items()]
    first, rest = "".join(entries[:SOURCES_SHOWN]), "".join(entries[SOURCES_SHOWN:])
    more = f"<details><summary>and {len(entries) - SOURCES_SHOWN} more sources</summary>{rest}</details>" if rest else ""
    st.html(f'<div class="atlas-sources"><span>Sources: </span>{first}{more}</div>')


def _source_entry(key: str, locators: Sequence[str]) -> str:
    source = load_sources().get(key)
    short, full, url = (source.short, source.full, source.url) if source else (key, f"{key} is not in the bibliography.", None)
    where = locators[0] if len(locators) == 1 else f"{len(locators)} places"
    named = "" if where == "page" else f", {where}"
    link = (
        f' <a href="{escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">Open the page</a>'
        if url and url.startswith("http")
        else ""
    )
    entry = full.replace(url, "").rstrip(". ") + "." if url else full
    named_places = "; ".join(locator for locator in locators if locator != "page")
    found = f" Found in: {escape(named_places)}." if named_places else ""
    return f"<details><summary>{escape(short + named)}</summary>{escape(entry)}{found}{link}</details>"


def _show_legend(legend: Sequence[tuple[str, str]]) -> None:
    if legend:
        items = "".join(f'<span><i style="background:{escape(colour)}"></i>{escape(words)}</span>' for colour, words in legend)
        st.html(f'<div class="atlas-legend">{items}</div>')


def _show_notes(notes: Sequence[str]) -> None:
    if not notes:
        return
    lines = [f"<li>{escape(note)}</li>" for note in notes]
    first, rest = "".join(lines[:NOTES_SHOWN]), "".join(lines[NOTES_SHOWN:])
    words = "1 more note" if len(lines) == NOTES_SHOWN + 1 else f"{len(lines) - NOTES_SHOWN} more notes"
    more = f"<details><summary>{words}</summary><ul class='atlas-notes'>{rest}</ul></details>" if rest else ""
    st.html(f'<ul class="atlas-notes">{first}</ul><div class="atlas-sources">{more}</div>')


@st.fragment
def _show_tools(frame: ChartFrame) -> None:
    """Table, downloads, citation: each is mounted only when it is opened."""
    key = f"{frame.key}_open"
    choice = st.pills(plain_label(f"More on: {frame.title}"), TOOLS, key=key, bind="query-params", label_visibility="collapsed")
    note_widget(key, choice or "")
    if choice == "Table":
        st.dataframe(frame.table, hide_index=True, key=f"{frame.key}_table", alt=f"Table: {frame.title}")
    elif choice == "Download":
        _show_downloads(frame)
    elif choice == "Cite and link":
        _show_citation(frame)


def _show_downloads(frame: ChartFrame) -> None:
    st.download_button(
        "CSV with sources",
        plain_csv(frame.table),
        file_name=f"{frame.name}.csv",
        mime="text/csv",
        key=f"{frame.key}_csv",
        on_click="ignore",
    )
    if not frame.picture:
        return
    shorts = list(dict.fromkeys(_short(reference) for reference in frame.references))
    starred = " * Sources differ; the atlas names the other figures." if "*" in frame.alt else ""
    credit = f"Party Atlas of Kazakhstan, CC BY 4.0. Sources: {'; '.join(shorts).rstrip('.')}.{starred}"
    words = PictureWords(frame.title, frame.subtitle, credit, frame.legend)
    show_picture_buttons(words, target=f"frame_{frame.key}", key=f"{frame.key}_picture")


def _short(reference: str) -> str:
    key = parse_reference(reference).key
    source = load_sources().get(key)
    return source.short if source else key


def _show_citation(frame: ChartFrame) -> None:
    address = f"{st.context.url}"
    settings = [(key, value) for key in st.query_params for value in st.query_params.get_all(key) if not key.endswith("_open")]
    query = urlencode(settings)
    view = f"{address}?{query}" if query else address
    st.caption("Cite this view")
    accessed = format_date(datetime.now(tz=UTC).date().isoformat())
    st.code(f"Party Atlas of Kazakhstan (2026), “{frame.title}”. {view}, accessed {accessed}", language=None, wrap_lines=True)
    joint = "&" if query else "?"
    st.caption("Print this page, with every table")
    st.code(f"{view}{joint}print=1&embed_options=light_theme", language=None, wrap_lines=True)
    st.caption("Embed this chart alone")
    st.code(f'<iframe src="{view}{joint}embed=true&chart={frame.name}" width="100%" height="560"></iframe>', language=None, wrap_lines=True)


def plain_csv(table: pd.DataFrame) -> bytes:
    """A table as CSV, UTF-8; text that a spreadsheet would run as a formula is made plain with an apostrophe.

    Args:
        table: Any frame.

    Returns:
        The file.
    """

    def neutralise(cell: object) -> object:
        return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell

    return table.map(neutralise).to_csv(index=False).encode("utf-8")


def show_unknown_chart(names: Sequence[str]) -> None:
    """In the embed form: say so where the address names a chart that this page does not have.

    Args:
        names: The charts of the page.
    """
    asked = embedded_chart()
    if asked is not None and asked not in names:
        show_notice([f"This page has: {', '.join(names)}."], title="There is no chart of that name here", kind="problem")
