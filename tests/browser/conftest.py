import os
import re

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.reading import PATIENCE, open_at
from tests.browser.server import CHROMIUM_FLAGS, failures_in, find_chromium, running_app

HARMLESS_404 = re.compile(r"/(_stcore/health|_stcore/host-config)$")
PATIENCE_MS = 1000 * PATIENCE
expect.set_options(timeout=PATIENCE_MS)


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    path = find_chromium()
    if path is None:
        message = "no chromium on this machine: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def atlas_log(tmp_path_factory):
    return tmp_path_factory.mktemp("atlas") / "server.log"


@pytest.fixture(scope="session")
def atlas_server(chromium, atlas_log):
    with running_app(log=atlas_log) as address:
        yield address


@pytest.fixture
def atlas_url(atlas_server, atlas_log):
    """The app with the real data; at the end of a test its log may hold no new traceback."""
    before = atlas_log.stat().st_size
    yield atlas_server
    assert failures_in(atlas_log, since=before) == ""


@pytest.fixture
def new_page(chromium):
    """Opens pages in contexts of their own; at the end no page may have logged an error, failed a request or called outside."""
    contexts, problems = [], []

    def open_page(width=1280, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return watched(context.new_page(), problems)

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="session")
def opened_views(chromium, atlas_server):
    """Every view once for all tests that only look: page and problems by path."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    views = {}

    def open_once(path):
        if path not in views:
            problems = []
            views[path] = watched(context.new_page(), problems), problems
            open_at(views[path][0], f"{atlas_server}/{path}")
        return views[path]

    yield open_once
    context.close()


@pytest.fixture
def view(opened_views, atlas_url):
    """A view that tests share; what it logs or requests fails the test that made it do so."""
    shared = []

    def open_view(path):
        shared.append(opened_views(path))
        return shared[-1][0]

    yield open_view
    for page, problems in shared:
        found = list(problems)
        problems.clear()
        page.emulate_media(color_scheme="light")
        assert found == []


def watched(page, problems):
    page.on("pageerror", lambda error: problems.append(f"exception: {error}"))
    page.on("console", lambda message: problems.append(f"console: {message.text}") if is_error(message) else None)
    page.on("request", lambda request: problems.append(f"outside: {request.url}") if is_outside(request.url) else None)
    page.on("websocket", lambda socket: problems.append(f"outside: {socket.url}") if is_outside(socket.url) else None)
    return page


def is_error(message):
    harmless = "404" in message.text and HARMLESS_404.search(message.location.get("url", ""))
    return message.type == "error" and not harmless


def is_outside(url):
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:"))
