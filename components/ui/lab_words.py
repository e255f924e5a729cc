"""Sentences of the Threshold lab, computed from the engine's results."""

from collections.abc import Sequence
from fractions import Fraction

from components.charts.style import percent
from components.measures import effective_number_of_parties, gallagher_index, seat_bonus, wasted_votes
from components.seats import Allocation, Staircase, Step
from components.ui.counts import ListCount, fraction_minimum

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def in_words(number: int) -> str:
    """A small number in words, a larger one in figures."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


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
    won = [count for count in step.allocation.seats.values() if count]
    start = "At {threshold}\u202f%, "
    if not step.allocation.admitted:
        return f"{start}no list is admitted, and none of the {n_seats} seats can be filled."
    if step.allocation.runner_up:
        main = f"one list passes and the second is let in by the rule of 2009, {seat_text(step.allocation)}"
        return f"{start}{main}."
    if len(won) == 1 and step.allocation.tie is None:
        main = (
            f"one party takes all {n_seats} seats"
            if len(step.allocation.admitted) == 1
            else f"one party takes all {n_seats} seats, though more are admitted"
        )
    elif len(won) == 1:
        main = f"one list has {won[0]} of the {n_seats} seats"
    else:
        main = f"{in_words(len(won))} lists share the {n_seats} seats, {seat_text(step.allocation)}"
    return f"{start}{main}{_tie_text(step, lists)}{_next_text(staircase, position, lists)}"


def _tie_text(step: Step, lists: ListCount) -> str:
    tie = step.allocation.tie
    if tie is None:
        return ""
    names = " and ".join(lists.names[name] for name in tie.contenders)
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
    left = [f"{open_seats} undecided"] if open_seats else []
    return f"Seats: {', '.join(parts + left)}." if parts or left else "No seats."


def figures(step: Step, lists: ListCount) -> list[tuple[str, str]]:
    """The small figures beside the diagram."""
    votes, seats = lists.count.votes, step.allocation.seats
    total = sum(votes.values())
    wasted = float(100 * wasted_votes(votes, seats).lists / total) if total else 0.0
    index, number, bonus = gallagher_index(votes, seats), effective_number_of_parties(seats), seat_bonus(votes, seats)
    return [
        ("Wasted, of list votes", percent(wasted)),
        ("Gallagher index", "–" if index is None else f"{index:.2f}"),
        ("Effective number of parties, seats", "–" if number is None else f"{float(number):.2f}"),
        ("Seat bonus of the largest", "–" if bonus is None else f"{100 * float(bonus):+.1f} points"),
    ]


def cliffs(staircase: Staircase, lists: ListCount, *, law: Fraction) -> Sequence[str]:
    """The edges of the staircase, each named by the list that drops out above it, the nearest to the law first."""
    unit = "by votes" if lists.unit == "votes" else "by the printed shares"
    second = {step.allocation.runner_up for step in staircase.steps}
    verbs = {name: "passes" if name in second else "is in" for name in lists.names}
    return [
        f"{lists.names[name]} {verbs[name]} up to {edge_text(step.up_to)} ({unit}): {seat_text(step.allocation) or 'no seats'}."
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
    minimum = fraction_minimum()
    fraction = f"; a fraction takes {minimum} deputies" if minimum and most < minimum and n_seats > 2 * minimum else ""
    return f"No threshold gives the second list more than {most} of the {n_seats} seats{fraction}"
