"""Sentences of Proposals, computed from the demands, and the table behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from components.ui.proposals_data import (
    ADOPTED,
    CONTRARY,
    DIFFER,
    OTHER,
    OUTCOME_WORDS,
    PARTLY,
    PENDING,
    REFUSED,
    THRESHOLD,
    UNTOLD,
    Demand,
    Told,
)

COUNTED = {
    ADOPTED: "adopted",
    PARTLY: "in part",
    PENDING: "open when last told",
    DIFFER: "told differently by sources",
    REFUSED: "not taken up",
    CONTRARY: "answered by the contrary",
    UNTOLD: "without a told outcome",
}
ENOUGH = 3
"""Demands from which on the share of a subject is worth a sentence."""


def proposals_finding(demands: Sequence[Demand], picked: Sequence[str] = ()) -> str:
    """How many were adopted, and where most and fewest.

    Args:
        demands: The demands shown.
        picked: What narrows them, in words.

    Returns:
        A sentence.
    """
    counts = Counter(demand.verdict for demand in demands)
    total = f"{len(demands)} demand{'' if len(demands) == 1 else 's'}"
    if picked:
        told = ", ".join(f"{number} {COUNTED[name]}" for name, number in counts.most_common())
        return f"{' · '.join(picked)}: {total}, of which {told}" if len(demands) > 1 else f"{' · '.join(picked)}: {total}, {told}"
    shares = _shares(demands)
    lead = f"{counts[ADOPTED]} of {total} were adopted"
    if not shares:
        return f"{lead}; of {counts[UNTOLD]} no source tells what became of them"
    best, worst = max(shares, key=lambda entry: entry[1] / entry[2]), min(shares, key=lambda entry: entry[1] / entry[2])
    if best == worst:
        return lead
    how_often = "least" if worst[1] else "never"
    return f"{lead}, most often on {_about(best[0])} ({best[1]} of {best[2]}), {how_often} on {_about(worst[0])} ({worst[1]} of {worst[2]})"


def _about(subject: str) -> str:
    return "the threshold" if subject == THRESHOLD else subject[:1].lower() + subject[1:]


def _shares(demands: Sequence[Demand]) -> list[tuple[str, int, int]]:
    """Subject, adopted and all demands of the subjects of which enough outcomes are told."""
    found = []
    for subject in dict.fromkeys(demand.subject for demand in demands if demand.subject != OTHER):
        same = [demand.verdict for demand in demands if demand.subject == subject]
        if len(same) - same.count(UNTOLD) >= ENOUGH:
            found.append((subject, same.count(ADOPTED), len(same)))
    return sorted(found, key=lambda entry: -entry[2])


def proposals_alt(title: str, demands: Sequence[Demand]) -> str:
    """The chart for a reader who cannot see it: the outcomes of every subject."""
    lines = []
    for subject in dict.fromkeys(demand.subject for demand in demands):
        counts = Counter(demand.verdict for demand in demands if demand.subject == subject)
        lines.append(f"{subject}: {', '.join(f'{number} {COUNTED[name]}' for name, number in counts.most_common())}")
    return f"{title}. {'; '.join(lines)}."


def proposals_notes(demands: Sequence[Demand]) -> list[str]:
    """What the counts rest on."""
    verdicts = Counter(demand.verdict for demand in demands)
    notes = [
        "A demand told of by several sources or askers counts once. A dated change of the law, or what the same source tells later, "
        "replaces what was told before; the list below has all of it.",
    ]
    if verdicts[DIFFER]:
        notes.append(f"{DIFFER}: for {verdicts[DIFFER]} of these, sources tell different outcomes; none of them is preferred.")
    if verdicts[ADOPTED] + verdicts[PARTLY]:
        notes.append("Adopted means that what was asked for came, not that it came because it was asked for; few sources link the two.")
    if verdicts[UNTOLD]:
        notes.append(f"{UNTOLD}: no document and no dated law at hand says what became of {verdicts[UNTOLD]} of these.")
    return [*notes, "Subjects are ours."]


def asked_by(told: Told) -> str:
    """Who asked, when, and the figure as printed."""
    printed = f" (“{told.printed.strip('“”')}”)" if told.printed else ""
    return f"{', '.join(filter(None, [told.who, told.dated]))}{printed}"


def fate(told: Told) -> str:
    """An outcome in words, with its date."""
    words = OUTCOME_WORDS[told.who]
    return f"{words[:1].upper()}{words[1:]}{f', {told.dated}' if told.dated else ''}: {told.text}"


def proposals_table(demands: Sequence[Demand]) -> pd.DataFrame:
    """Every claim on the demands and on their outcomes, with its source."""
    rows = [_row(demand, told, "demand") for demand in demands for told in demand.claims]
    rows += [_row(demand, told, "outcome") for demand in demands for told in demand.outcomes]
    places = {demand.proposal_id: place for place, demand in enumerate(demands)}
    table = pd.DataFrame(rows).sort_values("id", key=lambda ids: ids.map(places), kind="stable")
    return table.drop(columns="id")


def _row(demand: Demand, told: Told, kind: str) -> dict[str, str]:
    return {
        "id": demand.proposal_id,
        "Demand": demand.headline,
        "Subject": demand.subject,
        "Counted as": demand.verdict,
        "Claim on": kind,
        "Who asked": told.who if kind == "demand" else "",
        "Outcome": OUTCOME_WORDS[told.who] if kind == "outcome" else "",
        "What is told": told.text,
        "As printed": told.printed,
        "When": told.dated,
        "Who says so": told.said,
        "Source": told.reference,
        "Note": told.note,
    }
