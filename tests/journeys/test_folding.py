"""Rows of tables: a line each, which opens to be edited and folds again, and hides nothing that is wrong."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    place,
    row_line,
    row_name,
    save,
    section,
    wait_until_saved,
)
from tests.journeys.server import Server
from wizard.worksheet.answers import Answers

PEOPLE = "project.people"
DATE = "project.decision_date"
DESK = {"width": 1440, "height": 900}


@pytest.fixture
def charter_id(api: Api) -> str:
    """A charter with seven people."""
    return api.make(example("credit-card-fraud"))


def details(page: Page, row: str) -> Locator:
    """What is folded away of a row."""
    return page.locator(f'[data-record="{row}"] > details')


def expect_folded(page: Page, row: str) -> None:
    """Expect a row to be one line."""
    expect(details(page, row)).not_to_have_attribute("open", "")


def expect_open(page: Page, row: str) -> None:
    """Expect the fields of a row to be seen."""
    expect(details(page, row)).to_have_attribute("open", "")


def test_edit_opens_a_row_which_folds_into_what_was_written_once_one_goes_on(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "project")
    row = row_name(page, PEOPLE, 1)
    row_line(page, row).click()
    expect(control(page, f"{row}/role")).to_be_focused()
    control(page, f"{row}/hours_a_week").fill("7,5")
    control(page, f"{row}/accountable").select_option("")
    expect_open(page, row)
    control(page, DATE).focus()
    expect_folded(page, row)
    expect(row_line(page, row)).to_contain_text(
        "Decision owner · Head of payments risk · signs off · 7.5 h a week"
    )
    assert api.answers(charter_id)[PEOPLE][1]["hours_a_week"] == 7.5


@pytest.mark.parametrize("by", ["Done", "Escape"])
def test_one_says_that_one_is_done_with_a_row(page: Page, charter_id: str, by: str) -> None:
    open_questions(page, charter_id, "project")
    row = row_name(page, PEOPLE, 2)
    row_line(page, row).click()
    control(page, f"{row}/name").fill("Data office")
    if by == "Done":
        row_line(page, row).get_by_text("Done").click()
    else:
        page.keyboard.press("Escape")
    expect_folded(page, row)
    expect(row_line(page, row)).to_contain_text("Data owner · Data office · 8 h a week")
    expect(row_line(page, row)).to_be_focused()


def test_what_folds_above_moves_nothing_from_under_ones_hands(page: Page, charter_id: str) -> None:
    page.set_viewport_size(DESK)
    open_questions(page, charter_id, "project")
    row = row_name(page, PEOPLE, 4)
    row_line(page, row).click()
    control(page, f"{row}/hours_a_week").fill("9")
    # The date is on screen, with room above and below to keep it there.
    control(page, DATE).evaluate("(field) => window.scrollBy(0, field.getBoundingClientRect().top - 740)")
    before = control(page, DATE).bounding_box()
    control(page, DATE).click()
    expect_folded(page, row)
    after = control(page, DATE).bounding_box()
    assert before
    assert after
    # The row was 300 high; a note that comes or goes is a few.
    assert abs(after["y"] - before["y"]) < 4


def test_a_row_stays_open_where_something_is_wrong(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    row = row_name(page, PEOPLE, 0)
    row_line(page, row).click()
    control(page, f"{row}/hours_a_week").fill("a few")
    control(page, DATE).focus()
    expect(place(page, f"{row}/hours_a_week").get_by_text("must be a number")).to_be_visible()
    row_line(page, row).get_by_text("Done").click()
    expect(control(page, f"{row}/hours_a_week")).to_be_focused()
    expect_open(page, row)
    save(page)
    expect_open(page, row)
    expect_folded(page, row_name(page, PEOPLE, 1))


def test_a_row_that_could_not_be_saved_stays_open_until_it_is(
    page: Page, server: Server, charter_id: str
) -> None:
    open_questions(page, charter_id, "project")
    row = row_name(page, PEOPLE, 0)
    row_line(page, row).click()
    server.kill()
    control(page, f"{row}/name").fill("Chief of all")
    control(page, DATE).focus()
    expect(page.get_by_text("Not saved: ").first).to_be_attached()
    expect_open(page, row)
    server.start()
    wait_until_saved(page)
    expect_folded(page, row)
    expect(row_line(page, row)).to_contain_text("Chief of all")


def test_a_row_that_is_added_stays_open_while_it_says_nothing(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    section(page, PEOPLE).get_by_role("button", name="Add a row").click()
    row = row_name(page, PEOPLE, 7)
    control(page, DATE).focus()
    expect_open(page, row)
    control(page, f"{row}/name").fill("Works council")
    control(page, f"{row}/role").select_option("other")
    control(page, DATE).focus()
    expect_folded(page, row)


def test_a_link_to_a_field_opens_its_row(page: Page, plain: Page, charter_id: str) -> None:
    for browser in (page, plain):
        open_plain(browser, charter_id, f"project#{PEOPLE}/r3/hours_a_week")
        expect(control(browser, f"{PEOPLE}/r3/hours_a_week")).to_be_visible()
        expect_folded(browser, f"{PEOPLE}/r4")


def test_a_link_to_a_row_opens_it(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, f"project#{PEOPLE}/r3")
    expect(control(page, f"{PEOPLE}/r3/hours_a_week")).to_be_visible()


def test_without_scripts_a_row_is_opened_edited_and_saved(plain: Page, api: Api, charter_id: str) -> None:
    open_plain(plain, charter_id, "project")
    row_line(plain, f"{PEOPLE}/r2").click()
    control(plain, f"{PEOPLE}/r2/hours_a_week").fill("7")
    row_line(plain, f"{PEOPLE}/r2").click()
    save(plain)
    assert api.answers(charter_id)[PEOPLE][1]["hours_a_week"] == 7


def test_in_the_first_pass_a_row_opens_its_minor_columns_when_one_wants_them(
    page: Page, plain: Page, api: Api
) -> None:
    charter_id = api.make(Answers("Fewer missed trains", "EUR", scope="essential"))
    for browser in (page, plain):
        open_plain(browser, charter_id, "project")
        hours = f"{row_name(browser, PEOPLE, 0)}/hours_a_week"
        expect(control(browser, f"{row_name(browser, PEOPLE, 0)}/name")).to_be_visible()
        expect(control(browser, hours)).to_be_hidden()
        section(browser, PEOPLE).get_by_text("More about this").click()
        expect(control(browser, hours)).to_be_visible()
    control(plain, hours).fill("4")
    save(plain)
    assert api.answers(charter_id)[PEOPLE] == [{"hours_a_week": 4}]
    open_plain(plain, charter_id, "project")
    expect(control(plain, f"{row_name(plain, PEOPLE, 0)}/hours_a_week")).to_be_visible()


def test_paper_shows_every_field(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    page.emulate_media(media="print")
    expect(control(page, f"{PEOPLE}/r3/hours_a_week")).to_be_visible()
    expect(row_line(page, f"{PEOPLE}/r3").get_by_text("Edit")).to_be_hidden()
    expect(row_line(page, f"{PEOPLE}/r3").get_by_text("Row 3")).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "most"), [("measures", 4_000), ("project", 2_200), ("responsible", 4_800), ("plan", 2_800)]
)
def test_pages_are_short(page: Page, charter_id: str, asked: str, most: int) -> None:
    page.set_viewport_size(DESK)
    open_questions(page, charter_id, asked)
    assert page.evaluate("document.documentElement.scrollHeight") <= most
