"""Untrusted CSV files: bytes to records of text, with every obstacle as a Problem."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from components.records.problem import Problem

MOST_BYTES = 20_000_000
MOST_ROWS = 200_000
LONGEST_CELL = 20_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"


@dataclass
class CsvRecords:
    """A CSV file as text.

    Attributes:
        header: Labels of the first record; None where the file could not be read.
        records: Record number (header as 1) and cells of every record that is not blank.
        problems: What stood in the way.
    """

    header: list[str] | None = None
    records: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_bytes(path: Path, most_bytes: int) -> bytes | Problem:
    """Read a file of a limited size that may be missing, a folder, a device or unreadable.

    Args:
        path: The file.
        most_bytes: Larger files are refused, unread.

    Returns:
        Its bytes, or the Problem.
    """
    expected = f"a readable file of at most {most_bytes:,} bytes"
    try:
        if not path.exists():
            return Problem(path.name, None, None, "", "the file is missing", expected, "file")
        if not path.is_file():
            return Problem(path.name, None, None, "", "this is not a file", expected, "file")
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        return Problem(path.name, None, None, "", f"the file cannot be opened ({type(error).__name__})", expected, "file")
    if len(content) > most_bytes:
        return Problem(path.name, None, None, f"over {most_bytes:,} bytes", "the file is too large and was not read", expected, "file_size")
    return content


def decode(name: str, content: bytes) -> tuple[str, list[Problem]]:
    """Decode UTF-8, and nothing else.

    Args:
        name: Name of the file, for problems.
        content: Its bytes.

    Returns:
        The text (empty where it is not UTF-8 or holds NUL bytes) and the problems.
    """
    expected = "UTF-8 without byte order mark; save it again as UTF-8"
    if content.startswith(UTF16_MARKS):
        return "", [Problem(name, 1, None, "", "the file is in UTF-16 and was not read", expected, "encoding")]
    problems = []
    if content.startswith(UTF8_MARK):
        problems.append(Problem(name, 1, None, "", "the file starts with a byte order mark", expected, "encoding"))
        content = content[len(UTF8_MARK) :]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        row, column = _place(content[: error.start].decode("utf-8"))
        found = content[error.start : error.start + 1].hex()
        problems.append(Problem(name, row, column, f"byte {found}", "the file is not UTF-8 and was not read", expected, "encoding"))
        return "", problems
    if "\0" in text:
        row, column = _place(text[: text.index("\0")])
        problems.append(Problem(name, row, column, "byte 00", "the file holds NUL bytes and was not read", expected, "encoding"))
        return "", problems
    return text, problems


def _place(before: str) -> tuple[int, str | None]:
    """Record number and column of the character after a text."""
    records = _lenient(before)
    header: list[str] = next(records, [])
    row, last = 1, header
    for cells in records:
        row, last = row + 1, cells
    if before.endswith("\n"):
        row, last = row + 1, [""]
    labels = header if row > 1 else []
    position = max(len(last) - 1, 0)
    return row, labels[position] if position < len(labels) else None


def _lenient(text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""))
    except csv.Error:
        return


def read_csv_records(path: Path) -> CsvRecords:
    """Read a CSV file as text.

    Args:
        path: The file; anything may be wrong with it.

    Returns:
        Header, records and problems; records are numbered as a spreadsheet numbers its rows.
    """
    content = read_bytes(path, MOST_BYTES)
    if isinstance(content, Problem):
        return CsvRecords(problems=[content])
    text, problems = decode(path.name, content)
    if not text:
        if not problems:
            problems.append(Problem(path.name, None, None, "", "the file is empty", "a header with the columns of the schema", "header"))
        return CsvRecords(problems=problems)
    result = _parse(path.name, text)
    result.problems = problems + result.problems
    return result


def _parse(name: str, text: str) -> CsvRecords:
    result = CsvRecords()
    csv.field_size_limit(max(csv.field_size_limit(), MOST_BYTES))  # frictionless lifts it too, but only once it has run
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number == 1:
                result.header = cells
            elif number > MOST_ROWS + 1:
                expected = f"at most {MOST_ROWS:,} rows"
                return CsvRecords(
                    problems=[Problem(name, number, None, "", "the file has too many rows and was not read", expected, "file_size")]
                )
            elif any(cells):
                result.records.append((number, cells))
            else:
                result.problems.append(Problem(name, number, None, "", "the row is blank", "rows with cells, or no row", "blank_row"))
    except csv.Error as error:
        message = f"the row cannot be read ({error}); it and the rows after it were left out"
        expected = 'closed quotes, and "" for a quote inside a cell'
        result.problems.append(Problem(name, number + 1, None, "", message, expected, "csv"))
    return result
