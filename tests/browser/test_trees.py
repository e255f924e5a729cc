"""Family trees in a real browser: pick, point, move the cursor, click through and come back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reading import choose, eventually, frame_of, frames_sent, open_at, query_of, wait_for_run

TREE = "family-trees"
PHONE = {"width": 390, "height": 844}

# Pairs of names in the picture whose boxes touch.
TOUCHING = """
(svg) => {
  const boxes = [...svg.querySelectorAll('text')].filter((node) => node.getBoundingClientRect().width > 0)
    .map((node) => ({ words: node.textContent, box: node.getBoundingClientRect() }))
  const touch = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2
  const others = (one, n) => boxes.slice(n + 1).filter((other) => touch(one.box, other.box))
  return boxes.flatMap((one, n) => others(one, n).map((other) => `${one.words} | ${other.words}`))
}
"""
OUTSIDE = """
(svg) => [...svg.querySelectorAll('text')].filter((node) => node.getBoundingClientRect().width > 0).filter((node) => {
  const [box, room] = [node.getBoundingClientRect(), svg.getBoundingClientRect()]
  return box.left < room.left - 1 || box.right > room.right + 1
}).map((node) => node.textContent)
"""


def picture(page):
    return frame_of(page, "trees_genealogy").locator("svg[data-chart]")


def lane(page, party_id):
    return picture(page).locator(f'g[data-lane="{party_id}"]')


def cursor(page):
    return page.get_by_label("Date: who existed on it")


def tip(page):
    return frame_of(page, "trees_genealogy").locator(".tip")


@pytest.fixture
def tree(atlas_url, new_page):
    def open_tree(query="", **options):
        page = new_page(**options)
        open_at(page, f"{atlas_url}/{TREE}{query}")
        expect(page.locator("svg[data-chart] g[data-lane]").first).to_be_attached()
        return page

    return open_tree


@pytest.mark.parametrize("query", ["", "?trees_years=1986–2023", "?trees_day=2005-06-01", "?trees_family=Democratic+Choice+and+Ak+Zhol"])
def test_names_in_the_picture_never_overlap_and_stay_inside(tree, query):
    page = tree(query)
    assert picture(page).evaluate(TOUCHING) == []
    assert picture(page).evaluate(OUTSIDE) == []


def test_pointing_at_a_lane_a_mark_and_a_link_tells_who_says_so_and_dims_the_rest(tree):
    page = tree("?trees_family=Democratic+Choice+and+Ak+Zhol")
    lane(page, "ak-zhol").locator("text").first.hover()
    expect(tip(page)).to_contain_text("Ak Zhol came out of a split of Democratic Choice of Kazakhstan")
    expect(tip(page)).to_contain_text("Bowyer 2008")
    expect(lane(page, "alga")).to_have_class(re.compile("dimmed"))
    expect(lane(page, "dck-movement")).not_to_have_class(re.compile("dimmed"))
    lane(page, "dck-party").locator('[data-kind="dissolved"], [data-kind="banned"]').first.hover()
    expect(tip(page)).to_contain_text("January 2005")
    box = picture(page).locator("[data-link] path.link.split").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2)
    expect(tip(page)).to_contain_text("came out of a split of")


def test_click_on_a_lane_opens_its_profile_and_back_returns_to_the_picked_family(tree):
    page = tree()
    choose(page, "Family", "Communists and Socialists")
    eventually(lambda: query_of(page).get("trees_family"), "Communists and Socialists")
    wait_for_run(page)
    expect(lane(page, "asar")).to_have_count(0)
    lane(page, "cppk").locator("text").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("Parties|Communist People"))
    eventually(lambda: query_of(page).get("parties_party"), "Communist People's Party")
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Family trees")).to_be_visible()
    expect(lane(page, "cppk")).to_have_count(1)
    expect(lane(page, "asar")).to_have_count(0)


def test_picked_organisation_makes_its_relatives_stand_out(tree):
    page = tree("?trees_org=Asar")
    expect(frame_of(page, "trees_genealogy").get_by_role("heading").first).to_contain_text("Asar: ")
    expect(lane(page, "nur-otan")).not_to_have_class(re.compile("dimmed"))
    expect(lane(page, "lad")).to_have_class(re.compile("dimmed"))


def test_cursor_asks_no_server_while_it_moves_and_is_kept_in_the_address_on_release(atlas_url, new_page):
    page = new_page()
    sent = frames_sent(page)
    open_at(page, f"{atlas_url}/{TREE}")
    expect(lane(page, "nur-otan")).to_have_count(1)
    page.wait_for_timeout(800)
    box = cursor(page).bounding_box()
    page.mouse.move(box["x"] + box["width"] - 11, box["y"] + box["height"] / 2)
    page.mouse.down()
    before = len(sent)
    for step in range(20):
        page.mouse.move(box["x"] + box["width"] * (0.9 - 0.01 * step), box["y"] + box["height"] / 2)
    assert len(sent) == before
    expect(page.locator(".when")).to_contain_text(re.compile(r"On \d+ \w+ (19|20)\d\d \d+ of these existed"))
    page.mouse.up()
    eventually(lambda: bool(re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", query_of(page).get("trees_day", ""))), True)


def test_deep_link_with_a_date_shows_the_names_of_that_day(tree):
    page = tree("?trees_day=2004-09-19")
    expect(lane(page, "nur-otan").locator("text").first).to_have_text("Otan")
    expect(lane(page, "nsdp")).to_have_class(re.compile("dimmed"))
    page.get_by_role("button", name="Every date").click()
    expect(lane(page, "nsdp")).not_to_have_class(re.compile("dimmed"))
    eventually(lambda: query_of(page).get("trees_day"), None)


def test_keyboard_reaches_cursor_and_lanes_and_opens_a_profile(tree):
    page = tree("?trees_family=Slavic+and+Cossack")
    cursor(page).focus()
    page.keyboard.press("PageDown")
    expect(page.locator(".when")).to_contain_text("existed")
    link = lane(page, "lad").locator("a")
    link.focus()
    expect(tip(page)).to_contain_text("Lad was founded: 27 March 1993 (Babak")
    page.keyboard.press("Enter")
    eventually(lambda: query_of(page).get("parties_party"), "Lad")


def test_phone_shows_the_tree_as_a_list_that_opens(tree):
    page = tree("?trees_family=Communists+and+Socialists", **PHONE, has_touch=True, is_mobile=True)
    expect(picture(page)).not_to_be_visible()
    entry = page.locator(".entries li", has_text="Communist People's Party").first
    entry.locator("summary").click()
    expect(entry).to_contain_text("came out of a split of Communist Party of Kazakhstan")
    assert (
        page.evaluate(
            "document.querySelector('[data-testid=stMain]').scrollWidth - document.querySelector('[data-testid=stMain]').clientWidth"
        )
        <= 0
    )
