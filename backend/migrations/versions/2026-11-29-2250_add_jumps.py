"""Keep sudden jumps of sales, and how a store's sales spread over its hours."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect

revision = "0036_jumps"
down_revision = "0035_orders"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "demand_jump",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("sold", sa.Numeric(18, 4), nullable=False),
        sa.Column("expected", sa.Numeric(18, 4), nullable=False),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "day", "product_id"),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("sold > expected", name="sold_more"),
    )
    protect("demand_jump")
    op.create_table(
        "demand_shape",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("units", sa.Numeric(18, 4), nullable=False),
        sa.Column("shares", ARRAY(sa.Double()), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id"),
        belongs_to("store"),
        sa.CheckConstraint("cardinality(shares) = 24", name="a_share_for_each_hour"),
    )
    protect("demand_shape")


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("demand_shape")
    drop_tenant_table("demand_jump")
