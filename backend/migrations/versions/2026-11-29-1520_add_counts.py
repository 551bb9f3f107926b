"""Add counts: their zones, lines, results, when to recount, and whose book is closed meanwhile."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, protect, tenant_table, text_enum

revision = "0018_counts"
down_revision = "0017_sales"
branch_labels = None
depends_on = None

REASONS = (
    "miscounted_before", "received_wrong", "sold_as_another", "unrecorded_waste", "unrecorded_transfer", "theft",
    "other",
)  # fmt: skip


def upgrade() -> None:
    """Create the seven tables."""
    _create_count()
    _create_zone_and_line()
    _create_result()
    op.create_table(
        "count_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("recount_quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("recount_cents", sa.BigInteger(), nullable=False),
        sa.Column("recount_percent", sa.BigInteger(), nullable=False),
        sa.Column("approval_cents", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
    )
    protect("count_rule")
    op.create_table(
        "cycle_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("every_days", sa.BigInteger(), nullable=False),
        sa.Column("products", sa.BigInteger(), nullable=False),
        sa.Column("a_days", sa.BigInteger(), nullable=False),
        sa.Column("b_days", sa.BigInteger(), nullable=False),
        sa.Column("c_days", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint("every_days >= 0 AND products > 0 AND a_days > 0", name="turns"),
    )
    protect("cycle_rule")
    op.create_table(
        "stock_blind",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("product_ids", ARRAY(sa.Uuid())),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "count_id"),
        belongs_to("store"),
    )
    protect("stock_blind")
    changed_index("product")  # phones that count keep the catalogue, and ask what changed


def downgrade() -> None:
    """Drop them again."""
    op.drop_index(op.f("ix_product_org_id_changed_at"), "product")
    for name in ("stock_blind", "cycle_rule", "count_rule", "count_result", "count_line", "count_zone", "stock_count"):
        drop_tenant_table(name)


def _create_count() -> None:
    tenant_table(
        "stock_count",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("kind", text_enum("count_kind", "full", "category", "cycle", "spot"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "status", text_enum("count_status", "open", "recount", "submitted", "approved", "cancelled"), nullable=False
        ),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("category_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("product_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("window_from", sa.DateTime(timezone=True)),
        sa.Column("window_until", sa.DateTime(timezone=True)),
        sa.Column("opened_by", sa.Uuid()),
        sa.Column("submitted_by", sa.Uuid()),
        sa.Column("submitted_at", sa.DateTime(timezone=True)),
        sa.Column("approved_by", sa.Uuid()),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.Column("cancel_reason", sa.Text()),
        sa.Column("gain_cents", sa.BigInteger()),
        sa.Column("loss_cents", sa.BigInteger()),
        belongs_to("store"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="submitted_by"),
        belongs_to("account", column="approved_by"),
        sa.CheckConstraint("round IN (1, 2)", name="one_recount"),
        sa.CheckConstraint(
            "status NOT IN ('submitted', 'recount', 'approved') OR submitted_at IS NOT NULL", name="submitted_has_time"
        ),
        sa.CheckConstraint("(status = 'approved') = (approved_at IS NOT NULL)", name="approved_has_time"),
        sa.CheckConstraint("(approved_at IS NULL) = (gain_cents IS NULL)", name="approved_is_valued"),
        sa.CheckConstraint("(gain_cents IS NULL) = (loss_cents IS NULL)", name="both_values"),
        sa.CheckConstraint("window_from < window_until", name="window_runs"),
        versioned=True,
    )
    op.create_index(None, "stock_count", ["org_id", "recorded_at", "id"])
    op.create_index(None, "stock_count", ["org_id", "store_id", "status"])
    changed_index("stock_count")


def _create_zone_and_line() -> None:
    tenant_table(
        "count_zone",
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", text_enum("zone_place", "shelf", "back_room"), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        belongs_to("stock_count", column="count_id"),
        sa.UniqueConstraint("org_id", "count_id", "name"),
    )
    tenant_table(
        "count_line",
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("zone_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("product_id", sa.Uuid()),
        sa.Column("barcode", sa.Text()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_by", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("voided", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("scans", JSONB(), nullable=False),
        sa.Column("photo_ids", ARRAY(sa.Uuid()), nullable=False),
        belongs_to("stock_count", column="count_id"),
        belongs_to("count_zone", column="zone_id"),
        belongs_to("product"),
        belongs_to("account", column="counted_by"),
        sa.CheckConstraint("quantity >= 0", name="quantity_not_negative"),
        sa.CheckConstraint("product_id IS NOT NULL OR barcode IS NOT NULL", name="of_something"),
    )
    op.create_index(None, "count_line", ["org_id", "count_id", "product_id"])


def _create_result() -> None:
    op.create_table(
        "count_result",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("count_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("counted", sa.Numeric(18, 4)),
        sa.Column("uncounted", sa.Boolean(), nullable=False),
        sa.Column("submitted_variance", sa.Numeric(18, 4), nullable=False),
        sa.Column("variance", sa.Numeric(18, 4), nullable=False),
        sa.Column("value_cents", sa.BigInteger(), nullable=False),
        sa.Column("between", sa.Numeric(18, 4), nullable=False),
        sa.Column("recount", sa.Boolean(), nullable=False),
        sa.Column("reason", text_enum("variance_reason", *REASONS)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decision", text_enum("uncounted_decision", "zero", "keep")),
        sa.Column("explained", sa.Numeric(18, 4), nullable=False),
        sa.Column("explained_cents", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "count_id", "product_id"),
        belongs_to("stock_count", column="count_id"),
        belongs_to("product"),
        sa.CheckConstraint("(counted IS NULL) = uncounted", name="uncounted_has_no_quantity"),
    )
    protect("count_result")
