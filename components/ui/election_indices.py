"""Indices on the Elections page: computed by the engine's measures from the figures that are shown."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import pandas as pd
import streamlit as st

from components.charts.style import percent
from components.measures import (
    effective_number_bounds,
    effective_number_of_parties,
    gallagher_index,
    loosemore_hanby_index,
    pedersen_volatility,
    rae_index,
    seat_bonus,
    wasted_votes,
)
from components.ui.counts import exact, list_elections, load_count, official_list_seats
from components.ui.election_frames import contestant_frame, figure_value
from components.ui.election_words import seats_held
from components.ui.frame import show_sources
from components.ui.load import load_results
from components.ui.words import show_plain_table


@st.cache_resource(show_spinner=False)
def index_entries(election_id: str, order: tuple[str, ...]) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Indices of the list tier, computed from the votes and list seats shown.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        Entries for `show_big_numbers`, and the sources; none where there was no list tier.
    """
    if election_id not in list_elections():
        return [], []
    lists = load_count(election_id, "", order)
    seats, references = official_list_seats(election_id, order)
    won = {name: count for name, count in seats.items() if name in lists.count.votes}
    votes = lists.count.votes
    enep, enpp = effective_number_of_parties(votes), effective_number_of_parties(won)
    index, bonus = gallagher_index(votes, won), seat_bonus(votes, won)
    wasted = 100 * wasted_votes(votes, won).lists / sum(votes.values())
    entries = [
        ("Effective number of parties, votes", None if enep is None else f"{float(enep):.2f}", "Laakso and Taagepera"),
        ("Effective number of parties, list seats", None if enpp is None else f"{float(enpp):.2f}", "Laakso and Taagepera"),
        ("Disproportionality, list tier", None if index is None else f"{index:.2f}", "Gallagher index, 0 to 100"),
        ("Wasted votes", percent(float(wasted)), "of votes for lists, for lists without a list seat"),
        (
            "Seat bonus of the largest",
            None if bonus is None else f"{100 * float(bonus):+.1f}",
            "points: its share of list seats less its share of list votes",
        ),
    ]
    return [(words, number, below) for words, number, below in entries if number is not None], [*lists.references, *references]


@st.cache_resource(show_spinner=False)
def chamber_entries(election_id: str, order: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The effective number of parties of a whole chamber, in bounds where independents or unnamed holders leave it open.

    Args:
        election_id: The election.
        order: Source keys the reader wants first.

    Returns:
        One entry for `show_big_numbers`; none where nobody is named or nobody is left unnamed.
    """
    people = contestant_frame(election_id, order)
    total, _ = figure_value(election_id, "seats_total", order)
    assembly, _ = figure_value(election_id, "assembly_seats", order)
    held = seats_held(people).fillna(0)
    named = {str(name): int(seats) for name, seats in zip(people["contestant_id"], held, strict=True) if seats}
    categories = people.loc[(people["kind"] == "category").to_numpy(), "contestant_id"]
    parties = {name: seats for name, seats in named.items() if name not in set(categories)}
    if total is None or not parties:
        return []
    unnamed = int(total - (assembly or 0)) - sum(parties.values())
    bounds = effective_number_bounds(parties, unnamed, least_size=1) if unnamed > 0 else None
    if bounds is None:
        return []
    below = f"{unnamed} seats of independents and of holders not named: one party at least, one party each at most"
    return [("Effective number of parties, whole chamber", f"{float(bounds[0]):.2f}–{float(bounds[1]):.2f}", below)]


def show_index_table(order: tuple[str, ...]) -> None:
    """Every index of the list tier, election by election, and how much changed from one to the next.

    Args:
        order: Source keys the reader wants first.
    """
    counts = {election_id: load_count(election_id, "", order) for election_id in list_elections()}
    if not counts:
        return
    changes = {later: pedersen_volatility(counts[earlier].count.votes, counts[later].count.votes) for earlier, later in pairwise(counts)}
    rows, references = [], []
    for election_id, lists in counts.items():
        seats, sources = official_list_seats(election_id, order)
        references += [*lists.references, *sources]
        rows.append(
            {"Election": election_id.rsplit("-", 1)[1], **_indices(lists.count.votes, seats), "Volatility": changes.get(election_id)}
        )
    table = pd.DataFrame(rows).astype({"Volatility": "object"})
    shown = table.assign(**{column: [_decimals(value) for value in table[column]] for column in table.columns if column != "Election"})
    st.subheader("Indices of the list tier")
    show_plain_table(shown, caption="Indices of the list tier by election")
    st.caption(
        "Gallagher, Loosemore-Hanby and Rae measure disproportionality on a scale of 0 to 100; volatility is Pedersen’s, between the votes "
        "of this election and the one before: a list that ran alone before and inside another later counts as change. "
        "The Glossary has the papers."
    )
    show_sources(list(dict.fromkeys(references)))


def _indices(votes: Mapping[str, int | Fraction], seats: Mapping[str, int]) -> dict[str, object]:
    won = {name: count for name, count in seats.items() if name in votes}
    wasted = 100 * wasted_votes(votes, won).lists / sum(votes.values())
    bonus = seat_bonus(votes, won)
    return {
        "ENEP": effective_number_of_parties(votes),
        "ENPP": effective_number_of_parties(won),
        "Gallagher": gallagher_index(votes, won),
        "Loosemore-Hanby": loosemore_hanby_index(votes, won),
        "Rae": rae_index(votes, won),
        "Wasted, %": wasted,
        "Seat bonus, points": None if bonus is None else 100 * bonus,
    }


def _decimals(value: object) -> str:
    return f"{float(value):.2f}" if isinstance(value, (int, float, Fraction)) else ""


def show_votes_without_seat(election: pd.Series, order: tuple[str, ...]) -> None:
    """Votes that elected nobody, the three kinds apart."""
    told = _votes_without_seat(str(election["election_id"]), order)
    if told is not None:
        words, references = told
        st.markdown(words)
        show_sources(references)


@st.cache_data(show_spinner=False)
def _votes_without_seat(election_id: str, order: tuple[str, ...]) -> tuple[str, list[str]] | None:
    """A line in Markdown and its sources; None where the lists or the ballots cast are not known."""
    if election_id not in list_elections():
        return None
    lists = load_count(election_id, "", order)
    seats, references = official_list_seats(election_id, order)
    cast = lists.count.bases.get("votes_cast")
    if cast is None:
        return None
    against = load_results(order).chosen.query("election_id == @election_id and contestant_id == 'against-all' and measure == 'votes'")[
        "value"
    ]
    invalid, invalid_source = figure_value(election_id, "votes_invalid", order)
    _, cast_source = figure_value(election_id, "votes_cast", order)
    wasted = wasted_votes(
        lists.count.votes,
        seats,
        against_all=exact(against.iloc[0]) if len(against) else None,
        invalid=None if invalid is None else exact(invalid),
    )
    kinds = (("lists without a seat", wasted.lists), ("against all", wasted.against_all), ("invalid ballots", wasted.invalid))
    parts = [f"{words} {percent(float(100 * amount / cast), 1)}" for words, amount in kinds if amount is not None]
    unknown = [words for words, amount in kinds if amount is None]
    missing = f" Not stated: {', '.join(unknown)}." if unknown else ""
    told = [*lists.references, *references, *(source for source in (cast_source, invalid_source) if source)]
    return f"**Of all ballots cast, without a list seat:** {', '.join(parts)}.{missing}", told
