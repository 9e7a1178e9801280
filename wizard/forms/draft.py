"""What a post could not save, kept so that the page comes back with it as typed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from wizard.forms.changes import Change, cell_of
from wizard.forms.fields import TICK, CellField, RecordField, Typed, cells_of
from wizard.forms.page import PageForm
from wizard.worksheet.answers import Answers
from wizard.worksheet.model import Question
from wizard.worksheet.numbers import Doubt

CHANGED = "This was changed elsewhere while you were writing. Choose which to keep"
MEANWHILE = "This was changed elsewhere in the meantime. Look at it again first"
REMOVED = (
    "This row was removed elsewhere while you were writing. "
    "What you wrote is still here: save to add it again, or remove it"
)


@dataclass
class Draft:
    """Problems and texts by the name of the field, row or table where they belong.

    `missing` are the problems that leave nothing unsaved. `theirs` holds what stands in a cell now, where two
    people wrote; `bases` the revision that the author of a kept text had seen. `rows` are the rows of a table
    that are shown but not saved, each with the id of the row before it. `doubts` say of what was saved how it
    was read, where it could mean something else.
    """

    errors: dict[str, str] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    typed: dict[str, Typed] = field(default_factory=dict)
    theirs: dict[str, Any] = field(default_factory=dict)
    bases: dict[str, int] = field(default_factory=dict)
    rows: dict[str, dict[str, str | None]] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What became of a change: "saved", "conflict" (with what stands there) or "refused" (with why)."""

    change: Change
    status: str
    revision: int | None = None
    theirs: Any = None
    reason: str = ""
    doubts: Mapping[str, Doubt] = field(default_factory=dict)


def draft_of(form: PageForm, after: Answers, outcomes: Iterable[Outcome]) -> Draft:
    """Return what is left to show of a validated `form`; `after` are the answers with its changes."""
    outcomes = list(outcomes)
    draft = Draft(doubts={cell: doubt for outcome in outcomes for cell, doubt in outcome.doubts.items()})
    for question in form.questions:
        for cell in [*cells_of(form.field(question)), *cells_of(form.note(question))]:
            _keep_errors(draft, cell, form.base)
        _keep_undecided(draft, form, question, after)
    for outcome in outcomes:
        if outcome.status == "conflict":
            _keep_conflict(draft, form, outcome)
        elif outcome.status == "refused":
            _keep_refused(draft, form, after, outcome)
    for question in form.questions:
        if question.kind == "table":
            _keep_rows(draft, form, question, after)
    return draft


def _keep_errors(draft: Draft, cell: CellField, base: int) -> None:
    if cell.errors and cell.blank:
        draft.missing[cell.name] = cell.errors[0]
    elif cell.errors:
        draft.errors[cell.name] = cell.errors[0]
        draft.typed[cell.name] = cell.typed or ""
        draft.bases[cell.name] = base if cell.base is None else cell.base


def _keep_undecided(draft: Draft, form: PageForm, question: Question, after: Answers) -> None:
    """Keep what met another's text before and comes back without a choice between the two."""
    for cell in cells_of(form.field(question)):
        stored = after.at(cell_of(question, cell))
        if cell.keep == "" and cell.typed is not None and cell.data != stored:
            draft.errors[cell.name] = CHANGED
            draft.theirs[cell.name] = stored
            draft.typed[cell.name] = cell.typed
    tick = form.note(question).cells[TICK.id]
    if tick.keep == "" and tick.typed is not None:
        draft.errors[tick.name] = CHANGED
        draft.theirs[tick.name] = after.unknown.get(question.id)
        _keep_typed(draft, form, tick.name)


def _keep_conflict(draft: Draft, form: PageForm, outcome: Outcome) -> None:
    name = outcome.change.name
    if outcome.change.edit.op not in ("set", "set_unknown"):
        draft.errors[name] = MEANWHILE
        return
    draft.errors[name] = CHANGED
    draft.theirs[name] = outcome.theirs
    _keep_typed(draft, form, name)


def _keep_refused(draft: Draft, form: PageForm, after: Answers, outcome: Outcome) -> None:
    edit, name = outcome.change.edit, outcome.change.name
    place = name.rpartition("/")[0]
    row = edit.op == "set" and next((row for row in _records(form) if row.row and row.name == place), None)
    if row and after.row(place.rpartition("/")[0], str(row.row)) is None:
        name, reason = place, REMOVED
    else:
        reason = outcome.reason[:1].upper() + outcome.reason[1:]
    draft.errors[name] = reason
    if edit.value is not None or edit.op == "set":
        _keep_typed(draft, form, name)


def _keep_typed(draft: Draft, form: PageForm, name: str) -> None:
    """Keep the text of the field, the row or the note called `name`."""
    of_note = name.endswith(TICK.id)
    prefix = name.removesuffix(TICK.id) if of_note else f"{name}/"
    for cell in form.cells():
        inside = cell.name.startswith(prefix) and ("/@" in cell.name) == of_note
        if cell.typed is not None and (cell.name == name or inside):
            draft.typed[cell.name] = cell.typed


def _keep_rows(draft: Draft, form: PageForm, question: Question, after: Answers) -> None:
    """Keep the rows that hold a text and are not saved, each in its place."""
    there = {row["_id"] for row in after.rows(question.id)} | set(question.fixed_ids)
    before: str | None = None
    for row_id, row in form.rows(question).items():
        kept = any(cell.name in draft.typed for cell in row.cells.values())
        if kept and row_id not in there:
            draft.rows.setdefault(question.id, {})[row_id] = before
        before = row_id if kept or row_id in there else before


def _records(form: PageForm) -> Iterator[RecordField]:
    for question in form.questions:
        yield from form.rows(question).values()
