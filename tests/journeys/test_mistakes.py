"""What cannot be taken is said where it stands, and stays as it was typed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    note,
    open_plain,
    open_questions,
    place,
    row_name,
    save,
    wait_until_saved,
)
from wizard.worksheet.text import LONGEST

DATE, LONG = "project.decision_date", "problem.statement"
NOT_A_DATE = "Decision date must be a real date, like 30 June 2027"
NOT_A_NUMBER = "Hours a week in row 1, Head of operations: must be a number, like 4"
TOO_LONG = f"The problem must be 20,000 characters or fewer; it has {LONGEST + 1:,}"
LONG_TEXT = "a" * (LONGEST + 1)


def expect_error(page: Page, cell: str, text: str) -> None:
    """Expect an error at a field, for eyes and ears."""
    expect(place(page, cell).get_by_text(text)).to_be_visible()
    expect(control(page, cell)).to_have_attribute("aria-invalid", "true")
    expect(control(page, cell)).to_have_accessible_description(re.compile(re.escape(text)))


def expect_summary(page: Page, cell: str, text: str) -> None:
    """Expect the page to lead from its title by the summary, which has the focus, to the field."""
    expect(page).to_have_title(re.compile("^Error: "))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("There is a problem")
    summary.get_by_role("link", name=text).click()
    expect(control(page, cell)).to_be_focused()
    expect_error(page, cell, text)


def test_a_date_that_is_none_is_explained_while_one_writes(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    control(page, DATE).fill("31 June 2027")
    expect_error(page, DATE, NOT_A_DATE)
    expect(control(page, DATE)).to_have_value("31 June 2027")
    expect(note(page)).to_have_text("1 answer needs a look")
    page.get_by_role("link", name="Go to the first").click()
    expect(control(page, DATE)).to_be_focused()

    control(page, DATE).fill("30 jun 2027")
    wait_until_saved(page)
    expect(place(page, DATE).get_by_text(NOT_A_DATE)).to_have_count(0)
    control(page, DATE).blur()
    expect(control(page, DATE)).to_have_value("30 June 2027")
    assert api.answers(charter_id) == {DATE: "2027-06-30"}


def test_a_mistake_does_not_keep_the_rest_from_being_saved(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    row = row_name(page, "project.people", 0)
    control(page, f"{row}/name").fill("Head of operations")
    control(page, f"{row}/hours_a_week").fill("a few")
    control(page, DATE).fill("2027-06-30")
    expect_error(page, f"{row}/hours_a_week", NOT_A_NUMBER)
    save(page)
    expect_summary(page, f"{row}/hours_a_week", NOT_A_NUMBER)
    expect(control(page, f"{row}/hours_a_week")).to_have_value("a few")
    assert api.answers(charter_id) == {DATE: "2027-06-30", "project.people": [{"name": "Head of operations"}]}

    control(page, f"{row}/hours_a_week").fill("6,5")
    save(page)
    expect(page).to_have_url(re.compile("/problem$"))
    assert api.answers(charter_id)["project.people"] == [{"name": "Head of operations", "hours_a_week": 6.5}]


def test_without_scripts_the_page_comes_back_with_what_was_typed(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "project")
    row = row_name(plain, "project.people", 0)
    control(plain, f"{row}/name").fill("Head of operations")
    control(plain, f"{row}/hours_a_week").fill("a few")
    control(plain, DATE).fill("31 June 2027")
    save(plain)
    expect_summary(plain, DATE, NOT_A_DATE)
    expect(control(plain, DATE)).to_have_value("31 June 2027")
    expect_error(plain, f"{row}/hours_a_week", NOT_A_NUMBER)
    expect(control(plain, f"{row}/hours_a_week")).to_have_value("a few")
    assert api.answers(charter_id) == {"project.people": [{"name": "Head of operations"}]}


def test_a_text_that_is_too_long_stays_and_its_count_is_told(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, LONG).fill(LONG_TEXT)
    expect(place(page, LONG).get_by_text("1 character too many")).to_be_visible()
    expect_error(page, LONG, TOO_LONG)
    save(page)
    expect_summary(page, LONG, TOO_LONG)
    expect(control(page, LONG)).to_have_value(LONG_TEXT)
    assert api.answers(charter_id) == {}

    control(page, LONG).fill(LONG_TEXT[1:])
    wait_until_saved(page)
    assert api.answers(charter_id) == {LONG: LONG_TEXT[1:]}


def test_without_scripts_a_text_that_is_too_long_stays(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "problem")
    control(plain, LONG).fill(LONG_TEXT)
    save(plain)
    expect_summary(plain, LONG, TOO_LONG)
    expect(control(plain, LONG)).to_have_value(LONG_TEXT)
    assert api.answers(charter_id) == {}


def test_an_unknown_needs_its_owner_and_date(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "problem")
    plain.get_by_text("Not known yet? The problem").click()
    plain.get_by_role("group", name="Not known yet: The problem").get_by_label("Known by").fill(
        "1 March 2027"
    )
    save(plain)
    expect_summary(plain, f"{LONG}/@owner", "Enter who will find out")
    control(plain, f"{LONG}/@owner").fill("Head of operations")
    save(plain)
    unknown = {LONG: {"owner": "Head of operations", "by": "2027-03-01"}}
    assert api.document(charter_id)["unknown"] == unknown


@pytest.mark.parametrize("address", ["/new", "/charters/{}/rename"])
def test_a_charter_needs_a_title(page: Page, api: Api, address: str) -> None:
    page.goto(address.format(api.make()))
    page.get_by_label("Title").fill(" ")
    page.get_by_label("Currency").fill("Euros")
    with page.expect_navigation():
        page.locator("main form .btn").first.click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Enter the title")
    expect(page.get_by_label("Currency")).to_have_value("Euros")
    page.get_by_role("alert").get_by_role("link", name="Enter the title").click()
    expect(page.get_by_label("Title")).to_be_focused()


def test_a_wrong_start_code_is_explained(page: Page) -> None:
    page.goto("/start#not-the-code")
    expect(page).to_have_title("Error: Open the start link – Groundwork")
    expect(page.get_by_role("alert")).to_be_focused()
    assert "not-the-code" not in page.url
