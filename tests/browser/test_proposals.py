"""Proposals in a browser: a filter in the address, the way into the lab and back, the phone."""

from playwright.sync_api import expect

from tests.browser.reading import (
    eventually,
    exact_threshold,
    expect_picture,
    frame_of,
    notice,
    open_at,
    query_of,
    settled_state,
    state_of,
)

SURPLUS_WIDTH = "() => { const main = document.querySelector('[data-testid=\"stMain\"]'); return main.scrollWidth - main.clientWidth }"
DEMANDS = ".proposals-list section b"


def demands(page):
    return page.locator(DEMANDS).all_text_contents()


def test_link_with_a_filter_opens_what_it_asks_for_a_demand_opens_the_lab_and_back_returns(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/proposals?proposals_asker=Communist+People%27s+Party")
    expect_picture(frame_of(page, "proposals_outcomes"))
    eventually(lambda: "Cancel the parliamentary elections as illegitimate" in demands(page) and len(demands(page)) < 8, True)
    expect(notice(page)).to_have_count(0)
    left = settled_state(page)
    # bowyer2008, Communist People's Party: three per cent
    page.get_by_role("link", name="Set the lab to a threshold of 3").click()
    expect(page.get_by_role("heading", level=1, name="Threshold lab")).to_be_visible()
    expect(exact_threshold(page)).to_have_value("3.00")
    eventually(lambda: query_of(page), {"lab_threshold": "3"})
    expect(notice(page)).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Proposals")).to_be_visible()
    eventually(lambda: state_of(page), left)


def test_phone_shows_chart_and_list_without_sideways_scrolling(atlas_url, new_page):
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/proposals")
    expect_picture(frame_of(page, "proposals_outcomes"))
    expect(page.locator(DEMANDS).first).to_be_visible()
    assert page.evaluate(SURPLUS_WIDTH) <= 0
