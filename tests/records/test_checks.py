"""Every rule: a folder that keeps it, one that breaks it, and a recorded exception."""

import pytest

from components.records import CHECKS
from tests.records.data_folder import DataFolder
from tests.records.planted import CHECK_PLANTS, SCHEMA_PLANTS


def rules(folder: DataFolder) -> list[str]:
    return [problem.rule for problem in folder.check()]


def test_check_package_of_sound_folder_finds_nothing(folder: DataFolder):
    assert [str(problem) for problem in folder.check()] == []


def test_planted_errors_cover_every_check():
    assert set(CHECK_PLANTS) == set(CHECKS)


@pytest.mark.parametrize("rule", [*CHECK_PLANTS, *SCHEMA_PLANTS])
def test_check_of_planted_error_names_exactly_its_place(folder: DataFolder, rule: str):
    table, row, column = (CHECK_PLANTS | SCHEMA_PLANTS)[rule](folder)
    found = [(problem.file, problem.row, problem.column, problem.rule) for problem in folder.check()]
    assert found == [(f"{table}.csv", row, column, rule)]


@pytest.mark.parametrize("rule", CHECK_PLANTS)
def test_check_of_recorded_exception_is_silent(folder: DataFolder, rule: str):
    place = CHECK_PLANTS[rule](folder)
    folder.except_from(rule, place.table, place.row)
    assert folder.check() == []


@pytest.mark.parametrize("rule", ["enum", "required"])
def test_check_of_exception_from_schema_is_refused(folder: DataFolder, rule: str):
    place = SCHEMA_PLANTS[rule](folder)
    folder.except_from(rule, place.table, place.row)
    assert sorted(rules(folder)) == sorted([rule, "exceptions"])


def test_exceptions_with_unknown_rule_is_problem_at_rule(folder: DataFolder):
    row = folder.add("exceptions", rule="nonsense", table="rules", claim_id="c-1", reason="None.")
    assert [(p.file, p.row, p.column, p.value) for p in folder.check()] == [("exceptions.csv", row, "rule", "nonsense")]


def test_exceptions_for_unknown_table_is_not_needed(folder: DataFolder):
    folder.add("exceptions", rule="bounds", table="nowhere", claim_id="c-1", reason="None.")
    assert rules(folder) == ["exceptions"]


def test_exceptions_silence_the_named_claim_only(folder: DataFolder):
    first, second = folder.rule(parameter="a", value="101"), folder.rule(parameter="b", value="102")
    folder.except_from("pct_range", "rules", first)
    assert [(p.rule, p.row) for p in folder.check()] == [("pct_range", second)]


def test_check_package_run_twice_finds_the_same(folder: DataFolder):
    SCHEMA_PLANTS["type"](folder)
    CHECK_PLANTS["bounds"](folder)
    assert folder.check() == folder.check()


def test_check_package_of_many_problems_lists_a_hundred_and_counts_the_rest(folder: DataFolder):
    for number in range(130):
        folder.rule(parameter=f"p_{number}", value="101")
    problems = folder.check()
    assert len(problems) == 101
    assert problems[0].message == "30 more problems of this kind are not listed"


def test_text_clean_of_emoji_and_markup_is_silent(folder: DataFolder):
    folder.rule(parameter="odd", note="<b>“O'Neil”</b> 🗳 Қазақстан")
    assert folder.check() == []


@pytest.mark.parametrize("mark", ["\n", "\t", "\u200f", "\u2066", "\x85"])
def test_text_clean_of_unprintable_character_is_problem(folder: DataFolder, mark: str):
    folder.rule(parameter="odd", note=f"a{mark}b")
    assert rules(folder) == ["text_clean"]


def test_ids_exist_of_contestant_at_another_election_is_problem(folder: DataFolder):
    folder.add("elections", election_id="majilis-2004", office="parliament", date="2004", title="Majilis 2004")
    folder.add("absences", election_id="majilis-2004", tier="list", party_id="nur", reason="boycott", contestant_id="nur")
    assert [(p.rule, p.column) for p in folder.check()] == [("ids_exist", "contestant_id")]


def test_ids_exist_of_list_of_known_ids_is_silent(folder: DataFolder):
    folder.add("proposals", proposal_id="p-3", proposer="Both", party_id="nur;zhol", parameter="x", demand="Less.")
    assert folder.check() == []


def test_ids_exist_of_unknown_person_of_contestant_is_problem(folder: DataFolder):
    folder.add("contestants", election_id="majilis-1999", contestant_id="x", kind="candidate", name="X", person_id="nobody")
    assert [(p.rule, p.column) for p in folder.check()] == [("ids_exist", "person_id")]


def test_organisations_used_by_alliance_only_is_silent(folder: DataFolder):
    folder.add("parties", party_id="front", name="Front", kind="forum", family="newcomers", colour="#000000")
    folder.add("alliance_members", alliance_id="front", party_id="nur", status="founder")
    assert folder.check() == []


@pytest.mark.parametrize("source", ["alpha2000[ ]", "alpha2000[]", "alpha2000"])
def test_sources_known_without_locator_is_problem(folder: DataFolder, source: str):
    folder.rule(parameter="placeless", source=source)
    assert "sources_known" in rules(folder)


@pytest.mark.parametrize(
    ("column", "other"), [("source", "alpha2000[p. 2]"), ("as_of", "2004"), ("claimant", "Zhukeyev"), ("unit", "seats")]
)
def test_duplicate_claims_with_another_place_date_claimant_or_subject_is_silent(folder: DataFolder, column: str, other: str):
    folder.rule(parameter="twice", value="5")
    folder.rule(parameter="twice", value="7", **{column: other})
    assert folder.check() == []
