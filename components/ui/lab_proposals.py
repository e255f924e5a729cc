"""Proposals that the lab can simulate, as the documents report them."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.style import percent
from components.seats import ElectoralLaw
from components.ui.lab_words import hundredths
from components.ui.load import load_table

THRESHOLD, HOUSE_SIZE, LIST_SHARE = "list_threshold", "majilis_total_seats", "electoral_system"


@dataclass(frozen=True)
class Proposal:
    """A demand with a number.

    Attributes:
        value: The number asked for.
        or_less: Whether anything below it was meant as well.
        proposer: Who asked.
        demand: What was asked, in our words.
        reference: Source and locator.
    """

    value: float
    or_less: bool
    proposer: str
    demand: str
    reference: str


@st.cache_resource(show_spinner=False)
def proposals_of(parameter: str) -> list[Proposal]:
    """Proposals with a number on one parameter, in the order of the data.

    Args:
        parameter: Parameter of proposals.csv.

    Returns:
        The proposals.
    """
    rows = load_table("proposals")
    rows = rows[(rows["parameter"] == parameter) & rows[["value", "value_max"]].notna().any(axis=1)]
    return [_proposal(row) for row in each_row(rows)]


def _proposal(row: Any) -> Proposal:
    exact = pd.notna(row.value)
    return Proposal(float(row.value if exact else row.value_max), not exact, str(row.proposer), str(row.demand), str(row.source))


def preset_references() -> list[str]:
    """Sources of the proposals among the presets."""
    return [proposal.reference for proposal in proposals_of(THRESHOLD)]


def presets(law: ElectoralLaw) -> list[dict[str, Any]]:
    """Thresholds that the law or a document names, with who asked for them.

    Args:
        law: The law; its threshold stands first.

    Returns:
        One entry a threshold: `at` (hundredths of a per cent), `words`, `title`.
    """
    asked: dict[int, list[Proposal]] = {}
    for proposal in proposals_of(THRESHOLD):
        asked.setdefault(round(100 * proposal.value), []).append(proposal)
    at = hundredths(law.legal_threshold)
    entries = [{"at": at, "words": f"{percent(at / 100)}, the law", "title": "The law"}]
    entries += [_preset(value, proposals) for value, proposals in sorted(asked.items(), reverse=True)]
    return [*entries, {"at": 0, "words": "none", "title": "No threshold at all"}]


def _preset(at: int, proposals: list[Proposal]) -> dict[str, Any]:
    first, several = proposals[0], len({proposal.proposer for proposal in proposals}) > 1
    words = f"{percent(at / 100)}{' or less' if first.or_less else ''}, {first.proposer}{' and others' if several else ''}"
    title = " | ".join(f"{proposal.proposer}: {proposal.demand} ({proposal.reference})" for proposal in proposals)
    return {"at": at, "words": words, "title": title}
