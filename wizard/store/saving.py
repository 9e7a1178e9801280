"""The one way an answer is written: edits enter the history, and the answers follow, in one transaction."""

import json
import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from wizard.store.charters import Charter, parts_of, read_charter
from wizard.store.database import writing
from wizard.store.history import changed_since, effect_of_undo, value_left_by
from wizard.store.tables import charters, edits, parts
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import (
    HEAD,
    Applied,
    Edit,
    Refused,
    apply_edit,
    edits_of,
    part_of,
    slot_of,
    stored_at,
)
from wizard.worksheet.loading import load_worksheet
from wizard.worksheet.text import folded

# Below the 8 MB of a charter file by more than its layout adds: what is saved can be exported and read back.
MOST_BYTES = 7 * 2**20

_EARLIER = select(edits.c.result).where(
    edits.c.charter_id == bindparam("charter"), edits.c.edit_id == bindparam("edit")
)
_ENTER = insert(edits)
_KEEP_HEAD = update(charters).where(charters.c.id == bindparam("charter"))
_KEEP_PART = upsert(parts)
_KEEP_PART = _KEEP_PART.on_conflict_do_update(set_={"value": _KEEP_PART.excluded.value})

Status = Literal["saved", "conflict", "refused"]


class TooLarge(Exception):
    """Answers that are more than a charter holds; its text is the reason."""


@dataclass(frozen=True)
class Submission:
    """An edit as a client sent it.

    `base` is the revision that its author saw, `client` the open page that it comes from, and `id` makes it
    repeatable. `undoes` is the revision that an undo takes back; the edit then has no cell. `through` is a
    later revision of the same place, up to which it is taken back in one: a stretch of typing. Edits of one
    `act` were made as one, and are taken back as one.
    """

    edit: Edit
    id: str
    client: str
    base: int
    undoes: int | None = None
    through: int | None = None
    act: str | None = None


@dataclass(frozen=True)
class Result:
    """What became of a submission.

    `revision` is the one it made, or the one at which it was turned down. `value` is what was stored, or in a
    conflict what would have been; `theirs` is what stands there instead. `read` says by cell how a saved text
    was read that could mean something else ({"read", "instead", "typed"}), `also` what other cells hold now
    whose numbers were read anew.
    """

    id: str
    cell: str
    status: Status
    revision: int | None = None
    value: Any = None
    theirs: Any = None
    reason: str = ""
    read: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    also: Mapping[str, Any] = field(default_factory=dict)


def save_edits(charter_id: str, actor: str, submissions: Iterable[Submission]) -> tuple[int, list[Result]]:
    """Save what can be saved of `submissions`, in order; return the revision after, and a result for each.

    A submission sent before gets its first result. Raises NotFound.
    """
    submissions = list(submissions)
    with writing() as session:
        entry = _Entry(session, read_charter(session, charter_id, _slots_of(submissions)), actor)
        results = [entry.make(submission) for submission in submissions]
        entry.close()
    return entry.revision, results


def create_charter(actor: str, answers: Answers) -> str:
    """Make a charter of `answers`, as edits by `actor`, and return its id; raises TooLarge."""
    now = _now()
    charter_id = secrets.token_urlsafe(16)
    # A charter is never without its title, so that the way back ends at one that has it.
    empty = {"revision": 0, "size": 0, "title": answers.title, "currency": ""}
    with writing() as session:
        session.execute(insert(charters), {"id": charter_id, **empty, "created": now, "changed": now})
        entry = _Entry(session, read_charter(session, charter_id), actor)
        client = str(uuid.uuid4())
        for edit in edits_of(load_worksheet(), answers):
            result = entry.make(Submission(edit, str(uuid.uuid4()), client, entry.revision))
            if result.status != "saved":
                raise TooLarge(result.reason)
        entry.close()
    return charter_id


class _Entry:
    """Edits being entered in one charter's history, inside a write transaction."""

    def __init__(self, session: Session, charter: Charter, actor: str) -> None:
        self.session = session
        self.worksheet = load_worksheet()
        self.charter = charter
        self.actor = actor
        self.answers = charter.answers
        self.revision = charter.revision
        self.size = charter.size

    def make(self, submission: Submission) -> Result:
        """Enter one submission, unless it was entered before, and return what became of it."""
        earlier = self.session.scalar(_EARLIER, {"charter": self.charter.id, "edit": submission.id})
        return Result(**earlier) if earlier else self._decide(submission)

    def close(self) -> None:
        """Bring the kept answers up to date with the edits that were saved."""
        if self.revision == self.charter.revision:
            return
        head = {
            **{name: getattr(self.answers, name) for name in HEAD},
            "folded": folded(self.answers.title),
            "revision": self.revision,
            "size": self.size,
            "changed": _now(),
        }
        self.session.execute(_KEEP_HEAD, {"charter": self.charter.id, **head})
        self._keep_parts(parts_of(self.charter.answers), parts_of(self.answers))

    def _keep_parts(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        changed = [slot for slot, value in after.items() if value is not before.get(slot)]
        if changed:
            rows = [{"charter_id": self.charter.id, "slot": slot, "value": after[slot]} for slot in changed]
            self.session.execute(_KEEP_PART, rows)
        if gone := before.keys() - after.keys():
            of_charter = parts.c.charter_id == self.charter.id
            self.session.execute(delete(parts).where(of_charter, parts.c.slot.in_(gone)))

    def _decide(self, submission: Submission) -> Result:
        try:
            submission = self._resolved(submission)
            applied = self._applied(submission.edit)
        except Refused as refusal:
            result = self._result(submission, "refused", reason=str(refusal))
            return self._record(submission, result)
        theirs = stored_at(self.worksheet, self.answers, submission.edit)
        if self._is_stale(submission, theirs) and not self._agrees(submission.edit, applied, theirs):
            result = self._result(submission, "conflict", value=applied.value, theirs=theirs)
            return self._record(submission, result)
        return self._save(submission, applied)

    def _resolved(self, submission: Submission) -> Submission:
        """Return the submission with an undo replaced by the edit that it amounts to."""
        if submission.base > self.revision:
            raise Refused(f"base is {submission.base}, but the charter is at revision {self.revision}")
        if submission.undoes is None:
            return submission
        effect = effect_of_undo(self.session, self.charter.id, submission.undoes, submission.through)
        if effect is None:
            raise Refused(f"there is no revision {submission.undoes} to undo")
        return replace(submission, edit=effect)

    def _applied(self, edit: Edit) -> Applied:
        applied = apply_edit(self.worksheet, self.answers, edit)
        if self.size + _growth(self.answers, applied.answers) > MOST_BYTES:
            raise Refused(f"the charter would be larger than {MOST_BYTES // 2**20} MB")
        return applied

    def _is_stale(self, submission: Submission, theirs: Any) -> bool:
        """Whether the place was changed after its author saw it; an undo must find it as its edit left it."""
        if submission.undoes is not None:
            last = submission.undoes if submission.through is None else submission.through
            return bool(value_left_by(self.session, self.charter.id, last) != theirs)
        if submission.base >= self.revision:
            return False
        slot = slot_of(submission.edit)
        return changed_since(self.session, self.charter.id, slot, submission.base, but_by=submission.client)

    def _agrees(self, edit: Edit, applied: Applied, theirs: Any) -> bool:
        """Whether a stale edit may be saved all the same: it wants what is there, or only another order."""
        return edit.op == "move_row" or (edit.op not in ("add_row", "remove_row") and applied.value == theirs)

    def _save(self, submission: Submission, applied: Applied) -> Result:
        self.size += _growth(self.answers, applied.answers)
        self.answers = applied.answers
        self.revision += 1
        read = {cell: asdict(doubt) for cell, doubt in applied.doubts.items()}
        result = self._result(submission, "saved", value=applied.value, read=read, also=dict(applied.also))
        return self._record(submission, result, applied)

    def _result(self, submission: Submission, status: Status, **parts: Any) -> Result:
        return Result(submission.id, submission.edit.cell, status, self.revision, **parts)

    def _record(self, submission: Submission, result: Result, applied: Applied | None = None) -> Result:
        """Add a line to the history; of what was refused only the reason is kept."""
        edit = submission.edit
        refused = result.status == "refused"
        line = {
            "charter_id": self.charter.id,
            "edit_id": submission.id,
            "revision": self.revision,
            "status": result.status,
            "actor": self.actor,
            "client": submission.client,
            "base": submission.base,
            "at": _now(),
            "op": edit.op if submission.undoes is None else "undo",
            "cell": edit.cell,
            "slot": "" if refused else slot_of(edit),
            "undoes": submission.undoes,
            "act": submission.act,
            "effect": None if refused else edit.as_json(),
            "inverse": applied.inverse.as_json() if applied else None,
            "result": asdict(result),
        }
        self.session.execute(_ENTER, line)
        return result


def _slots_of(submissions: Sequence[Submission]) -> set[str] | None:
    """Return the slots of the parts that submissions read or write; None when that is not yet known."""
    if any(submission.undoes is not None for submission in submissions):
        return None
    return {part_of(submission.edit) for submission in submissions}


def _growth(before: Answers, after: Answers) -> int:
    """Return by how many bytes the parts of a charter grow from `before` to `after`."""
    old, new = parts_of(before), parts_of(after)
    changed = [slot for slot in old.keys() | new.keys() if old.get(slot) is not new.get(slot)]
    return sum(_size(new.get(slot)) - _size(old.get(slot)) for slot in changed)


def _size(part: Any) -> int:
    return len(json.dumps(part, ensure_ascii=False).encode()) if part is not None else 0


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
