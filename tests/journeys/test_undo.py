"""What was done on a page is taken back, and done again: by button, by key, and without scripts."""

from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.questions import (
    control,
    note,
    open_plain,
    open_questions,
    option,
    paste,
    row_name,
    rows,
    section,
    wait_until_saved,
)
from wizard.worksheet.answers import Answers

TEXT, IDEAL, TABLE = "problem.statement", "problem.ideal", "problem.size"


def undo(page: Page, what: str) -> None:
    """Press the button that takes back what it says."""
    page.get_by_role("button", name=f"Undo: {what}").click()


def test_a_whole_stretch_of_typing_is_taken_back_and_done_again(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    field = control(page, TEXT)
    for text in ("Trains", " leave", " late"):
        field.press_sequentially(text)
        wait_until_saved(page)
    control(page, IDEAL).fill("Nobody waits")
    undo(page, "A year from now")
    expect(control(page, IDEAL)).to_have_value("")
    undo(page, "The problem")
    expect(field).to_have_value("")
    assert api.answers(charter_id) == {}
    page.get_by_role("button", name="Redo: The problem").click()
    expect(field).to_have_value("Trains leave late")
    page.get_by_role("button", name="Redo: A year from now").click()
    expect(control(page, IDEAL)).to_have_value("Nobody waits")
    wait_until_saved(page)
    assert api.answers(charter_id) == {TEXT: "Trains leave late", IDEAL: "Nobody waits"}
    expect(page.get_by_role("button", name="Redo")).to_be_hidden()


def test_the_key_undoes_outside_a_text_and_leaves_a_text_to_the_browser(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, TEXT).fill("Trains leave late")
    wait_until_saved(page)
    control(page, TEXT).press("Control+z")
    expect(control(page, TEXT)).to_have_value("")
    wait_until_saved(page)
    control(page, IDEAL).fill("Nobody waits")
    wait_until_saved(page)
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Control+z")
    expect(control(page, IDEAL)).to_have_value("")
    page.keyboard.press("Control+Shift+z")
    expect(control(page, IDEAL)).to_have_value("Nobody waits")


def test_rows_come_back_and_go_again(page: Page, api: Api) -> None:
    sizes = [{"_id": "r1", "measure": "late trains"}, {"_id": "r2", "measure": "claims"}]
    charter_id = api.make(Answers("Fewer missed trains", "EUR", {TABLE: sizes}))
    open_questions(page, charter_id, "problem")
    section(page, TABLE).get_by_role("button", name="Remove row 1").click()
    wait_until_saved(page)
    with page.expect_navigation():
        undo(page, "a row of Size of the problem, removed")
    expect(rows(page, TABLE)).to_have_count(2)
    expect(page.get_by_role("button", name="Redo: late trains, removed")).to_be_focused()
    assert api.document(charter_id)["answers"][TABLE] == sizes


def test_a_paste_is_taken_back_in_one(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, f"{row_name(page, TABLE, 0)}/measure").focus()
    paste(page, "late trains\t120\nclaims\t40")
    wait_until_saved(page)
    assert len(api.answers(charter_id)[TABLE]) == 2
    with page.expect_navigation():
        undo(page, "Size of the problem")
    assert api.answers(charter_id) == {}
    with page.expect_navigation():
        page.get_by_role("button", name="Redo: Size of the problem").click()
    assert len(api.answers(charter_id)[TABLE]) == 2


def test_what_somebody_changed_since_is_left_and_told(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, TEXT).fill("Trains leave late")
    wait_until_saved(page)
    api.edit(charter_id, "set", TEXT, value="Trains leave early")
    undo(page, "The problem")
    expect(note(page)).to_have_text("Not taken back: it was changed elsewhere in the meantime")
    assert api.answers(charter_id) == {TEXT: "Trains leave early"}


def test_after_a_reload_undo_leads_further_back(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    control(page, TEXT).fill("Trains leave late")
    wait_until_saved(page)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-scripts", "started")
    undo(page, "The problem")
    expect(control(page, TEXT)).to_have_value("")
    assert api.answers(charter_id) == {}


def test_what_a_charter_was_made_of_is_not_undone(page: Page, api: Api) -> None:
    charter_id = api.make(Answers("Fewer missed trains", "EUR", {TEXT: "Trains leave late"}))
    open_questions(page, charter_id, "problem")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_a_choice_and_what_it_shows_follow(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "task")
    option(page, "task.output", "forecast").check()
    wait_until_saved(page)
    page.keyboard.press("Control+z")
    expect(option(page, "task.output", "forecast")).not_to_be_checked()
    assert api.answers(charter_id) == {}


def test_without_scripts_what_a_post_saved_is_taken_back_in_one(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "problem")
    control(plain, TEXT).fill("Trains leave late")
    control(plain, IDEAL).fill("Nobody waits")
    with plain.expect_navigation():
        section(plain, TABLE).get_by_role("button", name="Add a row").click()
    control(plain, f"{row_name(plain, TABLE, 0)}/measure").fill("late trains")
    with plain.expect_navigation():
        plain.get_by_role("button", name="Save and continue").click()
    open_plain(plain, charter_id, "problem")
    with plain.expect_navigation():
        undo(plain, "What is counted, late trains")
    expect(plain.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    with plain.expect_navigation():
        plain.get_by_role("button", name="Undo: ").click()
    assert api.answers(charter_id) == {}
    with plain.expect_navigation():
        plain.get_by_role("button", name="Redo: ").click()
    assert api.answers(charter_id)[IDEAL] == "Nobody waits"


def test_the_bar_hides_no_focus_on_a_narrow_screen(open_browser: OpenBrowser, api: Api) -> None:
    page = open_browser(viewport={"width": 320, "height": 400}).new_page()
    open_questions(page, api.make(), "problem")
    control(page, TEXT).fill("Trains leave late")
    wait_until_saved(page)
    for _ in range(25):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const bar = document.querySelector("[data-bar]");
              const at = document.activeElement;
              const [focus, over] = [at, bar].map((element) => element.getBoundingClientRect());
              return !bar.contains(at) && focus.bottom > over.top && focus.top < over.bottom;
            }"""
        )
        assert not hidden
    assert page.locator("[data-bar]").bounding_box()["height"] <= 80
