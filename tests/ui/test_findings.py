"""The findings of the Overview are what the engine makes of the shipped data; expected values from seminars.md of the design."""

from components.ui.findings import base_finding, bloc_finding, computed_findings, landslide_finding
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
