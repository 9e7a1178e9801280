"""What the answers make of the worksheet: what applies, what is answered, how far it is, what is next."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from wizard.worksheet.answers import Answers
from wizard.worksheet.kinds import Field, Record
from wizard.worksheet.model import Choice, Column, Condition, Need, Page, Question, Worksheet
from wizard.worksheet.scopes import ESSENTIAL


class Status(StrEnum):
    """How a question stands."""

    BLANK = "blank"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    """Not known yet, with an owner and a date."""


class Flow:
    """The worksheet as these answers shape it. Conditions read visible answers only.

    Nothing is computed before it is asked for, and nothing twice.
    """

    def __init__(self, worksheet: Worksheet, answers: Answers) -> None:
        self.worksheet = worksheet
        self.answers = answers
        self._shown: dict[str, bool] = {}
        self._values: dict[str, Any] = {}
        self._statuses: dict[str, Status] = {}

    def shows(self, question: Question) -> bool:
        """Whether a question applies."""
        if question.id not in self._shown:
            shown = question.show is None or self.holds(question.show)
            self._shown[question.id] = shown and not (question.hide and self.holds(question.hide))
        return self._shown[question.id]

    def questions(self, page: Page | None = None) -> Iterator[Question]:
        """The questions that apply, in order, of one page or of all."""
        return filter(self.shows, page.questions if page else self.worksheet)

    @property
    def first_pass(self) -> bool:
        """Whether the team goes through the essential questions only, and leaves the others for later."""
        return self.answers.scope == ESSENTIAL

    def in_scope(self, question: Question) -> bool:
        """Whether a question belongs to the pass that the team is in."""
        return question.need == "essential" or not self.first_pass

    def asked(self, page: Page | None = None) -> Iterator[Question]:
        """The questions that apply and belong to this pass, in order."""
        return filter(self.in_scope, self.questions(page))

    def pages(self) -> Sequence[Page]:
        """The pages that ask something in this pass, in order."""
        return [page for page in self.worksheet.pages.values() if any(True for _ in self.asked(page))]

    def columns(self, question: Question, record: Record) -> Sequence[Column]:
        """The columns that apply to a row or group."""
        return [column for column in question.columns if self.applies(column, record)]

    def applies(self, column: Column, record: Record) -> bool:
        """Whether a column applies to a row or group."""
        return self._applies(column.show, record)

    def choices(self, field: Field, record: Record) -> Sequence[Choice]:
        """The choices that apply to a field."""
        return [choice for choice in field.choices if self._applies(choice.show, record)]

    def value(self, question: Question) -> Any:
        """The visible part of an answer: None when the question does not apply or nothing visible is there.

        Rows without a value, hidden columns and hidden choices are left out; rows keep their "_id".
        """
        if question.id not in self._values:
            self._values[question.id] = self._visible(question) if self.shows(question) else None
        return self._values[question.id]

    def need(self, question: Question) -> Need:
        """The need of a question, which an answer may raise from optional to required."""
        if question.required_when and question.need == "optional" and self.holds(question.required_when):
            return "required"
        return question.need

    def status(self, question: Question) -> Status:
        """How a question that applies stands."""
        if question.id not in self._statuses:
            self._statuses[question.id] = self._status(question)
        return self._statuses[question.id]

    def started(self, page: Page | None = None) -> bool:
        """Whether anything at all is filled in, on one page or on any."""
        return any(map(self.has_content, self.questions(page)))

    def missing(self, page: Page | None = None) -> Sequence[Question]:
        """The needed questions that are blank, essential ones first, then in order."""
        blank = [q for q in self._blank(self.questions(page)) if self.need(q) != "optional"]
        return sorted(blank, key=lambda question: self.need(question) != "essential")

    def has_content(self, question: Question) -> bool:
        """Whether anything at all is filled in, however little."""
        return self.value(question) is not None or question.id in self.answers.unknown

    def holds(self, condition: Condition, record: Record | None = None) -> bool:
        """Whether a condition holds; `record` is the row that cells like ".measure" read."""
        return any(
            all(self._picked(cell, record or {}) & set(accepted) for cell, accepted in alternative.items())
            for alternative in condition
        )

    def _applies(self, condition: Condition | None, record: Record) -> bool:
        return condition is None or self.holds(condition, record)

    def _picked(self, cell: str, record: Record) -> set[str]:
        """The choice ids that stand in a cell that a condition names."""
        question_id, _, column = cell.partition("/")
        if not question_id.startswith("."):
            value = self.value(self.worksheet.questions[question_id])
            return _ids((value or {}).get(column) if column else value)
        return _ids(record.get(question_id[1:]))

    def _blank(self, questions: Iterator[Question] | Sequence[Question]) -> list[Question]:
        return [question for question in questions if self.status(question) == Status.BLANK]

    def _visible(self, question: Question) -> Any:
        stored = self.answers.values.get(question.id)
        if stored is None:
            return None
        if question.kind == "group":
            return self._record(question, stored) or None
        if question.kind == "table":
            return self._rows(question, stored) or None
        return self._picked_visible(question, stored, {})

    def _rows(self, question: Question, rows: Sequence[Record]) -> list[Record]:
        names = {"_id", question.fixed_rows}
        filled = (self._record(question, row) for row in rows)
        return [row for row in filled if not row.keys() <= names]

    def _record(self, question: Question, record: Record) -> dict[str, Any]:
        """The visible columns of a row or group, in the worksheet's order; a row has its id first."""
        if question.conditional:
            seen = {column.id: self._seen(column, record) for column in question.conditional}
            record = {**record, **seen}
        return {name: record[name] for name in question.names if record.get(name) is not None}

    def _seen(self, column: Column, record: Record) -> Any:
        """What shows of a column that may not apply, None where nothing does."""
        value = record.get(column.id)
        shows = value is not None and self._applies(column.show, record)
        return self._picked_visible(column, value, record) if shows else None

    def _picked_visible(self, field: Field, value: Any, record: Record) -> Any:
        if not field.selective:
            return value
        offered = [choice.id for choice in self.choices(field, record)]
        if isinstance(value, list):
            return [picked for picked in value if picked in offered] or None
        return value if value in offered else None

    def _status(self, question: Question) -> Status:
        note = self.answers.unknown.get(question.id)
        if note and note.get("owner") and note.get("by"):
            return Status.UNKNOWN
        return Status.ANSWERED if self._has_value(question) else Status.BLANK

    def _has_value(self, question: Question) -> bool:
        value = self.value(question)
        if value is None or not question.columns:
            return value is not None
        if question.kind == "group":
            return self._has_keys(question, value)
        filled = (row for row in value if self._has_keys(question, row))
        if not question.fixed_ids:
            return any(filled)
        return len(list(filled)) >= len(question.fixed_ids)

    def _has_keys(self, question: Question, record: Mapping[str, Any]) -> bool:
        return all(key.id in record for key in question.keys if self._applies(key.show, record))


def _ids(value: Any) -> set[str]:
    if isinstance(value, list):
        return set(value)
    return {value} if isinstance(value, str) else set()
