"""Add what the detector read on shelf photos."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, tenant_table, text_enum

revision = "0007_shelves"
down_revision = "0006_photos"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    tenant_table(
        "shelf_reading",
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("state", text_enum("reading_state", "pending", "read", "unsure", "failed"), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("availability", sa.Numeric(5, 4)),
        sa.Column("facings", sa.Integer()),
        sa.Column("gaps", sa.Integer()),
        json_column("boxes"),
        sa.Column("model_version", sa.Text()),
        sa.Column("read_at", sa.DateTime(timezone=True)),
        belongs_to("photo"),
        belongs_to("scope_node", column="store_id"),
        sa.UniqueConstraint("org_id", "photo_id"),
        sa.CheckConstraint("availability BETWEEN 0 AND 1", name="availability_share"),
        sa.CheckConstraint(
            "state <> 'read' OR (availability IS NOT NULL AND facings IS NOT NULL AND gaps IS NOT NULL)",
            name="read_has_figures",
        ),
        sa.CheckConstraint("state IN ('pending', 'read') OR reason IS NOT NULL", name="doubt_has_reason"),
    )
    op.create_index(None, "shelf_reading", ["org_id", "store_id", "recorded_at"])


def downgrade() -> None:
    """Drop the table."""
    drop_tenant_table("shelf_reading")
