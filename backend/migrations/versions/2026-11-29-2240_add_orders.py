"""Keep the orders of stores, the rules by which they are approved, and which of them an order met."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, protect, tenant_table, text_enum

revision = "0035_orders"
down_revision = "0034_promotions"
branch_labels = None
depends_on = None

STATES = (
    "draft", "returned", "waiting", "approved", "refused", "accepted", "partly_shipped", "shipped", "partly_received",
    "received", "closed", "cancelled",
)  # fmt: skip
LEVELS = ("store", "region", "chain")
KINDS = ("amount", "deviation_percent", "deviation_cents", "category", "over_budget", "out_of_window")
REASONS = (
    "local_event", "weather", "promotion", "customer_order", "sells_otherwise", "stock_is_wrong", "no_space", "quality",
    "other",
)  # fmt: skip
ADDS_UP = """cardinality(arithmetic) = 14
AND arithmetic[7] = greatest(arithmetic[1] + arithmetic[2] + arithmetic[3] - arithmetic[4] + arithmetic[5]
                             - arithmetic[6], 0)
AND arithmetic[14] = arithmetic[7] + arithmetic[8] + arithmetic[9] + arithmetic[10] + arithmetic[11] + arithmetic[12]
                     + arithmetic[13]"""
QUANTITY = sa.Numeric(18, 4)
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Create the tables."""
    _order()
    _line()
    _alias()
    _rules()


def _order() -> None:
    tenant_table(
        "store_order",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", text_enum("order_state", *STATES), nullable=False),
        sa.Column("cut_off_at", INSTANT, nullable=False),
        sa.Column("budget_cents", sa.BigInteger()),
        sa.Column("planned_at", INSTANT),
        sa.Column("expected_on", sa.Date()),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("submitted_by", sa.Uuid()),
        sa.Column("submitted_at", INSTANT),
        sa.Column("level", text_enum("approval_level", *LEVELS)),
        sa.Column("waits_since", INSTANT),
        sa.Column("waited_s", sa.BigInteger(), nullable=False),
        sa.Column("told_levels", sa.SmallInteger(), nullable=False),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", INSTANT),
        sa.Column("accepted_by", sa.Uuid()),
        sa.Column("accepted_at", INSTANT),
        sa.Column("shipped_at", INSTANT),
        sa.Column("received_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("cancelled_by", sa.Uuid()),
        sa.Column("cancelled_at", INSTANT),
        sa.Column("missing_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("line_count", sa.BigInteger(), nullable=False),
        sa.Column("changed_count", sa.BigInteger(), nullable=False),
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        *(
            belongs_to("account", column=f"{each}_by")
            for each in ("opened", "submitted", "decided", "accepted", "cancelled")
        ),
        sa.CheckConstraint("submitted_by <> decided_by", name="another_decides"),
        sa.CheckConstraint("(state = 'waiting') = (waits_since IS NOT NULL)", name="waiting_since"),
        sa.CheckConstraint("(waits_since IS NULL) = (level IS NULL)", name="waits_for_a_level"),
        sa.CheckConstraint(
            "state IN ('draft', 'returned', 'cancelled') OR (submitted_by IS NOT NULL AND submitted_at IS NOT NULL)",
            name="submitted_has_time",
        ),
        sa.CheckConstraint(
            "state NOT IN ('approved', 'returned', 'refused') OR decided_at IS NOT NULL", name="decided"
        ),
        sa.CheckConstraint("(state = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled_has_time"),
        sa.CheckConstraint("total_cents >= 0 AND waited_s >= 0 AND told_levels >= 0", name="not_negative"),
        versioned=True,
    )
    op.create_index(
        "uq_store_order_draft",
        "store_order",
        ["org_id", "store_id", "source_id", "day"],
        unique=True,
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index(None, "store_order", ["org_id", "recorded_at", "id"])
    op.create_index(None, "store_order", ["org_id", "store_id", "state"])
    op.create_index(None, "store_order", ["org_id", "state", "waits_since"])
    changed_index("store_order")


def _line() -> None:
    _part(
        "store_order_line",
        ["order_id", "product_id"],
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("suggested", QUANTITY),
        sa.Column("quantity", QUANTITY, nullable=False),
        sa.Column("reason", text_enum("deviation_reason", *REASONS)),
        sa.Column("dropped", text_enum("drop_reason", "discontinued", "not_offered", "not_carried")),
        sa.Column("pack_quantity", QUANTITY, nullable=False),
        sa.Column("pack_cents", sa.BigInteger(), nullable=False),
        sa.Column("least", QUANTITY, nullable=False),
        sa.Column("most", QUANTITY),
        sa.Column("must_order", sa.Boolean(), nullable=False),
        sa.Column("arrival", sa.SmallInteger()),
        sa.Column("cover", sa.SmallInteger()),
        sa.Column("service", sa.SmallInteger()),
        sa.Column("arithmetic", ARRAY(sa.Integer())),
        sa.Column("submitted", QUANTITY),
        sa.Column("confirmed", QUANTITY),
        sa.Column("shipped", QUANTITY, server_default="0", nullable=False),
        sa.Column("received", QUANTITY, server_default="0", nullable=False),
        belongs_to("product"),
        sa.CheckConstraint("quantity >= 0 AND suggested >= 0 AND submitted >= 0", name="quantities_from_zero"),
        sa.CheckConstraint("confirmed >= 0 AND shipped >= 0 AND received >= 0", name="steps_from_zero"),
        sa.CheckConstraint("pack_quantity > 0 AND pack_cents >= 0", name="packs"),
        sa.CheckConstraint("dropped IS NULL OR quantity = 0", name="dropped_is_not_ordered"),
        sa.CheckConstraint(ADDS_UP, name="arithmetic_adds_up"),
    )
    op.create_index(None, "store_order_line", ["org_id", "product_id"])


def _alias() -> None:
    op.create_table(
        "store_order_alias",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "id"),
        belongs_to("store_order", column="order_id"),
    )
    protect("store_order_alias")


def _rules() -> None:
    tenant_table(
        "order_approval_rule",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", text_enum("rule_kind", *KINDS), nullable=False),
        sa.Column("over", sa.BigInteger(), nullable=False),
        sa.Column("category_id", sa.Uuid()),
        sa.Column("place_id", sa.Uuid()),
        sa.Column("level", text_enum("approval_level", *LEVELS), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        belongs_to("scope_node", column="place_id"),
        belongs_to("category"),
        sa.CheckConstraint("over >= 0", name="over_not_negative"),
        sa.CheckConstraint("(kind = 'category') = (category_id IS NOT NULL)", name="category_is_named"),
        sa.CheckConstraint("kind <> 'out_of_window' OR over = 0", name="late_is_late"),
    )
    op.create_index(None, "order_approval_rule", ["org_id", "position"])
    op.create_table(
        "order_approval_setting",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("reason_percent", sa.Integer(), nullable=False),
        sa.Column("reason_cents", sa.BigInteger(), nullable=False),
        sa.Column("escalate_minutes", sa.Integer(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", INSTANT, server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint("reason_percent >= 0 AND reason_cents >= 0", name="from_zero"),
        sa.CheckConstraint("escalate_minutes BETWEEN 5 AND 10080", name="escalates_within_a_week"),
    )
    protect("order_approval_setting")
    _part(
        "store_order_hit",
        ["order_id", "submitted_at", "position"],
        sa.Column("submitted_at", INSTANT, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", text_enum("rule_kind", *KINDS), nullable=False),
        sa.Column("level", text_enum("approval_level", *LEVELS), nullable=False),
        sa.Column("over", sa.BigInteger(), nullable=False),
        sa.Column("measured", sa.BigInteger(), nullable=False),
    )


def _part(name: str, key: list[str], *elements: sa.schema.SchemaItem) -> None:
    """Create a table of what belongs to an order."""
    op.create_table(
        name,
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("order_id", sa.Uuid(), nullable=False),
        *elements,
        sa.PrimaryKeyConstraint("org_id", *key),
        belongs_to("store_order", column="order_id"),
    )
    protect(name)


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("store_order_hit")
    drop_tenant_table("order_approval_setting")
    drop_tenant_table("order_approval_rule")
    drop_tenant_table("store_order_alias")
    drop_tenant_table("store_order_line")
    drop_tenant_table("store_order")
