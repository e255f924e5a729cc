"""The threshold slider: the seats follow the thumb in the browser, the server hears of it once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import (
    SEATS,
    choose,
    eventually,
    exact_threshold,
    expect_seats,
    finding,
    frames_sent,
    open_at,
    pick,
    query_of,
    seat_text,
    settled_state,
    slider,
    state_of,
    wait_for_run,
)

ABRAMOV = "Shares printed by Abramov 2009"
THUMB_PX = 26
AFTER_RELEASE_MS = 1500


@pytest.fixture
def lab(atlas_url, new_page):
    def open_lab(query=""):
        page = new_page()
        page.sent = frames_sent(page)
        open_at(page, f"{atlas_url}/threshold-lab{query}")
        expect(page.locator(SEATS).first).to_be_visible()
        return page

    return open_lab


def place_of(page, per_cent):
    """Where the middle of the thumb is at a threshold."""
    slider(page).scroll_into_view_if_needed()
    box = slider(page).bounding_box()
    return box["x"] + THUMB_PX / 2 + (box["width"] - THUMB_PX) * per_cent / 15, box["y"] + box["height"] / 2


def threshold_in_address(page):
    asked = query_of(page).get("lab_threshold")
    return None if asked is None else float(asked)


def expect_threshold(page, per_cent, *, in_address=True):
    """Thumb, number input and address agree; a default may be left out of the address."""
    eventually(lambda: slider(page).input_value(), str(round(100 * per_cent)))
    eventually(lambda: float(exact_threshold(page).input_value()), per_cent)
    if in_address:
        eventually(lambda: threshold_in_address(page), per_cent)
    wait_for_run(page)


def test_drag_changes_seats_while_moving_and_sends_one_message_on_release(lab):
    page = lab("?lab_votes_of=2007")
    page.wait_for_timeout(500)
    before, seats = len(page.sent), []
    page.mouse.move(*place_of(page, 7))
    page.mouse.down()
    for per_cent in (6, 5, 4, 3, 2, 1):
        page.mouse.move(*place_of(page, per_cent), steps=4)
        page.wait_for_timeout(60)
        seats.append(seat_text(page))
    assert len(page.sent) == before
    assert seats[:3] == ["98", "98", "93/5"]
    assert len(set(seats)) >= 4
    page.mouse.up()
    page.wait_for_timeout(AFTER_RELEASE_MS)
    assert len(page.sent) == before + 1
    assert threshold_in_address(page) == pytest.approx(1, abs=0.05)
    assert int(slider(page).input_value()) == round(100 * threshold_in_address(page))
    expect_seats(page, seats[-1])


@pytest.mark.parametrize(
    ("key", "per_cent"),
    [
        ("ArrowLeft", 6.9),
        ("Shift+ArrowRight", 7.01),
        ("PageDown", 6.0),
        ("End", 15.0),
    ],
)
def test_key_moves_thumb_number_and_address_and_keeps_the_focus(lab_at_law, key, per_cent):
    page = lab_at_law
    slider(page).focus()
    page.keyboard.press(key)
    expect_threshold(page, per_cent)
    expect(slider(page)).to_be_focused()


@pytest.fixture(scope="module")
def shared_lab(chromium, atlas_server):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    open_at(page, f"{atlas_server}/threshold-lab?lab_votes_of=2007")
    yield page
    context.close()


@pytest.fixture
def lab_at_law(shared_lab):
    """One lab for all keys, back at 7 per cent before each of them."""
    exact_threshold(shared_lab).fill("7")
    exact_threshold(shared_lab).press("Enter")
    expect_threshold(shared_lab, 7, in_address=False)
    return shared_lab


def test_keys_pressed_in_a_row_send_one_message(lab):
    page = lab("?lab_votes_of=2007")
    page.wait_for_timeout(500)
    before = len(page.sent)
    slider(page).focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(60)
    page.wait_for_timeout(AFTER_RELEASE_MS)
    assert len(page.sent) == before + 1
    expect_threshold(page, 6.4)


def test_typed_threshold_moves_thumb_seats_and_address(lab):
    page = lab("?lab_votes_of=2007&lab_counted_by=Shares+printed+by+Abramov+2009")
    expect_seats(page, "98")
    exact_threshold(page).fill("3.09")
    exact_threshold(page).press("Enter")
    expect_threshold(page, 3.09)
    expect_seats(page, "90/5/3")


@pytest.mark.thorough
def test_votes_keep_ak_zhol_out_at_the_threshold_that_printed_shares_let_it_in(lab):
    page = lab("?lab_votes_of=2007&lab_threshold=3.09")
    expect_seats(page, "93/5")
    page.get_by_test_id("stPopover").get_by_text("More settings").click()
    choose(page, "Lists are counted by", ABRAMOV)
    expect_seats(page, "90/5/3")
    expect(slider(page)).to_have_value("309")


def test_preset_sets_thumb_number_and_address(lab):
    page = lab("?lab_votes_of=2007")
    presets = page.get_by_role("group", name="Proposed thresholds").get_by_role("button")
    for words, per_cent in (("5", 5.0), ("3", 3.0), ("none", 0.0)):
        presets.filter(has_text=re.compile(rf"^{words}\b")).first.click()
        expect_threshold(page, per_cent)
        expect(presets.filter(has_text=re.compile(rf"^{words}\b")).first).to_have_attribute("aria-pressed", "true")
    presets.filter(has_text="the law").click()
    expect_threshold(page, 7, in_address=False)


def test_another_election_sets_its_own_threshold_and_redraws(lab):
    page = lab("?lab_votes_of=2007")
    expect_seats(page, "98")
    pick(page, "Votes of", "2023")
    expect_threshold(page, 5, in_address=False)
    # cec_2023_ru and kazinform: list seats of 2023.
    expect_seats(page, "40/8/6/6/5/4")
    expect(page.locator(SEATS).first).to_be_visible()
    pick(page, "Votes of", "2007")
    expect_threshold(page, 7, in_address=False)
    expect_seats(page, "98")


def test_another_election_after_a_typed_threshold_agrees_with_its_link(lab):
    page = lab("?lab_votes_of=2007&lab_threshold=3")
    pick(page, "Votes of", "2012")
    eventually(lambda: "2012" in query_of(page).get("lab_votes_of", ""), True)
    before = settled_state(page)
    assert slider(page).input_value() == str(round(100 * float(exact_threshold(page).input_value())))
    other = lab(page.url[page.url.index("?") :])
    eventually(lambda: state_of(other), before)


@pytest.mark.parametrize(("year", "law", "typed"), [("2023", 5, 7), ("2007", 7, 5)])
def test_link_to_a_threshold_that_is_the_law_of_another_year_opens_the_same_view(lab, year, law, typed):
    page = lab("?lab_votes_of=2012")
    pick(page, "Votes of", year)
    expect_threshold(page, law, in_address=False)
    exact_threshold(page).fill(str(typed))
    exact_threshold(page).press("Enter")
    expect_threshold(page, typed)
    other = lab(page.url[page.url.index("?") :])
    expect_threshold(other, typed)
    eventually(lambda: state_of(other), settled_state(page))


def test_base_of_the_threshold_decides_the_aist_bloc_in_2004_and_is_in_the_link(lab):
    page = lab("?lab_votes_of=2004")
    expect_seats(page, "7/1/1/1")
    pick(page, "The threshold is a share of", "All who voted")
    expect_seats(page, "7/2/1")
    assert query_of(page)["lab_base"] == "All who voted"
    words = finding(page)
    other = lab(page.url[page.url.index("?") :])
    expect_seats(other, "7/2/1")
    eventually(lambda: finding(other), words)
