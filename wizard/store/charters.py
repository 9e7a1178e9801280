"""Charters as they stand, with their answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from wizard.store.database import db
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


def charters_of(keys: Sequence[Row[*tuple[Any, ...]]]) -> Sequence[Charter]:
    """Return the charters whose ids stand in rows of a query, in their order."""
    ids = [key.id for key in keys]
    heads = {head.id: head for head in db.session.execute(select(charters).where(charters.c.id.in_(ids)))}
    found: dict[str, list[tuple[str, Any]]] = {id_: [] for id_ in ids}
    for charter_id, slot, value in db.session.execute(select(parts).where(parts.c.charter_id.in_(ids))):
        found[charter_id].append((slot, value))
    return [_charter(heads[id_], found[id_]) for id_ in ids if id_ in heads]


def read_charter(session: Session, charter_id: str, slots: Collection[str] | None = None) -> Charter:
    """Return the charter with this id as `session` sees it, with all its parts or those in `slots`.

    Raises NotFound.
    """
    head = session.execute(_HEAD, {"id": charter_id}).one_or_none()
    if head is None or head.deleted is not None:
        raise NotFound(charter_id)
    if slots is None:
        return _charter(head, session.execute(_PARTS, {"id": charter_id}))
    return _charter(head, session.execute(_SOME_PARTS, {"id": charter_id, "slots": list(slots)}))


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
