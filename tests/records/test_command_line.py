"""The command: one line a problem, a count, and an exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

from components.records.__main__ import main
from tests.records.data_folder import DataFolder
from tests.records.planted import plant_text_clean

ROOT = Path(__file__).parents[2]


def test_command_on_sound_folder_counts_and_exits_zero(folder: DataFolder, capsys: pytest.CaptureFixture[str]):
    folder.write()
    rows = sum(len(table) for table in folder.rows.values())
    assert main([str(folder.path)]) == 0
    assert capsys.readouterr().out == f"0 problems in {rows} rows of {len(folder.schema.tables)} tables\n"


def test_command_on_broken_folder_prints_a_line_each_and_exits_one(folder: DataFolder, capsys: pytest.CaptureFixture[str]):
    place = plant_text_clean(folder)
    folder.write()
    assert main([str(folder.path)]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"rules.csv:{place.row}:note: ")
    assert "\u202e" not in first
    assert last.startswith("1 problems in ")


def test_command_without_folder_says_so_and_exits_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_command_as_module_runs_under_ascii_terminal(folder: DataFolder):
    folder.rule(parameter="Қ")
    command = [sys.executable, "-m", "components.records", str(folder.write())]
    run = subprocess.run(command, cwd=ROOT, env={"PYTHONIOENCODING": "ascii"}, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr == ""
