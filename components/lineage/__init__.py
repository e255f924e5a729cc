"""Lineage of organisations: the graph of what came from what, names on a date, lanes over time, and the layout of the tree.

    claims = [
        Claim("c1", "a-founded", "founded", None, "a", When(date(1999, 3, 1), date(1999, 3, 1)), "source"),
        Claim("c2", "b-founded", "split", "a", "b", When(date(2005, 1, 1), date(2005, 12, 31)), "source"),
    ]
    organisations = {name: Organisation(name, name.upper(), "party", "family") for name in "ab"}
    lineage = Lineage(organisations, group_claims(claims))
    lineage.ancestors("b")  # frozenset({'a'})

Nothing here knows files, frames or screens.
"""

from components.lineage.checks import closing_edges, shared_names, younger_predecessors
from components.lineage.dating import When, disagree
from components.lineage.graph import ALLIANCES, Change, Claim, Descent, Lineage, Membership, Organisation, group_claims
from components.lineage.lanes import Lane, build_lanes
from components.lineage.layout import DrawnLink, TreeLayout, build_layout, neighbours
from components.lineage.names import NameSpan, has_namesake, name_on, name_spans
from components.lineage.ordering import Extent, Link, count_crossings, order_lanes

__all__ = [
    "ALLIANCES",
    "Change",
    "Claim",
    "Descent",
    "DrawnLink",
    "Extent",
    "Lane",
    "Lineage",
    "Link",
    "Membership",
    "NameSpan",
    "Organisation",
    "TreeLayout",
    "When",
    "build_lanes",
    "build_layout",
    "closing_edges",
    "count_crossings",
    "disagree",
    "group_claims",
    "has_namesake",
    "name_on",
    "name_spans",
    "neighbours",
    "order_lanes",
    "shared_names",
    "younger_predecessors",
]
