"""Check your answers: everything that this pass asks, or that is answered, by step and page."""

from collections.abc import Sequence
from dataclasses import dataclass

from wizard.charter.blocks import entry_of
from wizard.charter.model import Block
from wizard.views.contexts.said import Said
from wizard.worksheet.flow import Flow
from wizard.worksheet.model import Page, Question, Step


@dataclass(frozen=True)
class Item:
    """A question with its answer; no blocks when it is blank and may be."""

    id: str
    label: str
    blocks: Sequence[Block]

    @property
    def wide(self) -> bool:
        """Whether the answer needs the whole width."""
        return any(block.kind == "table" for block in self.blocks)


@dataclass(frozen=True)
class PageReview:
    """The answers of a page."""

    id: str
    title: str
    items: Sequence[Item]


@dataclass(frozen=True)
class StepReview:
    """The pages of a step that have a question to answer."""

    id: str
    number: int | None
    title: str
    pages: Sequence[PageReview]


@dataclass(frozen=True)
class Review:
    """All answers, and how many needed ones are missing."""

    steps: Sequence[StepReview]
    missing: int


def review_of(said: Said) -> Review:
    """Return the answers to check."""
    steps = [_step(said.flow, step) for step in said.worksheet.steps]
    return Review([step for step in steps if step.pages], len(said.to_answer))


def _step(flow: Flow, step: Step) -> StepReview:
    pages = [_page(flow, page) for page in step.pages]
    return StepReview(step.id, step.number or None, step.title, [page for page in pages if page.items])


def _page(flow: Flow, page: Page) -> PageReview:
    shown = (q for q in flow.questions(page) if flow.in_scope(q) or flow.has_content(q))
    return PageReview(page.id, page.title, [_item(flow, question) for question in shown])


def _item(flow: Flow, question: Question) -> Item:
    entry = entry_of(flow, question)
    return Item(question.id, question.label, entry.blocks if entry else ())
