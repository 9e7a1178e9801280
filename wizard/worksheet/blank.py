"""The whole worksheet before anybody has answered it, to be read or to be filled in by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from wizard.worksheet.conditions import when_asked
from wizard.worksheet.model import Need, Page, Question, Step, Worksheet

NEEDS: Mapping[Need, str] = {
    "essential": "Essential",
    "required": "Needed before sign-off",
    "optional": "Optional",
}
"""The needs in words."""


@dataclass(frozen=True)
class BlankQuestion:
    """A question, numbered from 1 through the whole sheet; `asked` says when it is asked, "" for always."""

    number: int
    question: Question
    need: str
    asked: str


@dataclass(frozen=True)
class BlankPage:
    """A page of the sheet."""

    page: Page
    questions: Sequence[BlankQuestion]


@dataclass(frozen=True)
class BlankStep:
    """A step of the sheet."""

    step: Step
    pages: Sequence[BlankPage]


def blank_sheet(worksheet: Worksheet) -> Sequence[BlankStep]:
    """Return all questions, those too that only some answers lead to."""
    numbers = count(1)

    def blank(question: Question) -> BlankQuestion:
        asked = when_asked(worksheet, question)
        return BlankQuestion(next(numbers), question, NEEDS[question.need], asked)

    return [
        BlankStep(
            step, [BlankPage(page, [blank(question) for question in page.questions]) for page in step.pages]
        )
        for step in worksheet.steps
    ]
