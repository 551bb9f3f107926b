"""Keep transfers that are suggested between stores, and on how many days of late a sheet's products were out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0040_rebalances"
down_revision = "0039_order_results"
branch_labels = None
depends_on = None

QUANTITY = sa.Numeric(18, 4)
REASONS = (
    "needed_here", "ordered_already", "stock_is_wrong", "quality", "no_transport", "not_worth_it", "other",
)  # fmt: skip
QUANTITIES = ("stock", "promised", "needs", "spoils", "keeps", "excess", "lacks", "before")


def upgrade() -> None:
    """Create the tables, and the column of sheets."""
    _suggestions()
    _lines()
    _rule()
    op.add_column(
        "order_sheet", sa.Column("out_days", ARRAY(sa.SmallInteger()), nullable=False, server_default=sa.text("'{}'"))
    )


def _suggestions() -> None:
    tenant_table(
        "order_rebalance",
        sa.Column("from_store_id", sa.Uuid(), nullable=False),
        sa.Column("to_store_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", text_enum("rebalance_state", "open", "accepted", "refused", "expired"), nullable=False),
        sa.Column("metres", sa.Integer(), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("saved_cents", sa.BigInteger(), nullable=False),
        sa.Column("transfer_id", sa.Uuid()),
        sa.Column("reason", text_enum("rebalance_reason", *REASONS)),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        belongs_to("store", column="from_store_id"),
        belongs_to("store", column="to_store_id"),
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("account", column="decided_by"),
        sa.CheckConstraint("from_store_id <> to_store_id", name="goes_somewhere"),
        sa.CheckConstraint("(state = 'accepted') = (transfer_id IS NOT NULL)", name="accepted_is_a_transfer"),
        sa.CheckConstraint("(state = 'refused') = (reason IS NOT NULL)", name="refused_has_reason"),
        sa.CheckConstraint("(state IN ('accepted', 'refused')) = (decided_at IS NOT NULL)", name="decided_has_time"),
        sa.CheckConstraint("metres >= 0 AND saved_cents >= 0 AND total_cents >= 0", name="from_zero"),
        versioned=True,
    )
    op.create_index(
        "uq_order_rebalance_open",
        "order_rebalance",
        ["org_id", "from_store_id", "to_store_id"],
        unique=True,
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(None, "order_rebalance", ["org_id", "to_store_id", "state"])
    op.create_index(None, "order_rebalance", ["org_id", "recorded_at", "id"])


def _lines() -> None:
    op.create_table(
        "order_rebalance_line",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("rebalance_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.Column("line_cents", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        *(sa.Column(name, QUANTITY, nullable=False) for name in QUANTITIES),
        sa.Column("first_expiry", sa.Date()),
        sa.PrimaryKeyConstraint("org_id", "rebalance_id", "product_id"),
        belongs_to("order_rebalance", column="rebalance_id"),
        belongs_to("product"),
        sa.CheckConstraint("quantity > 0 AND quantity <= excess AND quantity <= lacks", name="moves_excess_to_lack"),
        sa.CheckConstraint("excess = stock - promised - keeps", name="adds_up"),
        sa.CheckConstraint("keeps = least(needs, stock - spoils)", name="keeps_what_it_needs"),
        sa.CheckConstraint("promised >= 0 AND needs >= 0 AND spoils >= 0 AND before >= 0", name="from_zero"),
        sa.CheckConstraint("line_cents >= 0", name="worth_something"),
    )
    protect("order_rebalance_line")


def _rule() -> None:
    op.create_table(
        "order_rebalance_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("most_metres", sa.Integer(), nullable=False),
        sa.Column("margin_days", sa.Integer(), nullable=False),
        sa.Column("line_cents", sa.BigInteger(), nullable=False),
        sa.Column("trip_cents", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint("most_metres BETWEEN 0 AND 500000", name="within_reach"),
        sa.CheckConstraint("margin_days BETWEEN 0 AND 28", name="within_the_forecast"),
        sa.CheckConstraint("line_cents >= 0 AND trip_cents >= 0", name="from_zero"),
    )
    protect("order_rebalance_rule")


def downgrade() -> None:
    """Drop them again."""
    op.drop_column("order_sheet", "out_days")
    for table in ("order_rebalance_rule", "order_rebalance_line", "order_rebalance"):
        drop_tenant_table(table)
