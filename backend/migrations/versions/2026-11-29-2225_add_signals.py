"""Keep the organization's days off, and dated local events."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, protect, tenant_table, text_enum

revision = "0033_signals"
down_revision = "0032_supplier_credit_code"
branch_labels = None
depends_on = None

KINDS = (
    "mall_anniversary", "nearby_event", "viral_product", "group_order", "school_holiday", "school_term",
    "competitor_opens", "competitor_closes", "road_works", "outage", "other",
)  # fmt: skip
TOUCHED = {"place": "scope_node", "product": "product", "category": "category"}


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "demand_day",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", text_enum("day_kind", "day_off", "worked_weekend", "ordinary"), nullable=False),
        json_column("name"),
        sa.Column("set_by", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "day"),
        belongs_to("account", column="set_by"),
        sa.CheckConstraint("kind <> 'worked_weekend' OR extract(isodow FROM day) >= 6", name="weekend_worked"),
    )
    protect("demand_day")
    tenant_table(
        "demand_event",
        sa.Column("kind", text_enum("signal_kind", *KINDS), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("uplift", sa.Numeric(6, 3), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("status", text_enum("signal_status", "planned", "cancelled"), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        belongs_to("account", column="entered_by"),
        sa.CheckConstraint("first_day <= last_day AND last_day - first_day < 366", name="days_in_order"),
        sa.CheckConstraint("uplift BETWEEN 0.05 AND 20", name="uplift_likely"),
        sa.CheckConstraint("kind <> 'other' OR name <> ''", name="other_has_name"),
        versioned=True,
    )
    op.create_index(None, "demand_event", ["org_id", "recorded_at", "id"])
    op.create_index(None, "demand_event", ["org_id", "last_day"])
    for name, table in TOUCHED.items():
        op.create_table(
            f"demand_event_{name}",
            sa.Column("org_id", sa.Uuid(), nullable=False),
            sa.Column("event_id", sa.Uuid(), nullable=False),
            sa.Column(f"{name}_id", sa.Uuid(), nullable=False),
            sa.PrimaryKeyConstraint("org_id", "event_id", f"{name}_id"),
            belongs_to("demand_event", column="event_id"),
            belongs_to(table, column=f"{name}_id"),
        )
        protect(f"demand_event_{name}")
    op.create_index(None, "demand_event_place", ["org_id", "place_id"])
    op.create_table(
        "demand_event_review",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("measured", sa.Numeric(9, 3)),
        sa.Column("evidence_days", sa.Numeric(12, 1), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id", "event_id"),
        belongs_to("demand_event", column="event_id"),
        sa.CheckConstraint("measured >= 0 AND evidence_days >= 0", name="not_negative"),
    )
    protect("demand_event_review")


def downgrade() -> None:
    """Drop them again."""
    for name in ("review", *reversed(TOUCHED)):
        drop_tenant_table(f"demand_event_{name}")
    drop_tenant_table("demand_event")
    drop_tenant_table("demand_day")
