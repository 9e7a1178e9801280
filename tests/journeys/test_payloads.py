"""Scripts that somebody types are text, wherever they are shown, and run nowhere."""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

from playwright.sync_api import Page, expect

from tests.journeys.api import Api
from tests.journeys.questions import control, open_questions, wait_until_saved
from tests.journeys.typist import Typist
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Question

# Each would tell the console or open an alert, and either fails the test; so does what the policy stops.
SCRIPTS = (
    "<script>console.error('ran')</script>",
    '<img src="x" onerror="console.error(1)">',
    "<svg onload=console.error('ran')>",
    '"><b tabindex=0 autofocus onfocus=alert(1)>',
    "'-alert(1)-'",
    "</textarea></title><script>alert(1)</script>",
    "[read](javascript:alert(1))",
    "<a href='javascript:alert(1)'>read</a>",
    "{{ 7 * 7 }} ${7*7} <%= 7 %>",
)
TITLE = "</title><script>alert(1)</script>"


def hostile(output: str) -> Answers:
    """Answers that hold a script in every text of every question that `output` asks."""
    scripts = cycle(SCRIPTS)
    values = {question.id: _hostile(question, scripts) for question in load_worksheet()}
    return Answers(
        TITLE, "EUR", {id_: value for id_, value in values.items() if value} | {"task.output": output}
    )


def _hostile(question: Question, scripts: Iterator[str]) -> Any:
    if not question.columns:
        return _value(question, scripts)
    record = {column.id: value for column in question.columns if (value := _value(column, scripts))}
    if question.kind == "group":
        return record
    return [{"_id": question.fixed_ids[0] if question.fixed_ids else "r1", **record}]


def _value(field: Field, scripts: Iterator[str]) -> Any:
    """A script for a text; of choices the one that opens more, "other" or the first."""
    if field.kind in ("text", "long"):
        return next(scripts)
    if field.kind == "choice":
        return "other" if "other" in field.choice else next(iter(field.choice))
    return [next(iter(field.choice))] if field.kind == "choices" else None


def texts(answers: Answers) -> set[str]:
    """The scripts in what `answers` show."""
    flow = Flow(load_worksheet(), answers)
    return {text for question in flow.questions() for text in _texts(flow.value(question))}


def _texts(value: Any) -> Iterator[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        yield from _texts(part)
    if value in SCRIPTS:
        yield value


def test_scripts_that_are_typed_in_every_text_are_text_everywhere(page: Page, api: Api) -> None:
    answers = hostile("category")
    charter_id = api.make(title=TITLE)
    typist = Typist(page, answers)
    for asked in load_worksheet().pages.values():
        open_questions(page, charter_id, asked.id)
        typed = [cell for question in typist.questions(asked) for cell in typist.answer(question)]
        wait_until_saved(page)
        shown = {cell: control(page, cell).first.input_value() for cell in typed}
        page.reload()
        assert {cell: control(page, cell).first.input_value() for cell in typed} == shown
    assert texts(answers) == set(SCRIPTS)
    expect_all_shown(page, charter_id, answers)


def test_scripts_in_the_other_branch_are_text_too(page: Page, api: Api) -> None:
    answers = hostile("content")
    charter_id = api.make(answers)
    for asked in load_worksheet().pages:
        open_questions(page, charter_id, asked)
    expect_all_shown(page, charter_id, answers)


def expect_all_shown(page: Page, charter_id: str, answers: Answers) -> None:
    """Expect every script as text on the pages that show a whole charter, and its title everywhere."""
    for address in ("review", "charter"):
        page.goto(f"/charters/{charter_id}/{address}")
        words = page.locator("main").inner_text()
        assert [text for text in texts(answers) if text not in words] == [], address
    inside = f"/charters/{charter_id}"
    for address in ("/", inside, f"{inside}/rename", f"{inside}/delete"):
        page.goto(address)
        expect(page.get_by_text(TITLE).first).to_be_visible()
