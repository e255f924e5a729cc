"""Membership in a browser: the thumb of the lab counts members here; links; a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import eventually, expect_picture, frame_of, frames_sent, open_at, pick, query_of, wait_for_run

CHARTS = ("history", "minimum", "votes", "density", "registration")


def thumb(page):
    return page.get_by_label("Least number of members")


def survivors(page):
    return page.locator(".list .seats").all_inner_texts().count("in")


def test_dragged_thumb_puts_parties_out_without_a_call_to_the_server(atlas_url, new_page):
    page = new_page()
    sent = frames_sent(page)
    open_at(page, f"{atlas_url}/membership")
    thumb(page).scroll_into_view_if_needed()
    wait_for_run(page)
    page.wait_for_timeout(500)
    box = thumb(page).bounding_box()
    middle, before, seen = box["y"] + box["height"] / 2, len(sent), []
    page.mouse.move(box["x"] + 13 + (box["width"] - 26) * 0.2, middle)
    page.mouse.down()
    for part in (0.29, 0.33, 0.5, 0.8, 0.95):
        page.mouse.move(box["x"] + 13 + (box["width"] - 26) * part, middle, steps=3)
        page.wait_for_timeout(40)
        seen.append(survivors(page))
    assert len(sent) == before
    # abramov2009[Table 3] at 58,000, 66,000, 100,000, 160,000 and 190,000
    assert seen == [9, 8, 4, 3, 1]
    page.mouse.up()
    eventually(lambda: "membership_minimum" in query_of(page), True)
    assert int(query_of(page)["membership_minimum"]) % 500 == 0


def test_link_with_set_and_minimum_opened_fresh_shows_the_same(atlas_url, new_page):
    page, other = new_page(), new_page()
    open_at(page, f"{atlas_url}/membership")
    pick(page, "Members as counted by", "The parties, 2000–2004")
    page.get_by_role("group", name="Minimums that the law has had").get_by_role("button", name="50,000").click()
    eventually(lambda: query_of(page).get("membership_minimum"), "50000")
    eventually(lambda: survivors(page), 7)
    open_at(other, page.url)
    expect(other.locator(".finding")).to_have_text("At a minimum of 50,000 members, seven of eight parties survive; out: Otan")
    expect(other.get_by_role("status")).to_have_count(0)


@pytest.mark.parametrize("width", [390])
def test_phone_shows_every_chart_without_sideways_scrolling(atlas_url, new_page, width):
    page = new_page(width=width, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/membership")
    for name in CHARTS:
        expect_picture(frame_of(page, f"membership_{name}"))
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
