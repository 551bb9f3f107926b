"""Keep small facts for the results of ordering: days of stores, judged lines of orders, and their sums."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, text_enum

revision = "0039_order_results"
down_revision = "0038_purchases"
branch_labels = None
depends_on = None

QUANTITY = sa.Numeric(18, 4)
SIZES = ("cut_large", "cut_medium", "cut_small", "raised_small", "raised_medium", "raised_large")
REASONS = (
    "local_event", "weather", "promotion", "customer_order", "sells_otherwise", "stock_is_wrong", "no_space", "quality",
    "other",
)  # fmt: skip
DAY_SUMS = (
    "products", "out_days", "out_hundredths", "sales_cents", "cost_cents", "stock_cents", "perished_cents",
    "waste_cents",
)  # fmt: skip
ARRAYS = {
    "carried": sa.Boolean(), "sold": sa.BigInteger(), "out": sa.SmallInteger(), "sales_cents": sa.BigInteger(),
    "cost_cents": sa.BigInteger(), "stock_cents": sa.BigInteger(), "perished_cents": sa.BigInteger(),
    "waste_cents": sa.BigInteger(),
}  # fmt: skip
ORDER_SUMS = (
    "lines", "ordered_lines", "full_lines", "ordered_cents", "received_cents", "compared", "needed_cents",
    "system_cents", "human_cents", "system_bias_cents", "human_bias_cents", "changed", "helped", "hurt",
    "changed_system_cents", "changed_human_cents",
)  # fmt: skip


def upgrade() -> None:
    """Create the tables."""
    _store_day()
    _order_line()
    _order_day()
    op.create_table(
        "results_read",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
    )
    protect("results_read")


def _ids(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Uuid(), nullable=False) for name in names]


def _counts(*names: str, nullable: bool = False) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.BigInteger(), nullable=nullable) for name in names]


def _store_day() -> None:
    op.create_table(
        "store_day_result",
        *_ids("org_id", "store_id"),
        sa.Column("day", sa.Date(), nullable=False),
        *_ids("category_id"),
        *_counts(*DAY_SUMS),
        sa.Column("product_ids", ARRAY(sa.Uuid()), nullable=False),
        *(sa.Column(f"{name}_of", ARRAY(kind), nullable=False) for name, kind in ARRAYS.items()),
        sa.PrimaryKeyConstraint("org_id", "store_id", "day", "category_id"),
        belongs_to("store"),
        belongs_to("category"),
        sa.CheckConstraint(
            "products >= out_days AND out_days >= 0 AND out_hundredths >= 0", name="out_of_what_is_there"
        ),
        sa.CheckConstraint("perished_cents <= waste_cents", name="perished_is_wasted"),
        sa.CheckConstraint(
            " AND ".join(f"cardinality({name}_of) = cardinality(product_ids)" for name in ARRAYS),
            name="columns_alike",
        ),
    )
    op.create_index(None, "store_day_result", ["org_id", "day"])
    protect("store_day_result")


def _order_line() -> None:
    op.create_table(
        "order_line_result",
        *_ids("org_id", "order_id", "product_id", "store_id", "source_id", "category_id"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("suggested", QUANTITY),
        sa.Column("ordered", QUANTITY, nullable=False),
        sa.Column("received", QUANTITY, nullable=False),
        sa.Column("needed", QUANTITY),
        sa.Column("lost", QUANTITY),
        *_counts("ordered_cents", "received_cents"),
        *_counts("needed_cents", "system_cents", "human_cents", "system_bias_cents", "human_bias_cents", nullable=True),
        sa.Column("size", text_enum("change_size", *SIZES)),
        sa.Column("reason", text_enum("deviation_reason", *REASONS)),
        sa.PrimaryKeyConstraint("org_id", "order_id", "product_id"),
        belongs_to("store_order", column="order_id"),
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        belongs_to("product"),
        belongs_to("category"),
        sa.CheckConstraint("ordered >= 0 AND received >= 0 AND suggested >= 0 AND needed >= 0", name="from_zero"),
        sa.CheckConstraint("received_cents <= ordered_cents", name="no_more_than_ordered"),
        sa.CheckConstraint("num_nonnulls(needed, lost, needed_cents) IN (0, 3)", name="needed_whole"),
        sa.CheckConstraint(
            "num_nonnulls(system_cents, human_cents, system_bias_cents, human_bias_cents)"
            " = 4 * (needed IS NOT NULL AND suggested IS NOT NULL)::int",
            name="compared_whole",
        ),
        sa.CheckConstraint("(size IS NULL) = (suggested IS NULL OR suggested = ordered)", name="changed_has_size"),
    )
    op.create_index(None, "order_line_result", ["org_id", "day", "order_id", "product_id"])
    op.create_index(None, "order_line_result", ["org_id", "store_id", "day"])
    op.create_index(
        "ix_order_line_result_changed",
        "order_line_result",
        ["org_id", "day"],
        postgresql_where=sa.text("size IS NOT NULL"),
    )
    protect("order_line_result")


def _order_day() -> None:
    op.create_table(
        "order_day_result",
        *_ids("org_id", "store_id"),
        sa.Column("day", sa.Date(), nullable=False),
        *_ids("source_id", "category_id"),
        *_counts(*ORDER_SUMS),
        sa.Column("changed_system", QUANTITY, nullable=False),
        sa.Column("changed_human", QUANTITY, nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "day", "source_id", "category_id"),
        belongs_to("store"),
        belongs_to("order_source", column="source_id"),
        belongs_to("category"),
        sa.CheckConstraint("compared <= lines AND changed <= compared AND helped + hurt <= changed", name="part_of"),
    )
    op.create_index(None, "order_day_result", ["org_id", "day"])
    protect("order_day_result")


def downgrade() -> None:
    """Drop them again."""
    for name in ("results_read", "order_day_result", "order_line_result", "store_day_result"):
        drop_tenant_table(name)
