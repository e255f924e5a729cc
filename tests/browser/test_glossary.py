"""The glossary: an address with the name of a term opens at the term, and the search narrows the list."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import eventually, expect_no_error, notice, open_at, query_of, wait_for_run

TERMS = ".atlas-terms dt"
HIGHEST, LOWEST = 40, 400  # pixels from the top of the window


def top_of(page, name):
    return page.locator(f'[id="{name}"]').evaluate("node => node.getBoundingClientRect().y")


@pytest.mark.parametrize("name", ["hare-quota", "whose-numbers"])
def test_address_with_the_name_of_a_term_opens_at_the_term(atlas_url, new_page, name):
    page = new_page()
    open_at(page, f"{atlas_url}/glossary#{name}")
    if name == "hare-quota":
        eventually(lambda: HIGHEST < top_of(page, name) < LOWEST, True)
    expect(page.locator(f'[id="{name}"]')).to_be_in_viewport()
    assert page.evaluate("() => document.querySelector(':target').id") == name


@pytest.mark.parametrize("name", ["no-such-term", "%E0%A4%A"])
def test_address_with_an_unknown_name_shows_the_page_from_its_start(atlas_url, new_page, name):
    page = new_page()
    open_at(page, f"{atlas_url}/glossary#{name}")
    expect(page.get_by_label("Find a term")).to_be_in_viewport()
    expect_no_error(page)


def test_term_links_to_itself(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/glossary?glossary_search=quota")
    page.get_by_role("link", name="Hare quota").click()
    assert page.url.endswith("/glossary?glossary_search=quota#hare-quota")


def test_search_narrows_the_terms_and_stands_in_the_address(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/glossary")
    expect(page.locator(TERMS).nth(60)).to_be_attached()
    page.get_by_label("Find a term").fill("laguë")
    page.get_by_label("Find a term").press("Enter")
    expect(page.locator(TERMS)).to_have_count(2)
    eventually(lambda: query_of(page).get("glossary_search"), "laguë")
    expect(notice(page)).to_have_count(0)


def test_link_of_a_term_opens_the_page_that_uses_it(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/glossary?glossary_search=staircase&whose=Bowyer+2008")
    page.locator(".atlas-origin a").first.click()
    expect(page.get_by_role("heading", level=1, name="Threshold lab")).to_be_visible()
    wait_for_run(page)
    expect(page.get_by_role("combobox", name="Whose numbers?")).to_have_value("Bowyer 2008")
