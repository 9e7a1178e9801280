"""Titles to search in, the order in which charters are listed, and when one was thrown away."""

import sqlalchemy as sa
from alembic import op

from wizard.worksheet.text import folded

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and fill them, and an index that holds all that the list looks at."""
    op.add_column("charters", sa.Column("folded", sa.Text(), nullable=False, server_default=""))
    op.add_column("charters", sa.Column("deleted", sa.DateTime()))
    connection = op.get_bind()
    titles = connection.execute(sa.text("SELECT id, title FROM charters")).all()
    for id_, title in titles:
        fill = sa.text("UPDATE charters SET folded = :folded WHERE id = :id")
        connection.execute(fill, {"folded": folded(title), "id": id_})
    op.create_index("charters_by_change", "charters", ["deleted", "changed", "id", "folded"])


def downgrade() -> None:
    """Drop them; what was thrown away comes back."""
    op.drop_index("charters_by_change", "charters")
    for name in ("deleted", "folded"):
        op.drop_column("charters", name)
