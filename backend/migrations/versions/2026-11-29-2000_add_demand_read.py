"""Keep how far the history of demand has been brought."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.schema import drop_tenant_table, protect

revision = "0027_demand_read"
down_revision = "0026_own_zones"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "demand_read",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
    )
    protect("demand_read")


def downgrade() -> None:
    """Drop it again."""
    drop_tenant_table("demand_read")
