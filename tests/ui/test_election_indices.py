"""Indices on the Elections page, from the shipped data."""

from components.ui.election_indices import chamber_entries, index_entries


def test_chamber_of_2004_has_bounds_for_its_eighteen_independents():
    # By hand, seats 42, 11, 4, 1, 1 and 18 of 77 (bowyer2008[2004 Elections]): 77^2 / (1764 + 121 + 16 + 1 + 1 + 324) = 2.66;
    # with each independent alone 77^2 / (1903 + 18) = 3.09
    (words, number, below) = chamber_entries("majilis-2004", ())[0]
    assert number == "2.66–3.09"
    assert below.startswith("18 seats")
    assert "chamber" in words


def test_chamber_of_2007_without_independents_has_no_bounds():
    assert chamber_entries("majilis-2007", ()) == []


def test_chamber_of_1994_counts_the_seats_that_no_source_assigns():
    # bowyer2008[Elections in 1994]: 177 seats; 32, 22, 12, 12, 1 and 4 are named
    assert chamber_entries("supreme-council-1994", ())[0][2].startswith("94 seats")


def test_election_without_lists_has_no_indices_of_the_list_tier():
    assert index_entries("majilis-1995", ()) == ([], [])


def test_wasted_votes_of_2007_are_those_of_the_six_lists_below_the_bar():
    # seminars.md II.1
    entries = {words: number for words, number, _ in index_entries("majilis-2007", ())[0]}
    assert entries["Wasted votes"] == "11.59\u202f%"
