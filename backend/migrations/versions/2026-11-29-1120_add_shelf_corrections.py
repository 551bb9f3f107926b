"""Add rows to readings, people's corrections of them, and the exports of those."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, tenant_table, text_enum

revision = "0012_shelf_corrections"
down_revision = "0011_task_flow"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen readings and create the two tables."""
    op.add_column("shelf_reading", sa.Column("rows", JSONB(), nullable=False, server_default="[]"))
    op.add_column("shelf_reading", sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    op.alter_column("shelf_reading", "rows", server_default=None)
    op.alter_column("shelf_reading", "revision", server_default=None)
    op.create_check_constraint("revision_counts", "shelf_reading", "revision >= 0")
    _create_correction()
    _create_export()


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("label_export")
    drop_tenant_table("shelf_correction")
    op.drop_constraint("revision_counts", "shelf_reading")
    op.drop_column("shelf_reading", "revision")
    op.drop_column("shelf_reading", "rows")


def _create_correction() -> None:
    tenant_table(
        "shelf_correction",
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("corrected_by", sa.Uuid(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("model_version", sa.Text()),
        json_column("boxes"),
        json_column("rows"),
        sa.Column("availability", sa.Numeric(5, 4)),
        sa.Column("facings", sa.Integer(), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        belongs_to("photo"),
        belongs_to("scope_node", column="store_id"),
        belongs_to("account", column="corrected_by"),
        sa.UniqueConstraint("org_id", "photo_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_counts"),
        sa.CheckConstraint("availability BETWEEN 0 AND 1", name="availability_share"),
        append_only=True,
    )
    op.create_index(None, "shelf_correction", ["org_id", "recorded_at"])


def _create_export() -> None:
    tenant_table(
        "label_export",
        sa.Column("requested_by", sa.Uuid(), nullable=False),
        sa.Column("state", text_enum("export_state", "pending", "ready", "failed"), nullable=False),
        sa.Column("photos", sa.Integer()),
        sa.Column("boxes", sa.Integer()),
        sa.Column("size", sa.BigInteger()),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        belongs_to("account", column="requested_by"),
        sa.CheckConstraint(
            "(state = 'ready') = (photos IS NOT NULL AND boxes IS NOT NULL AND size IS NOT NULL)",
            name="ready_is_counted",
        ),
        sa.CheckConstraint("(state = 'pending') = (finished_at IS NULL)", name="finished_has_time"),
    )
    op.create_index(None, "label_export", ["org_id", "recorded_at"])
