"""What the reader picks among the demands; every choice is in the address."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.ui.pick import pick_from_list, reader_order
from components.ui.proposals_data import COLOURS, OTHER, SUBJECTS, Demand, load_demands
from components.ui.url_state import is_print_view, note_widget

ANY_SUBJECT, ANYBODY, ANY_OUTCOME = "Any subject", "Anybody", "Anything"
LONGEST_SEARCH = 80


@dataclass(frozen=True)
class ProposalSetting:
    """What the reader picked; blank for everything.

    Attributes:
        order: Source keys the reader wants first.
        subject: Subject of the demands.
        asker: Who asked.
        outcome: What became of them.
        words: Words that a demand or its outcome must hold, all of them.
    """

    order: tuple[str, ...]
    subject: str = ""
    asker: str = ""
    outcome: str = ""
    words: str = ""

    @property
    def picked(self) -> tuple[str, ...]:
        """What narrows the demands, in words."""
        words = f"“{self.words}”" if self.words else ""
        return tuple(part for part in (self.subject, self.asker, self.outcome, words) if part)


def pick_proposals() -> ProposalSetting:
    """The controls above the demands.

    Returns:
        The setting.
    """
    order = reader_order()
    demands = load_demands(order)
    subjects = [name for name in (*SUBJECTS, OTHER) if any(demand.subject == name for demand in demands)]
    askers = sorted({asker for demand in demands for asker in demand.askers}, key=str.casefold)
    outcomes = [name for name in COLOURS if any(demand.verdict == name for demand in demands)]
    with st.container(key="hidden_proposals_controls" if is_print_view() else "around_proposals_controls"):
        first, second, third, fourth = st.columns(4)
        with first:
            subject = pick_from_list("Subject", [ANY_SUBJECT, *subjects], key="proposals_subject")
        with second:
            asker = pick_from_list("Who asked", [ANYBODY, *askers], key="proposals_asker")
        with third:
            outcome = pick_from_list("What became of it", [ANY_OUTCOME, *outcomes], key="proposals_outcome")
        with fourth:
            words = _pick_words()
    every = {ANY_SUBJECT: "", ANYBODY: "", ANY_OUTCOME: ""}
    subject, asker, outcome = (every.get(value, value) for value in (subject, asker, outcome))
    return ProposalSetting(order, subject, asker, outcome, words)


def _pick_words() -> str:
    key = "proposals_words"
    value = st.text_input("Words", key=key, bind="query-params", max_chars=LONGEST_SEARCH, placeholder="akims, television …")
    note_widget(key, value)
    return value.strip()


def select_demands(setting: ProposalSetting) -> list[Demand]:
    """Demands that fit everything the reader picked.

    Args:
        setting: What is picked.
    """
    return [demand for demand in load_demands(setting.order) if _fits(demand, setting)]


def _fits(demand: Demand, setting: ProposalSetting) -> bool:
    return (
        setting.subject in ("", demand.subject)
        and (not setting.asker or setting.asker in demand.askers)
        and setting.outcome in ("", demand.verdict)
        and all(word in demand.words for word in setting.words.casefold().split())
    )
