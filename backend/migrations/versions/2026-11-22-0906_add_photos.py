"""Add photos: what was promised, captured and found."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, tenant_table, text_enum

revision = "0006_photos"
down_revision = "0005_notifications"
branch_labels = None
depends_on = None

BANDS = tuple(f"band_{n}" for n in range(5))
REASONS = (
    "missing",
    "size_mismatch",
    "hash_mismatch",
    "wrong_type",
    "unreadable",
    "animated",
    "too_large",
    "too_small",
)


def upgrade() -> None:
    """Create the table."""
    tenant_table(
        "photo",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("permission", sa.Text(), nullable=False),
        sa.Column("purpose", text_enum("purpose", "shelf", "evidence"), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content_type", text_enum("content_type", "image/jpeg", "image/png", "image/webp")),
        sa.Column("state", text_enum("photo_state", "awaiting", "uploaded", "ready", "refused"), nullable=False),
        sa.Column("reason", text_enum("reason", *REASONS)),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.Column("source", text_enum("source", "camera", "gallery")),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("accuracy_m", sa.Float()),
        sa.Column("datum", text_enum("datum", "WGS84", "GCJ02", "BD09")),
        sa.Column("device_name", sa.Text()),
        sa.Column("device_offset_ms", sa.BigInteger()),
        sa.Column("width", sa.Integer()),
        sa.Column("height", sa.Integer()),
        sa.Column("phash", sa.BigInteger()),
        *(sa.Column(band, sa.SmallInteger()) for band in BANDS),
        sa.Column("reused_of", sa.Uuid()),
        belongs_to("scope_node", column="store_id"),
        belongs_to("photo", column="reused_of"),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_hex"),
        sa.CheckConstraint("size BETWEEN 1 AND 20971520", name="size_bounds"),
        sa.CheckConstraint("(state = 'ready') = (width IS NOT NULL)", name="ready_has_size"),
        sa.CheckConstraint("state <> 'refused' OR reason IS NOT NULL", name="refused_has_reason"),
        sa.CheckConstraint("state = 'awaiting' OR content_type IS NOT NULL", name="uploaded_has_type"),
        sa.CheckConstraint("(latitude IS NULL) = (datum IS NULL)", name="position_has_datum"),
        sa.CheckConstraint("(phash IS NULL) = (band_0 IS NULL)", name="phash_has_bands"),
        versioned=True,
    )
    op.create_index(None, "photo", ["org_id", "store_id", "recorded_at"])
    op.create_index(None, "photo", ["org_id", "sha256"])
    for band in BANDS:
        op.create_index(None, "photo", ["org_id", band])
    changed_index("photo")


def downgrade() -> None:
    """Drop the table."""
    drop_tenant_table("photo")
