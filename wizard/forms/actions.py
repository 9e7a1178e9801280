"""The buttons of a page that do more than save: add, remove or move a row, clear an answer, undo, redo.

Each says all that it wants, row ids too, so that pressed twice it does the same once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wizard.forms.changes import Change
from wizard.forms.fields import TICK, revision_in
from wizard.forms.page import PageForm
from wizard.worksheet.answers import Answers
from wizard.worksheet.cells import UnknownCell, find_cell, find_question, find_row, find_table
from wizard.worksheet.edits import Edit
from wizard.worksheet.model import Worksheet


@dataclass(frozen=True)
class Action:
    """What a button asks for, beyond saving. The page comes back at `anchor`."""

    name: str
    anchor: str
    changes: Sequence[Change] = ()
    slots: Sequence[str] = ()
    """The places that it takes back."""


@dataclass(frozen=True)
class Post:
    """A posted page: its form, the answers that it showed, those of now, and its changes to them."""

    worksheet: Worksheet
    form: PageForm
    shown: Answers
    current: Answers
    changes: Sequence[Change]

    def rows(self, table: str) -> list[str]:
        """The ids of a table's rows once the changes are saved."""
        ids = [row["_id"] for row in self.current.rows(table)]
        edits = [change.edit for change in self.changes if change.edit.cell == table]
        return ids + [edit.row for edit in edits if edit.op == "add_row" and edit.row and edit.row not in ids]

    def removed(self, table: str) -> set[str]:
        """The ids of the rows that were shown and have gone since."""
        return {row["_id"] for row in self.shown.rows(table)} - set(self.rows(table))


def action_in(post: Post) -> Action | None:
    """Return what the pressed button asks for; None to save and continue, as for a button not ours."""
    name, *words = (post.form.action.data or "continue").split() or [""]
    act, counts = _ACTIONS.get(name, (_clear, ()))
    if len(words) not in counts:
        return None
    try:
        action = act(post, *words)
    except UnknownCell:
        return None
    return action if action.anchor.partition("/")[0] in post.form else None


def _add(post: Post, address: str, new: str) -> Action:
    """Add a row, and those that were shown blank: the page comes back with one more than it had."""
    table = find_table(post.worksheet, address)
    there, gone = post.rows(table.id), post.removed(table.id)
    edits: list[Edit] = []
    before: str | None = None
    for row in [*post.form.rows(table), find_row(post.worksheet, f"{table.id}/{new}").row]:
        if row in gone:
            continue
        if row not in there:
            edits.append(Edit("add_row", table.id, {}, row, before))
        before = row
    return Action("add", f"{table.id}/{new}", [Change(edit, table.id) for edit in edits])


def _remove(post: Post, address: str) -> Action:
    place = find_row(post.worksheet, address)
    there = place.row in post.rows(place.question.id)
    changes = [Change(Edit("remove_row", address), address)] if there else []
    return Action("remove", address, changes)


def _move(post: Post, address: str, after: str | None = None) -> Action:
    place = find_row(post.worksheet, address)
    rows = [None, *post.rows(place.question.id)]
    moves = place.row in rows and rows[rows.index(place.row) - 1] != after
    changes = [Change(Edit("move_row", address, after=after), address)] if moves else []
    return Action("move", address, changes)


def _clear(post: Post, address: str) -> Action:
    find_cell(post.worksheet, address)
    return Action("clear", address, [Change(Edit("set", address), address)])


def _read_as(post: Post, address: str, typed: str) -> Action:
    """Take the other reading of a text that had two."""
    find_cell(post.worksheet, address)
    return Action("read", address, [Change(Edit("set", address, typed), address)])


def _undo(post: Post, address: str, revision: str) -> Action:
    table = find_table(post.worksheet, address)
    undo = Change(Edit("undo"), table.id, undoes=revision_in(revision) or 0)
    return Action("undo", table.id, [undo])


def _take_back(post: Post, *parts: str) -> Action:
    """Undo or redo a step: each part is the first and the last revision of an undo, and its place."""
    read = [part.split(":", 2) for part in parts]
    if any(len(part) != 3 for part in read):
        raise UnknownCell("a part of a step has three parts itself")
    slots = [slot for _, _, slot in read]
    changes = [
        Change(Edit("undo"), _shown_at(post, slot), None, revision_in(first) or 0, revision_in(last))
        for first, last, slot in read
    ]
    return Action("take-back", _anchor(slots[0]), changes, slots)


def _shown_at(post: Post, slot: str) -> str:
    """Where a page says what became of an edit; a row may be gone, its table is not."""
    question = find_question(post.worksheet, _anchor(slot).partition("/")[0])
    if slot.startswith("?"):
        return f"{question.id}/{TICK.id}"
    return question.id if question.kind == "table" else slot


def _anchor(slot: str) -> str:
    return slot.lstrip("?@").removesuffix("/")


_ACTIONS: Mapping[str, tuple[Callable[..., Action], Sequence[int]]] = {
    "add": (_add, [2]),  # table, id of the new row
    "remove": (_remove, [1]),  # row
    "move": (_move, [1, 2]),  # row, id of the row to stand behind unless it comes first
    "clear": (_clear, [1]),  # cell
    "read": (_read_as, [2]),  # cell, what to type there
    "undo": (_undo, [2]),  # table, revision
    "take-back": (_take_back, range(1, 1_000)),  # "first:last:slot" for each place
}
"""The buttons, and how many words follow the name of each: the arguments."""
