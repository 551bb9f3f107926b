"""Add the inbox, push subscriptions and the delivery log."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, json_column, tenant_table, text_enum

revision = "0005_notifications"
down_revision = "0004_catalog"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the three tables."""
    tenant_table(
        "notification",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        json_column("title"),
        json_column("body"),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("account"),
        sa.CheckConstraint("link ^@ '/'", name="link_is_path"),
        versioned=True,
    )
    op.create_index(None, "notification", ["org_id", "account_id", "recorded_at", "id"])
    op.create_index(None, "notification", ["org_id", "account_id", "changed_at"])
    tenant_table(
        "push_subscription",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("device_name", sa.Text(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("p256dh", sa.Text(), nullable=False),
        sa.Column("auth", sa.Text(), nullable=False),
        sa.Column("state", text_enum("subscription_state", "live", "gone", "removed"), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        belongs_to("account"),
        sa.UniqueConstraint("org_id", "endpoint"),
    )
    op.create_index(None, "push_subscription", ["org_id", "account_id"])
    op.create_index(None, "push_subscription", ["org_id", "session_id"])
    tenant_table(
        "push_delivery",
        sa.Column("notification_id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("state", text_enum("delivery_state", "queued", "sent", "failed", "gone"), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("status_code", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("notification", ondelete="CASCADE"),
        belongs_to("push_subscription", column="subscription_id"),
        sa.UniqueConstraint("org_id", "notification_id", "subscription_id"),
        sa.CheckConstraint("(state = 'queued') = (finished_at IS NULL)", name="finished_has_time"),
    )
    op.create_index(None, "push_delivery", ["org_id", "subscription_id", "recorded_at"])


def downgrade() -> None:
    """Drop them again."""
    drop_tenant_table("push_delivery")
    drop_tenant_table("push_subscription")
    drop_tenant_table("notification")
