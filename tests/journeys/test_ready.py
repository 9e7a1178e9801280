"""The PDF is there before the click; asked for earlier, it comes when it is ready."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.clock import today
from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.questions import control, open_questions, wait_until_saved
from tests.journeys.server import Server
from tests.printing import body_text
from tests.processes import at_work, forkservers, is_gone
from tests.waiting import wait_until
from wizard.exports.formats import Edition
from wizard.exports.orders import order_of
from wizard.views.printing import FOLDER
from wizard.worksheet.document import answers_from_json
from wizard.worksheet.loading import load_worksheet

EXAMPLE = example("perishables-demand")
PATIENCE = 60


def kept(server: Server, api: Api, charter_id: str) -> Path:
    """Where the PDF of a charter as it stands is kept once it is made."""
    document = api.document(charter_id)
    revision = document.pop("revision")
    del document["id"]
    answers = answers_from_json(load_worksheet(), document)
    edition = Edition(load_worksheet(), answers, today(), revision)
    return server.folder / FOLDER / f"{charter_id}.{order_of(charter_id, 'pdf', edition).key}"


def files_of(server: Server, charter_id: str) -> dict[str, int]:
    """The kept files of a charter, and when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in (server.folder / FOLDER).glob(f"{charter_id}.*")}


@contextmanager
def held_up(server: Server) -> Iterator[None]:
    """Have nothing become ready for a while."""
    wait_until(lambda: bool(forkservers(server.pid)), PATIENCE)
    [forkserver] = forkservers(server.pid)
    os.kill(forkserver, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(forkserver, signal.SIGCONT)


def test_after_a_pause_the_click_finds_it_ready(page: Page, server: Server, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, "problem.statement").fill("Trains leave late on one morning in five.")
    wait_until_saved(page)
    ready = kept(server, api, charter_id)
    wait_until(ready.exists, PATIENCE)
    before = files_of(server, charter_id)
    page.goto(f"/charters/{charter_id}/charter")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PDF").click()
    pdf = download.value.path().read_bytes()
    assert "Trains leave late on one morning in five." in " ".join(body_text(pdf).split())
    assert files_of(server, charter_id) == before, "it was made again at the click"
    assert ready.read_bytes().endswith(pdf)
    expect(page.get_by_role("link", name="Download PDF")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_asked_for_too_early_it_comes_when_it_is_ready(
    scripts: bool, page: Page, plain: Page, server: Server, api: Api
) -> None:
    reader = page if scripts else plain
    # Another one, so that there is a process to hold up before this one can become ready.
    api.make()
    with reader.expect_download(timeout=PATIENCE * 1000) as download, held_up(server):
        charter_id = api.make(EXAMPLE)
        reader.goto(f"/charters/{charter_id}/charter")
        reader.get_by_role("link", name="Download PDF").click()
        expect(reader.get_by_role("heading", level=1)).to_have_text("Your PDF is being prepared")
        if scripts:
            reader.wait_for_timeout(150)
    assert download.value.suggested_filename.endswith(".pdf")
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Your PDF is ready")
    reader.get_by_role("link", name="Back to the charter").click()
    expect(reader.get_by_role("heading", level=1, name=EXAMPLE.title)).to_be_visible()
    assert len(files_of(server, charter_id)) == 1


def test_the_process_that_makes_it_is_killed_and_the_person_still_gets_it(
    plain: Page, server: Server, api: Api
) -> None:
    wait_until(kept(server, api, api.make()).exists, PATIENCE)
    with plain.expect_download(timeout=PATIENCE * 1000) as download:
        with held_up(server):
            charter_id = api.make(EXAMPLE)
            plain.goto(f"/charters/{charter_id}/charter")
            plain.get_by_role("link", name="Download PDF").click(no_wait_after=True)
        wait_until(lambda: bool(at_work(server.pid)), PATIENCE)
        os.kill(at_work(server.pid)[0], signal.SIGKILL)
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    assert list(files_of(server, charter_id)) == [kept(server, api, charter_id).name]


def test_several_charters_are_taken_along_at_once(plain: Page, api: Api) -> None:
    titles = ["Shorter queues", "Fewer returned parcels"]
    for title in titles:
        api.make(title=title)
    plain.goto("/")
    for title in titles:
        plain.get_by_label(f"Choose {title}").first.check()
    with plain.expect_download(timeout=PATIENCE * 1000) as download:
        plain.get_by_role("button", name="Download the chosen ones as ZIP").click()
    assert download.value.suggested_filename.endswith(".zip")


def test_the_server_takes_what_it_has_in_the_making_along_when_it_ends(
    fresh_server: Server, open_browser: object
) -> None:
    assert callable(open_browser)
    page = open_browser(server=fresh_server, signed_in=False).new_page()
    page.goto(fresh_server.start_link)
    page.get_by_role("button", name=EXAMPLE.title).click()
    wait_until(lambda: bool(at_work(fresh_server.pid)), PATIENCE)
    left = [*forkservers(fresh_server.pid), *at_work(fresh_server.pid)]
    fresh_server.stop()
    wait_until(lambda: all(map(is_gone, left)))


def test_a_second_page_asks_for_no_file_that_the_first_one_had(page: Page, api: Api) -> None:
    charter_id = api.make(EXAMPLE)
    page.goto(f"/charters/{charter_id}/outcome")
    page.wait_for_load_state("networkidle")
    page.goto(f"/charters/{charter_id}/problem")
    page.wait_for_load_state("networkidle")
    fetched = page.evaluate(
        "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/static/'))"
        ".filter((entry) => entry.transferSize > 0).map((entry) => entry.name)"
    )
    assert fetched == []
