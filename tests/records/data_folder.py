"""A small data folder without problems, which tests bend."""

import csv
import io
from pathlib import Path

from components.records import DataPackage, Problem, Schema, check_package, read_package

SOURCES = """references:
- {id: alpha2000, type: report, title: First, author: [{family: Alpha, given: Ann}], issued: {date-parts: [[2000, 5]]}}
- {id: beta2001, type: webpage, title: Second, publisher: Commission, issued: {date-parts: [[2001]]}, URL: https://example.org/}
"""
EXACT = {"qualifier": "exact", "as_of": "1999-10-10", "status": "official"}


class DataFolder:
    """Rows of a folder by table; written on demand."""

    def __init__(self, path: Path, schema: Schema) -> None:
        self.path, self.schema = path, schema
        self.rows: dict[str, list[dict[str, str]]] = {name: [] for name in schema.tables}
        self.sources = SOURCES
        self.claims = 0

    def add(self, table: str, /, **cells: str) -> int:
        """Append a row, with claim_id and source where the table has them; its record number."""
        if self.schema.tables[table].is_claims:
            self.claims += 1
            cells = {"claim_id": f"c-{self.claims}", "source": "alpha2000[p. 1]", **cells}
        if table == "lineage":
            cells = {"change_id": f"change-{self.claims}", **cells}
        if table == "events":
            cells = {"event_id": f"event-{self.claims}", **cells}
            self._label(cells["event_id"])
        self.rows[table].append(cells)
        return len(self.rows[table]) + 1

    def _label(self, event_id: str) -> None:
        """Give an event its label, unless it has one."""
        if event_id not in {row["event_id"] for row in self.rows["event_labels"]}:
            self.add("event_labels", event_id=event_id, title="Event", weight="3")

    def result(self, contestant: str, tier: str, measure: str, value: str, **cells: str) -> int:
        """Append an exact official result of 1999."""
        base = {"base": "votes_cast"} if measure == "vote_pct" else {}
        row = {
            **EXACT,
            **base,
            "election_id": "majilis-1999",
            "contestant_id": contestant,
            "tier": tier,
            "measure": measure,
            "value": value,
        }
        return self.add("results", **{**row, **cells})

    def figure(self, measure: str, value: str, unit: str = "seats", **cells: str) -> int:
        """Append an exact official figure of 1999."""
        row = {**EXACT, "election_id": "majilis-1999", "measure": measure, "scope": "national", "unit": unit, "value": value}
        return self.add("election_figures", **{**row, **cells})

    def rule(self, **cells: str) -> int:
        """Append a rule."""
        row = {"domain": "election", "parameter": "list_threshold", "country": "KZ", "unit": "pct", "value": "7", "qualifier": "exact"}
        return self.add("rules", **{**row, **cells})

    def text_of(self, table: str) -> str:
        """The CSV text of a table."""
        file = io.StringIO()
        writer = csv.DictWriter(file, self.schema.tables[table].columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows[table])
        return file.getvalue()

    def write(self) -> Path:
        """Write all files."""
        for name, table in self.schema.tables.items():
            (self.path / table.path).write_text(self.text_of(name), encoding="utf-8")
        (self.path / "sources.yaml").write_text(self.sources, encoding="utf-8")
        return self.path

    def read(self) -> DataPackage:
        """The folder as it lies there."""
        return read_package(self.path, self.schema)

    def check(self) -> list[Problem]:
        """Write, read and check."""
        self.write()
        return check_package(self.read())

    def except_from(self, rule: str, table: str, row: int) -> int:
        """Record an exception for the claim of a row; in a table of identities for its first column."""
        cells = self.rows[table][row - 2]
        claim = cells.get("claim_id") or next(iter(cells.values()))
        return self.add("exceptions", rule=rule, table=table, claim_id=claim, reason="The source breaks it.")


def sound_folder(path: Path, schema: Schema) -> DataFolder:
    """A folder with a row or more in most tables and no problem."""
    folder = DataFolder(path, schema)
    for party, colour in (("nur", "#112233"), ("zhol", "#445566")):
        folder.add("parties", party_id=party, name=party.title(), kind="party", family="newcomers", colour=colour)
        folder.add("party_names", party_id=party, name=party.title(), language="en", script="Latn", valid_from="1999")
    folder.add("persons", person_id="abai", name="Abai Қ.")
    folder.add("elections", election_id="majilis-1999", office="parliament", date="1999-10-10", end_date="1999-10-24", title="Majilis 1999")
    for party in ("nur", "zhol"):
        folder.add("contestants", election_id="majilis-1999", contestant_id=party, kind="list", name=party.title(), party_id=party)
    folder.add("backings", election_id="majilis-1999", contestant_id="nur", party_id="zhol", relation="supports")
    folder.add("alliance_members", alliance_id="nur", party_id="zhol", status="joined", as_of="1999~")
    _add_lives(folder)
    folder.add("absences", election_id="majilis-1999", tier="district", party_id="zhol", reason="boycott", contestant_id="zhol")
    folder.result("nur", "list", "vote_pct", "60.0")
    folder.result("zhol", "list", "vote_pct", "40.1")
    folder.result("nur", "list", "votes", "600")
    folder.result("nur", "list", "seats", "4")
    folder.result("nur", "district", "seats", "20")
    folder.result("nur", "total", "seats", "24")
    folder.figure("votes_cast", "1000", unit="ballots")
    folder.figure("list_seats", "10")
    folder.figure("seats_total", "77")
    folder.add("chambers", chamber="majilis", convocation="2", seat_type="total", value_min="70", qualifier="at_least")
    folder.rule(valid_from="../1999", valid_to="2004-09")
    folder.add("proposals", proposal_id="p-1", proposer="Nur", party_id="nur", parameter="list_threshold", demand="Less.")
    folder.add("assessments", election_id="majilis-1999", assessor="OSCE", verdict="Not free.")
    return folder


def _add_lives(folder: DataFolder) -> None:
    folder.add("lineage", change_type="founded", successor_id="nur", as_of="1999-03")
    folder.add("lineage", change_type="founded", successor_id="zhol", as_of="2002")
    folder.add("lineage", change_type="split", predecessor_id="nur", successor_id="zhol")
    folder.add("lineage", change_type="renamed", predecessor_id="nur", successor_id="nur", as_of="2006")
    folder.add("party_facts", party_id="nur", attribute="website", text="nur.example")
    folder.add("person_roles", person_id="abai", role="chair", party_id="nur", valid_from="1999", valid_to="2004")
    folder.add("stances", party_id="nur", scheme="bowyer-camp", category="pro-presidential", hedged="false")
    folder.add("events", date="1999-10-10", lane="elections", title="Election", party_ids="nur;zhol", person_ids="abai")
