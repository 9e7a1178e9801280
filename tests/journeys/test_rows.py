"""Rows of a table: added, removed, taken back, moved and pasted, with and without scripts."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    paste,
    row_name,
    rows,
    section,
    wait_until_saved,
)
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import MOST_ROWS

TABLE = "problem.size"
SIZES = ("late trains", "missed connections", "riders who wait")


@pytest.fixture
def charter_id(api: Api) -> str:
    """A charter with three sizes."""
    return with_sizes(api, SIZES)


def with_sizes(api: Api, measures: tuple[str, ...]) -> str:
    """Make a charter with a size for each measure."""
    stored = [{"_id": f"r{number}", "measure": measure} for number, measure in enumerate(measures, 1)]
    return api.make(Answers("Fewer missed trains", "EUR", {TABLE: stored}))


def stored(api: Api, charter_id: str) -> list[str]:
    """The measures that are stored, in order."""
    return [row.get("measure", "") for row in api.answers(charter_id).get(TABLE, [])]


def press(page: Page, name: str) -> None:
    """Press a button of the table."""
    section(page, TABLE).get_by_role("button", name=name).click()


def test_a_row_is_added_and_one_writes_on_in_it(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "problem")
    press(page, "Add a row")
    added = row_name(page, TABLE, 3)
    expect(control(page, f"{added}/measure")).to_be_focused()
    page.keyboard.type("claims")
    wait_until_saved(page)
    assert stored(api, charter_id) == [*SIZES, "claims"]


def test_a_removed_row_is_taken_back(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "problem")
    press(page, "Remove row 2")
    expect(rows(page, TABLE)).to_have_count(2)
    wait_until_saved(page)
    assert stored(api, charter_id) == [SIZES[0], SIZES[2]]
    between = rows(page, TABLE).first.locator("xpath=following-sibling::*[1]")
    expect(between).to_contain_text(f"Row 2, {SIZES[1]}, removed.")
    press(page, "Undo")
    expect(rows(page, TABLE)).to_have_count(3)
    expect(control(page, f"{row_name(page, TABLE, 1)}/measure")).to_have_value(SIZES[1])
    wait_until_saved(page)
    assert stored(api, charter_id) == list(SIZES)


def test_a_row_is_moved_with_the_keyboard_alone(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "problem")
    control(page, f"{row_name(page, TABLE, 2)}/source").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Move up row 3 of Size of the problem")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move up row 2 of Size of the problem")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Move down row 1 of Size of the problem")).to_be_focused()
    expect(control(page, f"{row_name(page, TABLE, 0)}/measure")).to_have_value(SIZES[2])
    wait_until_saved(page)
    assert stored(api, charter_id) == [SIZES[2], SIZES[0], SIZES[1]]


def test_a_block_of_a_spreadsheet_fills_the_rows_and_adds_those_it_needs(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "problem")
    control(page, f"{row_name(page, TABLE, 2)}/measure").focus()
    block = 'riders\t1,500\triders a day\r\n"late, or\tnever"\t12.5\ttrains\r\nclaims\t40\tclaims\r\n'
    paste(page, block)
    expect(rows(page, TABLE)).to_have_count(5)
    wait_until_saved(page)
    pasted = [
        {"measure": "riders", "value": 1500, "unit": "riders a day"},
        {"measure": "late, or never", "value": 12.5, "unit": "trains"},
        {"measure": "claims", "value": 40, "unit": "claims"},
    ]
    assert api.answers(charter_id)[TABLE] == [{"measure": SIZES[0]}, {"measure": SIZES[1]}, *pasted]


def test_a_full_table_takes_no_more_rows_and_says_so(page: Page, api: Api) -> None:
    charter_id = with_sizes(api, tuple(f"size {number}" for number in range(MOST_ROWS - 1)))
    open_questions(page, charter_id, "problem")
    press(page, "Add a row")
    expect(rows(page, TABLE)).to_have_count(MOST_ROWS)
    expect(section(page, TABLE).get_by_role("button", name="Add a row")).to_be_hidden()
    expect(section(page, TABLE).get_by_text("100 rows")).to_be_visible()


def test_what_is_pasted_beyond_the_last_row_is_counted(page: Page, api: Api) -> None:
    charter_id = with_sizes(api, tuple(f"size {number}" for number in range(MOST_ROWS - 1)))
    open_questions(page, charter_id, "problem")
    control(page, f"{row_name(page, TABLE, MOST_ROWS - 2)}/measure").focus()
    paste(page, "one\ntwo\nthree\nfour")
    expect(section(page, TABLE).get_by_role("status")).to_contain_text("2 cells pasted. 2 did not fit")
    left = section(page, TABLE).locator("[data-pasted] li")
    expect(left.nth(0)).to_contain_text("Row 101, What is counted: “three” – the table is full.")
    expect(left).to_have_count(2)
    wait_until_saved(page)
    assert stored(api, charter_id)[-2:] == ["one", "two"]


def test_blank_cells_around_a_copied_block_make_no_rows_and_no_fuss(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "problem")
    control(page, f"{row_name(page, TABLE, 1)}/unit").focus()
    paste(page, "riders\ta day\tgate count\t\t\ntrains\t\t\t\t\n\t\t\t\t\n\t\t\t\t\n")
    expect(section(page, TABLE).get_by_role("status")).to_have_text("4 cells pasted.")
    expect(rows(page, TABLE)).to_have_count(3)
    wait_until_saved(page)
    assert api.answers(charter_id)[TABLE][1:] == [
        {"measure": SIZES[1], "unit": "riders", "period": "a day", "source": "gate count"},
        {"measure": SIZES[2], "unit": "trains"},
    ]


def test_without_scripts_rows_are_added_removed_moved_and_taken_back(
    plain: Page, api: Api, charter_id: str
) -> None:
    open_plain(plain, charter_id, "problem")
    press_and_wait(plain, "Move up row 3")
    assert stored(api, charter_id) == [SIZES[0], SIZES[2], SIZES[1]]
    press_and_wait(plain, "Remove row 1")
    assert stored(api, charter_id) == [SIZES[2], SIZES[1]]
    press_and_wait(plain, "Undo")
    assert stored(api, charter_id) == [SIZES[0], SIZES[2], SIZES[1]]
    press_and_wait(plain, "Add a row")
    expect(rows(plain, TABLE)).to_have_count(4)
    control(plain, f"{row_name(plain, TABLE, 3)}/measure").fill("claims")
    press_and_wait(plain, "Move down row 1")
    assert stored(api, charter_id) == [SIZES[2], SIZES[0], SIZES[1], "claims"]


def press_and_wait(page: Page, name: str) -> None:
    """Press a button that posts the page."""
    with page.expect_navigation():
        press(page, name)
