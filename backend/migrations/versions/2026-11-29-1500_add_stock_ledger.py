"""Add the stock ledger: places, lots, books of products at stores, balances, and moves by month."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import (
    ADD_MONTH,
    APP_ROLE,
    PARTS,
    drop_tenant_table,
    partitioned_table,
    protect,
    tenant_table,
    text_enum,
)

revision = "0016_stock_ledger"
down_revision = "0015_photo_wall"
branch_labels = None
depends_on = None

KINDS = ("shelf", "back_room", "bin", "transit", "supplier", "customer", "waste", "variance")
CAUSES = (
    "opening", "receipt", "sale", "return", "refill", "transfer_out", "transfer_in", "waste", "count", "late_fact",
    "cost_correction",
)  # fmt: skip
TABLES = ("stock_rule", "stock_mark", "stock_posting", "stock_move", "stock_balance", "stock_item", "stock_lot")


def upgrade() -> None:
    """Create the tables, and the function that adds partitions."""
    for statement in ADD_MONTH.split(";\n", 1):
        op.execute(statement)
    op.execute("REVOKE ALL ON FUNCTION storewalk_add_month(text, date) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION storewalk_add_month(text, date) TO {APP_ROLE}")
    _create_places_and_lots()
    _create_books()
    _create_moves()
    _create_marks_and_rule()


def downgrade() -> None:
    """Drop them again."""
    for name in (*TABLES, "stock_place"):
        drop_tenant_table(name)
    op.execute("DROP FUNCTION storewalk_add_month(text, date)")
    op.execute(f"DROP SCHEMA {PARTS}")


def _create_places_and_lots() -> None:
    tenant_table(
        "stock_place",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("kind", text_enum("place_kind", *KINDS), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        belongs_to("store"),
        sa.UniqueConstraint("org_id", "store_id", "code"),
    )
    tenant_table(
        "stock_lot",
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("produced_on", sa.Date()),
        sa.Column("expires_on", sa.Date()),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "product_id", "code"),
        sa.CheckConstraint("produced_on <= expires_on", name="expires_after_production"),
    )


def _create_books() -> None:
    op.create_table(
        "stock_item",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("unit_cost", sa.Numeric(18, 4), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "product_id"),
        belongs_to("store"),
        belongs_to("product"),
        sa.CheckConstraint("quantity <> 0 OR value_cents = 0", name="nothing_is_worth_nothing"),
        sa.CheckConstraint("quantity < 0 OR value_cents >= 0", name="value_not_negative"),
        sa.CheckConstraint("unit_cost >= 0", name="cost_not_negative"),
    )
    protect("stock_item")
    op.create_index(None, "stock_item", ["org_id", "product_id"])
    tenant_table(
        "stock_balance",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_place", column="place_id"),
        belongs_to("stock_lot", column="lot_id"),
        sa.UniqueConstraint(
            "org_id", "store_id", "product_id", "place_id", "lot_id", postgresql_nulls_not_distinct=True
        ),
    )
    op.create_index(None, "stock_balance", ["org_id", "lot_id"])


def _create_moves() -> None:
    partitioned_table(
        "stock_move",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("direction", sa.SmallInteger(), nullable=False),
        sa.Column("cause", text_enum("cause", *CAUSES), nullable=False),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("cause_line", sa.BigInteger(), nullable=False),
        sa.Column("occurred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("below_zero", sa.Boolean(), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        belongs_to("stock_place", column="from_id"),
        belongs_to("stock_place", column="to_id"),
        sa.CheckConstraint("quantity > 0 OR (quantity = 0 AND value_cents > 0)", name="moves_something"),
        sa.CheckConstraint("value_cents >= 0", name="value_not_negative"),
        sa.CheckConstraint("direction IN (-1, 0, 1)", name="direction_known"),
        sa.CheckConstraint("direction <> 0 OR value_cents = 0", name="within_keeps_value"),
        sa.CheckConstraint("from_id <> to_id", name="goes_somewhere"),
    )
    op.create_index(None, "stock_move", ["org_id", "store_id", "product_id", "occurred_at"])
    op.create_index(None, "stock_move", ["org_id", "cause_id"])
    op.create_table(
        "stock_posting",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "cause", "cause_id"),
    )
    protect("stock_posting", append_only=True)


def _create_marks_and_rule() -> None:
    tenant_table(
        "stock_mark",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid()),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count_id", sa.Uuid(), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_place", column="place_id"),
        append_only=True,
    )
    op.create_index(None, "stock_mark", ["org_id", "store_id", "product_id", "counted_at"])
    op.create_table(
        "stock_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("negative_allowed", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
    )
    protect("stock_rule")
