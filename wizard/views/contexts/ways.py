"""Where one is among the pages of questions, and how one gets to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.views.contexts.onward import next_page, page_before
from wizard.views.contexts.said import Said
from wizard.views.contexts.tasklist import Stage, stages_of
from wizard.worksheet.model import Page


@dataclass(frozen=True)
class Ways:
    """The place of a page among those that ask something in this pass, those before and after it, and all."""

    here: str
    place: str
    before: Page | None
    after: Page | None
    stages: Sequence[Stage]


def ways_from(said: Said, page: Page) -> Ways:
    """Return the ways from a page."""
    asking = said.flow.pages()
    return Ways(
        here=page.id,
        place=f"Page {asking.index(page) + 1} of {len(asking)}" if page in asking else "All pages",
        before=page_before(said.flow, page),
        after=next_page(said.flow, page),
        stages=stages_of(said, set(said.worksheet.pages)),
    )
