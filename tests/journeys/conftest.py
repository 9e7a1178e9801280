"""Fixtures for journeys: one server and one Chromium a worker, one browser context a test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    StorageState,
    expect,
    sync_playwright,
)

from tests.journeys.api import Api
from tests.journeys.server import Server
from tests.journeys.watch import Watch

# Chromium without its windows: the same pages and scripts in two thirds of the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
# A browser that keeps to itself, so that every request seen is a page's.
_QUIET = (
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
_TIMEOUT = 30_000
"""Milliseconds until something that does not come fails the test."""
expect.set_options(timeout=_TIMEOUT)

OpenBrowser = Callable[..., BrowserContext]


# Playwright keeps an event loop running in this thread, in which Flask's own tests would not work; so it goes
# as soon as a worker turns to a test that is not a journey.
@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """What drives the browser."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium."""
    assert CHROMIUM, "Neither chromium-headless-shell nor chromium is on the PATH: bash scripts/setup.sh test"
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_QUIET)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def worker_server(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Server]:
    """The server of this worker."""
    server = Server(tmp_path_factory.mktemp("served") / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(worker_server: Server) -> Iterator[Server]:
    """The server, running; a test may kill it and start it again."""
    yield worker_server
    if not worker_server.running:
        worker_server.start()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server that was never started before."""
    server = Server(tmp_path / "data")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def session_state(browser: Browser, worker_server: Server) -> StorageState:
    """The cookie of somebody who came in by the start link; it outlives restarts of the server."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{worker_server.address}/start")
    page.get_by_label("The start link").fill(worker_server.start_link)
    page.get_by_role("button", name="Enter").click()
    page.wait_for_url(f"{worker_server.address}/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def open_browser(browser: Browser, server: Server, session_state: StorageState) -> Iterator[OpenBrowser]:
    """Opens browser contexts, signed in unless told otherwise; what is noted in them fails the test."""
    opened: list[tuple[BrowserContext, Watch]] = []
    kills = server.kills

    def open_context(*, signed_in: bool = True, server: Server = server, **options: Any) -> BrowserContext:
        state = session_state if signed_in else None
        # Smooth scrolling would keep every click waiting.
        calm = {"base_url": server.address, "storage_state": state, "reduced_motion": "reduce"}
        context = browser.new_context(**calm | options)
        context.set_default_timeout(_TIMEOUT)
        scripts = options.get("java_script_enabled", True)
        opened.append((context, Watch(context, server.address, scripts=scripts)))
        return context

    yield open_context
    for context, _ in opened:
        context.close()
    killed = server.kills > kills
    assert [trouble for _, watch in opened for trouble in watch.troubles(server_was_gone=killed)] == []


@pytest.fixture
def page(open_browser: OpenBrowser) -> Page:
    """A page of somebody signed in."""
    return open_browser().new_page()


@pytest.fixture
def plain(open_browser: OpenBrowser) -> Page:
    """A page of somebody signed in, in a browser that runs no scripts."""
    return open_browser(java_script_enabled=False).new_page()


@pytest.fixture(scope="package")
def api(playwright: Playwright, worker_server: Server, session_state: StorageState) -> Iterator[Api]:
    """The API, used with the cookie of somebody signed in."""
    request = playwright.request.new_context(base_url=worker_server.address, storage_state=session_state)
    yield Api(request)
    request.dispose()
