"""Measures of party systems and elections; standard library only.

Example:
    >>> from components.measures import effective_number_of_parties
    >>> float(effective_number_of_parties({"a": 50, "b": 50}))
    2.0
"""

from components.measures.bonus import seat_bonus
from components.measures.disproportionality import gallagher_index
from components.measures.party_number import effective_number_of_parties
from components.measures.waste import WastedVotes, wasted_votes

__all__ = ["WastedVotes", "effective_number_of_parties", "gallagher_index", "seat_bonus", "wasted_votes"]
