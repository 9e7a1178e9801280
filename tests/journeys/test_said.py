"""What is said beside the questions follows what is typed, without a page load."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.questions import control, open_questions, open_row, row_name, wait_until_saved

THRESHOLD = "From which probability on it pays to act"


def figure(page: Page, title: str = THRESHOLD) -> Locator:
    return page.get_by_role("region", name=title)


def test_a_figure_follows_a_cost_as_it_is_typed(page: Page, api: Api) -> None:
    charter_id = api.make(example("credit-card-fraud"))
    costs = api.document(charter_id)["answers"]["success.costs"]
    miss = next(row["_id"] for row in costs if row["outcome"] == "miss")
    page.goto(f"/charters/{charter_id}/measures")
    expect(figure(page)).to_contain_text("from a probability of about 3.3%")
    figure(page).locator("summary").click()
    open_row(page, f"success.costs/{miss}/cost")
    page.locator(f'[id="success.costs/{miss}/cost"]').fill("600")
    expect(figure(page)).to_contain_text("from a probability of 1% on")
    assert figure(page).locator("details").get_attribute("open") is not None, (
        "who reads on is not interrupted"
    )


def test_a_finding_waits_until_the_page_was_left_and_then_follows_what_is_typed(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    findings = page.locator(".finding")
    with page.expect_response(re.compile("/project/said")):
        control(page, f"{row_name(page, 'project.people', 0)}/name").fill("Head of depots")
    wait_until_saved(page)
    expect(findings).to_have_count(0)
    page.goto(f"/charters/{charter_id}")
    expect(findings).to_contain_text("nobody is marked as accountable")
    open_questions(page, charter_id, "project")
    beside = page.locator('[data-beside="project.people"] .finding')
    expect(beside).to_contain_text("Must fix before signing")
    accountable = f"{row_name(page, 'project.people', 0)}/accountable"
    control(page, accountable).select_option(label="Yes")
    expect(beside).to_have_count(0)
    control(page, accountable).select_option(label="No")
    expect(beside).to_contain_text("nobody is marked as accountable")
    expect(page.locator("#status")).not_to_be_empty()


def test_a_figure_that_cannot_be_says_why_beside_the_field(page: Page, api: Api) -> None:
    charter_id = api.make(example("credit-card-fraud"))
    first = api.document(charter_id)["answers"]["task.classes"][0]["_id"]
    page.goto(f"/charters/{charter_id}/task")
    open_row(page, f"task.classes/{first}/share")
    page.locator(f'[id="task.classes/{first}/share"]').fill("70")
    refused = page.locator('[data-beside="task.classes"] .figure.refused')
    expect(refused.first).to_be_visible()
    page.locator(f'[id="task.classes/{first}/share"]').fill("0.2")
    expect(refused).to_have_count(0)
