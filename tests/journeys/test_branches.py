"""Questions come and go with the answers before them, and what was written in them is kept."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    option,
    row_name,
    save,
    section,
    wait_until_saved,
)


def test_a_question_shows_and_hides_at_once_and_keeps_its_answer(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "task")
    classes = section(page, "task.classes")
    expect(classes).to_be_hidden()
    option(page, "task.output", "category").check()
    expect(classes).to_be_visible()
    label = f"{row_name(page, 'task.classes', 0)}/label"
    control(page, label).fill("late")
    option(page, "task.output", "number").check()
    expect(classes).to_be_hidden()
    wait_until_saved(page)
    assert api.answers(charter_id) == {"task.output": "number", "task.classes": [{"label": "late"}]}

    option(page, "task.output", "tags").check()
    expect(classes).to_be_visible()
    expect(control(page, label)).to_have_value("late")


def test_an_answer_of_another_page_decides_too(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "labels")
    expect(section(page, "data.label")).to_be_hidden()
    expect(section(page, "data.features")).to_be_visible()
    api.edit(charter_id, "set", "task.output", value="content")
    open_questions(page, charter_id, "labels")
    expect(section(page, "data.features")).to_be_hidden()
    expect(section(page, "data.labellers")).to_be_visible()


def test_an_optional_question_says_when_it_becomes_needed(page: Page, api: Api) -> None:
    charter_id = api.make()
    api.edit(charter_id, "set", "task.output", value="category")
    open_questions(page, charter_id, "labels")
    optional = section(page, "data.labellers").get_by_text("(optional)")
    expect(optional).to_be_visible()
    option(page, "data.label/made_by", "people").check()
    expect(optional).to_be_hidden()


def test_a_column_follows_the_choice_in_its_row(page: Page, api: Api) -> None:
    open_questions(page, api.make(), "measures")
    row = row_name(page, "success.measures", 0)
    expect(control(page, f"{row}/name")).to_be_hidden()
    control(page, f"{row}/measure").select_option("other")
    expect(control(page, f"{row}/name")).to_be_visible()
    control(page, f"{row}/measure").select_option("recall")
    expect(control(page, f"{row}/name")).to_be_hidden()


def test_a_choice_is_offered_only_where_it_applies(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "quality")
    expect(option(page, "data.hidden_causes/causes", "out_of_stock")).to_be_hidden()
    api.edit(charter_id, "set", "task.output", value="forecast")
    open_questions(page, charter_id, "quality")
    expect(option(page, "data.hidden_causes/causes", "out_of_stock")).to_be_visible()


def test_none_of_these_stands_alone(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "quality")
    cell = "data.hidden_causes/causes"
    option(page, cell, "season").check()
    option(page, cell, "none_checked").check()
    expect(option(page, cell, "season")).not_to_be_checked()
    option(page, cell, "promotions").check()
    expect(option(page, cell, "none_checked")).not_to_be_checked()
    wait_until_saved(page)
    assert api.answers(charter_id)["data.hidden_causes"] == {"causes": ["promotions"]}


def test_a_picked_answer_is_cleared(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "task")
    option(page, "task.output", "category").check()
    wait_until_saved(page)
    section(page, "task.output").get_by_role("button", name="Clear").click()
    expect(option(page, "task.output", "category")).not_to_be_checked()
    expect(section(page, "task.classes")).to_be_hidden()
    wait_until_saved(page)
    assert api.answers(charter_id) == {}


def test_without_scripts_a_question_opens_when_the_page_is_saved(plain: Page, api: Api) -> None:
    charter_id = api.make()
    open_plain(plain, charter_id, "task")
    expect(section(plain, "task.classes")).to_be_hidden()
    option(plain, "task.output", "category").check()
    save(plain)
    expect(section(plain, "task.classes")).to_be_visible()
    expect(section(plain, "task.classes")).to_contain_text("Your answers opened this question.")
    control(plain, f"{row_name(plain, 'task.classes', 0)}/label").fill("late")
    option(plain, "task.output", "number").check()
    save(plain)
    assert api.answers(charter_id) == {"task.output": "number", "task.classes": [{"label": "late"}]}

    open_plain(plain, charter_id, "task")
    expect(section(plain, "task.classes")).to_be_hidden()
    option(plain, "task.output", "tags").check()
    save(plain)
    open_plain(plain, charter_id, "task")
    expect(control(plain, f"{row_name(plain, 'task.classes', 0)}/label")).to_have_value("late")


def test_from_the_review_a_newly_needed_question_is_asked_before_the_way_back(page: Page, api: Api) -> None:
    charter_id = api.make()
    page.goto(f"/charters/{charter_id}/review")
    page.get_by_role("link", name=re.compile("Change ?: What should come out")).click()
    option(page, "task.output", "category").check()
    wait_until_saved(page)
    save(page)
    expect(page).to_have_url(f"/charters/{charter_id}/task?new=task.classes&from=review#task.classes")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")


def test_not_known_yet_asks_who_finds_out_and_when(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "problem")
    asked = section(page, "problem.statement")
    asked.get_by_text("Not known yet?").click()
    asked.get_by_label("Who will find out").fill("Head of operations")
    expect(asked.get_by_label("This is not known yet")).to_be_checked()
    asked.get_by_label("Known by").fill("1 March 2027")
    wait_until_saved(page)
    assert api.document(charter_id)["unknown"] == {
        "problem.statement": {"owner": "Head of operations", "by": "2027-03-01"}
    }
    page.goto(f"/charters/{charter_id}/review")
    expect(page.get_by_text("Head of operations finds out by 1 March 2027.")).to_be_visible()
