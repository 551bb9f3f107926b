"""Keep what arrived with a transfer without being in it."""

import sqlalchemy as sa

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table

revision = "0022_transfer_extras"
down_revision = "0021_missing_products"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    tenant_table(
        "stock_transfer_extra",
        sa.Column("transfer_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("product_id", sa.Uuid()),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        belongs_to("stock_transfer", column="transfer_id"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "transfer_id", "position"),
        sa.CheckConstraint("quantity > 0", name="there_is_some"),
        sa.CheckConstraint("code <> '' OR product_id IS NOT NULL", name="is_called_something"),
    )


def downgrade() -> None:
    """Drop it again."""
    drop_tenant_table("stock_transfer_extra")
