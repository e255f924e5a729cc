"""Which lists take part in the allocation."""

from collections.abc import Mapping
from fractions import Fraction

from components.seats.count import MissingRegionsError, VoteCount
from components.seats.law import ElectoralLaw


def admitted_lists(count: VoteCount, law: ElectoralLaw) -> tuple[str, ...]:
    """Lists with at least the threshold: a list exactly on it is admitted.

    Args:
        count: Votes, bases, which lists are alliances, votes by region.
        law: Read are the threshold, its base, the threshold of alliances and the least share in every region.

    Returns:
        Names in the order of the count; a list without a vote is never admitted.

    Raises:
        MissingBaseError: If the base is not known.
        MissingRegionsError: If the law has a condition by region and the votes by region are not known.

    Source:
        Constitution of Kazakhstan, article 51(5), as amended in 2007: "not less than".
    """
    base = count.base(law.threshold_base)
    least = {alliance: law.threshold_of(alliance=alliance) * base for alliance in (True, False)}
    passed = tuple(name for name, votes in count.votes.items() if votes > 0 and votes >= least[name in count.alliances])
    if law.regional_threshold is None:
        return passed
    if not count.regions:
        raise MissingRegionsError
    share = law.regional_threshold
    return tuple(name for name in passed if all(_share_in(region, name) >= share for region in count.regions.values()))


def _share_in(region: Mapping[str, int | Fraction], name: str) -> Fraction:
    """Share of a list of the votes for lists in a region."""
    total = sum(region.values(), start=Fraction(0))
    return Fraction(region.get(name, 0)) / total if total else Fraction(0)
