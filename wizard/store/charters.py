"""Charters as they stand: opened, listed, made, deleted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.orm import Session

from wizard.store.database import db, writing
from wizard.store.tables import CharterRow, PartRow
from wizard.worksheet.answers import Answers

_HEAD = (
    CharterRow.id,
    CharterRow.revision,
    CharterRow.size,
    CharterRow.title,
    CharterRow.currency,
    CharterRow.created,
    CharterRow.changed,
)


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
    heads = db.session.execute(select(*_HEAD).order_by(CharterRow.changed.desc())).all()
    parts: dict[str, list[tuple[str, Any]]] = {head.id: [] for head in heads}
    for charter_id, slot, value in db.session.execute(
        select(PartRow.charter_id, PartRow.slot, PartRow.value)
    ):
        parts[charter_id].append((slot, value))
    return [_charter(head, parts[head.id]) for head in heads]


def read_charter(session: Session, charter_id: str) -> Charter:
    """Return the charter with this id as `session` sees it; raises NotFound."""
    head = session.execute(select(*_HEAD).where(CharterRow.id == charter_id)).one_or_none()
    if head is None:
        raise NotFound(charter_id)
    parts = session.execute(select(PartRow.slot, PartRow.value).where(PartRow.charter_id == charter_id))
    return _charter(head, [(slot, value) for slot, value in parts])


def delete_charter(charter_id: str) -> None:
    """Delete a charter with its history; raises NotFound."""
    with writing() as session:
        deleted = session.execute(
            delete(CharterRow).where(CharterRow.id == charter_id).returning(CharterRow.id)
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


def _charter(head: Row[*tuple[Any, ...]], parts: Iterable[tuple[str, Any]]) -> Charter:
    kinds: Mapping[str, dict[str, Any]] = {"?": {}, "!": {}, "": {}}
    for slot, value in parts:
        kind = slot[0] if slot[0] in "?!" else ""
        kinds[kind][slot.removeprefix(kind)] = value
    answers = Answers(head.title, head.currency, kinds[""], kinds["?"], kinds["!"])
    times = head.created.replace(tzinfo=UTC), head.changed.replace(tzinfo=UTC)
    return Charter(head.id, head.revision, head.size, answers, *times)
