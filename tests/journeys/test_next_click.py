"""What to do next is the first thing one sees, and every page leads to every other."""

from playwright.sync_api import Page, expect

from tests.factories import example
from tests.journeys.api import Api
from tests.journeys.looking import look_over
from tests.journeys.questions import control, save, wait_until_saved


def test_on_a_phone_the_next_click_and_the_next_steps_are_on_the_first_screen(page: Page, api: Api) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/charters/{api.make(example('playlist-promotion'))}")
    for shown in (
        page.get_by_role("link", name="Continue with “The project”"),
        page.get_by_role("heading", name="What to do next"),
        page.locator(".next li").nth(2),
    ):
        box = shown.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 844


def test_all_pages_are_one_click_away_without_scripts(plain: Page, api: Api) -> None:
    plain.goto(f"/charters/{api.make(example('playlist-promotion'))}/outcome")
    pages = plain.get_by_role("navigation", name="Pages")
    expect(pages.get_by_role("link", name="Test set")).to_be_hidden()
    pages.locator("summary").press("Enter")
    expect(pages.locator("li", has_text="Test set")).to_contain_text("Completed")
    pages.get_by_role("link", name="Test set").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Test set")
    plain.get_by_role("link", name="Previous").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Measure, baseline, cost of being wrong")


def test_the_first_pass_is_begun_and_ended_with_a_button(plain: Page, api: Api) -> None:
    charter_id = api.make(example("credit-card-fraud"))
    plain.goto(f"/charters/{charter_id}")
    plain.get_by_role("button", name="Only the 15 essential questions (about 60 minutes)").click()
    expect(plain.get_by_role("heading", name="First pass: the essential questions")).to_be_visible()
    expect(plain.get_by_role("link", name="Responsible use")).to_be_hidden()
    plain.get_by_role("button", name="Show all questions").click()
    expect(plain.get_by_role("link", name="Responsible use")).to_be_visible()


def test_a_first_pass_goes_from_the_title_to_the_first_page_and_keeps_what_is_folded(
    page: Page, api: Api
) -> None:
    page.goto("/new")
    page.get_by_label("Title").fill("Fewer missed trains")
    page.get_by_role("button", name="Start with the 15 essential questions").click()
    expect(page.get_by_role("heading", name="First pass: the essential questions")).to_be_visible()
    assert look_over(page) == []
    page.get_by_role("link", name="Start with “The project”").click()
    expect(page.get_by_text("Page 1 of 8")).to_be_visible()
    charter_id = page.url.split("/")[-2]
    summary = control(page, "project.summary")
    expect(summary).to_be_hidden()
    page.locator("details.later > summary").click()
    summary.fill("Trains leave on time")
    wait_until_saved(page)
    assert look_over(page) == []
    assert api.answers(charter_id) == {"project.summary": "Trains leave on time"}
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("The problem today")
