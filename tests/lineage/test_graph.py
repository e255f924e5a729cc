import pytest

from tests.lineage.trees import claim, in_year, lineage_of, membership, when


@pytest.fixture
def family():
    return lineage_of(
        claim("founded", "club", dated=in_year(1988)),
        claim("founded_by", "movement", "club", in_year(1990)),
        claim("split", "wing", "movement", in_year(1995)),
        claim("merged", "union", "wing", in_year(1999)),
        claim("founded", "other", dated=in_year(1999)),
        memberships=[membership("union", "bloc", in_year(2004)), membership("other", "bloc", in_year(2004))],
        kinds={"bloc": "bloc"},
    )


def test_ancestors_reach_back_over_every_kind_of_descent(family):
    assert family.ancestors("union") == {"wing", "movement", "club"}


def test_descendants_reach_on_over_every_kind_of_descent(family):
    assert family.descendants("club") == {"movement", "wing", "union"}


def test_relatives_hold_alliances_but_not_their_other_members(family):
    assert family.relatives("union") == {"union", "wing", "movement", "club", "bloc"}


def test_components_join_over_alliances_and_hold_each_organisation_once(family):
    components = family.components()
    assert sorted(name for component in components for name in component) == sorted(family.organisations)
    assert len(components) == 1


def test_ancestors_in_a_cycle_end():
    circle = lineage_of(claim("split", "second", "first"), claim("merged", "first", "second"))
    assert circle.ancestors("first") == {"second"}


def test_joining_a_joint_list_is_no_descent():
    lists = lineage_of(claim("merged", "list", "party", in_year(2007)), kinds={"list": "joint_list"})
    assert lists.descents == ()


def test_renaming_is_no_descent():
    assert lineage_of(claim("renamed", "party", "party", in_year(2008), name_after="Azat")).descents == ()


def test_change_with_rival_dates_is_one_edge():
    told_twice = lineage_of(
        claim("split", "wing", "party", in_year(2005), change="split", source="alpha"),
        claim("split", "wing", "party", in_year(2006), change="split", source="beta"),
    )
    assert len(told_twice.descents) == 1
    assert told_twice.changes[0].has_rival_dates


def test_chosen_claim_is_the_narrowest_date_and_then_the_bibliography():
    change = lineage_of(
        claim("founded", "party", dated=None, change="x", source="alpha"),
        claim("founded", "party", dated=in_year(2002), change="x", source="alpha"),
        claim("founded", "party", dated=when("2002-03-01", "2002-03-31"), change="x", source="beta"),
    ).changes[0]
    assert change.when == when("2002-03-01", "2002-03-31")


def test_chosen_claim_is_that_of_the_source_the_reader_wants_where_it_has_a_date():
    claims = [
        claim("founded", "party", dated=when("2002-03-01"), change="x", source="alpha"),
        claim("founded", "party", dated=in_year(2003), change="x", source="beta"),
    ]
    assert lineage_of(*claims, order=("beta",)).changes[0].when == in_year(2003)


def test_chosen_claim_of_a_wanted_source_without_date_gives_way():
    claims = [
        claim("founded", "party", dated=when("2002-03-01"), change="x", source="alpha"),
        claim("founded", "party", dated=None, change="x", source="beta"),
    ]
    assert lineage_of(*claims, order=("beta",)).changes[0].chosen.source == "alpha"


def test_changes_of_stand_in_order_of_time_with_the_undated_last():
    party = lineage_of(
        claim("banned", "party", dated=None),
        claim("renamed", "party", "party", in_year(2008), name_after="B"),
        claim("founded", "party", dated=in_year(2002)),
    )
    assert [change.chosen.kind for change in party.changes_of["party"]] == ["founded", "renamed", "banned"]


def test_carrier_of_a_merger_is_the_part_and_of_a_split_the_new_one():
    changes = lineage_of(claim("merged", "whole", "part", in_year(2006)), claim("split", "wing", "whole", in_year(2005))).changes
    assert [change.carrier for change in changes] == ["part", "wing"]
