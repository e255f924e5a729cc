"""A link is opened: the first request to a fresh server, and every page of the registry."""

import re

import pytest
from playwright.sync_api import expect

from components.ui.registry import PAGES
from tests.browser.charts import VIEWS
from tests.browser.reading import FRAMES, expect_no_error, expect_picture, expect_seats, open_at, query_of, slider
from tests.browser.server import failures_in, running_app


@pytest.fixture
def fresh_server(chromium, tmp_path):
    log = tmp_path / "server.log"
    with running_app(log=log) as address:
        yield address
    assert failures_in(log) == ""


def navigation(page):
    return page.get_by_test_id("stSidebar").get_by_role("navigation")


def test_deep_link_as_first_request_shows_navigation_title_and_state(fresh_server, new_page):
    page = new_page()
    open_at(page, f"{fresh_server}/threshold-lab?lab_votes_of=2004&lab_threshold=3")
    expect(page.get_by_role("heading", level=1, name="Threshold lab")).to_be_visible()
    expect(navigation(page).get_by_role("link")).to_have_count(len(PAGES))
    expect(page.get_by_role("radio", name="2004", exact=True)).to_be_checked()
    expect(slider(page)).to_have_value("300")
    expect_seats(page, "7/1/1/1")
    assert query_of(page)["lab_votes_of"] == "2004"
    assert float(query_of(page)["lab_threshold"]) == 3


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.name)
def test_page_opened_by_its_link_shows_title_and_main_chart_without_errors(view, entry):
    page = view(entry.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if VIEWS[entry.url]:
        expect_picture(page.locator(FRAMES).first)
    expect(navigation(page).get_by_role("link", name=entry.title)).to_be_visible()
    expect_no_error(page)


@pytest.mark.parametrize("entry", [entry for entry in PAGES if entry.url], ids=lambda entry: entry.name)
def test_page_names_itself_in_the_browser_tab(view, entry):
    expect(view(entry.url)).to_have_title(re.compile(re.escape(entry.title)))


def test_unknown_path_is_answered_in_words_and_shows_the_navigation(atlas_url, chromium):
    page = chromium.new_page()
    page.goto(f"{atlas_url}/no-such-page")
    expect(page.get_by_role("dialog")).to_contain_text("does not seem to exist")
    expect(navigation(page).get_by_role("link")).to_have_count(len(PAGES))
    expect_no_error(page)
    page.close()
