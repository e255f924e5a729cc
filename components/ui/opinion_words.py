"""Sentences of Public opinion, computed from the claims."""

from __future__ import annotations

import pandas as pd

from components.charts.frames import each_row
from components.charts.style import percent
from components.ui.election_frames import readable
from components.ui.opinion_data import PARTY_QUESTION, listed, repeat_claims, worded_claims

YES_AND_NO = 2
NOBODY = "could not name one"
WHERE = {"issue-country": "for the country", "issue-local": "where people live", "issue-household": "in the household"}
TOPICS = {
    "interest-in-politics": "Interest in politics",
    "mood-after-election": "Mood after the election",
    "political-activity": "Political activity",
    "party-recognition": "How well parties are known",
    "in-touch-with-country": "Nur-Otan and the government",
    "vote-reasons": "Grounds of the vote",
}
NO_SAMPLE = "No source at hand tells how many people were asked; where answers add up to less than 100 per cent, the rest is not told."


def repeats_finding(rows: pd.DataFrame) -> str:
    """What changed between two surveys: an answer that lost the lead, else the largest change within one pollster's figures.

    Args:
        rows: Rows of `repeat_claims`.

    Returns:
        A sentence.
    """
    joined = rows[rows["joined"] & rows["value"].notna()]
    for _, same in joined.groupby("question_id", sort=False):
        told = _lead_lost(same)
        if told:
            return told
    tracks = [marks for _, marks in joined.groupby(["question_id", "track"], sort=False) if len(marks) > 1]
    if not tracks:
        return f"{rows['question_id'].nunique()} questions were asked more than once"
    most = max(tracks, key=lambda marks: abs(marks["value"].iloc[-1] - marks["value"].iloc[0]))
    first, last = most.iloc[0], most.iloc[-1]
    return f"{first['question']} {capital(first['answer'])}: {first['label']} in {first['when']}, {last['label']} in {last['when']}"


def _lead_lost(rows: pd.DataFrame) -> str:
    """Two surveys in which another answer leads; blank where there are none."""
    leads = []
    for when, asked in rows.groupby("when", sort=False):
        ordered = asked.sort_values("value", ascending=False)
        if len(ordered) >= YES_AND_NO and ordered["value"].iloc[0] > ordered["value"].iloc[1]:
            leads.append((str(when).replace(", uncertain", " (year uncertain)"), ordered.iloc[0], ordered.iloc[1]))
    if len(leads) <= 1 or leads[0][1]["answer"] == leads[-1][1]["answer"]:
        return ""
    (before, first, second), (after, third, fourth) = leads[0], leads[-1]
    return (
        f"{first['question']} In {before} more said {first['answer']} than {second['answer']}, {first['label']} to {second['label']}; "
        f"in {after} more said {third['answer']}, {third['label']} to {fourth['label']}"
    )


def parties_finding(rows: pd.DataFrame) -> str:
    """How many named no party, and how far the strongest came.

    Args:
        rows: Rows of `asked_once`, the question of parties among them.

    Returns:
        A sentence.
    """
    exact = rows[(rows["question_id"] == PARTY_QUESTION) & rows["value"].notna()]
    named, nobody = exact[exact["answer"] != NOBODY], exact[exact["answer"] == NOBODY]
    if named.empty or nobody.empty:
        return leading_finding(rows)
    best = named.sort_values("value", ascending=False, kind="stable").iloc[0]
    none = nobody.iloc[0]
    told = f"In {none['when']} {none['label']} could name no party that represents people like them"
    return f"{told}; the strongest, {_the(best)}, had {best['label']}"


def _the(row: pd.Series) -> str:
    return f"the {row['answer']}" if "Party" in row["answer"] else str(row["answer"])


def leading_finding(rows: pd.DataFrame) -> str:
    """The two answers that lead the first question.

    Args:
        rows: Rows of `asked_once`.

    Returns:
        A sentence.
    """
    exact = rows[rows["value"].notna()]
    if exact.empty:
        return f"{len(rows)} answers are told with a bound only"
    first = exact[exact["question_id"] == exact["question_id"].iloc[0]].sort_values("value", ascending=False)
    told = [f"{row.answer} ({percent(row.value)})" for row in each_row(first.head(YES_AND_NO))]
    return f"{first['question'].iloc[0]} {capital(' before '.join(told))}"


def ranking_finding(rows: pd.DataFrame) -> str:
    """What was named first, and for what.

    Args:
        rows: Rows of `ranking_claims`.

    Returns:
        A sentence.
    """
    first = rows[rows["rank"] == 1]
    if first.empty:
        return "An order of answers is told without any figure"
    top = first["answer"].mode().iloc[0]
    places = [WHERE.get(question, question) for question in first[first["answer"] == top]["question_id"]]
    return f"{capital(top)} was named first {listed(places)}; no figure is told"


def worded_finding(rows: pd.DataFrame) -> str:
    """How many results are told without a figure, and by whom most of them.

    Args:
        rows: Rows of `worded_claims`.

    Returns:
        A sentence.
    """
    pollsters = rows["who"].value_counts()
    return f"{len(rows)} results are told in words alone, {pollsters.iloc[0]} of them from surveys by {pollsters.index[0]}"


def notes_of(rows: pd.DataFrame) -> list[str]:
    """Footnotes: what the claims themselves note, each once, with the answers it is about."""
    about: dict[tuple[str, str], list[str]] = {}
    for row in each_row(rows):
        if row.note:
            about.setdefault((f"{row.who}, {row.when}", readable(row.note)), []).append(row.answer)
    return [f"{survey} ({listed(list(dict.fromkeys(answers)))}): {note}" for (survey, note), answers in about.items()]


def sum_notes(rows: pd.DataFrame) -> list[str]:
    """Where several answers were possible: that the shares add up to more than 100, and to how much."""
    notes = []
    for question, same in rows[(rows["response_type"] == "multiple") & rows["value"].notna()].groupby("question", sort=False):
        total, shares = same["value"].sum(), [f"{value:g}" for value in same["value"]]
        notes.append(f"{question} Several answers each: {listed(shares)} add up to {percent(total)}.")
    return notes


def unvalued_notes() -> list[str]:
    """What is told without a figure on the questions that were asked again."""
    rows = worded_claims()
    rows = rows[rows["question_id"].isin(repeat_claims()["question_id"])]
    return [
        f"{row.who}, {row.when}, no figure: {TOPICS.get(row.question_id, row.question).lower()}, {row.answer}." for row in each_row(rows)
    ]


def capital(words: str) -> str:
    """Words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]
