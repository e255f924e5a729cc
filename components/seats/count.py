"""What was counted: the votes of every list, and the totals that shares are taken of."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction


class MissingBaseError(ValueError):
    """The total that the threshold is a share of is not known for this count."""

    def __init__(self, base: str, known: Mapping[str, object]) -> None:
        """Build the message from the base that is missing and the bases that are known."""
        self.base = base
        super().__init__(f"the threshold is a share of {base}, which no source gives here; known: {', '.join(sorted(known)) or 'none'}")


class MissingRegionsError(ValueError):
    """The law has a condition by region, and the votes by region are not known for this count."""

    def __init__(self) -> None:
        """Build the message."""
        super().__init__("the law asks for a share in every region, and no source gives the votes of the lists by region here")


@dataclass(frozen=True)
class VoteCount:
    """A count of votes for lists.

    Attributes:
        votes: Votes per list, or printed percentages; exact numbers, none negative.
        bases: Totals by name (`list_votes`, `votes_valid`, `votes_cast`) in the unit of `votes`. Where `votes` are printed
            percentages, the base they are percentages of is 100, whatever their rounded sum.
        alliances: Names among the lists that are electoral alliances; a law may ask more of them.
        regions: Votes per list by region, in the unit of `votes`; empty where they are not known.
    """

    votes: Mapping[str, int | Fraction]
    bases: Mapping[str, int | Fraction]
    alliances: frozenset[str] = frozenset()
    regions: Mapping[str, Mapping[str, int | Fraction]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse negative votes and a base of zero or less."""
        if any(votes < 0 for votes in self.votes.values()):
            raise ValueError("votes must not be negative")
        if any(total <= 0 for total in self.bases.values()):
            raise ValueError("a base must be more than zero")

    def base(self, name: str) -> int | Fraction:
        """The total that shares are taken of.

        Args:
            name: Name of the base.

        Returns:
            The total, more than zero.

        Raises:
            MissingBaseError: If it is not known.
        """
        if name not in self.bases:
            raise MissingBaseError(name, self.bases)
        return self.bases[name]

    def shares(self, base: str) -> dict[str, Fraction]:
        """Each list's share of a base, 0 to 1, exact.

        Args:
            base: Name of the base.

        Returns:
            Share per list, in the order of `votes`.

        Raises:
            MissingBaseError: If the total is not known.
        """
        total = self.base(base)
        return {name: Fraction(votes) / total for name, votes in self.votes.items()}

    def with_fewer(self, name: str, lost: int | Fraction) -> "VoteCount":
        """The count as if some voters of one list had stayed at home.

        Args:
            name: The list.
            lost: Votes that were not cast, at most those it has.

        Returns:
            A count in which the list and every base have that many votes less, in every region in proportion.
        """
        bases = {base: total - lost for base, total in self.bases.items() if total > lost}
        left = 1 - Fraction(lost) / self.votes[name] if self.votes[name] else Fraction(1)
        regions = {region: {**votes, name: Fraction(votes.get(name, 0)) * left} for region, votes in self.regions.items()}
        return replace(self, votes={**self.votes, name: self.votes[name] - lost}, bases=bases, regions=regions)
