"""Keep what visits and their sections scored before a granted dispute."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.schema import APP_ROLE

revision = "0056_first_scores"
down_revision = "0055_marked_shares"
branch_labels = None
depends_on = None

POINTS = sa.Numeric(5, 2)


def upgrade() -> None:
    """Take the total of visits that were scored again from their first such event; their sections' stay in the log."""
    op.add_column("inspection", sa.Column("rescored_at", sa.DateTime(timezone=True)))
    op.add_column("inspection", sa.Column("first_score", POINTS))
    op.add_column("inspection_section_score", sa.Column("first_score", POINTS))
    op.execute(f"GRANT UPDATE (first_score) ON inspection_section_score TO {APP_ROLE}")
    op.execute(
        """
        UPDATE inspection AS visit
        SET rescored_at = again.recorded_at, first_score = (again.payload ->> 'score_before')::numeric
        FROM (
            SELECT DISTINCT ON (org_id, subject_id) org_id, subject_id, recorded_at, payload
            FROM event WHERE kind = 'inspections.rescored'
            ORDER BY org_id, subject_id, recorded_at
        ) AS again
        WHERE visit.org_id = again.org_id AND visit.id = again.subject_id
        """
    )
    op.execute(
        """
        UPDATE inspection_section_score AS section SET first_score = section.score
        FROM inspection AS visit
        WHERE visit.org_id = section.org_id AND visit.id = section.inspection_id AND visit.rescored_at IS NOT NULL
        """
    )
    op.create_check_constraint("rescored_after_score", "inspection", "rescored_at IS NULL OR status = 'scored'")
    op.create_check_constraint("first_score_is_over", "inspection", "first_score IS NULL OR rescored_at IS NOT NULL")


def downgrade() -> None:
    """Forget them; they are still in the audit log."""
    op.drop_column("inspection_section_score", "first_score")
    op.drop_column("inspection", "first_score")
    op.drop_column("inspection", "rescored_at")
