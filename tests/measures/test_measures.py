from components.measures import seat_bonus, wasted_votes
from tests.seats.cases import case_of


def test_wasted_votes_of_1999_keep_lists_against_all_and_invalid_apart():
    # data.md: of all ballots, lists below the bar 13.5 per cent, against all 7.1, invalid 6.9
    case = case_of("majilis-1999")
    votes = {entry["name"]: entry["votes"] for entry in case["lists"]}
    seats = {entry["name"]: entry["seats"] for entry in case["lists"]}
    wasted = wasted_votes(votes, seats, against_all=373440, invalid=361534)
    shares = [round(float(100 * amount / case["votes_cast"]), 1) for amount in (wasted.lists, wasted.against_all, wasted.invalid)]
    assert shares == [13.5, 7.1, 6.9]


def test_wasted_votes_not_known_stay_unknown():
    assert wasted_votes({"a": 1}, {"a": 1}).invalid is None


def test_seat_bonus_of_2007_is_the_missing_share():
    case = case_of("majilis-2007")
    votes = {entry["name"]: entry["votes"] for entry in case["lists"]}
    assert round(100 * float(seat_bonus(votes, {"Nur Otan": 98})), 2) == 11.59  # 100 less 88.41


def test_seat_bonus_of_two_largest_is_unknown():
    assert seat_bonus({"a": 1, "b": 1}, {"a": 1, "b": 1}) is None
