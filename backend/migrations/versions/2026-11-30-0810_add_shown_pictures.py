"""Add the mark of photos that everybody in the organization may see, such as the pictures of a checklist."""

import sqlalchemy as sa
from alembic import op

revision = "0045_shown_pictures"
down_revision = "0044_second_factor"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Mark none: what there is stays where its store's people see it."""
    op.add_column("photo", sa.Column("shown_to_all", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Forget the mark."""
    op.drop_column("photo", "shown_to_all")
