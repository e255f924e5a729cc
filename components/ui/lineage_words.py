"""Changes and memberships as sentences, each with who says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from components.charts.frames import each_row
from components.lineage import ALLIANCES, Change, Claim, Lineage, has_namesake, name_on
from components.records import format_date, parse_reference
from components.ui.load import load_sources, load_table

SENTENCES = {
    "founded": "{successor} was founded",
    "founded_by": "{successor} was founded by {predecessor} or on its basis",
    "initiated_by_state": "{successor} was initiated or encouraged from above",
    "split": "{successor} came out of a split of {predecessor}",
    "merged": "{predecessor} merged into {successor}",
    "merger_announced": "{predecessor} announced a merger with {successor}",
    "renamed": "{before} was renamed {after}",
    "transformed": "{before} became {after}",
    "registered": "{successor} was registered",
    "registration_denied": "{successor} was denied registration",
    "not_applied": "{successor} did not apply for registration",
    "not_reregistered": "{successor} did not register anew",
    "suspended": "{successor} was suspended",
    "banned": "{successor} was banned",
    "dissolved": "{successor} was dissolved",
    "undone": "{successor} parted again after a joint list",
}
ONE_PART = {
    "merged": "parts that the source does not name merged into {successor}",
    "merger_announced": "a merger of {successor} was announced",
    "split": "{successor} came out of a split",
    "founded_by": "{successor} was founded by others",
}
IN_ALLIANCE = {"merged": "{predecessor} was merged with its partner for {successor}"}
MEMBERSHIPS = {
    "founder": "{member} was among the founders of {alliance}",
    "joined": "{member} joined {alliance}",
    "announced": "{member} announced that it would join {alliance}",
    "left": "{member} left {alliance}",
    "undone": "{member} parted from {alliance} again",
}
UNDATED = "no date"
LONGEST_NAME = 44


@st.cache_resource(show_spinner=False)
def claim_rows() -> Mapping[str, tuple[str, str]]:
    """Date in words and short name of the source of every claim on lineage and alliances, by claim_id."""
    rows = {}
    for table in ("lineage", "alliance_members"):
        for row in each_row(load_table(table)[["claim_id", "as_of", "source", "claimant"]].fillna("")):
            said = short_source(row.source)
            rows[row.claim_id] = (format_date(row.as_of) or UNDATED, f"{row.claimant}, in {said}" if row.claimant else said)
    return rows


def short_source(reference: str) -> str:
    """Short name of a source, without the place in it.

    Args:
        reference: A cell of the column `source`.

    Returns:
        The short title of the bibliography, or the key where it is not in it.
    """
    key = parse_reference(reference).key
    source = load_sources().get(key)
    return source.short if source else key


def claim_sentence(lineage: Lineage, claim: Claim) -> str:
    """What one claim says, without date and source; an organisation has the name that it had then.

    Args:
        lineage: The graph, for names.
        claim: The claim.

    Returns:
        A sentence without its full stop.
    """
    alone = claim.predecessor is None or (claim.predecessor == claim.successor and claim.kind in ONE_PART)
    form = ONE_PART.get(claim.kind) if alone else IN_ALLIANCE.get(claim.kind) if _is_alliance(lineage, claim.successor) else None
    return _capital(
        (form or SENTENCES.get(claim.kind, "{successor}: " + claim.kind)).format(
            successor=_name_then(lineage, claim.successor, claim),
            predecessor=_name_then(lineage, claim.predecessor, claim) if claim.predecessor else "it",
            before=claim.name_before or _name_then(lineage, claim.successor, claim),
            after=claim.name_after or "another name",
        )
    )


def _name_then(lineage: Lineage, name: str, claim: Claim) -> str:
    """The name on the day of the claim, unless another organisation had it too; the name of the atlas where there is no day."""
    organisation = lineage.organisations.get(name)
    if organisation is None:
        return name
    then = name_on(lineage, name, claim.when.point) if claim.when else organisation.name
    return then if len(then) <= LONGEST_NAME and not has_namesake(lineage, then, name) else organisation.name


def _is_alliance(lineage: Lineage, name: str) -> bool:
    organisation = lineage.organisations.get(name)
    return organisation is not None and organisation.kind in ALLIANCES


def change_story(lineage: Lineage, change: Change, *, predecessor: str | None = None) -> list[str]:
    """Everything that sources say of a change: a line a statement, with its dates and who gives them.

    Args:
        lineage: The graph.
        change: The change.
        predecessor: Only what is said of this part of it, where several organisations came together.

    Returns:
        Lines such as "Auyl was founded: 2000 (Babak); 2002 (Bowyer 2008)."
    """
    told = [claim for claim in change.claims if predecessor is None or claim.predecessor == predecessor]
    return _lines([(claim_sentence(lineage, claim), claim.claim_id) for claim in told])


def membership_story(lineage: Lineage, member: str, alliance: str) -> list[str]:
    """What sources say of a membership.

    Args:
        lineage: The graph.
        member: The member.
        alliance: The alliance.

    Returns:
        Lines as in `change_story`.
    """
    names = {name: entry.name for name, entry in lineage.organisations.items()}
    told = [entry for entry in lineage.memberships if (entry.member, entry.alliance) == (member, alliance)]
    form = {"member": names.get(member, member), "alliance": names.get(alliance, alliance)}
    return _lines([(_capital(MEMBERSHIPS.get(entry.status, MEMBERSHIPS["joined"]).format(**form)), entry.claim_id) for entry in told])


def life_story(lineage: Lineage, party_id: str) -> list[str]:
    """The life of an organisation in its order: its changes, then its alliances; not what became of others it was a part of.

    Args:
        lineage: The graph.
        party_id: The organisation.

    Returns:
        Lines as in `change_story`.
    """
    lines = []
    for change in lineage.changes_of.get(party_id, ()):
        is_its_own = any(claim.successor == party_id for claim in change.claims)
        lines += change_story(lineage, change, predecessor=None if is_its_own else party_id)
    pairs = {(entry.member, entry.alliance): None for entry in lineage.memberships if party_id in (entry.member, entry.alliance)}
    return [*lines, *(line for pair in pairs for line in membership_story(lineage, *pair))]


def change_table(lineage: Lineage, shown: Sequence[str]) -> pd.DataFrame:
    """Every claim on the lineage of some organisations as a row, in the order of time.

    Args:
        lineage: The graph.
        shown: Ids of the organisations.

    Returns:
        Columns Organisation, What happened, When, Who says so, Claim, Source.
    """
    sources = pd.concat([load_table(name)[["claim_id", "source"]] for name in ("lineage", "alliance_members")])
    places = dict(zip(sources["claim_id"], sources["source"], strict=True))
    changes = {change.change_id: change for name in shown for change in lineage.changes_of.get(name, ())}
    told = [(claim.when, claim.successor, claim_sentence(lineage, claim), claim.claim_id) for c in changes.values() for claim in c.claims]
    for entry in lineage.memberships:
        if entry.member in shown or entry.alliance in shown:
            line = MEMBERSHIPS.get(entry.status, MEMBERSHIPS["joined"])
            form = {"member": lineage.organisations[entry.member].name, "alliance": lineage.organisations[entry.alliance].name}
            told.append((entry.when, entry.member, _capital(line.format(**form)), entry.claim_id))
    told.sort(key=lambda row: (row[0] is None, row[0].point.isoformat() if row[0] else "", row[3]))
    dates = claim_rows()
    return pd.DataFrame(
        [
            (lineage.organisations[name].name, words, *dates.get(claim, (UNDATED, "")), claim, places.get(claim, ""))
            for _, name, words, claim in told
        ],
        columns=["Organisation", "What happened", "When", "Who says so", "Claim", "Source"],
    )


def _lines(statements: Sequence[tuple[str, str]]) -> list[str]:
    """One line for each statement, with the dates of its claims and who gives them."""
    dates = claim_rows()
    found: dict[str, dict[str, list[str]]] = {}
    for words, claim_id in statements:
        day, said = dates.get(claim_id, (UNDATED, ""))
        sayers = found.setdefault(words, {}).setdefault(day, [])
        if said not in sayers:
            sayers.append(said)
    told = {words: [f"{day} ({', '.join(said)})" for day, said in days.items()] for words, days in found.items()}
    return [f"{words}: {'; '.join(dates_told)}." for words, dates_told in told.items()]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
