"""Numbers as people type them: read as the charter writes them, asked about where they have two meanings."""

from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import control, open_plain, open_questions, wait_until_saved
from wizard.worksheet.answers import Answers

MEASURES = "problem.measures"
SIZE = "problem.size"


def charter_with(api: Api, table: str, numbers: str = "") -> str:
    """Make a charter with one row in `table`."""
    values = {table: [{"_id": "r1", "measure": "late trains"}]}
    return api.make(Answers("Fewer missed trains", "EUR", values, numbers=numbers))


def test_a_target_is_read_anew_at_once_when_its_kind_is_said(page: Page, api: Api) -> None:
    charter_id = charter_with(api, MEASURES)
    open_questions(page, charter_id, "outcome")
    control(page, f"{MEASURES}/r1/target").fill("-40 %")
    wait_until_saved(page)
    assert api.answers(charter_id)[MEASURES][0]["target"] == -40
    kind = page.locator(f'[id="{MEASURES}/r1/target_kind"]')
    kind.focus()
    kind.select_option("relative")
    wait_until_saved(page)
    expect(control(page, f"{MEASURES}/r1/target")).to_have_value("-40%")
    assert api.answers(charter_id)[MEASURES][0]["target"] == -0.4


def test_a_number_with_two_meanings_is_asked_about_and_put_right_with_one_press(page: Page, api: Api) -> None:
    charter_id = charter_with(api, SIZE)
    open_questions(page, charter_id, "problem")
    field = control(page, f"{SIZE}/r1/value")
    field.fill("1.250")
    page.get_by_text("Read as 1.25").wait_for()
    expect(field).to_have_attribute("aria-describedby", f"{SIZE}/r1/value-doubt")
    page.get_by_role("button", name="1,250 was meant?").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("1,250")
    wait_until_saved(page)
    assert api.answers(charter_id)[SIZE][0]["value"] == 1250
    expect(page.get_by_text("Read as")).to_have_count(0)


def test_a_charter_in_the_german_way_asks_nothing_of_germans(page: Page, api: Api) -> None:
    charter_id = charter_with(api, SIZE, numbers="1.234,5")
    open_questions(page, charter_id, "problem")
    field = control(page, f"{SIZE}/r1/value")
    field.fill("33.000,50")
    field.press("Tab")
    wait_until_saved(page)
    expect(field).to_have_value("33.000,5")
    expect(page.get_by_text("Read as")).to_have_count(0)
    page.reload()
    expect(control(page, f"{SIZE}/r1/value")).to_have_value("33.000,5")


def test_without_scripts_the_page_comes_back_with_the_question(plain: Page, api: Api) -> None:
    charter_id = charter_with(api, SIZE)
    open_plain(plain, charter_id, "problem")
    control(plain, f"{SIZE}/r1/value").fill("1.250")
    plain.get_by_role("button", name="Save and continue").click()
    plain.get_by_role("button", name="1,250 was meant?").click()
    assert api.answers(charter_id)[SIZE][0]["value"] == 1250
