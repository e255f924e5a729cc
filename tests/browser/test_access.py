"""For everyone: axe-core, the keyboard, the phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.charts import TABLES, VIEWS
from tests.browser.reading import (
    eventually,
    exact_threshold,
    expect_no_error,
    expect_picture,
    frame_of,
    open_at,
    query_of,
    slider,
    wait_for_run,
)

GRAVE = ("serious", "critical")
PHONE = {"width": 390, "height": 844}
MOST_TABS = 120
LISTS_ON_PHONES = {"family-trees": ".entries li", "timeline": ".timeline-list li"}
PATHS = pytest.mark.parametrize("path", VIEWS, ids=lambda path: path.replace("elections?elections_", "") or "overview")

# Role and name of what has the focus, inside components too.
FOCUSED = r"""
() => {
  let node = document.activeElement
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement
  const name = node.getAttribute('aria-label') || node.innerText || node.value || ''
  return `${node.getAttribute('role') || node.type || node.tagName.toLowerCase()} ${name.trim().replace(/\s+/g, ' ').slice(0, 60)}`
}
"""

# What a page is wider than its window by, in pixels.
SURPLUS_WIDTH = """
() => {
  const boxes = [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  return Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth))
}
"""


def grave_findings(page):
    answer = Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [
        f"{finding['id']}: {node['target']} {node['failureSummary']}"
        for finding in answer["violations"]
        if finding["impact"] in GRAVE
        for node in finding["nodes"][:3]
    ]


def expect_view(page, path):
    """The picture of a view; a page of words has none, and a picture that is too wide for a phone has a list in its place."""
    if path in LISTS_ON_PHONES and page.viewport_size == PHONE:
        expect(page.locator(LISTS_ON_PHONES[path]).filter(visible=True).first).to_be_visible()
    elif set(VIEWS[path]) - TABLES:
        expect_picture(page)


def brightness(page):
    colour = page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).backgroundColor")
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3]) / 3


@PATHS
def test_axe_finds_nothing_serious_in_the_light_theme(view, path):
    page = view(path)
    expect_view(page, path)
    assert brightness(page) > 200
    assert grave_findings(page) == []


@PATHS
def test_axe_finds_nothing_serious_in_the_dark_theme(view, path):
    page = view(path)
    page.emulate_media(color_scheme="dark")
    expect_view(page, path)
    eventually(lambda: brightness(page) < 70, True)
    assert grave_findings(page) == []


@PATHS
@pytest.mark.thorough
def test_phone_shows_the_page_without_sideways_scrolling_and_without_serious_findings(atlas_url, new_page, path):
    page = new_page(**PHONE, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/{path}")
    expect_view(page, path)
    assert page.evaluate(SURPLUS_WIDTH) <= 0
    assert grave_findings(page) == []
    expect_no_error(page)


def test_phone_reaches_the_other_pages_through_the_menu(atlas_url, new_page):
    page = new_page(**PHONE, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/elections")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Threshold lab").click()
    expect(page.get_by_role("heading", level=1, name="Threshold lab")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["elections?elections_votes_open=Download", "threshold-lab?lab_staircase_open=Table&lab_parliament_open=Cite+and+link"]
)
@pytest.mark.thorough
def test_axe_finds_nothing_serious_with_the_tools_open(atlas_url, new_page, path):
    page = new_page()
    open_at(page, f"{atlas_url}/{path}")
    expect(page.get_by_test_id("stDataFrame").or_(page.get_by_role("button", name="PNG")).first).to_be_visible()
    assert grave_findings(page) == []


def tab_through(page):
    """Role and name of everything that Tab reaches, once around."""
    reached = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
        if reached[-1].startswith("body") or reached.count(reached[0]) > 1:
            break
    return reached


def test_tab_reaches_navigation_pickers_slider_presets_sources_and_tools_of_the_lab(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/threshold-lab")
    expect_picture(page)
    wait_for_run(page)
    # Rows of buttons arrive a moment after the script has run.
    for radio in ("2007", "Table", "Seat staircase"):
        expect(page.get_by_role("radio", name=radio, exact=True).first).to_be_visible()
    expect(exact_threshold(page)).to_be_visible()
    reached = " | ".join(tab_through(page))
    for wanted in (
        r"Overview",
        r"Elections",
        r"Threshold lab",
        r"Whose numbers\?",
        r"radio (19|20)\d\d",
        r"submit More settings",
        r"range Legal threshold",
        r"button 7.%, the law",
        r"summary [^|]*2007",
        r"radio Table",
        r"exact threshold",
    ):
        assert re.search(wanted, reached), f"{wanted} is not in {reached}"


def test_keyboard_alone_opens_another_page_picks_an_election_and_opens_a_table(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Threshold lab").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Threshold lab")).to_be_visible()
    expect_picture(page)
    wait_for_run(page)
    page.get_by_role("radio", name="2007", exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    eventually(lambda: query_of(page).get("lab_votes_of"), "2012")
    wait_for_run(page)
    tools = frame_of(page, "lab_parliament").get_by_role("radio", name="Table")
    tools.focus()
    page.keyboard.press("Space")
    expect(frame_of(page, "lab_parliament").get_by_test_id("stDataFrame")).to_be_visible()


def test_keyboard_opens_a_source_and_types_an_exact_threshold(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/threshold-lab")
    source = frame_of(page, "lab_parliament").locator(".atlas-sources details").first
    source.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(source).to_have_attribute("open", "")
    exact_threshold(page).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("4.5")
    page.keyboard.press("Enter")
    expect(slider(page)).to_have_value("450")


def test_focus_of_what_the_atlas_draws_itself_is_visible(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/threshold-lab")
    own = (
        slider(page),
        page.get_by_role("button", name="the law"),
        frame_of(page, "lab_parliament").locator(".atlas-sources summary").first,
    )
    page.keyboard.press("Tab")
    for element in own:
        element.focus()
        outline = element.evaluate(
            "node => { const style = getComputedStyle(node); return [style.outlineStyle, parseFloat(style.outlineWidth)] }"
        )
        assert outline[0] != "none"
        assert outline[1] >= 2
