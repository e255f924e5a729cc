"""Sections of the Parliament page on deputies: age, sex, fractions and groups, committees, and every other figure."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.counts import build_counts
from components.charts.frames import each_row
from components.charts.style import GOLD, percent
from components.records import format_date
from components.ui.election_frames import claim_text, readable, references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.load import load_table
from components.ui.parliament_matrix import STYLE
from components.ui.parliament_seats import CHAMBERS, convocations, house_frame
from components.ui.words import show_plain_table

PAGE = "parliament"
FOURTH = 4
FOURTH_FROM = date(2007, 1, 1)
EARLY_ROWS = 6
AGE_GROUP = re.compile(r"^(under|over)? ?(\d+)")
MEMBERS = re.compile(r"^members of (?:the )?(?P<name>.+?)(?: fraction)?$")
SINGULAR = {"fractions": "fraction", "groups": "deputies’ group"}
YOUNGEST = "under 40"
MEASURES = {"count": "", "pct": " per cent", "median": " (median)", "minimum": " (least)"}


def show_ages() -> None:
    """The fourth Majilis by age."""
    show_chart(*_age_chart())


def _rows(**equals: object) -> pd.DataFrame:
    claims = load_table("deputies")
    for column, wanted in equals.items():
        claims = claims[(claims[column] == wanted).fillna(False)]
    return claims


@st.cache_resource(show_spinner=False)
def _age_chart() -> tuple[ChartFrame, go.Figure]:
    ages = _rows(chamber="majilis", convocation=FOURTH, trait="age", measure="count")
    ages = ages[ages["value"].notna() & ages["category"].str.match(AGE_GROUP)]
    if ages.empty:
        raise NothingKnownError("the age of deputies")
    ages = ages.assign(start=[_age(category) for category in ages["category"]]).sort_values("start", kind="stable")
    medians = _rows(trait="age", measure="median")
    known = int(ages["value"].sum())
    young = ages.loc[ages["category"] == YOUNGEST, "value"]
    first = f"{young.iloc[0]:.0f} of {known} deputies were {YOUNGEST}" if len(young) else f"{known} deputies by age"
    told = [f"{_house_words(row)} {claim_text_number(row)}" for row in each_row(medians[medians["value"].notna()])]
    when = format_date(str(ages["as_of"].iloc[0]))
    title = f"{first}; their median age was {medians['value'].iloc[0]:.0f}" if len(medians) else first
    chart = ChartFrame(
        page=PAGE,
        name="ages",
        title=title,
        subtitle=f"Deputies of the fourth Majilis by age, {when}. Median age in years: {', '.join(told)}",
        alt=title + ". " + "; ".join(f"{row.category}: {row.value:.0f}" for row in each_row(ages)),
        references=references_of(ages, medians),
        table=_claims_table(pd.concat([ages, medians])),
        notes=_notes(pd.concat([ages, medians])),
    )
    bars = pd.DataFrame(
        {
            "name": [_dashed(text) for text in ages["category"]],
            "value": ages["value"],
            "label": [f"{value:.0f}" for value in ages["value"]],
        }
    )
    return chart, build_counts(bars, axis_title="Deputies")


def _age(category: str) -> float:
    found = AGE_GROUP.match(category)
    if not found:
        return 0.0
    return float(found[2]) + {"under": -0.5, "over": 0.5}.get(found[1] or "", 0.0)


def _dashed(text: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", text[:1].upper() + text[1:])


def claim_text_number(row: Any) -> str:
    """The figure of a claim as a number, not as the words it is printed in."""
    return f"{row.value:g}" if pd.notna(row.value) else claim_text(row)


def show_women() -> None:
    """Women in each chamber of which a source tells."""
    show_chart(*_women_chart())


@st.cache_resource(show_spinner=False)
def _women_chart() -> tuple[ChartFrame, go.Figure]:
    women = _rows(trait="sex", category="women", measure="count")
    women = women[women["value"].notna()]
    if women.empty:
        raise NothingKnownError("how many deputies were women")
    rows = [{"house": _house_words(row), "year": str(row.as_of)[:4], "value": row.value, "of": _seats_of(row)} for row in each_row(women)]
    bars = pd.DataFrame(rows).sort_values("value", ascending=False, kind="stable")
    bars["name"] = bars["house"] + ", " + bars["year"]
    bars["label"] = [_of_label(row.value, row.of) for row in each_row(bars)]
    title = _women_title(bars)
    chart = ChartFrame(
        page=PAGE,
        name="women",
        title=title,
        subtitle="Women, and their share of all seats of the chamber, computed",
        alt=title + ". " + "; ".join(f"{row.name}: {row.label.replace('<br>', ', ')}" for row in each_row(bars)),
        references=references_of(women),
        table=_claims_table(_rows(trait="sex")),
        notes=_notes(_rows(trait="sex")),
    )
    return chart, build_counts(bars, axis_title="Women")


def _women_title(bars: pd.DataFrame) -> str:
    last = bars[bars["year"] == bars["year"].max()]
    parts = [f"{row.value:.0f} of {row.of:.0f} in the {row.house}" if pd.notna(row.of) else f"{row.name}" for row in each_row(last)]
    return f"{' and '.join(parts)} were women in {last['year'].iloc[0]}"


def _of_label(value: float, of: float | None) -> str:
    return f"{value:.0f}" if of is None or pd.isna(of) else f"{value:.0f} of {of:.0f}<br>{percent(100 * value / of, 1)}"


def _seats_of(row: Any) -> float | None:
    """Seats of the chamber at that time, by the default order of sources."""
    year = str(row.as_of)[:4]
    before = [entry.year for entry in convocations() if entry.year <= year]
    houses = house_frame(())
    if not before:
        return None
    name = CHAMBERS.get(row.chamber, row.chamber)
    found = houses.loc[(houses["year"] == before[-1]) & (houses["house"] == name), "total"]
    return float(found.iloc[0]) if len(found) else None


def _house_words(row: Any) -> str:
    return CHAMBERS.get(row.chamber, str(row.chamber).capitalize())


def show_minimums() -> None:
    """The fraction and the deputies' group there were, against the least the rules ask for."""
    show_chart(*_minimum_chart())


@st.cache_resource(show_spinner=False)
def _minimum_chart() -> tuple[ChartFrame, go.Figure]:
    claims = load_table("deputies")
    claims = claims[claims["trait"].isin(list(SINGULAR))]
    sizes = claims[claims["category"].str.match(MEMBERS) & (claims["measure"] == "count") & claims["value"].notna()]
    if sizes.empty:
        raise NothingKnownError("fractions and deputies’ groups")
    least = claims[claims["measure"] == "minimum"].drop_duplicates("trait").set_index("trait")["value"]
    bars = pd.DataFrame([_size_row(row, least.get(row.trait)) for row in each_row(sizes)])
    title = "; ".join(f"{row.kind}: {row.value:.0f}, at least {row.minimum:.0f}" for row in each_row(bars.dropna(subset=["minimum"])))
    numbers = " and one ".join(f"{row.kind} of {row.value:.0f}" for row in each_row(bars))
    title = f"The Majilis of 2008 had one {numbers}" if len(bars) == len(SINGULAR) else title
    chart = ChartFrame(
        page=PAGE,
        name="minimums",
        title=title,
        subtitle=f"Deputies, {format_date(str(sizes['as_of'].iloc[0]))}. The gold line is the least that the rules of parliament ask for",
        alt=title + ". " + "; ".join(f"{row.name}: {row.label.replace('<br>', ', ')}" for row in each_row(bars)),
        references=references_of(claims),
        table=_claims_table(claims),
        notes=_notes(claims),
        legend=[(GOLD, "least number of deputies")],
    )
    return chart, build_counts(bars, axis_title="Deputies")


def _size_row(row: Any, minimum: float | None) -> dict[str, Any]:
    kind = SINGULAR[row.trait]
    found = MEMBERS.match(row.category)
    name = found["name"] if found else row.category
    at_least = "" if minimum is None else f"<br>{minimum:.0f} needed"
    return {
        "name": f"{kind.capitalize()} {name}",
        "kind": kind,
        "value": row.value,
        "label": f"{row.value:.0f}{at_least}",
        "minimum": minimum,
    }


def show_committees() -> None:
    """The committees and what they deal with."""
    title, table, note, references = _committees()
    if not references:
        return
    with st.container(key="around_parliament_committees"):
        st.subheader(title)
        show_plain_table(table, caption="Committees by subject", shown=len(table))
        st.html(f'<p class="atlas-subtitle">{escape(note)}</p>')
        show_sources(references)


@st.cache_resource(show_spinner=False)
def _committees() -> tuple[str, pd.DataFrame, str, list[str]]:
    subjects, numbers = _rows(trait="committee_subject"), _rows(trait="committees")
    counted = numbers[(numbers["measure"] == "count") & numbers["value"].notna()]
    title = f"{counted['value'].iloc[0]:.0f} committees and their subjects" if len(counted) else "Committees and their subjects"
    note = " ".join(dict.fromkeys(readable(text) for text in counted["note"].dropna()))
    return title, _committee_table(subjects), note, references_of(subjects, numbers)


def _committee_table(subjects: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Subject": subjects["category"].str[:1].str.upper() + subjects["category"].str[1:],
            "Chamber": [{"parliament": "Majilis and Senate"}.get(row.chamber, _house_words(row)) for row in each_row(subjects)],
            "Who says so": [said_by(row) for row in each_row(subjects)],
        }
    )


def show_all_figures() -> None:
    """Every figure on deputies, by chamber and convocation; those of the fourth Majilis and of any time are folded."""
    tables = _figure_tables()
    if not tables:
        return
    with st.container(key="around_parliament_figures"):
        st.html(STYLE)
        st.subheader("What else is told of deputies")
        for house, early, rows in tables:
            if early:
                st.html(f'<h3 class="parliament-house">{escape(house)}</h3>')
            show_plain_table(rows, caption=house, shown=EARLY_ROWS if early else 0)


@st.cache_resource(show_spinner=False)
def _figure_tables() -> list[tuple[str, bool, pd.DataFrame]]:
    claims = load_table("deputies")
    claims = claims[~claims["trait"].isin(["committee_subject"])]
    houses = pd.DataFrame([_house_of(row) for row in each_row(claims)], columns=["house", "place", "early"], index=claims.index)
    table = _claims_table(claims).drop(columns=["Source", "Chamber"]).fillna("")
    groups = houses.sort_values("place", kind="stable").groupby("house", sort=False)
    return [(str(house), bool(group["early"].iloc[0]), table.loc[group.index]) for house, group in groups]


def _house_of(row: Any) -> tuple[str, str, bool]:
    """Chamber and convocation in words, what it is sorted by, and whether it is one before the fourth Majilis."""
    for entry in convocations():
        if row.chamber == entry.chamber and pd.notna(row.convocation) and entry.number == row.convocation:
            return f"{entry.name} of {entry.year}", entry.year, bool(entry.day < FOURTH_FROM)
    words = {"parliament": "Both chambers", "majilis": "Majilis at any time"}.get(row.chamber, _house_words(row))
    return words, f"9{words}", False


def _claims_table(claims: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "What": [_dashed(f"{row.category}") for row in each_row(claims)],
            "Figure": [_figure(row) for row in each_row(claims)],
            "Chamber": [_house_words(row) for row in each_row(claims)],
            "When": [format_date(str(row.as_of)) for row in each_row(claims)],
            "Who says so": [said_by(row) for row in each_row(claims)],
            "Note": [readable(note) if isinstance(note, str) else "" for note in claims["note"]],
            "Source": claims["source"],
        }
    )


def _figure(row: Any) -> str:
    """The figure with its unit; where none is printed, that it is told in words."""
    if pd.isna(row.value) and pd.isna(row.value_min) and pd.isna(row.value_max):
        return "told in words"
    low, high = row.value_min, row.value_max
    if pd.notna(row.value):
        text = f"{row.value:g}"
    elif pd.notna(low) and pd.notna(high):
        text = f"{low:g}–{high:g}"
    else:
        text = f"over {low:g}" if row.qualifier == "more_than" else f"at least {low:g}" if pd.notna(low) else f"under {high:g}"
    return f"{text}{MEASURES.get(row.measure, '')}"


def _notes(claims: pd.DataFrame) -> list[str]:
    return [
        f"{_dashed(str(row.category))}, {_house_words(row)}: {readable(row.note)}"
        for row in each_row(claims)
        if isinstance(row.note, str) and not re.fullmatch(r"(Of \d+|In years|A rule)\.", row.note)
    ]
