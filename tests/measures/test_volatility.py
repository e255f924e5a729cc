from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures import pedersen_volatility
from tests.seats.cases import case_of

parties = st.dictionaries(st.integers(0, 9), st.integers(0, 10**6), max_size=8)
FIRST = {"Blue": 65, "Orange": 25, "Fuchsia": 10}


def test_volatility_of_published_example_matches():
    # Wikipedia, "Pedersen index": 65/25/10 becomes 65/15/20
    assert pedersen_volatility(FIRST, {"Blue": 65, "Orange": 15, "Fuchsia": 20}) == 10


def test_volatility_of_new_parties_only_is_hundred():
    # Wikipedia, "Pedersen index": all three vanish, Red and Black share the votes
    assert pedersen_volatility(FIRST, {"Red": 75, "Black": 25}) == 100


def test_volatility_with_a_party_missing_on_one_side_counts_it_as_nothing_there():
    # 50/50 becomes 50/25/25: losses of 25, gains of 25
    assert pedersen_volatility({"a": 1, "b": 1}, {"a": 2, "b": 1, "c": 1}) == 25


def test_volatility_of_same_shares_in_other_units_is_zero():
    assert pedersen_volatility({"a": 60, "b": 40}, {"a": Fraction(3, 5), "b": Fraction(2, 5)}) == 0


def test_volatility_from_1999_to_2004_by_name_is_all_but_the_share_of_otan():
    # Otan had 35.91 per cent of list votes in 1999 (1,622,895 of 4,518,881); no other list stood under the same name in 2004,
    # so all the rest, 64.09, changed hands.
    before, after = ({entry["name"]: entry["votes"] for entry in case_of(f"majilis-{year}")["lists"]} for year in (1999, 2004))
    assert round(float(pedersen_volatility(before, after)), 1) == 64.1


def test_volatility_with_a_negative_size_is_refused():
    with pytest.raises(ValueError, match="negative"):
        pedersen_volatility({"a": 1}, {"a": 2, "b": -1})


@pytest.mark.parametrize(("before", "after"), [({}, {"a": 1}), ({"a": 1}, {"a": 0})])
def test_volatility_without_one_of_the_elections_is_unknown(before, after):
    assert pedersen_volatility(before, after) is None


@given(parties, parties)
def test_volatility_is_symmetric(before, after):
    assert pedersen_volatility(before, after) == pedersen_volatility(after, before)


@given(parties, parties)
def test_volatility_stays_between_zero_and_hundred(before, after):
    found = pedersen_volatility(before, after)
    assert found is None or 0 <= found <= 100


@given(parties.flatmap(lambda before: st.tuples(st.just(before), st.permutations(list(before)))), parties)
def test_volatility_of_permuted_parties_stays_the_same(pair, after):
    before, order = pair
    assert pedersen_volatility({name: before[name] for name in order}, after) == pedersen_volatility(before, after)
