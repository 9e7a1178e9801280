"""Edits: the only way an answer changes. Applying one also gives the edit that takes it back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import (
    UnknownCell,
    find_cell,
    find_question,
    find_row,
    find_table,
    shorten,
)
from wizard.worksheet.currencies import read_currency
from wizard.worksheet.dates import read_date
from wizard.worksheet.kept_texts import KEPT, fitting, followed, texts_of, with_value
from wizard.worksheet.kinds import Field, Record, doubt_about_value
from wizard.worksheet.model import Question, Worksheet
from wizard.worksheet.number_styles import UNSAID, NumberStyle, read_style, style_of
from wizard.worksheet.numbers import Doubt
from wizard.worksheet.scopes import read_scope
from wizard.worksheet.text import Unreadable, clean, one_line

MOST_ROWS = 100
"""The most rows that a table holds."""

LONGEST_TITLE = 200
"""The most characters of a charter's title, which heads a cover and every page."""

_COPY = " (copy)"


class Refused(Exception):
    """An edit that cannot be applied; its text is the reason for the person who made it."""


@dataclass(frozen=True)
class Edit:
    """One change to one cell; `undo` is resolved by the store, which has the history.

    `after` is the id of the row to stand behind, None for the first place; a row that is not there (any more)
    means the last place.
    """

    op: str
    cell: str = ""
    value: Any = None
    row: str | None = None
    after: str | None = None

    def as_json(self) -> dict[str, Any]:
        """This edit with the parts that its op uses."""
        return {name: getattr(self, name) for name in ("op", "cell", *_PARTS[self.op])}


@dataclass(frozen=True)
class Applied:
    """The answers after an edit, the value that was stored, and the edit that takes it back.

    `doubts` say by cell how a text was read that could mean something else, `also` what other cells hold now
    whose numbers follow the one that was edited.
    """

    answers: Answers
    value: Any
    inverse: Edit
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    also: Mapping[str, Any] = field(default_factory=dict)


def apply_edit(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    """Return what `edit` makes of `answers`; raises Refused with the reason."""
    if edit.op not in _OPS:
        raise Refused(f"there is no op {shorten(edit.op)}")
    try:
        return _OPS[edit.op](worksheet, answers, edit)
    except (UnknownCell, Unreadable) as error:
        raise Refused(str(error)) from error


def edits_of(worksheet: Worksheet, answers: Answers) -> Iterator[Edit]:
    """Yield the edits that turn no answers into `answers`."""
    yield from (Edit("set", name, getattr(answers, name)) for name in HEAD if getattr(answers, name))
    for question in worksheet:
        yield from _edits_of_value(question, answers.values.get(question.id))
    for id_, note in answers.unknown.items():
        yield Edit("set_unknown", id_, note)
    for key, note in answers.dismissed.items():
        yield Edit("dismiss", key, note)


def _edits_of_value(question: Question, value: Any) -> Iterator[Edit]:
    if value is None:
        return
    if question.kind == "group":
        parts = {name: part for name, part in value.items() if name != KEPT}
        yield from (
            Edit("set", f"{question.id}/{name}", part)
            for name, part in (parts | dict(texts_of(value))).items()
        )
    elif question.fixed_ids:
        names = ("_id", KEPT, question.fixed_rows)
        for row in value:
            cells = {name: part for name, part in row.items() if name not in names}
            yield from (Edit("set", f"{question.id}/{row['_id']}/{n}", part) for n, part in cells.items())
    elif question.kind == "table":
        before: str | None = None
        for row in value:
            yield Edit("add_row", question.id, _columns(row), row["_id"], before)
            before = row["_id"]
    else:
        yield Edit("set", question.id, value)


def slot_of(edit: Edit) -> str:
    """Return the place that `edit` writes to: edits of different slots never collide.

    A row's slot ends in "/" and contains the slots of its cells, so that a prefix finds them.
    """
    match edit.op:
        case "add_row":
            return f"{edit.cell}/{edit.row}/"
        case "remove_row":
            return f"{edit.cell}/"
        case "move_row":
            return f"@{edit.cell}"
        case "set_unknown":
            return f"?{edit.cell}"
        case "dismiss":
            return f"!{edit.cell}"
        case _:
            return edit.cell


def part_of(edit: Edit) -> str:
    """Return the part of the answers that `edit` reads and writes, marked as in `slot_of`."""
    return slot_of(edit).lstrip("@").partition("/")[0] if edit.op != "dismiss" else slot_of(edit)


def stored_at(worksheet: Worksheet, answers: Answers, edit: Edit) -> Any:
    """Return what `answers` hold where `edit` writes, to show a person both sides of a conflict."""
    match edit.op:
        case "set" if edit.cell in HEAD:
            return getattr(answers, edit.cell) or None
        case "set":
            return answers.at(find_cell(worksheet, edit.cell))
        case "set_unknown":
            return answers.unknown.get(edit.cell)
        case "dismiss":
            return answers.dismissed.get(edit.cell)
        case "add_row":
            return answers.row(edit.cell, str(edit.row))
        case _:
            place = find_row(worksheet, edit.cell)
            return answers.row(place.question.id, place.row)


def _set(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    if edit.cell in HEAD:
        return _set_head(answers, edit)
    cell = find_cell(worksheet, edit.cell)
    if cell.row and not cell.question.fixed_ids and answers.row(cell.question.id, cell.row) is None:
        raise Refused("this row was removed")
    if cell.field.id == cell.question.fixed_rows:
        raise Refused(f"the rows of {cell.question.id} are fixed")
    before, style = answers.record(cell), style_of(answers.numbers)
    written, value = with_value(before, cell.field, edit.value, style)
    record = followed(cell.question, written, cell.field.id)
    anew = [column for column in cell.question.columns if record.get(column.id) != written.get(column.id)]
    typed = {column.id: texts_of(record)[column.id] for column in anew} | {cell.field.id: edit.value}
    place = edit.cell.removesuffix(cell.field.id)
    return Applied(
        answers.with_record(cell, record),
        value,
        Edit("set", edit.cell, texts_of(before).get(cell.field.id, answers.at(cell))),
        doubts=dict(_doubts(place, [cell.field, *anew], typed, record, style)),
        also={f"{place}{column.id}": record.get(column.id) for column in anew},
    )


def _doubts(
    place: str, fields: Iterable[Field], typed: Record, record: Record, style: NumberStyle
) -> Iterator[tuple[str, Doubt]]:
    """Yield the cells below `place` whose `typed` text could mean something else, with how it was read."""
    for entry in fields:
        if doubt := doubt_about_value(entry, typed.get(entry.id), record, style):
            yield f"{place}{entry.id}", doubt


def _set_head(answers: Answers, edit: Edit) -> Applied:
    before = getattr(answers, edit.cell)
    value = HEAD[edit.cell]("" if edit.value is None else edit.value)
    head: dict[str, Any] = {edit.cell: value}
    changed = replace(answers, **head)
    return Applied(changed, value or None, Edit("set", edit.cell, before or None))


def read_title(raw: Any) -> str:
    """Return the charter's title in `raw`; raises Unreadable when it is blank or too long."""
    if not isinstance(raw, str):
        raise Unreadable("must be text")
    title = one_line(raw)
    if not title:
        raise Unreadable("must not be empty: the title is the charter's name")
    if len(title) > LONGEST_TITLE:
        raise Unreadable(f"must be {LONGEST_TITLE} characters or fewer; it has {len(title):,}")
    return title


def copied_title(title: str) -> str:
    """Return the title of a copy of the charter with this one."""
    return f"{title[: LONGEST_TITLE - len(_COPY)]}{_COPY}"


def _add_row(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    table = find_table(worksheet, edit.cell)
    row = find_row(worksheet, f"{edit.cell}/{edit.row or ''}").row
    if table.fixed_ids:
        raise Refused(f"the rows of {table.id} are fixed")
    if answers.row(table.id, row) is not None:
        raise Refused(f"there is a row {row} already")
    rows = answers.rows(table.id)
    if len(rows) >= MOST_ROWS:
        raise Refused(f"a table holds {MOST_ROWS} rows at most")
    style, raw = style_of(answers.numbers), edit.value or {}
    record = {"_id": row} | read_record(table, raw, style)
    changed = answers.with_value(table.id, _placed(rows, record, edit.after))
    doubts = dict(_doubts(f"{table.id}/{row}/", table.columns, raw, record, style))
    return Applied(changed, record, Edit("remove_row", f"{table.id}/{row}"), doubts)


def read_record(question: Question, raw: Any, style: NumberStyle = UNSAID) -> dict[str, Any]:
    """Return the values of a row or group as stored, without blanks, in column order; raises Unreadable."""
    if not isinstance(raw, Mapping):
        raise Unreadable("must be a record of columns")
    if unknown := [name for name in raw if name not in question.column and name not in ("_id", KEPT)]:
        raise UnknownCell(f"{question.id} has no column {shorten(str(unknown[0]))}")
    record: Record = {}
    # A column may take its unit from another, so choices are read before the numbers.
    for column in sorted(question.columns, key=lambda column: column.kind == "number"):
        try:
            record, _ = with_value(record, column, raw.get(column.id), style)
        except Unreadable as error:
            raise Unreadable(f"{column.id} {error}") from error
    texts = {**fitting(question, raw.get(KEPT), record), **texts_of(record)}
    ordered = {name: record[name] for name in question.column if name in record}
    return ordered | ({KEPT: texts} if texts else {})


def _remove_row(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    place = find_row(worksheet, edit.cell)
    row = _present(answers, place.question, place.row)
    rows = answers.rows(place.question.id)
    inverse = Edit("add_row", place.question.id, _columns(row), place.row, _before(rows, row))
    rest = [other for other in rows if other is not row]
    return Applied(answers.with_value(place.question.id, rest), None, inverse)


def _move_row(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    place = find_row(worksheet, edit.cell)
    row = _present(answers, place.question, place.row)
    rows = answers.rows(place.question.id)
    rest = [other for other in rows if other is not row]
    inverse = Edit("move_row", edit.cell, after=_before(rows, row))
    changed = answers.with_value(place.question.id, _placed(rest, row, edit.after))
    return Applied(changed, None, inverse)


def _present(answers: Answers, table: Question, row_id: str) -> Record:
    if table.fixed_ids:
        raise Refused(f"the rows of {table.id} are fixed")
    row = answers.row(table.id, row_id)
    if row is None:
        raise Refused("this row was removed")
    return row


def _placed(rows: Sequence[Record], row: Record, after: str | None) -> list[Record]:
    """Return `rows` with `row` behind the one called `after`, which may have gone: then it comes last."""
    if after is None:
        return [row, *rows]
    place = next((index for index, other in enumerate(rows, 1) if other["_id"] == after), len(rows))
    return [*rows[:place], row, *rows[place:]]


def _before(rows: Sequence[Record], row: Record) -> str | None:
    index = rows.index(row)
    return rows[index - 1]["_id"] if index else None


def _columns(row: Record) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "_id"}


def _set_unknown(worksheet: Worksheet, answers: Answers, edit: Edit) -> Applied:
    question = find_question(worksheet, edit.cell)
    note = None if edit.value is None else read_unknown(edit.value)
    inverse = Edit("set_unknown", question.id, answers.unknown.get(question.id))
    return Applied(answers.with_unknown(question.id, note), note, inverse)


def read_unknown(raw: Any) -> dict[str, str]:
    """Return who finds out, by when, and a note, as stored; an empty part stays out. Raises Unreadable."""
    parts = {"owner": one_line, "by": read_date, "note": clean}
    return _read_note(raw, parts)


def _dismiss(_: Worksheet, answers: Answers, edit: Edit) -> Applied:
    key = one_line(edit.cell)
    note = None if edit.value is None else read_dismissal(edit.value)
    inverse = Edit("dismiss", key, answers.dismissed.get(key))
    return Applied(answers.with_dismissed(key, note), note, inverse)


def read_dismissal(raw: Any) -> dict[str, str]:
    """Return why a finding is dismissed, and the digest of what was seen, as stored; raises Unreadable."""
    note = _read_note(raw, {"reason": clean, "seen": one_line})
    if "reason" not in note:
        raise Unreadable("must give a reason")
    return note


def _read_note(raw: Any, parts: Mapping[str, Callable[[str], str | None]]) -> dict[str, str]:
    if not isinstance(raw, Mapping) or not raw.keys() <= parts.keys():
        raise Unreadable(f"must be a record of {', '.join(parts)}")
    note: dict[str, str] = {}
    for name, read in parts.items():
        text = raw.get(name) or ""
        if not isinstance(text, str):
            raise Unreadable(f"{name} must be text")
        try:
            note[name] = read(text) or ""
        except Unreadable as error:
            raise Unreadable(f"{name} {error}") from error
    return {name: text for name, text in note.items() if text}


HEAD: Mapping[str, Callable[[Any], str]] = {
    "title": read_title,
    "currency": read_currency,
    "numbers": read_style,
    "scope": read_scope,
}
"""The cells of a charter that are no answers, with what reads each; "" is blank."""

_PARTS: Mapping[str, Sequence[str]] = {
    "set": ("value",),
    "add_row": ("row", "after", "value"),
    "remove_row": (),
    "move_row": ("after",),
    "set_unknown": ("value",),
    "dismiss": ("value",),
}

_OPS: Mapping[str, Callable[[Worksheet, Answers, Edit], Applied]] = {
    "set": _set,
    "add_row": _add_row,
    "remove_row": _remove_row,
    "move_row": _move_row,
    "set_unknown": _set_unknown,
    "dismiss": _dismiss,
}
