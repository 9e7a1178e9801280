"""How a charter writes its numbers, and how much of the worksheet its team goes through."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; no charter has said either."""
    for name in ("numbers", "scope"):
        op.add_column("charters", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    for name in ("scope", "numbers"):
        op.drop_column("charters", name)
