"""Keep planned promotions, and what they did."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0034_promotions"
down_revision = "0033_signals"
branch_labels = None
depends_on = None

LIKELY = "discount BETWEEN 0.3 AND 1"


def upgrade() -> None:
    """Create the tables."""
    tenant_table(
        "promotion",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", text_enum("promotion_kind", "price", "multi_buy", "leaflet", "display"), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("discount", sa.Numeric(4, 3)),
        sa.Column("uplift", sa.Numeric(6, 3)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("status", text_enum("promotion_status", "planned", "cancelled"), nullable=False),
        sa.Column("planned_by", sa.Uuid(), nullable=False),
        belongs_to("account", column="planned_by"),
        sa.CheckConstraint("name <> ''", name="has_name"),
        sa.CheckConstraint("first_day <= last_day AND last_day - first_day < 366", name="days_in_order"),
        sa.CheckConstraint(LIKELY, name="discount_likely"),
        sa.CheckConstraint("kind NOT IN ('price', 'multi_buy') OR discount IS NOT NULL", name="price_is_named"),
        sa.CheckConstraint("kind <> 'display' OR discount IS NULL", name="display_keeps_price"),
        sa.CheckConstraint("uplift BETWEEN 0.05 AND 20", name="uplift_likely"),
        versioned=True,
    )
    op.create_index(None, "promotion", ["org_id", "first_day", "id"])
    op.create_index(None, "promotion", ["org_id", "last_day"])
    _part("place", belongs_to("scope_node", column="place_id"))
    op.create_index(None, "promotion_place", ["org_id", "place_id"])
    _part(
        "product",
        sa.Column("discount", sa.Numeric(4, 3)),
        belongs_to("product"),
        sa.CheckConstraint(LIKELY, name="discount_likely"),
    )
    op.create_index(None, "promotion_product", ["org_id", "product_id"])
    _part(
        "review",
        sa.Column("sold", sa.Numeric(15, 3), nullable=False),
        sa.Column("expected", sa.Numeric(15, 3), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        belongs_to("product"),
        sa.CheckConstraint("sold >= 0 AND expected >= 0", name="not_negative"),
        of="product",
    )


def _part(name: str, *elements: sa.schema.SchemaItem, of: str | None = None) -> None:
    column = f"{of or name}_id"
    op.create_table(
        f"promotion_{name}",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("promotion_id", sa.Uuid(), nullable=False),
        sa.Column(column, sa.Uuid(), nullable=False),
        *elements,
        sa.PrimaryKeyConstraint("org_id", "promotion_id", column),
        belongs_to("promotion"),
    )
    protect(f"promotion_{name}")


def downgrade() -> None:
    """Drop them again."""
    for name in ("promotion_review", "promotion_product", "promotion_place", "promotion"):
        drop_tenant_table(name)
