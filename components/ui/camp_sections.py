"""Sections of Family trees on classifications: camps by two authors, ideological families, and every label that a source gives."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.camps import build_camps
from components.charts.frames import each_row
from components.charts.style import NEUTRAL
from components.records import format_date
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart, show_sources
from components.ui.lineage_words import short_source
from components.ui.load import load_table
from components.ui.tree_data import party_colours
from components.ui.words import show_plain_table

BOWYER_CAMPS = ("hard opposition", "soft opposition", "pro-presidential")
ABRAMOV_CAMPS = ("radical opposition", "moderate opposition", "formal opposition", "pro-presidential")
RANKS = {
    "hard opposition": 2,
    "radical opposition": 2,
    "soft opposition": 1,
    "moderate opposition": 1,
    "formal opposition": 1,
    "pro-presidential": 0,
}
NOT_CLASSED = "not classed"
WIDE = "formal opposition"
"""Said of nearly every party, so that it contradicts no narrower word."""
ABRAMOV_WORDS = {
    "radical opposition": "Radical opposition",
    "moderate opposition": "“Friendly” opposition",
    "formal opposition": "Opposition formally",
    "pro-presidential": "Pro-presidential",
    NOT_CLASSED: "Not classed",
}
BOWYER_WORDS = {
    "hard opposition": "“Hard” opposition",
    "soft opposition": "“Soft” opposition",
    "pro-presidential": "Pro-presidential",
    NOT_CLASSED: "Not classed",
}
BOWYER_YEAR, ABRAMOV_YEAR = "2008", "2009"
SCHEMES = {
    "bowyer-camp": "camp",
    "bowyer-other": "other words",
    "abramov-family": "family",
    "abramov-opposition": "camp",
    "abramov-status-present": "status, present",
    "abramov-status-prior": "status, earlier",
    "babak-stance": "stance",
    "isaacs-stance": "stance",
    "iwpr-stance": "stance",
    "self": "of itself",
    "rival": "by a rival",
}


def show_camps() -> None:
    """Bowyer's camps of 2008 beside Abramov's of 2009."""
    show_chart(*_camp_chart())


@st.cache_resource(show_spinner=False)
def _camp_chart() -> tuple[ChartFrame, go.Figure]:
    frame = camp_frame()
    if frame.empty:
        raise NothingKnownError("the camps of the parties")
    apart = list(frame.loc[frame["differs"], "name"])
    twice = list(frame.loc[frame["left_twice"] | frame["right_twice"], "name"])
    title = f"Two authors, a year apart, class {_listed(apart)} differently" if apart else "The two authors agree on every party"
    table = frame.sort_values("differs", ascending=False, kind="stable")[["name", "left_said", "right_said", "differs", "source"]]
    chart = ChartFrame(
        page="trees",
        name="camps",
        title=title,
        subtitle="Camps of the parties according to Bowyer (2008) and Abramov (2009); thick lines: classed differently",
        alt=title + ". " + "; ".join(f"{row.name}: {row.left_said} {row.right_said}" for row in each_row(frame)),
        references=[reference for cell in frame["source"] for reference in cell.split("; ") if reference],
        table=table.rename(
            columns={"name": "Party", "left_said": "Bowyer", "right_said": "Abramov", "differs": "Classed differently", "source": "Source"}
        ),
        notes=[
            "Of several words of one author for a party the first plain one is drawn; a hollow mark means that he has another too: "
            + (f"{_listed(twice)}." if twice else "nobody."),
            "Abramov calls every party but Nur-Otan and Rukhaniyat formally in opposition, and some of these friendly or radical besides.",
        ],
    )
    heads = ("Bowyer 2008", "Abramov 2009")
    left, right = ([*words.values()] for words in (BOWYER_WORDS, ABRAMOV_WORDS))
    return chart, build_camps(frame, left=left, right=right, heads=heads)


@st.cache_data(show_spinner=False)
def camp_frame() -> pd.DataFrame:
    """Each party that either author classes in his year, with his class in words.

    Returns:
        Columns name, colour, left, right, joined, differs, left_said, right_said, left_twice, right_twice, source.
    """
    bowyer = _claims_of("bowyer-camp", BOWYER_YEAR, BOWYER_CAMPS)
    abramov = _claims_of("abramov-opposition", ABRAMOV_YEAR, ABRAMOV_CAMPS)
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")
    parties = [name for name in dict.fromkeys([*bowyer["party_id"], *abramov["party_id"]]) if name in names.index]
    rows = [_camp_row(name, names.loc[name], bowyer, abramov) for name in parties if names.loc[name, "family"] != "category"]
    return pd.DataFrame(rows)


def _claims_of(scheme: str, year: str, classes: tuple[str, ...]) -> pd.DataFrame:
    stances = load_table("stances").dropna(subset=["party_id"])
    return stances[(stances["scheme"] == scheme) & (stances["as_of"] == year) & stances["category"].isin(classes)]


def _camp_row(party_id: str, party: Any, bowyer: pd.DataFrame, abramov: pd.DataFrame) -> dict[str, object]:
    left, left_said, left_more = _class_of(bowyer[bowyer["party_id"] == party_id], in_order=False)
    right, right_said, right_more = _class_of(abramov[abramov["party_id"] == party_id], in_order=True)
    sources = [*bowyer.loc[bowyer["party_id"] == party_id, "source"], *abramov.loc[abramov["party_id"] == party_id, "source"]]
    return {
        "name": party["name"],
        "colour": party_colours().get(party_id, NEUTRAL),
        "left": BOWYER_WORDS[left],
        "right": ABRAMOV_WORDS[right],
        "joined": NOT_CLASSED not in (left, right),
        "differs": NOT_CLASSED not in (left, right) and RANKS[left] != RANKS[right],
        "left_said": left_said,
        "right_said": right_said,
        "left_twice": left_more,
        "right_twice": right_more,
        "source": "; ".join(dict.fromkeys(sources)),
    }


def _class_of(claims: pd.DataFrame, *, in_order: bool) -> tuple[str, str, bool]:
    """The class that is drawn, all words of the author, and whether he has classes of another rank too.

    Bowyer's overview stands first in the file; Abramov puts most parties into a wide and a narrow class, of which the narrow one counts.
    """
    if claims.empty:
        return NOT_CLASSED, "not classed.", False
    plain = claims[claims["hedged"].astype("str").str.lower() != "true"]
    found = list((plain if len(plain) else claims)["category"])
    chosen = min(found, key=ABRAMOV_CAMPS.index) if in_order else found[0]
    every = list(dict.fromkeys(claims["category"]))
    others = [word for word in every if RANKS[word] != RANKS[chosen] and word != WIDE]
    words = [chosen, *(word for word in every if word != chosen)]
    return chosen, "; ".join(words) + ".", bool(others)


def show_families() -> None:
    """Abramov's ideological families against Bowyer's camps, and every label that a source gives."""
    _show_matrix()
    stances = _stance_table()
    st.subheader("Every label that a source gives")
    show_plain_table(stances.drop(columns="Source"), caption="Who calls whom what, by organisation", shown=6)
    show_sources([reference for cell in stances["Source"] for reference in cell.split("; ")])


def _show_matrix() -> None:
    families, camps = load_table("stances").query("scheme == 'abramov-family' and as_of == '2009'"), camp_frame()
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")["name"]
    first = families[families["source"] == "abramov2009[Table 2]"].assign(name=lambda rows: rows["party_id"].map(names))
    joined = first.merge(camps[["name", "left"]], on="name", how="left").fillna({"left": BOWYER_WORDS[NOT_CLASSED]})
    if joined.empty:
        return
    table = joined.pivot_table(index="category", columns="left", values="name", aggfunc=", ".join, sort=False).reset_index()
    columns = [words for words in BOWYER_WORDS.values() if words in table]
    shown = table[["category", *columns]].rename(columns={"category": "Family (Abramov)"} | {name: f"{name} (Bowyer)" for name in columns})
    st.subheader(_matrix_title(joined))
    show_plain_table(shown, caption="Ideological families according to Abramov, camps according to Bowyer")
    show_sources(list(dict.fromkeys(first["source"])))


def _matrix_title(joined: pd.DataFrame) -> str:
    """The family whose parties stand in most camps."""
    spread = joined.groupby("category", sort=False)["left"].nunique()
    return f"Abramov’s {spread.idxmax()} family stands in {spread.max()} of Bowyer’s camps"


@st.cache_data(show_spinner=False)
def _stance_table() -> pd.DataFrame:
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")["name"]
    rows = load_table("stances").dropna(subset=["party_id", "category"]).fillna("")
    table = pd.DataFrame(
        {
            "Organisation": rows["party_id"].map(names).fillna(rows["party_id"]),
            "Called": rows["category"].where(rows["hedged"].astype("str").str.lower() != "true", rows["category"] + " (hedged)"),
            "When": rows["as_of"].map(format_date),
            "By": [row.claimant or short_source(row.source) for row in each_row(rows)],
            "As": rows["scheme"].map(SCHEMES).fillna(""),
            "Source": rows["source"],
        }
    )
    told = table.groupby(["Organisation", "Called", "When", "By", "As"], sort=False, as_index=False).agg({"Source": "; ".join})
    return told.sort_values("Organisation", key=lambda column: column.str.casefold(), kind="stable")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nobody"
