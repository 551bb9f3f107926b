"""Inbox entries, push subscriptions and the delivery log."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, Versioned, WordsType, belongs_to, text_enum
from storewalk.core.schemas import Words


class SubscriptionState(StrEnum):
    """Whether a browser still wants pushes: `gone` was said by the push service, `removed` by its owner."""

    LIVE = "live"
    GONE = "gone"
    REMOVED = "removed"


class DeliveryState(StrEnum):
    """How far one notification came on its way to one browser."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    GONE = "gone"


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


class PushDelivery(Tenanted, Base):
    """The log line of one notification to one browser."""

    __tablename__ = "push_delivery"
    __table_args__ = (
        belongs_to("notification", ondelete="CASCADE"),
        belongs_to("push_subscription", column="subscription_id"),
        UniqueConstraint("org_id", "notification_id", "subscription_id"),
        Index(None, "org_id", "subscription_id", "recorded_at"),
        CheckConstraint("(state = 'queued') = (finished_at IS NULL)", name="finished_has_time"),
    )
    notification_id: Mapped[UUID]
    subscription_id: Mapped[UUID]
    state: Mapped[DeliveryState] = mapped_column(text_enum(DeliveryState))
    attempts: Mapped[int]
    status_code: Mapped[int | None]
    error: Mapped[str | None]
    finished_at: Mapped[datetime | None]
