"""Footnotes of the Threshold lab: what sources say against each other, what the law leaves open, what no source gives."""

from dataclasses import replace

import streamlit as st

from components.charts.frames import each_row
from components.charts.style import percent, thousands
from components.seats import VoteCount, allocate_seats, allocations_by_base, rule_in_force
from components.ui.counts import (
    BASES,
    count_options,
    election_day,
    exact,
    load_count,
    load_law,
    load_rules,
    plain_name,
    printed_shares,
    source_names,
)
from components.ui.election_frames import claim_text, short_reference
from components.ui.lab_setting import LabSetting
from components.ui.lab_words import edge_text, seat_text
from components.ui.load import election_claims, load_table
from components.ui.pick import DOCUMENTS


def lab_notes(setting: LabSetting) -> list[str]:
    """All footnotes under the diagram.

    Args:
        setting: What is simulated.

    Returns:
        Sentences.
    """
    return [
        *_law_words_notes(setting),
        *_runner_up_notes(setting),
        *_bloc_notes(setting),
        *_chamber_notes(setting),
        *_rival_notes(setting.election_id, setting.order),
        *_base_notes(setting),
        *_record_notes(setting),
        *_region_notes(setting),
    ]


@st.cache_data(show_spinner=False)
def _rival_notes(election_id: str, order: tuple[str, ...]) -> list[str]:
    """What other sources print for a list, and whether a seat would change by it at the law's threshold."""
    printed = [key for key in count_options(election_id, order).values() if key]
    if not printed:
        return []
    base = load_count(election_id, printed[0], order)
    unit = next(iter(base.count.bases))
    law = replace(load_law(election_id), threshold_base=unit)
    before, notes = allocate_seats(base.count, law).seats, []
    for row in each_row(printed_shares(election_id)):
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


def _bloc_notes(setting: LabSetting) -> list[str]:
    """What is assumed of a joint list, and what the law said of one."""
    if not setting.bloc:
        return []
    rule = rule_in_force(load_rules(), "electoral_blocs", election_day(setting.law_of))
    allowed = {"banned": "banned blocs", "allowed": "allowed blocs"}.get(str(rule.term)) if rule else None
    words = f"The law of {setting.law_year} {allowed} ({short_reference(rule.reference)}). " if rule and allowed else ""
    return [f"{words}All who voted for a part are taken to vote for the joint list; no source says that they would have."]


def _chamber_notes(setting: LabSetting) -> list[str]:
    """What is not known of the seats that lists do not fill."""
    if setting.n_other == 0:
        return []
    return [
        f"{setting.n_other} of {setting.n_seats} seats are not filled from lists. The record of districts is used only where it has "
        f"exactly that many; otherwise each list could have none of them or all {setting.n_other}, and the atlas does not guess."
    ]


def _law_words_notes(setting: LabSetting) -> list[str]:
    """Where the law's words and the commission's practice differ on what the threshold is a share of."""
    day, rules = election_day(setting.law_of), load_rules()
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
    """Bases that no source gives, and how far the answer can be off without them."""
    missing = [base for base in BASES if base not in setting.lists.count.bases]
    if not missing:
        return []
    notes = [f"Not known for this count, so not offered as a base: {', '.join(BASES[base].lower() for base in missing)}."]
    if setting.lists.unit == "votes" and "votes_cast" in missing:
        notes += _bounds_notes(setting)
    return notes


def _bounds_notes(setting: LabSetting) -> list[str]:
    """Every result that an unknown number of voters allows at the law's threshold, and what is known of that number."""
    least = setting.lists.count.bases["list_votes"]
    ranges = allocations_by_base(setting.lists.count, replace(setting.law, threshold_base="votes_cast"), least=least)
    if setting.law.n_seats == 0 or not setting.law.legal_threshold:
        return []
    most = _electorate(setting)
    parts: list[str] = []
    for part in ranges:
        seats = seat_text(part.allocation) or "no seat"
        if part.most is None or (most and part.most > most):
            parts.append(f"{seats} above that" if parts else f"{seats} however many")
            break
        parts.append(f"{seats} up to {thousands(int(part.most))}")
    first = ranges[0].most
    edge = f" The first edge lies {thousands(int(first) - int(least))} above the votes for lists." if first and len(parts) > 1 else ""
    told = ", then ".join(parts)
    return [f"As a share of all who voted the seats would be, by how many took part: {told}.{edge}{_voters_reported(setting)}"]


def _electorate(setting: LabSetting) -> float:
    """The largest electorate that any source gives, hedged ones included; 0 where none does."""
    rows = election_claims(load_table("election_figures"), setting.election_id, measure="electorate", scope="national")
    figures = [rows[column].dropna() for column in ("value", "value_min", "value_max")]
    return max((float(figure) for column in figures for figure in column), default=0.0)


def _voters_reported(setting: LabSetting) -> str:
    """Figures for those who voted that are not exact and official."""
    rows = election_claims(load_table("election_figures"), setting.election_id, measure="votes_cast", scope="national")
    told = [f"{claim_text(row)} ({row.status}, {short_reference(str(row.source))})" for row in each_row(rows)]
    return f" Reported: {'; '.join(dict.fromkeys(told))}." if told else ""


def _record_notes(setting: LabSetting) -> list[str]:
    """Lists of which no document prints a figure, so that only the public record has them."""
    if setting.apart.unit != "votes":
        return []
    results = load_table("results")
    here = results[(results["election_id"] == setting.election_id) & results["measure"].isin(["votes", "vote_pct"])]
    printed = set(here[here["source"].str.startswith(tuple(f"{key}[" for key in DOCUMENTS))]["contestant_id"])
    missing = [
        plain_name(words) for name, words in setting.apart.names.items() if name in setting.apart.count.votes and name not in printed
    ]
    if len(missing) == len(setting.apart.count.votes):
        return ["The five documents print no share of this election; the votes are those of the public record."]
    return [f"No document prints a share for {', '.join(missing)}; their votes are those of the public record."] if missing else []


def _region_notes(setting: LabSetting) -> list[str]:
    """A condition by region that one source mentions without its number."""
    rules = load_table("rules")
    rows = rules[(rules["parameter"] == "regional_vote_share") & (rules["country"] == "KZ") & rules["value"].isna()]
    rows = rows[rows["valid_from"].fillna("").str.startswith(setting.law_year)]
    if rows.empty:
        return []
    place = short_reference(str(rows["source"].iloc[0]))
    return [f"{place} also speaks of a share to be reached in each region, without its number; no other source does. Not simulated."]


def rival_edges(setting: LabSetting) -> dict[str, str]:
    """What other ways of counting say of the share of each list, where they say something else.

    Args:
        setting: What is simulated.

    Returns:
        Words by list, as "3.09 % by the shares that Abramov 2009 prints".
    """
    base, mine = setting.law.threshold_base, setting.lists.count.shares(setting.law.threshold_base)
    printed: dict[str, dict[str, list[str]]] = {}
    for key in count_options(setting.election_id, setting.order).values():
        other = load_count(setting.election_id, key, setting.order)
        if other.unit == setting.apart.unit or base not in other.count.bases:
            continue
        for name, share in other.count.shares(base).items():
            if name in mine and edge_text(share) != edge_text(mine[name]):
                printed.setdefault(name, {}).setdefault(edge_text(share), []).append(key)
    return {name: "; ".join(f"{edge} {_by_whom(keys)}" for edge, keys in edges.items()) for name, edges in printed.items()}


def _by_whom(keys: list[str]) -> str:
    names = source_names(keys)
    return f"by the shares that {names} {'prints' if len(keys) == 1 else 'print'}" if all(keys) else "by votes"
