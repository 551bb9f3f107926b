"""Keep what stores are advised to order."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect

revision = "0031_order_sheet"
down_revision = "0030_supply"
branch_labels = None
depends_on = None

SMALL = ("sources", "arrival", "cover", "service")
NUMBERS = (
    "expected", "safety", "display", "stock", "spoils", "on_order", "wanted", "shelf_life", "most", "capacity", "least",
    "pack", "budget", "quantity", "changes", "known",
)  # fmt: skip
ALIKE = " AND ".join(f"cardinality({each}) = cardinality(product_ids)" for each in (*SMALL, *NUMBERS))


def upgrade() -> None:
    """Create the table; its long columns are kept as they are, since squeezing them costs more than it saves."""
    op.create_table(
        "order_sheet",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("product_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("source_ids", ARRAY(sa.Uuid()), nullable=False),
        *(sa.Column(each, ARRAY(sa.SmallInteger()), nullable=False) for each in SMALL),
        *(sa.Column(each, ARRAY(sa.Integer()), nullable=False) for each in NUMBERS),
        sa.Column("forecast", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "store_id", "day"),
        belongs_to("store"),
        sa.CheckConstraint(ALIKE, name="columns_alike"),
        sa.CheckConstraint("octet_length(forecast) % 4 = 0", name="forecast_of_floats"),
    )
    protect("order_sheet")
    for column in ("product_ids", *SMALL, *NUMBERS, "forecast"):
        op.execute(f"ALTER TABLE order_sheet ALTER COLUMN {column} SET STORAGE EXTERNAL")


def downgrade() -> None:
    """Drop it again."""
    drop_tenant_table("order_sheet")
