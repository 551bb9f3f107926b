"""Add legal entities, regions and stores, and the rows that date a store's owner and day."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import changed_index, drop_tenant_table, json_column, tenant_table, text_enum

revision = "0003_stores"
down_revision = "0002_identity"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the five tables."""
    tenant_table(
        "legal_entity",
        sa.Column("kind", text_enum("entity_kind", "company", "branch", "franchisee"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("credit_code", sa.Text(), nullable=False),
        sa.UniqueConstraint("org_id", "credit_code"),
        versioned=True,
    )
    tenant_table(
        "region",
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        belongs_to("scope_node", column="id"),
        belongs_to("region", column="parent_id"),
        sa.UniqueConstraint("org_id", "name"),
        versioned=True,
    )
    tenant_table(
        "store",
        sa.Column("region_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("search_code", sa.Text(collation="C"), nullable=False),
        sa.Column("search_name", sa.Text(collation="C"), nullable=False),
        sa.Column("search_pinyin", sa.Text(collation="C"), nullable=False),
        sa.Column("status", text_enum("store_status", "preparing", "open", "closed"), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("datum", text_enum("datum", "WGS84", "GCJ02", "BD09"), nullable=True),
        json_column("opening_hours"),
        belongs_to("scope_node", column="id"),
        belongs_to("region"),
        sa.UniqueConstraint("org_id", "code"),
        sa.CheckConstraint("num_nulls(latitude, longitude, datum) IN (0, 3)", name="position_whole"),
        sa.CheckConstraint("timezone(time_zone, '2000-01-01 00:00Z'::timestamptz) IS NOT NULL", name="time_zone_known"),
        versioned=True,
    )
    changed_index("store")
    for columns in (("recorded_at", "id"), ("region_id",), ("search_code",), ("search_name",), ("search_pinyin",)):
        op.create_index(None, "store", ["org_id", *columns])
    tenant_table(
        "store_entity",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("legal_entity_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        belongs_to("store"),
        belongs_to("legal_entity"),
        sa.UniqueConstraint("org_id", "store_id", "valid_from"),
    )
    tenant_table(
        "store_day_cut",
        sa.Column("store_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("cut", sa.Time(), nullable=False),
        belongs_to("store"),
        sa.UniqueConstraint("org_id", "store_id", "valid_from"),
        sa.CheckConstraint("cut < '12:00'", name="before_noon"),
    )


def downgrade() -> None:
    """Drop them again."""
    for name in ("store_day_cut", "store_entity", "store", "region", "legal_entity"):
        drop_tenant_table(name)
