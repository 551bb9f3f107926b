"""Turn the log of pushes into one of deliveries on several channels; add accesses, rules and people's reach."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0014_delivery_channels"
down_revision = "0013_photo_evidence"
branch_labels = None
depends_on = None

CHANNELS = ("wecom", "webpush", "webhook")
STATES = ("queued", "sent", "delivered", "failed", "gone", "suppressed", "expired")
REASONS = ("read", "settled", "bundled", "stale", "off")
TAKE_OVER = """
INSERT INTO delivery (org_id, id, notification_id, account_id, channel, subscription_id, state, bundle, held, asked_at,
                      due_at, attempts, status_code, error, finished_at, recorded_at)
SELECT p.org_id, p.id, p.notification_id, n.account_id, 'webpush', p.subscription_id, p.state, 1, false, p.recorded_at,
       p.recorded_at, p.attempts, p.status_code, p.error, p.finished_at, p.recorded_at
FROM push_delivery p JOIN notification n ON n.org_id = p.org_id AND n.id = p.notification_id"""
GIVE_BACK = """
INSERT INTO push_delivery (org_id, id, notification_id, subscription_id, state, attempts, status_code, error,
                           finished_at, recorded_at)
SELECT org_id, id, notification_id, subscription_id,
       CASE state WHEN 'delivered' THEN 'sent' WHEN 'suppressed' THEN 'failed' WHEN 'expired' THEN 'failed'
                  ELSE state END,
       attempts, status_code, error, finished_at, recorded_at
FROM delivery WHERE channel = 'webpush'"""
# What is queued goes on under the handler's new name.
RENAME_JOBS = "UPDATE pgqueuer SET entrypoint = '{new}' WHERE entrypoint = '{old}'"


def upgrade() -> None:
    """Create the four tables and move the log."""
    tenant_table(
        "delivery",
        sa.Column("notification_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("channel", text_enum("channel", *CHANNELS), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=True),
        sa.Column("state", text_enum("delivery_state", *STATES), nullable=False),
        sa.Column("reason", text_enum("reason", *REASONS), nullable=True),
        sa.Column("bundle", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("status_code", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        belongs_to("notification", ondelete="CASCADE"),
        belongs_to("account"),
        belongs_to("push_subscription", column="subscription_id"),
        sa.UniqueConstraint("org_id", "notification_id", "subscription_id"),
        sa.CheckConstraint("(channel = 'webpush') = (subscription_id IS NOT NULL)", name="webpush_has_browser"),
        sa.CheckConstraint("(state = 'queued') = (finished_at IS NULL)", name="finished_has_time"),
        sa.CheckConstraint("(state = 'delivered') = (delivered_at IS NOT NULL)", name="delivered_has_time"),
        sa.CheckConstraint("(state = 'suppressed') = (reason IS NOT NULL)", name="suppressed_has_reason"),
    )
    op.create_index(
        None,
        "delivery",
        ["org_id", "notification_id", "channel"],
        unique=True,
        postgresql_where=sa.text("subscription_id IS NULL"),
    )
    op.create_index(None, "delivery", ["org_id", "account_id", "channel", "recorded_at"])
    op.create_index(None, "delivery", ["org_id", "subscription_id", "recorded_at"])
    op.create_index(None, "delivery", ["org_id", "recorded_at", "id"])
    op.execute(TAKE_OVER)
    drop_tenant_table("push_delivery")
    op.execute(RENAME_JOBS.format(old="notifications.send_push", new="notifications.send"))
    tenant_table(
        "channel_access",
        sa.Column("channel", text_enum("channel", *CHANNELS), nullable=False),
        sa.Column("corp_id", sa.Text(), nullable=True),
        sa.Column("agent_id", sa.BigInteger(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.UniqueConstraint("org_id", "channel"),
        sa.CheckConstraint(
            "channel <> 'wecom' OR (corp_id IS NOT NULL AND agent_id IS NOT NULL)", name="wecom_is_whole"
        ),
        sa.CheckConstraint("channel <> 'webhook' OR url IS NOT NULL", name="webhook_is_whole"),
        versioned=True,
    )
    tenant_table(
        "delivery_rule",
        sa.Column("channels", ARRAY(sa.Text()), nullable=False),
        sa.Column("next_after_minutes", sa.BigInteger(), nullable=False),
        sa.Column("quiet_begins", sa.Text(), nullable=True),
        sa.Column("quiet_ends", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("urgent_breaks_quiet", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("org_id"),
        sa.CheckConstraint("next_after_minutes BETWEEN 1 AND 1440", name="waits_minutes"),
        sa.CheckConstraint("(quiet_begins IS NULL) = (quiet_ends IS NULL)", name="quiet_is_whole"),
        versioned=True,
    )
    tenant_table(
        "reach",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("wecom_user_id", sa.Text(), nullable=True),
        sa.Column("quiet_own", sa.Boolean(), nullable=False),
        sa.Column("quiet_begins", sa.Text(), nullable=True),
        sa.Column("quiet_ends", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        belongs_to("account"),
        sa.UniqueConstraint("org_id", "account_id"),
        sa.UniqueConstraint("org_id", "wecom_user_id"),
        sa.CheckConstraint("(quiet_begins IS NULL) = (quiet_ends IS NULL)", name="quiet_is_whole"),
        versioned=True,
    )


def downgrade() -> None:
    """Make the log one of pushes again; lines of other channels go."""
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
    op.execute(GIVE_BACK)
    op.execute(RENAME_JOBS.format(old="notifications.send", new="notifications.send_push"))
    for table in ("reach", "delivery_rule", "channel_access", "delivery"):
        drop_tenant_table(table)
