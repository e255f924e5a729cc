"""The timeline page: what it draws, what the controls leave, what it says of dates that exclude each other, and data that is broken."""

import csv
import itertools
from collections import Counter

import pytest

from components.charts.composition import relative_luminance
from components.ui.lineage_data import load_lineage
from components.ui.load import load_table
from components.ui.registry import page_entry
from components.ui.timeline_data import LANES, before_the_axis, last_year, load_entries
from components.ui.timeline_pick import TimelineSetting, select_entries
from components.ui.timeline_words import dense_stretches, hover_text, timeline_finding, timeline_table, year_span
from tests.charts.test_palette import DEUTERANOPIA, NORMAL, PROTANOPIA, distance
from tests.test_pages import all_text, open_page

MARKUP = "<img src=x onerror=hacked()>"
PAPER, SLATE = "#fbf9f4", "#1b242c"


def open_timeline(**query):
    return open_page(page_entry("timeline"), **query)


def listed(test):
    """Titles of the list, which stands behind the picture for phones."""
    return [part.split("</b>")[0] for part in all_text(test).split("<b>")[1:]]


def selected(**parts):
    return select_entries(TimelineSetting((), parts.pop("years", (1986, 2012)), **parts))


def entry_of(entry_id, order=()):
    return next(entry for entry in load_entries(order)[0] if entry.entry_id == entry_id)


def test_every_event_and_every_dated_change_is_one_entry():
    entries, undated = load_entries(())
    counts = Counter(entry.entry_id for entry in entries)
    events = set(load_table("events")["event_id"])
    dated = {f"change-{change.change_id}" for change in load_lineage(()).changes if change.when}
    assert set(counts.values()) == {1}
    assert events | dated <= set(counts)
    assert undated == len(load_lineage(()).changes) - len(dated)


def test_every_election_is_drawn_once():
    labels = load_table("event_labels").dropna(subset=["election_id"])
    told = dict(zip(labels["election_id"], labels["event_id"], strict=True))
    ids = [entry.entry_id for entry in load_entries(())[0]]
    assert [sum(ids.count(name) for name in (election, told.get(election, ""))) for election in load_table("elections")["election_id"]] == [
        1
    ] * len(load_table("elections"))
    assert {entry_of(name).lane for name in ("president-2011", "majilis-2021")} == {"elections"}


def test_every_entry_names_its_source_and_stands_in_a_lane():
    for entry in load_entries(())[0]:
        assert entry.said
        assert entry.references
        assert entry.lane in LANES


def test_default_period_holds_nothing_outside_it_and_every_lane():
    entries = selected()
    assert all(entry.ends.year >= 1986 and entry.begins.year <= 2012 for entry in entries)
    assert {entry.lane for entry in entries} == set(LANES)
    assert last_year(()) == 2026


def test_loose_date_belongs_to_every_period_in_which_it_may_have_fallen():
    # Babak: Cossack organisations "in the early 1990s", entered as 199X.
    assert all(
        "Many Cossack organisations appear" in [entry.title for entry in selected(years=years)] for years in ((1990, 1991), (1999, 2004))
    )


def test_claim_with_the_most_exact_date_is_drawn_and_the_reader_may_prefer_a_source():
    # Babak prints the days of both rounds, Bowyer in his text the year, Abramov the month.
    assert entry_of("majilis-2004-elected").dated == "19 September 2004 to 3 October 2004"
    assert entry_of("majilis-2004-elected", ("abramov2009",)).dated == "September 2004"


def test_dates_that_exclude_each_other_stand_in_hover_and_table():
    # Kazinform, 28 March 2022; an infobox has 27 March.
    entry = entry_of("peoples-party-chair-2022")
    assert entry.dated == "28 March 2022"
    assert "Sources differ: 27 March 2022" in hover_text(entry)
    assert "27 March 2022" in timeline_table([entry])["Other dates"].iloc[0]


def test_vaguer_date_is_no_rival():
    # Bowyer: 16 December 1991 in one place, December 1991 in another.
    assert entry_of("independence-1991").rivals == ()


@pytest.mark.parametrize(
    ("counts", "stretches"),
    [
        ({1990: 5, 1991: 5, 2000: 1}, [(1990, 1991)]),
        ({1990: 4, 2000: 4, 1995: 1, 2005: 3}, [(1990, 1990), (2000, 2000)]),
        ({1992: 9, 2001: 1}, [(1992, 1992)]),
        ({1986: 1, 1990: 1, 2003: 1, 2012: 1}, [(1986, 1986), (1990, 1990)]),
        ({1986: 1, 1987: 1, 2003: 1, 2012: 1}, [(1986, 1987)]),
        ({}, [(1986, 1986)]),
    ],
)
def test_dense_stretches_are_the_fewest_years_with_half_of_everything(counts, stretches):
    assert dense_stretches(counts, (1986, 2012)) == stretches


@pytest.mark.parametrize(("years", "words"), [((1990, 1990), "1990"), ((1990, 1991), "1990–91"), ((1999, 2004), "1999–2004")])
def test_year_span_is_short_within_a_century(years, words):
    assert year_span(years) == words


def test_finding_names_where_half_of_the_dated_events_fall():
    entries = selected()
    single = [entry.begins.year for entry in entries if entry.begins.year == entry.ends.year]
    finding = timeline_finding(entries, (1986, 2012))
    held, total = (int(part) for part in finding.split(" events")[0].split(" of "))
    assert total == len(single)
    assert 2 * held >= total
    assert timeline_finding(entries[:3], (1986, 2012), about="Otan") == "Otan: 3 events in 1986–2012"


@pytest.mark.parametrize("view", ["Picture", "List"])
def test_page_shows_finding_sources_and_list(view):
    text = all_text(open_timeline(timeline_view=view))
    assert "events dated to the year fall in" in text
    assert "Bowyer 2008" in text
    assert "Kazakhstan declares independence" in text
    assert "before 1986" in text


def test_page_with_period_lane_organisation_and_words_in_the_address_shows_what_they_leave():
    query = {"timeline_years": ["2001", "2005"], "timeline_lanes": ["Reform bodies"], "timeline_organisation": "Ak Zhol"}
    test = open_timeline(**query)
    assert listed(test) == [
        "Standing Council on democratization set up",
        "Ak Zhol criticises make-up of the Standing Council",
        "National Commission for democratization set up",
    ]
    assert listed(open_timeline(**query, timeline_words="CRITICISES council")) == ["Ak Zhol criticises make-up of the Standing Council"]


def test_page_opened_at_its_defaults_is_not_said_to_lack_anything():
    text = all_text(open_timeline(timeline_years=["1986", "2012"], timeline_view="Picture"))
    assert "The address asked for" not in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"timeline_years": ["1800", "2000"]}, "timeline_years = “1800, 2000” is not possible here; the page shows 1986, 2012."),
        ({"timeline_years": "abc"}, "timeline_years = “abc” is not possible here"),
        ({"timeline_lanes": ["Weather"]}, "timeline_lanes = “Weather” is not possible here"),
        ({"timeline_organisation": MARKUP}, "is not possible here; the page shows Any organisation."),
    ],
)
def test_page_with_odd_address_says_what_was_replaced(query, said):
    test = open_timeline(**query)
    assert not test.exception
    assert said in all_text(test)


def test_page_without_any_match_says_so_in_plain_text():
    text = all_text(open_timeline(timeline_words=f"zzz{MARKUP}"))
    assert "Nothing in 1986–2012 fits what is picked" in text
    assert "<img" not in text


def test_page_with_a_match_before_the_axis_only_lists_it():
    test = open_timeline(timeline_words="biis")
    assert "What is older is listed below" in all_text(test)
    assert listed(test) == ["Councils of biis elect the khan"]
    assert next(entry.entry_id for entry in before_the_axis(load_entries(())[0])) == "councils-of-biis"


def test_buttons_set_the_period():
    test = open_timeline()
    next(button for button in test.button if button.label.startswith("to ")).click().run()
    assert test.slider[0].value == (1986, 2026)
    next(button for button in test.button if "2012" in button.label).click().run()
    assert test.slider[0].value == (1986, 2012)


@pytest.mark.parametrize("ground", [PAPER, SLATE])
def test_colours_of_lanes_stand_out_from_the_ground(ground):
    for _, colour in LANES.values():
        light, dark = sorted((relative_luminance(colour), relative_luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("sight", [NORMAL, DEUTERANOPIA, PROTANOPIA])
def test_colours_of_neighbouring_lanes_can_be_told_apart(sight):
    colours = [colour for _, colour in LANES.values()]
    assert min(distance(first, second, sight) for first, second in itertools.pairwise(colours)) > 20


def test_folder_that_is_empty_says_so(folder):
    for path in folder.iterdir():
        path.unlink()
    test = open_timeline()
    assert not test.exception
    assert "Nothing in 1986–2012 fits what is picked" in all_text(test)
    assert "an unexpected error" not in all_text(test)


def test_folder_without_events_draws_elections_and_organisations(folder):
    (folder / "events.csv").unlink()
    (folder / "event_labels.csv").unlink()
    test = open_timeline()
    assert not test.exception
    assert {"Majilis elected", "Presidential election", "Ak Zhol was founded"} <= set(listed(test))


def test_event_with_markup_and_odd_dates_is_plain_text_and_the_rest_is_shown(folder):
    def row(columns, **cells):
        return [cells.get(column, "") for column in columns]

    with (folder / "events.csv").open("r+", encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
        file.seek(0, 2)
        rest = {"lane": "law", "title": MARKUP, "source": "babak[fn 7]", "claimant": MARKUP, "party_ids": MARKUP}
        writer = csv.writer(file, lineterminator="\n")
        odd = (("2004", ""), ("9999-12-31", ""), ("soon", ""), ("2004-13", ""), ("../2007", "2008/.."), ("2009", "2004"), ("1999", "soon"))
        for number, (day, end) in enumerate(odd):
            writer.writerow(row(columns, claim_id=f"evt-odd-{number}", event_id=f"odd-{number}", date=day, end_date=end, **rest))
    test = open_timeline()
    assert not test.exception
    text = all_text(test)
    assert "an unexpected error" not in text
    assert "‹img src=x onerror=hacked()›" in text
    assert "<img" not in text
    assert "Kazakhstan declares independence" in text
