"""What several edits belong to that were made as one."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let edits name their act; those made before have none."""
    op.add_column("edits", sa.Column("act", sa.Text()))


def downgrade() -> None:
    """Forget the acts."""
    op.drop_column("edits", "act")
