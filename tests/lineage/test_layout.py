from datetime import date

from components.lineage import build_lanes, build_layout, neighbours
from tests.lineage.trees import claim, in_year, lineage_of, membership, when

END = date(2012, 12, 31)


def layout_of(lineage, **options):
    return build_layout(lineage, build_lanes(lineage, {}), set(lineage.organisations), **({"end": END} | options))


def test_layout_holds_every_organisation_with_a_date_once():
    lineage = lineage_of(
        claim("founded", "a", dated=in_year(1990)),
        claim("founded", "b", dated=in_year(1991)),
        claim("founded", "undated"),
        families={"b": "other"},
    )
    layout = layout_of(lineage)
    assert sorted(name for _, group in layout.families for name in group) == ["a", "b"]


def test_layout_leaves_out_what_begins_after_the_axis_ends():
    lineage = lineage_of(claim("founded", "early", dated=in_year(1990)), claim("founded", "late", dated=in_year(2022)))
    assert [group for _, group in layout_of(lineage).families] == [("early",)]


def test_link_of_a_founding_stands_at_the_start_of_the_new_lane_whatever_its_own_claim_says():
    lineage = lineage_of(
        claim("founded", "new", dated=when("2002-03-01"), change="new"),
        claim("founded_by", "new", "old", in_year(2001), change="new"),
        claim("founded", "old", dated=in_year(1998)),
    )
    assert [(link.first, link.second, link.day) for link in layout_of(lineage).links] == [("old", "new", date(2002, 3, 1))]


def test_link_of_a_merger_stands_on_its_own_day():
    lineage = lineage_of(
        claim("founded", "part", dated=in_year(2003)),
        claim("founded", "whole", dated=in_year(1999)),
        claim("merged", "whole", "part", when("2006-07-04")),
    )
    assert [link.day for link in layout_of(lineage).links] == [date(2006, 7, 4)]


def test_undated_descent_is_no_link():
    lineage = lineage_of(
        claim("founded", "whole", dated=in_year(1991)), claim("registered", "part", dated=in_year(1995)), claim("split", "part", "whole")
    )
    assert layout_of(lineage).links == ()


def test_membership_is_a_link_once_and_not_beside_a_descent():
    lineage = lineage_of(
        claim("founded", "a", dated=in_year(1990)),
        claim("founded_by", "front", "a", in_year(1998)),
        claim("founded", "b", dated=in_year(1990)),
        memberships=[
            membership("a", "front", in_year(1998)),
            membership("b", "front", in_year(1998)),
            membership("b", "front", when("1998-02-01"), "founder"),
            membership("b", "front", in_year(2000), "left"),
        ],
        kinds={"front": "bloc"},
    )
    links = [(link.first, link.kind) for link in layout_of(lineage).links]
    assert links == [("a", "founded_by"), ("b", "membership")]


def test_first_family_stands_above_the_others():
    lineage = lineage_of(*(claim("founded", name, dated=in_year(1990)) for name in "abc"), families={"a": "x", "b": "y", "c": "z"})
    assert layout_of(lineage, first="z").families[0][0] == "z"


def test_lane_without_an_end_is_drawn_a_little_beyond_its_last_mention_and_not_beyond_the_axis():
    lineage = lineage_of(claim("founded", "a", dated=when("1990-01-01")), claim("founded", "b", dated=when("2012-11-01")))
    extents = layout_of(lineage).extents
    assert date(1990, 6, 1) < extents["a"].end < date(1992, 1, 1)
    assert extents["b"].end == END


def test_neighbours_are_one_step_away_by_descent_or_alliance():
    lineage = lineage_of(
        claim("split", "b", "a", in_year(1990)),
        claim("split", "c", "b", in_year(1991)),
        memberships=[membership("a", "front", in_year(1992))],
    )
    assert neighbours(lineage, {"a"}) == {"a", "b", "front"}
