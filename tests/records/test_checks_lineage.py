"""Rules of lineage beyond the planted error: what is exempt, where the edge is, whose dates count."""

import pytest

from tests.records.data_folder import DataFolder


def rules(folder: DataFolder) -> list[str]:
    return [problem.rule for problem in folder.check()]


def edge(folder: DataFolder, change: str, first: str, second: str, **cells: str) -> int:
    return folder.add("lineage", change_type=change, predecessor_id=first, successor_id=second, **cells)


def organisation(folder: DataFolder, name: str, founded: str = "", **cells: str) -> None:
    folder.add("parties", party_id=name, name=name.title(), kind="party", family="clubs", colour=f"#{len(folder.rows['parties']):06x}")
    folder.add("lineage", change_type="founded", successor_id=name, as_of=founded, **cells)


@pytest.mark.parametrize("change", ["renamed", "transformed", "merger_announced"])
def test_lineage_ends_of_change_within_one_organisation_is_silent(folder: DataFolder, change: str):
    edge(folder, change, "zhol", "zhol")
    assert folder.check() == []


def test_lineage_ends_of_merger_of_unnamed_parts_is_silent(folder: DataFolder):
    edge(folder, "merged", "", "nur")
    assert folder.check() == []


@pytest.mark.parametrize("change", ["founded", "registered", "banned", "dissolved", "undone"])
def test_lineage_ends_of_single_event_with_predecessor_is_problem(folder: DataFolder, change: str):
    edge(folder, change, "nur", "zhol", as_of="2010")
    assert rules(folder) == ["lineage_ends"]


@pytest.mark.parametrize("change", ["split", "merged", "founded_by"])
def test_descent_from_itself_breaks_ends_and_is_a_cycle(folder: DataFolder, change: str):
    edge(folder, change, "zhol", "zhol")
    assert sorted(rules(folder)) == ["lineage_acyclic", "lineage_ends"]


def test_lineage_acyclic_of_three_names_the_edge_that_closes(folder: DataFolder):
    organisation(folder, "third")
    edge(folder, "founded_by", "zhol", "third")
    row = edge(folder, "merged", "third", "nur")
    assert [(p.rule, p.row) for p in folder.check()] == [("lineage_acyclic", row)]


def test_lineage_acyclic_of_parts_that_split_and_merge_again_elsewhere_is_silent(folder: DataFolder):
    for name in ("left", "right", "union"):
        organisation(folder, name)
    for name in ("left", "right"):
        edge(folder, "split", "nur", name)
        edge(folder, "merged", name, "union")
    assert folder.check() == []


def test_lineage_acyclic_of_announced_merger_back_is_silent(folder: DataFolder):
    edge(folder, "merger_announced", "zhol", "nur")
    assert folder.check() == []


def test_successors_younger_of_same_year_is_silent(folder: DataFolder):
    organisation(folder, "whole", founded="2002-12")
    edge(folder, "founded_by", "whole", "zhol")
    assert folder.check() == []


@pytest.mark.parametrize("written", ["2003~", "2003?", "2003/2004", "200X", ""])
def test_successors_younger_beside_uncertain_date_is_silent(folder: DataFolder, written: str):
    organisation(folder, "late", founded=written)
    edge(folder, "founded_by", "late", "nur")
    assert folder.check() == []


def test_successors_younger_of_merger_into_older_party_is_silent(folder: DataFolder):
    organisation(folder, "late", founded="2003")
    edge(folder, "merged", "late", "nur", as_of="2006")
    assert folder.check() == []


def test_successors_younger_of_merger_before_founding_is_problem(folder: DataFolder):
    organisation(folder, "late", founded="2003")
    edge(folder, "merged", "late", "nur", as_of="2002")
    assert rules(folder) == ["successors_younger"]


def test_successors_younger_within_one_source_is_problem_though_another_dates_it_in_order(folder: DataFolder):
    organisation(folder, "rival", founded="2003")
    folder.add("lineage", change_type="founded", successor_id="rival", as_of="2001", source="beta2001[p. 1]")
    edge(folder, "split", "rival", "zhol")
    assert rules(folder) == ["successors_younger"]


def test_successors_younger_with_one_rival_dating_in_order_is_silent(folder: DataFolder):
    organisation(folder, "rival", founded="2003")
    folder.add("lineage", change_type="founded", successor_id="rival", as_of="2001", source="alpha2000[p. 2]")
    edge(folder, "split", "rival", "zhol")
    assert folder.check() == []


@pytest.mark.parametrize(("column", "ids"), [("party_ids", "nur;nobody"), ("person_ids", "abai;nobody"), ("party_ids", "nur; zhol")])
def test_ids_exist_of_unknown_id_in_list_of_event_is_problem(folder: DataFolder, column: str, ids: str):
    row = folder.add("events", date="2000", lane="law", title="Law", **{column: ids})
    assert [(p.rule, p.row, p.column) for p in folder.check()] == [("ids_exist", row, column)]


def test_dates_parse_of_event_is_checked(folder: DataFolder):
    folder.add("events", date="2000-13", lane="law", title="Law")
    assert rules(folder) == ["dates_parse"]


@pytest.mark.parametrize(
    ("table", "column", "written"),
    [
        ("events", "lane", "weather"),
        ("lineage", "change_type", "eaten"),
        ("stances", "hedged", "perhaps"),
        ("person_roles", "role", "tsar"),
        ("party_facts", "attribute", "shoe_size"),
        ("stances", "scheme", "mine"),
    ],
)
def test_schema_of_word_out_of_vocabulary_is_problem(folder: DataFolder, table: str, column: str, written: str):
    folder.rows[table][0][column] = written
    assert [(p.file, p.row, p.column) for p in folder.check()] == [(f"{table}.csv", 2, column)]


def test_party_facts_of_parties_in_general_are_silent(folder: DataFolder):
    folder.add("party_facts", attribute="ideology", text="Most are liberal.")
    assert folder.check() == []
