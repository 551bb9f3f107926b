"""Add what happens to lots before they expire, and reports of waste."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, protect, tenant_table, text_enum

revision = "0019_waste"
down_revision = "0018_counts"
branch_labels = None
depends_on = None

REASONS = ("expired", "damaged", "spoiled", "neglect", "theft", "tasting", "disaster", "other")


def upgrade() -> None:
    """Create the three tables."""
    tenant_table(
        "lot_step",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid(), nullable=False),
        sa.Column("kind", text_enum("lot_step_kind", "marked_down", "withdrawn", "wasted"), nullable=False),
        sa.Column("price_cents", sa.BigInteger()),
        sa.Column("taken_by", sa.Uuid(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("account", column="taken_by"),
        sa.CheckConstraint("(kind = 'marked_down') = (price_cents IS NOT NULL)", name="marked_down_has_price"),
        append_only=True,
    )
    op.create_index(None, "lot_step", ["org_id", "store_id", "lot_id"])
    tenant_table(
        "waste_report",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("reason", text_enum("waste_reason", *REASONS), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photo_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("status", text_enum("waste_status", "pending", "posted", "refused"), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("reported_by", sa.Uuid(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("decision_note", sa.Text(), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("account", column="reported_by"),
        belongs_to("account", column="decided_by"),
        sa.CheckConstraint("quantity > 0 AND value_cents >= 0", name="wastes_something"),
        sa.CheckConstraint("(decided_by IS NULL) = (decided_at IS NULL)", name="decision_is_whole"),
        sa.CheckConstraint("status <> 'refused' OR decided_at IS NOT NULL", name="refused_by_somebody"),
        sa.CheckConstraint("reported_by <> decided_by", name="another_decides"),
        versioned=True,
    )
    op.create_index(None, "waste_report", ["org_id", "recorded_at", "id"])
    op.create_index(None, "waste_report", ["org_id", "store_id", "status"])
    changed_index("waste_report")
    op.create_table(
        "waste_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("approval_cents", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
    )
    protect("waste_rule")


def downgrade() -> None:
    """Drop them again."""
    for name in ("waste_rule", "waste_report", "lot_step"):
        drop_tenant_table(name)
