"""Let the application change the points of a section, which a granted dispute does; the audit keeps what they were."""

from alembic import op

from storewalk.core.schema import APP_ROLE

revision = "0050_score_again"
down_revision = "0049_sheet_mappings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Allow it for the points alone."""
    op.execute(f"GRANT UPDATE (score) ON inspection_section_score TO {APP_ROLE}")


def downgrade() -> None:
    """Forbid it again."""
    op.execute(f"REVOKE UPDATE (score) ON inspection_section_score FROM {APP_ROLE}")
