"""Parties: a search by any spelling opens the profile, links lead from profile to profile, and Back returns."""

from playwright.sync_api import expect

from tests.browser.reading import eventually, expect_no_error, expect_picture, findings, notice, open_at, query_of, wait_for_run

NAME = ".atlas-profile-name"
FOUND = ".atlas-found li"
SEARCH = "Find by any spelling or meaning"
# What the page is wider than the window by, in pixels.
SURPLUS_WIDTH = "() => { const main = document.querySelector('[data-testid=\"stMain\"]'); return main.scrollWidth - main.clientWidth }"


def expect_profile(page, name):
    """The profile with its chart; by then links open in place, before they would load the page anew."""
    expect(page.locator(NAME)).to_have_text(name)
    wait_for_run(page)
    expect_picture(page)


def test_search_by_spelling_or_meaning_finds_ak_zhol_while_typing_and_opens_it(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/parties?parties_party=Nur-Otan")
    for typed, told in (("Ақ жол", "“Aq Zhol”"), ("Bright Path", "“Bright Path”, Bowyer 2008")):
        page.get_by_label(SEARCH).clear()
        page.get_by_label(SEARCH).press_sequentially(typed)
        expect(page.locator(FOUND).first).to_contain_text(told)
    page.locator(FOUND).first.get_by_role("link", name="Ak Zhol").click()
    expect_profile(page, "Ak Zhol")
    expect(page.locator(FOUND)).to_have_count(0)
    eventually(lambda: query_of(page), {})
    expect(notice(page)).to_have_count(0)


def test_person_of_a_party_opens_from_the_top_with_the_keyboard_and_back_returns(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/parties?parties_party=Nur-Otan")
    expect_profile(page, "Nur-Otan")
    page.get_by_role("link", name="Zharmakhan Tuyakbay").first.focus()
    page.keyboard.press("Enter")
    expect_profile(page, "Zharmakhan Tuyakbay")
    expect(page.locator(NAME)).to_be_focused()
    expect(page.locator(NAME)).to_be_in_viewport()
    eventually(lambda: query_of(page), {"parties_party": "Nur-Otan", "parties_person": "Zharmakhan Tuyakbay"})
    page.go_back()
    expect_profile(page, "Nur-Otan")
    assert query_of(page) == {"parties_party": "Nur-Otan"}


def test_link_to_a_person_opened_elsewhere_shows_what_a_click_on_it_shows(atlas_url, new_page):
    page, other = new_page(), new_page()
    open_at(page, f"{atlas_url}/parties?whose=Bowyer+2008")
    expect_profile(page, "Ak Zhol")
    link = page.get_by_role("link", name="Bulat Abilov").first
    address = link.evaluate("link => link.href")
    link.click()
    expect_profile(page, "Bulat Abilov")
    open_at(other, address)
    expect_profile(other, "Bulat Abilov")
    eventually(lambda: findings(other), findings(page))
    expect(other.get_by_role("combobox", name="Whose numbers?")).to_have_value("Bowyer 2008")
    expect(notice(other)).to_have_count(0)


def test_phone_shows_search_and_profile_without_sideways_scrolling(atlas_url, new_page):
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/parties?parties_find=communist&parties_person=Nursultan+Nazarbayev")
    expect(page.locator(FOUND).first).to_be_visible()
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    assert page.evaluate(SURPLUS_WIDTH) <= 0
    expect_no_error(page)
