"""The tables. Times are UTC, without a zone, as SQLite keeps them."""

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()
"""What migrations are compared with."""

# A charter's head; `revision` counts its accepted edits, `size` is the bytes of its parts as JSON, `folded`
# is the title without case and accents, `deleted` when it was put into the bin.
charters = Table(
    "charters",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("numbers", Text, nullable=False, server_default=""),
    Column("scope", Text, nullable=False, server_default=""),
    Column("created", DateTime, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("folded", Text, nullable=False, server_default=""),
    Column("deleted", DateTime),
    Index("charters_by_change", "deleted", "changed", "id", "folded"),
)

# The parts of a charter's current answers: the fold of its edits, kept in the same transaction. A `slot` is a
# question ("problem.statement") with its whole value, "?" and a question with its "not known yet", or "!" and
# a finding's key with its dismissal.
parts = Table(
    "parts",
    METADATA,
    Column("charter_id", Text, ForeignKey("charters.id", ondelete="CASCADE"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("value", JSON(none_as_null=True), nullable=False),
)

# Every edit that was sent, in the order of arrival; a line never changes. A saved edit has the revision that
# it made; a conflict or a refusal the one that it found. `effect` is what was applied (for an undo, the edit
# that takes the other back) and `inverse` what takes this one back. Edits of one `act` were made as one, like
# a paste or the post of a page, and are taken back as one.
edits = Table(
    "edits",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("charter_id", Text, ForeignKey("charters.id", ondelete="CASCADE"), nullable=False),
    Column("edit_id", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("base", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("op", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("undoes", Integer),
    Column("act", Text),
    Column("effect", JSON(none_as_null=True)),
    Column("inverse", JSON(none_as_null=True)),
    Column("result", JSON(none_as_null=True), nullable=False),
    UniqueConstraint("charter_id", "edit_id"),
    Index("edits_by_revision", "charter_id", "revision"),
    Index("edits_by_slot", "charter_id", "slot", "revision"),
)

# Browsers that came in by the start link; the id that each holds is kept only as a SHA-256.
sessions = Table(
    "sessions",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("expires", DateTime, nullable=False),
)

# Tokens of the API, kept only as a SHA-256.
tokens = Table(
    "tokens",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", DateTime, nullable=False),
)
