"""Add what a regional manager says of visits."""

import sqlalchemy as sa

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0051_visit_reviews"
down_revision = "0050_score_again"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    tenant_table(
        "inspection_review",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("inspector_id", sa.Uuid(), nullable=False),
        sa.Column("status", text_enum("review_status", "approved", "returned", "remarked"), nullable=False),
        sa.Column("score", sa.Numeric(5, 2)),
        sa.Column("reviewed_by", sa.Uuid(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("remark", sa.Text()),
        sa.Column("remarked_at", sa.DateTime(timezone=True)),
        belongs_to("inspection"),
        belongs_to("account", "inspector_id"),
        belongs_to("account", "reviewed_by"),
        sa.UniqueConstraint("org_id", "inspection_id"),
        sa.CheckConstraint("reviewed_by <> inspector_id", name="by_somebody_else"),
        sa.CheckConstraint("status = 'approved' OR note IS NOT NULL", name="sent_back_has_note"),
        sa.CheckConstraint("(remark IS NULL) = (remarked_at IS NULL)", name="remark_is_whole"),
        sa.CheckConstraint("status <> 'remarked' OR remark IS NOT NULL", name="remarked_has_remark"),
        sa.CheckConstraint("status <> 'returned' OR remark IS NULL", name="returned_waits"),
    )


def downgrade() -> None:
    """Drop it."""
    drop_tenant_table("inspection_review")
