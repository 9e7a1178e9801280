"""The calculator of the topic on labellers who agree: live, and by its buttons without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.looking import DESK, PHONE, look_over

ADDRESS = "/guide/labeller-agreement"
NURSES = "20\t5\n10\t15\n"
READERS = "\tA\tB\tC\nA\t88\t14\t18\nB\t10\t40\t10\nC\t2\t6\t12\n"
RATINGS = "item,ann,ben\nfirst,1,1\nsecond,1,2\nthird,2,2\n"


def result(page: Page, form: str = "from-table") -> Locator:
    return page.locator(f"#{form} .worked-out")


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f"#count-{row}-{column}")


def paste(page: Page, target: Locator, text: str) -> None:
    """Paste as a person does, without the clipboard of the machine."""
    target.focus()
    page.evaluate(
        """(text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const paste = { clipboardData, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent("paste", paste));
        }""",
        text,
    )


def opened(page: Page) -> Page:
    page.goto(ADDRESS)
    page.locator("html[data-scripts=started]").wait_for(state="attached")
    return page


def test_kappa_follows_what_is_typed(page: Page) -> None:
    opened(page)
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        cell(page, 1, 1).fill("20")
    assert answer.value.status == 200, "what is still blank is not wrong"
    cell(page, 1, 1).press("ArrowRight")
    for text, key in (("5", "ArrowDown"), ("15", "ArrowLeft")):
        # The arrow key selects what is there, and the end of it is reached by typing.
        page.keyboard.type(text)
        page.keyboard.press("Home" if key == "ArrowLeft" else "End")
        page.keyboard.press(key)
    expect(cell(page, 2, 1)).to_be_focused()
    expect(result(page)).to_have_count(0)
    page.keyboard.type("10")
    expect(result(page)).to_contain_text("Kappa is 0.40: fair")
    expect(page.locator("#status")).to_have_text("Kappa is 0.40: fair")
    page.keyboard.type("x")
    expect(page.locator(".counts .error-text")).to_have_text(
        "First B, second A: the count must be a number, like 200"
    )
    expect(cell(page, 2, 1)).to_have_attribute("aria-invalid", "true")
    expect(cell(page, 2, 1)).to_be_focused()
    expect(result(page)).to_have_count(0)
    page.keyboard.press("Backspace")
    expect(result(page)).to_contain_text("Kappa is 0.40")
    expect(cell(page, 2, 1)).not_to_have_attribute("aria-invalid", "true")
    assert loads == []


def test_a_pasted_table_makes_room_for_itself(page: Page) -> None:
    opened(page)
    paste(page, cell(page, 1, 1), READERS)
    expect(page.locator("#classes")).to_have_value("3")
    expect(cell(page, 3, 3)).to_have_value("12")
    expect(cell(page, 4, 4)).to_be_hidden()
    expect(result(page)).to_contain_text("Kappa is 0.4915: moderate")
    page.get_by_text("Name the classes").click()
    page.get_by_label("Class 2", exact=True).fill("urgent")
    expect(page.get_by_label("First: urgent, second: C")).to_have_value("10")
    page.locator("#classes").select_option("2")
    expect(cell(page, 3, 3)).to_be_hidden()
    expect(result(page)).to_contain_text(re.compile(r"Items\s+152"))


def test_alpha_follows_ratings_and_a_file(page: Page, tmp_path: Path) -> None:
    opened(page)
    page.get_by_label("The ratings", exact=True).fill(RATINGS)
    page.get_by_label("The first line names the people").check()
    page.get_by_label("The first column names the items").check()
    expect(result(page, "from-ratings")).to_have_count(0)
    page.get_by_label("Classes", exact=True).check()
    expect(result(page, "from-ratings")).to_contain_text("Alpha is 0.4444")
    file = tmp_path / "ratings.csv"
    file.write_text("1,1\n2,2\n")
    page.get_by_label("Or a file of them").set_input_files(file)
    expect(page.locator("#ratings-error")).to_have_text("Paste the ratings or choose a file, not both")
    page.get_by_label("The ratings", exact=True).fill("")
    page.get_by_label("The first line names the people").uncheck()
    page.get_by_label("The first column names the items").uncheck()
    expect(result(page, "from-ratings")).to_contain_text("Alpha is 1.00")


def test_a_button_leaves_the_other_calculator_as_it_is_by_then(page: Page) -> None:
    opened(page)
    paste(page, cell(page, 1, 1), NURSES)
    page.get_by_label("The ratings", exact=True).fill("1,1\n2,2\n")
    page.get_by_label("Classes", exact=True).check()
    for _ in range(2):
        with page.expect_navigation():
            page.get_by_role("button", name="Work out alpha").click()
        expect(result(page, "from-ratings")).to_contain_text("Alpha is 1.00")
        expect(result(page)).to_contain_text("Kappa is 0.40")
    with page.expect_navigation():
        page.get_by_role("button", name="Work out kappa").last.click()
    expect(page.get_by_label("The ratings", exact=True)).to_have_value("1,1\n2,2\n")
    expect(page.get_by_label("Classes", exact=True)).to_be_checked()
    expect(cell(page, 2, 2)).to_have_value("15")


def test_an_answer_that_does_not_come_is_said(page: Page) -> None:
    opened(page)
    paste(page, cell(page, 1, 1), NURSES)
    expect(result(page)).to_contain_text("Kappa is 0.40")
    page.route(f"**{ADDRESS}", lambda route: route.fulfill(status=401, body="", content_type="text/html"))
    cell(page, 1, 1).fill("21")
    expect(page.locator("#from-table .result")).to_contain_text("Not worked out")
    expect(result(page)).to_have_count(0)
    page.unroute(f"**{ADDRESS}")
    cell(page, 1, 1).fill("20")
    expect(result(page)).to_contain_text("Kappa is 0.40")


def test_the_buttons_do_it_without_scripts(plain: Page) -> None:
    plain.goto(ADDRESS)
    cell(plain, 1, 1).fill("88")
    plain.locator("#classes").select_option("3")
    plain.get_by_role("button", name="Show this table").click()
    expect(cell(plain, 1, 1)).to_have_value("88")
    for row, texts in enumerate(line.split("\t")[1:] for line in READERS.splitlines()[1:]):
        for column, text in enumerate(texts):
            cell(plain, row + 1, column + 1).fill(text)
    cell(plain, 2, 2).fill("forty")
    cell(plain, 2, 2).press("Enter")
    expect(plain.get_by_role("alert")).to_be_focused()
    plain.get_by_role("link", name="First B, second B").click()
    expect(cell(plain, 2, 2)).to_be_focused()
    expect(cell(plain, 2, 2)).to_have_value("forty")
    cell(plain, 2, 2).fill("40")
    plain.get_by_role("button", name="Work out kappa").click()
    expect(result(plain)).to_contain_text("Kappa is 0.4915: moderate")
    expect(plain.locator("#from-table .result")).to_be_focused()
    expect(result(plain)).to_be_in_viewport()
    plain.get_by_label("The ratings", exact=True).fill(RATINGS)
    for label in ("The first line names the people", "The first column names the items", "Ranks"):
        plain.get_by_label(label).check()
    plain.get_by_role("button", name="Work out alpha").click()
    expect(result(plain, "from-ratings")).to_contain_text("Alpha is 0.4444")
    expect(plain.locator("#from-ratings .result")).to_be_focused()
    expect(result(plain)).to_contain_text("Kappa is 0.4915")
    expect(cell(plain, 1, 1)).to_have_value("88")
    cell(plain, 1, 1).fill("99")
    plain.get_by_role("button", name="Work out kappa").last.click()
    expect(result(plain)).to_contain_text(re.compile(r"Items\s+211"))
    expect(plain.get_by_label("The ratings", exact=True)).to_have_value(RATINGS)
    expect(plain.get_by_label("Ranks")).to_be_checked()
    expect(result(plain, "from-ratings")).to_contain_text("Alpha is 0.4444")


@pytest.mark.parametrize("state", ["worked out", "wrong"])
def test_it_can_be_used_by_everybody_on_any_screen(page: Page, state: str) -> None:
    opened(page)
    page.locator("#classes").select_option("6")
    table = "\n".join(
        "\t".join("12345" if row == column else "67" for column in range(6)) for row in range(6)
    )
    paste(page, cell(page, 1, 1), table if state == "worked out" else table.replace("67", "x"))
    page.get_by_text("Name the classes").click()
    page.get_by_label("Class 1", exact=True).fill("an-extraordinarily-long-class-name-of-40")
    page.get_by_label("The ratings", exact=True).fill("yes,yes\nno,no" if state == "worked out" else "yes,no")
    page.get_by_label("Classes" if state == "worked out" else "Amounts", exact=True).check()
    if state == "worked out":
        expect(page.locator(".worked-out")).to_have_count(2)
    else:
        expect(page.locator(".error-text")).to_have_count(31)
    assert look_over(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.scrollingElement.scrollWidth") == PHONE["width"]
    page.set_viewport_size(DESK)
    page.get_by_role("button", name="Work out kappa").last.click()
    page.locator("html[data-scripts=started]").wait_for(state="attached")
    assert look_over(page) == []
