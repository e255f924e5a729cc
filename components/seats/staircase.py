"""Every allocation there is between two thresholds: a step function, computed at the lists' own shares."""

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction

from components.measures import effective_number_of_parties, gallagher_index, loosemore_hanby_index, seat_bonus, wasted_votes
from components.seats.allocate import allocate_seats
from components.seats.allocation import Allocation
from components.seats.count import VoteCount
from components.seats.law import ElectoralLaw

HIGHEST_THRESHOLD = Fraction(15, 100)


@dataclass(frozen=True)
class StepMeasures:
    """What the measures say of one step.

    Attributes:
        wasted_share: Votes for lists without a seat, share of the votes for lists.
        gallagher: Gallagher's index, 0 to 100; None where nobody has a seat.
        loosemore_hanby: Loosemore and Hanby's index, 0 to 100; None as above.
        enpp: Effective number of parties by seats; None as above.
        seat_bonus: Seat share less vote share of the largest list; None as above, or where two are largest.
    """

    wasted_share: Fraction
    gallagher: float | None
    loosemore_hanby: Fraction | None
    enpp: Fraction | None
    seat_bonus: Fraction | None


@dataclass(frozen=True)
class Step:
    """One stretch of thresholds over which nothing changes.

    Attributes:
        above: The step begins just above this threshold (at 0 it includes 0), share 0 to 1.
        up_to: The step ends at this threshold, included.
        leaves: Lists that drop out just above `up_to`.
        allocation: Seats on the step.
        measures: Wasted votes and indices on the step.
    """

    above: Fraction
    up_to: Fraction
    leaves: tuple[str, ...]
    allocation: Allocation
    measures: StepMeasures


@dataclass(frozen=True)
class Staircase:
    """The steps of one count under one law, from 0 to the highest threshold.

    Attributes:
        steps: In order of threshold, without gap.
        shares: Share of the threshold's base per list.
    """

    steps: tuple[Step, ...]
    shares: dict[str, Fraction]

    def at(self, threshold: Fraction) -> Step:
        """The step that a threshold falls on.

        Args:
            threshold: Share 0 to the end of the staircase.

        Returns:
            The step.

        Raises:
            ValueError: If the threshold lies outside the staircase.
        """
        position = bisect_left(self.steps, threshold, key=lambda step: step.up_to)
        if threshold < 0 or position == len(self.steps):
            raise ValueError(f"threshold {float(threshold)} is outside 0 to {float(self.steps[-1].up_to)}")
        return self.steps[position]


def build_staircase(count: VoteCount, law: ElectoralLaw, *, highest: Fraction = HIGHEST_THRESHOLD) -> Staircase:
    """Seats, wasted votes and indices at every threshold at once; at most one more step than there are lists.

    Args:
        count: Votes per list and bases.
        law: The law; its own threshold is ignored, also that of alliances; everything else is kept.
        highest: Where the staircase ends, share.

    Returns:
        The steps; each edge is the exact share of a list.

    Raises:
        MissingBaseError: If the base of the threshold is not known for this count.
    """
    shares = count.shares(law.threshold_base)
    edges = sorted({share for share in shares.values() if 0 < share < highest} | {highest})
    steps, above = [], Fraction(0)
    for edge in edges:
        leaves = tuple(name for name, share in shares.items() if share == edge)
        allocation = allocate_seats(count, law.at_threshold(edge))
        steps.append(Step(above, edge, leaves, allocation, measure_step(count, allocation)))
        above = edge
    return Staircase(tuple(steps), shares)


def measure_step(count: VoteCount, allocation: Allocation) -> StepMeasures:
    """Wasted votes and indices of one allocation.

    Args:
        count: The count.
        allocation: Seats of its lists.

    Returns:
        The measures; seats in a tie or without a holder count for nobody.
    """
    votes, seats = count.votes, allocation.seats
    total = sum(votes.values())
    return StepMeasures(
        wasted_share=wasted_votes(votes, seats).lists / total if total else Fraction(0),
        gallagher=gallagher_index(votes, seats),
        loosemore_hanby=loosemore_hanby_index(votes, seats),
        enpp=effective_number_of_parties(seats),
        seat_bonus=seat_bonus(votes, seats),
    )
