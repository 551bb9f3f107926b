"""Let categories have their own rule of when to recount."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect

revision = "0025_count_category_rules"
down_revision = "0024_count_tags"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; no category has a rule of its own yet."""
    op.create_table(
        "count_category_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column("recount_quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("recount_cents", sa.BigInteger(), nullable=False),
        sa.Column("recount_percent", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "category_id"),
        belongs_to("category"),
        sa.CheckConstraint("recount_quantity >= 0 AND recount_cents >= 0 AND recount_percent >= 0", name="from_zero"),
    )
    protect("count_category_rule")


def downgrade() -> None:
    """Drop it again."""
    drop_tenant_table("count_category_rule")
