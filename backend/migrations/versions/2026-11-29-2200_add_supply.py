"""Keep suppliers, and where the goods of a store come from."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0030_supply"
down_revision = "0029_recalls"
branch_labels = None
depends_on = None

TABLES = ("supplier", "order_source", "order_delivery", "order_delivery_day", "order_offer", "order_store_terms")
LEVELS = "0.5 <= level_c AND level_c <= level_b AND level_b <= level_a AND level_a <= 0.99"


def upgrade() -> None:
    """Create the tables."""
    tenant_table(
        "supplier",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pinyin", sa.Text(collation="C"), nullable=False),
        sa.Column("credit_code", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("status", text_enum("supplier_status", "active", "ended"), nullable=False),
        sa.UniqueConstraint("org_id", "code"),
        versioned=True,
    )
    op.create_index(None, "supplier", ["org_id", "recorded_at", "id"])
    tenant_table(
        "order_source",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("supplier_id", sa.Uuid()),
        sa.Column("warehouse_id", sa.Uuid()),
        sa.Column("lead_days", sa.SmallInteger(), nullable=False),
        sa.Column("sold_same_day", sa.Boolean(), nullable=False),
        sa.Column("cut_off", sa.Time(), nullable=False),
        sa.Column("least_cents", sa.BigInteger(), nullable=False),
        sa.Column("status", text_enum("source_status", "active", "ended"), nullable=False),
        belongs_to("supplier"),
        belongs_to("store", column="warehouse_id"),
        sa.UniqueConstraint("org_id", "code"),
        sa.CheckConstraint("num_nonnulls(supplier_id, warehouse_id) = 1", name="one_origin"),
        sa.CheckConstraint("lead_days BETWEEN 0 AND 60", name="lead_days_likely"),
        sa.CheckConstraint("least_cents >= 0", name="least_not_negative"),
        versioned=True,
    )
    op.create_index(None, "order_source", ["org_id", "recorded_at", "id"])
    _of_source(
        "order_delivery",
        ["source_id", "store_id"],
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("weekdays", sa.SmallInteger(), nullable=False),
        sa.Column("budget_cents", sa.BigInteger()),
        belongs_to("store"),
        sa.CheckConstraint("weekdays BETWEEN 1 AND 127", name="some_weekday"),
        sa.CheckConstraint("budget_cents >= 0", name="budget_not_negative"),
    )
    op.create_index(None, "order_delivery", ["org_id", "store_id"])
    _of_source(
        "order_delivery_day",
        ["source_id", "day"],
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("delivers", sa.Boolean(), nullable=False),
    )
    _of_source(
        "order_offer",
        ["source_id", "product_id"],
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("pack_quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("pack_cents", sa.BigInteger(), nullable=False),
        sa.Column("least", sa.Numeric(18, 4), nullable=False),
        sa.Column("most", sa.Numeric(18, 4)),
        sa.Column("life_days", sa.SmallInteger()),
        sa.Column("service_class", text_enum("service_class", "a", "b", "c"), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        belongs_to("product"),
        sa.CheckConstraint("pack_quantity > 0", name="pack_positive"),
        sa.CheckConstraint("pack_cents >= 0", name="price_not_negative"),
        sa.CheckConstraint("least >= 0 AND most >= least", name="limits_in_order"),
        sa.CheckConstraint("life_days > 0", name="life_positive"),
    )
    op.create_index(None, "order_offer", ["org_id", "product_id"])
    op.create_table(
        "order_store_terms",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.Column("must_order", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.Numeric(18, 4)),
        sa.Column("keep_at_least", sa.Numeric(18, 4), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "product_id"),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("capacity > 0", name="capacity_positive"),
        sa.CheckConstraint("keep_at_least >= 0", name="kept_not_negative"),
    )
    op.create_index(None, "order_store_terms", ["org_id", "product_id"])
    protect("order_store_terms")
    op.create_table(
        "order_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("level_a", sa.Numeric(18, 4), nullable=False),
        sa.Column("level_b", sa.Numeric(18, 4), nullable=False),
        sa.Column("level_c", sa.Numeric(18, 4), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint(LEVELS, name="levels_in_order"),
    )
    protect("order_rule")


def _of_source(name: str, key: list[str], *elements: sa.schema.SchemaItem) -> None:
    """Create a table of what belongs to a source."""
    op.create_table(
        name,
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        *elements,
        sa.PrimaryKeyConstraint("org_id", *key),
        belongs_to("order_source", column="source_id"),
    )
    protect(name)


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("order_rule")
    for name in reversed(TABLES):
        drop_tenant_table(name)
