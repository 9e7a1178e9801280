"""People press twice, go back, close the lid and come back."""

import re

from playwright.sync_api import Page, expect

from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    save,
    wait_until_saved,
)
from tests.journeys.server import Server

CELL, TEXT = "problem.statement", "Trains leave late on one morning in five."


def test_the_start_link_lets_its_reader_in_and_leaves_no_code_in_the_address(
    open_browser: OpenBrowser, server: Server
) -> None:
    page = open_browser(signed_in=False).new_page()
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Open the start link")
    page.goto(server.start_link)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Open the start link")
    expect(page).to_have_url("/")


def test_the_start_link_works_where_its_page_is_open_already(
    open_browser: OpenBrowser, server: Server
) -> None:
    page = open_browser(signed_in=False).new_page()
    page.goto("/start")
    expect(page.locator("html")).to_have_attribute("data-scripts", "started")
    page.goto(server.start_link)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Open the start link")
    expect(page).to_have_url("/")


def test_a_session_outlives_a_restart_and_ends_with_the_sign_out(
    open_browser: OpenBrowser, server: Server
) -> None:
    page = open_browser(signed_in=False).new_page()
    page.goto(server.start_link)
    expect(page).to_have_url("/")
    server.restart()
    page.goto("/guide")
    expect(page).to_have_url("/guide")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Open the start link")
    page.goto("/guide")
    expect(page.get_by_role("heading", level=1)).to_have_text("Open the start link")


def test_save_and_continue_pressed_twice_saves_once(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "problem")
    before = api.document(charter_id)["revision"]
    control(plain, CELL).fill(TEXT)
    plain.get_by_role("button", name="Save and continue").dblclick()
    expect(plain).to_have_url(re.compile("/outcome$"))
    stored = api.document(charter_id)
    assert stored["answers"] == {CELL: TEXT}
    assert stored["revision"] == before + 1


def test_save_and_continue_pressed_twice_is_harmless_with_scripts(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    before = api.document(charter_id)["revision"]
    control(page, CELL).fill(TEXT)
    page.get_by_role("button", name="Save and continue").dblclick()
    expect(page).to_have_url(re.compile("/outcome$"))
    stored = api.document(charter_id)
    assert stored["answers"] == {CELL: TEXT}
    assert stored["revision"] == before + 1


def test_back_shows_the_last_state(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, CELL).fill(TEXT)
    save(page)
    page.go_back()
    expect(control(page, CELL)).to_have_value(TEXT)
    api.edit(charter_id, "set", CELL, value="Trains leave on time.")
    page.go_forward()
    page.go_back()
    expect(control(page, CELL)).to_have_value("Trains leave on time.")
    expect(page.locator(".conflict")).to_have_count(0)


def test_without_scripts_back_shows_the_last_state(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "problem")
    control(plain, CELL).fill(TEXT)
    save(plain)
    api.edit(charter_id, "set", CELL, value="Trains leave on time.")
    plain.go_back()
    expect(control(plain, CELL)).to_have_value("Trains leave on time.")


def test_what_was_typed_just_before_leaving_by_a_link_is_saved(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, CELL).fill(TEXT)
    page.get_by_role("link", name="Back to the overview").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fewer missed trains")
    page.get_by_role("link", name="The problem today").click()
    expect(control(page, CELL)).to_have_value(TEXT)
    # The farewell was sent, or what it held is sent now; either way it arrives.
    page.get_by_role("link", name="Back to the overview").click()
    expect(page.get_by_role("link", name=re.compile("The problem today"))).to_be_visible()
    assert api.answers(charter_id) == {CELL: TEXT}


def test_enter_in_a_line_adds_no_line_and_leaves_the_page_alone(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    control(page, "project.summary").focus()
    page.keyboard.type("Fewer riders wait")
    page.keyboard.press("Enter")
    wait_until_saved(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("The project")
    assert api.answers(charter_id) == {"project.summary": "Fewer riders wait"}


def test_the_note_says_saved_only_of_what_is_saved(page: Page, api: Api) -> None:
    open_questions(page, api.make(), "problem")
    control(page, CELL).fill("Trains")
    wait_until_saved(page)
    # Looked at in the browser, in the same moment: a test would look too late.
    said = page.evaluate(
        """() => {
          const field = document.getElementById("problem.statement");
          field.value = "Trains leave late";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          return document.querySelector("[data-state-text]").textContent;
        }"""
    )
    assert said == "Saving…"
    wait_until_saved(page)


def test_a_charter_is_left_and_found_again_on_the_home_page(page: Page, api: Api) -> None:
    answers = example("playlist-promotion")
    charter_id = api.make(answers)
    page.goto("/")
    link = page.locator("li", has=page.locator(f'a[href="/charters/{charter_id}"]'))
    link.get_by_role("link", name=answers.title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(answers.title)
