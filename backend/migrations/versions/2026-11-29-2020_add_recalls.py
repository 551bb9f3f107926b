"""Call goods back from every store."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table

revision = "0029_recalls"
down_revision = "0028_mark_key"
branch_labels = None
depends_on = None

HOLDS, INDEX = "fk_stock_hold_stock_recall_recall_id", "ix_stock_hold_org_id_recall_id"


def upgrade() -> None:
    """Create the tables; what stores withdrew by themselves belongs to no recall."""
    tenant_table(
        "stock_recall",
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("lot_ids", ARRAY(sa.Uuid()), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.Uuid()),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("end_reason", sa.Text()),
        belongs_to("product"),
        belongs_to("account", column="opened_by"),
        belongs_to("account", column="ended_by"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended_by_somebody"),
        versioned=True,
    )
    op.create_index(None, "stock_recall", ["org_id", "recorded_at", "id"])
    op.create_index(None, "stock_recall", ["org_id", "product_id"])
    op.create_table(
        "stock_recall_store",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("recall_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("quantity", sa.Numeric(18, 4), nullable=False),
        sa.Column("count_id", sa.Uuid()),
        sa.PrimaryKeyConstraint("org_id", "recall_id", "store_id"),
        belongs_to("stock_recall", column="recall_id"),
        belongs_to("store"),
    )
    protect("stock_recall_store")
    op.add_column("stock_hold", sa.Column("recall_id", sa.Uuid()))
    op.create_foreign_key(op.f(HOLDS), "stock_hold", "stock_recall", ["org_id", "recall_id"], ["org_id", "id"])
    op.create_index(op.f(INDEX), "stock_hold", ["org_id", "recall_id"])


def downgrade() -> None:
    """Forget recalls, and release what they hold."""
    op.execute("DELETE FROM stock_hold WHERE recall_id IS NOT NULL")
    op.drop_index(op.f(INDEX), "stock_hold")
    op.drop_constraint(op.f(HOLDS), "stock_hold", type_="foreignkey")
    op.drop_column("stock_hold", "recall_id")
    drop_tenant_table("stock_recall_store")
    drop_tenant_table("stock_recall")
