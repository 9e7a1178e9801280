"""A whole charter, typed field by field, while the server is killed and comes back."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.factories import example
from tests.journeys.api import Api, without_ids
from tests.journeys.server import Server
from tests.journeys.typist import Typist
from wizard.worksheet import model
from wizard.worksheet.document import document_of
from wizard.worksheet.model import Worksheet

EXAMPLE = example("credit-card-fraud")


def new_charter(page: Page) -> str:
    """Make a charter as people do; return its id."""
    page.goto("/new")
    page.get_by_label("Title").fill(EXAMPLE.title)
    page.get_by_label("Currency").fill(EXAMPLE.currency)
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/charters/*")
    return page.url.rpartition("/")[2]


def test_without_scripts_a_charter_is_typed_page_by_page_and_survives_kills(
    plain: Page, server: Server, api: Api, worksheet: Worksheet
) -> None:
    charter_id = new_charter(plain)
    typist = Typist(plain, charter_id, EXAMPLE)
    for number, page in enumerate(worksheet.pages.values()):
        for typed, _ in enumerate(answer_and_save(typist, page)):
            if typed == 2 and number % 4 == 0:
                server.restart()
    assert api.answers(charter_id) == without_ids(document_of(worksheet, EXAMPLE)["answers"])


def answer_and_save(typist: Typist, page: model.Page) -> Iterator[str]:
    """Answer all of a page that is shown and save, until nothing that applies is left."""
    left = typist.questions(page)
    while left:
        typist.open(page)
        shown = [question for question in left if typist.section(question).is_visible()]
        assert shown, f"{left} cannot be answered"
        for question in shown:
            yield from typist.answer(question)
        typist.save()
        left = [question for question in left if question not in shown]
