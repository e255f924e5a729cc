from fractions import Fraction

import pytest

from components.seats import allocate_seats, compose_chamber, list_seats_of
from tests.seats.cases import case_of, count_of, law_of


@pytest.mark.parametrize(
    ("n_seats", "share", "from_lists"),
    # Baimenov's 50-50 (bowyer2008[Ak-Zhol]) on 98 and on 77; ten of 77 (isaacs prints 10 per cent; it is 13); all and none.
    [(98, Fraction(1, 2), 49), (77, Fraction(1, 2), 38), (77, Fraction(13, 100), 10), (98, Fraction(1), 98), (98, Fraction(0), 0)],
)
def test_list_seats_are_the_whole_part_of_their_share(n_seats, share, from_lists):
    assert list_seats_of(n_seats, share) == from_lists


def test_list_share_above_one_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        list_seats_of(98, Fraction(11, 10))


def allocation_2004():
    case = case_of("majilis-2004")
    return allocate_seats(count_of(case), law_of(case))


# facts/results.csv, 2004: district seats by holder
DISTRICTS = {"Otan": 35, "AIST bloc (Agrarian + Civic)": 10, "Asar": 3, "Democratic Party of Kazakhstan": 1, "independents": 18}


def test_chamber_of_2004_with_its_67_districts_has_the_official_totals():
    # bowyer2008[2004 Elections]: 42, 11, 4, 1, 1 and 18
    totals = compose_chamber(allocation_2004(), n_other=67, known=DISTRICTS).totals
    assert {name: least for name, (least, most) in totals.items() if least == most and least} == {
        "Otan": 42,
        "AIST bloc (Agrarian + Civic)": 11,
        "Asar": 4,
        "Ak Zhol": 1,
        "Democratic Party of Kazakhstan": 1,
        "independents": 18,
    }


def test_chamber_with_other_districts_than_there_were_leaves_them_unknown_with_bounds():
    chamber = compose_chamber(allocation_2004(), n_other=39, known=DISTRICTS)
    assert chamber.other_seats is None
    assert chamber.totals["Otan"] == (7, 46)


def test_chamber_without_other_seats_is_certain():
    assert compose_chamber(allocation_2004(), n_other=0).totals["Otan"] == (7, 7)
