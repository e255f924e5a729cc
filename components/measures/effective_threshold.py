"""The threshold that the size of a district makes by itself."""

from fractions import Fraction


def effective_threshold(district_magnitude: int | Fraction) -> Fraction:
    """Effective threshold of a district: about the share of votes that gives a list an even chance of its first seat.

    Lijphart first took the mean of two limits, 50/(M+1) + 50/(2M): of the share that about suffices whatever the others poll,
    100/(M+1), and the one with which a seat is barely possible, 100/(2M). 75/(M+1) is the simpler formula. A legal threshold
    takes its place where that is higher.

    Args:
        district_magnitude: Seats of the district (M), one or more; a mean over districts need not be whole.

    Returns:
        The threshold in per cent, exact.

    Raises:
        ValueError: If the district has less than one seat.

    Source:
        Lijphart (1994), Electoral systems and party systems, chapter 2; Taagepera (1998), Effective magnitude and effective
        threshold, Electoral Studies 17(4), on the formula.
    """
    if district_magnitude < 1:
        raise ValueError(f"district_magnitude must be 1 or more, not {district_magnitude}")
    return Fraction(75) / (district_magnitude + 1)
