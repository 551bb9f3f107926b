"""Add sales: receipts and their lines by month, the keys of receipts, and lines that wait."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, partitioned_table, protect, tenant_table, text_enum

revision = "0017_sales"
down_revision = "0016_stock_ledger"
branch_labels = None
depends_on = None

WAITING = sa.text("posted_at IS NULL")


def upgrade() -> None:
    """Create the tables."""
    partitioned_table(
        "sale",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("line_count", sa.BigInteger(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        belongs_to("store"),
        sa.CheckConstraint("line_count > 0", name="has_lines"),
    )
    op.create_index(None, "sale", ["org_id", "store_id", "business_date", "occurred_at"])
    partitioned_table(
        "sale_line",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("returned", sa.Boolean(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
        sa.CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
    )
    op.create_index(None, "sale_line", ["org_id", "sale_id"])
    op.create_table(
        "sale_key",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "receipt_number"),
        belongs_to("store"),
    )
    protect("sale_key", append_only=True)
    op.create_index(None, "sale_key", ["org_id", "sale_id"], unique=True)
    _create_waiting()


def downgrade() -> None:
    """Drop them again."""
    for name in ("parked_line", "sale_key", "sale_line", "sale"):
        drop_tenant_table(name)


def _create_waiting() -> None:
    tenant_table(
        "parked_line",
        sa.Column("sale_id", sa.Uuid(), nullable=False),
        sa.Column("line_number", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("reason", text_enum("park_reason", "unknown_product", "no_stock"), nullable=False),
        sa.Column("barcode", sa.Text()),
        sa.Column("gtin", sa.Text()),
        sa.Column("code", sa.Text()),
        sa.Column("product_id", sa.Uuid()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("unit", sa.Text()),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("returned", sa.Boolean(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True)),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
        sa.CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        sa.CheckConstraint("barcode IS NOT NULL OR code IS NOT NULL", name="names_something"),
    )
    for name, columns in (
        ("waiting", ["org_id", "occurred_at", "id"]),
        ("waiting_gtin", ["org_id", "gtin"]),
        ("waiting_store", ["org_id", "store_id"]),
    ):
        op.create_index(f"ix_parked_line_{name}", "parked_line", columns, postgresql_where=WAITING)
    op.create_index(None, "parked_line", ["org_id", "sale_id"])
