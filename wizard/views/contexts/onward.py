"""Where a page of questions leads."""

from collections.abc import Sequence

from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question


def newly_needed(before: Flow, after: Flow, page: Page | None = None) -> Sequence[Question]:
    """Return the blank needed questions of `page`, or of all, that answers given since `before` opened."""
    missing = {question.id for question in after.missing(page)}
    return [
        question
        for question in after.questions(page)
        if question.id in missing and (not before.shows(question) or before.need(question) == "optional")
    ]


def next_page(flow: Flow, page: Page) -> Page | None:
    """Return the next page with a question that applies; None after the last."""
    pages = list(flow.worksheet.pages.values())
    later = pages[pages.index(page) + 1 :]
    return next((other for other in later if any(flow.questions(other))), None)
