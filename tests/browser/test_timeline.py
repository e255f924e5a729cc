"""The timeline in a browser: links, filters, labels that cover nothing, hover, the list on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.charts import VIEWS
from tests.browser.reading import choose, eventually, findings, frame_of, open_at, query_of, wait_for_run

LABELS = ".js-plotly-plot .textpoint text, .js-plotly-plot .annotation-text"
LISTED = ".timeline-list li b"
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


@pytest.fixture
def timeline(atlas_url, new_page):
    def open_timeline(query="", **options):
        page = new_page(**options)
        open_at(page, f"{atlas_url}/timeline{query}")
        return page

    return open_timeline


def titles(page):
    """Titles of the list; a phone and the view of the list show it, behind the picture it is hidden."""
    return page.locator(LISTED).all_text_contents()


def test_link_with_period_and_lane_opened_fresh_shows_the_same(timeline):
    page = timeline()
    page.get_by_role("button", name="Reform bodies").click()
    eventually(lambda: query_of(page).get("timeline_lanes"), "Reform bodies")
    page.get_by_role("button", name="to 2026").click()
    eventually(lambda: query_of(page).get("timeline_years"), "2026")
    eventually(lambda: "Constitutional Commission set up" in titles(page), True)
    wait_for_run(page)
    other = timeline(page.url[page.url.index("?") :])
    eventually(lambda: (findings(other), titles(other)), (findings(page), titles(page)))
    labels = sorted(text for text in page.locator(LABELS).all_text_contents() if text)
    eventually(lambda: sorted(text for text in other.locator(LABELS).all_text_contents() if text), labels)
    expect(other.get_by_role("status")).to_have_count(0)


def test_organisation_narrows_the_picture_and_back_again(timeline):
    page = timeline()
    before = len(titles(page))
    choose(page, "Organisation", "Ak Zhol")
    eventually(lambda: findings(page)[0].startswith("Ak Zhol: "), True)
    assert 0 < len(titles(page)) < before / 5
    expect(page.locator(LABELS).get_by_text("Ak Zhol was founded")).to_be_visible()
    choose(page, "Organisation", "Any organisation")
    eventually(lambda: len(titles(page)), before)


def test_phone_shows_the_list_in_place_of_the_picture_without_sideways_scrolling(timeline):
    page = timeline(width=390, height=844, has_touch=True, is_mobile=True)
    expect(page.locator(LISTED).get_by_text("Kazakhstan declares independence")).to_be_visible()
    expect(page.locator(".js-plotly-plot").filter(visible=True)).to_have_count(0)
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("query", ["", "?timeline_years=2001&timeline_years=2007", "?timeline_years=1990&timeline_years=1992"])
def test_labels_cover_nothing_and_stay_in_the_picture(timeline, query):
    page = timeline(query)
    expect(page.locator(LABELS).nth(20)).to_be_attached()
    assert page.evaluate(WORDS_ON_WORDS, LABELS) == []
    assert page.evaluate(OUT_OF_THE_PICTURE, LABELS) == []


def test_hover_tells_date_source_and_what_others_say(timeline):
    page = timeline("?timeline_lanes=Reform+bodies", height=1200)
    label = page.locator(".js-plotly-plot .textpoint").filter(has_text="National Commission for democratization")
    expect(label).to_be_visible()
    mark = page.locator(".js-plotly-plot .scatterlayer path.point")
    centres = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in (one.bounding_box() for one in mark.all())]
    middle = label.bounding_box()["y"] + label.bounding_box()["height"] / 2
    page.mouse.move(*min(centres, key=lambda centre: abs(centre[1] - middle)))
    told = page.locator(".js-plotly-plot .hoverlayer .hovertext")
    expect(told).to_contain_text("November 2004")
    expect(told).to_contain_text("Isaacs")
    expect(told).to_contain_text("Sources differ: 19 September 2004 or earlier")


def test_chart_is_one_of_those_that_all_tests_look_at(timeline):
    assert VIEWS["timeline"] == ("timeline_events",)
    page = timeline("?timeline_view=List")
    expect(frame_of(page, "timeline_events").locator(LISTED).first).to_be_attached()
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
