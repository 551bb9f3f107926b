"""Add to photos who took them, what EXIF and the map say, and how long they are kept; shares, holds, retention."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table

revision = "0013_photo_evidence"
down_revision = "0012_shelf_corrections"
branch_labels = None
depends_on = None

TIMES = ("exif_taken_at", "settled_at", "veiled_at", "removed_at", "purged_at")
FIGURES = ("distance_m", "exif_latitude", "exif_longitude", "exif_apart_m")
DAYS = ("evidence_days", "shelf_days", "quarantine_days")
TABLES = ("photo_share", "photo_hold", "photo_retention")


def upgrade() -> None:
    """Add columns that may be empty, and three tables."""
    op.add_column("photo", sa.Column("taken_by", sa.Uuid()))
    for name in TIMES:
        op.add_column("photo", sa.Column(name, sa.DateTime(timezone=True)))
    for name in FIGURES:
        op.add_column("photo", sa.Column(name, sa.Float()))
    op.create_check_constraint("purged_was_removed", "photo", "purged_at IS NULL OR removed_at IS NOT NULL")
    # What retention looks for each night: few of the rows that it has not removed are old enough.
    op.create_index("ix_photo_kept", "photo", ["org_id", "recorded_at"], postgresql_where=sa.text("removed_at IS NULL"))
    op.create_index(
        "ix_photo_to_purge",
        "photo",
        ["org_id"],
        postgresql_where=sa.text("removed_at IS NOT NULL AND purged_at IS NULL"),
    )
    op.create_index(
        "ix_photo_refused", "photo", ["org_id", "changed_at"], postgresql_where=sa.text("state = 'refused'")
    )
    _tables()


def _tables() -> None:
    tenant_table(
        "photo_share",
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        belongs_to("photo"),
        belongs_to("account"),
    )
    op.create_index(None, "photo_share", ["org_id", "photo_id"])
    tenant_table(
        "photo_hold",
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        belongs_to("photo"),
        sa.UniqueConstraint("org_id", "photo_id", "source", "source_id"),
    )
    op.create_index(None, "photo_hold", ["org_id", "source", "source_id"])
    tenant_table(
        "photo_retention",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in DAYS),
        *(sa.CheckConstraint(f"{name} BETWEEN 1 AND 11000", name=name) for name in DAYS),
        versioned=True,
    )


def downgrade() -> None:
    """Drop the tables, indexes and columns."""
    for table in TABLES:
        drop_tenant_table(table)
    for index in ("ix_photo_kept", "ix_photo_to_purge", "ix_photo_refused"):
        op.drop_index(index, "photo")
    op.drop_constraint("ck_photo_purged_was_removed", "photo")
    for name in ("taken_by", *TIMES, *FIGURES):
        op.drop_column("photo", name)
