"""A whole charter, typed field by field, while the server is killed and comes back."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.factories import example
from tests.journeys.api import Api, without_ids
from tests.journeys.questions import open_plain, open_questions, save, section, wait_until_saved
from tests.journeys.server import Server
from tests.journeys.typist import Typist
from tests.printing import body_text
from wizard.worksheet import model
from wizard.worksheet.answers import Answers
from wizard.worksheet.document import document_of
from wizard.worksheet.model import Worksheet

EXAMPLE = example("credit-card-fraud")
# Half as long: a save goes over a whole page, and each loads the next one.
SHORTER = example("playlist-promotion")


def new_charter(page: Page, answers: Answers) -> str:
    """Make a charter as people do; return its id."""
    page.goto("/new")
    page.get_by_label("Title").fill(answers.title)
    page.get_by_label("Currency").fill(answers.currency)
    page.get_by_role("button", name="All questions").click()
    page.wait_for_url("**/charters/*")
    return page.url.rpartition("/")[2]


def test_without_scripts_a_charter_is_typed_page_by_page_and_survives_kills(
    plain: Page, server: Server, api: Api, worksheet: Worksheet
) -> None:
    charter_id = new_charter(plain, SHORTER)
    typist = Typist(plain, SHORTER)
    for number, page in enumerate(worksheet.pages.values()):
        for typed, _ in enumerate(answer_and_save(typist, charter_id, page)):
            if typed == 2 and number % 4 == 0:
                server.restart()
    assert api.answers(charter_id) == without_ids(document_of(worksheet, SHORTER)["answers"])


def test_with_scripts_a_charter_is_saved_as_it_is_typed_and_survives_kills(
    page: Page, server: Server, api: Api, worksheet: Worksheet
) -> None:
    charter_id = new_charter(page, EXAMPLE)
    typist = Typist(page, EXAMPLE)
    open_questions(page, charter_id, next(iter(worksheet.pages)))
    for number, asked in enumerate(worksheet.pages.values()):
        page.wait_for_url(f"**/{charter_id}/{asked.id}*")
        for typed, _ in enumerate(answer_live(typist, asked)):
            if typed == 3 and number % 4 == 0:
                server.kill()
            if typed == 7 and not server.running:
                server.start()
        wait_until_saved(page)
        save(page)
    assert api.answers(charter_id) == without_ids(document_of(worksheet, EXAMPLE)["answers"])
    read_and_print(page)


def read_and_print(page: Page) -> None:
    """Go on from the review to the charter, and take its PDF away."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    expect(page.get_by_text("Every needed question has an answer or an owner.")).to_be_visible()
    expect(page.get_by_text(EXAMPLE.values["problem.statement"])).to_be_visible()
    page.get_by_role("link", name="Read the charter").click()
    expect(page.get_by_role("heading", name=EXAMPLE.title)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download PDF").click()
    pdf = download.value.path().read_bytes()
    assert pdf.startswith(b"%PDF")
    assert EXAMPLE.title in " ".join(body_text(pdf).split())


def answer_live(typist: Typist, page: model.Page) -> Iterator[str]:
    """Answer all of a page; what an answer opens is there at once."""
    for question in typist.questions(page):
        section(typist.page, question.id).wait_for()
        yield from typist.answer(question)


def answer_and_save(typist: Typist, charter_id: str, page: model.Page) -> Iterator[str]:
    """Answer all of a page that is shown and save, until nothing that applies is left."""
    left = typist.questions(page)
    while left:
        open_plain(typist.page, charter_id, page.id)
        shown = [question for question in left if section(typist.page, question.id).is_visible()]
        assert shown, f"{left} cannot be answered"
        for question in shown:
            yield from typist.answer(question)
        save(typist.page)
        left = [question for question in left if question not in shown]
