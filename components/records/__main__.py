"""Check a data folder: `python -m components.records data`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from components.records import check_package, read_package, read_schema

NO_FOLDER = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every problem of a data folder, one a line, then their number.

    Args:
        arguments: The folder; those of the command line where None.

    Returns:
        0 without problems, 1 with problems, 2 where there is no such folder.
    """
    parser = argparse.ArgumentParser(prog="python -m components.records", description="Check a data folder against the schema.")
    parser.add_argument("folder", type=Path, help="folder with the CSV files and sources.yaml")
    folder = parser.parse_args(arguments).folder
    if not folder.is_dir():
        sys.stderr.write(f"{folder}: there is no such folder; expected a folder with the CSV files and sources.yaml\n")
        return NO_FOLDER
    package = read_package(folder, read_schema())
    problems = check_package(package)
    lines = [str(problem) for problem in problems]
    lines.append(f"{len(problems)} problems in {package.row_count} rows of {len(package.tables)} tables")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
