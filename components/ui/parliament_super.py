"""Section of the Parliament page on super parties: Bowyer's comparison of six states, and what others say of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.records import format_date
from components.ui.election_frames import readable, references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_framed
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.parliament_matrix import STYLE, Row, Statement, matrix_html
from components.ui.words import show_plain_table

PAGE = "parliament"
COUNTRIES = {
    "RU": "Russia",
    "KZ": "Kazakhstan",
    "KG": "Kyrgyzstan",
    "TJ": "Tajikistan",
    "UZ": "Uzbekistan",
    "TM": "Turkmenistan",
}
COLUMNS = {
    "Party": ("party",),
    "Rules": ("rule",),
    "Dates": ("date",),
    "Taken in, or made": ("party_absorbed", "leader_absorbed", "creature"),
    "Outcome": ("result",),
}
OPINIONS = {"condition": "What it needs or met with", "assessment": "What is said of it"}
SHOWN = 3
SLUG = re.compile(r"^Absorbed: [a-z0-9-]+(, |[.] ?)")
"""Begins a note that names an organisation by its id."""
WRITER = "bowyer2008"
HOME = "KZ"
"""Most is told of it, so its judgements stand last."""


def show_super_parties(order: tuple[str, ...]) -> None:
    """Six states by party, rules, dates, what was absorbed, and outcome."""
    frame, html = _comparison(order)

    def mount() -> None:
        st.html(STYLE)
        st.html(html)

    show_framed(frame, mount)


def show_opinions() -> None:
    """Conditions and judgements, told apart from rules and dates."""
    table = _opinions()
    if len(table):
        with st.container(key="around_parliament_opinions"):
            st.subheader("Conditions and judgements")
            show_plain_table(table, caption="What is said of super parties, and what they need", shown=6)


@st.cache_resource(show_spinner=False)
def _comparison(order: tuple[str, ...]) -> tuple[ChartFrame, str]:
    claims = load_table("super_parties").dropna(subset=["country", "text"])
    if claims.empty:
        raise NothingKnownError("super parties")
    heads = ("State", *COLUMNS)
    rows = [
        Row(name, [_statements(claims, country, attributes, order) for attributes in COLUMNS.values()])
        for country, name in COUNTRIES.items()
        if (claims["country"] == country).any()
    ]
    title = _title(claims)
    chart = ChartFrame(
        page=PAGE,
        name="super-parties",
        title=title,
        subtitle="“Super parties” is Bowyer’s word (2008); rules, dates and what was absorbed as sources tell it, in our words",
        alt=title,
        references=references_of(claims),
        table=_claims_table(claims),
        notes=["A blank cell is what no source at hand tells.", *_notes(claims)],
        picture=False,
    )
    return chart, matrix_html(heads, rows, label=title, shown=SHOWN)


def _title(claims: pd.DataFrame) -> str:
    """States that have one by Bowyer's account, and those of which he says that they have none."""
    his = claims[claims["source"].str.startswith(WRITER)]
    have = list(dict.fromkeys(COUNTRIES[code] for code in his.loc[his["attribute"] == "party", "country"] if code in COUNTRIES))
    others = [name for code, name in COUNTRIES.items() if (his["country"] == code).any() and name not in have]
    said = f"Bowyer sees a super party, or one that acts like it, in {_listed(have)}"
    return f"{said}, and none in {_listed(others)}" if others and have else said if have else "What is told of super parties"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "no state"


def _statements(claims: pd.DataFrame, country: str, attributes: Sequence[str], order: Sequence[str]) -> list[Statement]:
    rows = claims[(claims["country"] == country) & claims["attribute"].isin(list(attributes))]
    ranked = sorted(each_row(rows), key=lambda row: (attributes.index(row.attribute), _wanted(row.source, order)))
    by_text: dict[str, list[str]] = {}
    named: set[str] = set()
    for row in ranked:
        if row.attribute != "party" or row.party_id not in named:
            by_text.setdefault(row.text.rstrip("."), []).append(_by(row))
        named.add(row.party_id)
    return [Statement(text, ", ".join(dict.fromkeys(said))) for text, said in by_text.items()]


def _wanted(source: str, order: Sequence[str]) -> int:
    key = source.partition("[")[0]
    return list(order).index(key) if key in order else len(order)


def _by(row: Any) -> str:
    """The year of a date in words, and the source."""
    when = f"{format_date(row.as_of)}; " if row.attribute in ("date", "party_absorbed", "result") and isinstance(row.as_of, str) else ""
    claimant = f"{row.claimant}, in " if isinstance(row.claimant, str) and row.claimant else ""
    return f"{when}{claimant}{short_source(row.source)}"


def _notes(claims: pd.DataFrame) -> list[str]:
    told = claims[claims["attribute"].isin(["rule", "date", "party_absorbed"]) & claims["note"].notna()]
    lines = (
        f"{COUNTRIES.get(row.country, row.country)}, {row.text.rstrip('.')}: {SLUG.sub('', readable(row.note))}" for row in each_row(told)
    )
    return list(dict.fromkeys(lines))


@st.cache_data(show_spinner=False)
def _opinions() -> pd.DataFrame:
    claims = load_table("super_parties").dropna(subset=["country", "text"])
    claims = claims[claims["attribute"].isin(list(OPINIONS))]
    places = {code: place for place, code in enumerate([*(code for code in COUNTRIES if code != HOME), HOME])}
    claims = claims.sort_values("country", key=lambda column: column.map(places), kind="stable")
    return _claims_table(claims).drop(columns=["Source", "Note"])


def _claims_table(claims: pd.DataFrame) -> pd.DataFrame:
    heads = {attribute: head for head, attributes in COLUMNS.items() for attribute in attributes} | OPINIONS
    return pd.DataFrame(
        {
            "State": claims["country"].map(COUNTRIES).fillna(claims["country"]),
            "What": claims["attribute"].map(heads),
            "In our words": claims["text"],
            "When": [format_date(str(day)) if isinstance(day, str) else "" for day in claims["as_of"]],
            "Who says so": [said_by(row) for row in each_row(claims)],
            "Note": [readable(note) if isinstance(note, str) else "" for note in claims["note"]],
            "Source": claims["source"],
        }
    )
