"""Folders that are broken in every way: a Problem with its place, and the rest is read."""

import os
from pathlib import Path

import pandas as pd
import pytest

from components.records import DataPackage, Problem, Schema, SchemaError, check_package, read_package, read_schema
from components.records.csv_files import MOST_BYTES, MOST_ROWS
from tests.records.data_folder import DataFolder

RULES = "rules.csv"


def places(package: DataPackage) -> list[tuple[str, int | None, str | None, str]]:
    return [(problem.file, problem.row, problem.column, problem.rule) for problem in package.problems]


def overwrite(folder: DataFolder, content: bytes, file: str = RULES) -> DataPackage:
    folder.write()
    (folder.path / file).write_bytes(content)
    return folder.read()


def test_read_package_of_sound_folder_has_schema_columns_and_dtypes(folder: DataFolder):
    folder.write()
    package = folder.read()
    assert package.problems == ()
    for name, frame in package.tables.items():
        assert tuple(frame.columns) == folder.schema.tables[name].columns
    results = package.tables["results"]
    assert (results["value"].dtype, results["printed"].dtype) == ("float64", "str")
    assert package.tables["chambers"]["convocation"].dtype == "Int64"
    assert package.tables["persons"].loc[0, "name"] == "Abai Қ."
    assert package.tables["elections"]["chamber"].isna().all()
    assert list(package.sources) == ["alpha2000", "beta2001"]


def test_read_package_of_zero_and_blank_keeps_them_apart(folder: DataFolder):
    row = folder.rule(parameter="nothing", value="0", value_min="")
    folder.write()
    cells = folder.read().tables["rules"].loc[row - 2]
    assert cells["value"] == 0
    assert pd.isna(cells["value_min"])


def test_read_package_of_empty_folder_names_every_file(tmp_path: Path, schema: Schema):
    package = read_package(tmp_path, schema)
    assert {problem.file for problem in package.problems} == {*(table.path for table in schema.tables.values()), "sources.yaml"}
    assert all(frame.empty and tuple(frame.columns) == schema.tables[name].columns for name, frame in package.tables.items())
    assert check_package(package) == list(package.problems)


def test_read_package_of_no_folder_is_problems(tmp_path: Path, schema: Schema):
    assert len(read_package(tmp_path / "nowhere", schema).problems) == len(schema.tables) + 1


def test_read_package_without_parties_is_one_problem(folder: DataFolder):
    folder.write()
    (folder.path / "parties.csv").unlink()
    assert [(p.file, p.rule) for p in check_package(folder.read())] == [("parties.csv", "file")]


def test_read_package_without_a_required_key_column_is_one_problem(folder: DataFolder):
    text = folder.text_of("parties").replace("party_id,", "").replace("nur,", "").replace("zhol,", "")
    package = overwrite(folder, text.encode(), "parties.csv")
    assert [(p.file, p.row, p.column, p.rule) for p in check_package(package)] == [("parties.csv", 1, "party_id", "header")]
    assert package.tables["parties"]["name"].tolist() == ["Nur", "Zhol"]
    assert package.tables["parties"]["party_id"].isna().all()


def test_read_package_with_extra_column_leaves_it_out(folder: DataFolder):
    package = overwrite(folder, b"person_id,shoe_size,name\nabai,43,Abai\n", "persons.csv")
    assert places(package) == [("persons.csv", 1, "shoe_size", "header")]
    assert package.tables["persons"].iloc[0].tolist() == ["abai", "Abai"]


def test_read_package_with_columns_in_other_order_reads_by_name(folder: DataFolder):
    package = overwrite(folder, b"name,person_id\nAbai,abai\n", "persons.csv")
    assert places(package) == [("persons.csv", 1, None, "header")]
    assert package.tables["persons"].iloc[0].tolist() == ["abai", "Abai"]


def test_read_package_with_column_twice_reads_the_first(folder: DataFolder):
    package = overwrite(folder, b"person_id,name,name\nabai,Abai,Other\n", "persons.csv")
    assert places(package) == [("persons.csv", 1, "name", "header")]
    assert package.tables["persons"]["name"].tolist() == ["Abai"]


def test_read_package_with_semicolons_is_one_problem(folder: DataFolder):
    package = overwrite(folder, b"person_id;name\nabai;Abai\n", "persons.csv")
    assert places(package) == [("persons.csv", 1, None, "header")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_read_package_in_utf16_or_utf32_is_one_problem_and_the_rest_read(folder: DataFolder, encoding: str):
    package = overwrite(folder, "person_id,name\nabai,Абай\n".encode(encoding), "persons.csv")
    assert [(file, rule) for file, _, _, rule in places(package)] == [("persons.csv", "encoding")]
    assert len(package.tables["parties"]) == 2


def test_read_package_in_cp1251_names_row_and_column_of_first_byte(folder: DataFolder):
    package = overwrite(folder, "person_id,name\nabai,Abai\nmukhtar,Мухтар\n".encode("cp1251"), "persons.csv")
    assert places(package) == [("persons.csv", 3, "name", "encoding")]
    assert package.problems[0].value == "byte cc"


def test_read_package_in_cp1251_from_first_character_of_a_row_names_that_row(folder: DataFolder):
    package = overwrite(folder, "person_id,name\nabai,Abai\nмухтар,Muchtar\n".encode("cp1251"), "persons.csv")
    assert places(package) == [("persons.csv", 3, "person_id", "encoding")]


def test_read_package_with_byte_order_mark_is_read_and_said(folder: DataFolder):
    package = overwrite(folder, b"\xef\xbb\xbfperson_id,name\nabai,Abai\n", "persons.csv")
    assert places(package) == [("persons.csv", 1, None, "encoding")]
    assert package.tables["persons"]["person_id"].tolist() == ["abai"]


def test_read_package_with_nul_byte_names_its_place(folder: DataFolder):
    package = overwrite(folder, b'person_id,name\n"a\nb",Abai\nx,A\0bai\n', "persons.csv")
    assert places(package) == [("persons.csv", 3, "name", "encoding")]


def test_read_package_with_folder_in_place_of_file_is_problem(folder: DataFolder):
    folder.write()
    (folder.path / RULES).unlink()
    (folder.path / RULES).mkdir()
    assert places(folder.read()) == [(RULES, None, None, "file")]


def test_read_package_with_pipe_in_place_of_file_does_not_hang(folder: DataFolder):
    folder.write()
    (folder.path / RULES).unlink()
    os.mkfifo(folder.path / RULES)
    assert places(folder.read()) == [(RULES, None, None, "file")]


def test_read_package_with_link_to_itself_is_problem(folder: DataFolder):
    folder.write()
    (folder.path / RULES).unlink()
    (folder.path / RULES).symlink_to(folder.path / RULES)
    assert places(folder.read()) == [(RULES, None, None, "file")]


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n"])
def test_read_package_of_file_without_header_is_problem(folder: DataFolder, content: bytes):
    package = overwrite(folder, content)
    assert {file for file, *_ in places(package)} == {RULES}
    assert package.tables["rules"].empty


def test_read_package_of_short_and_long_rows_keeps_their_cells(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\nabai\nb,Bo\nc,Co,Do\n", "persons.csv")
    assert places(package) == [("persons.csv", 2, "name", "row_length"), ("persons.csv", 4, None, "row_length")]
    assert package.tables["persons"]["person_id"].tolist() == ["abai", "b", "c"]


def test_read_package_of_blank_row_leaves_it_out_and_keeps_record_numbers(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\nabai,Abai\n\n,\nb,Bo\n", "persons.csv")
    assert places(package) == [("persons.csv", 3, None, "blank_row"), ("persons.csv", 4, None, "blank_row")]
    assert list(package.tables["persons"].index + 2) == [2, 5]


def test_check_package_after_blank_row_names_the_record_number(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\nabai,Abai\n\nb,\nabai,\n", "persons.csv")
    found = [(p.row, p.column, p.rule) for p in check_package(package)]
    assert found == [(3, None, "blank_row"), (4, "name", "required"), (5, "name", "required"), (5, "person_id", "primary_key")]


def test_check_package_of_row_with_nothing_readable_says_so(folder: DataFolder):
    package = overwrite(folder, b"person_id,shoe_size\nabai,42\n,43\n", "persons.csv")
    assert (3, None, "blank_row") in [(p.row, p.column, p.rule) for p in check_package(package)]


def test_read_package_with_unclosed_quote_keeps_rows_before_it(folder: DataFolder):
    package = overwrite(folder, b'person_id,name\nabai,Abai\nb,"Bo\nc,Co\n', "persons.csv")
    assert places(package) == [("persons.csv", 3, None, "csv")]
    assert package.tables["persons"]["person_id"].tolist() == ["abai"]


def test_read_package_with_unclosed_quote_in_header_is_problem(folder: DataFolder):
    package = overwrite(folder, b'person_id,"name\nabai,Abai\n', "persons.csv")
    assert places(package) == [("persons.csv", 1, None, "csv")]


def test_read_package_with_cell_of_ten_thousand_characters_keeps_it(folder: DataFolder):
    package = overwrite(folder, f"person_id,name\nabai,{'x' * 10_000}\n".encode(), "persons.csv")
    assert package.problems == ()
    assert package.tables["persons"]["name"].str.len().tolist() == [10_000]


def test_read_package_with_larger_cell_blanks_it_and_keeps_the_row(folder: DataFolder):
    package = overwrite(folder, f"person_id,name\nabai,{'x' * 20_001}\n".encode(), "persons.csv")
    assert places(package) == [("persons.csv", 2, "name", "type")]
    assert package.tables["persons"]["person_id"].tolist() == ["abai"]
    assert len(str(package.problems[0])) < 250


def test_read_package_with_huge_cell_is_problem_at_its_place_and_the_rest_read(folder: DataFolder):
    package = overwrite(folder, f"person_id,name\nabai,{'x' * 1_000_000}\nb,Bo\n".encode(), "persons.csv")
    assert places(package) == [("persons.csv", 2, "name", "type")]
    assert package.tables["persons"]["person_id"].tolist() == ["abai", "b"]


@pytest.mark.parametrize("value", ["seven", "1,622,895", "1e5", "NaN", "inf", "1_000", " 7", "٧", "9" * 400, "0x10"])
def test_read_package_of_no_plain_number_blanks_the_cell_only(folder: DataFolder, value: str):
    row = folder.rule(parameter="p", value=value, note="kept")
    folder.write()
    package = folder.read()
    assert places(package) == [(RULES, row, "value", "type")]
    assert package.problems[0].value == value
    assert pd.isna(package.tables["rules"].loc[row - 2, "value"])
    assert package.tables["rules"].loc[row - 2, "note"] == "kept"


def test_read_package_of_fraction_in_integer_column_is_problem(folder: DataFolder):
    row = folder.add("chambers", chamber="majilis", convocation="2.5", seat_type="total")
    folder.write()
    assert places(folder.read()) == [("chambers.csv", row, "convocation", "type")]


def test_read_package_of_too_large_file_does_not_read_it(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\n" + b"a" * MOST_BYTES, "persons.csv")
    assert places(package) == [("persons.csv", None, None, "file_size")]


def test_read_package_of_most_rows_reads_them(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\n" + b"a,b\n" * MOST_ROWS, "persons.csv")
    assert len(package.tables["persons"]) == MOST_ROWS


def test_read_package_of_one_row_more_does_not_read_it(folder: DataFolder):
    package = overwrite(folder, b"person_id,name\n" + b"a,b\n" * (MOST_ROWS + 1), "persons.csv")
    assert [(file, rule) for file, _, _, rule in places(package)] == [("persons.csv", "file_size")]
    assert package.tables["persons"].empty


def test_read_package_of_endless_bad_numbers_lists_a_hundred(folder: DataFolder):
    package = overwrite(folder, b"claim_id,value\n" + b"a,b\n" * 5000)
    values = [problem for problem in package.problems if problem.column == "value"]
    assert len(values) == 101
    assert values[0].message == "4900 more problems of this kind are not listed"


def test_read_package_ignores_descriptor_of_the_folder(folder: DataFolder):
    folder.write()
    (folder.path / "datapackage.yaml").write_text("resources: [{path: 'http://127.0.0.1:9/x.csv'}]", encoding="utf-8")
    assert check_package(folder.read()) == []


def test_read_schema_of_shipped_file_knows_keys_and_enums(schema: Schema):
    results = schema.tables["results"]
    assert results.primary_key == ("claim_id",)
    assert results.foreign_keys[0].columns == ("election_id", "contestant_id")
    assert results.fields[3].enum == ("list", "district", "total", "single")
    assert (results.is_claims, schema.tables["parties"].is_claims) == (True, False)


def test_read_schema_of_missing_file_says_so(tmp_path: Path):
    with pytest.raises(SchemaError, match=r"nothing\.yaml: the schema cannot be read"):
        read_schema(tmp_path / "nothing.yaml")


def test_problem_as_text_is_one_printable_line():
    problem = Problem("a.csv", 3, "note", "x\n\u202ey" + "z" * 200, "this is odd", "something else", "text_clean")
    assert str(problem) == f'a.csv:3:note: this is odd, "x\\u000a\\u202ey{"z" * 75}…"; expected something else'


def test_problems_sort_with_whole_files_first():
    rows = [Problem("a.csv", row, column, "", "m", "e", "r") for row, column in ((10, "b"), (2, "c"), (2, "a"), (None, None))]
    assert [(problem.row, problem.column) for problem in sorted(rows)] == [(None, None), (2, "a"), (2, "c"), (10, "b")]
