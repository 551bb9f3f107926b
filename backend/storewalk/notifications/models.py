"""Inbox entries, the ways to reach people, and the log of what went out on each."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words


class SubscriptionState(StrEnum):
    """Whether a browser still wants pushes: `gone` was said by the push service, `removed` by its owner."""

    LIVE = "live"
    GONE = "gone"
    REMOVED = "removed"


class Channel(StrEnum):
    """A way to reach a person beyond the inbox, in the order an organization starts with."""

    WECOM = "wecom"
    WEBPUSH = "webpush"
    WEBHOOK = "webhook"


class DeliveryState(StrEnum):
    """How far one notification came on one channel.

    `sent` was taken by the provider, `delivered` shown by the device or confirmed by the receiver; `gone` means that
    the address is no more, `suppressed` that there was a reason not to send, `expired` that it was too late to.
    """

    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    GONE = "gone"
    SUPPRESSED = "suppressed"
    EXPIRED = "expired"


class Reason(StrEnum):
    """Why a message was not sent: read before, its matter settled, in a summary, too old, channel off."""

    READ = "read"
    SETTLED = "settled"
    BUNDLED = "bundled"
    STALE = "stale"
    OFF = "off"


class Notification(Tenanted, Versioned, Base):
    """One entry in one account's inbox; it is complete without any push."""

    __tablename__ = "notification"
    __table_args__ = (
        belongs_to("account"),
        CheckConstraint("link ^@ '/'", name="link_is_path"),
        Index(None, "org_id", "account_id", "recorded_at", "id"),
        Index(None, "org_id", "account_id", "changed_at"),
    )
    account_id: Mapped[UUID]
    kind: Mapped[str]
    title: Mapped[Words] = mapped_column(WordsType)
    body: Mapped[Words] = mapped_column(WordsType)
    link: Mapped[str]
    urgent: Mapped[bool]
    read_at: Mapped[datetime | None]


class PushSubscription(Tenanted, Base):
    """One browser's push address. It follows who registered on that browser last, and ends with their log-in.

    `session_id` is that log-in; no foreign key, since ended sessions are cleared away and this log stays.
    """

    __tablename__ = "push_subscription"
    __table_args__ = (
        belongs_to("account"),
        UniqueConstraint("org_id", "endpoint"),
        Index(None, "org_id", "account_id"),
        Index(None, "org_id", "session_id"),
    )
    account_id: Mapped[UUID]
    session_id: Mapped[UUID | None]
    device_name: Mapped[str]
    endpoint: Mapped[str] = mapped_column(info={"secret": True})
    p256dh: Mapped[str] = mapped_column(info={"secret": True})
    auth: Mapped[str] = mapped_column(info={"secret": True})
    state: Mapped[SubscriptionState] = mapped_column(text_enum(SubscriptionState))
    registered_at: Mapped[datetime]


class Delivery(Tenanted, Base):
    """The log line of one notification on one channel; by web push, to one browser.

    `asked_at` is when its cause happened, `due_at` when it is to go; one that is `held` waits for others, to go as one
    summary that speaks for `bundle` entries. `claimed_until` is the lease of whoever is sending it.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        belongs_to("notification", ondelete="CASCADE"),
        belongs_to("account"),
        belongs_to("push_subscription", column="subscription_id"),
        UniqueConstraint("org_id", "notification_id", "subscription_id"),
        Index(
            None, "org_id", "notification_id", "channel", unique=True, postgresql_where=text("subscription_id IS NULL")
        ),
        Index(None, "org_id", "account_id", "channel", "recorded_at"),
        Index(None, "org_id", "subscription_id", "recorded_at"),
        Index(None, "org_id", "recorded_at", "id"),
        CheckConstraint("(channel = 'webpush') = (subscription_id IS NOT NULL)", name="webpush_has_browser"),
        CheckConstraint("(state = 'queued') = (finished_at IS NULL)", name="finished_has_time"),
        CheckConstraint("(state = 'delivered') = (delivered_at IS NOT NULL)", name="delivered_has_time"),
        CheckConstraint("(state = 'suppressed') = (reason IS NOT NULL)", name="suppressed_has_reason"),
    )
    notification_id: Mapped[UUID]
    account_id: Mapped[UUID]
    channel: Mapped[Channel] = mapped_column(text_enum(Channel))
    subscription_id: Mapped[UUID | None]
    state: Mapped[DeliveryState] = mapped_column(text_enum(DeliveryState))
    reason: Mapped[Reason | None] = mapped_column(text_enum(Reason))
    bundle: Mapped[int]
    held: Mapped[bool]
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int]
    status_code: Mapped[int | None]
    error: Mapped[str | None]
    finished_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]


class ChannelAccess(Tenanted, Versioned, Base):
    """How an organization uses a channel that needs an access of its own; the secret is encrypted (`core.vault`)."""

    __tablename__ = "channel_access"
    __table_args__ = (
        UniqueConstraint("org_id", "channel"),
        CheckConstraint("channel <> 'wecom' OR (corp_id IS NOT NULL AND agent_id IS NOT NULL)", name="wecom_is_whole"),
        CheckConstraint("channel <> 'webhook' OR url IS NOT NULL", name="webhook_is_whole"),
    )
    channel: Mapped[Channel] = mapped_column(text_enum(Channel))
    corp_id: Mapped[str | None]
    agent_id: Mapped[int | None]
    url: Mapped[str | None]
    secret: Mapped[str] = mapped_column(info={"secret": True})


class DeliveryRule(Tenanted, Versioned, Base):
    """An organization's rules: which channels in which order, when the next one is tried, when it is quiet.

    Quiet hours are wall-clock times (HH:MM) in `zone`; equal or absent means none.
    """

    __tablename__ = "delivery_rule"
    __table_args__ = (
        UniqueConstraint("org_id"),
        CheckConstraint("next_after_minutes BETWEEN 1 AND 1440", name="waits_minutes"),
        CheckConstraint("(quiet_begins IS NULL) = (quiet_ends IS NULL)", name="quiet_is_whole"),
    )
    channels: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    next_after_minutes: Mapped[int]
    quiet_begins: Mapped[str | None]
    quiet_ends: Mapped[str | None]
    zone: Mapped[str]
    urgent_breaks_quiet: Mapped[bool]


class Reach(Tenanted, Versioned, Base):
    """What is known of how to reach one person: their WeCom user id, and quiet hours of their own if `quiet_own`."""

    __tablename__ = "reach"
    __table_args__ = (
        belongs_to("account"),
        UniqueConstraint("org_id", "account_id"),
        UniqueConstraint("org_id", "wecom_user_id"),
        CheckConstraint("(quiet_begins IS NULL) = (quiet_ends IS NULL)", name="quiet_is_whole"),
    )
    account_id: Mapped[UUID]
    wecom_user_id: Mapped[str | None]
    quiet_own: Mapped[bool]
    quiet_begins: Mapped[str | None]
    quiet_ends: Mapped[str | None]
    zone: Mapped[str | None]
