"""The findings of the Overview are what the engine makes of the shipped data; expected values from seminars.md of the design."""

import pytest

from components.ui.findings import base_finding, bloc_finding, computed_findings, copy_finding, landslide_finding, membership_finding
from components.ui.overview_sections import presidential_seats


def test_bloc_of_2007_would_have_had_eight_seats_and_a_fraction():
    finding = bloc_finding(())
    assert finding.number == "8 seats"
    assert "7.63\u202f%" in finding.sentence
    assert "more than five" in finding.sentence


def test_landslide_was_there_before_the_merger():
    finding = landslide_finding(())
    assert finding.number == "79.06\u202f%"
    assert "won 57 of 77 seats" in finding.sentence
    assert "88.41\u202f%" in finding.sentence


def test_base_of_the_threshold_moves_the_seat_of_aist():
    finding = base_finding(())
    assert finding.number == "7.07\u202f% or 6.87\u202f%"
    assert "7/1/1/1 (Otan, Ak Zhol, Asar, AIST) becomes 7/2/1" in finding.sentence


def test_members_without_voters_are_three_parties_two_of_them_below_the_minimum():
    # Abramov, Table 3 (2009); votes of 2007 in the public record; 50,000 members by the law of July 2002.
    finding = membership_finding(())
    assert finding.number == "3.7 a vote"
    assert "Party of Patriots 172,000 and 46,436" in finding.sentence
    assert "Rukhaniyat 72,000 and 22,159" in finding.sentence
    assert "Two of these parties polled fewer votes than the 50,000 members" in finding.sentence


def test_bloc_of_2004_takes_a_seat_only_with_the_votes_of_its_rival():
    finding = copy_finding(())
    assert "6/1/1/1/1" in finding.sentence
    assert finding.sentence.endswith("7/1/1/1.")


@pytest.mark.parametrize(("year", "count"), [("2004", 2), ("2007", 1), ("2012", 0)])
def test_lab_findings_stand_with_the_votes_they_are_computed_from(year, count):
    assert len(computed_findings((), year=year)) == count


def test_all_three_findings_are_computed_from_the_shipped_data():
    assert len(computed_findings(())) == 3


def test_presidential_seats_of_1995_keep_both_figures():
    # bowyer2008[1995 Elections] 24, babak[Large Political Parties] 27, of 67
    rows = presidential_seats(()).query("election == '1995'")
    assert sorted(rows["seats"]) == [24, 27]
    assert set(rows["seats_total"]) == {67}


def test_presidential_share_of_2007_is_98_of_107():
    row = presidential_seats(()).query("election == '2007'").iloc[0]
    assert (row["seats"], row["seats_total"]) == (98, 107)
