"""How much an election changed."""

from collections.abc import Mapping
from fractions import Fraction


def pedersen_volatility(before: Mapping[str, int | Fraction], after: Mapping[str, int | Fraction]) -> Fraction | None:
    """Pedersen's net volatility between two elections, 0 to 100: the share of votes (or seats) that changed hands on balance.

    Who counts as one party is decided before this is called: a renamed party must have one name on both sides, a merged one is
    a new party unless the votes of its parts are added up.

    Args:
        before: Votes, seats or shares per party at the first election, in any one unit; a party that is missing here had none.
        after: The same at the second election; its unit may be another.

    Returns:
        Half the sum of the absolute changes of shares, in per cent, exact; None where nothing is counted at one of the two.

    Raises:
        ValueError: If a count is negative.

    Source:
        Pedersen (1979), The dynamics of European party systems, European Journal of Political Research 7(1).
    """
    if any(size < 0 for size in (*before.values(), *after.values())):
        raise ValueError("sizes must not be negative")
    total_before, total_after = sum(before.values(), start=Fraction(0)), sum(after.values(), start=Fraction(0))
    if total_before == 0 or total_after == 0:
        return None
    names = dict.fromkeys((*before, *after))
    changes = (Fraction(after.get(name, 0)) / total_after - Fraction(before.get(name, 0)) / total_before for name in names)
    return 100 * sum((abs(change) for change in changes), start=Fraction(0)) / 2
