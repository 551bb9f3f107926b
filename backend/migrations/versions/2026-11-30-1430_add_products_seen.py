"""Add how much was seen of the products that findings are about, and of which lots; tasks name them by finding."""

import sqlalchemy as sa

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table

revision = "0053_products_seen"
down_revision = "0052_voice_notes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what was found before names its products only in the task's requirement."""
    tenant_table(
        "inspection_answer_product",
        sa.Column("answer_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        *_seen(),
        belongs_to("inspection_answer", "answer_id", ondelete="CASCADE"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "answer_id", "product_id"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
        sa.CheckConstraint("coalesce(quantity::text, lot_code, expires_on::text) IS NOT NULL", name="something_seen"),
    )
    tenant_table(
        "task_finding_product",
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        *_seen(),
        belongs_to("task_finding", "finding_id"),
        belongs_to("product"),
        sa.UniqueConstraint("org_id", "finding_id", "product_id"),
        sa.CheckConstraint("quantity > 0", name="quantity_positive"),
    )


def downgrade() -> None:
    """Forget amounts and lots; the products stay named by the answers."""
    drop_tenant_table("task_finding_product")
    drop_tenant_table("inspection_answer_product")


def _seen() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("quantity", sa.Numeric(18, 4)),
        sa.Column("lot_code", sa.Text()),
        sa.Column("expires_on", sa.Date()),
    )
