"""Public opinion in a browser: the point of the page, a deep link, the phone."""

from playwright.sync_api import expect

from tests.browser.reading import eventually, expect_picture, findings, frame_keys, frame_of, open_at

SURPLUS_WIDTH = "() => { const main = document.querySelector('[data-testid=\"stMain\"]'); return main.scrollWidth - main.clientWidth }"
CUT_OFF = """
() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((plot) => {
  const whole = plot.getBoundingClientRect()
  const cut = (box) => box.width && (box.left < whole.left - 2 || box.right > whole.right + 2)
  return [...plot.querySelectorAll('text')].filter((text) => cut(text.getBoundingClientRect())).map((text) => text.textContent)
})
"""


def test_page_shows_democracy_in_two_years_first(view):
    page = view("public-opinion")
    expect_picture(frame_of(page, "opinion_again"))
    # bowyer2008, Development Of Political Parties
    assert "more said yes than no, 42" in findings(page)[0]
    for label in ("1995?: 42", "1996?: 36", "1996?: 44"):
        expect(frame_of(page, "opinion_again").locator(".textpoint text").filter(has_text=label)).to_be_visible()


def test_link_to_a_group_shows_its_charts_alone(atlas_url, new_page):
    page = new_page()
    open_at(page, f"{atlas_url}/public-opinion?opinion_group=Problems")
    eventually(lambda: frame_keys(page), ["opinion_tensions", "opinion_rankings"])
    expect(page.get_by_role("status")).to_have_count(0)


def test_phone_shows_every_word_of_the_figures_without_sideways_scrolling(atlas_url, new_page):
    page = new_page(width=390, height=844, has_touch=True, is_mobile=True)
    open_at(page, f"{atlas_url}/public-opinion")
    expect_picture(frame_of(page, "opinion_tensions"))
    assert page.evaluate(SURPLUS_WIDTH) <= 0
    eventually(lambda: page.evaluate(CUT_OFF), [])
