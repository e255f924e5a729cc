"""Sentences of the Threshold lab, computed from the engine's results."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from components.charts.style import percent
from components.measures import effective_threshold
from components.seats import Allocation, Staircase, Step
from components.ui.counts import ListCount, fraction_minimum, plain_name

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


FORMULA_NAMES = {
    "largest_remainder_hare": "Largest remainder, Hare quota",
    "largest_remainder_droop": "Largest remainder, Droop quota",
    "largest_remainder_hagenbach_bischoff": "Largest remainder, Hagenbach-Bischoff quota",
    "largest_remainder_imperiali": "Largest remainder, Imperiali quota",
    "highest_averages_dhondt": "D'Hondt",
    "highest_averages_sainte_lague": "Sainte-Laguë",
    "highest_averages_modified_sainte_lague": "Modified Sainte-Laguë",
    "highest_averages_danish": "Danish",
    "highest_averages_imperiali": "Imperiali divisors",
    "highest_averages_adams": "Adams",
    "highest_averages_huntington_hill": "Huntington-Hill",
}


def formula_key(words: str) -> str:
    """The engine's name of a formula."""
    return next(key for key, name in FORMULA_NAMES.items() if name == words)


def in_words(number: int) -> str:
    """A small number in words, a larger one in figures."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def join_names(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def count_of_seats(number: int) -> str:
    """Seats with their noun, as "1 seat" or "98 seats"."""
    return f"{number} seat{'' if number == 1 else 's'}"


def hundredths(share: Fraction) -> int:
    """A share in hundredths of a per cent, rounded down, so that no list is let in that the law keeps out."""
    return int(share * 10000)


def edge_text(share: Fraction) -> str:
    """A share as the slider can reach it."""
    return percent(hundredths(share) / 100)


def finding(staircase: Staircase, position: int, lists: ListCount, n_seats: int) -> str:
    """What the reader sees at a step; `{threshold}` is filled in by the slider.

    Args:
        staircase: All steps.
        position: Which step.
        lists: Names and unit.
        n_seats: Seats to fill.

    Returns:
        A sentence.
    """
    step = staircase.steps[position]
    main, ends = _main_clause(step.allocation, n_seats)
    rest = "." if ends else f"{_tie_text(step, lists)}{_next_text(staircase, position, lists)}"
    return f"At {{threshold}}\u202f%, {main}{rest}"


def _main_clause(allocation: Allocation, n_seats: int) -> tuple[str, bool]:
    """Who has the seats, and whether the sentence ends there."""
    if n_seats == 0:
        return "no seat is filled from lists", True
    if not allocation.admitted:
        return f"no list is admitted, and {count_of_seats(n_seats)} stay empty", True
    if allocation.runner_up:
        return f"one list passes and the second is let in by the rule of 2009, {seat_text(allocation)}", True
    if allocation.over_allocated:
        return f"quotas are reached {sum(allocation.seats.values())} times for {n_seats} seats, {seat_text(allocation)}", True
    return _winners_clause(allocation, n_seats), False


def _winners_clause(allocation: Allocation, n_seats: int) -> str:
    won = [count for count in allocation.seats.values() if count]
    if len(won) == 1 and allocation.tie is None:
        more = "" if len(allocation.admitted) == 1 else ", though more are admitted"
        return f"one party takes {'all ' if n_seats > 1 else 'the '}{count_of_seats(n_seats)}{more}"
    if len(won) == 1:
        return f"one list has {won[0]} of {count_of_seats(n_seats)}"
    if not won:
        return f"nobody is sure of any of {count_of_seats(n_seats)}"
    return f"{in_words(len(won))} lists share the {n_seats} seats, {seat_text(allocation)}"


def _tie_text(step: Step, lists: ListCount) -> str:
    tie = step.allocation.tie
    if tie is None:
        return ""
    names = join_names([plain_name(lists.names[name]) for name in tie.contenders])
    if lists.unit != "votes":
        return f"; {in_words(tie.n_seats)} more, for which the printed shares do not tell {names} apart"
    return f"; {in_words(tie.n_seats)} more a tie between {names}"


def _next_text(staircase: Staircase, position: int, lists: ListCount) -> str:
    if position == 0:
        return "; every list is admitted."
    edge = staircase.steps[position - 1]
    word = {1: "a second list enters", 2: "a third enters"}.get(len(staircase.steps[position].allocation.admitted), "the next enters")
    unit = "by votes" if lists.unit == "votes" else "printed shares"
    return f"; {word} at {edge_text(edge.up_to)} ({unit})."


def seat_text(allocation: Allocation) -> str:
    """Seats of the lists that have some, as "90/5/3"."""
    return "/".join(str(count) for count in allocation.seats.values() if count)


def spoken(step: Step, lists: ListCount, n_seats: int) -> str:
    """The step for a reader who cannot see the diagram."""
    parts = [f"{lists.names[name]} {count}" for name, count in step.allocation.seats.items() if count]
    open_seats = n_seats - sum(step.allocation.seats.values())
    left = [f"{open_seats} undecided"] if open_seats > 0 else [f"{-open_seats} more than there are"] if open_seats else []
    return f"Seats: {', '.join(parts + left)}." if parts or left else "No seats."


def figures(step: Step, n_seats: int) -> list[tuple[str, str]]:
    """The small figures beside the diagram."""
    index, number, bonus = step.measures.gallagher, step.measures.enpp, step.measures.seat_bonus
    own = [("Effective threshold of the seats", percent(float(effective_threshold(n_seats))))] if n_seats else []
    return [
        ("Wasted, of list votes", percent(float(100 * step.measures.wasted_share))),
        ("Gallagher index", "–" if index is None else f"{index:.2f}"),
        ("Effective number of parties, seats", "–" if number is None else f"{float(number):.2f}"),
        ("Seat bonus of the largest", "–" if bonus is None else f"{100 * float(bonus):+.1f} points"),
        *own,
    ]


def cliffs(staircase: Staircase, lists: ListCount, *, law: Fraction, rivals: Mapping[str, str]) -> Sequence[str]:
    """The edges of the staircase, each named by the list that drops out above it, the nearest to the law first.

    Args:
        staircase: All steps.
        lists: Names and unit.
        law: The law's threshold, share.
        rivals: What other counts say of the edge of a list, in words.

    Returns:
        A sentence for each list with an edge.
    """
    unit = "by votes" if lists.unit == "votes" else "by the printed shares"
    second = {step.allocation.runner_up for step in staircase.steps}
    verbs = {name: "passes" if name in second else "is in" for name in lists.names}
    return [
        f"{lists.names[name]} {verbs[name]} up to {edge_text(step.up_to)} ({'; '.join([unit, *filter(None, [rivals.get(name)])])}): "
        f"{seat_text(step.allocation) or 'no seats'}."
        for step in sorted(staircase.steps, key=lambda step: abs(step.up_to - law))
        for name in step.leaves
    ]


def staircase_title(staircase: Staircase, n_seats: int) -> str:
    """The finding of the staircase: what the second list can get at most.

    Args:
        staircase: All steps.
        n_seats: Seats to fill.

    Returns:
        A sentence.
    """
    seconds = [sorted(step.allocation.seats.values(), reverse=True)[1] for step in staircase.steps if len(step.allocation.seats) > 1]
    most = max(seconds, default=0)
    if n_seats < 2:  # noqa: PLR2004 - a second list needs a second seat
        return "One seat goes to one list at every threshold" if n_seats else "No seat is filled from lists"
    minimum = fraction_minimum()
    fraction = f"; a fraction takes {minimum} deputies" if minimum and most < minimum and n_seats > 2 * minimum else ""
    return f"No threshold gives the second list more than {most} of the {n_seats} seats{fraction}"
