"""Charters as they stand: opened, listed, deleted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select
from sqlalchemy.orm import Session

from wizard.store.database import db, writing
from wizard.store.tables import charters, parts
from wizard.worksheet.answers import Answers
from wizard.worksheet.edits import HEAD

# Building a statement takes longer than running it, so the ones of every request are built once.
_HEAD = select(charters).where(charters.c.id == bindparam("id"))
_PARTS = select(parts.c.slot, parts.c.value).where(parts.c.charter_id == bindparam("id"))
_SOME_PARTS = _PARTS.where(parts.c.slot.in_(bindparam("slots", expanding=True)))


class NotFound(LookupError):
    """There is no such charter, or it is not for this person."""


@dataclass(frozen=True)
class Charter:
    """A charter as it stands at a revision; `size` is in bytes of JSON, times are UTC."""

    id: str
    revision: int
    size: int
    answers: Answers
    created: datetime
    changed: datetime


def load_charter(charter_id: str) -> Charter:
    """Return the charter with this id; raises NotFound."""
    return read_charter(db.session, charter_id)


def list_charters() -> Sequence[Charter]:
    """Return all charters, the last changed first."""
    heads = db.session.execute(select(charters).order_by(charters.c.changed.desc())).all()
    found: dict[str, list[tuple[str, Any]]] = {head.id: [] for head in heads}
    for charter_id, slot, value in db.session.execute(select(parts)):
        found[charter_id].append((slot, value))
    return [_charter(head, found[head.id]) for head in heads]


def read_charter(session: Session, charter_id: str, slots: Collection[str] | None = None) -> Charter:
    """Return the charter with this id as `session` sees it, with all its parts or those in `slots`.

    Raises NotFound.
    """
    head = session.execute(_HEAD, {"id": charter_id}).one_or_none()
    if head is None:
        raise NotFound(charter_id)
    if slots is None:
        return _charter(head, session.execute(_PARTS, {"id": charter_id}))
    return _charter(head, session.execute(_SOME_PARTS, {"id": charter_id, "slots": list(slots)}))


def delete_charter(charter_id: str) -> None:
    """Delete a charter with its history; raises NotFound."""
    with writing() as session:
        deleted = session.execute(
            delete(charters).where(charters.c.id == charter_id).returning(charters.c.id)
        )
        if deleted.one_or_none() is None:
            raise NotFound(charter_id)


def parts_of(answers: Answers) -> dict[str, Any]:
    """Return the parts that `answers` are kept as, by slot."""
    return {
        **answers.values,
        **{f"?{question}": note for question, note in answers.unknown.items()},
        **{f"!{key}": note for key, note in answers.dismissed.items()},
    }


def _charter(head: Row[*tuple[Any, ...]], found: Iterable[Sequence[Any]]) -> Charter:
    kinds: Mapping[str, dict[str, Any]] = {"?": {}, "!": {}, "": {}}
    for slot, value in found:
        kind = slot[0] if slot[0] in "?!" else ""
        kinds[kind][slot.removeprefix(kind)] = value
    heads = {name: getattr(head, name) for name in HEAD}
    answers = Answers(values=kinds[""], unknown=kinds["?"], dismissed=kinds["!"], **heads)
    times = head.created.replace(tzinfo=UTC), head.changed.replace(tzinfo=UTC)
    return Charter(head.id, head.revision, head.size, answers, *times)
