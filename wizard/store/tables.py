"""The tables. Times are UTC."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What migrations compare the database with."""

    type_annotation_map = {str: Text, Any: JSON(none_as_null=True)}  # noqa: RUF012  # SQLAlchemy's own form


class CharterRow(Base):
    """A charter's head; `revision` counts its accepted edits, `size` is the bytes of its parts as JSON."""

    __tablename__ = "charters"

    id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    size: Mapped[int]
    title: Mapped[str]
    currency: Mapped[str]
    created: Mapped[datetime]
    changed: Mapped[datetime]


class PartRow(Base):
    """One part of a charter's current answers: the fold of its edits, kept in the same transaction.

    `slot` is a question ("problem.statement") with its whole value, "?" and a question with its "not known
    yet", or "!" and a finding's key with its dismissal.
    """

    __tablename__ = "parts"

    charter_id: Mapped[str] = mapped_column(ForeignKey("charters.id", ondelete="CASCADE"), primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any]


class EditRow(Base):
    """One edit that was sent, in the order of arrival; never changed, only ever added.

    A saved edit has the revision it made; a conflict or a refusal the one it found. `effect` is what was
    applied (for an undo, the edit that takes the other back) and `inverse` what takes this one back.
    """

    __tablename__ = "edits"
    __table_args__ = (
        UniqueConstraint("charter_id", "edit_id"),
        Index("edits_by_revision", "charter_id", "revision"),
        Index("edits_by_slot", "charter_id", "slot", "revision"),
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[str] = mapped_column(ForeignKey("charters.id", ondelete="CASCADE"))
    edit_id: Mapped[str]
    revision: Mapped[int]
    status: Mapped[str]
    actor: Mapped[str]
    client: Mapped[str]
    base: Mapped[int]
    at: Mapped[datetime]
    op: Mapped[str]
    cell: Mapped[str]
    slot: Mapped[str]
    undoes: Mapped[int | None]
    effect: Mapped[Any | None]
    inverse: Mapped[Any | None]
    result: Mapped[Any]


class SessionRow(Base):
    """A browser that came in by the start link; the id it holds is kept only as a SHA-256."""

    __tablename__ = "sessions"

    hash: Mapped[str] = mapped_column(primary_key=True)
    actor: Mapped[str]
    created: Mapped[datetime]
    expires: Mapped[datetime]


class TokenRow(Base):
    """A token of the API, kept only as a SHA-256."""

    __tablename__ = "tokens"

    hash: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    created: Mapped[datetime]
