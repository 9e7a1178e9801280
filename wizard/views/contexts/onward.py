"""Where a page of questions leads."""

from collections.abc import Sequence

from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question


def newly_needed(before: Flow, after: Flow, page: Page | None = None) -> Sequence[Question]:
    """Return the blank needed questions of `page`, or of all, that answers given since `before` opened."""
    missing = {question.id for question in after.missing(page)}
    return [
        question
        for question in after.asked(page)
        if question.id in missing and (not before.shows(question) or before.need(question) == "optional")
    ]


def next_page(flow: Flow, page: Page) -> Page | None:
    """Return the next page that asks something in this pass; None after the last."""
    places = list(flow.worksheet.pages)
    here = places.index(page.id)
    return next((other for other in flow.pages() if places.index(other.id) > here), None)


def page_before(flow: Flow, page: Page) -> Page | None:
    """Return the page before that asks something in this pass; None before the first."""
    places = list(flow.worksheet.pages)
    here = places.index(page.id)
    return next((other for other in reversed(flow.pages()) if places.index(other.id) < here), None)
