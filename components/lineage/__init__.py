"""Lineage of organisations: the graph of what came from what, names on a date, lanes over time, and the layout of the tree.

>>> from datetime import date
>>> year = lambda number: When(date(number, 1, 1), date(number, 12, 31))
>>> organisations = {name: Organisation(name, name.title(), "party", "otan") for name in ("asar", "otan")}
>>> claims = [
...     Claim("c1", "otan-founded", "founded", None, "otan", year(1999), "abramov2009"),
...     Claim("c2", "asar-founded", "founded", None, "asar", When(date(2003, 12, 1), date(2003, 12, 31)), "babak"),
...     Claim("c3", "asar-merged", "merged", "asar", "otan", year(2006), "bowyer2008"),
...     Claim("c4", "otan-renamed", "renamed", "otan", "otan", year(2006), "bowyer2008", "Otan", "Nur-Otan"),
... ]
>>> lineage = Lineage(organisations, group_claims(claims))
>>> sorted(lineage.ancestors("otan"))
['asar']
>>> name_on(lineage, "otan", date(2004, 9, 19))
'Otan'
>>> build_lanes(lineage, {})["asar"].exists_on(date(2007, 8, 18))
False

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
