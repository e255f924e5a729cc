"""Sections of the Overview."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.series import build_points
from components.charts.style import percent, thousands
from components.seats import Rule
from components.ui.counts import load_rules
from components.ui.election_frames import figure_value, references_of, said_by
from components.ui.finding_columns import show_finding_columns
from components.ui.findings import computed_findings
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.load import load_atlas, load_contestants, load_results, load_table
from components.ui.registry import page_entry
from components.ui.words import show_big_numbers

PRESIDENTIAL_PARTIES = ("peoples-unity", "nur-otan")
LEADERSHIP = (
    "In 2021 the former president led the party, in 2023 the speaker of the Majilis; the president led it from January to April 2022."
)
LEADERSHIP_SOURCES = ("clevergeek_2019p[page]", "kazinform_2022am[page]", "kazinform_2022ko[page]")


@st.cache_resource(show_spinner=False)
def presidential_seats(order: tuple[str, ...]) -> pd.DataFrame:
    """Seats of the party that the president led or was invited to lead, every claim, with the chamber's total.

    Args:
        order: Source keys the reader wants first.

    Returns:
        Columns election, name, colour, seats, seats_total, value (per cent), label, said_by, source, rank, status.
    """
    claims = load_table("results").query("measure == 'seats' and status in ['official', 'derived'] and value.notna()")
    claims = claims[claims["contestant_id"].isin(PRESIDENTIAL_PARTIES)]
    elections = load_table("elections").query("office == 'parliament'").sort_values("date")
    rows = []
    for election in each_row(elections):
        total, total_source = figure_value(election.election_id, "seats_total", order)
        here = claims[(claims["election_id"] == election.election_id)]
        whole = here[here["tier"] == "total"]
        here = whole if len(whole) else here[here["tier"] == "list"]
        if total is None or here.empty:
            continue
        for seats, group in here.groupby("value", sort=True):
            rows.append(_presidential_row(election, float(seats), total, group, total_source))
    frame = pd.DataFrame(rows)
    if len(frame):
        first_name = frame.drop_duplicates("election").set_index("election")["name"]
        renamed = frame["election"].map(first_name != first_name.shift())
        last = ~frame["election"].duplicated(keep="last")
        frame["label"] = frame["label"].where(~(renamed & last), frame["label"] + ", " + frame["name"])
    return frame


def _presidential_row(election: Any, seats: float, total: float, group: pd.DataFrame, total_source: str) -> dict[str, object]:
    first = group.iloc[0]
    people = load_contestants()
    person = people[(people["election_id"] == first["election_id"]) & (people["contestant_id"] == first["contestant_id"])].iloc[0]
    return {
        "election": election.title.split()[-1],
        "name": person["name"],
        "colour": person["colour"],
        "seats": seats,
        "seats_total": total,
        "value": 100 * seats / total,
        "label": f"{seats:.0f} of {total:.0f}",
        "said_by": "; ".join(said_by(row) for row in each_row(group)),
        "source": first["source"],
        "total_source": total_source,
        "status": "official",
    }


def show_presidential_share(order: tuple[str, ...]) -> None:
    """The story: the share of seats of the president's party."""
    drawn = _presidential_chart(order)
    if drawn is None:
        return
    show_chart(*drawn)
    st.page_link(
        page_entry("elections").path,
        label="All elections side by side",
        icon=":material/arrow_forward:",
        query_params={"elections_view": "All elections"},
    )


@st.cache_resource(show_spinner=False)
def _presidential_chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    frame = presidential_seats(order)
    if frame.empty:
        return None
    first, best = frame.iloc[0], frame.iloc[int(frame["value"].argmax())]
    start = f"{percent(first['value'], 0)} of the seats in {first['election']}"
    last = frame.iloc[-1]
    peak, now = (f"{percent(row['value'], 0)} in {row['election']}" for row in (best, last))
    title = f"The president’s party: from {start} to {peak} and {now}"
    several = frame["election"].duplicated(keep=False)
    rivals = [f"* {row.election}: {row.label} according to {row.said_by}." for row in each_row(frame[several])]
    chart = ChartFrame(
        page="overview",
        name="presidential-share",
        title=title,
        subtitle="Seats of the party that the president led or was invited to lead, per cent of all; both figures where sources differ",
        alt=title + ". " + "; ".join(f"{row.election}: {row.name} {row.label}" for row in each_row(frame)),
        references=[*references_of(frame), *frame["total_source"], *LEADERSHIP_SOURCES],
        table=frame[["election", "name", "seats", "seats_total", "said_by", "source"]].rename(
            columns={
                "election": "Election",
                "name": "Party",
                "seats": "Seats",
                "seats_total": "Of",
                "said_by": "Who says so",
                "source": "Source",
            }
        ),
        notes=[LEADERSHIP, *rivals],
    )
    return chart, build_points(frame, axis_title="Share of all seats, per cent", end=150)


def show_party_count(order: tuple[str, ...]) -> None:
    """How many parties won seats, by election."""
    entries, references = _party_counts(order)
    with st.container(key="around_party_count"):
        st.subheader("Parties and other organisations that won seats")
        show_big_numbers(entries, column_rem=4.4)
        st.caption("As far as the source shown names them; in 1994 Bowyer adds “fourteen different groups” without naming them.")
        st.page_link(
            page_entry("elections").path,
            label="Effective numbers of parties",
            icon=":material/arrow_forward:",
            query_params={"elections_view": "All elections"},
        )
        show_sources(references)


@st.cache_data(show_spinner=False)
def _party_counts(order: tuple[str, ...]) -> tuple[list[tuple[str, str, str]], list[str]]:
    chosen = load_results(order).chosen.query("measure == 'seats' and status_group == 'counted' and value > 0")
    people = load_contestants()[["election_id", "contestant_id", "kind"]]
    winners = chosen.merge(people, on=["election_id", "contestant_id"]).query("kind != 'category'")
    counts = winners.groupby("election_id")["contestant_id"].nunique()
    elections = load_table("elections").query("office == 'parliament'").sort_values("date")
    entries = [(row.title.split()[-1], str(counts[row.election_id]), "") for row in each_row(elections) if row.election_id in counts.index]
    return entries, references_of(winners)


def show_findings(order: tuple[str, ...]) -> None:
    """Three findings, each a way in."""
    show_finding_columns(computed_findings(order), title="Three findings, computed from the data")


def show_minimum(_: tuple[str, ...]) -> None:
    """The members that the law demanded, step by step."""
    steps = _minimum_steps()
    if not steps:
        return
    with st.container(key="around_minimum"):
        st.subheader("Members that a party needs to be registered")
        first, *rest = steps
        later = [(f"from {rule.since.year}", thousands(float(rule.value or 0)), "") for rule in rest if rule.since]
        show_big_numbers([("at first", thousands(float(first.value or 0)), ""), *later], column_rem=7)
        st.page_link(page_entry("membership").path, label="Membership against the minimum", icon=":material/arrow_forward:")
        show_sources([rule.reference for rule in steps])


def _minimum_steps() -> list[Rule]:
    """The rule on members each time that its value changed, in the order of time."""
    rules = [rule for rule in load_rules() if rule.parameter == "party_registration_members" and rule.value is not None]
    ordered = sorted(rules, key=lambda rule: rule.since or date.min)
    before_2002 = [rule for rule in ordered if rule.since is None and rule.until is not None]
    dated = [rule for rule in ordered if rule.since is not None]
    kept = before_2002[:1]
    for rule in dated:
        if not kept or rule.value != kept[-1].value:
            kept.append(rule)
    return kept


@st.cache_data(show_spinner=False)
def coverage_line() -> str:
    """How much there is, for the first screen."""
    claims = pd.concat([table[["claim_id", "source"]] for table in load_atlas().tables.values() if {"claim_id", "source"} <= set(table)])
    documents = claims["source"].str.split("[").str[0].nunique()
    return f"{len(claims):,} claims from {documents} sources, each with the place it stands in."
