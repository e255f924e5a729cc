"""What a profile is made of: sections of tables, lines and links, as plain values; and how they are shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import streamlit as st

from components.ui.errors import show_section
from components.ui.frame import show_sources
from components.ui.plain import plain_label
from components.ui.profile_links import Link, link_html
from components.ui.registry import page_entry
from components.ui.url_state import is_print_view
from components.ui.words import ROWS_SHOWN

STYLE = Path(__file__).parent / "assets" / "parties.css"
LINES_SHOWN = 12
Cell = str | Link | tuple[Link, ...]


@dataclass(frozen=True)
class Table:
    """A table of words, some of them links.

    Attributes:
        caption: What it holds, for readers who cannot see it.
        headings: Names of the columns.
        rows: Cells by row.
        title: Heading above it, where a section has several tables.
        shown: Rows that are not folded away.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    shown: int = ROWS_SHOWN

    def trimmed(self) -> "Table":
        """The table without columns in which nothing stands."""
        keep = [place for place in range(len(self.headings)) if any(row[place] for row in self.rows)]
        rows = tuple(tuple(row[place] for place in keep) for row in self.rows)
        return replace(self, headings=tuple(self.headings[place] for place in keep), rows=rows)


@dataclass(frozen=True)
class Lines:
    """Sentences, one below the other; many are folded."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Relatives:
    """Links in a row each, with the words before them."""

    rows: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class PageLink:
    """A way to another page, with its state."""

    page: str
    words: str
    query: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """One section of a profile.

    Attributes:
        title: Its heading.
        parts: What it shows.
        references: Its sources.
    """

    title: str
    parts: tuple[Table | Lines | Relatives | PageLink, ...]
    references: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Its name in the address after `#`."""
        return "-".join("".join(sign if sign.isalnum() else " " for sign in self.title.lower()).split())


@dataclass(frozen=True)
class Fact:
    """One column of the facts below the name.

    Attributes:
        words: What it is about.
        entries: Pairs of what is known and who says so.
        is_wide: Whether its entries run on in lines of full width.
    """

    words: str
    entries: tuple[tuple[str, str], ...]
    is_wide: bool = False


def show_head(name: str, lead: str, facts: Sequence[Fact], *, colour: str | None = None, namesakes: Sequence[Link] = ()) -> None:
    """The name of a profile with what is known at a glance.

    Args:
        name: The name.
        lead: A sentence or line under it.
        facts: Columns; those without entries are left out.
        colour: Colour of the organisation.
        namesakes: Others of the same name.
    """
    swatch = f'<i style="background:{escape(colour, quote=True)}"></i>' if colour else ""
    columns, wide = ("".join(_fact_html(fact) for fact in facts if fact.entries and fact.is_wide is told) for told in (False, True))
    known = (f"<dl>{columns}</dl>" if columns else "") + (f'<dl class="atlas-wide">{wide}</dl>' if wide else "")
    others = f'<p class="atlas-namesakes">Not to be confused with {_joined(namesakes)}.</p>' if namesakes else ""
    st.html(
        f'<div class="atlas-profile"><h2 tabindex="-1" class="atlas-profile-name">{swatch}{escape(name)}</h2>'
        f'<p class="atlas-lead">{escape(lead)}</p>{others}{known}</div>'
    )


def _fact_html(fact: Fact) -> str:
    entries = "".join(f"<dd>{escape(words)} <small>{escape(said)}</small></dd>" for words, said in fact.entries)
    return f"<div><dt>{escape(fact.words)}</dt>{entries}</div>"


def _joined(links: Sequence[Link]) -> str:
    drawn = [link_html(link) for link in links]
    return drawn[0] if len(drawn) == 1 else f"{', '.join(drawn[:-1])} and {drawn[-1]}"


def made_sections(builders: Sequence[Callable[..., Section | None]], *args: object) -> list[Section]:
    """The sections that have something to show; where one cannot be made, that is said in words.

    Args:
        builders: Make a section, or None where nothing is known.
        *args: What they are made of.

    Returns:
        The sections.
    """
    found: list[Section] = []

    def keep(build: Callable[..., Section | None]) -> None:
        section = build(*args)
        if section is not None:
            found.append(section)

    for build in builders:
        show_section(keep, build)
    return found


def show_contents(sections: Sequence[Section]) -> None:
    """Links to the sections of a profile."""
    if len(sections) > 1:
        links = "".join(f'<a href="#{section.anchor}">{escape(section.title)}</a>' for section in sections)
        st.html(f'<nav class="atlas-contents" aria-label="Sections of this profile">{links}</nav>')


def show_sections(sections: Sequence[Section]) -> None:
    """The sections of a profile, each with its sources.

    Args:
        sections: In their order.
    """
    with st.container(key="around_sections", gap="small"):
        for section in sections:
            show_section(_show_section, section)


def _show_section(section: Section) -> None:
    """One piece of HTML for all that is no widget."""
    heading = f'<h3 class="atlas-section" id="{section.anchor}">{escape(section.title)}</h3>'
    st.html(heading + "".join(_part_html(part) for part in section.parts if not isinstance(part, PageLink)))
    for part in section.parts:
        if isinstance(part, PageLink):
            path = page_entry(part.page).path
            st.page_link(path, label=plain_label(part.words), icon=":material/arrow_forward:", query_params=dict(part.query))
    show_sources(section.references)


def _part_html(part: Table | Lines | Relatives) -> str:
    if isinstance(part, Table):
        return _table_html(part.trimmed())
    if isinstance(part, Lines):
        return _lines_html(part.lines)
    rows = "".join(f"<p>{escape(words)}: {', '.join(link_html(link) for link in links)}</p>" for words, links in part.rows)
    return f'<div class="atlas-relatives">{rows}</div>'


def _lines_html(lines: Sequence[str]) -> str:
    items = [f"<li>{escape(line)}</li>" for line in lines]
    first, rest = items[:LINES_SHOWN], items[LINES_SHOWN:]
    return f"<div class='atlas-lines'><ul>{''.join(first)}</ul>{_folded(len(rest), '<ul>' + ''.join(rest) + '</ul>')}</div>"


def _table_html(table: Table) -> str:
    """A table as `show_plain_table` draws it, but with links in its cells and within one piece of HTML."""
    head = "".join(f"<th scope='col'>{escape(heading)}</th>" for heading in table.headings)
    names = [escape(heading, quote=True) for heading in table.headings]
    label = escape(table.caption, quote=True)
    lines = [
        "<tr>" + "".join(f"<td data-label='{name}'>{_cell_html(cell)}</td>" for name, cell in zip(names, row, strict=True)) + "</tr>"
        for row in table.rows
    ]

    def drawn(rows: Sequence[str]) -> str:
        return f"<table class='atlas-table' aria-label='{label}'><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"

    title = f'<h4 class="atlas-part">{escape(table.title)}</h4>' if table.title else ""
    first, rest = lines[: table.shown], lines[table.shown :]
    return title + drawn(first) + _folded(len(rest), drawn(rest))


def _folded(count: int, html: str) -> str:
    """What is folded away, on a screen; on paper it is open."""
    return (
        f"<details class='atlas-more'{' open' if is_print_view() else ''}><summary>{count} more</summary>{html}</details>" if count else ""
    )


def _cell_html(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    if isinstance(cell, Link):
        return link_html(cell)
    return ", ".join(link_html(link) for link in cell)
