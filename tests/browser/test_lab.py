"""Every control of the lab: what it changes, what the address says, what a link shows."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import (
    choose,
    eventually,
    expect_no_error,
    expect_picture,
    expect_seats,
    finding,
    findings,
    frame_of,
    frames_sent,
    notice,
    open_at,
    pick,
    query_of,
    seat_text,
    settled_state,
    slider,
    state_of,
    wait_for_run,
)

EVERYTHING = (
    "?lab_votes_of=2012&lab_law_of=2007&lab_base=List+votes&lab_formula=D%27Hondt&lab_seats=107&lab_list_share=60"
    "&lab_second_list=true&lab_bloc=National+Social+Democratic+Party&lab_bloc=Auyl&lab_threshold=2.5&lab_view=Explain+a+seat&lab_seat=3"
)


@pytest.fixture
def lab(atlas_url, new_page):
    def open_lab(query=""):
        page = new_page()
        page.sent = frames_sent(page)
        open_at(page, f"{atlas_url}/threshold-lab{query}")
        expect_picture(frame_of(page, "lab_parliament"))
        return page

    return open_lab


def open_settings(page):
    page.get_by_test_id("stPopover").get_by_text("More settings").click()
    expect(page.get_by_role("combobox", name="Formula")).to_be_visible()


def close_settings(page):
    """One Escape closes an open list, the next one the settings."""
    for _ in range(2):
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
    expect(page.get_by_role("combobox", name="Formula")).to_be_hidden()


def set_number(page, label, value):
    box = page.get_by_role("spinbutton", name=label)
    box.fill(str(value))
    box.press("Enter")


def expect_query(page, key, value):
    eventually(lambda: query_of(page).get(key), value)


def test_formula_changes_seats_and_stands_in_the_address(lab):
    page = lab("?lab_votes_of=2004")
    expect_seats(page, "7/1/1/1")
    open_settings(page)
    choose(page, "Formula", "D'Hondt")
    expect_seats(page, "8/1/1")  # seminars.md II.7
    expect_query(page, "lab_formula", "D'Hondt")
    expect(page.get_by_text("Changed from the law of 2004")).to_be_visible()


def test_number_of_seats_and_its_proposal_redraw_the_parliament(lab):
    page = lab()
    open_settings(page)
    page.get_by_role("button", name=re.compile("134 seats")).click()
    expect_query(page, "lab_seats", "134")
    eventually(lambda: page.locator("svg[data-chart] circle").count(), 134)
    set_number(page, "Seats", 77)
    eventually(lambda: page.locator("svg[data-chart] circle").count(), 77)


def test_half_from_lists_leaves_the_other_half_unknown(lab):
    page = lab()
    open_settings(page)
    page.get_by_role("button", name=re.compile("50 per cent from lists")).click()
    eventually(lambda: page.locator("svg[data-chart] circle.unknown").count(), 49)
    expect(page.get_by_text("In districts: not known")).to_be_visible()


def test_districts_of_2004_are_drawn_where_the_chamber_has_exactly_those(lab):
    page = lab("?lab_votes_of=2004&lab_seats=77&lab_list_share=13")
    expect(page.get_by_text("Independents, districts")).to_be_visible()
    assert page.locator("svg[data-chart] circle.unknown").count() == 0


def test_lists_as_one_have_eight_seats_in_2007_and_the_way_back_undoes_it(lab):
    page = lab()
    open_settings(page)
    for name in ("NSDP", "Ak Zhol"):
        page.get_by_role("combobox", name="Lists that run as one").click()
        page.get_by_role("option", name=re.compile(f"^{name}")).click()
    expect_seats(page, "90/8")
    close_settings(page)
    page.get_by_role("button", name="Back to the law of 2007").click()
    expect_seats(page, "98")
    eventually(lambda: "lab_bloc" in query_of(page), False)


def test_rule_for_a_second_list_lets_it_in_where_one_passes(lab):
    page = lab()
    open_settings(page)
    page.get_by_text("If one list passes, let the second in").click()
    expect_seats(page, "95/3")
    expect_query(page, "lab_second_list", "true")


def test_law_of_another_year_brings_its_threshold_and_its_seats(lab):
    page = lab("?lab_votes_of=2007")
    choose(page, "Law of", "2023")
    expect_seats(page, "67/2")
    eventually(lambda: slider(page).input_value(), "500")
    eventually(lambda: page.locator("svg[data-chart] circle").count(), 69)


@pytest.mark.parametrize(
    ("view", "chart", "said"),
    [
        ("Explain a seat", "seat", "fewer"),
        ("Unions", "unions", "8 seats"),
        ("All formulas", "formulas", "formula"),
        ("Votes and laws", "laws", "under the laws of"),
    ],
)
def test_view_below_the_diagram_shows_its_finding_and_stands_in_the_address(lab, view, chart, said):
    page = lab()
    pick(page, "Below the diagram", view)
    expect(frame_of(page, f"lab_{chart}").get_by_role("heading")).to_contain_text(said)
    expect_query(page, "lab_view", view)
    expect_no_error(page)


def test_click_on_a_seat_explains_it_and_marks_it(lab):
    page = lab("?lab_threshold=3")
    expect_seats(page, "90/5/3")
    page.locator("svg[data-chart] circle[data-n='98']").click()
    expect(frame_of(page, "lab_seat").get_by_role("heading")).to_contain_text("Seat 98: Ak Zhol’s 3rd")
    expect_query(page, "lab_seat", "98")
    expect(page.locator("svg[data-chart] circle.picked")).to_have_attribute("data-n", "98")


@pytest.mark.parametrize(
    "query", ["?lab_view=All+formulas", "?lab_bloc=NSDP+%28with+Naghyz+Ak+Zhol%29&lab_bloc=Auyl&lab_seats=134", EVERYTHING]
)
def test_thumb_that_moves_calls_no_server_whatever_is_switched_on(lab, query):
    page = lab(query)
    page.wait_for_timeout(500)
    box = slider(page).bounding_box()
    before, seats = len(page.sent), set()
    page.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + box["height"] / 2)
    page.mouse.down()
    for part in (0.4, 0.3, 0.2, 0.1, 0.02):
        page.mouse.move(box["x"] + box["width"] * part, box["y"] + box["height"] / 2, steps=4)
        page.wait_for_timeout(40)
        seats.add(seat_text(page))
    assert len(page.sent) == before
    page.mouse.up()
    assert len(seats) > 1


def test_finding_changes_with_the_thumb(lab):
    page = lab()
    said = finding(page)
    slider(page).focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    eventually(lambda: finding(page) != said, True)
    assert "4" in finding(page)


def test_link_with_everything_set_opens_the_same_view(lab):
    page = lab(EVERYTHING)
    expect(notice(page)).to_have_count(0)
    left = settled_state(page)
    assert any(words.startswith("Seat 3:") for words in findings(page))
    other = lab(page.url[page.url.index("?") :])
    eventually(lambda: state_of(other), left)
    wait_for_run(other)


def test_address_to_cite_names_every_list_that_runs_as_one(lab):
    page = lab("?lab_bloc=NSDP+%28with+Naghyz+Ak+Zhol%29&lab_bloc=Auyl&lab_parliament_open=Cite+and+link")
    expect(frame_of(page, "lab_parliament").get_by_test_id("stCode").first).to_contain_text("lab_bloc=Auyl")
    expect(frame_of(page, "lab_parliament").get_by_test_id("stCode").first).to_contain_text("lab_bloc=NSDP")


def test_another_election_after_the_thumb_has_moved_is_no_reason_for_a_notice(lab):
    page = lab("?lab_threshold=3")
    pick(page, "Votes of", "2012")
    expect_seats(page, "83/8/7")
    wait_for_run(page)
    expect(notice(page)).to_have_count(0)


def test_two_standing_lines_are_on_the_lab_whatever_is_switched_on(lab):
    page = lab(EVERYTHING)
    expect(page.get_by_text("the engine gives the official list seats")).to_be_visible()
    expect(page.get_by_text("The lab tests rules, not voters.")).to_be_visible()
