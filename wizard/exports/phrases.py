"""Answers as phrases, for formats that know neither tables nor groups."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wizard.judgement.facts import Facts
from wizard.worksheet.kinds import Field, Record, show_value, unit_of
from wizard.worksheet.model import Question

Shown = Mapping[str, str]
"""What people read of a row or group, by column; "" for a column that is blank."""


def shown_rows(facts: Facts, question_id: str) -> Iterator[tuple[Record, Shown]]:
    """Yield the visible rows of a table: as they are stored, and as people read them."""
    question = facts.flow.worksheet.questions[question_id]
    for row in facts.rows(question_id):
        yield row, _shown(facts, question, row)


def describe_rows(facts: Facts, question_id: str) -> Sequence[str]:
    """Return each row of a table as a phrase."""
    question = facts.flow.worksheet.questions[question_id]
    return [describe(question, shown) for _, shown in shown_rows(facts, question_id)]


def describe(question: Question, shown: Shown, without: Iterable[str] = ()) -> str:
    """Return a row or group as a phrase: "Owner: fraud desk; Amount: 61,000 reports"."""
    left_out = set(without)
    columns = [column for column in question.columns if column.id not in left_out and shown[column.id]]
    return "; ".join(labelled(column.label, shown[column.id]) for column in columns)


def answer_to(facts: Facts, question_id: str) -> str:
    """Return the answer to a question that is no table; "" while it is blank."""
    question = facts.flow.worksheet.questions[question_id]
    value = facts.value(question_id)
    if value is None:
        return ""
    if not question.columns:
        return facts.shown(question_id)
    return describe(question, _shown(facts, question, value))


def labelled(label: str, text: str) -> str:
    """Return a text behind its label; "" when there is none."""
    colon = "" if label.endswith("?") else ":"
    return f"{label}{colon} {text}" if text else ""


def joined(parts: Iterable[str], between: str) -> str:
    """Return the parts that say anything, with `between` between them."""
    return between.join(filter(None, parts))


def _shown(facts: Facts, question: Question, record: Record) -> Shown:
    return {column.id: _text(facts, column, record) for column in question.columns}


def _text(facts: Facts, column: Field, record: Record) -> str:
    text = show_value(column, record.get(column.id), record)
    is_money = column.kind == "number" and unit_of(column, record) == "currency"
    return f"{text} {facts.flow.answers.currency}".strip() if text and is_money else text
