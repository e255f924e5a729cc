"""Results side by side in a grid: formulas by lists, votes by laws."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.composition import ink_on
from components.charts.frames import each_row
from components.charts.style import ACCENT, FONT_SIZE, GOLD, style_figure, wrap_label

ROW_HEIGHT = 38
TALL_ROW = 58
GAIN, LOSS, SAME = "rgba(46,150,110,0.42)", "rgba(205,100,60,0.42)", "rgba(128,128,128,0.10)"
SIGNS = [[0, LOSS], [0.34, LOSS], [0.34, SAME], [0.66, SAME], [0.66, GAIN], [1, GAIN]]
PALE, FULL = (217, 232, 239), (31, 95, 158)
LEAST_SHARE = 0.3
AXIS_FONT = 13
LINE = 6
LAW_FRAME = {"color": GOLD, "width": 3}
READER_FRAME = {"color": ACCENT, "width": 3, "dash": "dot"}


def build_formula_grid(frame: pd.DataFrame, *, law: str) -> go.Figure:
    """Seats by formula and list; cells that differ from the law's formula are coloured by who gains and who loses.

    Args:
        frame: One row per formula and list with `formula`, `name`, `label` (what stands in the cell), `difference` (seats more or fewer
            than under the law's formula), in the order of the rows and columns.
        law: Name of the law's formula; its row is framed in gold.

    Returns:
        A figure; formulas run from the top in the order of the frame.
    """
    formulas, names = list(dict.fromkeys(frame["formula"])), list(dict.fromkeys(frame["name"]))
    figure = _heatmap(
        frame.assign(z=frame["difference"].clip(-1, 1)),
        rows=("formula", {formula: wrap_label(formula, 26) for formula in formulas}),
        columns=("name", {name: wrap_label(name, 14) for name in names}),
        scale=(SIGNS, -1, 1),
    )
    for cell in each_row(frame):
        words = f"<b>{cell.label}</b>" if cell.difference else str(cell.label)
        _write_cell(figure, formulas.index(cell.formula), names.index(cell.name), words, None)
    _finish(figure, n_rows=len(formulas), row_height=ROW_HEIGHT)
    _frame_cells(figure, row=formulas.index(law), columns=(0, len(names) - 1), line=LAW_FRAME)
    return figure


def build_law_grid(frame: pd.DataFrame, *, chosen: tuple[str, str]) -> go.Figure:
    """Votes of each election under the law of each: seats, shaded by the share of the largest list.

    Args:
        frame: One row per pair with `votes` and `law` (years), `label` (seats), `largest` (share of the seats of the largest list, 0 to 1).
        chosen: Votes and law that the lab shows; framed.

    Returns:
        A figure; votes run from the top, laws from the left; each election under its own law is framed in gold.
    """
    votes, laws = list(dict.fromkeys(frame["votes"])), list(dict.fromkeys(frame["law"]))
    figure = _heatmap(
        frame.assign(z=frame["largest"]),
        rows=("votes", {year: year for year in votes}),
        columns=("law", {year: year for year in laws}),
        scale=([[0, _shade(0)], [1, _shade(1)]], LEAST_SHARE, 1),
    )
    for cell in each_row(frame):
        colour = ink_on(_shade((cell.largest - LEAST_SHARE) / (1 - LEAST_SHARE)))
        _write_cell(figure, votes.index(cell.votes), laws.index(cell.law), _broken(str(cell.label)), colour)
    _finish(figure, n_rows=len(votes), row_height=TALL_ROW)
    figure.update_xaxes(title="columns: law of, rows: votes of")
    for row, year in enumerate(votes):
        if year in laws:
            _frame_cells(figure, row=row, columns=(laws.index(year), laws.index(year)), line=LAW_FRAME)
    if chosen[0] != chosen[1] and chosen[0] in votes and chosen[1] in laws:
        column = laws.index(chosen[1])
        _frame_cells(figure, row=votes.index(chosen[0]), columns=(column, column), line=READER_FRAME)
    return figure


def _heatmap(
    frame: pd.DataFrame, *, rows: tuple[str, dict[str, str]], columns: tuple[str, dict[str, str]], scale: tuple[Any, float, float]
) -> go.Figure:
    """A grid of coloured cells from `z`; rows and columns are named by a column and the label of each of its values."""
    cells = {(getattr(cell, rows[0]), getattr(cell, columns[0])): (cell.z, cell.label) for cell in each_row(frame)}
    grid = [[cells[row, column] for column in columns[1]] for row in rows[1]]
    return go.Figure(
        go.Heatmap(
            z=[[value for value, _ in line] for line in grid],
            customdata=[[label for _, label in line] for line in grid],
            x=list(columns[1].values()),
            y=list(rows[1].values()),
            colorscale=scale[0],
            zmin=scale[1],
            zmax=scale[2],
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="%{y}, %{x}: %{customdata}<extra></extra>",
        )
    )


def _shade(part: float) -> str:
    """A blue between pale (0) and full (1)."""
    part = min(1.0, max(0.0, part))
    mixed = (round(pale + part * (full - pale)) for pale, full in zip(PALE, FULL, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _broken(label: str) -> str:
    """A long row of seats on lines that are narrow enough for a phone."""
    lines = [""]
    for part in label.replace("/", "/ ").split():
        if lines[-1] and len(lines[-1] + part) > LINE:
            lines.append("")
        lines[-1] += part
    return "<br>".join(lines)


def _write_cell(figure: go.Figure, row: int, column: int, text: str, colour: str | None) -> None:
    """What stands in a cell; without a colour in the ink of the theme."""
    figure.add_annotation(x=column, y=row, text=text, showarrow=False, font={"size": FONT_SIZE, **({"color": colour} if colour else {})})


def _finish(figure: go.Figure, *, n_rows: int, row_height: int) -> None:
    style_figure(figure, height=row_height * n_rows + 70)
    figure.update_xaxes(side="top", showgrid=False, type="category", tickfont={"size": AXIS_FONT})
    figure.update_yaxes(range=[n_rows - 0.5, -0.5], showgrid=False, type="category", tickfont={"size": AXIS_FONT})


def _frame_cells(figure: go.Figure, *, row: int, columns: tuple[int, int], line: dict[str, object]) -> None:
    x0, x1 = columns[0] - 0.5, columns[1] + 0.5
    figure.add_shape(type="rect", x0=x0, x1=x1, y0=row - 0.5, y1=row + 0.5, line=line, fillcolor="rgba(0,0,0,0)")
