"""Cached data: the checked package and what is derived from it. Nothing returned here is ever changed in place."""

import os
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import streamlit as st

from components.records import DataPackage, Resolution, Source, check_package, read_package, read_schema, resolve_claims
from components.ui.memory import put_aside

ROOT = Path(__file__).parents[2]
FOLDER_VARIABLE = "PARTY_ATLAS_DATA"
COLOUR = r"#[0-9a-fA-F]{6}"
ANGLE_BRACKETS = str.maketrans("<>", "‹›")
STATUS_GROUPS = {"official": "counted", "derived": "counted", "preliminary": "preliminary", "claimed": "claimed", "expected": "claimed"}
CONTEST = ("election_id", "tier", "measure", "status_group")
FIGURE_CONTEST = ("election_id", "measure", "scope", "status_group")


@st.cache_resource(show_spinner=False)
def load_atlas() -> DataPackage:
    """The data folder, read and checked once; its problems are those of reading and those of checking."""
    folder = Path(os.environ.get(FOLDER_VARIABLE, ROOT / "data"))
    package = read_package(folder, read_schema(ROOT / "data" / "datapackage.yaml"))
    package = replace(
        package,
        problems=tuple(check_package(package)),
        tables={name: _plain(table) for name, table in package.tables.items()},
        sources={key: _plain_source(source) for key, source in package.sources.items()},
    )
    put_aside()
    return package


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """No angle brackets in any text, which Plotly would read as markup; no colour that is none, which would go into styles."""
    texts = [column for column in table.columns if pd.api.types.is_string_dtype(table[column].dtype)]
    plain = table.assign(**{column: table[column].str.translate(ANGLE_BRACKETS) for column in texts})
    return plain.assign(colour=plain["colour"].where(plain["colour"].str.fullmatch(COLOUR))) if "colour" in texts else plain


def _plain_source(source: Source) -> Source:
    """A source without angle brackets; its short name stands in the labels of charts."""
    texts = {entry.name: getattr(source, entry.name) for entry in fields(source)}
    plain = {name: text.translate(ANGLE_BRACKETS) for name, text in texts.items() if isinstance(text, str) and name != "url"}
    authors = tuple((family.translate(ANGLE_BRACKETS), given.translate(ANGLE_BRACKETS)) for family, given in source.authors)
    return replace(source, **plain, authors=authors)


def load_table(name: str) -> pd.DataFrame:
    """A table of the package; empty, with its columns, where its file is missing."""
    return load_atlas().tables[name]


def load_sources() -> dict[str, Source]:
    """The bibliography by key, in its order."""
    return load_atlas().sources


@st.cache_resource(show_spinner=False)
def load_results(order: tuple[str, ...]) -> Resolution:
    """Results resolved per contest (election, tier, measure, kind of figure), never per cell.

    Args:
        order: Source keys the reader wants first.

    Returns:
        The chosen claims and their rivals.
    """
    return _resolve(load_table("results"), CONTEST, ("contestant_id",), order)


@st.cache_resource(show_spinner=False)
def load_figures(order: tuple[str, ...]) -> Resolution:
    """Figures about elections, resolved per figure.

    Args:
        order: Source keys the reader wants first.

    Returns:
        The chosen claims and their rivals.
    """
    return _resolve(load_table("election_figures"), FIGURE_CONTEST, (), order)


def _resolve(claims: pd.DataFrame, contest: Sequence[str], subject: Sequence[str], order: Sequence[str]) -> Resolution:
    grouped = claims.assign(status_group=claims["status"].map(STATUS_GROUPS))
    return resolve_claims(grouped, contest=contest, subject=subject, order=order, bibliography=tuple(load_sources()))


@st.cache_resource(show_spinner=False)
def load_contestants() -> pd.DataFrame:
    """Contestants with the colour of their organisation; candidates take that of the party that nominated them."""
    contestants, parties = load_table("contestants"), load_table("parties")
    backings = load_table("backings")
    nominated = backings[backings["relation"] != "supports"].drop_duplicates(["election_id", "contestant_id"])
    merged = contestants.merge(
        nominated[["election_id", "contestant_id", "party_id"]].rename(columns={"party_id": "backer_id"}),
        on=["election_id", "contestant_id"],
        how="left",
    )
    merged["colour_of"] = merged["party_id"].fillna(merged["backer_id"])
    colours = parties.drop_duplicates("party_id").set_index("party_id")["colour"]
    merged["colour"] = merged["colour_of"].map(colours).fillna("#868c92")
    return merged


def election_claims(claims: pd.DataFrame, election_id: str, **equals: str) -> pd.DataFrame:
    """Rows of one election, narrowed by further columns.

    Args:
        claims: Frame with `election_id`.
        election_id: The election.
        **equals: Column and the value it must have.

    Returns:
        The rows.
    """
    rows = claims[claims["election_id"] == election_id]
    for column, wanted in equals.items():
        rows = rows[rows[column] == wanted]
    return rows
