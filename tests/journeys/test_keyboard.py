"""Everything can be done from the keyboard, and one always sees where one is."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import (
    control,
    open_plain,
    open_questions,
    option,
    row_line,
    row_name,
    section,
    wait_until_saved,
)

# What has the focus, whether that is to be seen, and whether it is what was looked for.
_FOCUS = """(target) => {
  const element = document.activeElement;
  const { left, top, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const topmost = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 12));
  return {
    name: `${element.tagName} ${element.id || element.textContent.trim().slice(0, 60)}`,
    outlined: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    visible: width > 1 && height > 1 && element.contains(topmost),
    there: element === target,
  };
}"""


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until `target` has the focus, which must be seen all the way."""
    for _ in range(200):
        page.keyboard.press(key)
        focus = target.evaluate(_FOCUS)
        assert focus["outlined"], f"one cannot see the focus on {focus['name']}"
        assert focus["visible"], f"{focus['name']} has the focus and is hidden"
        if focus["there"]:
            return
    raise AssertionError("Tab never comes there")


def test_a_page_is_filled_and_saved_from_the_keyboard(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    tab_to(page, control(page, "project.summary"))
    page.keyboard.type("Fewer riders wait")
    first = row_name(page, "project.people", 0)
    tab_to(page, control(page, f"{first}/role"))
    page.keyboard.press("ArrowDown")
    tab_to(page, control(page, f"{first}/name"))
    page.keyboard.type("Head of operations")
    tab_to(page, section(page, "project.people").get_by_role("button", name="Add a row"))
    page.keyboard.press("Enter")
    second = row_name(page, "project.people", 1)
    expect(control(page, f"{second}/role")).to_be_focused()
    tab_to(page, control(page, f"{second}/hours_a_week"))
    page.keyboard.type("2,5")
    # The first row has folded into its line, which opens and has one write on.
    line = row_line(page, first)
    expect(line).to_contain_text("Head of operations")
    tab_to(page, line, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(control(page, f"{first}/role")).to_be_focused()
    tab_to(page, control(page, f"{first}/accountable"))
    page.keyboard.press("ArrowDown")

    tab_to(page, section(page, "project.decision_date").locator("summary").first)
    page.keyboard.press("Enter")
    tab_to(page, control(page, "project.decision_date/@unknown"))
    page.keyboard.press("Space")
    tab_to(page, control(page, "project.decision_date/@owner"))
    page.keyboard.type("The board")
    tab_to(page, control(page, "project.decision_date/@by"))
    page.keyboard.type("1 March 2027")
    wait_until_saved(page)

    tab_to(page, page.get_by_role("button", name="Save and continue"))
    with page.expect_navigation():
        page.keyboard.press("Space")
    expect(page.get_by_role("heading", level=1)).to_have_text("The problem today")
    assert api.document(charter_id)["unknown"] == {
        "project.decision_date": {"owner": "The board", "by": "2027-03-01"}
    }
    assert api.answers(charter_id) == {
        "project.summary": "Fewer riders wait",
        "project.people": [
            {"role": "sponsor", "name": "Head of operations", "accountable": True},
            {"hours_a_week": 2.5},
        ],
    }


def test_choices_are_made_from_the_keyboard(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "task")
    tab_to(page, option(page, "task.output", "category"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(option(page, "task.output", "tags")).to_be_checked()
    expect(section(page, "task.classes")).to_be_visible()
    tab_to(page, option(page, "task.inputs", "text"))
    page.keyboard.press("Space")
    tab_to(page, option(page, "task.inputs", "table"), "Shift+Tab")
    page.keyboard.press("Space")
    wait_until_saved(page)
    assert api.answers(charter_id) == {"task.output": "tags", "task.inputs": ["table", "text"]}


def test_the_skip_link_leads_past_the_head(page: Page) -> None:
    page.goto("/guide")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_enter_goes_on_to_the_next_field_in_numbers_dates_and_lines_alike(page: Page, api: Api) -> None:
    charter_id = api.make()
    open_questions(page, charter_id, "project")
    row = row_name(page, "project.people", 0)
    control(page, f"{row}/name").focus()
    page.keyboard.type("Head of operations")
    page.keyboard.press("Enter")
    expect(control(page, f"{row}/accountable")).to_be_focused()
    control(page, f"{row}/hours_a_week").focus()
    page.keyboard.type("2.5")
    page.keyboard.press("Enter")
    expect(control(page, f"{row}/hours_a_week")).not_to_be_focused()
    control(page, "project.decision_date").focus()
    page.keyboard.type("30 June 2027")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Save and continue")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("The project")
    wait_until_saved(page)
    assert api.answers(charter_id) == {
        "project.decision_date": "2027-06-30",
        "project.people": [{"name": "Head of operations", "hours_a_week": 2.5}],
    }


def test_without_scripts_enter_posts_nothing(plain: Page, api: Api) -> None:
    open_plain(plain, api.make(), "project")
    control(plain, "project.decision_date").fill("30 June 2027")
    control(plain, "project.decision_date").press("Enter")
    expect(control(plain, "project.decision_date")).to_have_value("30 June 2027")
    expect(plain.get_by_role("heading", level=1)).to_have_text("The project")
