from datetime import date

import pytest

from components.lineage import build_lanes
from tests.lineage.trees import claim, in_year, lineage_of, membership, when


def lane_of(name, *claims, mentions=(), **options):
    return build_lanes(lineage_of(*claims, **options), {name: mentions}).get(name)


def test_lane_runs_from_founding_to_merger():
    lane = lane_of("part", claim("founded", "part", dated=when("2003-12-01")), claim("merged", "whole", "part", when("2006-07-04")))
    assert (lane.start, lane.end) == (date(2003, 12, 1), date(2006, 7, 4))


def test_lane_without_an_end_is_known_until_its_last_mention():
    lane = lane_of("lad", claim("founded", "lad", dated=when("1993-03-27")), mentions=[when("1998-02-15")])
    assert (lane.known_until, lane.end) == (date(1998, 2, 15), None)


def test_lane_without_a_founding_begins_with_its_first_mention():
    lane = lane_of("trade-unions", claim("registered", "trade-unions", dated=when("1999-01-01")), mentions=[when("1994-03-07")])
    assert (lane.start, lane.begins) == (date(1994, 3, 7), None)


def test_lane_without_any_date_is_not_drawn():
    assert lane_of("shanyrak", claim("founded", "shanyrak")) is None


def test_lane_of_what_parts_merged_into_begins_with_the_merger_where_nothing_founds_it():
    claims = [claim("merged", "birlik", part, when("2013-04-26")) for part in ("adilet", "rukhaniyat")]
    assert lane_of("birlik", *claims).start == date(2013, 4, 26)


def test_lane_of_an_older_party_does_not_begin_with_what_it_took_in():
    lane = lane_of("otan", claim("merged", "otan", "unity", when("1999-03-01")), claim("founded", "otan", dated=in_year(1998)))
    assert lane.start.year == 1998


def test_loose_founding_is_not_after_what_the_party_did_within_the_same_year():
    lane = lane_of("otan", claim("founded", "otan", dated=in_year(1999)), claim("merged", "otan", "unity", when("1999-03-01")))
    assert lane.start == date(1999, 3, 1)


def test_exact_founding_is_kept_whatever_else_is_dated_before_it():
    lane = lane_of("adilet", claim("founded", "adilet", dated=when("2004-04-10")), mentions=[in_year(2003)])
    assert lane.start == date(2004, 4, 10)


def test_joining_a_joint_list_does_not_end_a_lane():
    lane = lane_of(
        "party",
        claim("founded", "party", dated=in_year(2002)),
        claim("merged", "list", "party", in_year(2007)),
        kinds={"list": "joint_list"},
    )
    assert lane.end is None


def test_parting_ends_the_joint_list_and_not_its_member():
    claims = [
        claim("founded", "list", dated=in_year(2007)),
        claim("undone", "list", dated=in_year(2008)),
        claim("undone", "party", dated=in_year(2008)),
    ]
    options = {"kinds": {"list": "joint_list"}}
    assert lane_of("list", *claims, **options).end is not None
    assert lane_of("party", *claims, **options).end is None


@pytest.mark.parametrize("kind", ["banned", "dissolved"])
def test_ban_and_dissolution_end_a_lane_and_suspension_does_not(kind):
    founded = claim("founded", "party", dated=in_year(2002))
    assert lane_of("party", founded, claim(kind, "party", dated=when("2005-01-06"))).end == date(2005, 1, 6)
    assert lane_of("party", founded, claim("suspended", "party", dated=when("2005-01-06"))).end is None


def test_split_does_not_end_what_it_left():
    assert lane_of("party", claim("founded", "party", dated=in_year(2002)), claim("split", "wing", "party", in_year(2005))).end is None


def test_exists_on_is_no_before_yes_between_and_unknown_after_the_last_mention():
    lane = lane_of("lad", claim("founded", "lad", dated=when("1993-03-27")), mentions=[when("1998-02-15")])
    answers = [lane.exists_on(date(*day)) for day in ((1993, 3, 26), (1993, 3, 27), (1998, 2, 15), (1998, 2, 16))]
    assert answers == [False, True, True, None]


def test_exists_on_the_day_of_the_end_is_no():
    lane = lane_of("part", claim("founded", "part", dated=when("2003-12-01")), claim("merged", "whole", "part", when("2006-07-04")))
    assert lane.exists_on(date(2006, 7, 3)) is True
    assert lane.exists_on(date(2006, 7, 4)) is False


def test_membership_alone_gives_an_alliance_a_lane():
    lanes = build_lanes(lineage_of(memberships=[membership("party", "front", when("1998-02-01"))]), {})
    assert lanes["front"].start == date(1998, 2, 1)
