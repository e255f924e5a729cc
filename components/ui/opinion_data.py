"""Survey claims as tidy frames: one row a claim, with what a chart and a table need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import percent
from components.records import DateError, format_date, parse_date
from components.ui.election_frames import short_reference
from components.ui.load import load_table
from components.ui.profile_rows import plain_table
from components.ui.tree_data import party_colours

POLITICS, PARTIES, PROBLEMS, IN_WORDS = "Democracy and politics", "Parties and votes", "Problems", "Told in words"
PARTY_QUESTION = "party-best-represents"
PARTY_CHART, VOTES, TENSIONS = "parties", "votes", "tensions"
QUESTIONS = {
    PARTY_CHART: (PARTY_QUESTION, "multi-party-system"),
    VOTES: ("party-choice-factor", "party-or-independent-candidate", "can-name-deputy"),
    TENSIONS: ("social-tensions",),
}
"""Questions by chart; those asked again have one of their own, and questions that are new to the data join the last."""
ANSWER_COLOUR = "#3f7fb5"
SHORT = re.compile(r"\(([A-Z]{2,})\)$")
FIGURES = ["value", "value_min", "value_max"]
ANY_TIME = "no date told"


@st.cache_resource(show_spinner=False)
def survey_claims() -> pd.DataFrame:
    """Every claim of surveys.csv in the order of time, blank where a text is missing.

    Returns:
        The columns of the table, and `who` (the pollster, short), `when` (date of the question in words), `year`, `said`, `has_figure`,
        `colour`, `label` (the figure as told).
    """
    rows = plain_table("surveys")
    rows = rows[(rows["question_id"] != "") & (rows["survey_id"] != "") & (rows["source"] != "")]
    asked_on = [row.fieldwork or row.as_of for row in each_row(rows)]
    rows = rows.assign(
        who=[_short_name(row.pollster) if row.pollster else _sponsored(row.commissioner) for row in each_row(rows)],
        when=[format_date(day) or ANY_TIME for day in asked_on],
        year=[_year(day) for day in asked_on],
        said=[
            f"{row.claimant}, in {short_reference(row.source)}" if row.claimant else short_reference(row.source) for row in each_row(rows)
        ],
        has_figure=rows[FIGURES].notna().any(axis=1),
        colour=_colours(rows),
        label=[share_text(row) for row in each_row(rows)],
    )
    return rows.sort_values("year", kind="stable").reset_index(drop=True)


def _short_name(pollster: str) -> str:
    found = SHORT.search(pollster)
    return found[1] if found else pollster


def _sponsored(commissioner: str) -> str:
    return f"for {commissioner}" if commissioner else "pollster not told"


def _year(text: str) -> int:
    """The last year that a date may mean; 0 where there is none."""
    try:
        return parse_date(text).latest.year
    except DateError:
        return 0


def _colours(rows: pd.DataFrame) -> list[str]:
    """Parties have their own colour, found by the name that most sources give them; all other answers share one."""
    names = load_table("party_names").dropna(subset=["name", "party_id"])
    ids = names.groupby(names["name"].str.casefold())["party_id"].agg(lambda found: found.mode().iloc[0])
    colours = party_colours()
    parties = [str(ids.get(row.answer.casefold(), "")) if row.question_id == PARTY_QUESTION else "" for row in each_row(rows)]
    return [colours.get(party) or ANSWER_COLOUR for party in parties]


def share_text(row: Any) -> str:
    """A claim's share in words: exact, or the bound that is told; blank where there is no figure.

    Args:
        row: Row with `value`, `value_min`, `value_max`.

    Returns:
        "44 %", "10 % or more", "under 5 %" or "".
    """
    if pd.notna(row.value):
        return percent(row.value)
    if pd.notna(row.value_min) and pd.notna(row.value_max):
        return f"{row.value_min:g} to {percent(row.value_max)}"
    if pd.notna(row.value_min):
        return f"{percent(row.value_min)} or more"
    return f"under {percent(row.value_max)}" if pd.notna(row.value_max) else ""


@st.cache_resource(show_spinner=False)
def repeat_claims() -> pd.DataFrame:
    """Claims with a figure on questions that more than one survey asked.

    Where no answer is worded alike in two surveys, all of a question share one track and are not joined.

    Returns:
        The claims with `track` (words of the answer) and `joined` (one pollster, the same words).
    """
    rows = survey_claims().query("has_figure and response_type != 'ranking'")
    tracks = []
    for _, same in rows.groupby("question_id", sort=False):
        if len(set(same["survey_id"])) > 1:
            again = same[same.groupby("answer")["survey_id"].transform("nunique") > 1]
            tracks.append(_tracked(again if len(again) else same))
    empty = rows.head(0).assign(track="", joined=False)
    return pd.concat(tracks, ignore_index=True) if tracks else empty


def _tracked(rows: pd.DataFrame) -> pd.DataFrame:
    per_track = rows.groupby("answer")["survey_id"].transform("nunique")
    if (per_track > 1).all():
        by_one = rows.groupby("answer")["pollster"].transform("nunique") == 1
        return rows.assign(track=rows["answer"], joined=by_one & (rows["pollster"] != ""))
    words = "; ".join(f"{row.answer} ({row.who} {row.when})" for row in each_row(rows))
    return rows.assign(track=words, joined=False)


@st.cache_resource(show_spinner=False)
def asked_once(chart: str) -> pd.DataFrame:
    """Claims with a figure on the questions of one chart, question after question.

    Args:
        chart: A key of `QUESTIONS`.

    Returns:
        The claims, in the order of the questions and then of the file.
    """
    rows = survey_claims().query("has_figure and response_type != 'ranking'")
    named = [question for questions in QUESTIONS.values() for question in questions] + list(repeat_claims()["question_id"])
    wanted = list(QUESTIONS[chart])
    if chart == list(QUESTIONS)[-1]:
        wanted += [question for question in dict.fromkeys(rows["question_id"]) if question not in named]
    rows = rows[rows["question_id"].isin(wanted)]
    place = rows["question_id"].map({question: number for number, question in enumerate(wanted)})
    return rows.assign(place=place).sort_values(["place", "year"], kind="stable")


@st.cache_resource(show_spinner=False)
def ranking_claims() -> pd.DataFrame:
    """Claims of an order without figures, in their order."""
    rows = survey_claims().query("response_type == 'ranking' and not has_figure")
    return rows.sort_values(["question_id", "survey_id", "rank"], kind="stable")


@st.cache_resource(show_spinner=False)
def worded_claims() -> pd.DataFrame:
    """Results told in words, without a figure or an order."""
    return survey_claims().query("response_type != 'ranking' and not has_figure")


def axis_end() -> float:
    """End of the axis that all charts of the page share, with room for labels behind the longest bar."""
    largest = survey_claims()[FIGURES].max().max()
    return min(100.0, float(largest) * 1.25) if pd.notna(largest) else 100.0


def asked_line(rows: pd.DataFrame, *, dated: bool = True) -> str:
    """Who asked whom, and when: one line for claims of one survey and question.

    Args:
        rows: The claims.
        dated: Whether to name the date.

    Returns:
        "IFES, 1996; base: respondents".
    """
    surveys = dict.fromkeys(f"{row.who}, {row.when}" if dated else row.who for row in each_row(rows))
    bases = list(dict.fromkeys(base for base in rows["base"] if base))
    several = "several answers each" if (rows["response_type"] == "multiple").any() else ""
    base = f"base: {' or '.join(bases)}" if bases else "base not told"
    return "; ".join(filter(None, [" and ".join(surveys), base, several]))


def survey_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Claims as a reader's table, with everything the source tells.

    Args:
        rows: Rows of `survey_claims`.

    Returns:
        The table, with a column Source.
    """
    kinds = {"single": "one", "multiple": "several", "ranking": "an order without figures"}
    table = pd.DataFrame(
        {
            "Question": rows["question"],
            "Answer": rows["answer"],
            "Share, per cent": rows["value"],
            "At least": rows["value_min"],
            "At most": rows["value_max"],
            "Rank": rows["rank"],
            "As printed": rows["printed"],
            "Asked by": rows["pollster"],
            "Commissioned by": rows["commissioner"],
            "Asked": rows["when"],
            "Base": rows["base"],
            "Answers": rows["response_type"].map(kinds).fillna(rows["response_type"]),
            "Told by": rows["claimant"],
            "Via": rows["via"],
            "Source": rows["source"],
            "Note": rows["note"],
        }
    )
    return table.mask(table == "")


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
