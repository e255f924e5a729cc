"""What the Threshold lab simulates: votes of one election, a law, and what the reader changed of it."""

from dataclasses import dataclass, replace
from fractions import Fraction

import streamlit as st

from components.seats import FORMULAS, WHOLE_VOTES_ONLY, ElectoralLaw, RunnerUpRule, Staircase, list_seats_of
from components.ui.counts import (
    BASES,
    BY_VOTES,
    ListCount,
    count_options,
    join_lists,
    list_elections,
    load_count,
    load_law,
    load_runner_up_rule,
)
from components.ui.errors import NothingKnownError
from components.ui.lab_data import load_staircase
from components.ui.lab_proposals import HOUSE_SIZE, proposals_of
from components.ui.lab_proposals import LIST_SHARE as SHARE_OF_LISTS
from components.ui.lab_words import FORMULA_NAMES, count_of_seats, formula_key, join_names
from components.ui.pick import pick_from_list, pick_number, pick_one, pick_several, pick_switch, reader_order
from components.ui.plain import plain_label
from components.ui.url_state import write_widget
from components.ui.words import show_button

THRESHOLD, VOTES_OF, LAW_OF, COUNTED_BY = "lab_threshold", "lab_votes_of", "lab_law_of", "lab_counted_by"
BASE, SEATS, LIST_SHARE, FORMULA = "lab_base", "lab_seats", "lab_list_share", "lab_formula"
SECOND_LIST, BLOC, SEAT = "lab_second_list", "lab_bloc", "lab_seat"
MOST_SEATS = 500
ALL_FROM_LISTS = 100.0


@dataclass(frozen=True)
class LabSetting:
    """What is simulated.

    Attributes:
        election_id: Whose votes.
        law_of: Election whose law is applied.
        lists: The count, with the lists that run as one.
        apart: The count as it was.
        law: The law as the reader changed it; its seats are those that lists fill.
        law_of_day: The law that was picked, unchanged.
        n_seats: Seats of the chamber, list seats and others.
        count_name: What tells the count apart from others, the joint list aside; for caches.
        staircase: Every step.
        order: Source keys the reader wants first.
        bloc: Lists that run as one, in the order of their votes.
        changes: What differs from the law that was picked, in words.
    """

    election_id: str
    law_of: str
    lists: ListCount
    apart: ListCount
    law: ElectoralLaw
    law_of_day: ElectoralLaw
    n_seats: int
    count_name: str
    staircase: Staircase
    order: tuple[str, ...]
    bloc: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def n_other(self) -> int:
        """Seats of the chamber that lists do not fill."""
        return self.n_seats - self.law.n_seats

    def law_at(self, value: int) -> ElectoralLaw:
        """The law with the threshold at the thumb.

        Args:
            value: Threshold in hundredths of a per cent.

        Returns:
            The law.
        """
        return self.law.at_threshold(Fraction(value, 10000))

    @property
    def year(self) -> str:
        """Year of the votes."""
        return year_of(self.election_id)

    @property
    def law_year(self) -> str:
        """Year of the law."""
        return year_of(self.law_of)


def year_of(election_id: str) -> str:
    """The year at the end of an election's id."""
    return election_id.rsplit("-", 1)[1]


def pick_setting() -> LabSetting:
    """Votes of which election under the law of which, and what the reader changes of it.

    Returns:
        The setting.

    Raises:
        NothingKnownError: If no source gives the votes.
        IncompleteLawError: If the rules make no law for the day.
    """
    order, years = reader_order(), {year_of(election): election for election in list_elections()}
    if not years:
        raise NothingKnownError("any election by lists")
    year = pick_one("Votes of", list(years), key=VOTES_OF, default="2007" if "2007" in years else None, on_change=_follow_votes)
    election_id = years[year]
    with st.container(key="around_lab_law", horizontal=True, vertical_alignment="bottom"):
        law_of = years[pick_from_list("Law of", list(years), key=LAW_OF, default=year, on_change=_follow_law, width=110)]
        law = load_law(law_of)
        counted = _counted(election_id, order)
        bases = [words for base, words in BASES.items() if base in counted.count.bases]
        base = pick_one("The threshold is a share of", bases, key=BASE, default=_base_words(counted, law))
        with st.popover("More settings"):
            apart, bloc = _pick_lists(election_id, order)
            chosen, n_seats = _pick_formula_and_seats(law, apart)
    chosen = replace(chosen, threshold_base=next(key for key, words in BASES.items() if words == base))
    lists = join_lists(apart, bloc) if len(bloc) > 1 else apart
    name = f"{election_id}/{st.session_state.get(COUNTED_BY)}/{order}"
    return LabSetting(
        election_id=election_id,
        law_of=law_of,
        lists=lists,
        apart=apart,
        law=chosen,
        law_of_day=law,
        n_seats=n_seats,
        count_name=name,
        staircase=load_staircase(lists, chosen, f"{name}/{'+'.join(bloc)}"),
        order=order,
        bloc=bloc if len(bloc) > 1 else (),
        changes=tuple(_changes(law, chosen, n_seats, lists if len(bloc) > 1 else None)),
    )


def _counted(election_id: str, order: tuple[str, ...]) -> ListCount:
    """The count that is picked, before its widget is drawn."""
    options = count_options(election_id, order)
    asked = st.session_state.get(COUNTED_BY, st.query_params.get(COUNTED_BY))
    return load_count(election_id, options.get(str(asked), next(iter(options.values()))), order)


def _base_words(lists: ListCount, law: ElectoralLaw) -> str:
    """The base that the commission applied; where it is not known for this count, one that is."""
    known = lists.count.bases
    return BASES[law.threshold_base] if law.threshold_base in known else next(words for base, words in BASES.items() if base in known)


def _pick_lists(election_id: str, order: tuple[str, ...]) -> tuple[ListCount, tuple[str, ...]]:
    """How the lists are counted, and which of them run as one."""
    options = count_options(election_id, order)
    counted_by = pick_from_list("Lists are counted by", list(options), key=COUNTED_BY)
    lists = load_count(election_id, options[counted_by], order)
    wanted = pick_several("Lists that run as one", list(lists.names.values()), key=BLOC, hint="Two or more lists")
    return lists, tuple(name for name, words in lists.names.items() if words in wanted)


def _pick_formula_and_seats(law: ElectoralLaw, lists: ListCount) -> tuple[ElectoralLaw, int]:
    """Formula, seats, share of lists, and the rule for a second list."""
    whole = lists.unit == "votes"
    names = [words for key, words in FORMULA_NAMES.items() if key in FORMULAS and (whole or key not in WHOLE_VOTES_ONLY)]
    formula = pick_from_list("Formula", names, key=FORMULA, default=FORMULA_NAMES[law.formula])
    n_seats = pick_number("Seats", key=SEATS, default=law.n_seats, most=MOST_SEATS, help_text=f"The law: {law.n_seats} from lists.")
    share = pick_number("Filled from lists, per cent", key=LIST_SHARE, default=int(ALL_FROM_LISTS), most=100, least=0)
    _show_proposals()
    second = pick_switch("If one list passes, let the second in", key=SECOND_LIST, default=law.runner_up is not None)
    changed = replace(
        law,
        formula=formula_key(formula),
        n_seats=list_seats_of(n_seats, Fraction(share, 100)),
        runner_up=_runner_up(law) if second else None,
    )
    return changed, n_seats


def _runner_up(law: ElectoralLaw) -> RunnerUpRule:
    """The rule as the law has it; where it has none, as it has stood since 2009."""
    return law.runner_up or load_runner_up_rule()


def _show_proposals() -> None:
    """What documents report was asked for, each one click."""
    for key, parameter, words in ((SEATS, HOUSE_SIZE, "{:g} seats"), (LIST_SHARE, SHARE_OF_LISTS, "{:g} per cent from lists")):
        for place, proposal in enumerate(proposals_of(parameter)):
            name = words.format(proposal.value)
            show_button(f"{name}: {proposal.proposer}", key=f"{key}_asked_{place}", on_click=write_widget, args=(key, int(proposal.value)))


def _follow_votes() -> None:
    """Votes of another election start under the law of their own day."""
    write_widget(LAW_OF, st.session_state[VOTES_OF])
    write_widget(COUNTED_BY, BY_VOTES)
    write_widget(BLOC, [])
    _follow_law()


def _follow_law() -> None:
    """Another law starts unchanged."""
    years = {year_of(election): election for election in list_elections()}
    law = load_law(years[str(st.session_state[LAW_OF])])
    election_id = years[str(st.session_state[VOTES_OF])]
    write_widget(THRESHOLD, float(100 * law.legal_threshold))
    write_widget(BASE, _base_words(_counted(election_id, reader_order()), law))
    write_widget(SEATS, law.n_seats)
    write_widget(LIST_SHARE, int(ALL_FROM_LISTS))
    write_widget(FORMULA, FORMULA_NAMES[law.formula])
    write_widget(SECOND_LIST, law.runner_up is not None)
    write_widget(SEAT, 0)


def show_changes(setting: LabSetting) -> None:
    """What differs from the law that was picked, and the way back."""
    if not setting.changes:
        return
    with st.container(key="around_lab_changes", horizontal=True, vertical_alignment="center"):
        st.markdown(f"**Changed from the law of {setting.law_year}:** " + "; ".join(map(plain_label, setting.changes)) + ".")
        show_button(f"Back to the law of {setting.law_year}", key="lab_back", on_click=_undo_changes)


def _undo_changes() -> None:
    write_widget(BLOC, [])
    _follow_law()


def _changes(law: ElectoralLaw, chosen: ElectoralLaw, n_seats: int, joint: ListCount | None) -> list[str]:
    """What the reader changed, the threshold aside, which the slider shows."""
    lines = []
    if chosen.threshold_base != law.threshold_base:
        lines.append(f"the threshold is a share of {BASES[chosen.threshold_base].lower()}")
    if chosen.formula != law.formula:
        lines.append(FORMULA_NAMES[chosen.formula])
    if chosen.n_seats != n_seats:
        lines.append(f"{chosen.n_seats} of {count_of_seats(n_seats)} from lists")
    elif n_seats != law.n_seats:
        lines.append(count_of_seats(n_seats))
    if chosen.runner_up != law.runner_up:
        lines.append("a second list is let in where one passes" if chosen.runner_up else "no rule for a second list")
    if joint:
        lines.append(f"{join_names(joint.joined)} run as one list")
    return lines
