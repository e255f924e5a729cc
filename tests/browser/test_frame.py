"""What every chart has: finding, unit, sources, table, downloads, text alternative, embed form."""

import csv
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from components.ui.registry import PAGES
from tests.browser.charts import VIEWS, charts_with_views
from tests.browser.reading import (
    FRAMES,
    PICTURE,
    eventually,
    expect_no_error,
    expect_picture,
    frame_keys,
    frame_of,
    notice,
    open_tool,
    query_of,
    wait_for_run,
)

PNG_START = b"\x89PNG\r\n\x1a\n"
PICTURE_SIZE = (1920, 1080)
SVG = "{http://www.w3.org/2000/svg}"
# Pages that differ in how they are built, and one chart for each way a picture comes about: Plotly's and ours. The others are thorough.
UNLIKE = ("elections", "family_trees", "parties", "glossary")
MAIN = ("elections_votes", "lab_parliament")
every_chart = pytest.mark.parametrize(("path", "key"), charts_with_views(), ids=lambda value: value.replace("elections?elections_", ""))
main_charts = pytest.mark.parametrize(
    ("path", "key"),
    [pytest.param(path, key, marks=[] if key in MAIN else pytest.mark.thorough, id=key) for path, key in charts_with_views()],
)

# Words of a picture that are not wholly inside it, by more than two pixels.
CUT_OFF_WORDS = """
() => {
  const whole = document.querySelector('svg').getBoundingClientRect()
  const beside = (box) => box.left < whole.left - 2 || box.right > whole.right + 2
  const above = (box) => box.top < whole.top - 2 || box.bottom > whole.bottom + 2
  const cut = (box) => box.width && (beside(box) || above(box))
  return [...document.querySelectorAll('svg text')].filter((text) => cut(text.getBoundingClientRect())).map((text) => text.textContent)
}
"""

# Pairs of words of a picture that stand on each other.
WORDS_ON_WORDS = """
() => {
  const lines = (text) => text.querySelector('tspan.line') ? [...text.querySelectorAll('tspan.line')] : [text]
  const drawn = [...document.querySelectorAll('svg text')].flatMap(lines)
  const words = drawn.map((line) => [line.textContent.trim(), line.getBoundingClientRect()])
  const seen = words.filter(([text, box]) => text && box.width)
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
  const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4
  const onto = ([, box], n) => seen.slice(n + 1).filter(([, other]) => across(box, other) && down(box, other))
  return seen.flatMap((word, n) => onto(word, n).map(([text]) => [word[0], text]))
}
"""

# Words in sight that belong to no chart.
WORDS_OUTSIDE_FRAMES = """
() => [...document.querySelectorAll('[data-testid="stElementContainer"]')]
  .filter((element) => !element.closest('[class*="st-key-frame_"]') && element.checkVisibility({ visibilityProperty: true }))
  .map((element) => element.innerText.trim())
  .filter(Boolean)
"""


def test_views_of_the_tests_cover_every_page_of_the_registry():
    assert {path.split("?")[0] for path in VIEWS} == {entry.url for entry in PAGES}


@pytest.mark.parametrize("path", VIEWS)
def test_view_shows_the_charts_that_the_tests_know(view, path):
    page = view(path)
    eventually(lambda: sorted(frame_keys(page)), sorted(VIEWS[path]))


@every_chart
@pytest.mark.thorough
def test_chart_states_finding_unit_and_picture(view, path, key):
    frame = frame_of(view(path), key)
    expect_picture(frame)
    expect(frame.get_by_role("heading").first).to_have_text(re.compile(r"\w+ .*\w+"))
    expect(frame.locator(".atlas-subtitle, .caption").first).to_have_text(re.compile(r"\w+ .*\w+"))


@every_chart
@pytest.mark.thorough
def test_chart_has_a_text_alternative_that_carries_the_message(view, path, key):
    frame = frame_of(view(path), key)
    described = frame.locator('[role="figure"][aria-label], svg[role="img"][aria-label]').first
    assert len(described.get_attribute("aria-label")) > 15


@main_charts
def test_source_under_a_chart_opens_its_entry_in_place(view, path, key):
    frame = frame_of(view(path), key)
    source = frame.locator(".atlas-sources details").first
    summary = source.locator("summary")
    summary.click()
    expect(source).to_have_attribute("open", "")
    assert len(source.inner_text()) > len(summary.inner_text()) + 20
    summary.click()


@main_charts
def test_table_of_a_chart_opens_with_its_data(view, path, key):
    page = view(path)
    frame = frame_of(page, key)
    open_tool(frame, "Table")
    grid = frame.locator('canvas [role="grid"]')
    expect(frame.get_by_test_id("stDataFrame")).to_be_visible()
    eventually(lambda: int(grid.get_attribute("aria-rowcount") or 0) > 1, True)
    assert len([name for name in grid.locator('[role="columnheader"]').all_text_contents() if name]) > 1
    eventually(lambda: query_of(page).get(f"{key}_open"), "Table")


@pytest.fixture
def download(tmp_path):
    def save(page, button):
        with page.expect_download() as begun:
            button.click()
        target = tmp_path / begun.value.suggested_filename
        begun.value.save_as(target)
        return Path(target)

    return save


@main_charts
def test_csv_of_a_chart_names_the_source_of_every_row(view, download, path, key):
    page = view(path)
    frame = frame_of(page, key)
    open_tool(frame, "Download")
    saved = download(page, frame.get_by_role("button", name="CSV"))
    assert saved.suffix == ".csv"
    with saved.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    sources = [name for name in rows[0] if name.lower() == "source"]
    assert sources, f"no column for the source in {list(rows[0])}"
    assert all(row[sources[0]] for row in rows)


@main_charts
def test_png_of_a_chart_is_1920_by_1080(view, download, path, key):
    page = view(path)
    frame = frame_of(page, key)
    open_tool(frame, "Download")
    content = download(page, frame.get_by_role("button", name="PNG")).read_bytes()
    assert content.startswith(PNG_START)
    assert struct.unpack(">II", content[16:24]) == PICTURE_SIZE
    assert len(content) > 10_000


def test_picture_of_the_tree_is_as_tall_as_it_needs_and_brings_its_key(view, download):
    frame = frame_of(view("family-trees"), "trees_genealogy")
    open_tool(frame, "Download")
    content = download(view("family-trees"), frame.get_by_role("button", name="PNG")).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert width == PICTURE_SIZE[0]
    assert height > 3 * PICTURE_SIZE[1]
    text = download(view("family-trees"), frame.get_by_role("button", name="SVG")).read_text("utf-8")
    root = ElementTree.fromstring(text)
    for words in ("came out of a split", "no source beyond", "Nur Otan", "1998"):
        assert words in words_of(root)
    assert "href" not in text


def words_of(root):
    return " ".join("".join(node.itertext()) for node in root.iter(f"{SVG}text"))


@main_charts
def test_svg_of_a_chart_has_its_finding_and_sources_and_cuts_no_word_off(view, new_page, download, path, key):
    page = view(path)
    frame = frame_of(page, key)
    open_tool(frame, "Download")
    text = download(page, frame.get_by_role("button", name="SVG")).read_text("utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert frame.get_by_role("heading").first.inner_text() in words_of(root)
    assert_names_every_source(frame, words_of(root))
    assert too_thick_outlines(root) == []
    paper = new_page()
    paper.set_content(text)
    assert paper.evaluate(CUT_OFF_WORDS) == []
    assert paper.evaluate(WORDS_ON_WORDS) == []


def assert_names_every_source(frame, words):
    summaries = frame.locator(".atlas-sources details > summary").all_text_contents()
    sources = [summary for summary in summaries if not re.fullmatch(r"and \d+ more sources", summary) and "more note" not in summary]
    assert sources
    missing = [source for source in sources if source.rsplit(", ", 1)[0].split(", ")[0] not in words]
    assert missing == []


def ink_of(text):
    """Every colour of the words of a picture."""
    root = ElementTree.fromstring(text)
    fills = [node.get("fill") or re.search(r"fill: ?([^;]+)", node.get("style", "fill:unset"))[1] for node in root.iter(f"{SVG}text")]
    return sorted(set(fills))


@pytest.mark.parametrize(("path", "key"), [("threshold-lab", "lab_parliament")])
def test_picture_of_a_chart_is_dark_ink_on_paper_in_the_dark_theme_too(view, download, path, key):
    page = view(path)
    frame = frame_of(page, key)
    open_tool(frame, "Download")
    button = frame.get_by_role("button", name="SVG")
    light = ink_of(download(page, button).read_text("utf-8"))
    page.emulate_media(color_scheme="dark")
    eventually(lambda: "rgb(27, 36, 44)" in page.get_by_test_id("stApp").evaluate("node => getComputedStyle(node).backgroundColor"), True)
    assert ink_of(download(page, button).read_text("utf-8")) == light


def too_thick_outlines(root):
    """Circles with an outline wider than themselves: what happens when a picture loses the styles of the page."""
    thick = []
    for circle in root.iter(f"{SVG}circle"):
        style = dict(part.split(":", 1) for part in circle.get("style", "").replace(" ", "").split(";") if ":" in part)
        width = float(style.get("stroke-width", circle.get("stroke-width", "1")).removesuffix("px"))
        if style.get("stroke", circle.get("stroke", "none")) != "none" and width > 2 * float(circle.get("r")):
            thick.append(circle.attrib)
    return thick[:1]


def test_plotly_offers_the_export_that_the_downloads_lean_on(view):
    page = view("elections")
    expect_picture(page)
    assert page.evaluate("() => typeof window.Plotly?.toImage") == "function"


@main_charts
def test_embed_form_shows_one_chart_with_its_sources_and_nothing_else(atlas_url, new_page, path, key):
    page = new_page(width=800, height=600)
    joint = "&" if "?" in path else "?"
    page.goto(f"{atlas_url}/{path}{joint}embed=true&chart={key.split('_', 1)[1]}")
    expect_picture(frame_of(page, key))
    wait_for_run(page)
    expect(page.locator(FRAMES)).to_have_count(1)
    expect(frame_of(page, key).locator(".atlas-sources summary").first).to_be_visible()
    for part in ("stSidebar", "stHeader", "stToolbar"):
        expect(page.get_by_test_id(part).filter(visible=True)).to_have_count(0)
    assert page.evaluate(WORDS_OUTSIDE_FRAMES) == []


@pytest.mark.parametrize(("path", "key"), [("threshold-lab", "lab_formulas"), ("elections", "elections_chambers")])
def test_embed_form_finds_a_chart_of_a_view_that_is_not_the_first(atlas_url, new_page, path, key):
    page = new_page(width=800, height=600)
    page.goto(f"{atlas_url}/{path}?embed=true&chart={key.split('_', 1)[1]}")
    expect_picture(frame_of(page, key))
    expect(page.locator(FRAMES)).to_have_count(1)


@pytest.mark.parametrize(
    "entry", [pytest.param(entry, marks=[] if entry.name in UNLIKE else pytest.mark.thorough, id=entry.name) for entry in PAGES]
)
def test_embed_form_of_an_unknown_chart_says_so(atlas_url, new_page, entry):
    page = new_page()
    page.goto(f"{atlas_url}/{entry.url}?embed=true&chart=no-such-chart")
    expect(notice(page)).to_contain_text("no chart of that name")
    wait_for_run(page)
    expect(page.locator(PICTURE)).to_have_count(0)
    expect_no_error(page)
