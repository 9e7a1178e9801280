"""The versions of one answer, newest first: who made each, when, and what it changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wizard.forms.fields import NOTE
from wizard.store.history import Line
from wizard.store.steps import grouped
from wizard.views.contexts.moments import ago
from wizard.views.contexts.wording_changes import Piece, pieces
from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import find_cell, find_row
from wizard.worksheet.difference import Difference, differences
from wizard.worksheet.edits import apply_edit
from wizard.worksheet.kinds import Record, show_value
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.model import Question
from wizard.worksheet.naming import name_of_slot
from wizard.worksheet.number_styles import style_of


@dataclass(frozen=True)
class Change:
    """One cell or row: what it is called, what happened to it, and its words before and after in one."""

    label: str
    what: str
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class Version:
    """How an answer stood at `revision`; what `undone` says of it was taking back."""

    revision: int
    who: str
    at: datetime
    when: str
    undone: bool
    changes: Sequence[Change]


def versions_in(
    question: Question, answers: Answers, lines: Sequence[Line], now: datetime
) -> Iterator[Version]:
    """Yield the versions that `lines` tell of, newest first; `answers` are those after the newest of them."""
    worksheet, after = load_worksheet(), answers
    for step in grouped(lines):
        before = after
        for line in step:
            if line.inverse:
                before = apply_edit(worksheet, before, line.inverse).answers
        changes = [
            _change(question, difference, before, after)
            for difference in differences(worksheet, before, after, {question.id})
        ]
        newest = step[0]
        yield Version(
            revision=newest.revision,
            who=who(newest.actor),
            at=newest.at,
            when=ago(newest.at, now),
            undone=newest.undoes is not None,
            changes=changes,
        )
        after = before


def who(actor: str) -> str:
    """Return an actor as people say it."""
    kind, _, name = actor.partition(":")
    return f"the program “{name}”" if kind == "token" else "you"


def _change(question: Question, difference: Difference, before: Answers, after: Answers) -> Change:
    match difference.op:
        case "set":
            cell = find_cell(load_worksheet(), difference.cell)
            label = name_of_slot(load_worksheet(), after, difference.cell)
            old, new = (
                show_value(cell.field, state.at(cell), state.record(cell), style_of(state.numbers))
                for state in (before, after)
            )
            return Change(label, "changed", pieces(old, new))
        case "set_unknown":
            return Change(
                "Not known yet", "changed", pieces(_note(difference.before), _note(difference.after))
            )
        case "move_row":
            words = f"from place {difference.before} to place {difference.after}"
            label = name_of_slot(load_worksheet(), after, f"@{difference.cell}")
            return Change(label, "moved", [Piece("same", words)])
    state = after if difference.op == "add_row" else before
    row = state.row(question.id, find_row(load_worksheet(), difference.cell).row) or {}
    kind, what = ("ins", "added") if difference.op == "add_row" else ("del", "removed")
    label = name_of_slot(load_worksheet(), state, f"{difference.cell}/")
    return Change(label, what, [Piece(kind, _record(question, row, state))])


def _record(question: Question, record: Record, answers: Answers) -> str:
    style = style_of(answers.numbers)
    told = (
        (column.label, show_value(column, record.get(column.id), record, style))
        for column in question.columns
    )
    return " · ".join(f"{label}: {text}" for label, text in told if text) or "a blank row"


def _note(note: Any) -> str:
    return " · ".join(filter(None, (show_value(part, (note or {}).get(part.id[1:]), {}) for part in NOTE)))
