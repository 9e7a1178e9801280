"""What a post changes: the edits between a page as it was shown and as it came back."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Field

from wizard.forms.fields import (
    NOTE,
    TICK,
    CellField,
    NoteField,
    RecordField,
    TableField,
    Typed,
    cells_of,
)
from wizard.forms.page import PageForm
from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import Cell
from wizard.worksheet.edits import Edit
from wizard.worksheet.kinds import show_value
from wizard.worksheet.model import Question
from wizard.worksheet.number_styles import style_of
from wizard.worksheet.text import one_line


@dataclass(frozen=True)
class Change:
    """An edit that a post asks for.

    `name` is the field or row that it comes from; `base` the revision that its author had seen, where that is
    not the page's; `undoes` the revision that is to be taken back, with what followed in its place up to
    `through`.
    """

    edit: Edit
    name: str
    base: int | None = None
    undoes: int | None = None
    through: int | None = None


def changes_in(form: PageForm, shown: Answers, current: Answers) -> Iterator[Change]:
    """Yield a change for every well-formed value that differs from what was shown and from what stands now.

    `shown` are the answers at the form's base. Both differences count: a value like the one shown was not
    touched, and one like that of now has been saved already, by this post sent twice or by someone else.
    """
    for question in form.questions:
        field = form.field(question)
        if isinstance(field, TableField) and not question.fixed_ids:
            yield from _of_rows(question, field, shown, current)
        else:
            yield from _of_cells(question, field, shown, current)
        yield from _of_note(question, form.note(question), shown, current)


def cell_of(question: Question, field: CellField) -> Cell:
    """Return the cell that a field of `question` posts."""
    return Cell(question, field.entry, field.row)


def _of_rows(question: Question, table: TableField, shown: Answers, current: Answers) -> Iterator[Change]:
    there = {row["_id"] for row in current.rows(question.id)}
    seen = there | {row["_id"] for row in shown.rows(question.id)}
    before: str | None = None
    for row_id, row in table.rows.items():
        if row_id in seen:
            yield from _of_cells(question, row, shown, current)
        elif values := _typed_values(row):
            yield Change(Edit("add_row", question.id, values, row_id, before), row.name)
            there.add(row_id)
        before = row_id if row_id in there else before


def _typed_values(row: RecordField) -> dict[str, Typed | None]:
    return {name: cell.typed for name, cell in row.cells.items() if cell.data is not None and not cell.errors}


def _of_cells(question: Question, field: Field, shown: Answers, current: Answers) -> Iterator[Change]:
    for cell in cells_of(field):
        yield from _of_cell(cell, cell_of(question, cell), shown, current)


def _of_cell(field: CellField, cell: Cell, shown: Answers, current: Answers) -> Iterator[Change]:
    if field.typed is None or field.errors or field.keep in ("", "theirs"):
        return
    if field.data == current.at(cell) or _is_as_shown(field, cell, shown):
        return
    value = None if field.data is None else field.typed
    yield Change(Edit("set", field.name, value), field.name, field.base)


def _is_as_shown(field: CellField, cell: Cell, shown: Answers) -> bool:
    """Whether nobody touched the value. A page shows a kept text as typed, not as stored, so that never is.

    The text decides before the value: "35%" beside a measure that was changed is no new number.
    """
    if field.keep == "mine" or field.base is not None:
        return False
    value = shown.at(cell)
    if field.data == value:
        return True
    text = field.typed if isinstance(field.typed, str) else ""
    as_shown = show_value(cell.field, value, shown.record(cell), style_of(shown.numbers))
    return field.entry.kind == "number" and one_line(text) == one_line(as_shown)


def _of_note(question: Question, field: NoteField, shown: Answers, current: Answers) -> Iterator[Change]:
    tick = field.cells[TICK.id]
    if tick.typed is None or tick.keep in ("", "theirs"):
        return
    stored = current.unknown.get(question.id)
    # A date that cannot be read leaves the date that stands, and what is well formed is saved beside it.
    left = {part.id[1:] for part in NOTE if field.cells[part.id].errors} & (stored or {}).keys()
    kept = {name: (stored or {})[name] for name in left}
    read = {name[1:]: value for name, value in field.data.items() if name != TICK.id}
    wanted = kept | read if field.ticked else None
    base = next((cell.base for cell in field.cells.values() if cell.base is not None), None)
    touched = tick.keep == "mine" or base is not None or wanted != shown.unknown.get(question.id)
    if touched and wanted != stored:
        value = kept | field.note if field.ticked else None
        yield Change(Edit("set_unknown", question.id, value), tick.name, base)
