"""Findings of the Overview and of the Threshold lab, computed by the engine from the data; each is a way into a page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import streamlit as st

from components.charts.frames import each_row
from components.charts.style import percent, thousands
from components.seats import IncompleteLawError, MissingBaseError, allocate_seats, build_staircase, form_alliance, rule_in_force
from components.ui.counts import ListCount, count_options, election_day, fraction_minimum, load_count, load_law, load_rules
from components.ui.errors import NothingKnownError
from components.ui.lab_words import in_words, seat_text
from components.ui.load import load_results, load_table

KNOWN_GAPS = (NothingKnownError, MissingBaseError, IncompleteLawError, KeyError)


@dataclass(frozen=True)
class Finding:
    """One computed finding.

    Attributes:
        number: The figure that stands alone.
        sentence: What it means.
        below: How it was computed.
        references: Sources.
        page: Page that shows it.
        query: State of that page.
        link: Words of the link.
    """

    number: str
    sentence: str
    below: str
    references: tuple[str, ...]
    page: str
    query: dict[str, str]
    link: str


def printed_count(election_id: str, order: tuple[str, ...]) -> ListCount:
    """The count by the printed shares of the document that gives all lists; by votes where none does."""
    options = count_options(election_id, order)
    keys = [key for key in options.values() if key]
    return load_count(election_id, keys[0] if keys else "", order)


def bloc_finding(order: tuple[str, ...]) -> Finding:
    """2007: what the ban on blocs did, beside what the threshold did."""
    lists, law = printed_count("majilis-2007", order), load_law("majilis-2007")
    pair = ("nsdp", "ak-zhol")
    joint = form_alliance(lists.count, pair, name="joint")
    share = joint.shares(law.threshold_base)["joint"]
    seats = allocate_seats(joint, law).seats["joint"]
    staircase = build_staircase(lists.count, law)
    second = max(sorted(step.allocation.seats.values(), reverse=True)[1] for step in staircase.steps)
    minimum = fraction_minimum()
    if minimum is None:
        raise NothingKnownError("the least number of deputies in a fraction")
    shares = lists.count.shares(law.threshold_base)
    both = " and ".join(percent(float(100 * shares[name])) for name in pair)
    return Finding(
        f"{seats} seats",
        f"In 2007 the NSDP and Ak Zhol lists polled {both}, together {percent(float(100 * share))}: {in_words(seats)} seats, and a "
        f"fraction needs {in_words(minimum)}. Apart, at no threshold does the second list get more than {in_words(second)}: no fraction. "
        "The ban on blocs mattered more than the threshold.",
        f"Computed: largest remainder, {law.n_seats} seats, {percent(float(100 * law.legal_threshold))} of votes for lists; "
        "whether voters would have followed a bloc is not known.",
        (*lists.references, "bowyer2008[Parliamentary Fractions and Deputies' Groups]"),
        "threshold_lab",
        {"lab_votes_of": "2007", "lab_threshold": "3", "lab_base": "List votes"},
        "Move the threshold of 2007",
    )


def landslide_finding(order: tuple[str, ...]) -> Finding:
    """2004 to 2007: how much of the landslide was there before the merger."""
    before, after = printed_count("majilis-2004", order), printed_count("majilis-2007", order)
    parts = ("nur-otan", "asar", "aist")
    shares = [Fraction(before.count.shares("list_votes")[name]) for name in parts]
    now = after.count.shares("list_votes")["nur-otan"]
    seats = [_total_seats("majilis-2004", name, order) for name in parts]
    pieces = " + ".join(f"{float(100 * share):.2f}" for share in shares)
    return Finding(
        percent(float(100 * sum(shares))),
        f"In 2004 Otan, Asar and the AIST bloc polled {pieces} per cent and won {sum(seats)} of 77 seats. Merged into Nur-Otan "
        f"they took {percent(float(100 * now))} and all 98 list seats in 2007: most of that result was there before the merger.",
        "Sum of printed shares of votes for lists.",
        (*before.references, *after.references),
        "elections",
        {"elections_election": "Majilis 2004"},
        "See the parts in 2004",
    )


def _total_seats(election_id: str, contestant_id: str, order: tuple[str, ...]) -> int:
    chosen = load_results(order).chosen
    rows = chosen[(chosen["election_id"] == election_id) & (chosen["contestant_id"] == contestant_id) & (chosen["measure"] == "seats")]
    total = rows[rows["tier"] == "total"]["value"].dropna()
    return int(total.iloc[0] if len(total) else rows[rows["tier"].isin(["list", "district"])]["value"].sum())


def base_finding(order: tuple[str, ...]) -> Finding:
    """2004: seven per cent of what."""
    lists, law = load_count("majilis-2004", "", order), load_law("majilis-2004")
    other = replace(law, threshold_base="votes_cast")
    first, second = (lists.count.shares(base)["aist"] for base in ("list_votes", "votes_cast"))
    applied, worded = allocate_seats(lists.count, law), allocate_seats(lists.count, other)
    return Finding(
        f"{percent(float(100 * first))} or {percent(float(100 * second))}",
        f"Seven per cent of what? In 2004 the AIST bloc had {percent(float(100 * first))} of the votes for lists and "
        f"{percent(float(100 * second))} of all who voted. The commission admitted it on the first; by the law’s words its seat goes "
        f"to Ak Zhol: {seat_text(applied)} (Otan, Ak Zhol, Asar, AIST) becomes {seat_text(worded)}.",
        "Computed from the public record of votes; the base of the threshold is a dated rule of its own.",
        (*lists.references, *(reference for _, reference in law.references)),
        "threshold_lab",
        {"lab_votes_of": "2004", "lab_base": "All who voted"},
        "Switch the base in the lab",
    )


def copy_finding(order: tuple[str, ...]) -> Finding:
    """2004 without a threshold: a seat for the bloc, unless its rival's votes stay out."""
    lists, law = load_count("majilis-2004", "", order), load_law("majilis-2004")
    bloc, rival = "cpk-dck-bloc-2004", "cppk"
    without = allocate_seats(lists.count, replace(law, legal_threshold=Fraction(0)))
    shares = lists.count.shares(law.threshold_base)
    between = allocate_seats(lists.count, replace(law, legal_threshold=shares[bloc]))
    return Finding(
        f"{in_words(without.seats[bloc]).capitalize()} seat",
        f"In 2004 the bloc of Communists and Democratic Choice polled {percent(float(100 * shares[bloc]))}. Without a threshold it takes "
        f"a seat from Otan: {seat_text(without)}. Admitted alone, with its rival of {percent(float(100 * shares[rival]))}, the Communist "
        f"People’s Party, still out, it has none: {seat_text(between)}.",
        "Computed from the public record of votes; largest remainder, ten list seats. That the rival copied name and rhetoric is told by "
        "Abramov.",
        (*lists.references, "abramov2009[Origins of parties]"),
        "threshold_lab",
        {"lab_votes_of": "2004", "lab_threshold": "0"},
        "Take the threshold away",
    )


def membership_finding(order: tuple[str, ...]) -> Finding:
    """2007 and 2009: parties with more members than voters."""
    votes, members = _list_votes("majilis-2007", order), _commission_members("2009")
    if not votes or not members:
        raise NothingKnownError("members and votes of 2007")
    demanded = _minimum_members()
    more = sorted((name for name in members if name in votes and members[name][0] > votes[name][0]), key=lambda name: -members[name][0])
    below = [name for name in more if votes[name][0] < demanded]
    if not more:
        raise NothingKnownError("parties with more members than voters")
    names = load_table("parties").drop_duplicates("party_id").set_index("party_id")["name"]
    first = max(more, key=lambda name: members[name][0] / votes[name][0])
    pairs = "; ".join(f"{names[name]} {thousands(members[name][0])} and {thousands(votes[name][0])}" for name in more)
    return Finding(
        f"{members[first][0] / votes[first][0]:.1f} a vote",
        f"Members counted by the election commission in 2009, and votes in 2007: {pairs}. {in_words(len(below)).capitalize()} of these "
        f"parties polled fewer votes than the {thousands(demanded)} members that the law demanded in 2007.",
        f"{names[first]}: members of 2009 by votes of 2007; the two dates are two years apart.",
        tuple(reference for name in more for reference in (members[name][1], votes[name][1])),
        "membership",
        {},
        "Members against votes",
    )


def _list_votes(election_id: str, order: tuple[str, ...]) -> dict[str, tuple[float, str]]:
    """Votes of each party's list, with the source."""
    chosen = load_results(order).chosen
    rows = chosen[
        (chosen["election_id"] == election_id) & (chosen["measure"] == "votes") & (chosen["tier"] == "list") & chosen["value"].notna()
    ]
    return {row.contestant_id: (row.value, row.source) for row in each_row(rows)}


def _commission_members(year: str) -> dict[str, tuple[float, str]]:
    """Members by the count of the election commission, with the source."""
    rows = load_table("memberships").query("measure == 'members' and claimed_by == 'electoral_commission' and value.notna()")
    return {row.party_id: (row.value, row.source) for row in each_row(rows[rows["as_of"] == year])}


def _minimum_members() -> int:
    """Members that the law demanded on the day of the election of 2007."""
    rule = rule_in_force(load_rules(), "party_registration_members", on=election_day("majilis-2007"))
    if rule is None or rule.value is None:
        raise NothingKnownError("the members that the law demanded in 2007")
    return int(rule.value)


OVERVIEW: tuple[Callable[[tuple[str, ...]], Finding], ...] = (bloc_finding, landslide_finding, membership_finding)
LAB: dict[str, tuple[Callable[[tuple[str, ...]], Finding], ...]] = {"2004": (base_finding, copy_finding), "2007": (bloc_finding,)}
"""Findings that stand in the lab, by the year of the votes."""


@st.cache_resource(show_spinner=False)
def computed_findings(order: tuple[str, ...], *, year: str = "") -> tuple[Finding, ...]:
    """The findings that the data at hand allows.

    Args:
        order: Source keys the reader wants first.
        year: Those of the lab for the votes of a year; those of the Overview where empty.

    Returns:
        Findings; one whose figures the data lacks is left out.
    """
    found = []
    for compute in LAB.get(year, ()) if year else OVERVIEW:
        try:
            found.append(compute(order))
        except KNOWN_GAPS:
            continue
    return tuple(found)
