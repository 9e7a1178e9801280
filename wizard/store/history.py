"""Reading the history: what was done since, what stood at a revision, what an undo amounts to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, or_, select
from sqlalchemy.orm import Session

from wizard.store.charters import Charter, read_charter
from wizard.store.database import db
from wizard.store.tables import edits
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import Edit, apply_edit
from wizard.worksheet.loading import load_worksheet


@dataclass(frozen=True)
class Line:
    """A line of the history: a saved edit, or one that met another and waits for a person to choose.

    `edit` is what was applied; `undoes` the revision that it took back, if it did.
    """

    revision: int
    status: str
    actor: str
    client: str
    at: datetime
    edit: Edit
    undoes: int | None
    result: dict[str, Any]


def edits_since(charter_id: str, revision: int) -> Sequence[Line]:
    """Return the history of a charter after `revision`, in order; raises NotFound."""
    read_charter(db.session, charter_id, slots=())
    query = select(edits).where(
        edits.c.charter_id == charter_id, edits.c.revision > revision, edits.c.status != "refused"
    )
    return [_line(row) for row in db.session.execute(query.order_by(edits.c.sequence))]


def edited_by_others(charter_id: str, questions: Collection[str], client: str) -> bool:
    """Whether any of some questions, by id, was ever edited by another client than this one."""
    slots = [slot for id_ in questions for slot in (id_, f"?{id_}")]
    rows = [(edits.c.slot > f"{id_}/") & (edits.c.slot < f"{id_}0") for id_ in questions]
    query = _saved(charter_id, or_(edits.c.slot.in_(slots), *rows)).where(edits.c.client != client)
    return db.session.execute(query.limit(1)).first() is not None


def answers_at(charter: Charter, revision: int) -> Answers:
    """Return the answers of `charter` as they stood at `revision`, by taking back what came after."""
    worksheet, answers = load_worksheet(), charter.answers
    if revision >= charter.revision:
        return answers
    query = _saved(charter.id, edits.c.revision > revision).where(edits.c.revision <= charter.revision)
    for inverse in db.session.scalars(query.order_by(edits.c.revision.desc())):
        answers = apply_edit(worksheet, answers, Edit(**inverse)).answers
    return answers


def effect_of_undo(session: Session, charter_id: str, revision: int) -> Edit | None:
    """Return the edit that takes back the one that made `revision`; None when there is none."""
    inverse = session.scalar(_saved(charter_id, edits.c.revision == revision))
    return Edit(**inverse) if inverse else None


def changed_since(session: Session, charter_id: str, slot: str, revision: int, *, but_by: str | None) -> bool:
    """Whether `slot`, or one inside it, was changed after `revision` by another client than `but_by`."""
    query = _saved(charter_id, edits.c.revision > revision).where(_within(slot))
    if but_by is not None:
        query = query.where(edits.c.client != but_by)
    return session.scalar(query.limit(1)) is not None


def _saved(charter_id: str, condition: ColumnElement[bool]) -> Any:
    """The query for what takes back the saved edits of a charter that meet a condition."""
    return select(edits.c.inverse).where(
        edits.c.charter_id == charter_id, condition, edits.c.status == "saved"
    )


def _within(slot: str) -> ColumnElement[bool]:
    """The condition for `slot` and, when it is a row's, for its cells; "0" is the character after "/"."""
    same = edits.c.slot == slot
    if not slot.endswith("/"):
        return same
    return or_(same, (edits.c.slot > slot) & (edits.c.slot < f"{slot[:-1]}0"))


def _line(row: Row[*tuple[Any, ...]]) -> Line:
    at, edit = row.at.replace(tzinfo=UTC), Edit(**row.effect)
    return Line(row.revision, row.status, row.actor, row.client, at, edit, row.undoes, row.result)
