"""Answers that do not apply are kept, and nothing that people read prints them."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.factories import EXAMPLES, example
from tests.printing import body_text, print_charter, squeezed, visible_answers
from tests.word import body_text as word_text
from wizard.worksheet.answers import Answers
from wizard.worksheet.flow import Flow
from wizard.worksheet.kinds import Field
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Question

READERS: Mapping[str, Callable[[bytes], str]] = {
    "pdf": body_text,
    "docx": word_text,
    "html": bytes.decode,
    "md": bytes.decode,
    "model-card": bytes.decode,
    "issues.csv": bytes.decode,
}
SECRET = "Zugzwang"


def with_hidden(answers: Answers) -> Answers:
    """The answers, with a word that stands nowhere else in each question that does not apply."""
    flow = Flow(load_worksheet(), answers)
    hidden = [question for question in load_worksheet() if not flow.shows(question)]
    return Answers(
        answers.title,
        answers.currency,
        dict(answers.values) | {question.id: _value(question) for question in hidden},
        dict(answers.unknown)
        | {question.id: {"owner": SECRET, "by": "2027-01-01", "note": SECRET} for question in hidden},
    )


def _value(question: Question) -> Any:
    if question.kind == "choices":
        return [choice.id for choice in question.choices if not choice.exclusive]
    record = {column.id: _cell(column) for column in question.columns}
    return [{"_id": "hidden"} | record] if question.kind == "table" else record


def _cell(field: Field) -> Any:
    match field.kind:
        case "text" | "long":
            return SECRET
        case "choice":
            return field.choices[0].id
        case "choices":
            return [field.choices[0].id]
        case "date":
            return "2027-01-01"
        case "yesno":
            return True
    return 7


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_answer_that_does_not_apply_is_in_no_format_but_the_json(name: str) -> None:
    answers = with_hidden(example(name))
    assert SECRET in print_charter(answers, "json").decode()
    for format_, read in READERS.items():
        assert SECRET not in read(print_charter(answers, format_)), format_


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_answers_that_apply_are_the_same_with_and_without(name: str) -> None:
    answers = with_hidden(example(name))
    assert list(visible_answers(answers)) == list(visible_answers(example(name)))
    said = squeezed(READERS["docx"](print_charter(answers, "docx")))
    assert [answer for answer in visible_answers(answers) if squeezed(answer) not in said] == []
