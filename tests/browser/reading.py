"""What a reader does and sees, in the words of the page."""

import re
import time

from playwright.sync_api import expect

NOT_RUNNING = '[data-testid="stApp"][data-test-script-state="notRunning"]'
FRAMES = '[class*="st-key-frame_"]'
PICTURE = ".js-plotly-plot .main-svg, svg[data-chart]"
SEATS = ".list .seats"
PATIENCE = 20
UNEXPECTED = "an unexpected error"


def wait_for_run(page):
    """Until the script has run to its end."""
    page.locator(NOT_RUNNING).wait_for(timeout=30_000)


def open_at(page, address):
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    wait_for_run(page)


def turn_to(page, title):
    """Another page, by the navigation."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    wait_for_run(page)


def slider(page):
    return page.get_by_label("Legal threshold, per cent")


def exact_threshold(page):
    return page.get_by_role("spinbutton", name=re.compile("exact"))


def frame_of(page, key):
    """The frame of a chart by page and name, as in `lab_parliament`."""
    return page.locator(f".st-key-frame_{key}")


def frame_keys(page):
    """Keys of the charts of a page, as in `lab_parliament`."""
    classes = page.locator(FRAMES).evaluate_all("nodes => nodes.map(node => node.className)")
    return [re.search(r"st-key-frame_(\S+)", names).group(1) for names in classes]


def open_tool(frame, name):
    """Open Table, Download or Cite and link under a chart, unless it is open."""
    tool = frame.get_by_role("radio", name=name, exact=True)
    if not tool.is_checked():
        tool.click()
    expect(tool).to_be_checked()


def expect_picture(frame):
    expect(frame.locator(PICTURE).first).to_be_visible()


def seat_text(page):
    """Seats of the lists that have some in the lab, as "90/5/3"."""
    return "/".join(count for count in page.locator(SEATS).all_inner_texts() if count != "0")


def expect_seats(page, seats):
    eventually(lambda: seat_text(page), seats)


def finding(page):
    return page.locator(".finding").inner_text()


def findings(page):
    """The findings of all charts on screen."""
    return page.locator(".atlas-finding, .finding").all_inner_texts()


def pick(page, group, word):
    """Pick a word in a row of buttons."""
    page.get_by_role("radiogroup", name=group).get_by_role("radio", name=word, exact=True).click()


def choose(page, label, word):
    """Choose a word in a list that can be searched."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=word, exact=True).click()


def state_of(page):
    """What a reader would compare on two screens: findings, seats, and every picked value in sight."""
    wait_for_run(page)
    return {
        "title": page.locator("h1").inner_text(),
        "findings": findings(page),
        "seats": page.locator(SEATS).all_inner_texts(),
        "thumb": page.locator('input[type="range"]').evaluate_all("nodes => nodes.map(node => node.value)"),
        "picked": page.get_by_role("radio", checked=True).all_inner_texts(),
        "chosen": page.get_by_role("combobox").evaluate_all("nodes => nodes.map(node => node.value || node.innerText)"),
        "typed": page.get_by_role("spinbutton").evaluate_all("nodes => nodes.map(node => node.value)"),
        "tables": page.get_by_test_id("stDataFrame").count(),
    }


def settled_state(page):
    """The state once it reads the same half a second later."""
    before, deadline = state_of(page), time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        page.wait_for_timeout(500)
        now = state_of(page)
        if now == before:
            return now
        before = now
    return before


def eventually(read, wanted):
    """Assert that what is read becomes what is wanted within the usual patience."""
    deadline = time.monotonic() + PATIENCE
    while (found := read()) != wanted and time.monotonic() < deadline:
        time.sleep(0.1)
    assert found == wanted, difference(found, wanted)


def difference(found, wanted):
    """Found and wanted, without what two dictionaries agree on."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        apart = [key for key in wanted if found.get(key) != wanted[key]]
        found, wanted = ({key: side.get(key) for key in apart} for side in (found, wanted))
    return f"found {found!r}, wanted {wanted!r}"


def query_of(page):
    """What stands after the question mark of the address."""
    return page.evaluate("() => Object.fromEntries(new URLSearchParams(location.search))")


def notice(page):
    """The page's own words on what was replaced, ignored or not readable."""
    return page.get_by_role("status").filter(has=page.locator("strong"))


def expect_no_error(page):
    expect(page.get_by_test_id("stException")).to_have_count(0)
    shown = page.locator("body").inner_text()
    for words in ("Traceback", UNEXPECTED):
        assert words not in shown, f"“{words}” stands on {page.url}"


def frames_sent(page):
    """A list that grows by one with every message from the browser to the server; call it before opening a page."""
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: sent.append(1)))
    return sent
