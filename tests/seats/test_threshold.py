from fractions import Fraction

import pytest

from components.seats import ElectoralLaw, MissingBaseError, MissingRegionsError, VoteCount, admitted_lists, form_alliance


def law(threshold: int | Fraction, **rules) -> ElectoralLaw:
    return ElectoralLaw(Fraction(threshold) / 100, "list_votes", 10, **rules)


@pytest.mark.parametrize(("votes", "admitted"), [(699, False), (700, True), (701, True)])
def test_threshold_around_seven_percent_admits_list_exactly_at_it(votes, admitted):
    shares = VoteCount({"a": votes, "b": 10000 - votes}, {"list_votes": 10000})
    assert ("a" in admitted_lists(shares, law(7))) is admitted


def test_threshold_of_zero_does_not_admit_a_list_without_a_vote():
    assert admitted_lists(VoteCount({"a": 0, "b": 5}, {"list_votes": 5}), law(0)) == ("b",)


def test_threshold_with_unknown_base_names_the_base():
    with pytest.raises(MissingBaseError, match="votes_cast"):
        VoteCount({"a": 1}, {"list_votes": 1}).shares("votes_cast")


def test_count_with_negative_votes_is_refused():
    with pytest.raises(ValueError, match="negative"):
        VoteCount({"a": -1}, {"list_votes": 1})


def test_count_with_base_of_zero_is_refused():
    with pytest.raises(ValueError, match="more than zero"):
        VoteCount({"a": 0}, {"list_votes": 0})


@pytest.mark.parametrize(("votes", "admitted"), [(1199, False), (1200, True)])
def test_threshold_of_alliances_holds_for_alliances_alone_exactly_at_it(votes, admitted):
    count = VoteCount({"both": votes, "one": 800, "rest": 9200 - votes}, {"list_votes": 10000}, alliances=frozenset({"both"}))
    passed = admitted_lists(count, law(8, alliance_threshold=Fraction(12, 100)))
    assert ("both" in passed, "one" in passed) == (admitted, True)


def test_alliance_that_is_formed_meets_the_threshold_of_alliances():
    count = VoteCount({"a": 6, "b": 5, "c": 89}, {"list_votes": 100})
    joint = form_alliance(count, ("a", "b"), name="a+b")
    assert admitted_lists(joint, law(5, alliance_threshold=Fraction(12, 100))) == ("c",)


# Kyrgyzstan 2007, bowyer2008[Contact with Other Parliaments]: 5 per cent of the national vote and 0.5 per cent in each oblast.
KYRGYZ = law(5, regional_threshold=Fraction(1, 200))


def regional(in_osh: int) -> VoteCount:
    regions = {"osh": {"a": 1000 - in_osh, "b": in_osh}, "chui": {"a": 800, "b": 200}}
    totals = {name: sum(votes[name] for votes in regions.values()) for name in ("a", "b")}
    return VoteCount(totals, {"list_votes": 2000}, regions=regions)


@pytest.mark.parametrize(("in_osh", "admitted"), [(4, ("a",)), (5, ("a", "b"))])
def test_condition_by_region_shuts_out_a_list_below_it_in_one_region(in_osh, admitted):
    assert admitted_lists(regional(in_osh), KYRGYZ) == admitted


def test_condition_by_region_without_votes_by_region_is_named_as_missing():
    with pytest.raises(MissingRegionsError, match="every region"):
        admitted_lists(VoteCount({"a": 1}, {"list_votes": 1}), KYRGYZ)
