"""An electoral law as a value, built from dated rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


class IncompleteLawError(ValueError):
    """The rules at hand do not make a law on that date."""

    def __init__(self, parameter: str, on: date) -> None:
        """Build the message from the rule that is missing and the date."""
        self.parameter = parameter
        super().__init__(f"no rule {parameter} in force on {on.isoformat()}; add a row to rules.csv")


RUNNER_UP_RULES = ("second_party_rule", "second_party_factor", "second_party_minimum_seats")


@dataclass(frozen=True)
class Rule:
    """One dated rule.

    Attributes:
        parameter: Which rule (`list_threshold`, `majilis_list_seats`, ...).
        value: Its value where it is a number.
        term: Its value where it is a word.
        since: First day it can have been in force; None for an open start.
        until: Last day on which it was in force; None where no end is known.
        reference: Source and locator.
    """

    parameter: str
    value: Fraction | None = None
    term: str | None = None
    since: date | None = None
    until: date | None = None
    reference: str = ""


@dataclass(frozen=True)
class RunnerUpRule:
    """If only one list passes the threshold, the list with the next most votes is let in as well.

    Attributes:
        factor: What its quotient (votes over quota) is multiplied by.
        least_seats: Seats it gets at least.

    Source:
        Constitutional Act on Elections of Kazakhstan, article 97, as amended in February 2009.
    """

    factor: Fraction = Fraction(1)
    least_seats: int = 0


@dataclass(frozen=True)
class ElectoralLaw:
    """The law by which the list seats of the Majilis are filled.

    Attributes:
        legal_threshold: Least share a list must have, 0 to 1.
        threshold_base: What it is a share of: `list_votes`, `votes_valid` or `votes_cast`.
        n_seats: List seats to fill.
        formula: Name of the allocation formula.
        tie_break: The law's words on equal remainders; None where none are known. The atlas has no order of registration,
            so a tie stays declared.
        runner_up: The rule for a second list; None where there is none.
        references: Source of each part, by parameter.
    """

    legal_threshold: Fraction
    threshold_base: str
    n_seats: int
    formula: str = "largest_remainder_hare"
    tie_break: str | None = None
    runner_up: RunnerUpRule | None = None
    references: tuple[tuple[str, str], ...] = ()


def rule_in_force(rules: Iterable[Rule], parameter: str, on: date) -> Rule | None:
    """The rule that governs a day: of those that have begun and not ended, the one that began last.

    Args:
        rules: Dated rules; the first of several that began on one day is taken.
        parameter: Which rule.
        on: The day.

    Returns:
        The rule, or None.
    """
    begun = [rule for rule in rules if rule.parameter == parameter and (rule.since is None or rule.since <= on)]
    running = [rule for rule in begun if rule.until is None or on <= rule.until]
    return max(running, key=lambda rule: rule.since or date.min, default=None)


def build_law(rules: Iterable[Rule], *, on: date) -> ElectoralLaw:
    """The law of a day, as the commission applied it.

    Args:
        rules: Dated rules. Read are `list_threshold` (per cent), `list_threshold_base_applied`, `majilis_list_seats`,
            `seat_formula`, `remainder_tie_break` and the three rules on a second list (`RUNNER_UP_RULES`).
        on: The day of the election.

    Returns:
        The law.

    Raises:
        IncompleteLawError: If threshold, base, seats or formula are not known for the day.
    """
    known = list(rules)

    def in_force(parameter: str) -> Rule:
        rule = rule_in_force(known, parameter, on)
        if rule is None:
            raise IncompleteLawError(parameter, on)
        return rule

    threshold, seats = in_force("list_threshold"), in_force("majilis_list_seats")
    base, formula = in_force("list_threshold_base_applied"), in_force("seat_formula")
    if threshold.value is None or seats.value is None or base.term is None or formula.term is None:
        raise IncompleteLawError("with a value", on)
    tie_break = rule_in_force(known, "remainder_tie_break", on)
    second = [rule_in_force(known, parameter, on) for parameter in RUNNER_UP_RULES]
    used = [rule for rule in (threshold, base, seats, formula, tie_break, *second) if rule]
    return ElectoralLaw(
        legal_threshold=threshold.value / 100,
        threshold_base=base.term,
        n_seats=int(seats.value),
        formula=formula.term,
        tie_break=tie_break.term if tie_break else None,
        runner_up=_runner_up_rule(*second),
        references=tuple((rule.parameter, rule.reference) for rule in used),
    )


def _runner_up_rule(rule: Rule | None, factor: Rule | None, least: Rule | None) -> RunnerUpRule | None:
    if rule is None:
        return None
    return RunnerUpRule(
        factor=factor.value if factor and factor.value is not None else Fraction(1),
        least_seats=int(least.value) if least and least.value is not None else 0,
    )
