"""The Parliament page in a browser: links, the switch of May 2007, a phone."""

from playwright.sync_api import expect

from tests.browser.reading import eventually, expect_picture, findings, frame_of, open_at, pick, query_of

POWERS = "parliament?parliament_view=Powers"
MATRIX = ".parliament-table"
CELL = ".parliament-table tr:has(th:text-is('{office}')) td:nth-of-type({place})"
PARLIAMENT = 2


def cell(page, office, place):
    return page.locator(CELL.format(office=office, place=place)).first


def test_link_opened_fresh_shows_the_same_state_of_powers(atlas_url, new_page):
    page, other = new_page(), new_page()
    open_at(page, f"{atlas_url}/{POWERS}")
    # Bowyer, Changes Introduced Via Constitutional Amendment: a simple majority, two thirds before
    expect(cell(page, "Government", PARLIAMENT)).to_contain_text("changed")
    expect(cell(page, "Government", PARLIAMENT)).to_contain_text("two thirds")
    pick(page, "When", "Before May 2007")
    eventually(lambda: query_of(page).get("parliament_when"), "Before May 2007")
    eventually(lambda: findings(page)[0].startswith("Before May 2007"), True)
    expect(cell(page, "Government", PARLIAMENT)).not_to_contain_text("simple majority")
    open_at(other, page.url)
    eventually(lambda: (findings(other), other.locator(MATRIX).inner_text()), (findings(page), page.locator(MATRIX).inner_text()))
    expect(other.get_by_role("status")).to_have_count(0)


def test_default_view_shows_how_seats_are_filled_and_two_ways_to_count_them(view):
    page = view("parliament")
    expect_picture(frame_of(page, "parliament_seats"))
    assert "In 2007 citizens filled 98 of 154 seats, or none" in findings(page)[1]
    for words in ("107 = 98 + 9", "47 = 40 + 7", "39 = 32 + 7"):
        expect(frame_of(page, "parliament_seats").locator(".textpoint").get_by_text(words).first).to_be_visible()
    for words in ("63.6", "58.8"):
        expect(frame_of(page, "parliament_citizens").locator(".textpoint").get_by_text(words).first).to_be_visible()


def test_phone_shows_powers_as_a_list_and_every_view_without_sideways_scrolling(atlas_url, new_page):
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/{POWERS}")
    office = page.locator(MATRIX).get_by_role("rowheader", name="Akims").or_(page.locator(f"{MATRIX} th:text-is('Akims')")).first
    said = page.locator(MATRIX).get_by_text("to the choice of the President").first
    expect(said).to_be_visible()
    assert said.bounding_box()["y"] > office.bounding_box()["y"] + office.bounding_box()["height"] - 1
    for name in ("Powers", "Chambers", "Deputies", "Reform bodies", "Super parties"):
        pick(page, "View", name)
        expect(page.locator(".atlas-finding").first).to_be_visible()
        assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
