"""The figures of the pages: first chart in a cold browser, page to page, and the server's share of a run.

Run with `python -m tests.bench.pages [rounds]`. Needs Chromium. Prints, for every page, the time from opening its link in a browser that
has never been here to the first chart, as a ratio to a bare app with one chart (target 1.35) and to an app with the same widgets (target
1.15), all in one run and in turn; the time from a click in the navigation to the main chart (target 500 ms); and the time of a warm run of
each page from request to end over a websocket (target 60 ms). Only the ratios mean anything on a busy machine.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import websockets
from playwright.sync_api import Browser, Page, sync_playwright

from components.ui.registry import PAGES
from tests.bench.figures import summary
from tests.bench.readers import rerun
from tests.browser.charts import VIEWS
from tests.browser.server import CHROMIUM_FLAGS, find_chromium, running_app

HERE = Path(__file__).parent
ROUNDS = 5
WARM_RUNS = 30
BARE, WIDGETS = "bare app, one chart", "bare app, same widgets"
TARGETS = {BARE: 1.35, WIDGETS: 1.15}
CHARTED = [entry for entry in PAGES if VIEWS[entry.url]]

# Sets window.__chartAt, in milliseconds since the address was opened, at the first frame that has a chart on screen; a chart is one that
# Plotly drew or the seats of the lab, in whatever component. `seen` can be called for the charts of one page only.
WATCH = """
(() => {
  const drawn = (node) => node && node.getBoundingClientRect().height > 50
  window.__seen = (within) => {
    if (drawn(document.querySelector(`${within} .js-plotly-plot .main-svg`))) return true
    for (const node of document.querySelectorAll(`${within} div`)) if (drawn(node.shadowRoot?.querySelector('svg[data-chart]'))) return true
    return false
  }
  const look = () => {
    if (document.body && window.__seen('body')) window.__chartAt = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()
"""

# Clicks a link of the navigation and waits for the title and the first chart of its page; answers in milliseconds.
GO_TO = """
([title, heading, frames]) => new Promise((resolve) => {
  const link = [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')].find((node) => node.innerText.includes(title))
  const began = performance.now()
  const look = () => {
    const there = document.querySelector('h1')?.innerText.includes(heading) && window.__seen(frames)
    if (there || performance.now() - began > 15000) resolve(performance.now() - began)
    else requestAnimationFrame(look)
  }
  link.click()
  requestAnimationFrame(look)
})
"""


def write(line: str) -> None:
    sys.stdout.write(line + "\n")


def first_chart(browser: Browser, address: str) -> float:
    """Milliseconds from opening an address to the first chart, in a browser context that has never seen it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.__chartAt !== undefined", timeout=60_000)
    took = float(page.evaluate("() => window.__chartAt"))
    context.close()
    return took


def measure_first_charts(browser: Browser, addresses: dict[str, str], rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for address in addresses.values():
        first_chart(browser, address)
    for _ in range(rounds):
        for name, address in addresses.items():
            times[name].append(first_chart(browser, address))
    for name, measured in times.items():
        ratios = [f"{median(measured) / median(times[other]):.2f} of {other} (target {target})" for other, target in TARGETS.items()]
        write(f"first chart, {name:24} {summary(measured)}   {'' if name in TARGETS else ', '.join(ratios)}")


def frames_of(page: Page, address: str, url: str) -> tuple[str, str]:
    """Heading of a page, and a selector for its charts."""
    page.goto(f"{address}/{url}")
    page.wait_for_function("() => window.__chartAt !== undefined", timeout=60_000)
    key = page.locator('[class*="st-key-frame_"]').first.get_attribute("class") or ""
    start = next(name for name in key.split() if name.startswith("st-key-frame_")).rsplit("_", 1)[0]
    return page.locator("h1").inner_text(), f'[class*="{start}_"]'


def tour(length: int) -> Iterator[int]:
    """Positions of pages, round and round; ends where it began."""
    return islice(cycle([*range(1, len(CHARTED)), 0]), length)


def measure_page_to_page(browser: Browser, address: str, rounds: int) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    known = [frames_of(page, address, entry.url) for entry in CHARTED]
    frames_of(page, address, CHARTED[0].url)
    times: dict[str, list[float]] = {}
    for position in tour(len(CHARTED) * (rounds + 1)):
        entry, (heading, frames) = CHARTED[position], known[position]
        page.wait_for_timeout(1000)
        times.setdefault(entry.title, []).append(float(page.evaluate(GO_TO, [entry.title, heading, frames])))
    for title, measured in times.items():
        write(f"to {title:33} {summary(measured[1:])}   (target 500 ms)")
    page.close()


async def measure_warm_runs(address: str) -> None:
    for entry in PAGES:
        stream = f"{address.replace('http', 'ws')}/_stcore/stream"
        async with websockets.connect(stream, max_size=None, subprotocols=["streamlit"]) as socket:
            times = [(await rerun(socket, entry.url, ""))[0] for _ in range(WARM_RUNS + 3)]
        write(f"warm run of {entry.title:24} {summary(times[3:])}   (target 60 ms)")


def main() -> None:
    path, rounds = find_chromium(), int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    if path is None:
        sys.exit("no chromium on this machine: apt-get install chromium")
    write(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        atlas = stack.enter_context(running_app())
        bare = stack.enter_context(running_app(HERE / "bare_app.py"))
        widgets = stack.enter_context(running_app(HERE / "widgets_app.py"))
        pages = {entry.title: f"{atlas}/{entry.url}" for entry in CHARTED}
        measure_first_charts(browser, {BARE: bare, WIDGETS: widgets, **pages}, rounds)
        measure_page_to_page(browser, atlas, rounds)
        browser.close()
    with running_app() as atlas:
        asyncio.run(measure_warm_runs(atlas))
    write(f"load of the machine after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
