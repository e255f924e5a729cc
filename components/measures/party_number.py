"""How many parties there are, weighted by size."""

from collections.abc import Mapping
from fractions import Fraction


def effective_number_of_parties(sizes: Mapping[str, int | Fraction]) -> Fraction | None:
    """Effective number of parties: of votes it is the ENEP, of seats the ENPP.

    Args:
        sizes: Votes, seats or shares per party, in any one unit, none negative.

    Returns:
        One over the sum of squared shares; None where nothing is counted.

    Raises:
        ValueError: If a size is negative.

    Source:
        Laakso and Taagepera (1979), "Effective" number of parties, Comparative Political Studies 12(1).
    """
    if any(size < 0 for size in sizes.values()):
        raise ValueError("sizes must not be negative")
    total = sum(sizes.values(), start=Fraction(0))
    if total == 0:
        return None
    return 1 / sum(((Fraction(size) / total) ** 2 for size in sizes.values()), start=Fraction(0))
