"""The timeline in a browser: links, filters, labels that cover nothing, hover, the list on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.reading import choose, eventually, findings, open_at, query_of

LABELS = ".js-plotly-plot .textpoint text, .js-plotly-plot .annotation-text"
LISTED = ".timeline-list li b"
MARK_TO_LABEL = 8  # pixels; the mark stands to the right of its label
WORDS_ON_WORDS = """
(selector) => {
  const words = [...document.querySelectorAll(selector)].map((node) => [node.textContent, node.getBoundingClientRect()])
  const seen = words.filter(([text]) => text)
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0
  const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
  const onto = ([, box], n) => seen.slice(n + 1).filter(([, other]) => across(box, other) && down(box, other))
  return seen.flatMap((word, n) => onto(word, n).map(([text]) => [word[0], text]))
}
"""
OUT_OF_THE_PICTURE = """
(selector) => {
  const whole = document.querySelector('.js-plotly-plot').getBoundingClientRect()
  const out = (box) => box.left < whole.left - 1 || box.right > whole.right + 1 || box.bottom > whole.bottom + 1
  return [...document.querySelectorAll(selector)].filter((node) => out(node.getBoundingClientRect())).map((node) => node.textContent)
}
"""


def titles(page):
    """Titles of the list, which a phone shows and which stands hidden behind the picture."""
    return page.locator(LISTED).all_text_contents()


def labels(page):
    return sorted(text for text in page.locator(LABELS).all_text_contents() if text)


def test_link_with_period_and_lane_opened_fresh_shows_the_same(atlas_url, new_page):
    page, other = new_page(), new_page()
    open_at(page, f"{atlas_url}/timeline?timeline_years=2002&timeline_years=2026")
    page.get_by_role("button", name="Reform bodies").click()
    eventually(lambda: 5 < len(titles(page)) < 20, True)
    assert {"National Commission for democratization set up", "Constitutional Commission set up"} <= set(titles(page))
    eventually(lambda: query_of(page).get("timeline_lanes"), "Reform bodies")
    open_at(other, page.url)
    eventually(lambda: (findings(other), titles(other), labels(other)), (findings(page), titles(page), labels(page)))
    expect(other.get_by_role("status")).to_have_count(0)


def test_organisation_narrows_the_picture(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/timeline")
    eventually(lambda: len(titles(page)) > 200, True)
    choose(page, "Organisation", "Ak Zhol")
    eventually(lambda: findings(page)[0].startswith("Ak Zhol: "), True)
    eventually(lambda: 10 < len(titles(page)) < 30, True)
    expect(page.locator(LABELS).get_by_text("Ak Zhol was founded")).to_be_visible()


def test_phone_shows_the_list_in_place_of_the_picture_without_sideways_scrolling(atlas_url, new_page):
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/timeline")
    expect(page.locator(LISTED).get_by_text("Kazakhstan declares independence")).to_be_visible()
    expect(page.locator(".js-plotly-plot").filter(visible=True)).to_have_count(0)
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", ["timeline", "timeline?timeline_years=2001&timeline_years=2007"])
def test_labels_cover_nothing_and_stay_in_the_picture(view, path):
    page = view(path)
    expect(page.locator(LABELS).nth(20)).to_be_attached()
    assert page.evaluate(WORDS_ON_WORDS, LABELS) == []
    assert page.evaluate(OUT_OF_THE_PICTURE, LABELS) == []


def test_hover_tells_date_source_and_what_others_say(view):
    page = view("timeline")
    label = page.locator(".js-plotly-plot .textpoint").filter(has_text="National Commission for democratization")
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    page.mouse.move(box["x"] + box["width"] + MARK_TO_LABEL, box["y"] + box["height"] / 2)
    told = page.locator(".js-plotly-plot .hoverlayer .hovertext")
    expect(told).to_contain_text("November 2004")
    expect(told).to_contain_text("Isaacs")
    expect(told).to_contain_text("Sources differ: 19 September 2004 or earlier")
