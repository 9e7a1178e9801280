"""Charters as a whole: made, found, renamed, opened from an example, brought back from a PDF, deleted."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories import EXAMPLES, example, example_file
from tests.journeys.api import Api, without_ids
from tests.journeys.conftest import OpenBrowser
from wizard.worksheet.document import document_of
from wizard.worksheet.model import Worksheet


def charter_id_of(page: Page) -> str:
    """The id of the charter whose own page is open."""
    page.wait_for_url(re.compile("/charters/[^/]+$"))
    return page.url.rpartition("/")[2]


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def browser_page(open_browser: OpenBrowser, request: pytest.FixtureRequest) -> Page:
    """A page of somebody signed in, with and without scripts."""
    return open_browser(java_script_enabled=request.param).new_page()


def test_the_pdf_of_a_charter_becomes_the_charter_again(
    browser_page: Page, api: Api, worksheet: Worksheet
) -> None:
    answers = example("credit-card-fraud")
    page = browser_page
    page.goto(f"/charters/{api.make(answers)}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PDF").click()
    page.goto("/")
    file = page.get_by_label("The PDF or the JSON of a charter")
    file.set_input_files(
        {"name": "c.pdf", "mimeType": "application/pdf", "buffer": content(download.value.path())}
    )
    page.get_by_role("button", name="Import").click()
    brought_back = charter_id_of(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(answers.title)
    assert api.answers(brought_back) == without_ids(document_of(worksheet, answers)["answers"])


def content(file: Path) -> bytes:
    """The bytes of a downloaded file."""
    return file.read_bytes()


def test_a_dropped_file_is_imported(page: Page, api: Api) -> None:
    page.goto("/import")
    expect(page.get_by_text("Or drop the file anywhere on this page.")).to_be_visible()
    transfer = page.evaluate_handle(
        """(text) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], "charter.json", { type: "application/json" }));
          return transfer;
        }""",
        example_file("playlist-promotion").read_text(),
    )
    page.dispatch_event("main", "drop", {"dataTransfer": transfer})
    assert api.document(charter_id_of(page))["title"] == example("playlist-promotion").title


def test_a_file_that_is_no_charter_is_explained_and_nothing_is_made(page: Page) -> None:
    page.goto("/")
    file = page.get_by_label("The PDF or the JSON of a charter")
    file.set_input_files({"name": "c.json", "mimeType": "application/json", "buffer": b'{"format": 1}'})
    page.get_by_role("button", name="Import").click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("format")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_opens_as_a_copy(page: Page, api: Api, worksheet: Worksheet, name: str) -> None:
    answers = example(name)
    page.goto("/")
    page.get_by_role("button", name=answers.title).click()
    copy = charter_id_of(page)
    expect(page.get_by_text("This is your own copy of the example")).to_be_visible()
    assert api.answers(copy) == without_ids(document_of(worksheet, answers)["answers"])


def test_a_charter_is_renamed(browser_page: Page, api: Api) -> None:
    page = browser_page
    charter_id = api.make(title="Fewer trains")
    page.goto(f"/charters/{charter_id}")
    page.get_by_role("link", name="Title, currency, numbers").click()
    page.get_by_label("Title").fill("Fewer late trains")
    page.get_by_label("Currency").fill("chf")
    page.get_by_role("button", name="Save").click()
    assert charter_id_of(page) == charter_id
    expect(page.get_by_role("heading", level=1)).to_have_text("Fewer late trains")
    document = api.document(charter_id)
    assert (document["title"], document["currency"]) == ("Fewer late trains", "CHF")


def test_a_charter_is_deleted_only_when_one_says_so_twice(browser_page: Page, api: Api) -> None:
    page = browser_page
    charter_id = api.make(title="Fewer trains, soon gone")
    page.goto(f"/charters/{charter_id}")
    page.get_by_role("link", name="Delete this charter").click()
    page.get_by_role("link", name="Keep it").click()
    assert charter_id_of(page) == charter_id
    page.get_by_role("link", name="Delete this charter").click()
    page.get_by_role("button", name="Delete this charter").click()
    expect(page.get_by_text("The charter is in the bin.")).to_be_visible()
    expect(page.locator(f'a[href="/charters/{charter_id}"]')).to_have_count(0)
    page.goto(f"/charters/{charter_id}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.goto("/deleted")
    page.get_by_role("button", name="Put back Fewer trains, soon gone").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fewer trains, soon gone")


@pytest.mark.parametrize(("name", "opening"), [("HTML", b"<!DOCTYPE html>"), ("JSON", b"{")])
def test_the_other_formats_are_downloaded(page: Page, api: Api, name: str, opening: bytes) -> None:
    page.goto(f"/charters/{api.make()}")
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    assert content(download.value.path()).startswith(opening)
    assert download.value.suggested_filename == f"Fewer-missed-trains.{name.lower()}"


def test_a_downloaded_page_stands_on_its_own(
    open_browser: OpenBrowser, api: Api, page: Page, tmp_path: Path
) -> None:
    page.goto(f"/charters/{api.make(example('credit-card-fraud'))}")
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    download.value.save_as(tmp_path / "charter.html")
    reader = open_browser(signed_in=False, offline=True).new_page()
    reader.goto((tmp_path / "charter.html").as_uri())
    expect(reader.get_by_role("heading", level=1)).to_have_text(example("credit-card-fraud").title)
