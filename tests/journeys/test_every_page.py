"""Every page in every state: no violation that axe finds, by day and night; nothing is cut off on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.looking import DESK, look_over
from tests.journeys.questions import (
    control,
    open_questions,
    option,
    row_name,
    save,
    section,
)
from tests.journeys.server import Server
from wizard.worksheet.answers import Answers
from wizard.worksheet.loading import load_guide, load_worksheet

PAGES = tuple(load_worksheet().pages)
INSIDE = ("", "/rename", "/delete", "/review", "/charter", *(f"/{page}" for page in PAGES))
OUTSIDE = ("/", "/new", "/import", "/start", "/guide", "/guide/worksheet", "/nothing-here")

# A word that no line is long enough for, as people paste addresses.
LONG_WORD = "https://" + "example-of-a-long-address-" * 8
UNKNOWN = {"owner": LONG_WORD, "by": "2027-03-01", "note": LONG_WORD}


@pytest.fixture(scope="package")
def blank(api: Api) -> str:
    """A charter with nothing but a title and a currency, to be looked at."""
    return api.make()


@pytest.fixture(scope="package")
def finished(api: Api) -> str:
    """A charter that is ready to sign, to be looked at."""
    return api.make(example("credit-card-fraud"))


@pytest.mark.parametrize("address", OUTSIDE)
def test_pages_outside_of_charters(page: Page, finished: str, address: str) -> None:
    page.goto(address)
    assert look_over(page) == []


@pytest.mark.parametrize("topic", load_guide())
def test_topics_of_the_guide(page: Page, topic: str) -> None:
    page.goto(f"/guide/{topic}")
    assert look_over(page) == []


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_a_blank_charter(page: Page, blank: str, address: str) -> None:
    page.goto(f"/charters/{blank}{address}")
    assert look_over(page) == []


@pytest.mark.parametrize("address", INSIDE)
def test_pages_of_a_finished_charter(page: Page, finished: str, address: str) -> None:
    page.goto(f"/charters/{finished}{address}")
    assert look_over(page) == []


@pytest.mark.parametrize("address", ["project", "measures", "responsible"])
def test_rows_that_are_folded_into_lines(page: Page, finished: str, address: str) -> None:
    page.goto(f"/charters/{finished}/{address}")
    assert look_over(page, unfolded=False) == []


# Style by script is what the policy allows; the same in the page would not work.
_SPOIL = """() => {
  const main = document.querySelector("main");
  const picture = document.querySelector("link[rel=icon]").href;
  const html = `<img src="${picture}"><p>Faint</p><button>a</button><button>b</button>`;
  main.insertAdjacentHTML("beforeend", html);
  main.querySelector("p:last-of-type").style.color = "#777";
  main.querySelector("p:last-of-type").style.width = "400px";
  for (const button of main.querySelectorAll("button")) button.style = "all: unset; width: 9px; height: 9px";
}"""


def test_looking_finds_what_is_wrong(page: Page) -> None:
    page.goto("/new")
    page.evaluate(_SPOIL)
    found = "\n".join(look_over(page))
    for trouble in ("image-alt: ", "by night: color-contrast: ", "target-size: ", "too wide: <p"):
        assert trouble in found


def test_a_home_page_without_charters(open_browser: OpenBrowser, fresh_server: Server) -> None:
    page = open_browser(signed_in=False, server=fresh_server).new_page()
    page.goto(fresh_server.start_link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Before anyone trains a model")
    assert look_over(page) == []


@pytest.mark.parametrize("address", ["/new", "/charters/{}/rename", "/import"])
def test_forms_with_errors(page: Page, blank: str, address: str) -> None:
    page.goto(address.format(blank))
    for box in page.locator("main input[type=text]").all():
        box.fill("")
    with page.expect_navigation():
        page.locator("main form .btn").first.click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert look_over(page) == []


def test_a_page_with_errors_of_every_kind(plain: Page, open_browser: OpenBrowser, api: Api) -> None:
    charter_id = api.make()
    page = open_browser().new_page()
    open_questions(page, charter_id, "project")
    row = row_name(page, "project.people", 0)
    control(page, f"{row}/hours_a_week").fill("a few")
    control(page, "project.decision_date").fill(LONG_WORD)
    section(page, "project.summary").get_by_text("Not known yet?").click()
    control(page, "project.summary/@by").fill("soon")
    expect(page.locator(".error-text")).to_have_count(3)
    assert look_over(page) == []
    page.set_viewport_size(DESK)
    save(page)
    expect(page.get_by_role("alert")).to_be_focused()
    assert look_over(page) == []


def test_a_page_with_conflicts(open_browser: OpenBrowser, api: Api) -> None:
    charter_id = api.make()
    page = open_browser().new_page()
    open_questions(page, charter_id, "task")
    for cell, value in (("task.prediction/unit", LONG_WORD), ("task.output", "number")):
        api.edit(charter_id, "set", cell, value=value)
    control(page, "task.prediction/unit").fill("each train")
    option(page, "task.output", "category").check()
    expect(page.locator(".conflict")).to_have_count(2)
    assert look_over(page) == []
    page.set_viewport_size(DESK)
    save(page)
    expect(page.get_by_label("Keep mine, below")).to_have_count(2)
    assert look_over(page) == []


def test_a_page_with_a_removed_row_and_a_text_that_was_left_over(page: Page, api: Api) -> None:
    rows = [{"_id": f"r{number}", "measure": LONG_WORD} for number in range(2)]
    charter_id = api.make(Answers("Fewer missed trains", "EUR", {"problem.size": rows}))
    open_questions(page, charter_id, "problem")
    section(page, "problem.size").get_by_role("button", name="Remove row 1").click()
    api.edit(charter_id, "set", "problem.statement", value="Theirs")
    control(page, "problem.statement").fill(LONG_WORD)
    expect(page.locator(".conflict")).to_be_visible()
    assert look_over(page) == []
    open_questions(page, charter_id, "outcome")
    expect(page.get_by_text("You wrote this, and it is not saved")).to_be_visible()
    assert look_over(page) == []


def test_pages_that_say_what_is_not_known_yet_in_long_words(page: Page, api: Api) -> None:
    answers = Answers(LONG_WORD[:200], "EUR", {"problem.statement": LONG_WORD}, {"problem.size": UNKNOWN})
    charter_id = api.make(answers)
    for address in (
        "/",
        *(f"/charters/{charter_id}{part}" for part in ("", "/problem", "/review", "/charter")),
    ):
        page.goto(address)
        assert look_over(page) == [], address
        page.set_viewport_size(DESK)
