"""Add the index by which the photo wall reads all photos, the newest first."""

from alembic import op

revision = "0015_photo_wall"
down_revision = "0014_delivery_channels"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index an organization's photos in the order of their arrival."""
    op.create_index(None, "photo", ["org_id", "recorded_at", "id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index(op.f("ix_photo_org_id_recorded_at_id"), "photo")
