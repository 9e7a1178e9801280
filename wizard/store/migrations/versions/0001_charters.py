"""Charters, their parts, the history of edits; sessions and tokens."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "charters",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "parts",
        _charter_id(primary_key=True),
        sa.Column("slot", sa.Text(), primary_key=True),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=False),
    )
    op.create_table(
        "edits",
        sa.Column("sequence", sa.Integer(), primary_key=True),
        _charter_id(nullable=False),
        sa.Column("edit_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer()),
        sa.Column("effect", sa.JSON(none_as_null=True)),
        sa.Column("inverse", sa.JSON(none_as_null=True)),
        sa.Column("result", sa.JSON(none_as_null=True), nullable=False),
        sa.UniqueConstraint("charter_id", "edit_id"),
    )
    op.create_index("edits_by_revision", "edits", ["charter_id", "revision"])
    op.create_index("edits_by_slot", "edits", ["charter_id", "slot", "revision"])
    op.create_table(
        "sessions",
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("expires", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "tokens",
        sa.Column("hash", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("tokens", "sessions", "edits", "parts", "charters"):
        op.drop_table(table)


def _charter_id(*, primary_key: bool = False, nullable: bool | None = None) -> sa.Column[str]:
    key = sa.ForeignKey("charters.id", ondelete="CASCADE")
    return sa.Column("charter_id", sa.Text(), key, primary_key=primary_key, nullable=bool(nullable))
