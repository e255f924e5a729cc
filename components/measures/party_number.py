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
    total = sum(sizes.values())
    return Fraction(total**2) / sum(size**2 for size in sizes.values()) if total else None


def effective_number_bounds(
    sizes: Mapping[str, int | Fraction], unnamed: int | Fraction, *, least_size: int | Fraction
) -> tuple[Fraction, Fraction] | None:
    """Bounds of the effective number of parties where some votes or seats are not itemised (independents, "others").

    The unnamed are taken to belong to none of the named parties, whose sizes are complete. Then the number is lowest where all
    the unnamed are one party more, and highest where each has the least size there can be. If they could belong to a named
    party too, the low bound would not hold: added to the largest party they give a lower number.

    Args:
        sizes: Votes, seats or shares per named party, in any one unit, none negative.
        unnamed: What belongs to others, in the same unit.
        least_size: The least that one of the others can have: 1 for seats and for votes. Where it does not divide `unnamed`,
            the highest number is that of as many equal parties as fit.

    Returns:
        The low and the high bound, exact; the same number twice where nothing is unnamed; None where nothing is counted.

    Raises:
        ValueError: If a size is negative, `least_size` is not above zero, or `unnamed` is above zero but below `least_size`.

    Source:
        After Taagepera (1997), Effective number of parties for incomplete data, Electoral Studies 16(2), whose upper extreme
        lets the others be as small as one likes.
    """
    if least_size <= 0:
        raise ValueError("least_size must be above zero")
    if unnamed < 0 or any(size < 0 for size in sizes.values()):
        raise ValueError("sizes must not be negative")
    if 0 < unnamed < least_size:
        raise ValueError("unnamed is smaller than the least size of one party")
    total = sum(sizes.values(), start=Fraction(unnamed))
    if total == 0:
        return None
    named = sum((Fraction(size) ** 2 for size in sizes.values()), start=Fraction(0))
    rest, most_others = Fraction(unnamed) ** 2, max(unnamed // least_size, 1)
    return total**2 / (named + rest), total**2 / (named + rest / most_others)
