"""Sections of the Elections page on what stands beside the official count: claims, turnout, absences, verdicts."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.claims import build_claims
from components.charts.frames import each_row
from components.charts.style import NEUTRAL, percent
from components.ui.election_frames import claim_frame, claim_text, readable, references_of, said_by, short_reference
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.load import election_claims, load_table
from components.ui.words import COUNTS_UNJUDGED, OFFICIAL_COUNTS, show_plain_table

COUNTED = ("official", "derived")
GLYPHS = {"preliminary": "○", "claimed": "◇", "expected": "◇"}
CLAIMS_WORTH_A_CHART = 3
WORTH_A_CHART = 0.5
"""Points of turnout between claims; less is rounding."""
ALLIANCES = ("bloc", "joint_list")
OBSERVERS = "OSCE|European Union|State Department|[Oo]bserv|[Ii]nternational|Council of Europe"
BACKED = {"nominated": "nominated by", "supports": "supported by", "leads": "leader of"}
MEMBERSHIP = {
    "founder": "founded by",
    "joined": "joined by",
    "announced": "announced with",
    "left": "left by",
    "undone": "undone, with",
}
MARK_WORDS = "Full circle official, hollow circle preliminary, hollow diamond claimed or expected; a bar spans the bounds."
REASONS = {
    "boycott": "boycotted the election",
    "not_registered": "was not registered",
    "registration_denied": "was denied registration",
    "banned": "was banned",
    "suspended": "was suspended",
    "struck_off": "was struck off the ballot",
    "excluded_by_authorities": "was kept off by the authorities",
    "leader_disqualified": "its leader was disqualified",
    "withdrew": "withdrew",
    "on_joint_list": "stood on another party's list",
    "merged": "had merged into another party",
}


def show_claims(election: pd.Series) -> None:
    """Claimed, expected and preliminary figures beside the official count; shares also as a chart where there are several."""
    chart, table, references = _claims_beside_the_count(str(election["election_id"]), str(election["title"]))
    if chart is not None:
        show_chart(*chart)
    if table.empty:
        return
    with st.container(key="around_claims"):
        st.subheader("Claimed, expected and preliminary figures")
        show_plain_table(table, caption="Figures that are not the official count, beside it")
        show_sources(references)


@st.cache_resource(show_spinner=False)
def _claims_beside_the_count(election_id: str, election_title: str) -> tuple[tuple[ChartFrame, go.Figure] | None, pd.DataFrame, list[str]]:
    measures = {
        "share of the vote": claim_frame(election_id, "vote_pct", ("list", "single", "total")),
        "votes": claim_frame(election_id, "votes", ("list", "single", "total")),
        "seats": claim_frame(election_id, "seats", ("list", "total")),
        "share of the seats": claim_frame(election_id, "seat_pct", ("list", "total")),
    }
    shares = measures["share of the vote"]
    other = shares[~shares["status"].isin(COUNTED)]
    disputed = shares[shares["name"].isin(other["name"])]
    chart = _share_claims_chart(election_title, disputed) if len(other) >= CLAIMS_WORTH_A_CHART else None
    rows = [
        _claim_row(row, measure, frame) for measure, frame in measures.items() for row in each_row(frame[~frame["status"].isin(COUNTED)])
    ]
    return chart, pd.DataFrame(rows).drop(columns="source", errors="ignore"), [str(row["source"]) for row in rows]


def _claim_row(row: Any, measure: str, frame: pd.DataFrame) -> dict[str, str]:
    """One figure with its mark, and the official one where there is one of the same measure."""
    counted = frame[(frame["name"] == row.name) & frame["status"].isin(COUNTED)]
    official = ", ".join(dict.fromkeys(f"{value:,.10g}" for value in counted["value"].dropna()))
    return {
        "Who": row.name,
        "Figure": f"{GLYPHS[row.status]} {row.label.rsplit(' (', 1)[0]} ({measure})",
        "Kind": row.status,
        "Official count": f"● {official}" if official else "no figure of its own",
        "Who says so": row.said_by,
        "source": row.source,
    }


def _share_claims_chart(election_title: str, claims: pd.DataFrame) -> tuple[ChartFrame, go.Figure]:
    title = f"{len(claims[~claims['status'].isin(COUNTED)])} shares that are not the final count, beside it"
    frame = ChartFrame(
        page="elections",
        name="share-claims",
        title=title,
        subtitle=f"{election_title}, share of the vote, per cent. {MARK_WORDS}",
        alt="; ".join(f"{row.name}: {row.label}, {row.said_by}" for row in each_row(claims)),
        references=references_of(claims),
        table=claims.drop(columns="colour").rename(
            columns={"name": "Contestant", "said_by": "Who says so", "label": "Figure", "source": "Source"}
        ),
    )
    return frame, build_claims(claims, axis_title="Share of the vote, per cent")


def show_turnout_claims(election: pd.Series) -> None:
    """Every claim on turnout, national and regional."""
    drawn = _turnout_chart(str(election["election_id"]), str(election["title"]))
    if drawn is not None:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False)
def _turnout_chart(election_id: str, election_title: str) -> tuple[ChartFrame, go.Figure] | None:
    claims = election_claims(load_table("election_figures"), election_id, measure="turnout_pct")
    values = claims["value"].dropna()
    if len(set(claims["scope"])) <= 1 and (values.empty or values.max() - values.min() < WORTH_A_CHART):
        return None
    scopes = {"national": "Kazakhstan", "almaty-city": "Almaty City", "almaty-region": "Almaty region"}
    drawn = claims.assign(
        name=claims["scope"].map(scopes).fillna(claims["scope"]),
        colour=NEUTRAL,
        said_by=[said_by(row) for row in each_row(claims)],
        label=[f"{claim_text(row)} ({row.status})" for row in each_row(claims)],
    )
    exact_values = drawn[drawn["value"].notna()]["value"]
    title = f"Turnout is put at {percent(exact_values.min())} to {percent(exact_values.max())}, depending on where and by whom"
    frame = ChartFrame(
        page="elections",
        name="turnout",
        title=title,
        subtitle=f"{election_title}: turnout, per cent of the electorate. {MARK_WORDS}",
        alt="; ".join(f"{row.name}: {row.label}, {row.said_by}" for row in each_row(drawn)),
        references=references_of(claims),
        table=drawn[["name", "label", "said_by", "source", "note"]].rename(
            columns={"name": "Where", "label": "Turnout", "said_by": "Who says so", "source": "Source", "note": "Note"}
        ),
    )
    return frame, build_claims(drawn, axis_title="Turnout, per cent")


def show_backings(election: pd.Series) -> None:
    """Who stood behind a candidate or list, and who belonged to its blocs and joint lists."""
    table, references = _backings_table(str(election["election_id"]), str(election["date"])[:4], str(election["office"]))
    if table.empty:
        return
    with st.container(key="around_backings"):
        st.subheader("Who stood behind whom")
        show_plain_table(table, caption="Parties behind candidates and lists, and members of blocs and joint lists")
        show_sources(references)


@st.cache_data(show_spinner=False)
def _backings_table(election_id: str, year: str, office: str) -> tuple[pd.DataFrame, list[str]]:
    names = load_table("parties").set_index("party_id")["name"]
    people = load_table("contestants").query("election_id == @election_id").set_index("contestant_id")
    backings = election_claims(load_table("backings"), election_id)
    alliances = load_table("alliance_members")
    alliances = alliances[alliances["as_of"].fillna("").str.startswith(year) | alliances["alliance_id"].isin(people["party_id"].dropna())]
    kinds = load_table("parties").set_index("party_id")["kind"]
    alliances = alliances[alliances["party_id"].notna() & (office == "parliament")]
    alliances = alliances[alliances["alliance_id"].map(kinds).isin(ALLIANCES)]
    lines = [(people["name"].get(row.contestant_id), _tie(row), row.party_id, row) for row in each_row(backings)]
    lines += [(names.get(row.alliance_id), MEMBERSHIP[row.status], row.party_id, row) for row in each_row(alliances)]
    if not lines:
        return pd.DataFrame(), []
    frame = pd.DataFrame(
        [
            {"Who": who, "Tie": tie, "Organisation": names.get(party), "says": said_by(row), "source": row.source}
            for who, tie, party, row in lines
        ]
    )
    joined = frame.groupby(["Who", "Tie", "Organisation"], sort=False).agg(says=("says", _joined)).reset_index()
    return joined.rename(columns={"says": "Who says so"}), references_of(frame)


def _tie(row: Any) -> str:
    return "stood as one of the" if row.party_id == "independents" else BACKED[row.relation]


def show_absences(election: pd.Series) -> None:
    """Who was not on the ballot, and why; what several places say of one organisation stands in one row."""
    table, references = _absences_table(str(election["election_id"]))
    with st.container(key="around_absences"):
        st.subheader("Not on the ballot, and why")
        if table.empty:
            st.markdown("No source names anybody who was kept off or stayed away.")
            return
        show_plain_table(table, caption="Organisations that had no result of their own, and why")
        show_sources(references)


@st.cache_data(show_spinner=False)
def _absences_table(election_id: str) -> tuple[pd.DataFrame, list[str]]:
    rows = election_claims(load_table("absences"), election_id)
    names = load_table("parties").set_index("party_id")["name"]
    persons = load_table("persons").set_index("person_id")["name"]
    who = rows["party_id"].map(names).fillna(rows["person_id"].map(persons))
    reason = rows["reason"].map(REASONS)
    grouped = rows.assign(who=who, why=reason, says=[said_by(row) for row in each_row(rows)]).groupby(["who", "why"], sort=False)
    joined = grouped.agg(says=("says", _joined), note=("note", _joined)).reset_index()
    return joined.rename(columns={"who": "Who", "why": "Why", "says": "Who says so", "note": "Note"}), references_of(rows)


def _joined(texts: pd.Series) -> str:
    return "; ".join(dict.fromkeys(readable(text).rstrip(".") for text in texts.dropna() if text))


def show_assessments(election: pd.Series) -> None:
    """What observers and others said of the election."""
    table, references = _assessments_table(str(election["election_id"]))
    with st.container(key="around_assessments"):
        st.subheader("What was said of the election")
        if table.empty:
            st.markdown("None of the sources at hand judges this election.")
            return
        show_plain_table(table, caption="Assessments of the election")
        show_sources(references)


@st.cache_data(show_spinner=False)
def _assessments_table(election_id: str) -> tuple[pd.DataFrame, list[str]]:
    rows = election_claims(load_table("assessments"), election_id)
    rows = rows.assign(place=[short_reference(source) for source in rows["source"]], late=~rows["assessor"].str.contains(OBSERVERS))
    rows = rows.sort_values("late", kind="stable")
    joined = rows.groupby(["assessor", "verdict"], sort=False).agg(place=("place", _joined)).reset_index()
    return joined.rename(columns={"assessor": "Who", "verdict": "Verdict, in our words", "place": "Found in"}), references_of(rows)


@st.cache_data(show_spinner=False)
def standing_line(election_id: str) -> str:
    """The line that stands under one election: whether observers judged it, as far as a source says.

    Args:
        election_id: The election.

    Returns:
        A sentence.
    """
    verdicts = election_claims(load_table("assessments"), election_id)
    judged = verdicts[verdicts["assessor"].str.contains(OBSERVERS, na=False)]
    return OFFICIAL_COUNTS if len(judged) else COUNTS_UNJUDGED
