"""The figures of the threshold slider, ours and st.slider in a fragment, in one run.

Run with `python -m tests.bench.slider`. Needs Chromium. Prints, for both: input event to the first animation frame in which the
seats differ; and how many websocket messages a drag sends.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.figures import summary
from tests.browser.reading import open_at, slider, wait_for_run
from tests.browser.server import CHROMIUM_FLAGS, find_chromium, running_app

HERE = Path(__file__).parent
MOVES = 40
KEYS = 30

# Times every input event of the range until the first animation frame in which the seats read differently.
WATCH = """
(input) => {
  const seats = () => [...document.querySelectorAll('*')].map(n => n.shadowRoot).filter(Boolean)
    .map(r => [...r.querySelectorAll('.seats')].map(n => n.textContent).join('/')).join('|')
  window.__times = []
  let last = seats()
  const clock = (event) => {
    const began = event.timeStamp
    const look = () => requestAnimationFrame(() => {
      const now = seats()
      if (now !== last) { last = now; window.__times.push(performance.now() - began) }
    })
    look()
  }
  input.addEventListener('input', clock, true)
  input.addEventListener('keydown', clock, true)
}
"""

# The same for st.slider: from the key press to the first animation frame in which the seats in the page differ.
PRESS_AND_WAIT = """
(key) => new Promise((resolve) => {
  const read = () => document.querySelector('#seats')?.textContent
  const before = read()
  const began = performance.now()
  const look = () => {
    if (read() !== before) return resolve(performance.now() - began)
    if (performance.now() - began > 3000) return resolve(null)
    requestAnimationFrame(look)
  }
  window.addEventListener('keydown', () => requestAnimationFrame(look), { once: true, capture: true })
})
"""


def write(line: str) -> None:
    sys.stdout.write(line + "\n")


def count_messages(page: Page) -> list[str]:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: sent.append("")))
    return sent


def measure_ours(page: Page, address: str) -> None:
    sent = count_messages(page)
    open_at(page, f"{address}/threshold-lab?lab_votes_of=2007")
    thumb = slider(page)
    thumb.evaluate(WATCH)
    box = thumb.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 7 / 15, middle)
    page.mouse.down()
    before = len(sent)
    for move in range(MOVES):
        share = (move % 20) / 20 if (move // 20) % 2 == 0 else 1 - (move % 20) / 20
        page.mouse.move(box["x"] + box["width"] * (0.02 + 0.45 * share), middle)
        page.wait_for_timeout(25)
    during = len(sent) - before
    page.mouse.up()
    page.wait_for_timeout(600)
    write(f"ours, drag of {MOVES} moves: {during} messages while dragging, {len(sent) - before - during} after release")
    write(f"ours, drag to repainted seats:       {summary(page.evaluate('window.__times'))}")
    wait_for_run(page)
    page.evaluate("window.__times = []")
    thumb.focus()
    for key in range(KEYS):
        page.keyboard.press("PageDown" if (key // 5) % 2 == 0 else "PageUp")
        page.wait_for_timeout(40)
    write(f"ours, key press to repainted seats:  {summary(page.evaluate('window.__times'))}")


def measure_theirs(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#seats").wait_for()
    page.wait_for_timeout(1500)
    thumb = page.get_by_role("slider")
    thumb.focus()
    times = []
    for key in range(KEYS):
        # st.slider moves by one step of 0.01 a key; the jump over a cliff is set by Home and End.
        name = "Home" if key % 2 == 0 else "End"
        waiting = page.evaluate_handle(f"() => {{ window.__wait = ({PRESS_AND_WAIT})('{name}'); return null }}")
        page.keyboard.press(name)
        waited = page.evaluate("() => window.__wait")
        waiting.dispose()
        if waited is not None:
            times.append(waited)
        page.wait_for_timeout(120)
    write(f"st.slider in a fragment, key press:  {summary(times)}")


def main() -> None:
    path = find_chromium()
    if path is None:
        sys.exit("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        with running_app() as address:
            measure_ours(browser.new_page(viewport={"width": 1280, "height": 900}), address)
        with running_app(HERE / "st_slider_app.py", PYTHONPATH=str(HERE.parents[1])) as address:
            measure_theirs(browser.new_page(viewport={"width": 1280, "height": 900}), address)
        browser.close()


if __name__ == "__main__":
    main()
