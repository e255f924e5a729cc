"""Section of the Membership page: what the re-registration of 2002–03 left, party by party."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.registration import build_registration
from components.charts.style import NEUTRAL
from components.records import format_date
from components.ui.election_frames import references_of, said_by
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart
from components.ui.lab_words import in_words
from components.ui.lineage_data import when_of
from components.ui.load import load_table
from components.ui.membership_frames import full_name, short_name
from components.ui.tree_data import party_colours

CHART = "registration"
BEFORE, DEADLINE = "nineteen-parties-2002", "reregistration-deadline-2003"
REGISTERED = re.compile(r"^(\d+) parties")
OUTCOME = re.compile(r"(\d+) apply, (\d+) pass, (\d+) are denied, another (\d+) never apply")
PASSED, DENIED, NEVER, UNTOLD = "passed", "denied", "never applied", "not accounted for"
SPAN = (date(2002, 7, 15), date(2003, 12, 31))
OTHERS = {"not_reregistered": "did not register again", "registered": "was registered"}


@dataclass(frozen=True)
class Funnel:
    """The counts as printed, and what they leave open.

    Attributes:
        registered: Parties before.
        applied: Of these, those that applied.
        passed: Of these, those registered again.
        denied: Those refused.
        never: Those said not to have applied.
    """

    registered: int
    applied: int
    passed: int
    denied: int
    never: int

    @property
    def untold(self) -> int:
        """Parties that are in no count after the first."""
        return self.registered - self.applied - self.never


def read_funnel() -> tuple[Funnel, pd.DataFrame]:
    """The counts of the re-registration, and the events that have them.

    Returns:
        Counts, and rows of events.csv.

    Raises:
        NothingKnownError: If the events do not have the counts.
    """
    events = load_table("events")
    rows = events[events["event_id"].isin([BEFORE, DEADLINE])]
    before = next((found for text in rows["title"].dropna() if (found := REGISTERED.search(text))), None)
    outcome = next((found for text in rows["title"].dropna() if (found := OUTCOME.search(text))), None)
    if before is None or outcome is None:
        raise NothingKnownError("the re-registration of 2002 and 2003")
    return Funnel(int(before[1]), *(int(part) for part in outcome.groups())), rows


@st.cache_resource(show_spinner=False)
def named_parties() -> pd.DataFrame:
    """Parties that the source of the counts names as registered again or refused.

    Returns:
        Columns party_id, name (at the time), label (short name), colour, outcome, said_by, source.
    """
    _, events = read_funnel()
    sources = set(events["source"])
    lineage = load_table("lineage")
    rows = lineage[lineage["change_type"].isin(["registered", "registration_denied"]) & lineage["source"].isin(sources)]
    rows = rows[[_in_time(text) for text in rows["as_of"]]]
    found = [
        {
            "party_id": row.successor_id,
            "name": full_name(row.successor_id, _last_day(row.as_of)),
            "label": short_name(row.successor_id, _last_day(row.as_of)),
            "colour": party_colours().get(row.successor_id, NEUTRAL),
            "outcome": PASSED if row.change_type == "registered" else DENIED,
            "said_by": said_by(row),
            "source": row.source,
        }
        for row in each_row(rows)
    ]
    return pd.DataFrame(found, columns=["party_id", "name", "label", "colour", "outcome", "said_by", "source"])


def _last_day(as_of: object) -> date:
    when = when_of(as_of)
    return (when.latest if when else None) or SPAN[1]


def _in_time(as_of: object) -> bool:
    when = when_of(as_of)
    return bool(when and when.earliest and when.latest and when.latest >= SPAN[0] and when.latest <= SPAN[1])


def show_registration() -> None:
    """One row a party: registered before, applied, registered again; with the gap in the counts."""
    show_chart(*_chart())


@st.cache_resource(show_spinner=False)
def _chart() -> tuple[ChartFrame, go.Figure]:
    funnel, events = read_funnel()
    rows, title = party_rows(funnel), _finding(funnel)
    days = dict(zip(events["event_id"], map(format_date, events["date"]), strict=True))
    counts = (
        f"{funnel.applied} applied, {funnel.passed} passed, {funnel.denied} were denied, another {funnel.never} never applied, "
        f"{funnel.untold} in no count"
    )
    frame = ChartFrame(
        page="membership",
        name=CHART,
        title=title,
        subtitle=f"One row a party, registered by {days.get(BEFORE, '2002')}; applications until {days.get(DEADLINE, '2003')}. "
        "Full circle: yes; cross: denied; open circle: did not apply; question mark: the source does not say",
        alt=f"{title}: {counts}. " + "; ".join(f"{row.name}: {row.outcome}" for row in each_row(rows)),
        references=references_of(events, rows.dropna(subset=["source"])),
        table=rows[["name", "outcome", "said_by", "source"]].set_axis(["Party", "Outcome", "Who says so", "Source"], axis=1),
        notes=_notes(funnel, rows),
    )
    heads = (f"<b>{funnel.registered}</b><br>before", f"<b>{funnel.applied}</b><br>applied", f"<b>{funnel.passed}</b><br>passed")
    return frame, build_registration(rows, heads=heads)


def _finding(funnel: Funnel) -> str:
    lead = f"Of {funnel.registered} parties {in_words(funnel.passed)} were registered again under the law of 2002"
    return f"{lead}; {in_words(funnel.untold)} are in no count" if funnel.untold > 0 else lead


def party_rows(funnel: Funnel) -> pd.DataFrame:
    """One row a party of the first count; those that the source does not name have words in place of a name.

    Args:
        funnel: The counts.

    Returns:
        Columns party_id, name, label, colour, outcome, said_by, source.
    """
    named, (_, events) = named_parties(), read_funnel()
    outcomes = ((PASSED, funnel.passed), (DENIED, funnel.denied), (NEVER, funnel.never), (UNTOLD, max(funnel.untold, 0)))
    frames = []
    for outcome, count in outcomes:
        known = named[named["outcome"] == outcome]
        missing = max(count - len(known), 0)
        source = events["source"].iloc[0]
        blank = pd.DataFrame(
            [
                {
                    "party_id": "",
                    "name": "not named",
                    "label": "not named",
                    "colour": NEUTRAL,
                    "outcome": outcome,
                    "said_by": "",
                    "source": source,
                }
            ]
            * missing,
            columns=named.columns,
        )
        frames += [part for part in (known, blank) if len(part)]
    return pd.concat(frames, ignore_index=True)


def _notes(funnel: Funnel, rows: pd.DataFrame) -> list[str]:
    notes = []
    if funnel.untold:
        notes.append(
            f"{funnel.applied} that applied and {in_words(funnel.never)} that never did make {funnel.applied + funnel.never}, not "
            f"{funnel.registered}: what became of {in_words(funnel.untold)} the source does not say."
        )
    notes.append("Why four were denied the source does not tell; it speaks of different reasons.")
    return [*notes, *_elsewhere(set(rows["party_id"]))]


def _elsewhere(named: set[str]) -> list[str]:
    """What other sources tell of parties at the time that are in none of the named rows."""
    lineage = load_table("lineage")
    events = set(read_funnel()[1]["source"])
    rows = lineage[lineage["change_type"].isin(list(OTHERS)) & ~lineage["source"].isin(events) & ~lineage["successor_id"].isin(named)]
    rows = rows[[_in_time(text) for text in rows["as_of"]]]
    return [
        f"{full_name(row.successor_id, _last_day(row.as_of))} {OTHERS[row.change_type]} in {format_date(row.as_of)} "
        f"({said_by(row)}); these counts do not name it."
        for row in each_row(rows)
    ]
