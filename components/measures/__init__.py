"""Measures of party systems and elections; standard library only.

Example:
    >>> from components.measures import effective_number_of_parties
    >>> float(effective_number_of_parties({"a": 50, "b": 50}))
    2.0
"""

from components.measures.bonus import seat_bonus
from components.measures.disproportionality import gallagher_index, loosemore_hanby_index, rae_index
from components.measures.effective_threshold import effective_threshold
from components.measures.party_number import effective_number_bounds, effective_number_of_parties
from components.measures.volatility import pedersen_volatility
from components.measures.waste import WastedVotes, wasted_votes

__all__ = [
    "WastedVotes",
    "effective_number_bounds",
    "effective_number_of_parties",
    "effective_threshold",
    "gallagher_index",
    "loosemore_hanby_index",
    "pedersen_volatility",
    "rae_index",
    "seat_bonus",
    "wasted_votes",
]
