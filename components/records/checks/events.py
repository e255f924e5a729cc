"""Events: every label names one."""

from __future__ import annotations

from components.records.checks.place import Cell, problem_at
from components.records.package import DataPackage
from components.records.problem import Problem


def check_event_labels_used(package: DataPackage) -> list[Problem]:
    """Every label of an event belongs to at least one claim."""
    if not (package.has("event_labels", "event_id") and package.has("events", "event_id")):
        return []
    labels = package.tables["event_labels"]["event_id"].dropna()
    unused = labels.index[~labels.isin(package.tables["events"]["event_id"].dropna())]
    message, expected = "no claim is about this event", "at least one row of events.csv with this event_id, or no label"
    return [problem_at(package, Cell("event_labels", index, "event_id"), message, expected, "event_labels_used") for index in unused]
