"""Sections of the Threshold lab: settings, the live diagram, the staircase."""

from dataclasses import dataclass, replace
from fractions import Fraction

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.charts.staircase import build_staircase_chart
from components.charts.style import percent
from components.seats import Allocation, ElectoralLaw, Staircase, VoteCount, allocate_seats, rule_in_force
from components.ui.counts import (
    BASES,
    ListCount,
    count_options,
    election_day,
    exact,
    list_elections,
    load_count,
    load_law,
    load_rules,
    official_list_seats,
    printed_shares,
    source_names,
)
from components.ui.election_frames import figure_value, short_reference
from components.ui.errors import NothingKnownError
from components.ui.frame import ChartFrame, show_chart, show_framed
from components.ui.lab_data import HIGHEST, load_staircase, preset_references, slider_data, step_frame
from components.ui.lab_words import cliffs, finding, seat_text, staircase_title
from components.ui.pick import pick_from_list, pick_one, reader_order
from components.ui.threshold_slider import mount_threshold_slider
from components.ui.url_state import note_widget

THRESHOLD = "lab_threshold"
ROUNDING_NOISE = 1e-6
"""3.09 typed is 308.99999 hundredths as a float; anything more than that is cut, not rounded up."""
VOTES_OF = "lab_votes_of"


@dataclass(frozen=True)
class LabSetting:
    """What is simulated.

    Attributes:
        election_id: Whose votes.
        lists: The count.
        law: The law of the day, with the base that the reader chose.
        staircase: Every step.
        order: Source keys the reader wants first.
    """

    election_id: str
    lists: ListCount
    law: ElectoralLaw
    staircase: Staircase
    order: tuple[str, ...]


def pick_setting() -> LabSetting:
    """Votes of which election, counted by what, threshold as a share of what.

    Returns:
        The setting.

    Raises:
        NothingKnownError: If no source gives the votes.
        IncompleteLawError: If the rules make no law for the day.
    """
    order = reader_order()
    years = {election.rsplit("-", 1)[1]: election for election in list_elections()}
    if not years:
        raise NothingKnownError("any election by lists")
    year = pick_one("Votes of", list(years), key=VOTES_OF, default="2007" if "2007" in years else None, on_change=_reset_threshold)
    election_id, law = years[year], load_law(years[year])
    options = count_options(election_id, order)
    with st.popover("Counted by"):
        counted_by = pick_from_list("Lists are counted by", list(options), key="lab_counted_by")
    lists = load_count(election_id, options[counted_by], order)
    bases = [words for base, words in BASES.items() if base in lists.count.bases]
    preferred = BASES[law.threshold_base] if law.threshold_base in lists.count.bases else bases[0]
    base = pick_one("The threshold is a share of", bases, key="lab_base", default=preferred)
    chosen = replace(law, threshold_base=next(key for key, words in BASES.items() if words == base))
    staircase = load_staircase(lists, chosen, f"{election_id}/{counted_by}/{order}")
    return LabSetting(election_id, lists, chosen, staircase, order)


def _reset_threshold() -> None:
    """Another election starts at the threshold of its own law."""
    years = {election.rsplit("-", 1)[1]: election for election in list_elections()}
    law = load_law(years[str(st.session_state[VOTES_OF])])
    st.session_state[THRESHOLD] = float(100 * law.legal_threshold)


@st.fragment
def show_live_lab(setting: LabSetting) -> None:
    """The slider with its diagram, and the staircase that follows it; only this part reruns on release.

    Args:
        setting: What is simulated.
    """
    law_pct = float(100 * setting.law.legal_threshold)
    diagram = st.container(gap="small")
    threshold = st.number_input(
        "Type an exact threshold, per cent, two decimals",
        min_value=0.0,
        max_value=HIGHEST / 100,
        value=law_pct,
        step=0.01,
        format="%.2f",
        key=THRESHOLD,
        bind="query-params",
        width=280,
    )
    note_widget(THRESHOLD, f"{threshold:g}")
    value = int(100 * threshold + ROUNDING_NOISE)
    with diagram:
        _show_diagram(setting, value)
    _show_staircase(setting, value, law_pct)


def _commit(hundredths_of_pct: int) -> None:
    st.session_state[THRESHOLD] = hundredths_of_pct / 100


def _show_diagram(setting: LabSetting, value: int) -> None:
    lists, law = setting.lists, setting.law
    caption = f"{_election_name(setting)}: the {law.n_seats} list seats; shares of {BASES[law.threshold_base].lower()}"
    data = slider_data(lists, law, setting.staircase, value=value, caption=caption)
    step = setting.staircase.at(Fraction(value, 10000))
    position = setting.staircase.steps.index(step)
    title = finding(setting.staircase, position, lists, law.n_seats).replace("{threshold}", percent(value / 100)[:-2])
    frame = ChartFrame(
        page="lab",
        name="parliament",
        title=title,
        subtitle=caption,
        alt=title,
        references=[*lists.references, *_base_references(setting), *(reference for _, reference in law.references), *preset_references()],
        table=_allocation_table(setting, step.allocation),
        notes=[*_law_words_notes(setting), *_runner_up_notes(setting), *_rival_notes(setting), *_base_notes(setting)],
        heading=False,
    )
    show_framed(frame, lambda: mount_threshold_slider(key="lab_slider", data=data, on_commit=_commit))


def _base_references(setting: LabSetting) -> list[str]:
    """Source of the total that the threshold is a share of, where it is not the sum of the lists."""
    if setting.lists.unit != "votes":
        return []
    _, reference = figure_value(setting.election_id, setting.law.threshold_base, setting.order)
    return [reference] if reference else []


def _election_name(setting: LabSetting) -> str:
    return setting.election_id.replace("-", " ").capitalize()


def _allocation_table(setting: LabSetting, allocation: Allocation) -> pd.DataFrame:
    """Per list: share, whole quotas, remainder, seats, and the source of its votes."""
    sources = dict(zip(setting.lists.claims["contestant_id"], setting.lists.claims["source"], strict=True))
    return pd.DataFrame(
        [
            {
                "List": setting.lists.names[name],
                setting.lists.unit.capitalize(): float(votes),
                "Share, per cent": round(float(100 * setting.staircase.shares[name]), 4),
                "Admitted": "yes" if name in allocation.admitted else "no",
                "Whole quotas": allocation.whole.get(name),
                "Remainder": float(allocation.remainders[name]) if name in allocation.remainders else None,
                "Seats": allocation.seats[name],
                "Source": sources[name],
            }
            for name, votes in setting.lists.count.votes.items()
        ]
    )


def _rival_notes(setting: LabSetting) -> list[str]:
    """What other sources print for a list, and whether a seat would change by it at the law's threshold."""
    printed = [key for key in count_options(setting.election_id, setting.order).values() if key]
    if not printed:
        return []
    base = load_count(setting.election_id, printed[0], setting.order)
    unit = next(iter(base.count.bases))
    law = replace(load_law(setting.election_id), threshold_base=unit)
    before, notes = allocate_seats(base.count, law).seats, []
    for row in each_row(printed_shares(setting.election_id)):
        if row.contestant_id not in base.count.votes or exact(row.value) == base.count.votes[row.contestant_id]:
            continue
        changed = VoteCount({**base.count.votes, row.contestant_id: exact(row.value)}, base.count.bases)
        after = allocate_seats(changed, law)
        effect = "no seat changes" if after.seats == before else f"seats would be {seat_text(after)}"
        who = f"{source_names([row.source])} prints {percent(row.value)} for {base.names[row.contestant_id]}"
        notes.append(f"{who}: {effect} at {percent(float(100 * law.legal_threshold))} of {BASES[unit].lower()}.")
    return list(dict.fromkeys(notes))


def _runner_up_notes(setting: LabSetting) -> list[str]:
    """The rule for a second list, and what the text at hand leaves open."""
    rule = setting.law.runner_up
    if rule is None:
        return []
    return [
        f"Since 2009, where only one list passes, the next is let in: its quotient times {float(rule.factor):g}, whole part, at least "
        f"{rule.least_seats} seats. The text at hand breaks off before it says who gets the seats this frees; here the first list does. "
        "If the second list’s remainder counted, it could have one seat more."
    ]


def _law_words_notes(setting: LabSetting) -> list[str]:
    """Where the law's words and the commission's practice differ on what the threshold is a share of."""
    day, rules = election_day(setting.election_id), load_rules()
    words, applied = (rule_in_force(rules, parameter, day) for parameter in ("list_threshold_base", "list_threshold_base_applied"))
    if words is None or applied is None or words.term == applied.term:
        return []
    law, practice = (BASES[str(rule.term)].lower() for rule in (words, applied))
    return [
        f"By the law’s words the threshold is a share of {law} ({short_reference(words.reference)}); the commission’s resolution of "
        f"2004 takes {practice} ({short_reference(applied.reference)}). No source says which was taken in other years; the official "
        "seats follow from the second."
    ]


def _base_notes(setting: LabSetting) -> list[str]:
    """Which bases no source gives."""
    missing = [words.lower() for base, words in BASES.items() if base not in setting.lists.count.bases]
    if not missing:
        return []
    return [f"Not known for this count, so not offered as a base of the threshold: {', '.join(missing)}."]


def _show_staircase(setting: LabSetting, value: int, law_pct: float) -> None:
    lists = setting.lists
    edges, steps = cliffs(setting.staircase, lists, law=setting.law.legal_threshold), step_frame(lists, setting.staircase)
    title = staircase_title(setting.staircase, setting.law.n_seats)
    frame = ChartFrame(
        page="lab",
        name="staircase",
        title=title,
        subtitle=f"Seats at every threshold, per cent of {BASES[setting.law.threshold_base].lower()}; a row ends where its list drops out",
        alt=" ".join([title + ".", *edges]),
        references=lists.references,
        table=steps.rename(columns={"name": "List", "from_pct": "Above, per cent", "to_pct": "Up to, per cent", "seats": "Seats"})
        .drop(columns="colour")
        .assign(Source=source_names(lists.references)),
        notes=edges,
    )
    show_chart(frame, build_staircase_chart(steps, threshold_pct=value / 100, law_pct=law_pct))


def reproduction_line(setting: LabSetting) -> str:
    """Whether the engine gives the official seats of the election under the law of the day, and what is missing.

    Args:
        setting: What is simulated.

    Returns:
        A sentence.
    """
    official, references = official_list_seats(setting.election_id, setting.order)
    law = load_law(setting.election_id)
    if law.threshold_base not in setting.lists.count.bases:
        missing = BASES[law.threshold_base].lower()
        return f"Not checked against the official seats: {missing}, the base the commission applied, is not known for this count."
    result = allocate_seats(setting.lists.count, law)
    won = {name: count for name, count in result.seats.items() if count}
    known = {name: count for name, count in official.items() if count}
    bar = f"{percent(float(100 * law.legal_threshold))} of {BASES[law.threshold_base].lower()}"
    words = f"By the law of the day, with the base of the commission’s resolution of 2004 ({bar}),"
    if won == known:
        return f"{words} the engine gives the official list seats, {seat_text(result)} ({source_names(references)})."
    return (
        f"{words} the engine gives {seat_text(result)}; the official list seats are {'/'.join(map(str, known.values())) or 'not stated'}."
    )
