"""Section of the Membership page: members per hundred voters as printed, and the electorate that each row implies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.density import build_density
from components.charts.frames import each_row
from components.charts.style import thousands
from components.ui.election_frames import claim_text, figure_value, references_of, said_by, short_reference
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart
from components.ui.lab_words import in_words, join_names
from components.ui.load import election_claims, load_table
from components.ui.membership_frames import member_claims

CHART = "density"
ELECTION = "majilis-2007"
POPULATION_SOURCE = "babak[The New Law on the Parties and the Parliamentary Elections of 2004]"
"""Speaks of 15 million people in round figures."""


@dataclass(frozen=True)
class Shared:
    """The electorate that most rows have in common.

    Attributes:
        low: Fewest voters.
        high: Most voters.
        rows: Organisations whose rows fit it.
    """

    low: Fraction
    high: Fraction
    rows: tuple[str, ...]


@st.cache_resource(show_spinner=False)
def densities(order: tuple[str, ...]) -> pd.DataFrame:
    """Each printed density with the members it goes with and the electorates from which it would round as printed.

    Args:
        order: Source keys the reader wants first.

    Returns:
        One row per density of a party: party_id, name, label, colour, members, density (as printed), low and high (voters, exact
        fractions), source.
    """
    claims = load_table("memberships")
    printed = claims[(claims["measure"] == "density_pct") & claims["party_id"].notna() & claims["value"].notna()]
    members = member_claims(order)
    rows = []
    for row in each_row(printed):
        same = members[(members["party_id"] == row.party_id) & (members["source"] == row.source) & (members["as_of"] == row.as_of)]
        span = _rounding(str(row.printed))
        if same.empty or span is None:
            continue
        first = next(each_row(same))
        low, high = (100 * Fraction(int(first.about)) / bound for bound in reversed(span))
        kept = {key: getattr(first, key) for key in ("party_id", "name", "label", "colour", "source")}
        rows.append({**kept, "members": int(first.about), "density": str(row.printed), "low": low, "high": high})
    return pd.DataFrame(rows, columns=["party_id", "name", "label", "colour", "source", "members", "density", "low", "high"])


def _rounding(printed: str) -> tuple[Fraction, Fraction] | None:
    """The values that round to a printed decimal; None for what is no decimal above zero."""
    try:
        value = Decimal(printed)
    except InvalidOperation:
        return None
    exponent = value.as_tuple().exponent
    half = Fraction(1, 2) * Fraction(10) ** int(exponent) if isinstance(exponent, int) else Fraction(0)
    return (Fraction(value) - half, Fraction(value) + half) if value.is_finite() and Fraction(value) > half else None


def shared_electorate(rows: pd.DataFrame) -> Shared:
    """The electorate that fits the most rows.

    Args:
        rows: As `densities`.

    Returns:
        Its bounds, and the rows that fit.
    """

    def fitting(voters: Fraction) -> list[Any]:
        return [row for row in each_row(rows) if row.low <= voters <= row.high]

    best = max((fitting(row.low) for row in each_row(rows)), key=len)
    return Shared(max(row.low for row in best), min(row.high for row in best), tuple(row.party_id for row in best))


def recomputed(members: int, shared: Shared) -> str:
    """The density in the middle of the shared electorate, rounded to two decimals.

    Args:
        members: Members.
        shared: The electorate that fits the most rows.

    Returns:
        As the table would print it, "0.61".
    """
    return f"{float(round(200 * Fraction(members) / (shared.low + shared.high), 2)):.2f}"


def show_density(order: tuple[str, ...]) -> None:
    """The electorate that each printed density implies, and the rows that do not follow from the rest."""
    show_chart(*_chart(order))


@st.cache_resource(show_spinner=False)
def _chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure]:
    rows = densities(order)
    if rows.empty:
        raise NothingKnownError("members per hundred voters")
    shared = shared_electorate(rows)
    odd = rows[~rows["party_id"].isin(shared.rows)]
    title = _finding(rows, shared)
    frame = ChartFrame(
        page="membership",
        name=CHART,
        title=title,
        subtitle="Electorate, million voters, from which each row’s members give the printed density when rounded; the axis does not "
        "start at zero. Grey: what fits the most rows",
        alt=f"{title}. "
        + "; ".join(f"{row.name}: printed {row.density}, {_millions(row.low)} to {_millions(row.high)}" for row in each_row(rows)),
        references=[*references_of(rows), *_electorates(order).values(), POPULATION_SOURCE],
        table=_table(rows, shared),
        notes=_notes(rows, odd, order),
    )
    drawn = rows.assign(
        low=[float(value) / 1e6 for value in rows["low"]],
        high=[float(value) / 1e6 for value in rows["high"]],
        fits=rows["party_id"].isin(shared.rows),
        words=[
            row.density if row.party_id in shared.rows else f"{row.density}<br>{recomputed(row.members, shared)} would fit"
            for row in each_row(rows)
        ],
    )
    band = (float(shared.low) / 1e6, float(shared.high) / 1e6)
    return frame, build_density(drawn, band=band, counted={words: value / 1e6 for (words, value) in _electorates(order)})


def _millions(voters: Fraction) -> str:
    return f"{float(voters) / 1e6:.3f} million"


def _finding(rows: pd.DataFrame, shared: Shared) -> str:
    odd = rows[~rows["party_id"].isin(shared.rows)]
    many = f"{in_words(len(shared.rows)).capitalize()} of {in_words(len(rows))}"
    lead = f"{many} printed densities follow from one electorate of {float(shared.low) / 1e6:.1f} million"
    if odd.empty:
        return lead
    return f"{lead}; {join_names([f'{row.density} ({row.label})' for row in each_row(odd)])} do not"


def _electorates(order: tuple[str, ...]) -> dict[tuple[str, float], str]:
    """The electorate of the election before, as counted and as it was first told, with the source."""
    found: dict[tuple[str, float], str] = {}
    counted, source = figure_value(ELECTION, "electorate", order)
    if counted is not None:
        found["counted 2007", counted] = source
    early = election_claims(load_table("election_figures"), ELECTION, measure="electorate", scope="national", status="preliminary")
    for row in each_row(early[early["value"].notna()]):
        found["first told 2007", float(row.value)] = str(row.source)
    return found


def _table(rows: pd.DataFrame, shared: Shared) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Party": rows["name"],
            "Members": rows["members"],
            "Density as printed": rows["density"],
            "Recomputed": [recomputed(members, shared) for members in rows["members"]],
            "Fits": ["yes" if party in shared.rows else "no" for party in rows["party_id"]],
            "Fewest voters implied": [round(float(value)) for value in rows["low"]],
            "Most voters implied": [round(float(value)) for value in rows["high"]],
            "Source": rows["source"],
        }
    )


def _notes(rows: pd.DataFrame, odd: pd.DataFrame, order: tuple[str, ...]) -> list[str]:
    shared = shared_electorate(rows)
    notes = [
        f"{row.name}: {thousands(row.members)} members at {_millions(shared.low)} to {_millions(shared.high)} would round to "
        f"{recomputed(row.members, shared)}; printed is {row.density}, which implies at least {_millions(row.low)}."
        for row in each_row(odd)
    ]
    outside = [f"{words}, {thousands(value)} ({short_reference(source)})" for (words, value), source in _electorates(order).items()]
    if outside:
        notes.append(f"The number of voters is not printed. Electorates known: {'; '.join(outside)}; the table’s lies a little above.")
    return [*notes, *_other_base(rows)]


def _other_base(rows: pd.DataFrame) -> list[str]:
    """The share of citizens in parties, which goes by another base than the densities."""
    claims = load_table("memberships")
    shares = claims[(claims["measure"] == "density_pct") & claims["party_id"].isna() & claims["source"].notna()]
    total = sum(Fraction(Decimal(text)) for text in rows["density"])
    members = int(rows["members"].sum())
    lines = []
    for row in each_row(shares):
        share = row.value if pd.notna(row.value) else row.value_max
        if pd.notna(share) and share > 0:
            base = members / share * 100
            lines.append(
                f"“{claim_text(row)}” ({said_by(row)}) goes by another base. The printed densities, of voters, sum to {float(total):.2f}; "
                f"{thousands(members)} members are that share of {base / 1e6:.1f} million, about "
                f"the whole population (15 million in round figures, {short_reference(POPULATION_SOURCE)})."
            )
    return lines
