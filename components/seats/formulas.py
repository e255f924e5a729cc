"""The formulas by name, as rules.csv and the lab call them."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from components.seats.allocation import Allocation
from components.seats.divisors import (
    adams_divisor,
    danish_divisor,
    dhondt_divisor,
    huntington_hill_divisor_squared,
    imperiali_divisor,
    modified_sainte_lague_divisor,
    sainte_lague_divisor,
)
from components.seats.highest_averages import highest_averages
from components.seats.largest_remainder import largest_remainder
from components.seats.quotas import droop_quota, hagenbach_bischoff_quota, hare_quota, imperiali_quota

Formula = Callable[[Mapping[str, int | Fraction], int], Allocation]

FORMULAS: dict[str, Formula] = {
    "largest_remainder_hare": partial(largest_remainder, quota=hare_quota),
    "largest_remainder_droop": partial(largest_remainder, quota=droop_quota),
    "largest_remainder_hagenbach_bischoff": partial(largest_remainder, quota=hagenbach_bischoff_quota),
    "largest_remainder_imperiali": partial(largest_remainder, quota=imperiali_quota),
    "highest_averages_dhondt": partial(highest_averages, divisor=dhondt_divisor),
    "highest_averages_sainte_lague": partial(highest_averages, divisor=sainte_lague_divisor),
    "highest_averages_modified_sainte_lague": partial(highest_averages, divisor=modified_sainte_lague_divisor),
    "highest_averages_danish": partial(highest_averages, divisor=danish_divisor),
    "highest_averages_imperiali": partial(highest_averages, divisor=imperiali_divisor),
    "highest_averages_adams": partial(highest_averages, divisor=adams_divisor),
    "highest_averages_huntington_hill": partial(highest_averages, divisor=huntington_hill_divisor_squared, power=2),
}
WHOLE_VOTES_ONLY = frozenset({"largest_remainder_droop"})
"""Formulas that printed percentages cannot be put through."""


def formula_named(name: str) -> Formula:
    """The formula of a name.

    Args:
        name: A key of `FORMULAS`.

    Returns:
        Votes of the admitted lists and seats in, allocation out.

    Raises:
        ValueError: If there is no such formula; the message names those there are.
    """
    if name not in FORMULAS:
        raise ValueError(f"there is no formula {name!r}; there are {', '.join(FORMULAS)}")
    return FORMULAS[name]
