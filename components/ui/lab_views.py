"""Views of the lab that compare: every threshold, every formula, votes and laws."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.charts.frames import each_row
from components.charts.seat_grid import build_formula_grid, build_law_grid
from components.charts.staircase import build_staircase_chart
from components.charts.style import percent
from components.seats import FORMULAS, WHOLE_VOTES_ONLY, Allocation, ElectoralLaw, allocate_seats
from components.ui.counts import BASES, ListCount, fraction_minimum, list_elections, load_count, load_law, plain_name, source_names
from components.ui.frame import ChartFrame, show_chart
from components.ui.lab_data import step_frame
from components.ui.lab_notes import rival_edges
from components.ui.lab_setting import LabSetting, year_of
from components.ui.lab_words import FORMULA_NAMES, cliffs, in_words, seat_text, staircase_title


def show_staircase(setting: LabSetting, value: int) -> None:
    """Seats, wasted votes and disproportionality at every threshold, with the cliffs named."""
    lists, law = setting.lists, setting.law
    edges = cliffs(setting.staircase, lists, law=law.legal_threshold, rivals=rival_edges(setting))
    steps = step_frame(lists, setting.staircase)
    least = fraction_minimum()
    marked = least if least and setting.n_other == 0 and law.n_seats > 2 * least else None
    pale = f" Pale: fewer than the {marked} deputies of a fraction." if marked else ""
    title = staircase_title(setting.staircase, law.n_seats)
    frame = ChartFrame(
        page="lab",
        name="staircase",
        title=title,
        subtitle=f"Seats at every threshold, per cent of {BASES[law.threshold_base].lower()}; {_row_ends(law)}.{pale} "
        "Below: wasted votes, per cent of list votes, and the Gallagher index",
        alt=" ".join([title + ".", *edges]),
        references=[*lists.references, *(["bowyer2008[Parliamentary Fractions and Deputies' Groups]"] if marked else [])],
        table=steps.rename(
            columns={
                "name": "List",
                "from_pct": "Above, per cent",
                "to_pct": "Up to, per cent",
                "seats": "Seats",
                "wasted_pct": "Wasted, per cent of list votes",
                "gallagher": "Gallagher index",
            }
        )
        .drop(columns="colour")
        .assign(Source=source_names(lists.references)),
        notes=edges,
    )
    show_chart(frame, _staircase_figure(steps, f"{setting.count_name}/{setting.bloc}", law, value, marked))


def _row_ends(law: ElectoralLaw) -> str:
    return "a row ends where its list drops out" + (", unless the rule for a second list lets it in" if law.runner_up else "")


@st.cache_resource(show_spinner=False, max_entries=200)
def _staircase_figure(_steps: pd.DataFrame, name: str, law: ElectoralLaw, value: int, marked: int | None) -> go.Figure:
    """The figure of a staircase; the steps are told apart by the name of their count and the law."""
    law_pct = float(100 * law.legal_threshold)
    return build_staircase_chart(_steps, threshold_pct=value / 100, law_pct=law_pct, fraction_minimum=marked)


def show_formulas(setting: LabSetting, value: int) -> None:
    """The same votes by every formula."""
    lists, law = setting.lists, setting.law_at(value)
    rows = _formula_rows(lists, law)
    frame_of_rows = pd.DataFrame(rows)
    title = _formulas_title(frame_of_rows, law, allocate_seats(lists.count, law))
    frame = ChartFrame(
        page="lab",
        name="formulas",
        title=title,
        subtitle=f"Seats by formula at {percent(value / 100)}; gold: the formula in the lab; green: more than by it, red: fewer",
        alt=title
        + ". "
        + "; ".join(f"{formula}: {group['label'].str.cat(sep='/')}" for formula, group in frame_of_rows.groupby("formula")),
        references=lists.references,
        table=frame_of_rows.drop(columns="over")
        .rename(columns={"formula": "Formula", "name": "List", "label": "Seats", "difference": "Difference"})
        .assign(Source=source_names(lists.references)),
        notes=_formula_notes(lists, law),
    )
    show_chart(frame, build_formula_grid(frame_of_rows, law=FORMULA_NAMES[law.formula]))


def _formula_rows(lists: ListCount, law: ElectoralLaw) -> list[dict[str, object]]:
    mine = allocate_seats(lists.count, law)
    shown = [name for name in lists.count.votes if name in mine.admitted] or list(lists.count.votes)[:1]
    rows: list[dict[str, object]] = []
    for key in FORMULAS:
        if key in WHOLE_VOTES_ONLY and lists.unit != "votes":
            continue
        result = allocate_seats(lists.count, replace(law, formula=key))
        for name in shown:
            open_seat, over = result.tie is not None and name in result.tie.contenders, result.over_allocated
            rows.append(
                {
                    "formula": FORMULA_NAMES[key],
                    "name": plain_name(lists.names[name]),
                    "label": f"{result.seats[name]}{' or more' if open_seat else ''}{'*' if over else ''}",
                    "difference": 0 if over or mine.over_allocated else result.seats[name] - mine.seats[name],
                    "over": over,
                }
            )
    return rows


def _formulas_title(rows: pd.DataFrame, law: ElectoralLaw, mine: Allocation) -> str:
    if mine.runner_up:
        return "The rule for a second list fixes the seats; the formula has no part in them"
    if mine.over_allocated:
        return f"{FORMULA_NAMES[law.formula]}: the quota is reached more often than there are seats"
    others = rows[rows["formula"] != FORMULA_NAMES[law.formula]]
    fits = others[others["over"] == 0]
    changed = fits[fits["difference"] != 0]["formula"].drop_duplicates()
    n_others = others["formula"].nunique()
    if changed.empty:
        fill = " that fills exactly the seats" if len(fits) < len(others) else ""
        return f"Every formula{fill} gives the same seats: here the threshold decides, not the formula"
    return f"{in_words(len(changed)).capitalize()} of {n_others} other formulas would change a seat"


def _formula_notes(lists: ListCount, law: ElectoralLaw) -> list[str]:
    notes = []
    for key in FORMULAS:
        if key in WHOLE_VOTES_ONLY and lists.unit != "votes":
            notes.append(
                "The Droop quota needs whole votes; printed shares have none. The Hagenbach-Bischoff quota is less than a vote smaller."
            )
            continue
        result = allocate_seats(lists.count, replace(law, formula=key))
        if result.over_allocated:
            notes.append(f"* {FORMULA_NAMES[key]}: quotas are reached more often than there are seats, {result.over_allocated} too many.")
        if result.tie:
            names = " and ".join(plain_name(lists.names[name]) for name in result.tie.contenders)
            notes.append(f"{FORMULA_NAMES[key]}: {result.tie.n_seats} in a tie between {names}.")
    if law.runner_up:
        notes.append("Where the rule for a second list applies, it fixes the seats and the formula has no part in it.")
    return notes


def show_laws(setting: LabSetting) -> None:
    """Votes of every list election under the law of every one."""
    rows = pd.DataFrame(_law_rows(setting.order))
    title = _laws_title(rows, setting.year)
    references = list(dict.fromkeys(reference for row in rows["references"] for reference in row))
    frame = ChartFrame(
        page="lab",
        name="laws",
        title=title,
        subtitle="List seats by votes and law, largest list first; darker: more to the largest. Gold: each election under its own law",
        alt=title + ". " + "; ".join(f"votes of {row.votes}, law of {row.law}: {row.label}" for row in each_row(rows)),
        references=references,
        table=rows[["votes", "law", "label"]]
        .rename(columns={"votes": "Votes of", "law": "Law of", "label": "List seats"})
        .assign(Source=["; ".join(source_names([reference]) for reference in row[:1]) for row in rows["references"]]),
        notes=[
            "Base of the threshold: votes for lists, as the commission applied it in 2004. Each law brings its threshold, its list seats, "
            "its formula and, since 2009, its rule for a second list; by votes of the public record.",
        ],
    )
    show_chart(frame, build_law_grid(rows, chosen=(setting.year, setting.law_year)))


@st.cache_data(show_spinner=False)
def _law_rows(order: tuple[str, ...]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for votes_of in list_elections():
        lists = load_count(votes_of, "", order)
        for law_of in list_elections():
            law = load_law(law_of)
            result = allocate_seats(lists.count, law)
            label = seat_text(result) + (f" + {result.tie.n_seats} tied" if result.tie else "")
            rows.append(
                {
                    "votes": year_of(votes_of),
                    "law": year_of(law_of),
                    "label": label,
                    "largest": max(result.seats.values()) / law.n_seats,
                    "references": (*lists.references, *(reference for _, reference in law.references)),
                }
            )
    return rows


def _laws_title(rows: pd.DataFrame, year: str) -> str:
    """What the laws do to the votes that the lab shows."""
    mine = rows[rows["votes"] == year]
    alone = list(mine[mine["largest"] == 1]["law"])
    if len(alone) == len(mine):
        return f"Under every law the votes of {year} give one list all the seats"
    if alone:
        laws = f"law of {alone[0]}" if len(alone) == 1 else f"laws of {', '.join(alone[:-1])} and {alone[-1]}"
        return f"Only under the {laws} do the votes of {year} give one list all the seats"
    counts = mine["label"].str.count("/") + 1
    least, most = int(counts.min()), int(counts.max())
    seated = in_words(least) if least == most else f"{in_words(least)} to {in_words(most)}"
    return f"By the law applied, the votes of {year} seat {seated} lists"
