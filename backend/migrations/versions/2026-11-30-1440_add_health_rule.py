"""Let an organization say what a store's health is made of."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.schema import drop_tenant_table, protect

revision = "0054_health_rule"
down_revision = "0053_products_seen"
branch_labels = None
depends_on = None

DIMENSIONS = ("inspection", "rectification", "availability", "stock", "freshness", "self_checks")


def upgrade() -> None:
    """Make the table: a weight for each dimension, where the organization has said any."""
    op.create_table(
        "health_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in DIMENSIONS),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        *(sa.CheckConstraint(f"{name} BETWEEN 0 AND 100", name=name) for name in DIMENSIONS),
        sa.CheckConstraint(f"{' + '.join(DIMENSIONS)} > 0", name="something_counts"),
    )
    protect("health_rule")


def downgrade() -> None:
    """Drop it."""
    drop_tenant_table("health_rule")
