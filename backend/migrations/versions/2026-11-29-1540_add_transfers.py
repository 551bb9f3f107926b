"""Add transfers between stores, and what is on its way."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, tenant_table, text_enum

revision = "0020_transfers"
down_revision = "0019_waste"
branch_labels = None
depends_on = None

STATUSES = ("requested", "refused", "approved", "shipped", "received", "cancelled")
REASONS = ("not_loaded", "damaged", "lost", "other")
WITHIN = "direction <> 0 OR value_cents = 0"
STEPS = ("decided", "shipped", "received", "cancelled")


def upgrade() -> None:
    """Create the four tables; goods that were lost on their way take their value along within the store."""
    _keep_value_within(f"{WITHIN} OR cause = 'transfer_in'")
    _create_transfers()
    _create_lines()
    tenant_table(
        "stock_transit",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        belongs_to("store"),
        belongs_to("product"),
        belongs_to("stock_lot", column="lot_id"),
        sa.UniqueConstraint("org_id", "store_id", "product_id", "lot_id", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("quantity >= 0 AND value_cents >= 0", name="not_below_zero"),
        sa.CheckConstraint("quantity > 0 OR value_cents = 0", name="nothing_is_worth_nothing"),
    )


def downgrade() -> None:
    """Drop them again."""
    for name in ("stock_transit", "stock_transfer_part", "stock_transfer_line", "stock_transfer"):
        drop_tenant_table(name)
    _keep_value_within(WITHIN)


def _keep_value_within(condition: str) -> None:
    op.drop_constraint("within_keeps_value", "stock_move", type_="check")
    op.create_check_constraint("within_keeps_value", "stock_move", condition)


def _create_transfers() -> None:
    tenant_table(
        "stock_transfer",
        sa.Column("from_store_id", sa.Uuid(), nullable=False),
        sa.Column("to_store_id", sa.Uuid(), nullable=False),
        sa.Column("from_entity_id", sa.Uuid()),
        sa.Column("to_entity_id", sa.Uuid()),
        sa.Column("status", text_enum("transfer_status", *STATUSES), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        *(column for step in STEPS for column in _step(step)),
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("legal_entity", column="from_entity_id"),
        belongs_to("legal_entity", column="to_entity_id"),
        belongs_to("account", column="requested_by"),
        *(belongs_to("account", column=f"{step}_by") for step in STEPS),
        sa.CheckConstraint("from_store_id <> to_store_id", name="goes_somewhere"),
        sa.CheckConstraint("requested_by <> decided_by", name="another_decides"),
        sa.CheckConstraint(
            "status NOT IN ('approved', 'refused', 'shipped', 'received') OR decided_at IS NOT NULL", name="decided"
        ),
        sa.CheckConstraint("(status IN ('shipped', 'received')) = (shipped_at IS NOT NULL)", name="shipped_has_time"),
        sa.CheckConstraint("(status = 'received') = (received_at IS NOT NULL)", name="received_has_time"),
        sa.CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_time"),
        versioned=True,
    )
    op.create_index(None, "stock_transfer", ["org_id", "recorded_at", "id"])
    op.create_index(None, "stock_transfer", ["org_id", "status", "from_store_id"])
    changed_index("stock_transfer")


def _step(name: str) -> tuple[sa.Column[object], sa.Column[object]]:
    return sa.Column(f"{name}_by", sa.Uuid()), sa.Column(f"{name}_at", sa.DateTime(timezone=True))


def _create_lines() -> None:
    tenant_table(
        "stock_transfer_line",
        sa.Column("transfer_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("requested", sa.Numeric(18, 4), nullable=False),
        *(sa.Column(name, sa.Numeric(18, 4)) for name in ("approved", "shipped", "received")),
        sa.Column("shipped_value_cents", sa.BigInteger()),
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "transfer_id", "product_id"),
        sa.CheckConstraint("requested > 0", name="asks_for_something"),
        sa.CheckConstraint("approved BETWEEN 0 AND requested", name="approved_within_requested"),
        sa.CheckConstraint("shipped BETWEEN 0 AND approved", name="shipped_within_approved"),
        sa.CheckConstraint("received BETWEEN 0 AND shipped", name="received_within_shipped"),
        sa.CheckConstraint("(shipped IS NULL) = (shipped_value_cents IS NULL)", name="shipped_is_valued"),
    )
    tenant_table(
        "stock_transfer_part",
        sa.Column("transfer_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("lot_id", sa.Uuid()),
        sa.Column("shipped", sa.Numeric(18, 4), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.Numeric(18, 4)),
        sa.Column("reason", text_enum("difference_reason", *REASONS)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photo_ids", ARRAY(sa.Uuid()), nullable=False),
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("stock_transfer_line", column="line_id"),
        belongs_to("stock_lot", column="lot_id"),
        sa.CheckConstraint("shipped > 0 AND value_cents >= 0", name="sends_something"),
        sa.CheckConstraint("received BETWEEN 0 AND shipped", name="received_within_shipped"),
        sa.CheckConstraint(
            "received IS NULL OR (received < shipped) = (reason IS NOT NULL)", name="difference_has_reason"
        ),
    )
    op.create_index(None, "stock_transfer_part", ["org_id", "transfer_id"])
