"""From claims to the engine's values: counts of votes, laws, official seats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import parse_date
from components.seats import ElectoralLaw, IncompleteLawError, Rule, RunnerUpRule, VoteCount, build_law, form_alliance
from components.ui.errors import NothingKnownError
from components.ui.load import election_claims, load_contestants, load_figures, load_results, load_sources, load_table

LIST_KINDS = ("list", "joint_list", "bloc")
BASES = {"list_votes": "List votes", "votes_cast": "All who voted", "votes_valid": "Valid votes"}
BY_VOTES = "Votes"


@dataclass(frozen=True)
class ListCount:
    """A count with what a reader needs beside it.

    Attributes:
        count: For the engine; lists in order of votes.
        names: Printed name per list.
        colours: Colour per list.
        unit: "votes" or "printed shares".
        claims: The claims it rests on.
        joined: Names of lists that run as one here and ran apart; empty where none do.
    """

    count: VoteCount
    names: dict[str, str]
    colours: dict[str, str]
    unit: str
    claims: pd.DataFrame
    joined: tuple[str, ...] = ()

    @property
    def least_votes(self) -> Fraction:
        """The smallest amount that can be told: one vote, or a hundredth of a per cent of printed shares."""
        return Fraction(1) if self.unit == "votes" else Fraction(1, 100)

    @property
    def references(self) -> list[str]:
        """Sources of the count, with locators."""
        return list(self.claims["source"])


def exact(value: float) -> Fraction:
    """A printed decimal as the exact fraction it was printed as."""
    return Fraction(str(value))


@st.cache_resource(show_spinner=False)
def list_elections() -> tuple[str, ...]:
    """Elections with votes or shares for lists, by date."""
    results = load_table("results")
    counted = results[(results["tier"] == "list") & results["measure"].isin(["votes", "vote_pct"]) & (results["status"] == "official")]
    elections = load_table("elections")
    return tuple(elections[elections["election_id"].isin(counted["election_id"])].sort_values("date")["election_id"])


@st.cache_resource(show_spinner=False)
def count_options(election_id: str, order: tuple[str, ...]) -> dict[str, str]:
    """What the lists of an election can be counted by: votes, or the printed shares of a source that gives all of them.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        Words on screen to source key; "Votes" maps to "".
    """
    options = {BY_VOTES: ""} if len(_list_claims(load_results(order).chosen, election_id, "votes")) else {}
    results = load_table("results")
    shares = _list_claims(results[results["status"] == "official"], election_id, "vote_pct")
    if shares.empty:
        return options
    keyed = shares.assign(key=shares["source"].str.split("[").str[0])
    n_lists = keyed["contestant_id"].nunique()
    for key, rows in keyed.groupby("key", sort=False):
        if rows["contestant_id"].nunique() == n_lists and set(rows["base"]) <= set(BASES) and len(set(rows["base"])) == 1:
            options[f"Shares printed by {load_sources()[str(key)].short}"] = str(key)
    return options


@st.cache_resource(show_spinner=False)
def load_count(election_id: str, source_key: str, order: tuple[str, ...]) -> ListCount:
    """The count of an election for the engine.

    Args:
        election_id: The election.
        source_key: Source of printed shares; "" for votes.
        order: Source keys the reader wants first.

    Returns:
        The count.

    Raises:
        NothingKnownError: If no source gives what is asked for.
    """
    if source_key:
        results = load_table("results")
        rows = _list_claims(results[results["source"].str.startswith(f"{source_key}[")], election_id, "vote_pct")
        rows = rows.drop_duplicates("contestant_id")
        bases = {str(base): Fraction(100) for base in rows["base"].dropna().unique() if base in BASES}
    else:
        rows = _list_claims(load_results(order).chosen, election_id, "votes")
        bases = {"list_votes": sum((exact(value) for value in rows["value"]), start=Fraction(0)), **_totals(election_id, order)}
    if rows.empty:
        raise NothingKnownError(f"the list votes of {election_id}")
    rows = rows.sort_values("value", ascending=False, kind="stable")
    people = load_contestants()
    people = people[people["election_id"] == election_id].set_index("contestant_id")
    votes: dict[str, int | Fraction] = {str(row.contestant_id): exact(row.value) for row in each_row(rows)}
    return ListCount(
        VoteCount(votes, bases),
        {name: str(people.loc[name, "name"]) for name in votes},
        {name: str(people.loc[name, "colour"]) for name in votes},
        "printed shares" if source_key else "votes",
        rows,
    )


JOINT_LIST = "joint-list"


def join_lists(lists: ListCount, members: tuple[str, ...]) -> ListCount:
    """The count as if some lists had run as one.

    Args:
        lists: The count.
        members: Lists of the count, at least two, the largest first; it gives the joint list its colour.

    Returns:
        The count, again in order of votes; whether voters would have followed is not known.
    """
    count = form_alliance(lists.count, members, name=JOINT_LIST)
    votes = dict(sorted(count.votes.items(), key=lambda entry: entry[1], reverse=True))
    joined = tuple(plain_name(lists.names[member]) for member in members)
    return replace(
        lists,
        count=replace(count, votes=votes),
        names={**lists.names, JOINT_LIST: " + ".join(joined)},
        colours={**lists.colours, JOINT_LIST: lists.colours[members[0]]},
        joined=joined,
    )


def plain_name(name: str) -> str:
    """A list's name without what stands in brackets."""
    return name.split(" (", maxsplit=1)[0]


def _list_claims(claims: pd.DataFrame, election_id: str, measure: str) -> pd.DataFrame:
    """Exact official claims for lists proper: against all and the like are not lists."""
    rows = election_claims(claims, election_id, tier="list", measure=measure)
    rows = rows[(rows["status"] == "official") & rows["value"].notna()]
    people = load_table("contestants")
    lists = people[(people["election_id"] == election_id) & people["kind"].isin(LIST_KINDS)]["contestant_id"]
    return rows[rows["contestant_id"].isin(lists)]


def _totals(election_id: str, order: tuple[str, ...]) -> dict[str, Fraction]:
    figures = election_claims(load_figures(order).chosen, election_id, scope="national", status_group="counted")
    totals = {}
    for measure in ("votes_cast", "votes_valid"):
        known = figures[(figures["measure"] == measure) & figures["value"].notna()]
        if len(known):
            totals[measure] = exact(known["value"].iloc[0])
    return totals


@st.cache_resource(show_spinner=False)
def load_rules() -> tuple[Rule, ...]:
    """Rules of Kazakhstan with a start, for the engine; a figure that a source mentions without one is evidence, not law."""
    table = load_table("rules")
    dated = table[(table["country"] == "KZ") & table["valid_from"].notna()]
    return tuple(_rule(row) for row in each_row(dated))


def _rule(row: Any) -> Rule:
    since, until = str(row.valid_from), row.valid_to
    return Rule(
        parameter=str(row.parameter),
        value=None if pd.isna(row.value) else exact(row.value),
        term=None if pd.isna(row.term) else str(row.term),
        since=None if since.startswith("..") else parse_date(since).earliest,
        until=None if pd.isna(until) else parse_date(str(until)).latest,
        reference=str(row.source),
    )


def election_day(election_id: str) -> date:
    """First day of voting."""
    elections = load_table("elections")
    return parse_date(str(elections.loc[elections["election_id"] == election_id, "date"].iloc[0])).earliest


@st.cache_resource(show_spinner=False)
def load_law(election_id: str) -> ElectoralLaw:
    """The law of the day of an election, as the commission applied it.

    Args:
        election_id: The election.

    Returns:
        The law.

    Raises:
        IncompleteLawError: If the rules at hand do not make one.
    """
    return build_law(load_rules(), on=election_day(election_id))


def load_runner_up_rule() -> RunnerUpRule:
    """The rule for a second list as it stands in the latest law that has it; a rule without numbers where none has."""
    laws = [load_law(election) for election in reversed(list_elections())]
    return next((law.runner_up for law in laws if law.runner_up), RunnerUpRule())


@st.cache_resource(show_spinner=False)
def official_list_seats(election_id: str, order: tuple[str, ...]) -> tuple[dict[str, int], list[str]]:
    """Official list seats per list, and their sources.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        Seats per contestant and source references, of the first source whose seats add up to the seats to fill; else nothing.
    """
    rows = election_claims(load_results(order).chosen, election_id, tier="list", measure="seats", status_group="counted")
    candidates = [rows, *_other_seat_claims(election_id)]
    try:
        wanted = load_law(election_id).n_seats
    except IncompleteLawError:
        return {}, []
    for claims in candidates:
        known = claims[claims["value"].notna()].drop_duplicates("contestant_id")
        if int(known["value"].sum()) == wanted:
            return {str(row.contestant_id): int(row.value) for row in each_row(known)}, list(known["source"])
    return {}, []


def _other_seat_claims(election_id: str) -> list[pd.DataFrame]:
    """Official list seats by every source, in the order of the bibliography: a source that gives some of the seats only is no count."""
    rows = election_claims(load_table("results"), election_id, tier="list", measure="seats", status="official")
    keys = rows["source"].str.split("[").str[0]
    return [rows[keys == key] for key in load_sources() if (keys == key).any()]


def district_seats(election_id: str, order: tuple[str, ...]) -> pd.DataFrame:
    """Seats won in districts, as the source that is shown has them.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        Claims with `contestant_id`, `value`, `source`, and `name` and `colour` of the holder.
    """
    rows = election_claims(load_results(order).chosen, election_id, tier="district", measure="seats", status_group="counted")
    people = load_contestants()[["election_id", "contestant_id", "name", "colour"]]
    return rows[rows["value"].notna()].merge(people, on=["election_id", "contestant_id"])


@st.cache_resource(show_spinner=False)
def printed_shares(election_id: str) -> pd.DataFrame:
    """Every exact official share printed for a list, by every source."""
    return _list_claims(load_table("results"), election_id, "vote_pct")


def source_names(references: Sequence[str]) -> str:
    """Short names of sources, without repeats, for a sentence."""
    keys = dict.fromkeys(reference.split("[")[0] for reference in references)
    shorts = [load_sources()[key].short if key in load_sources() else key for key in keys]
    return ", ".join(shorts)


@st.cache_data(show_spinner=False)
def fraction_minimum() -> int | None:
    """Least number of deputies that may form a fraction, as the documents give it; None where they do not."""
    rules = load_table("rules")
    rows = rules[rules["parameter"] == "fraction_minimum_deputies"]
    known = rows["value"].fillna(rows["value_min"]).dropna()
    return int(known.iloc[0]) if len(known) else None
