"""Findings of the Elections page, computed from what is shown."""

import pandas as pd

from components.charts.style import percent

BASE_WORDS = {
    "list_votes": "votes for lists",
    "votes_valid": "valid votes",
    "votes_cast": "all ballots cast",
    "votes_for_candidates": "votes for candidates",
    "votes_with_against_all": "votes including “against all”",
    "unstated": "votes (the source does not say of what)",
}


def votes_finding(election: pd.Series, people: pd.DataFrame, seats_total: float | None, *, n_stood: int) -> str:
    """The finding above votes and seats.

    Args:
        election: Row of elections.csv.
        people: Frame of `election_frames.contestant_frame`.
        seats_total: Seats of the chamber; None where not known.
        n_stood: Lists or candidates that stood; where the source shown gives fewer, no rank is claimed.

    Returns:
        A sentence.
    """
    if election["office"] == "referendum":
        return _referendum(people)
    if election["office"] == "president":
        return _president(people, n_stood)
    return _parliament(people, seats_total, n_stood)


def _referendum(people: pd.DataFrame) -> str:
    known = people[people["vote_pct"].notna()]
    if known.empty:
        return "No source gives the result of this referendum"
    first = known.iloc[0]
    return f"{percent(first['vote_pct'])} voted {first['name'].lower()}"


def _president(people: pd.DataFrame, n_stood: int) -> str:
    known = people[people["vote_pct"].notna() & (people["kind"] == "candidate")]
    if known.empty:
        return "No source gives the result of this election"
    first = known.iloc[0]
    sentence = f"{first['name']} took {percent(first['vote_pct'])} of {BASE_WORDS.get(str(first['base']), 'the vote')}"
    if len(known) < n_stood:
        return f"{sentence}; the source shown gives {len(known)} of {n_stood} candidates"
    if len(known) == 1:
        return f"{sentence}; nobody else stood"
    second = known.iloc[1]
    return f"{sentence}; second was {second['name']} with {percent(second['vote_pct'])}"


def _parliament(people: pd.DataFrame, seats_total: float | None, n_stood: int) -> str:
    parties = people[people["kind"] != "category"]
    held = seats_held(parties)
    if held.notna().sum() == 0:
        shares = parties[parties["vote_pct"].notna()]
        if shares.empty:
            return "No source says who won the seats"
        first = shares.iloc[0]
        return f"{first['name']} took {percent(first['vote_pct'])} of the vote; the seats are not stated"
    best = parties.iloc[int(held.argmax())]
    of = f" of {seats_total:.0f}" if seats_total else ""
    share = f" with {percent(best['vote_pct'])} of {BASE_WORDS.get(str(best['base']), 'the vote')}" if pd.notna(best["vote_pct"]) else ""
    winners = int((held > 0).sum())
    lists = parties[parties["kind"].isin(["list", "joint_list", "bloc"])]
    all_known = int(seats_held(lists).notna().sum()) >= n_stood > 0
    others = "; no other list won one" if winners == 1 and all_known else ""
    return f"{best['name']} won {held.max():.0f}{of} seats{share}{others}"


def seats_held(people: pd.DataFrame) -> pd.Series:
    """Seats per contestant: the total a source gives, else the tiers added up; blank where nothing is known."""
    return people["total"].fillna(people[["list", "district"]].sum(axis=1, min_count=1))
