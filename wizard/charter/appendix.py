"""Every answer in brief beside its question as it was asked; in full it is in its section."""

from collections.abc import Iterator
from typing import Any

from wizard.charter.model import Entry, Part, Section
from wizard.charter.prose import plain_words
from wizard.charter.table import Head, Table
from wizard.judgement.facts import Facts
from wizard.judgement.judging import Judgement
from wizard.judgement.wording import cut, plural
from wizard.worksheet.flow import Status
from wizard.worksheet.kinds import Field, Record, show_value
from wizard.worksheet.model import Question, Step

_HEADS = (Head("Question"), Head("Answer, in brief"), Head("State"))
_BRIEF = 160


def appendix(judgement: Judgement) -> Iterator[Section]:
    """Yield the list of all that was answered, step by step; a memo does without."""
    facts = judgement.facts
    steps = [] if facts.ends_as_memo else facts.flow.worksheet.steps
    entries = tuple(
        Entry(f"appendix.{step.id}", step.title, (Table(_HEADS, rows),))
        for step in steps
        if (rows := tuple(_rows(facts, step)))
    )
    yield Section(
        "appendix",
        None,
        "Appendix: all answers",
        (Part("appendix.part", "", entries),) if entries else (),
    )


def _rows(facts: Facts, step: Step) -> Iterator[tuple[str, str, str]]:
    for page in step.pages:
        for question in filter(facts.flow.has_content, facts.flow.questions(page)):
            yield question.ask, _brief(question, facts.value(question.id)), _state(facts, question)


def _state(facts: Facts, question: Question) -> str:
    match facts.flow.status(question):
        case Status.ANSWERED:
            return "Answered"
        case Status.UNKNOWN:
            return "Not known yet"
    return "In part"


def _brief(question: Question, value: Any) -> str:
    if value is None:
        return ""
    if question.kind == "table":
        # The first column says what a row is about.
        names = [show_value(question.columns[0], row.get(question.columns[0].id), row) for row in value]
        return cut(f"{plural(len(value), 'row')}: {'; '.join(filter(None, names))}", _BRIEF)
    if question.kind == "group":
        return cut("; ".join(_parts(question, value)), _BRIEF)
    return cut(_words(question, value, {}), _BRIEF)


def _parts(question: Question, record: Record) -> Iterator[str]:
    for column in question.columns:
        if column.id in record:
            yield f"{column.label}: {_words(column, record[column.id], record)}"


def _words(field: Field, value: Any, record: Record) -> str:
    words = show_value(field, value, record)
    return plain_words(words) if field.kind == "long" else words
