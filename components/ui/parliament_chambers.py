"""Sections of the Parliament page on chambers: how their seats are filled, and how many of them citizens fill, counted two ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.chambers import build_citizen_share, build_filled_seats
from components.charts.frames import each_row
from components.charts.style import percent
from components.records import format_date
from components.ui.election_frames import claim_text, readable, references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.load import load_table
from components.ui.parliament_seats import (
    CITIZENS,
    UNSAID,
    WAYS,
    applied_claims,
    convocations,
    house_frame,
    piece_frame,
    seat_claims,
    share_frame,
)
from components.ui.words import show_plain_table

PAGE = "parliament"
CLOSEST_YEAR = "2007"
"""The convocation that the documents themselves dispute."""
LISTS_ARE_DIRECT = "Votes for lists are direct"
NOTHING_IS_DIRECT = "No chamber is wholly elected directly, as the OSCE asks"


def show_seats(order: tuple[str, ...]) -> None:
    """Every chamber of every convocation by who fills its seats."""
    show_chart(*_seats_chart(order))


@st.cache_resource(show_spinner=False)
def _seats_chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure]:
    houses = house_frame(order)
    pieces = piece_frame(houses)
    if pieces.empty:
        raise NothingKnownError("how the seats of parliament are filled")
    title = _seats_title(houses)
    drawn = dict.fromkeys(pieces["words"])
    chart = ChartFrame(
        page=PAGE,
        name="seats",
        title=title,
        subtitle="Seats of each chamber by who fills them, at each convocation of which a source tells; behind the bar, the sum as printed",
        alt=title + ". " + "; ".join(f"{row.year} {row.house}: {_in_words(row)}" for row in each_row(houses)),
        references=references_of(seat_claims(order).chosen),
        table=_claims_table(),
        notes=[*_sum_notes(houses), *_spoken_notes(), *_unknown_senates(houses), *_rival_notes(order)],
        legend=[(colour, words) for words, colour in [*WAYS.values(), UNSAID] if words in drawn],
    )
    return chart, build_filled_seats(pieces)


def _seats_title(houses: pd.DataFrame) -> str:
    """What befell the seats that districts elect: the last chamber with them, and the first after it without."""
    lower = houses[(houses[list(CITIZENS)].fillna(0) > 0).any(axis=1)]
    gone = lower[(lower["district_vote"].fillna(0) == 0) & (lower["list_vote"] > 0)]
    if gone.empty or lower.iloc[0]["year"] == gone.iloc[0]["year"]:
        return f"{len(houses)} chambers, by who fills their seats"
    after = gone.iloc[0]
    before = lower[lower["year"] < after["year"]].iloc[-1]
    share = f"{before['district_vote']:.0f} of {before['total']:.0f}"
    return f"Districts elected {share} deputies in {before['year']} and none in {after['year']}, when lists filled {after['list_vote']:.0f}"


def _in_words(row: Any) -> str:
    known = [f"{getattr(row, way):.0f} {words}" for way, (words, _) in WAYS.items() if getattr(row, way) > 0]
    return f"{row.total:.0f} seats" + (f" ({', '.join(known)})" if known else "")


def _sum_notes(houses: pd.DataFrame) -> list[str]:
    """Chambers whose parts do not make up the whole, as printed."""
    apart = houses[(houses["parts"] > 0) & (houses["parts"] != houses["total"])]
    return [
        f"{row.year} {row.house}: printed as {row.total:.0f} seats, while its parts make {row.parts:.0f}; "
        f"the difference is drawn as {UNSAID[0]}."
        for row in each_row(apart)
    ]


def _unknown_senates(houses: pd.DataFrame) -> list[str]:
    known = set(houses.loc[houses["house"] == "Senate", "year"])
    silent = [entry.year for entry in convocations() if entry.chamber == "majilis" and entry.year not in known]
    return [f"No source at hand says how large the Senate was in {', '.join(silent)}; it is not drawn."] if silent else []


def _rival_notes(order: tuple[str, ...]) -> list[str]:
    rivals = seat_claims(order).rivals
    rivals = rivals[rivals["rival_of"].notna()]
    return [
        f"{row.year} {row.house}: {said_by(row)} has {claim_text(row)} ({_way(row)}). {_noted(row)}".strip() for row in each_row(rivals)
    ]


def _spoken_notes() -> list[str]:
    """What is noted on claims of the Senate, whose figures do not fit together over time."""
    claims = applied_claims()
    documents = claims[(claims["house"] == "Senate") & claims["note"].notna() & ~claims["source"].str.contains("[page]", regex=False)]
    documents = documents.drop_duplicates("claim_id")
    return [f"{row.house}, “{claim_text(row)}” ({said_by(row)}): {_noted(row)}" for row in each_row(documents)]


def _way(row: Any) -> str:
    return WAYS[row.filled_by][0] if row.filled_by in WAYS else "seats in all"


def _noted(row: Any) -> str:
    return readable(row.note) if isinstance(row.note, str) else ""


@st.cache_data(show_spinner=False)
def _claims_table() -> pd.DataFrame:
    claims = applied_claims()
    return pd.DataFrame(
        {
            "Convocation": claims["year"],
            "Chamber": claims["house"],
            "Filled by": claims["filled_by"].map({way: words for way, (words, _) in WAYS.items()}).fillna("seats in all"),
            "As printed": claims["printed"],
            "Seats": claims["value"],
            "Who says so": [said_by(row) for row in each_row(claims)],
            "Source": claims["source"],
            "Note": claims["note"],
        }
    ).sort_values(["Convocation", "Chamber"], kind="stable")


def show_citizens(order: tuple[str, ...]) -> None:
    """The share of all seats that citizens fill, counting votes for lists as direct and not."""
    show_chart(*_citizens_chart(order))


@st.cache_resource(show_spinner=False)
def _citizens_chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure]:
    shares = share_frame(house_frame(order))
    if shares.empty:
        raise NothingKnownError("the share of seats that citizens fill")
    title = _citizens_title(shares)
    chart = ChartFrame(
        page=PAGE,
        name="citizens",
        title=title,
        subtitle="Share of all seats of parliament that citizens fill, per cent. Full mark: votes for lists counted as direct; "
        "hollow mark: districts only",
        alt=title
        + ". "
        + "; ".join(
            f"{row.group}: {percent(row.share_with_lists, 1)} with votes for lists, {percent(row.share_without_lists, 1)} without"
            for row in each_row(shares)
        ),
        references=list(dict.fromkeys(place for cell in shares["source"] for place in cell.split("; "))),
        table=_share_table(shares),
        notes=[*_left_out(shares), "Computed from the seats above; both chambers together. Who counts which way stands below."],
    )
    return chart, build_citizen_share(shares)


def _citizens_title(shares: pd.DataFrame) -> str:
    asked = shares[shares["group"] == CLOSEST_YEAR]
    row = next(each_row(asked if len(asked) else shares.tail(1)))
    without = "none" if row.districts == 0 else f"{row.districts:.0f}"
    return (
        f"In {row.group} citizens filled {row.lists + row.districts:.0f} of {row.seats:.0f} seats, or {without}: "
        "it depends on whether a vote for a list counts as direct"
    )


def _left_out(shares: pd.DataFrame) -> list[str]:
    silent = [entry.year for entry in convocations() if entry.year not in set(shares["group"])]
    return [f"Not computed for {', '.join(silent)}: no source at hand gives every chamber, or who filled its seats."] if silent else []


def _share_table(shares: pd.DataFrame) -> pd.DataFrame:
    return shares.rename(
        columns={
            "group": "Convocation",
            "lists": "Seats filled by list vote",
            "districts": "Seats filled by district vote",
            "seats": "Seats of all chambers",
            "share_with_lists": "Share with lists, per cent",
            "share_without_lists": "Share without lists, per cent",
            "source": "Source",
        }
    ).round({"Share with lists, per cent": 2, "Share without lists, per cent": 2})


def show_who_counts_how() -> None:
    """Who calls a vote for a list direct, and who says that no chamber is directly elected."""
    table, references = _counting_table()
    if table.empty:
        return
    with st.container(key="around_parliament_counting"):
        st.subheader("Who counts which way")
        show_plain_table(table, caption="Who calls votes for lists direct")
        show_sources(references)


@st.cache_data(show_spinner=False)
def _counting_table() -> tuple[pd.DataFrame, list[str]]:
    powers, rules = load_table("powers"), load_table("rules")
    told = powers["printed"].fillna("") + " " + powers["detail"].fillna("")
    by_voters = powers["office"].str.startswith("majilis") & (powers["actor"] == "voters") & powers["printed"].notna()
    direct = powers[by_voters & told.str.contains(r"\bdirect", case=False)]
    asked = rules[rules["parameter"] == "directly_elected_chamber"]
    rows = [_counted(row, LISTS_ARE_DIRECT, f"“{row.printed}”") for row in each_row(direct)]
    rows += [_counted(row, NOTHING_IS_DIRECT, _first(row.note, row.printed, row.instrument)) for row in each_row(asked)]
    return pd.DataFrame(rows, columns=["Who", "Holds that", "Its words, or ours", "As of"]), references_of(direct, asked)


def _counted(row: Any, holds: str, words: str) -> dict[str, str]:
    return {"Who": said_by(row), "Holds that": holds, "Its words, or ours": readable(words), "As of": format_date(str(row.as_of))}


def _first(*texts: object) -> str:
    found: Sequence[str] = [text for text in texts if isinstance(text, str) and text]
    return found[0] if found else ""
