"""Rows pasted from elsewhere: headings order the columns, nothing is lost, all of it can be taken back."""

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    open_questions,
    paste,
    place,
    row_line,
    row_name,
    rows,
    section,
    wait_until_saved,
)
from wizard.worksheet.answers import Answers

PEOPLE, SIZE = "project.people", "problem.size"


@pytest.fixture
def charter_id(api: Api) -> str:
    """A charter without answers."""
    return api.make()


def paste_into(page: Page, table: str, column: str, text: str, html: str = "", row: int = 0) -> None:
    """Paste into a column of a row."""
    control(page, f"{row_name(page, table, row)}/{column}").focus()
    paste(page, text, html)


def left(page: Page, table: str) -> Locator:
    """What is listed as left over."""
    return section(page, table).locator("[data-pasted] li")


def said(page: Page, table: str) -> Locator:
    """What is said about the paste."""
    return section(page, table).locator("[data-pasted] [role=status]")


def stored(api: Api, charter_id: str, table: str) -> list[Mapping[str, Any]]:
    """The rows of a table."""
    found: list[Mapping[str, Any]] = api.answers(charter_id).get(table, [])
    return found


@pytest.mark.parametrize(
    "heading",
    [
        "Name\tHours a week\tRole\tAccountable",
        "name\thours_a_week\tROLE\taccountable",
        " NAME \tHours\tRole:\tAccountable?",
        "Person\tHours  a week (h)\trole\taccountable",
    ],
)
def test_a_heading_orders_the_columns_and_is_no_row(
    page: Page, api: Api, charter_id: str, heading: str
) -> None:
    open_questions(page, charter_id, "project")
    paste_into(
        page, PEOPLE, "hours_a_week", f"{heading}\nA. One\t6\tsponsor\tx\nB. Two\t2,5\tData owner\tnein\n"
    )
    expect(said(page, PEOPLE)).to_have_text(
        "8 cells pasted. The first row was taken as the heading: Name, Hours a week, Role, Accountable."
    )
    wait_until_saved(page)
    assert stored(api, charter_id, PEOPLE) == [
        {"name": "A. One", "hours_a_week": 6, "role": "sponsor", "accountable": True},
        {"name": "B. Two", "hours_a_week": 2.5, "role": "data_owner", "accountable": False},
    ]


def test_a_first_row_of_data_is_no_heading(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "problem")
    paste_into(page, SIZE, "measure", "number of riders\t1500\nsource of delays\t40\n")
    wait_until_saved(page)
    assert [row["measure"] for row in stored(api, charter_id, SIZE)] == [
        "number of riders",
        "source of delays",
    ]


def test_what_a_heading_names_that_is_no_column_is_listed_with_its_texts(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "Name\tPhone\tRole\nA. One\t079 1\tsponsor\nB. Two\t079 2\tother\n")
    expect(left(page, PEOPLE)).to_contain_text(["Phone: “079 1, 079 2” – there is no such column."])
    expect(rows(page, PEOPLE)).to_have_count(2)


@pytest.mark.parametrize(
    ("word", "near", "choice"),
    [
        ("ML lead", "Machine-learning lead?", "ml_lead"),
        ("Sponser", "Sponsor?", "sponsor"),
        ("the legal team", "Privacy or legal?", "privacy_legal"),
        ("Expert", "Domain expert?", "domain_expert"),
        ("DO", None, None),
    ],
)
def test_a_word_that_a_list_does_not_offer_waits_at_its_cell(
    page: Page, api: Api, charter_id: str, word: str, near: str | None, choice: str | None
) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", f"{word}\tA. One\nSponsor\tB. Two\n")
    row = row_name(page, PEOPLE, 0)
    waiting = place(page, f"{row}/role").locator(".unfit")
    expect(waiting).to_contain_text(f"“{word}” is not in the list.")
    expect(left(page, PEOPLE)).to_contain_text([f"Row 1, Role: “{word}” – is not in the list."])
    if near is None:
        expect(waiting.get_by_role("button")).to_have_count(1)
        waiting.get_by_role("button", name="Leave it out").click()
    else:
        waiting.get_by_role("button", name=near).click()
    expect(waiting).to_have_count(0)
    expect(left(page, PEOPLE)).to_have_count(0)
    wait_until_saved(page)
    assert stored(api, charter_id, PEOPLE)[0].get("role") == choice


def test_one_click_takes_the_same_word_in_every_row(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "ML lead\tA\nML lead\tB\nSponsor\tC\n")
    left(page, PEOPLE).first.get_by_role("button", name="Machine-learning lead? (in all 2 rows)").click()
    expect(left(page, PEOPLE)).to_have_count(0)
    wait_until_saved(page)
    roles = [row["role"] for row in stored(api, charter_id, PEOPLE)]
    assert roles == ["ml_lead", "ml_lead", "sponsor"]


def test_what_did_not_fit_is_still_there_when_one_comes_back(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "ML lead\tA. One\nSponsor\tB. Two\n")
    wait_until_saved(page)
    page.reload()
    expect(left(page, PEOPLE)).to_contain_text(["Row 1, Role: “ML lead” – is not in the list."])
    control(page, f"{row_name(page, PEOPLE, 0)}/role").select_option("ml_lead")
    section(page, PEOPLE).get_by_role("button", name="Close").click()
    page.reload()
    expect(left(page, PEOPLE)).to_have_count(0)


def test_a_cell_that_is_turned_down_is_listed_with_its_reason(page: Page, api: Api, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "name", "A. One\tja\tja\ta few\nB. Two\tnein\tja\t4\n")
    expect(left(page, PEOPLE)).to_contain_text(
        ["Row 1, Hours a week: “a few” – Hours a week must be a number"]
    )
    cell = f"{row_name(page, PEOPLE, 0)}/hours_a_week"
    expect(control(page, cell)).to_have_value("a few")
    control(page, cell).fill("5")
    expect(left(page, PEOPLE)).to_have_count(0)
    wait_until_saved(page)
    assert [row["hours_a_week"] for row in stored(api, charter_id, PEOPLE)] == [5, 4]


def test_what_goes_beyond_the_last_column_is_listed(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "signs_off", "yes\t4\tby phone\tmornings\n")
    expect(left(page, PEOPLE)).to_contain_text(
        ["Row 1: “by phone” – there is no column for it.", "Row 1: “mornings” – there is no column for it."]
    )


def test_a_paste_is_taken_back_as_a_whole(page: Page, api: Api) -> None:
    before = [{"_id": "r1", "measure": "late trains", "value": 40}]
    charter_id = api.make(Answers("Fewer missed trains", "EUR", {SIZE: before}))
    open_questions(page, charter_id, "problem")
    row_line(page, f"{SIZE}/r1").click()
    paste_into(page, SIZE, "measure", "riders\t1500\nclaims\t12\nbuses\t3\n")
    wait_until_saved(page)
    assert len(stored(api, charter_id, SIZE)) == 3
    section(page, SIZE).get_by_role("button", name="Undo the paste").click()
    expect(rows(page, SIZE)).to_have_count(1)
    expect(said(page, SIZE)).to_have_text("The paste was taken back.")
    wait_until_saved(page)
    assert stored(api, charter_id, SIZE) == [{"measure": "late trains", "value": 40}]


def test_a_paste_into_a_blank_table_leaves_a_blank_table_when_it_is_taken_back(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "Sponsor\tA\nML lead\tB\n")
    wait_until_saved(page)
    section(page, PEOPLE).get_by_role("button", name="Undo the paste").click()
    expect(rows(page, PEOPLE)).to_have_count(1)
    expect(control(page, f"{row_name(page, PEOPLE, 0)}/name")).to_have_value("")
    expect(left(page, PEOPLE)).to_have_count(0)
    wait_until_saved(page)
    assert stored(api, charter_id, PEOPLE) == []


def test_a_row_that_was_written_on_since_stays_when_the_paste_is_taken_back(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "name", "A\nB\n")
    row = row_name(page, PEOPLE, 1)
    control(page, f"{row}/hours_a_week").press_sequentially("4")
    section(page, PEOPLE).get_by_role("button", name="Undo the paste").click()
    expect(rows(page, PEOPLE)).to_have_count(1)
    wait_until_saved(page)
    assert stored(api, charter_id, PEOPLE) == [{"hours_a_week": 4}]


def test_a_table_of_an_e_mail_is_pasted_by_its_cells(page: Page, api: Api, charter_id: str) -> None:
    html = (
        "<p>Hello,</p><table><tr><th>Role</th><th>Name</th></tr>"
        "<tr><td>Sponsor</td><td>A.\n One</td></tr><tr><td>Domain expert</td><td>B. Two</td></tr></table>"
    )
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "Hello,\nRole\nName\nSponsor\nA. One\nDomain expert\nB. Two", html)
    wait_until_saved(page)
    assert stored(api, charter_id, PEOPLE) == [
        {"role": "sponsor", "name": "A. One"},
        {"role": "domain_expert", "name": "B. Two"},
    ]


def test_a_blank_line_makes_no_row_and_a_second_paste_settles_what_the_first_left(
    page: Page, api: Api, charter_id: str
) -> None:
    open_questions(page, charter_id, "project")
    paste_into(page, PEOPLE, "role", "ML lead\tA\n\t\nSponsor\tB\n")
    expect(rows(page, PEOPLE)).to_have_count(2)
    expect(left(page, PEOPLE)).to_have_count(1)
    paste_into(page, PEOPLE, "role", "Machine-learning lead\tA\n")
    expect(left(page, PEOPLE)).to_have_count(0)
    wait_until_saved(page)
    assert [row["role"] for row in stored(api, charter_id, PEOPLE)] == ["ml_lead", "sponsor"]


def test_pasted_rows_fold_into_lines(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "project")
    block = "\n".join(["Role\tName", *(f"Sponsor\tPerson {number}" for number in range(30))])
    paste_into(page, PEOPLE, "role", block)
    expect(rows(page, PEOPLE)).to_have_count(30)
    # One still stands in the first.
    expect(section(page, PEOPLE).locator(".row > details[open]")).to_have_count(1)
    expect(row_line(page, row_name(page, PEOPLE, 29))).to_contain_text("Sponsor · Person 29")


def test_a_pasted_number_that_reads_in_two_ways_is_asked_about(page: Page, charter_id: str) -> None:
    open_questions(page, charter_id, "problem")
    paste_into(page, SIZE, "measure", "riders\t1.250\nclaims\t12\n")
    field = place(page, f"{row_name(page, SIZE, 0)}/value")
    expect(field.locator(".doubt")).to_contain_text("was meant?")
    expect(field).to_be_visible()
