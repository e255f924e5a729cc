"""The shipped data, and the command that watches over it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from components.records import check_package, read_package, read_schema
from components.records.checks.dates import DATE_COLUMNS
from tests.records.data_folder import DataFolder, sound_folder
from tests.records.planted import CHECK_PLANTS, SCHEMA_PLANTS

DATA = Path(__file__).parents[1] / "data"
FRICTIONLESS = Path(sys.executable).with_name("frictionless")


def test_shipped_data_has_no_problem():
    assert [str(problem) for problem in check_package(read_package(DATA, read_schema()))] == []


def test_shipped_data_validates_with_frictionless_itself():
    command = [str(FRICTIONLESS if FRICTIONLESS.exists() else shutil.which("frictionless")), "validate", "data/datapackage.yaml"]
    run = subprocess.run(command, cwd=DATA.parent, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-3000:]


def test_schema_dates_are_all_checked():
    columns = {column.name for table in read_schema().tables.values() for column in table.fields if "EDTF" in column.description}
    assert columns <= set(DATE_COLUMNS)


@pytest.fixture
def planted(tmp_path: Path) -> tuple[DataFolder, set[tuple[str, int | None, str | None, str]]]:
    """A folder with one error of every rule, and where each is."""
    folder = sound_folder(tmp_path, read_schema())
    expected = set()
    for rule, plant in (CHECK_PLANTS | SCHEMA_PLANTS).items():
        place = plant(folder)
        expected.add((f"{place.table}.csv", place.row, place.column, rule))
    folder.sources += "- {id: untyped, title: No type}\n"
    expected.add(("sources.yaml", 4, "type", "sources_file"))
    folder.write()
    persons = folder.path / "persons.csv"
    row = len(folder.rows["persons"]) + 2
    persons.write_bytes(b"\xef\xbb\xbf" + persons.read_bytes() + b'\nshort\nlong,Long,longer\nopen,"\n')
    expected |= {
        ("persons.csv", 1, None, "encoding"),
        ("persons.csv", row, None, "blank_row"),
        ("persons.csv", row + 1, "name", "row_length"),
    }
    expected |= {("persons.csv", row + 1, "name", "required"), ("persons.csv", row + 2, None, "row_length")}
    expected.add(("persons.csv", row + 3, None, "csv"))
    parties = folder.path / "party_names.csv"
    parties.write_text(parties.read_text(encoding="utf-8").replace("meaning", "sense", 1), encoding="utf-8")
    expected |= {("party_names.csv", 1, "meaning", "header"), ("party_names.csv", 1, "sense", "header")}
    (folder.path / "assessments.csv").unlink()
    expected.add(("assessments.csv", None, None, "file"))
    return folder, expected


def test_planted_errors_are_all_named_with_file_row_and_column_and_nothing_else(
    planted: tuple[DataFolder, set[tuple[str, int | None, str | None, str]]],
):
    folder, expected = planted
    found = {(problem.file, problem.row, problem.column, problem.rule) for problem in check_package(folder.read())}
    assert found == expected
