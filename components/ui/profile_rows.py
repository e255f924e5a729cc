"""Rows of the tables on one organisation or person, and names for links."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.records.search import CATEGORY
from components.ui.load import load_table

GENERAL = "Parties in general"
"""Where the statements stand that name no party."""


@st.cache_resource(show_spinner=False)
def organisation_ids() -> dict[str, str]:
    """party_id by name, in the order of the alphabet; categories such as independents have no profile."""
    parties = load_table("parties")
    return _by_name(parties[parties["family"] != CATEGORY], "party_id")


@st.cache_resource(show_spinner=False)
def person_ids() -> dict[str, str]:
    """person_id by name, in the order of the alphabet."""
    return _by_name(load_table("persons"), "person_id")


def _by_name(table: pd.DataFrame, key: str) -> dict[str, str]:
    known = table.dropna(subset=[key, "name"]).drop_duplicates("name")
    return dict(sorted(zip(known["name"], known[key], strict=True), key=lambda pair: pair[0].casefold()))


@st.cache_resource(show_spinner=False)
def organisation_names() -> dict[str, str]:
    """Name by party_id, for links; what has no profile has none."""
    return {party_id: name for name, party_id in organisation_ids().items()}


@st.cache_resource(show_spinner=False)
def person_names() -> dict[str, str]:
    """Name by person_id, for links."""
    return {person_id: name for name, person_id in person_ids().items()}


@st.cache_resource(show_spinner=False)
def plain_table(name: str) -> pd.DataFrame:
    """A table whose texts are blank where they are missing; numbers stay as they are.

    Args:
        name: Name of the table.

    Returns:
        The table.
    """
    rows = load_table(name)
    texts = [column for column in rows.columns if pd.api.types.is_string_dtype(rows[column].dtype)]
    return rows.assign(**{column: rows[column].fillna("") for column in texts})


def rows_of(table: str, column: str, wanted: str) -> pd.DataFrame:
    """Rows of a table in which a column has a value; texts are blank where they are missing.

    Args:
        table: Name of the table.
        column: The column.
        wanted: The value.

    Returns:
        The rows.
    """
    rows = plain_table(table)
    return rows[rows[column] == wanted]


def party_cell(party_id: str, column: str) -> str:
    """A text of parties.csv; blank where it is missing.

    Args:
        party_id: The organisation.
        column: The column.

    Returns:
        The text.
    """
    cells = rows_of("parties", "party_id", party_id)[column]
    return str(cells.iloc[0]) if len(cells) else ""
