"""Sections of the Elections page for one election."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.parliament import build_parliament
from components.charts.style import percent, thousands
from components.charts.votes_and_seats import build_votes_and_seats
from components.records import format_date
from components.ui.counts import source_names
from components.ui.election_frames import (
    WITH_A_BALLOT,
    claim_text,
    contestant_frame,
    figure_value,
    inexact_figure,
    readable,
    references_of,
    rival_notes,
    said_by,
    short_reference,
)
from components.ui.election_indices import chamber_entries, index_entries
from components.ui.election_words import BASE_WORDS, seats_held, votes_finding
from components.ui.errors import show_notice
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.load import election_claims, load_contestants, load_results, load_table
from components.ui.plain import plain_label
from components.ui.words import show_big_numbers, show_plain_table

SEAT_MARKS = {
    "list": "circle by list",
    "district": "diamond by district",
    "total": "circle also where the source does not say how, pale where it does not say who",
    "appointed": "square by the Assembly of Peoples",
}
VACANT = "rgba(128,128,128,0.3)"


def election_row(election_id: str) -> pd.Series:
    """The row of an election in elections.csv."""
    elections = load_table("elections")
    return elections[elections["election_id"] == election_id].iloc[0]


@st.cache_resource(show_spinner=False)
def shown_claims(election_id: str, order: tuple[str, ...]) -> pd.DataFrame:
    """The chosen claims of an election and their rivals, with sources."""
    resolution = load_results(order)
    chosen = election_claims(resolution.chosen, election_id, status_group="counted")
    return chosen[chosen["measure"].isin(["vote_pct", "votes", "seats"])]


def show_votes_and_seats(election: pd.Series, order: tuple[str, ...]) -> None:
    """Votes beside seats."""
    drawn = _votes_chart(str(election["election_id"]), order)
    if drawn is None:
        show_notice(["No source at hand says who stood or who won the seats."], title=str(election["title"]))
    else:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False)
def _votes_chart(election_id: str, order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    election = election_row(election_id)
    people, claims = contestant_frame(election_id, order), shown_claims(election_id, order)
    if people.empty:
        return None
    total, total_source = figure_value(election_id, "seats_total", order)
    bases = [BASE_WORDS.get(str(base), str(base)) for base in people["base"].dropna().unique()]
    share_of = f"per cent of {' or '.join(bases)}" if bases else "not stated"
    everybody = load_contestants().query("election_id == @election_id")
    n_stood = int(everybody["kind"].isin(WITH_A_BALLOT).sum())
    title = votes_finding(election, people, total, n_stood=n_stood)
    seats_of = total or (seats_held(people).sum() or None)
    both = people["vote_pct"].notna().any() and seats_of is not None
    what = (
        f"Pale: {share_of}. Full: share of the seats, districts striped."
        if both
        else f"Votes: {share_of}."
        if bases
        else "Share of the seats."
    )
    notes = rival_notes(load_results(order), election_id, ("vote_pct", "votes", "seats")) + _refused_seats(election_id)
    frame = ChartFrame(
        page="elections",
        name="votes",
        title=title,
        subtitle=f"{election['title']}, {format_date(str(election['date']))}. {what}",
        alt=f"{title}. " + "; ".join(f"{row.name}: {row.vote_label}, seats {row.seat_label}" for row in each_row(people)),
        references=[*references_of(claims), *([total_source] if total_source else [])],
        table=_claims_table(election_claims(load_table("results"), election_id), election_id),
        notes=notes,
    )
    return frame, build_votes_and_seats(people, seats_total=seats_of)


def _claims_table(claims: pd.DataFrame, election_id: str) -> pd.DataFrame:
    names = load_table("contestants").query("election_id == @election_id").set_index("contestant_id")["name"]
    return pd.DataFrame(
        {
            "Contestant": claims["contestant_id"].map(names),
            "Tier": claims["tier"],
            "Measure": claims["measure"],
            "As printed": claims["printed"],
            "Value": claims["value"],
            "Base": claims["base"],
            "Status": claims["status"],
            "Claimed by": claims["claimant"],
            "Source": claims["source"],
            "Note": claims["note"],
        }
    )


def _refused_seats(election_id: str) -> list[str]:
    rows = election_claims(load_table("results"), election_id, measure="seats_not_taken")
    names = load_table("contestants").query("election_id == @election_id").set_index("contestant_id")["name"]
    return [f"{names.get(row.contestant_id)}: {claim_text(row)} seat not taken up ({said_by(row)})." for row in each_row(rows)]


def show_parliament(election: pd.Series, order: tuple[str, ...]) -> None:
    """The parliament diagram; not drawn where no source says who held the seats."""
    drawn = _parliament_chart(str(election["election_id"]), order)
    if drawn is not None:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False)
def _parliament_chart(election_id: str, order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    people = contestant_frame(election_id, order)
    total, total_source = figure_value(election_id, "seats_total", order)
    seats = _seats_by_tier(people, total, figure_value(election_id, "assembly_seats", order)[0])
    if seats.empty:
        return None
    drawn = int(seats["seats"].sum())
    blank = int(seats.loc[seats["name"] == "not stated", "seats"].sum())
    held = seats_held(people).max()
    title = f"{people.iloc[int(seats_held(people).argmax())]['name']} holds {percent(100 * held / drawn, 1)} of the {drawn} seats"
    legend = list(
        dict.fromkeys(
            zip(seats["colour"], seats["name"] + " " + seats.groupby("name")["seats"].transform("sum").astype(int).astype(str), strict=True)
        )
    )
    sources = references_of(shown_claims(election_id, order).query("measure == 'seats'"))
    references = [*sources, *([total_source] if total_source else [])]
    frame = ChartFrame(
        page="elections",
        name="parliament",
        title=title,
        subtitle=f"One mark a seat: {', '.join(words for tier, words in SEAT_MARKS.items() if (seats['tier'] == tier).any())}",
        alt=f"{title}: " + ", ".join(words for _, words in legend),
        references=references,
        table=seats.drop(columns="colour")
        .rename(columns={"name": "Holder", "tier": "Filled by", "seats": "Seats"})
        .assign(Source="; ".join(short_reference(reference) for reference in references)),
        notes=[f"{blank} of {drawn} seats are not assigned to anybody by the source shown."] * bool(blank) + _refused_seats(election_id),
        legend=legend,
    )
    return frame, build_parliament(seats)


def _seats_by_tier(people: pd.DataFrame, total: float | None, assembly: float | None) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for row in each_row(people):
        tiers = {tier: getattr(row, tier) for tier in ("list", "district") if pd.notna(getattr(row, tier))}
        known = sum(tiers.values())
        if pd.notna(row.total) and row.total != known:
            tiers = {"total": row.total}
        rows += [{"name": row.name, "colour": row.colour, "tier": tier, "seats": int(count)} for tier, count in tiers.items() if count]
    taken = sum(int(row["seats"]) for row in rows)
    if not taken:
        return pd.DataFrame(columns=["name", "colour", "tier", "seats"])
    if assembly:
        rows.append({"name": "Assembly of Peoples", "colour": "#b9ad92", "tier": "appointed", "seats": int(assembly)})
        taken += int(assembly)
    if total and total > taken:
        rows.append({"name": "not stated", "colour": VACANT, "tier": "total", "seats": int(total) - taken})
    return pd.DataFrame(rows)


def show_figures(election: pd.Series, order: tuple[str, ...]) -> None:
    """Turnout and the indices, big and alone; what they rest on stands under them."""
    election_id = str(election["election_id"])
    counted, references = _turnout_entries(election_id, order)
    computed, basis = index_entries(election_id, order)
    whole = chamber_entries(election_id, order)
    with st.container(key="around_figures"):
        if counted or computed or whole:
            show_big_numbers([*counted, *computed, *whole])
        if computed:
            words = "Indices of the list tier are computed from list votes and list seats, without “against all”"
            st.markdown(plain_label(f"{words}: {source_names(basis)}."))
        show_sources([*references, *basis])
        _show_all_figures(election_id)


def _show_all_figures(election_id: str) -> None:
    """Every claim on the election as a whole, folded."""
    show_plain_table(_figures_table(election_id), caption="Every figure on this election as a whole", shown=0)


@st.cache_data(show_spinner=False)
def _figures_table(election_id: str) -> pd.DataFrame:
    claims = election_claims(load_table("election_figures"), election_id)
    return pd.DataFrame(
        {
            "Figure": claims["measure"].str.replace("_pct", ", per cent").str.replace("_", " ").str.capitalize(),
            "Where": claims["scope"].str.replace("-", " "),
            "As printed": [claim_text(row) for row in each_row(claims)],
            "Kind": claims["status"],
            "Who says so": [said_by(row) for row in each_row(claims)],
            "Note": [readable(note) if isinstance(note, str) else "" for note in claims["note"]],
        }
    )


@st.cache_resource(show_spinner=False)
def _turnout_entries(election_id: str, order: tuple[str, ...]) -> tuple[list[tuple[str, str, str]], list[str]]:
    entries, references = [], []
    wanted = (("turnout_pct", "Turnout", percent), ("votes_cast", "Ballots cast", thousands), ("electorate", "Electorate", thousands))
    for measure, words, write in wanted:
        value, reference = figure_value(election_id, measure, order)
        text = None if value is None else write(value)
        if text is None:
            text, reference = inexact_figure(election_id, measure, order)
        if text:
            entries.append((words, text, short_reference(reference)))
            references.append(reference)
    return entries, references
