"""Keep which side of the sets of labels each place is on."""

import sqlalchemy as sa

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0043_label_places"
down_revision = "0043_visit_plans"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    tenant_table(
        "label_place",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("division", text_enum("division", "store", "shelf", "day", "none"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", text_enum("side", "train", "val", "test"), nullable=False),
        belongs_to("scope_node", column="store_id"),
        sa.UniqueConstraint("org_id", "store_id", "division", "name"),
        sa.CheckConstraint("division <> 'none' AND (division = 'store') = (name = '')", name="place_is_named"),
        append_only=True,
    )


def downgrade() -> None:
    """Drop it again."""
    drop_tenant_table("label_place")
