"""Add the rule that photographs come from the live camera, and the mark of those that do not."""

import sqlalchemy as sa
from alembic import op

revision = "0010_live_rule"
down_revision = "0009_inspections"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give published checkpoints the rule that phones held them to: a required photograph is a live one."""
    op.add_column("inspection_checkpoint", sa.Column("live", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE inspection_checkpoint SET live = true WHERE photo_rule = 'always'")
    op.alter_column("inspection_checkpoint", "live", server_default=None)
    op.create_check_constraint("live_is_photographed", "inspection_checkpoint", "NOT live OR photo_rule <> 'none'")
    op.add_column(
        "inspection_answer_photo", sa.Column("not_live", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.alter_column("inspection_answer_photo", "not_live", server_default=None)


def downgrade() -> None:
    """Forget both."""
    op.drop_column("inspection_answer_photo", "not_live")
    op.drop_constraint("live_is_photographed", "inspection_checkpoint")
    op.drop_column("inspection_checkpoint", "live")
