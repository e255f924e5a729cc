"""What the family tree draws, as plain values for the browser: places in time, words and colours; no pixels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.charts.frames import each_row
from components.charts.style import NEUTRAL
from components.lineage import ALLIANCES, Change, DrawnLink, Lane, Lineage, NameSpan, TreeLayout, has_namesake, name_spans
from components.ui.lineage_data import FAMILIES, load_lanes, load_layout, load_lineage
from components.ui.lineage_words import change_story, life_story, membership_story
from components.ui.load import load_table

ROW_HEIGHT, LABEL_SIZE = 25, 12.5
TALL_ROW_HEIGHT, LARGE_LABEL_SIZE = 32, 14.5
FEW_LANES = 40
"""So few that rows and names can be larger."""
ORIGIN_MARKS = frozenset({"founded", "founded_by"})


@st.cache_resource(show_spinner=False)
def tree_data(
    order: tuple[str, ...], shown: frozenset[str], end: date, *, first: str | None = None, kept: tuple[tuple[str, str], ...] = ()
) -> dict[str, Any]:
    """Everything the component draws, apart from what the reader picks.

    Args:
        order: Source keys the reader wants first.
        shown: Organisations to draw.
        end: Last day of the axis.
        first: Family to draw above the others.
        kept: Settings that links to profiles keep.

    Returns:
        Families with their lanes, links, and the relatives of every lane.
    """
    lineage, lanes = load_lineage(order), load_lanes(order)
    layout = load_layout(order, shown, end, first)
    colours = party_colours()
    drawn = [name for _, group in layout.families for name in group]
    alone = len(layout.families) == 1
    return {
        "version": f"{hash((order, shown, end, first, kept))}",
        "end": end.isoformat(),
        "rowHeight": TALL_ROW_HEIGHT if len(drawn) <= FEW_LANES else ROW_HEIGHT,
        "labelSize": LARGE_LABEL_SIZE if len(drawn) <= FEW_LANES else LABEL_SIZE,
        "families": [
            {
                "words": "" if alone else FAMILIES.get(family, family),
                "lanes": [
                    _lane_data(lineage, lanes[name], layout, colours) | {"href": profile_address(lineage, name, kept)} for name in group
                ],
            }
            for family, group in layout.families
        ],
        "links": [_link_data(lineage, link, colours) for link in layout.links],
        "relatives": {name: sorted(lineage.relatives(name) & set(drawn)) for name in drawn},
    }


@st.cache_resource(show_spinner=False)
def party_colours() -> Mapping[str, str]:
    """Colour of every organisation."""
    parties = load_table("parties").dropna(subset=["party_id", "colour"])
    return {row.party_id: row.colour for row in each_row(parties)}


def profile_address(lineage: Lineage, name: str, kept: Iterable[tuple[str, str]] = ()) -> str:
    """Address of an organisation's profile.

    Args:
        lineage: The graph.
        name: Id of the organisation.
        kept: Further settings.

    Returns:
        A relative address.
    """
    return f"parties?{urlencode([('parties_party', lineage.organisations[name].name), *kept])}"


def lane_years(lane: Lane) -> str:
    """The years of a lane in words, as far as they are known.

    Args:
        lane: The lane.

    Returns:
        "1999–2006", "2002 and on", "mentioned 1990".
    """
    start = f"{lane.start.year}" if lane.begins else f"mentioned {lane.start.year}"
    if lane.end:
        return f"{start}–{lane.end.year}"
    return start if lane.known_until.year == lane.start.year else f"{start}, last heard of {lane.known_until.year}"


def _lane_data(lineage: Lineage, lane: Lane, layout: TreeLayout, colours: Mapping[str, str]) -> dict[str, Any]:
    extent = layout.extents[lane.party_id]
    spans = [span for span in name_spans(lineage, lane.party_id) if span.end is None or span.end > lane.start]
    return {
        "id": lane.party_id,
        "name": lineage.organisations[lane.party_id].name,
        "years": lane_years(lane),
        "colour": colours.get(lane.party_id, NEUTRAL),
        "ink": "inherit",
        "start": lane.start.isoformat(),
        "known": min(lane.known_until, extent.end).isoformat(),
        "end": extent.end.isoformat(),
        "open": lane.end is None,
        "story": life_story(lineage, lane.party_id),
        "labels": [{"at": _shown_from(span, lane), "words": words} for span, words in _labels(lineage, lane, spans, extent.end)],
        "names": [{"until": span.end.isoformat() if span.end else "", "words": span.name} for span in spans],
        "marks": _marks(lineage, lane, extent.end),
    }


def _shown_from(span: NameSpan, lane: Lane) -> str:
    return max(span.start or lane.start, lane.start).isoformat()


def _labels(lineage: Lineage, lane: Lane, spans: list[NameSpan], end: date) -> list[tuple[NameSpan, str]]:
    """A name at the start of the lane and at each renaming; a name that others had too gets the atlas's own."""
    printed = lineage.organisations[lane.party_id].name
    if len(spans) == 1:
        return [(spans[0], printed)]
    drawn = [span for span in spans if span.start is None or span.start < end]
    return [
        (span, f"{span.name} ({_shown_from(span, lane)[:4]})" if has_namesake(lineage, span.name, lane.party_id) else span.name)
        for span in drawn
    ]


def _marks(lineage: Lineage, lane: Lane, end: date) -> list[dict[str, Any]]:
    """Marks of the changes that a lane carries, the founding on its first day; a first mention where nothing founds it."""
    carried = [change for change in lineage.changes_of.get(lane.party_id, ()) if _carries(lineage, change, lane) and change.when]
    carried.sort(key=lambda change: change is not lane.begins)
    marks = [_mark_data(lineage, change, kind, lane) for change in carried for kind in _kinds(change, lane)]
    if lane.begins is None:
        start = lane.start.isoformat()
        mention = {"kind": "first_mention", "at": start, "from": start, "to": start, "openFrom": False, "openTo": False}
        marks.insert(0, mention | {"story": ["First mentioned; no source dates its founding.", *life_story(lineage, lane.party_id)[:4]]})
    return [mark for mark in marks if mark["at"] <= end.isoformat()]


def _carries(lineage: Lineage, change: Change, lane: Lane) -> bool:
    """Joining an alliance is a link, not a mark."""
    successor = lineage.organisations.get(change.chosen.successor)
    if change.chosen.kind == "merged" and successor and successor.kind in ALLIANCES:
        return False
    return change.carrier == lane.party_id or (change is lane.begins and any(claim.successor == lane.party_id for claim in change.claims))


def _kinds(change: Change, lane: Lane) -> list[str]:
    """The founding, how it came about, and a hand from above are shapes of their own; any other change is one."""
    if change is not lane.begins:
        return [change.chosen.kind]
    came = "split" if "split" in change.kinds else "transformed" if "transformed" in change.kinds else "founded"
    return [*(["from_above"] if "initiated_by_state" in change.kinds else []), came]


def _mark_data(lineage: Lineage, change: Change, kind: str, lane: Lane) -> dict[str, Any]:
    when = change.when
    dates = [claim.when for claim in change.claims if claim.when]
    begins = change is lane.begins
    at = lane.start if begins or when is None else when.point
    if when and at < lane.start and (when.latest is None or when.latest >= lane.start):
        at = lane.start
    first = min((day for day in (entry.earliest for entry in dates) if day), default=at)
    last = max((day for day in (entry.latest for entry in dates) if day), default=at)
    return {
        "kind": kind,
        "at": at.isoformat(),
        "from": min(first, at).isoformat(),
        "to": max(last, at).isoformat(),
        "openFrom": all(entry.earliest is None for entry in dates),
        "openTo": all(entry.latest is None for entry in dates),
        "story": change_story(lineage, change),
    }


def _link_data(lineage: Lineage, link: DrawnLink, colours: Mapping[str, str]) -> dict[str, Any]:
    if link.change_id is None:
        story = membership_story(lineage, link.first, link.second)
    else:
        story = change_story(lineage, lineage.change_by_id[link.change_id], predecessor=link.first)
    colour = colours.get(link.second if link.kind == "membership" else link.first, NEUTRAL)
    return {"first": link.first, "second": link.second, "kind": link.kind, "at": link.day.isoformat(), "colour": colour, "story": story}
