"""Rows of a frame, for code that reads them by column name."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each_row(frame: pd.DataFrame) -> Iterator[Any]:
    """Rows of a frame as named tuples; the stubs type each cell as everything a cell can be, which says nothing.

    Args:
        frame: Any frame whose column names are identifiers.

    Returns:
        The rows, with the index as `Index`.
    """
    return iter(frame.itertuples())
