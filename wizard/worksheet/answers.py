"""What a team has answered, as plain data, and the changes to it; every change returns a new Answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wizard.worksheet.cells import Cell
from wizard.worksheet.kinds import Record
from wizard.worksheet.model import Question

Value = Any
"""A stored value: text, number, ISO date, choice id, list of choice ids, bool, a record, a list of rows."""


@dataclass(frozen=True)
class Answers:
    """All that a charter holds. Blank answers are absent; rows carry their id as "_id".

    `numbers` says how its numbers are written (number_styles), `scope` how much of the worksheet the team
    goes through (scopes); "" is not said. `unknown` has {"owner", "by", "note"} per question that is "not
    known yet", `dismissed` {"reason", "seen"} per finding key. Nothing in it is ever changed in place, so
    copies may share parts.
    """

    title: str = ""
    currency: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    unknown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dismissed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    numbers: str = ""
    scope: str = ""

    def rows(self, question_id: str) -> Sequence[Record]:
        """The rows of a table, in order."""
        rows: Sequence[Record] = self.values.get(question_id, ())
        return rows

    def row(self, question_id: str, row_id: str) -> Record | None:
        """The row of a table with this id."""
        return next((row for row in self.rows(question_id) if row["_id"] == row_id), None)

    def record(self, cell: Cell) -> Record:
        """The row or group that a cell stands in; empty where there is none yet."""
        if cell.row is not None:
            return self.row(cell.question.id, cell.row) or {}
        return self.values.get(cell.question.id, {}) if cell.question.kind == "group" else {}

    def at(self, cell: Cell) -> Value:
        """The value of a cell, None when blank."""
        if cell.question.columns:
            return self.record(cell).get(cell.field.id)
        return self.values.get(cell.question.id)

    def with_record(self, cell: Cell, record: Record) -> "Answers":
        """The answers with another record where a cell stands; fixed rows come and go with values.

        A question without columns has its value under its own id.
        """
        if not cell.question.columns:
            return self.with_value(cell.question.id, record.get(cell.field.id))
        if cell.row is None:
            return self.with_value(cell.question.id, record)
        if cell.question.fixed_ids:
            return self.with_value(cell.question.id, _fixed(cell.question, self, cell.row, record))
        rows = [record if row["_id"] == cell.row else row for row in self.rows(cell.question.id)]
        return self.with_value(cell.question.id, rows)

    def with_value(self, question_id: str, value: Value) -> "Answers":
        """The answers with the whole value of a question; None or empty clears it."""
        return replace(self, values=_with(self.values, question_id, None if value in ("", [], {}) else value))

    def with_unknown(self, question_id: str, note: Mapping[str, str] | None) -> "Answers":
        """The answers with a question marked as not known yet, or no longer so."""
        return replace(self, unknown=_with(self.unknown, question_id, note))

    def with_dismissed(self, key: str, note: Mapping[str, str] | None) -> "Answers":
        """The answers with a finding dismissed, or no longer so."""
        return replace(self, dismissed=_with(self.dismissed, key, note))


def _with(record: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """Return a copy of `record` with one key set; None takes it out."""
    return {name: old for name, old in {**record, key: value}.items() if name != key or old is not None}


def _fixed(question: Question, answers: Answers, row_id: str, record: Record) -> list[Record]:
    """Return the rows of a table with fixed rows, in the worksheet's order, without untouched ones."""
    rows = {row["_id"]: row for row in answers.rows(question.id)}
    names = {"_id": row_id, str(question.fixed_rows): row_id}
    rows[row_id] = names | {name: value for name, value in record.items() if name not in names}
    return [rows[key] for key in question.fixed_ids if key in rows and len(rows[key]) > len(names)]
