"""What is wrong in a data folder, and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_SHOWN = 80
MOST_OF_ONE_KIND = 100
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place of a data folder.

    Attributes:
        file: Name of the file in the folder.
        row: Record number with the header as 1 (in sources.yaml the line); None where the whole file is meant.
        column: Name of the column; None where the whole row or file is meant.
        value: The value found, as text; may be empty.
        message: What is wrong, a sentence without full stop.
        expected: What is expected, and so what to do.
        rule: Name of the rule that is broken.
    """

    file: str
    row: int | None
    column: str | None
    value: str
    message: str
    expected: str
    rule: str

    def __str__(self) -> str:
        """One printable line: `file:row:column: message, "value"; expected ...`."""
        place = ":".join(str(part) for part in (self.file, self.row, self.column) if part is not None)
        found = f', "{_shorten(self.value)}"' if self.value else ""
        return _printable(f"{place}: {self.message}{found}; expected {self.expected}")

    def __lt__(self, other: Problem) -> bool:
        """Order by file, row (whole files first), column and rule."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, str, str, str, str, str]:
        return (self.file, self.row or 0, self.column or "", self.rule, self.message, self.value, self.expected)


def limit_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Keep the first hundred problems of one rule in one column, and say how many more there are.

    Args:
        problems: Problems in any number.

    Returns:
        The problems kept, in the order given, then one line for every kind that was cut.
    """
    counts: Counter[tuple[str, str | None, str]] = Counter()
    kept: list[Problem] = []
    samples: dict[tuple[str, str | None, str], Problem] = {}
    for problem in problems:
        kind = (problem.file, problem.column, problem.rule)
        counts[kind] += 1
        samples.setdefault(kind, problem)
        if counts[kind] <= MOST_OF_ONE_KIND:
            kept.append(problem)
    for kind, count in counts.items():
        if count > MOST_OF_ONE_KIND:
            message = f"{count - MOST_OF_ONE_KIND} more problems of this kind are not listed"
            kept.append(Problem(kind[0], None, kind[1], "", message, samples[kind].expected, kind[2]))
    return kept


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _printable(text: str) -> str:
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
