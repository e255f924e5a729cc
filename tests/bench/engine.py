"""How fast the engine is: staircases a second, and the same work by the library `apportionment` at each step, in one run.

Run with `python -m tests.bench.engine`; needs the extra `bench`. For each election and each of four formulas: ours computes the seats,
wasted votes and indices at every threshold from 0 to 15 per cent once, as a staircase; theirs is called for every tenth of a per cent
and computes the seats. Both must give the same seats.
"""

import sys
import time
from fractions import Fraction
from statistics import median

from apportionment import methods

from components.seats import ElectoralLaw, VoteCount, build_staircase
from tests.seats.cases import count_of, law_of, official_cases

ROUNDS = 7
TENTHS = range(151)
SAME = {
    "largest_remainder_hare": "hamilton",
    "highest_averages_dhondt": "dhondt",
    "highest_averages_sainte_lague": "saintelague",
    "highest_averages_huntington_hill": "huntington",
}


def theirs(count: VoteCount, law: ElectoralLaw, method: str) -> list[list[int]]:
    """Seats at every tenth of a per cent by `apportionment`; its own thresholds keep a list exactly at them."""
    votes = list(count.votes.values())
    return [
        methods.compute(method, votes, law.n_seats, fractions=True, threshold=Fraction(tenth, 1000), tiesallowed=True, verbose=False)
        for tenth in TENTHS
    ]


def ours(count: VoteCount, law: ElectoralLaw) -> list[list[int]]:
    """Seats at every tenth of a per cent, looked up in one staircase."""
    staircase = build_staircase(count, law)
    return [list(staircase.at(Fraction(tenth, 1000)).allocation.seats.values()) for tenth in TENTHS]


def timed(work: object, *args: object) -> float:
    began = time.perf_counter()
    work(*args)  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    pairs = [(count_of(case), law_of(case)) for case in official_cases()]
    for name, method in SAME.items():
        laws = [(count, ElectoralLaw(law.legal_threshold, "list_votes", law.n_seats, formula=name)) for count, law in pairs]
        apart = sum(ours(count, law) != theirs(count, law, method) for count, law in laws)
        mine = median(sum(timed(build_staircase, count, law) for count, law in laws) for _ in range(ROUNDS))
        read = median(sum(timed(ours, count, law) for count, law in laws) for _ in range(ROUNDS))
        other = median(sum(timed(theirs, count, law, method) for count, law in laws) for _ in range(ROUNDS))
        sys.stdout.write(
            f"{name}: {len(laws) / mine:.0f} staircases a second. {len(laws)} elections: staircases {1000 * mine:.1f} ms (looked up at "
            f"every tenth of a per cent {1000 * read:.1f} ms), apportionment at every tenth {1000 * other:.1f} ms, "
            f"{other / mine:.1f} times; elections that differ: {apart}\n"
        )


if __name__ == "__main__":
    main()
