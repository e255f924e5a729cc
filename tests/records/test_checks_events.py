"""Events and their labels: each has the other."""

import pytest

from tests.records.data_folder import DataFolder


def places(folder: DataFolder) -> list[tuple[str, str, int | None, str | None]]:
    return [(problem.rule, problem.file, problem.row, problem.column) for problem in folder.check()]


def test_event_labels_used_of_two_claims_on_one_event_is_silent(folder: DataFolder):
    for day in ("2004-09-19", "2004-09"):
        folder.add("events", event_id="vote", date=day, lane="elections", title="Vote", source=f"alpha2000[p. {day}]")
    assert [row["event_id"] for row in folder.rows["event_labels"]].count("vote") == 1
    assert folder.check() == []


def test_event_labels_used_of_label_without_claim_is_problem(folder: DataFolder):
    row = folder.add("event_labels", event_id="unheard-of", title="Nothing", weight="1")
    assert places(folder) == [("event_labels_used", "event_labels.csv", row, "event_id")]


def test_event_without_label_is_problem(folder: DataFolder):
    row = folder.add("events", date="2000", lane="law", title="Law")
    folder.rows["event_labels"].pop()
    assert places(folder) == [("foreign_key", "events.csv", row, "event_id")]


@pytest.mark.parametrize(("column", "value"), [("title", "x" * 61), ("title", ""), ("weight", "4"), ("weight", "")])
def test_event_label_out_of_shape_is_problem(folder: DataFolder, column: str, value: str):
    folder.rows["event_labels"][0][column] = value
    assert [place[1:] for place in places(folder)] == [("event_labels.csv", 2, column)]


def test_event_label_of_unknown_election_is_problem(folder: DataFolder):
    folder.rows["event_labels"][0]["election_id"] = "majilis-1776"
    assert places(folder) == [("foreign_key", "event_labels.csv", 2, "election_id")]
