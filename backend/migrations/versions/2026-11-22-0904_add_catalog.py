"""Add categories, units, products, and the packs and barcodes of a product."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, tenant_table, text_enum

revision = "0004_catalog"
down_revision = "0003_stores"
branch_labels = None
depends_on = None

SEARCHED = (("recorded_at", "id"), ("category_id",), ("search_code",), ("search_zh",), ("search_en",), ("pinyin",))


def upgrade() -> None:
    """Create the five tables."""
    tenant_table(
        "category",
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        json_column("name"),
        belongs_to("category", column="parent_id"),
        sa.UniqueConstraint("org_id", "code"),
    )
    tenant_table(
        "unit",
        sa.Column("code", sa.Text(), nullable=False),
        json_column("name"),
        sa.UniqueConstraint("org_id", "code"),
    )
    tenant_table(
        "product",
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        json_column("name"),
        sa.Column("pinyin", sa.Text(collation="C"), nullable=False),
        sa.Column("search_code", sa.Text(collation="C"), nullable=False),
        sa.Column("search_zh", sa.Text(collation="C"), nullable=False),
        sa.Column("search_en", sa.Text(collation="C"), nullable=False),
        sa.Column("price_cents", sa.BigInteger(), nullable=False),
        sa.Column("status", text_enum("product_status", "active", "discontinued"), nullable=False),
        belongs_to("category"),
        belongs_to("unit"),
        sa.UniqueConstraint("org_id", "code"),
        sa.CheckConstraint("price_cents >= 0", name="price_not_negative"),
        versioned=True,
    )
    for columns in SEARCHED:
        op.create_index(None, "product", ["org_id", *columns])
    tenant_table(
        "product_pack",
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", sa.Numeric(12, 3), nullable=False),
        belongs_to("product"),
        belongs_to("unit"),
        sa.UniqueConstraint("org_id", "product_id", "unit_id"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
    )
    tenant_table(
        "product_barcode",
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("gtin", sa.Text(), nullable=False),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "gtin"),
        sa.CheckConstraint("length(gtin) = 14", name="gtin_has_14_digits"),
    )
    op.create_index(None, "product_barcode", ["org_id", "product_id"])


def downgrade() -> None:
    """Drop them again."""
    for name in ("product_barcode", "product_pack", "product", "unit", "category"):
        drop_tenant_table(name)
