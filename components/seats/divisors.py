"""What a list's votes are divided by when it has won `k` seats and asks for the next; exact."""

from fractions import Fraction


def dhondt_divisor(k: int) -> Fraction:
    """D'Hondt: 1, 2, 3, ... (Jefferson's method).

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Gallagher (1991), Proportionality, disproportionality and electoral systems, Electoral Studies 10(1).
    """
    return Fraction(k + 1)


def sainte_lague_divisor(k: int) -> Fraction:
    """Sainte-Lague: 1, 3, 5, ... (Webster's method).

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Gallagher (1991), Proportionality, disproportionality and electoral systems, Electoral Studies 10(1).
    """
    return Fraction(2 * k + 1)


def modified_sainte_lague_divisor(k: int) -> Fraction:
    """Modified Sainte-Lague: 1.4, 3, 5, ...; the first seat is dearer.

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Gallagher (1991), Proportionality, disproportionality and electoral systems, Electoral Studies 10(1).
    """
    return Fraction(7, 5) if k == 0 else sainte_lague_divisor(k)


def danish_divisor(k: int) -> Fraction:
    """Danish: 1, 4, 7, ...; kind to small lists.

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Lijphart (1994), Electoral Systems and Party Systems, chapter 2.
    """
    return Fraction(3 * k + 1)


def imperiali_divisor(k: int) -> Fraction:
    """Imperiali: 1, 1.5, 2, ...; kind to large lists.

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Gallagher (1992), Comparing proportional representation electoral systems, British Journal of Political Science 22(4).
    """
    return Fraction(k + 2, 2)


def adams_divisor(k: int) -> Fraction:
    """Adams: 0, 1, 2, ...; every list takes a first seat before any takes a second.

    Args:
        k: Seats the list has won.

    Returns:
        The divisor for its next seat.

    Source:
        Balinski and Young (1982), Fair Representation, chapter 3 and appendix A.
    """
    return Fraction(k)


def huntington_hill_divisor_squared(k: int) -> Fraction:
    """Huntington-Hill: the squares of its divisors, the geometric means of k and k + 1; squares are exact, roots are not.

    Args:
        k: Seats the list has won.

    Returns:
        The square of the divisor for its next seat, k (k + 1).

    Source:
        Balinski and Young (1982), Fair Representation, chapter 6 and appendix A.
    """
    return Fraction(k * (k + 1))
