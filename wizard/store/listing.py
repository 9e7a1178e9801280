"""The list of charters, a page at a time, and the bin in which deleted ones wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, and_, delete, or_, select, update

from wizard.store.charters import Charter, NotFound, charters_of
from wizard.store.database import db, writing
from wizard.store.tables import charters
from wizard.worksheet.text import folded

PAGE = 25
"""Charters of a page."""

BIN_DAYS = timedelta(days=30)
"""How long a deleted charter can be put back."""


@dataclass(frozen=True)
class Key:
    """Where a charter stands in the list: when it was changed last (UTC, without a zone), and its id."""

    changed: datetime
    id: str

    def __str__(self) -> str:
        """The key as it stands in an address."""
        return f"{self.changed.isoformat()}_{self.id}"


@dataclass(frozen=True)
class Listed:
    """A page of charters, the last changed first; `newer` and `older` are the keys that lead on from it."""

    charters: Sequence[Charter]
    newer: Key | None = None
    older: Key | None = None


@dataclass(frozen=True)
class Binned:
    """A charter in the bin; times are UTC."""

    id: str
    title: str
    deleted: datetime

    @property
    def goes(self) -> datetime:
        """When it goes for good."""
        return self.deleted + BIN_DAYS


def read_key(text: str) -> Key | None:
    """Return the key in an address; None for what is none."""
    moment, _, id_ = text.partition("_")
    try:
        return Key(datetime.fromisoformat(moment), id_)
    except ValueError:
        return None


def list_charters(search: str = "", *, before: Key | None = None, after: Key | None = None) -> Listed:
    """Return a page of the charters whose title holds `search`, whatever its case and accents.

    The first page, or what is older than the key `before`, or newer than `after`. Its cost grows with the
    page, and with the titles only when few of them match.
    """
    wanted: list[ColumnElement[bool]] = [charters.c.deleted.is_(None)]
    if search.strip():
        wanted.append(charters.c.folded.contains(folded(search), autoescape=True))
    found = _newer_than(after, wanted) if after else _older_than(before, wanted)
    if after and len(found) <= PAGE:
        # Less than a page is newer: the first page, whole.
        before, after, found = None, None, _older_than(None, wanted)
    rows = found[-PAGE:] if after else found[:PAGE]
    if not rows:
        return Listed([])
    first, last = _key(rows[0]), _key(rows[-1])
    more = len(found) > PAGE
    return Listed(
        charters_of(rows),
        newer=first if (before or (after and more)) else None,
        older=last if (after or more) else None,
    )


def list_deleted() -> Sequence[Binned]:
    """Return the charters in the bin, the last deleted first: as many as the list has on four pages."""
    query = select(charters.c.id, charters.c.title, charters.c.deleted).where(charters.c.deleted.is_not(None))
    rows = db.session.execute(query.order_by(charters.c.deleted.desc()).limit(4 * PAGE))
    return [Binned(row.id, row.title, row.deleted.replace(tzinfo=UTC)) for row in rows]


def bin_is_empty() -> bool:
    """Whether no charter waits in the bin."""
    query = select(charters.c.id).where(charters.c.deleted.is_not(None)).limit(1)
    return db.session.scalar(query) is None


def find_deleted(charter_id: str) -> Binned | None:
    """Return the charter in the bin with this id; None when it is not there."""
    query = select(charters.c.id, charters.c.title, charters.c.deleted)
    row = db.session.execute(
        query.where(charters.c.id == charter_id, charters.c.deleted.is_not(None))
    ).one_or_none()
    return None if row is None else Binned(row.id, row.title, row.deleted.replace(tzinfo=UTC))


def delete_charter(charter_id: str) -> None:
    """Put a charter into the bin, and empty the bin of those whose time is over; raises NotFound."""
    empty_bin()
    _mark(charter_id, charters.c.deleted.is_(None), _now())


def put_back(charter_id: str) -> None:
    """Take a charter out of the bin, as it was; raises NotFound."""
    _mark(charter_id, charters.c.deleted.is_not(None), None)


def delete_for_good(charter_id: str) -> None:
    """Delete a charter in the bin with its history; raises NotFound."""
    with writing() as session:
        gone = delete(charters).where(charters.c.id == charter_id, charters.c.deleted.is_not(None))
        if session.execute(gone.returning(charters.c.id)).one_or_none() is None:
            raise NotFound(charter_id)


def empty_bin() -> None:
    """Delete with their history the charters that have been in the bin for its days."""
    with writing() as session:
        session.execute(delete(charters).where(charters.c.deleted <= _now() - BIN_DAYS))


def _mark(charter_id: str, there: ColumnElement[bool], deleted: datetime | None) -> None:
    marking = update(charters).where(charters.c.id == charter_id, there).values(deleted=deleted)
    with writing() as session:
        if session.execute(marking.returning(charters.c.id)).one_or_none() is None:
            raise NotFound(charter_id)


def _older_than(
    key: Key | None, wanted: Sequence[ColumnElement[bool]]
) -> Sequence[Row[tuple[str, datetime]]]:
    """The first of the list behind `key`, and one more that tells whether there is another page."""
    query = _keys(wanted).order_by(charters.c.changed.desc(), charters.c.id.desc())
    if key:
        same = and_(charters.c.changed == key.changed, charters.c.id < key.id)
        query = query.where(charters.c.changed <= key.changed, or_(charters.c.changed < key.changed, same))
    return db.session.execute(query).all()


def _newer_than(key: Key, wanted: Sequence[ColumnElement[bool]]) -> Sequence[Row[tuple[str, datetime]]]:
    """Those next to `key` on its other side, in the order of the list, and one more."""
    same = and_(charters.c.changed == key.changed, charters.c.id > key.id)
    query = _keys(wanted).where(
        charters.c.changed >= key.changed, or_(charters.c.changed > key.changed, same)
    )
    return db.session.execute(query.order_by(charters.c.changed, charters.c.id)).all()[::-1]


def _keys(wanted: Sequence[ColumnElement[bool]]) -> Select[tuple[str, datetime]]:
    return select(charters.c.id, charters.c.changed).where(*wanted).limit(PAGE + 1)


def _key(row: Row[tuple[str, datetime]]) -> Key:
    return Key(row.changed, row.id)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
