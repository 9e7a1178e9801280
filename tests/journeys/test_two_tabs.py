"""Two people, or two tabs, in one charter: nothing is overwritten in silence."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.api import Api
from tests.journeys.conftest import OpenBrowser
from tests.journeys.questions import control, note, open_plain, open_questions, place, save, wait_until_saved

CELL = "problem.statement"
THEIRS, MINE = "Trains leave late.", "Riders miss their connection."
CHANGED = "This was changed elsewhere while you were writing. Choose which to keep"


@pytest.fixture
def met(open_browser: OpenBrowser, api: Api) -> tuple[str, Page, Page]:
    """A charter, and two tabs that have written in the same field of it: the second one is told."""
    charter_id = api.make()
    theirs, mine = _two_tabs(open_browser(), charter_id)
    control(theirs, CELL).fill(THEIRS)
    wait_until_saved(theirs)
    control(mine, CELL).fill(MINE)
    expect(place(mine, CELL).get_by_text(CHANGED)).to_be_visible()
    return charter_id, theirs, mine


def _two_tabs(
    context: BrowserContext, charter_id: str, opening: Callable[..., None] = open_questions
) -> tuple[Page, Page]:
    tabs = context.new_page(), context.new_page()
    for tab in tabs:
        opening(tab, charter_id, "problem")
    return tabs


def test_a_conflict_shows_both_texts_and_changes_nothing(api: Api, met: tuple[str, Page, Page]) -> None:
    charter_id, _, mine = met
    expect(place(mine, CELL).locator(".quoted")).to_have_text(THEIRS)
    expect(control(mine, CELL)).to_have_value(MINE)
    expect(control(mine, CELL)).to_have_attribute("aria-invalid", "true")
    assert api.answers(charter_id)[CELL] == THEIRS


def test_keeping_mine_saves_it_over_theirs(api: Api, met: tuple[str, Page, Page]) -> None:
    charter_id, _, mine = met
    place(mine, CELL).get_by_role("button", name="Keep mine").click()
    wait_until_saved(mine)
    expect(place(mine, CELL).get_by_text(CHANGED)).to_have_count(0)
    expect(control(mine, CELL)).to_be_focused()
    assert api.answers(charter_id)[CELL] == MINE


def test_keeping_theirs_shows_it_and_a_later_edit_builds_on_it(api: Api, met: tuple[str, Page, Page]) -> None:
    charter_id, _, mine = met
    place(mine, CELL).get_by_role("button", name="Keep theirs").click()
    expect(control(mine, CELL)).to_have_value(THEIRS)
    control(mine, CELL).press_sequentially(" Every day.")
    wait_until_saved(mine)
    assert api.answers(charter_id)[CELL] == f"{THEIRS} Every day."


def test_an_undecided_conflict_is_still_there_after_save_and_continue(
    api: Api, met: tuple[str, Page, Page]
) -> None:
    charter_id, _, mine = met
    save(mine)
    expect(mine).to_have_title("Error: The problem today – Fewer missed trains – Groundwork")
    expect(control(mine, CELL)).to_have_value(MINE)
    expect(place(mine, CELL).locator(".quoted")).to_have_text(THEIRS)
    mine.get_by_label("Keep mine, below").check()
    save(mine)
    expect(mine).to_have_url(re.compile("/outcome$"))
    assert api.answers(charter_id)[CELL] == MINE


def test_an_undecided_conflict_is_still_there_when_the_page_is_opened_again(
    met: tuple[str, Page, Page],
) -> None:
    charter_id, _, mine = met
    context = mine.context
    mine.close()
    again = context.new_page()
    open_questions(again, charter_id, "problem")
    expect(place(again, CELL).get_by_text(CHANGED)).to_be_visible()
    expect(place(again, CELL).locator(".quoted")).to_have_text(THEIRS)
    expect(control(again, CELL)).to_have_value(MINE)


def test_different_fields_do_not_collide(open_browser: OpenBrowser, api: Api) -> None:
    charter_id = api.make()
    one, other = _two_tabs(open_browser(), charter_id)
    control(one, CELL).fill(THEIRS)
    control(other, "problem.ideal").fill("Nobody looks at the board any more")
    wait_until_saved(one)
    wait_until_saved(other)
    expect(other.locator(".conflict")).to_have_count(0)
    stored = api.answers(charter_id)
    assert stored == {CELL: THEIRS, "problem.ideal": "Nobody looks at the board any more"}


def test_the_same_text_is_no_conflict(open_browser: OpenBrowser, api: Api) -> None:
    one, other = _two_tabs(open_browser(), api.make())
    for tab in (one, other):
        control(tab, CELL).fill(THEIRS)
        wait_until_saved(tab)
    expect(note(other)).to_have_text("Saved")
    expect(other.locator(".conflict")).to_have_count(0)


@pytest.mark.parametrize(("choice", "kept"), [("Keep mine, below", MINE), ("Keep theirs", THEIRS)])
def test_without_scripts_a_conflict_is_shown_and_settled_by_the_buttons(
    open_browser: OpenBrowser, api: Api, choice: str, kept: str
) -> None:
    charter_id = api.make()
    theirs, mine = _two_tabs(open_browser(java_script_enabled=False), charter_id, open_plain)
    control(theirs, CELL).fill(THEIRS)
    save(theirs)
    control(mine, CELL).fill(MINE)
    save(mine)
    expect(mine.get_by_role("alert")).to_contain_text(CHANGED)
    expect(place(mine, CELL).locator(".quoted")).to_have_text(THEIRS)
    expect(control(mine, CELL)).to_have_value(MINE)
    mine.get_by_label(choice).check()
    save(mine)
    expect(mine).to_have_url(re.compile("/outcome$"))
    assert api.answers(charter_id)[CELL] == kept
