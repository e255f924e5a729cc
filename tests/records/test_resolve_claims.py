"""One source for each contest, never one for each cell."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.records import Resolution, resolve_claims, split_source

CONTEST, SUBJECT = ("election_id", "tier"), ("contestant_id",)
BIBLIOGRAPHY = ("bowyer", "abramov", "iwpr")
COLUMNS = ["claim_id", "election_id", "tier", "contestant_id", "value", "value_min", "value_max", "qualifier", "source"]


def claims(*rows: tuple[str, float | None, str], election: str = "e", tier: str | None = "list") -> pd.DataFrame:
    """Claims (contestant, value, source); an inexact one has no value and 1 as lower bound."""
    records = []
    for number, (contestant, value, source) in enumerate(rows):
        figure = (None, 1.0, None, "at_least") if value is None else (value, None, None, "exact")
        records.append((f"{election}-{number}", election, tier, contestant, *figure, source))
    floats = dict.fromkeys(("value", "value_min", "value_max"), "float64")
    return pd.DataFrame(records, columns=COLUMNS).astype({**floats, "tier": "str"})


def resolve(frame: pd.DataFrame, *order: str) -> Resolution:
    return resolve_claims(frame, contest=CONTEST, subject=SUBJECT, order=order, bibliography=BIBLIOGRAPHY)


def chosen(resolution: Resolution) -> list[tuple[str, str]]:
    return list(resolution.chosen[["contestant_id", "source_key"]].itertuples(index=False, name=None))


def test_resolve_claims_with_wanted_source_takes_it_though_it_covers_less():
    frame = claims(("a", 1, "bowyer[x]"), ("b", 2, "bowyer[x]"), ("a", 3, "abramov[y]"))
    assert chosen(resolve(frame, "abramov")) == [("a", "abramov")]


def test_resolve_claims_with_wanted_source_silent_takes_the_next_wanted():
    frame = claims(("a", 1, "bowyer[x]"), ("b", 2, "bowyer[x]"), ("a", 3, "abramov[y]"))
    assert chosen(resolve(frame, "iwpr", "abramov")) == [("a", "abramov")]


def test_resolve_claims_with_wanted_source_inexact_takes_it_still():
    frame = claims(("a", 1, "bowyer[x]"), ("a", None, "abramov[y]"))
    assert chosen(resolve(frame, "abramov")) == [("a", "abramov")]


def test_resolve_claims_of_two_contests_chooses_for_each():
    frame = pd.concat([claims(("a", 1, "bowyer[x]"), ("a", 2, "abramov[y]")), claims(("a", 1, "bowyer[x]"), election="f")])
    assert chosen(resolve(frame, "abramov")) == [("a", "abramov"), ("a", "bowyer")]


def test_resolve_claims_without_order_takes_most_subjects_exact():
    frame = claims(("a", 1, "bowyer[x]"), ("b", None, "bowyer[x]"), ("c", None, "bowyer[x]"), ("a", 1, "iwpr[y]"), ("b", 2, "iwpr[y]"))
    assert chosen(resolve(frame)) == [("a", "iwpr"), ("b", "iwpr")]


def test_resolve_claims_without_order_counts_subjects_and_not_places():
    frame = claims(("a", 1, "iwpr[x]"), ("a", 1, "iwpr[y]"), ("a", 1, "bowyer[z]"))
    assert chosen(resolve(frame)) == [("a", "bowyer")]


def test_resolve_claims_on_tie_takes_first_of_bibliography():
    frame = claims(("a", 1, "iwpr[x]"), ("a", 2, "abramov[y]"), ("a", 3, "zzz[y]"))
    assert chosen(resolve(frame)) == [("a", "abramov")]


def test_resolve_claims_of_several_places_takes_exact_then_first():
    frame = claims(("a", None, "bowyer[1]"), ("a", 7, "bowyer[2]"), ("a", 5, "bowyer[3]"))
    assert resolve(frame).chosen["locator"].tolist() == ["2"]


def test_resolve_claims_rivals_are_other_values_of_same_subject():
    frame = claims(("a", 1, "bowyer[x]"), ("b", 2, "bowyer[x]"), ("a", 1, "abramov[y]"), ("b", 3, "abramov[y]"), ("b", None, "iwpr[z]"))
    rivals = resolve(frame, "bowyer").rivals
    assert rivals[["claim_id", "rival_of"]].to_numpy().tolist() == [["e-3", "e-1"], ["e-4", "e-1"]]


def test_resolve_claims_rivals_hold_other_place_of_chosen_source():
    frame = claims(("a", 7, "bowyer[1]"), ("a", 5, "bowyer[2]"), ("a", 7, "bowyer[3]"))
    assert resolve(frame).rivals["claim_id"].tolist() == ["e-1"]


def test_resolve_claims_rivals_hold_subjects_the_chosen_source_is_silent_about():
    frame = claims(("a", 1, "bowyer[x]"), ("b", 2, "abramov[y]"))
    rivals = resolve(frame, "bowyer").rivals
    assert rivals["contestant_id"].tolist() == ["b"]
    assert rivals["rival_of"].isna().all()


def test_resolve_claims_zero_is_not_blank():
    frame = claims(("a", 0, "bowyer[x]"), ("a", None, "abramov[y]"))
    frame.loc[1, "value_min"] = None
    assert len(resolve(frame, "bowyer").rivals) == 1


def test_resolve_claims_with_blank_contest_column_is_a_contest():
    frame = claims(("a", 1, "bowyer[x]"), ("a", 2, "abramov[y]"), tier=None)
    assert chosen(resolve(frame)) == [("a", "bowyer")]


def test_resolve_claims_with_blank_contest_column_keeps_elections_apart():
    frame = pd.concat([claims(("a", 1, "bowyer[x]"), tier=None), claims(("a", 2, "abramov[y]"), election="f", tier=None)])
    assert chosen(resolve(frame)) == [("a", "bowyer"), ("a", "abramov")]


def test_resolve_claims_without_subject_chooses_one_row_a_contest():
    frame = claims(("a", 1, "bowyer[x]"), ("b", 2, "abramov[y]"))
    resolution = resolve_claims(frame, contest=("election_id",), subject=(), order=(), bibliography=BIBLIOGRAPHY)
    assert (len(resolution.chosen), len(resolution.rivals)) == (1, 1)


def test_resolve_claims_of_no_claims_is_empty():
    resolution = resolve(claims())
    assert resolution.chosen.empty
    assert {"source_key", "locator"} <= set(resolution.chosen.columns)
    assert {"source_key", "locator", "rival_of"} <= set(resolution.rivals.columns)


def test_resolve_claims_leaves_its_input_as_it_was():
    frame = claims(("a", 1, "bowyer[x]"), ("a", 2, "abramov[y]"))
    before = frame.copy()
    resolve(frame)
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(("source", "key"), [("bowyer", "bowyer"), ("", ""), (None, None)])
def test_split_source_of_broken_reference_has_no_locator(source: str | None, key: str | None):
    split = split_source(pd.DataFrame({"source": pd.Series([source], dtype="str")}))
    assert split["locator"].isna().all()
    assert [None if pd.isna(value) else value for value in split["source_key"]] == [key]


def test_resolve_claims_of_claim_without_source_does_not_fail():
    frame = claims(("a", 1, "bowyer[x]"), ("a", 2, "abramov[y]"))
    frame.loc[0, "source"] = None
    assert chosen(resolve(frame)) == [("a", "abramov")]


Row = tuple[str, float | None, str]
ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([None, 0.0, 1.0, 2.0]), st.sampled_from(["bowyer[1]", "abramov[1]", "iwpr[1]"])),
    max_size=12,
    unique_by=lambda row: (row[0], row[2]),
)


@settings(deadline=None)
@given(ROWS, st.permutations(range(12)), st.sampled_from([(), ("iwpr",), ("abramov", "iwpr")]))
def test_resolve_claims_of_permuted_rows_chooses_the_same(rows: list[Row], places: list[int], order: tuple[str, ...]):
    frame = claims(*rows)
    permuted = frame.iloc[[place for place in places if place < len(frame)]]
    one, other = resolve(frame, *order), resolve(permuted, *order)
    assert set(one.chosen["claim_id"]) == set(other.chosen["claim_id"])
    assert dict(zip(one.rivals["claim_id"], one.rivals["rival_of"].fillna(""), strict=True)) == dict(
        zip(other.rivals["claim_id"], other.rivals["rival_of"].fillna(""), strict=True)
    )


@settings(deadline=None)
@given(ROWS, st.sampled_from([(), ("iwpr",), ("abramov", "iwpr")]))
def test_resolve_claims_has_one_source_a_contest_and_loses_no_differing_claim(rows: list[Row], order: tuple[str, ...]):
    frame = claims(*rows)
    resolution = resolve(frame, *order)
    assert resolution.chosen["source_key"].nunique() == min(1, len(frame))
    assert not resolution.chosen["contestant_id"].duplicated().any()
    assert not set(resolution.chosen["claim_id"]) & set(resolution.rivals["claim_id"])
