"""Sections of Public opinion: questions asked again, parties and votes, problems, and what is told in words alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import wrap_label
from components.charts.survey import build_answers, build_repeats
from components.ui.election_frames import references_of
from components.ui.errors import NothingKnownError, show_section
from components.ui.frame import ChartFrame, show_chart, show_framed
from components.ui.opinion_data import (
    PARTY_CHART,
    TENSIONS,
    VOTES,
    asked_line,
    asked_once,
    axis_end,
    ranking_claims,
    repeat_claims,
    survey_claims,
    survey_table,
    worded_claims,
)
from components.ui.opinion_words import (
    NO_SAMPLE,
    TOPICS,
    capital,
    leading_finding,
    notes_of,
    parties_finding,
    ranking_finding,
    repeats_finding,
    sum_notes,
    unvalued_notes,
    worded_finding,
)
from components.ui.url_state import embedded_chart, is_print_view

STYLE = Path(__file__).parent / "assets" / "opinion.css"
PAGE = "opinion"
REPEATS, RANKINGS, WORDS = "again", "rankings", "in-words"
QUESTION_WIDTH, ASKED_WIDTH, TRACK_WIDTH = 44, 54, 50
"""Letters in a line, so that it fits on a phone."""
ON_PAPER = ("Question", "Answer", "Share, per cent", "As printed", "Asked", "Source")
PER_CENT = "Per cent of those asked; a question stands above its answers"
HOLLOW = "hollow bars end at a bound where no share is told"


def show_side_by_side(shows: Sequence[Callable[[], None]]) -> None:
    """Sections of one group beside each other where there is room; alone in the embed form, below each other on paper.

    Args:
        shows: Each draws a section.
    """
    apart = len(shows) > 1 and embedded_chart() is None and not is_print_view()
    places = st.columns(len(shows), gap="large") if apart else [st.container() for _ in shows]
    for place, show in zip(places, shows, strict=True):
        with place:
            show_section(show)


def show_repeats() -> None:
    """Questions that were asked again, earlier and later answers on one track."""
    frame, figure = _repeats_chart()
    show_chart(_for_paper(frame), figure)


@st.cache_resource(show_spinner=False)
def _repeats_chart() -> tuple[ChartFrame, go.Figure]:
    rows = _known(repeat_claims(), "any question that was asked again")
    drawn = pd.concat([_repeat_rows(same) for _, same in rows.groupby("question_id", sort=False)], ignore_index=True)
    frame = _chart_frame(
        REPEATS,
        repeats_finding(rows),
        rows,
        subtitle="Per cent of those asked. Hollow: earlier, full: later; a line joins what one pollster asked in the same words",
        notes=[*notes_of(rows), *unvalued_notes(), NO_SAMPLE],
    )
    return frame, build_repeats(drawn, end=axis_end())


def _repeat_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        question=wrap_label(rows["question"].iloc[0], QUESTION_WIDTH),
        asked=wrap_label(asked_line(rows, dated=False), ASKED_WIDTH),
        answer=[wrap_label(capital(track), TRACK_WIDTH) for track in rows["track"]],
        label=[f"{row.when.replace(', uncertain', '?')}: {row.label}" for row in each_row(rows)],
    )


def show_party_questions() -> None:
    """Which party people name, and whether they want several."""
    _show_answers(PARTY_CHART)


def show_vote_questions() -> None:
    """What decides a vote."""
    _show_answers(VOTES)


def show_tensions() -> None:
    """Where people see tensions, several answers each; and whatever else was asked once."""
    _show_answers(TENSIONS)


def _show_answers(name: str) -> None:
    frame, figure = _answers_chart(name)
    show_chart(_for_paper(frame), figure)


def _for_paper(frame: ChartFrame) -> ChartFrame:
    """In print, where tables are open and narrow, the columns that a reader of a hand-out needs."""
    return replace(frame, table=frame.table[list(ON_PAPER)]) if is_print_view() else frame


@st.cache_resource(show_spinner=False)
def _answers_chart(name: str) -> tuple[ChartFrame, go.Figure]:
    rows = _known(asked_once(name), "any answer to these questions")
    drawn = pd.concat([_answer_rows(same) for _, same in rows.groupby(["place", "survey_id"], sort=False)], ignore_index=True)
    title = parties_finding(rows) if name == PARTY_CHART else leading_finding(rows)
    subtitle = f"{PER_CENT}; {HOLLOW}" if rows["value"].isna().any() else PER_CENT
    frame = _chart_frame(name, title, rows, subtitle=subtitle, notes=[*sum_notes(rows), NO_SAMPLE, *notes_of(rows)])
    return frame, build_answers(drawn, end=axis_end())


def _answer_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        question=wrap_label(rows["question"].iloc[0], QUESTION_WIDTH),
        asked=wrap_label(asked_line(rows), ASKED_WIDTH),
        words=[f"<b>{row.label}</b>\u2002{wrap_label(row.answer, TRACK_WIDTH)}" for row in each_row(rows)],
    )


def _known(rows: pd.DataFrame, what: str) -> pd.DataFrame:
    if rows.empty:
        raise NothingKnownError(what)
    return rows


def _chart_frame(name: str, title: str, rows: pd.DataFrame, *, subtitle: str, notes: list[str], picture: bool = True) -> ChartFrame:
    told = "; ".join(f"{row.question} {row.answer}: {row.label} ({row.who}, {row.when})" for row in each_row(rows))
    return ChartFrame(
        page=PAGE,
        name=name,
        title=title,
        subtitle=subtitle,
        alt=f"{title}. {told}",
        references=references_of(rows),
        table=survey_table(rows),
        notes=notes,
        picture=picture,
    )


def show_rankings() -> None:
    """Orders of answers without figures, as lists."""
    _known(ranking_claims(), "any order of answers")
    show_framed(_for_paper(_rankings_frame()), lambda: _show_html(_rankings_html()))


@st.cache_resource(show_spinner=False)
def _rankings_frame() -> ChartFrame:
    rows = ranking_claims()
    surveys = "; ".join(dict.fromkeys(f"{row.who}, {row.when}, base: {row.base or 'not told'}" for row in each_row(rows)))
    subtitle = f"Most important issue, in the order in which the source names the answers; {surveys}"
    return _chart_frame(RANKINGS, ranking_finding(rows), rows, subtitle=subtitle, notes=notes_of(rows), picture=False)


@st.cache_data(show_spinner=False)
def _rankings_html() -> str:
    lists = []
    for question, same in ranking_claims().groupby("question", sort=False):
        items = "".join(f"<li>{escape(row.answer)}</li>" for row in each_row(same))
        lists.append(f"<div><h3>{escape(str(question))}</h3><ol>{items}</ol></div>")
    return f'<div class="opinion-lists">{"".join(lists)}</div>'


def show_in_words() -> None:
    """Results that are told without a figure, in our words."""
    _known(worded_claims(), "any result in words")
    show_framed(_for_paper(_words_frame()), lambda: _show_html(_words_html()))


@st.cache_resource(show_spinner=False)
def _words_frame() -> ChartFrame:
    rows = worded_claims()
    subtitle = "Our words for what the source tells; no share and no order is given"
    return _chart_frame(WORDS, worded_finding(rows), rows, subtitle=subtitle, notes=notes_of(rows), picture=False)


@st.cache_data(show_spinner=False)
def _words_html() -> str:
    """One entry a question: each result with who found it, when and among whom."""
    entries = []
    for question_id, same in worded_claims().groupby("question_id", sort=False):
        told: dict[str, list[str]] = {}
        for row in each_row(same):
            found = f"{row.who}, {row.when}, base: {row.base or 'not told'}; {row.said}"
            told.setdefault(found, []).append(row.answer)
        lines = "".join(f"<dd>{escape(capital('; '.join(answers)))} <small>{escape(found)}</small></dd>" for found, answers in told.items())
        topic = TOPICS.get(str(question_id), same["question"].iloc[0])
        entries.append(f"<div><dt>{escape(topic)}</dt>{lines}</div>")
    return f'<dl class="opinion-words">{"".join(entries)}</dl>'


def _show_html(html: str) -> None:
    st.html(STYLE)
    st.html(html)


def has_surveys() -> bool:
    """Whether the data folder tells of any survey."""
    return not survey_claims().empty
