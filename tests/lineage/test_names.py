from datetime import date

import pytest

from components.lineage import has_namesake, name_on, name_spans
from tests.lineage.trees import claim, in_year, lineage_of, when

OTAN = lineage_of(
    claim("founded", "otan", dated=when("1999-01-19")),
    claim(
        "transformed",
        "otan",
        "otan",
        when("1999-01-19"),
        change="staff",
        name_before="Republican Staff",
        name_after="Republican Party Otan",
    ),
    claim("renamed", "otan", "otan", when("2006-12-22"), change="nur", name_before="Otan", name_after="Nur Otan"),
    claim("renamed", "otan", "otan", when("2022-03-01"), change="amanat", name_before="Nur Otan", name_after="Amanat"),
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1998, 1, 1), "Republican Staff"),
        (date(1999, 1, 19), "Otan"),
        (date(2006, 12, 21), "Otan"),
        (date(2006, 12, 22), "Nur Otan"),
        (date(2022, 3, 1), "Amanat"),
    ],
)
def test_name_on_changes_on_the_day_of_the_renaming(day, name):
    assert name_on(OTAN, "otan", day) == name


def test_name_spans_cover_all_time_without_a_gap():
    spans = name_spans(OTAN, "otan")
    assert spans[0].start is None
    assert spans[-1].end is None
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]


def test_name_of_an_organisation_without_renaming_is_that_of_the_atlas():
    assert name_on(lineage_of(claim("founded", "auyl", dated=in_year(2002))), "auyl", date(2020, 1, 1)) == "Auyl"


def test_undated_renaming_changes_no_name():
    party = lineage_of(claim("renamed", "party", "party", None, name_before="Old", name_after="New"))
    assert name_on(party, "party", date(2020, 1, 1)) == "Party"


def test_name_of_an_unknown_organisation_is_its_id():
    assert name_on(OTAN, "nobody", date(2000, 1, 1)) == "nobody"


def test_has_namesake_of_azat_the_movement_and_azat_the_renamed_party_is_true():
    both = lineage_of(
        claim("founded", "azat", dated=in_year(1990)),
        claim("renamed", "naghyz", "naghyz", in_year(2008), name_before="Naghyz", name_after="Azat"),
    )
    assert has_namesake(both, "Azat", "naghyz")
    assert has_namesake(both, "azat (2008)", "azat")
    assert not has_namesake(both, "Naghyz", "naghyz")
