"""The inbox, push subscriptions and the delivery log on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from storewalk.core.schemas import Input, Output, Words
from storewalk.notifications.models import Channel, DeliveryState, Reason, SubscriptionState


class NotificationOut(Output):
    """An inbox entry; `at` is when the server wrote it."""

    id: UUID
    kind: str
    title: Words
    body: Words
    link: str
    urgent: bool
    at: datetime
    read_at: datetime | None


class Unread(Output):
    """How many entries are unread; the number on the badge."""

    count: int


class PushKey(Output):
    """What the browser needs to subscribe: the server's P-256 point in base64url."""

    public_key: str


class SubscriptionKeys(Input):
    """The browser's public key (65 bytes) and secret (16 bytes), in base64url."""

    p256dh: Annotated[str, Meta(min_length=80, max_length=100, pattern=r"^[A-Za-z0-9_\-]+=*$")]
    auth: Annotated[str, Meta(min_length=20, max_length=30, pattern=r"^[A-Za-z0-9_\-]+=*$")]


class Subscribe(Input):
    """A browser asks for pushes on behalf of whoever is signed in on it."""

    endpoint: Annotated[str, Meta(min_length=12, max_length=2000, pattern=r"^[\x21-\x7e]+$")]
    keys: SubscriptionKeys
    device_name: Annotated[str, Meta(min_length=1, max_length=80)]


class SubscriptionOut(Output):
    """A registered browser; its address and keys never leave the server again."""

    id: UUID
    device_name: str
    state: SubscriptionState


class BrowserOut(Output):
    """One of one's own browsers that get pushes, with what became of the last message to it."""

    id: UUID
    device_name: str
    registered_at: datetime
    last_state: DeliveryState | None
    last_at: datetime | None


class Acknowledge(Input):
    """The word that came with a message, said back when it is shown."""

    word: Annotated[str, Meta(min_length=20, max_length=100)]


class DeliveryOut(Output):
    """One line of the delivery log.

    `at` is when it was queued, `due_at` when it goes or went next, `finished_at` when it ended; a summary speaks for
    `bundle` entries.
    """

    id: UUID
    notification_id: UUID
    title: Words
    urgent: bool
    account_id: UUID
    account_name: str
    channel: Channel
    device_name: str | None
    state: DeliveryState
    reason: Reason | None
    bundle: int
    attempts: int
    status_code: int | None
    error: str | None
    at: datetime
    due_at: datetime
    finished_at: datetime | None
    delivered_at: datetime | None


class DeliveryRef(Output):
    """A delivery that was queued, to follow in the log."""

    id: UUID


class FigureOut(Output):
    """What became of a channel's messages of the last days: `sent` counts the delivered ones too."""

    channel: Channel
    sent: int
    delivered: int
    failed: int
    suppressed: int
    queued: int


class FiguresOut(Output):
    """The figures of every channel."""

    days: int
    channels: list[FigureOut]
