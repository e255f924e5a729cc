"""Section of the Membership page: every dated claim, against the minimum of the day."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.membership import build_membership
from components.charts.style import thousands
from components.records import format_date
from components.ui.election_frames import claim_text, readable, references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart
from components.ui.lab_words import in_words
from components.ui.load import load_table
from components.ui.membership_frames import (
    CLAIMED_BY,
    MEASURES,
    MINIMUM,
    REGIONAL_MINIMUM,
    Minimum,
    claim_sets,
    figure_words,
    member_claims,
    minimum_on,
    minimums,
)
from components.ui.profile_rows import organisation_names

CHART = "history"
GLYPHS = "● the party itself, ■ election commission, ◆ scholar, ▲ press, ✖ court, ○ not stated"
ROOM = timedelta(days=400)


def show_history(order: tuple[str, ...]) -> None:
    """Every claim on members as a point, the law's minimum in gold."""
    show_chart(*_chart(order))


@st.cache_resource(show_spinner=False)
def _chart(order: tuple[str, ...]) -> tuple[ChartFrame, go.Figure]:
    claims, steps = member_claims(order), minimums(order)
    claims = claims[claims["about"] > 0]
    if claims.empty:
        raise NothingKnownError("the members of any organisation")
    drawn = claims.assign(words=[figure_words(row) for row in each_row(claims)])
    drawn["hover"] = [f"{row.name}: {row.printed}<br>{row.when}<br>{row.said_by}" for row in each_row(drawn)]
    title = _finding(order)
    frame = ChartFrame(
        page="membership",
        name=CHART,
        title=title,
        subtitle="Members as claimed, logarithmic scale; a level line is the month, year or span that is meant, an upright bar the "
        f"bounds, an arrow “more than”. {GLYPHS}. Gold: the law’s minimum of the day",
        alt=f"{title}. " + "; ".join(f"{row.name}, {row.when}: {row.words} ({row.said_by})" for row in each_row(drawn)),
        references=[*references_of(claims), *(reference for step in steps for reference in step.references)],
        table=_table(),
        notes=_notes(order, steps),
    )
    days = [*claims["start"], *(step.begins for step in steps if step.begins)]
    first, last = min(days) - ROOM, max([*claims["end"], *(step.begun for step in steps if step.begun)]) + ROOM
    return frame, build_membership(drawn, _step_frame(steps), first=first, last=last)


def _step_frame(steps: tuple[Minimum, ...]) -> pd.DataFrame:
    rows = [
        {
            "value": step.value,
            "begins": step.begins,
            "begun": step.begun,
            "words": f"{thousands(step.value)} from {step.words}" if step.words else f"{thousands(step.value)} before",
        }
        for step in steps
    ]
    return pd.DataFrame(rows, columns=["value", "begins", "begun", "words"]).astype({"begins": object, "begun": object})


def _finding(order: tuple[str, ...]) -> str:
    """How the fullest set stands to the minimum of its day, and who was found below the minimum."""
    sets = claim_sets(order)
    claims = member_claims(order)
    if not sets:
        return f"{len(claims)} claims on members, from {thousands(claims['about'].min())} to {thousands(claims['about'].max())}"
    fullest = next(iter(sets.values()))
    asked = minimum_on(max(fullest["end"]), order)
    passed = fullest if asked is None else fullest[fullest["about"] >= asked.value]
    many = f"all {in_words(len(fullest))}" if len(passed) == len(fullest) else f"{in_words(len(passed))} of {in_words(len(fullest))}"
    against = "" if asked is None else f" cleared the {thousands(asked.value)} members that the law asked for"
    lead = f"By the count of {max(fullest['end']).year}, {many} parties{against}"
    below = _found_below(order)
    return f"{lead}; {below}" if below else lead


def _found_below(order: tuple[str, ...]) -> str:
    """Which party a court found to have fewer members than the law of the day asks for."""
    for row in each_row(member_claims(order).query("claimed_by == 'court'")):
        asked = minimum_on(row.start, order)
        if asked is not None and row.about < asked.value:
            return f"in {row.start.year} a court found {figure_words(row)} in the {row.name}"
    return ""


def _notes(order: tuple[str, ...], steps: tuple[Minimum, ...]) -> list[str]:
    notes = ["Abramov adds that parties seldom update such figures, so they ask for caution. No point is joined to another."]
    if steps and not steps[0].since:
        notes.append(f"Since when the minimum of {thousands(steps[0].value)} held, no source says; the dotted end is not a date.")
    notes += [f"{thousands(step.value)} from {step.words}: elsewhere from {'; '.join(step.rivals)}." for step in steps if step.rivals]
    regional = [f"{thousands(step.value)} from {step.words or 'an unknown date'}" for step in minimums(order, REGIONAL_MINIMUM)]
    if regional:
        notes.append(
            f"Beside the minimum as a whole the law asks for members in each of the regions and large cities: {', '.join(regional)}."
        )
    return [*notes, *_untold()]


def _untold() -> list[str]:
    """Claims without a number, in words, and what is counted otherwise."""
    rows = load_table("memberships").dropna(subset=["printed", "source"])
    silent = rows[(rows["measure"] == "members") & rows[["value", "value_min", "value_max"]].isna().all(axis=1) & rows["note"].notna()]
    young = rows[rows["measure"] == "members_young"]
    names = organisation_names()
    lines = [
        f"{names.get(row.party_id, 'Parties')}, {format_date(row.as_of)}: {readable(row.note)} ({said_by(row)})" for row in each_row(silent)
    ]
    return lines + [
        f"{names.get(row.party_id, '')}: {claim_text(row)} ({said_by(row)}); a youth wing, not drawn." for row in each_row(young)
    ]


def _table() -> pd.DataFrame:
    """Every row of memberships, also those without a number, and the minimum of the law."""
    claims, rules = load_table("memberships"), load_table("rules")
    rules = rules[rules["parameter"].isin([MINIMUM, REGIONAL_MINIMUM]) & (rules["country"] == "KZ")]
    names = organisation_names()
    members = pd.DataFrame(
        {
            "Organisation": [names.get(row.party_id, "All parties") for row in each_row(claims)],
            "As of": [format_date(row.as_of) for row in each_row(claims)],
            "What": claims["measure"].map(MEASURES).fillna(claims["measure"]).tolist(),
            "Claimed by": claims["claimed_by"].map(CLAIMED_BY).fillna("").tolist(),
        }
    )
    law = pd.DataFrame(
        {
            "Organisation": ["The law"] * len(rules),
            "As of": [format_date(row.valid_from) for row in each_row(rules)],
            "What": rules["parameter"].map({MINIMUM: "Least members", REGIONAL_MINIMUM: "Least members in a region"}).tolist(),
            "Claimed by": "",
        }
    )
    figures = ["printed", "value", "value_min", "value_max", "source", "note"]
    heads = ["As printed", "Value", "At least", "At most", "Source", "Note"]
    both = pd.concat([claims[figures], rules[figures]], ignore_index=True).rename(columns=dict(zip(figures, heads, strict=True)))
    return pd.concat([pd.concat([members, law], ignore_index=True), both], axis=1)
