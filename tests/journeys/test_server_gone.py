"""What is typed while the server is away, or does not know the browser any more, is not lost."""

from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.questions import (
    NOT_SAVED_YET,
    control,
    note,
    open_questions,
    row_name,
    rows,
    section,
    wait_until_saved,
)
from tests.journeys.server import Server

TEXT = "Trains leave late on one morning in five."


def test_what_is_typed_while_the_server_is_down_is_sent_when_it_is_back(
    page: Page, server: Server, api: Api
) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    server.kill()
    control(page, "problem.statement").fill(TEXT)
    expect(note(page)).to_have_text(NOT_SAVED_YET)
    expect(page.get_by_role("status").filter(has_text=NOT_SAVED_YET)).to_be_attached()
    server.start()
    wait_until_saved(page)
    assert api.answers(charter_id)["problem.statement"] == TEXT


def test_save_and_continue_stays_on_the_page_while_the_server_is_down(
    page: Page, server: Server, api: Api
) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    server.kill()
    control(page, "problem.statement").fill(TEXT)
    page.get_by_role("button", name="Save and continue").click()
    beside = page.locator(".page-end")
    expect(beside).to_contain_text("Not sent: the server does not answer. What you wrote is kept")
    expect(page.get_by_role("status").filter(has_text="Not sent")).to_be_attached()
    expect(note(page)).to_have_text(NOT_SAVED_YET)
    expect(control(page, "problem.statement")).to_have_value(TEXT)
    server.start()
    wait_until_saved(page)
    expect(beside).to_contain_text("Everything is saved as you write it")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue").click()
    expect(page).to_have_url(f"{server.address}/charters/{charter_id}/outcome")
    assert api.answers(charter_id)["problem.statement"] == TEXT


def test_what_is_typed_outlives_its_tab(page: Page, server: Server, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, "problem.statement").fill("Saved before the power went")
    wait_until_saved(page)
    server.kill()
    control(page, "problem.statement").fill(TEXT)
    first = f"{row_name(page, 'problem.size', 0)}/measure"
    control(page, first).fill("late trains")
    section(page, "problem.size").get_by_role("button", name="Add a row").click()
    control(page, f"{row_name(page, 'problem.size', 1)}/measure").fill("riders who wait")
    expect(note(page)).to_have_text(NOT_SAVED_YET)
    page.close()
    server.start()

    again = page.context.new_page()
    open_questions(again, charter_id, "problem")
    expect(control(again, "problem.statement")).to_have_value(TEXT)
    expect(rows(again, "problem.size")).to_have_count(2)
    expect(control(again, f"{row_name(again, 'problem.size', 1)}/measure")).to_have_value("riders who wait")
    expected = {
        "problem.statement": TEXT,
        "problem.size": [{"measure": "late trains"}, {"measure": "riders who wait"}],
    }
    assert api.answers(charter_id) == expected


def test_what_is_typed_after_the_sign_out_is_kept_until_one_is_in_again(
    page: Page, server: Server, api: Api, open_browser: OpenBrowser
) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    page.context.clear_cookies()
    control(page, "problem.statement").fill(TEXT)
    expect(note(page)).to_contain_text("Not saved: you are signed out. Open the start link again")
    page.get_by_role("button", name="Save and continue").click()
    expect(control(page, "problem.statement")).to_have_value(TEXT)

    start = page.context.new_page()
    start.goto(server.start_link)
    expect(start.get_by_role("heading", level=1)).to_have_text("Your charters")
    open_questions(page, charter_id, "problem")
    expect(control(page, "problem.statement")).to_have_value(TEXT)
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_attached()
    assert api.answers(charter_id)["problem.statement"] == TEXT
