"""Section of the Membership page: members against votes of the nearest election."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.members_and_votes import build_members_and_votes
from components.charts.style import thousands
from components.records import format_date
from components.ui.election_evidence import REASONS
from components.ui.election_frames import figure_value, references_of, rival_notes, short_reference
from components.ui.errors import show_notice
from components.ui.frame import ChartFrame, show_chart
from components.ui.lab_words import in_words, join_names
from components.ui.lineage_data import when_of
from components.ui.load import election_claims, load_contestants, load_results, load_table
from components.ui.membership_frames import claim_sets, figure_words, minimum_on

CHART = "votes"
BY_VOTES, BY_SHARE = "votes", "printed share of the printed turnout"
LISTS = ("list", "joint_list", "bloc")
COLUMNS = ["party_id", "name", "label", "colour", "members", "figure", "when", "election_id", "election", "day", "votes", "how", "ratio"]
COLUMNS += ["partners", "with_partners", "said_by", "source", "vote_source"]


def show_votes(words: str, order: tuple[str, ...]) -> None:
    """Members against votes, with the line where both are equal.

    Args:
        words: Whose figures; a key of `claim_sets`.
        order: Source keys the reader wants first.
    """
    drawn = _chart(words, order)
    if drawn is None:
        show_notice(_absences(words, order), title="No votes are known for any of these parties")
    else:
        show_chart(*drawn)


@st.cache_resource(show_spinner=False)
def vote_pairs(words: str, order: tuple[str, ...]) -> pd.DataFrame:
    """Members of each party and the votes of its list at the election nearest to the claim.

    Args:
        words: Whose figures; a key of `claim_sets`.
        order: Source keys the reader wants first.

    Returns:
        One row per party with votes: party_id, name, label, colour, members, figure (as a label has it), when (of the claim), election_id,
        election, day (of it), votes, how (votes, or computed from a printed share), ratio (members a vote), partners (others on its list),
        with_partners (members of all on its list), said_by, source, vote_source.
    """
    claims = claim_sets(order)[words]
    rows = [pair for row in each_row(claims) if (pair := _pair(row, claims, order))]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values("ratio", ascending=False, kind="stable").reset_index(drop=True)


def nearest_election(start: date, end: date) -> Any:
    """The parliamentary election nearest to the middle of a span.

    Args:
        start: First day of the span.
        end: Its last day.

    Returns:
        The row of elections.csv, with `day`; None where there is none.
    """
    middle = start + (end - start) / 2
    elections = load_table("elections").query("office == 'parliament'")
    dated = [(row, when.earliest) for row in each_row(elections) if (when := when_of(row.date)) and when.earliest]
    return min(dated, key=lambda pair: abs(pair[1] - middle), default=None)


def _pair(row: Any, claims: pd.DataFrame, order: tuple[str, ...]) -> dict[str, Any] | None:
    nearest = nearest_election(row.start, row.end)
    if nearest is None:
        return None
    election, day = nearest
    votes, how, vote_source = party_votes(election.election_id, row.party_id, order)
    if not votes:
        return None
    partners = _partners(election.election_id, row.party_id)
    joint = claims[claims["party_id"].isin(partners)]
    return {
        **{key: getattr(row, key) for key in ("party_id", "name", "label", "colour", "when", "said_by", "source")},
        "members": row.about,
        "figure": figure_words(row),
        "election_id": election.election_id,
        "election": election.title,
        "day": day,
        "votes": votes,
        "how": how,
        "ratio": row.about / votes,
        "partners": join_names(list(joint["label"])),
        "with_partners": row.about + joint["about"].sum(),
        "vote_source": vote_source,
    }


def party_votes(election_id: str, party_id: str, order: tuple[str, ...]) -> tuple[float | None, str, str]:
    """Votes of a party's list: as the public record has them, else the printed share of the printed turnout.

    Args:
        election_id: The election.
        party_id: The party.
        order: Source keys the reader wants first.

    Returns:
        Votes, how they are known, and the source; None where no list of the party is known or nothing is printed.
    """
    people = load_contestants()
    lists = people[(people["election_id"] == election_id) & (people["party_id"] == party_id) & people["kind"].isin(LISTS)]
    counted = election_claims(load_results(order).chosen, election_id, tier="list", status_group="counted")
    counted = counted[counted["contestant_id"].isin(lists["contestant_id"]) & counted["value"].notna()]
    votes = counted[counted["measure"] == "votes"]
    if len(votes):
        return float(votes["value"].iloc[0]), BY_VOTES, str(votes["source"].iloc[0])
    shares = counted[counted["measure"] == "vote_pct"]
    cast, source = _cast(election_id, order)
    if shares.empty or cast is None:
        return None, "", ""
    return cast * float(shares["value"].iloc[0]) / 100, BY_SHARE, f"{shares['source'].iloc[0]}; {source}"


def _cast(election_id: str, order: tuple[str, ...]) -> tuple[float | None, str]:
    """Ballots cast: the counted figure, else the preliminary one."""
    cast, source = figure_value(election_id, "votes_cast", order)
    if cast is not None:
        return cast, source
    rows = election_claims(load_table("election_figures"), election_id, measure="votes_cast", scope="national")
    rows = rows[rows["value"].notna()]
    return (None, "") if rows.empty else (float(rows["value"].iloc[0]), str(rows["source"].iloc[0]))


def _partners(election_id: str, party_id: str) -> list[str]:
    """Other parties on the list that a party leads."""
    people = load_contestants()
    lists = people[(people["election_id"] == election_id) & (people["party_id"] == party_id) & people["kind"].isin(LISTS)]
    backings = election_claims(load_table("backings"), election_id)
    rows = backings[backings["contestant_id"].isin(lists["contestant_id"]) & (backings["relation"] != "supports")]
    return [other for other in rows["party_id"].dropna().unique() if other != party_id]


def members_without_voters(words: str, order: tuple[str, ...]) -> tuple[list[str], list[str], float | None]:
    """Who has more members than votes, and who polled fewer votes than the members that the law demanded on election day.

    Args:
        words: Whose figures; a key of `claim_sets`.
        order: Source keys the reader wants first.

    Returns:
        party_ids, party_ids, and the minimum on the day of the last election that is compared.
    """
    pairs = vote_pairs(words, order)
    more = list(pairs[pairs["ratio"] > 1]["party_id"])
    if pairs.empty:
        return more, [], None
    asked = {row.party_id: minimum_on(row.day, order) for row in each_row(pairs)}
    below = [row.party_id for row in each_row(pairs) if (step := asked[row.party_id]) and row.votes < step.value]
    latest = minimum_on(max(pairs["day"]), order)
    return more, below, latest.value if latest else None


def _finding(words: str, order: tuple[str, ...]) -> str:
    pairs, (more, below, demanded) = vote_pairs(words, order), members_without_voters(words, order)
    many = "no party" if not more else f"{in_words(len(more))} of {in_words(len(pairs))} parties"
    lead = f"{many[:1].upper()}{many[1:]} had more members than voters"
    if not below or demanded is None or len(set(pairs["day"])) > 1:
        return lead
    return f"{lead}; {in_words(len(below))} polled fewer votes than the {thousands(demanded)} members the law then demanded"


@st.cache_resource(show_spinner=False)
def _chart(words: str, order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure] | None:
    pairs = vote_pairs(words, order)
    if pairs.empty:
        return None
    title, (_, _, demanded) = _finding(words, order), members_without_voters(words, order)
    days = " and ".join(format_date(day.isoformat()) for day in sorted(set(pairs["day"])))
    frame = ChartFrame(
        page="membership",
        name=CHART,
        title=title,
        subtitle=f"Members ({words}) against votes for the party’s list on {days}, the nearest election; both scales logarithmic. "
        "Number: members a vote; years: of members, of votes. "
        "Hollow: a list shared with another party, the bar adds its members. "
        f"Gold: the law’s minimum on {format_date(max(pairs['day']).isoformat())}",
        alt=f"{title}. " + "; ".join(_said(row) for row in each_row(pairs)),
        references=[*references_of(pairs), *(part for sources in pairs["vote_source"] for part in sources.split("; "))],
        table=_table(pairs),
        notes=_notes(pairs, words, order),
    )
    drawn = pairs.assign(
        words=[f"{row.label} {_ratio(row.ratio)}" for row in each_row(pairs)],
        years=[f"{row.when[-4:]}, {row.day.year}" for row in each_row(pairs)],
        hover=[
            f"{row.name}<br>{row.figure} members, {row.when}<br>{thousands(row.votes)} {row.how}, {row.election}" for row in each_row(pairs)
        ],
    )
    return frame, build_members_and_votes(drawn, demanded=demanded)


def _ratio(ratio: float) -> str:
    return f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2f}"


def _said(row: Any) -> str:
    return f"{row.name}: {row.figure} members in {row.when}, {thousands(row.votes)} votes on {row.day.isoformat()}, {row.ratio:.2f} a vote"


def _table(pairs: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Party": pairs["name"],
            "Members": pairs["members"],
            "Members as of": pairs["when"],
            "Votes": pairs["votes"].round(),
            "Election day": [format_date(day.isoformat()) for day in pairs["day"]],
            "Votes from": pairs["how"],
            "Members a vote": pairs["ratio"].round(2),
            "Also on the list": pairs["partners"],
            "Members of all on the list": pairs["with_partners"],
            "Source": pairs["source"] + "; " + pairs["vote_source"],
        }
    )


def _notes(pairs: pd.DataFrame, words: str, order: tuple[str, ...]) -> list[str]:
    joint = [
        f"{row.label} shared its list with {row.partners}: together {thousands(row.with_partners)} members, "
        f"{row.with_partners / row.votes:.2f} a vote."
        for row in each_row(pairs)
        if row.partners
    ]
    computed = [f"{row.label}: votes computed, {row.how}." for row in each_row(pairs) if row.how == BY_SHARE]
    elections = dict.fromkeys(pairs["election_id"])
    people = set(pairs["party_id"])
    rivals = [
        note
        for election_id in elections
        for note in rival_notes(load_results(order), election_id, ("votes",))
        if any(note.startswith(f"* {name}") for name in _contestants(election_id, people))
    ]
    law = "Members are counted at one date and votes at another; whether members voted for their party nobody says."
    return [*joint, *_absences(words, order), *computed, *rivals, law]


def _contestants(election_id: str, people: set[str]) -> list[str]:
    rows = load_contestants().query("election_id == @election_id")
    return list(rows[rows["party_id"].isin(people)]["name"])


def _absences(words: str, order: tuple[str, ...]) -> list[str]:
    """Parties of the set without votes at the nearest election, with the reason that a source gives."""
    claims, known = claim_sets(order)[words], set(vote_pairs(words, order)["party_id"])
    lines = []
    for row in each_row(claims[~claims["party_id"].isin(known)]):
        nearest = nearest_election(row.start, row.end)
        if nearest is None:
            continue
        reasons = election_claims(load_table("absences"), nearest[0].election_id)
        reasons = reasons[reasons["party_id"] == row.party_id].drop_duplicates("reason")
        told = [f"{REASONS.get(reason.reason, reason.reason)} ({short_reference(reason.source)})" for reason in each_row(reasons)]
        why = "; ".join(told) if told else "no list of its own is known"
        lines.append(f"{row.label}, {figure_words(row)} members in {row.when}, is not drawn. {nearest[0].title}: {why}.")
    return lines
