"""An electoral law as a value, built from dated rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
        alliance_threshold: Least share of an electoral alliance, 0 to 1; None where it is that of any list.
        regional_threshold: Least share of the list votes of every region, 0 to 1; None where the law has no such condition.
        references: Source of each part, by parameter.
    """

    legal_threshold: Fraction
    threshold_base: str
    n_seats: int
    formula: str = "largest_remainder_hare"
    tie_break: str | None = None
    runner_up: RunnerUpRule | None = None
    alliance_threshold: Fraction | None = None
    regional_threshold: Fraction | None = None
    references: tuple[tuple[str, str], ...] = ()

    def at_threshold(self, share: Fraction) -> "ElectoralLaw":
        """The law with another threshold, the same for lists and alliances.

        Args:
            share: The threshold, 0 to 1.

        Returns:
            The law; everything else is kept.
        """
        return replace(self, legal_threshold=share, alliance_threshold=None)

    def threshold_of(self, *, alliance: bool) -> Fraction:
        """The threshold that a list has to reach.

        Args:
            alliance: Whether it is an electoral alliance.

        Returns:
            A share, 0 to 1.
        """
        return self.alliance_threshold if alliance and self.alliance_threshold is not None else self.legal_threshold


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
        rules: Dated rules of one country. Read are `list_threshold` (per cent), `list_threshold_base_applied`,
            `majilis_list_seats`, `seat_formula`, and, where there are any, `remainder_tie_break`, the three rules on a second list
            (`RUNNER_UP_RULES`), `alliance_threshold` and `regional_vote_share` (per cent).
        on: The day of the election.

    Returns:
        The law.

    Raises:
        IncompleteLawError: If threshold, base, seats or formula are not known for the day.
    """
    book = _RuleBook(list(rules), on)
    threshold, seats = book.number("list_threshold"), book.number("majilis_list_seats")
    base, formula = book.word("list_threshold_base_applied"), book.word("seat_formula")
    tie_break = book.find("remainder_tie_break")
    return ElectoralLaw(
        legal_threshold=threshold / 100,
        threshold_base=base,
        n_seats=int(seats),
        formula=formula,
        tie_break=tie_break.term if tie_break else None,
        runner_up=_runner_up_rule(*(book.find(parameter) for parameter in RUNNER_UP_RULES)),
        alliance_threshold=book.share("alliance_threshold"),
        regional_threshold=book.share("regional_vote_share"),
        references=tuple((rule.parameter, rule.reference) for rule in book.used),
    )


class _RuleBook:
    """Rules in force on a day; remembers those it was asked for."""

    def __init__(self, rules: list[Rule], on: date) -> None:
        self.rules, self.on = rules, on
        self.used: list[Rule] = []

    def find(self, parameter: str) -> Rule | None:
        rule = rule_in_force(self.rules, parameter, self.on)
        if rule:
            self.used.append(rule)
        return rule

    def number(self, parameter: str) -> Fraction:
        rule = self.find(parameter)
        if rule is None or rule.value is None:
            raise IncompleteLawError(parameter, self.on)
        return rule.value

    def share(self, parameter: str) -> Fraction | None:
        """A rule in per cent as a share; None where there is none, or where no source gives its number."""
        rule = rule_in_force(self.rules, parameter, self.on)
        return None if rule is None or rule.value is None else self.number(parameter) / 100

    def word(self, parameter: str) -> str:
        rule = self.find(parameter)
        if rule is None or rule.term is None:
            raise IncompleteLawError(parameter, self.on)
        return rule.term


def _runner_up_rule(rule: Rule | None, factor: Rule | None, least: Rule | None) -> RunnerUpRule | None:
    if rule is None:
        return None
    return RunnerUpRule(
        factor=factor.value if factor and factor.value is not None else Fraction(1),
        least_seats=int(least.value) if least and least.value is not None else 0,
    )
