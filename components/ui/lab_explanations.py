"""Views of the lab that explain: one seat, and unions of lists."""

from fractions import Fraction

import pandas as pd
import streamlit as st

from components.charts.remainders import build_claims_chart
from components.charts.style import percent, thousands
from components.seats import (
    Allocation,
    ElectoralLaw,
    SeatExplanation,
    Union,
    allocate_seats,
    explain_lists,
    explain_seat,
    unions_that_change,
)
from components.ui.counts import ListCount, plain_name, source_names
from components.ui.frame import ChartFrame, show_chart, show_framed
from components.ui.lab_setting import SEAT, LabSetting
from components.ui.lab_words import FORMULA_NAMES, count_of_seats, in_words, join_names
from components.ui.pick import pick_number
from components.ui.words import show_plain_table

WON_BY = {
    "quota": "by a whole quota",
    "remainder": "by a remainder",
    "average": "by its average",
    "runner_up_rule": "by the rule for a second list",
    "left_over": "as what the rule for a second list leaves over (our reading)",
}
UNIONS_SHOWN = 8


def pick_seat(setting: LabSetting, value: int, *, hidden: bool) -> int:
    """Which seat is explained: the one that was clicked or typed, else the one that is nearest to being lost.

    Args:
        setting: What is simulated.
        value: Threshold in hundredths of a per cent.
        hidden: Whether another view is open; the widget stays mounted, so that a click on a seat reaches the address.

    Returns:
        The number of the seat, from 1; 0 where there is none, or where another view is open.
    """
    law = setting.law_at(value)
    owners = _owners(allocate_seats(setting.lists.count, law))
    with st.container(key="hidden_lab_seat" if hidden else "around_lab_seat"):
        words = "Seat, counted from the left of the diagram; 0: the one nearest to being lost"
        number = pick_number(words, key=SEAT, default=0, least=0, most=max(len(owners), 1))
    if hidden or not owners:
        return 0
    return min(number, len(owners)) or _closest(setting, law, tuple(owners))


def _owners(allocation: Allocation) -> list[tuple[str, int]]:
    """Holder of each seat in the order of the diagram, and which of its seats it is."""
    return [(name, ordinal) for name, seats in allocation.seats.items() for ordinal in range(1, seats + 1)]


def show_seat(setting: LabSetting, value: int, number: int) -> None:
    """One seat explained, and the claims of all lists to the last seats.

    Args:
        setting: What is simulated.
        value: Threshold in hundredths of a per cent.
        number: The seat, from 1; 0 where there is none.
    """
    law, lists = setting.law_at(value), setting.lists
    allocation = allocate_seats(lists.count, law)
    if number == 0:
        st.markdown("No list has a seat here, so there is none to explain.")
        return
    holder, ordinal = _owners(allocation)[number - 1]
    seat = explain_seat(lists.count, law, holder=holder, ordinal=ordinal, unit=lists.least_votes)
    claims = _claims(lists, law, allocation)
    table = _explanation_table(lists, law, allocation)
    title = _seat_sentence(number, seat, lists)
    frame = ChartFrame(
        page="lab",
        name="seat",
        title=title,
        subtitle=_claims_subtitle(law, allocation),
        alt=title + ". " + "; ".join(f"{row['List']}: {row['Seats']} seats" for row in table.to_dict("records")),
        references=lists.references,
        table=table,
        notes=[*_tie_notes(allocation, lists, law), _margin_note(lists, law)],
    )
    show_chart(frame, build_claims_chart(claims, axis_title=_claims_axis(allocation)))


@st.cache_data(show_spinner=False, max_entries=400)
def _closest_of(_lists: ListCount, law: ElectoralLaw, name: str, owners: tuple[tuple[str, int], ...]) -> int:
    """The number of the seat that hangs on the fewest votes; of each list only its last seat can be it."""
    last = {holder: number for number, (holder, _) in enumerate(owners, start=1)}
    margins = {
        number: explain_seat(_lists.count, law, holder=holder, ordinal=owners[number - 1][1], unit=_lists.least_votes).margin
        for holder, number in last.items()
    }
    return min(margins, key=margins.__getitem__)


def _closest(setting: LabSetting, law: ElectoralLaw, owners: tuple[tuple[str, int], ...]) -> int:
    return _closest_of(setting.lists, law, f"{setting.count_name}/{setting.bloc}", owners)


def _seat_sentence(number: int, seat: SeatExplanation, lists: ListCount) -> str:
    """How a seat was won, the margin to losing it, and who is next."""
    heirs = join_names([plain_name(lists.names[name]) for name in seat.next_in_line])
    start = f"Seat {number}: {plain_name(lists.names[seat.holder])}’s {_ordinal(seat.ordinal)}, won {WON_BY[seat.won_by]}"
    return (
        f"{start}; with {_amount(seat.margin, lists)} fewer {_consequence(seat, heirs)}" if heirs else f"{start}; no other list can take it"
    )


def _consequence(seat: SeatExplanation, heirs: str) -> str:
    """What the loss does."""
    held = seat.now.seats[seat.holder]
    if seat.drops_out and held > 1:
        return f"the list would drop out, and all its {held} seats go to {heirs}"
    if seat.drops_out:
        return f"the list would drop out, and its seat go to {heirs}"
    if seat.is_tie:
        return f"it would be in a tie with {heirs}" if seat.shares_tie else f"{heirs} would tie for it"
    if seat.lets_in:
        return f"another list would be admitted, and seats go to {heirs}"
    return f"it would go to {heirs}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # noqa: PLR2004 - 11th to 13th
    return f"{number}{ending}"


def _amount(margin: Fraction, lists: ListCount) -> str:
    if lists.unit == "votes":
        return f"{thousands(float(margin))} vote{'' if margin == 1 else 's'}"
    return f"{float(margin):.2f} percentage points"


def _claims(lists: ListCount, law: ElectoralLaw, allocation: Allocation) -> pd.DataFrame:
    """What each admitted list brings to the last seats, the largest first."""
    rows = []
    for entry in explain_lists(lists.count, law, allocation):
        if not entry.admitted:
            continue
        by_quota = allocation.quota is not None and bool(allocation.remainders)
        won = entry.whole is not None and entry.seats > entry.whole if by_quota else entry.seats > 0
        claim = float((entry.remainder or 0) / (allocation.quota or 1)) if by_quota else float(lists.count.votes[entry.name])
        label = f"{entry.whole} + {claim:.3f}" if by_quota else f"{entry.seats} seat{'' if entry.seats == 1 else 's'}"
        rows.append({"name": lists.names[entry.name], "colour": lists.colours[entry.name], "claim": claim, "won": won, "label": label})
    return pd.DataFrame(rows, columns=["name", "colour", "claim", "won", "label"]).sort_values("claim", ascending=False, kind="stable")


def _claims_subtitle(law: ElectoralLaw, allocation: Allocation) -> str:
    if allocation.runner_up and law.runner_up:
        return (
            f"Rule for a second list: the whole part of its quotient times {float(law.runner_up.factor):g}, at least "
            f"{law.runner_up.least_seats}; votes, and the seats"
        )
    if not allocation.remainders or allocation.quota is None:
        return f"{FORMULA_NAMES[law.formula]}: votes of the admitted lists, and the seats they won"
    tied = allocation.tie.n_seats if allocation.tie else 0
    left = law.n_seats - sum(allocation.whole.values()) - tied
    quota = f"{float(allocation.quota):,.0f} votes" if allocation.quota > 100 else f"{float(allocation.quota):.3f} per cent"  # noqa: PLR2004
    who = {0: "no seat is left over for them", 1: "the largest wins the last seat (full)"}
    winners = who.get(max(left, 0), f"the {in_words(left)} largest win a seat each (full)") + (f"; {tied} in a tie" if tied else "")
    return f"Whole quotas of {quota}, and what remains of one; {winners}"


def _claims_axis(allocation: Allocation) -> str:
    return "Remainder, share of a quota" if allocation.remainders else "Votes"


def _explanation_table(lists: ListCount, law: ElectoralLaw, allocation: Allocation) -> pd.DataFrame:
    """Per list: share, quotas, remainder, rank, seats, and what its last seat hangs on."""
    sources = dict(zip(lists.claims["contestant_id"], lists.claims["source"], strict=True))
    rows = []
    for entry in explain_lists(lists.count, law, allocation):
        last = explain_seat(lists.count, law, holder=entry.name, ordinal=entry.seats, unit=lists.least_votes) if entry.seats else None
        rows.append(
            {
                "List": lists.names[entry.name],
                lists.unit.capitalize(): float(lists.count.votes[entry.name]),
                "Share, per cent": round(float(100 * entry.share), 4),
                "Admitted": "yes" if entry.admitted else "no",
                "Quotas": round(float(entry.quotas), 4) if entry.quotas is not None else None,
                "Whole quotas": entry.whole,
                "Remainder": round(float(entry.remainder), 3) if entry.remainder is not None else None,
                "Rank": entry.rank,
                "Seats": entry.seats,
                "Loses its last seat with fewer by": float(last.margin) if last else None,
                "Then next": ", ".join(plain_name(lists.names[name]) for name in last.next_in_line) if last else "",
                "Source": sources.get(entry.name, source_names(lists.references)),
            }
        )
    return pd.DataFrame(rows)


def _tie_notes(allocation: Allocation, lists: ListCount, law: ElectoralLaw) -> list[str]:
    if allocation.tie is None:
        return []
    names = join_names([plain_name(lists.names[name]) for name in allocation.tie.contenders])
    if lists.unit != "votes":
        return [f"By the printed shares {names} cannot be told apart; by their votes they may not be level."]
    rule = ""
    if law.tie_break and law.formula == "largest_remainder_hare":
        rule = " By article 97 the list registered first comes first; the order of registration is not in the material at hand."
    return [f"Seats in a tie between {names}: {in_words(allocation.tie.n_seats)}.{rule} The tie stays open."]


def _margin_note(lists: ListCount, law: ElectoralLaw) -> str:
    unit = "votes" if lists.unit == "votes" else "percentage points"
    smaller = " Here a smaller loss may do." if law.runner_up or law.formula.endswith("droop") else ""
    return f"Fewer {unit}: as if so many of the list’s voters had stayed at home; every base falls with them.{smaller}"


def show_unions(setting: LabSetting, value: int) -> None:
    """Which unions of lists would have changed seats."""
    law, lists = setting.law_at(value), setting.apart
    found = _unions(lists, law, setting.count_name)
    title = _unions_title(found, lists, setting.year)
    table = pd.DataFrame(
        [
            {
                "As one list": " + ".join(plain_name(lists.names[name]) for name in union.members),
                "Share": percent(float(100 * sum(lists.count.shares(law.threshold_base)[name] for name in union.members))),
                "Seats apart": union.apart,
                "Seats as one": union.joint,
                "Change": f"{union.gain:+d}",
                "Source": source_names(lists.references),
            }
            for union in found
        ],
        columns=["As one list", "Share", "Seats apart", "Seats as one", "Change", "Source"],
    )
    more = f" {len(found) - UNIONS_SHOWN} more stand in the table." if len(found) > UNIONS_SHOWN else ""
    frame = ChartFrame(
        page="lab",
        name="unions",
        title=title,
        subtitle=f"Unions of lists that change how many seats their members have at {percent(value / 100)}, the smallest first",
        alt=title,
        references=lists.references,
        table=table,
        notes=[
            "A larger union is left out where a part of it already changes as much. All who voted for a part are taken to vote for the "
            f"whole; no source says that they would have.{more} Pick lists under “More settings” to see a union in the diagram."
        ],
        picture=False,
    )
    show_framed(frame, lambda: show_plain_table(table.drop(columns="Source"), caption=title, shown=UNIONS_SHOWN))


@st.cache_data(show_spinner=False, max_entries=200)
def _unions(_lists: ListCount, law: ElectoralLaw, name: str) -> tuple[Union, ...]:
    """Unions of a count under a law; the count is told apart by `name`."""
    return unions_that_change(_lists.count, law)


def _unions_title(found: tuple[Union, ...], lists: ListCount, year: str) -> str:
    if not found:
        return f"No union of lists would have changed a seat in {year}"
    best = max(found, key=lambda union: (-len(union.members), union.gain))
    names = join_names([plain_name(lists.names[name]) for name in best.members])
    return f"As one list {names} would have had {count_of_seats(best.joint)} in {year}, not {best.apart}"
