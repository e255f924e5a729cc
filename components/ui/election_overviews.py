"""Sections of the Elections page on all elections: side by side, and what is known at all."""

import pandas as pd
import streamlit as st

from components.charts.composition import build_composition
from components.charts.coverage import build_coverage
from components.charts.frames import each_row
from components.charts.series import build_pairs, build_points
from components.charts.style import percent
from components.measures import effective_number_of_parties
from components.ui.counts import list_elections, load_count, official_list_seats
from components.ui.election_frames import chamber_frame, claim_text, references_of, said_by, short_reference
from components.ui.frame import ChartFrame, show_chart
from components.ui.load import load_results, load_table

CLEAR_OF_EACH_OTHER = 1.2
COVERED = {
    "Shares": ("results", "vote_pct"),
    "Votes": ("results", "votes"),
    "Seats": ("results", "seats"),
    "Turnout": ("election_figures", "turnout_pct"),
    "Electorate": ("election_figures", "electorate"),
    "Ballots": ("election_figures", "votes_cast"),
    "Chamber": ("election_figures", "seats_total"),
    "Absent": ("absences", None),
    "Verdicts": ("assessments", None),
}


def show_chambers(order: tuple[str, ...]) -> None:
    """All chambers side by side."""
    frame = chamber_frame(order)
    if frame.empty:
        return
    claims = load_results(order).chosen.query("measure == 'seats' and status_group == 'counted'")
    claims = claims[claims["election_id"].str.startswith(("majilis", "supreme"))]
    largest = frame.assign(share=frame["seats"] / frame["seats_total"]).sort_values("share").iloc[-1]
    held = f"{largest['seats']:.0f} of {largest['seats_total']:.0f}"
    title = f"{held} seats in {largest['election']}: the largest share that any source gives one party"
    chart = ChartFrame(
        page="elections",
        name="chambers",
        title=title,
        subtitle="Share of all seats after each parliamentary election; empty where the source shown does not say who held them",
        alt=title + ". " + "; ".join(f"{row.election}: {row.name} {row.seats:.0f}" for row in each_row(frame)),
        references=references_of(claims),
        legend=list(dict.fromkeys(zip(frame["colour"], frame["name"], strict=True))),
        table=frame[["election", "name", "seats", "seats_total"]]
        .rename(columns={"election": "Election", "name": "Holder", "seats": "Seats", "seats_total": "Seats of the chamber"})
        .assign(Source="; ".join(short_reference(reference) for reference in references_of(claims))),
    )
    show_chart(chart, build_composition(frame))


def show_turnouts() -> None:
    """National turnout of every election and referendum, every claim."""
    claims = load_table("election_figures").query("measure == 'turnout_pct' and scope == 'national' and value.notna()")
    elections = load_table("elections").sort_values("date")
    merged = elections[["election_id", "title", "office", "date"]].merge(claims, on="election_id")
    if merged.empty:
        return
    merged["election"] = [_short_title(row.title, row.office) for row in each_row(merged)]
    merged = merged.drop_duplicates(["election_id", "value"])
    drawn = merged.assign(
        label=_spaced_labels(merged),
        said_by=[said_by(row) for row in each_row(merged)],
        colour=merged["office"].map({"parliament": "#2468a8", "president": "#8a6531", "referendum": "#7747a0"}),
    )
    low = drawn.iloc[int(drawn["value"].argmin())]
    title = f"The lowest national turnout printed as an exact figure is {percent(low['value'])}, in {low['title']}"
    chart = ChartFrame(
        page="elections",
        name="turnouts",
        title=title,
        subtitle="National turnout in per cent of the electorate, every claim; hollow marks are preliminary. P president, R referendum.",
        alt=title + ". " + "; ".join(f"{row.title}: {row.label}" for row in each_row(drawn)),
        references=references_of(claims),
        table=drawn[["title", "value", "status", "said_by", "source"]].rename(
            columns={"title": "Election", "value": "Turnout, per cent", "status": "Status", "said_by": "Who says so", "source": "Source"}
        ),
        legend=[("#2468a8", "parliament"), ("#8a6531", "president"), ("#7747a0", "referendum")],
    )
    show_chart(chart, build_points(drawn, axis_title="Turnout, per cent", end=125))


def _spaced_labels(claims: pd.DataFrame) -> list[str]:
    """A label for the highest claim of an election, and for the lowest if it stands clear of it."""
    by_election = claims.groupby("election_id")["value"]
    highest, lowest = by_election.transform("max"), by_election.transform("min")
    apart = highest - lowest >= CLEAR_OF_EACH_OTHER
    is_low = apart & (claims["value"] == lowest)
    return [
        percent(value, 1) if top or low else "" for value, top, low in zip(claims["value"], claims["value"] == highest, is_low, strict=True)
    ]


def _short_title(title: str, office: str) -> str:
    year = "".join(character for character in title if character.isdigit())[:4]
    return {"president": f"P {year}", "referendum": f"R {year}"}.get(office, year)


def show_party_numbers(order: tuple[str, ...]) -> None:
    """Effective number of parties by votes and by list seats."""
    rows, references = [], []
    for election_id in list_elections():
        lists = load_count(election_id, "", order)
        seats, sources = official_list_seats(election_id, order)
        votes_number, seats_number = effective_number_of_parties(lists.count.votes), effective_number_of_parties(seats)
        rows.append(
            {
                "election": election_id.rsplit("-", 1)[1],
                "votes": None if votes_number is None else float(votes_number),
                "seats": None if seats_number is None else float(seats_number),
            }
        )
        references += [*lists.references, *sources]
    frame = pd.DataFrame(rows)
    if frame.empty:
        return
    most, least = frame.iloc[int(frame["votes"].argmax())], frame.iloc[int(frame["votes"].argmin())]
    title = f"From {most['votes']:.1f} effective parties by votes in {most['election']} to {least['votes']:.1f} in {least['election']}"
    chart = ChartFrame(
        page="elections",
        name="party-numbers",
        title=title,
        subtitle="Effective number of parties (Laakso and Taagepera), list tier: hollow by votes for lists, full by list seats; computed",
        alt=title + ". " + "; ".join(f"{row.election}: votes {row.votes:.2f}, seats {row.seats:.2f}" for row in each_row(frame)),
        references=list(dict.fromkeys(references)),
        table=frame.rename(columns={"election": "Election", "votes": "By votes", "seats": "By list seats"}).assign(
            Source="; ".join(dict.fromkeys(short_reference(reference) for reference in references))
        ),
    )
    show_chart(chart, build_pairs(frame, axis_title="Effective number of parties"))


def show_coverage() -> None:
    """Elections by measures by sources: what is known at all."""
    matrix, hover, long = _coverage()
    blank = int((matrix == 0).to_numpy().sum())
    title = f"{blank} of {int(matrix.notna().to_numpy().sum())} gaps: nothing at hand says anything there"
    chart = ChartFrame(
        page="elections",
        name="coverage",
        title=title,
        subtitle="Number of sources that say something, by election and measure",
        alt=title + ". Most sources: " + "; ".join(f"{name} {int(row.sum())}" for name, row in matrix.iterrows()),
        references=[f"{key}[page]" for key in dict.fromkeys(source.split("[")[0] for source in long["Source"])],
        table=long,
        notes=["Point at a cell, or open the table, for the names of its sources."],
    )
    show_chart(chart, build_coverage(matrix, hover))
    with st.container(key="around_coverage_end"):
        st.markdown(
            "Coverage ends with the Majilis election of March 2023 and the referendum of March 2026; "
            "the result of the Kurultai election announced for August 2026 is not in the material at hand."
        )


@st.cache_resource(show_spinner=False)
def _coverage() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    elections = load_table("elections").sort_values("date")
    counts, names, long = {}, {}, []
    for measure, (table, wanted) in COVERED.items():
        rows = load_table(table)
        rows = rows if wanted is None else rows[rows["measure"] == wanted]
        keyed = rows.assign(source_key=[short_reference(f"{source.split('[')[0]}[page]") for source in rows["source"]])
        grouped = keyed.groupby("election_id")["source_key"].unique()
        counts[measure] = [len(grouped.get(election, [])) for election in elections["election_id"]]
        names[measure] = [", ".join(grouped.get(election, [])) for election in elections["election_id"]]
        long += [
            {"Election": row.election_id, "Measure": measure, "Figure": claim_text(row) if "value" in keyed else "", "Source": row.source}
            for row in each_row(keyed)
        ]
    index = [title.replace(" on the constitution", "") for title in elections["title"]]
    matrix = pd.DataFrame(counts, index=index).astype("float64")
    matrix.loc[(elections["office"] != "parliament").to_numpy(), ["Seats", "Chamber"]] = float("nan")
    return matrix, pd.DataFrame(names, index=index), pd.DataFrame(long)
