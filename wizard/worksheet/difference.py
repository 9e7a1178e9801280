"""What differs between two states of a charter, cell by cell, and the edits that lead between them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import HEAD, Edit
from wizard.worksheet.kept_texts import texts_of
from wizard.worksheet.kinds import Record
from wizard.worksheet.model import Question, Worksheet


@dataclass(frozen=True)
class Difference:
    """One cell or row that differs; `edit` makes the one state the other there.

    `question` is its id, "" for the charter's head and for a finding set aside. `before` and `after` are
    stored values, None for what is not there; of a row that moved they are its place, counted from 1.
    """

    cell: str
    question: str
    edit: Edit
    before: Any
    after: Any

    @property
    def op(self) -> str:
        """What happened: set, add_row, remove_row, move_row, set_unknown or dismiss."""
        return self.edit.op

    def as_json(self) -> dict[str, Any]:
        """This difference as programs read it."""
        return {name: getattr(self, name) for name in ("cell", "question", "op", "before", "after")}


def differences(
    worksheet: Worksheet, before: Answers, after: Answers, questions: Collection[str] | None = None
) -> Iterator[Difference]:
    """Yield what differs, in the worksheet's order: of all there is, or of the `questions` with these ids.

    The edits, applied to `before` in this order, make it `after`.
    """
    if questions is None:
        yield from _of_head(before, after)
    for question in worksheet:
        if questions is None or question.id in questions:
            yield from _of_question(question, before, after)
            yield from _of_notes("set_unknown", question.id, before.unknown, after.unknown)
    if questions is None:
        for key in [*before.dismissed, *(key for key in after.dismissed if key not in before.dismissed)]:
            yield from _of_notes("dismiss", key, before.dismissed, after.dismissed)


def _of_head(before: Answers, after: Answers) -> Iterator[Difference]:
    for name in HEAD:
        yield from _of_cell(name, "", getattr(before, name) or None, getattr(after, name) or None)


def _of_cell(cell: str, question: str, before: Any, after: Any) -> Iterator[Difference]:
    if before != after:
        yield Difference(cell, question, Edit("set", cell, after), before, after)


def _of_notes(
    op: str, cell: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Difference]:
    old, new = before.get(cell), after.get(cell)
    if old != new:
        yield Difference(cell, cell if op == "set_unknown" else "", Edit(op, cell, new), old, new)


def _of_question(question: Question, before: Answers, after: Answers) -> Iterator[Difference]:
    old, new = before.values.get(question.id), after.values.get(question.id)
    if old is new:
        return
    if question.kind == "group":
        yield from _of_record(question, question.id, old or {}, new or {})
    elif question.fixed_ids:
        yield from _of_fixed_rows(question, old or (), new or ())
    elif question.kind == "table":
        yield from _of_rows(question, old or (), new or ())
    else:
        yield from _of_cell(question.id, question.id, old, new)


def _of_record(question: Question, place: str, old: Record, new: Record) -> Iterator[Difference]:
    # A number may take its unit from a choice beside it, so what gives the unit comes first.
    for column in sorted(question.columns, key=lambda column: column.kind == "number"):
        was, text_was, value, text = (
            part.get(column.id) for part in (old, texts_of(old), new, texts_of(new))
        )
        if column.id != question.fixed_rows and (was, text_was) != (value, text):
            cell = f"{place}/{column.id}"
            # What was typed goes with the value that it was read as.
            edit = Edit("set", cell, value if text is None else text)
            yield Difference(cell, question.id, edit, was, value)


def _of_fixed_rows(question: Question, old: Sequence[Record], new: Sequence[Record]) -> Iterator[Difference]:
    olds, news = ({row["_id"]: row for row in rows} for rows in (old, new))
    for row in question.fixed_ids:
        yield from _of_record(question, f"{question.id}/{row}", olds.get(row, {}), news.get(row, {}))


def _of_rows(question: Question, old: Sequence[Record], new: Sequence[Record]) -> Iterator[Difference]:
    """Rows that went, then those that came, moved or changed, in the order in which they stand now."""
    olds, news = ({row["_id"]: row for row in rows} for rows in (old, new))
    for id_, row in olds.items():
        if id_ not in news:
            cell = f"{question.id}/{id_}"
            yield Difference(cell, question.id, Edit("remove_row", cell), row, None)
    stay = _in_place([id_ for id_ in olds if id_ in news], list(news))
    places = {id_: number for number, id_ in enumerate(olds, 1)}
    before: str | None = None
    for number, (id_, row) in enumerate(news.items(), 1):
        cell = f"{question.id}/{id_}"
        if id_ not in olds:
            edit = Edit("add_row", question.id, _columns(row), id_, before)
            yield Difference(cell, question.id, edit, None, row)
        else:
            if id_ not in stay:
                edit = Edit("move_row", cell, after=before)
                yield Difference(cell, question.id, edit, places[id_], number)
            yield from _of_record(question, cell, olds[id_], row)
        before = id_


def _in_place(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The ids that need not move when `old` is put in the order of `new`."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {id_ for block in matcher.get_matching_blocks() for id_ in old[block.a : block.a + block.size]}


def _columns(row: Record) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "_id"}
