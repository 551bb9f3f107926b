"""What happened in an inbox."""

from uuid import UUID

from storewalk.core.events import Event


class NotificationWritten(Event, kind="notifications.written"):
    """An entry was put into an account's inbox; the subject is the entry."""

    account_id: UUID
    notice: str


class NotificationsRead(Event, kind="notifications.read"):
    """Somebody read entries of their inbox; the subject is the account."""

    count: int


class PushSubscribed(Event, kind="notifications.push_subscribed"):
    """A browser was registered for pushes, or changed hands."""

    account_id: UUID
    previous_account_id: UUID | None


class PushSubscriptionEnded(Event, kind="notifications.push_ended"):
    """A browser gets no more pushes: its owner said so, or its push service did."""

    account_id: UUID
    gone: bool


class ChannelSetUp(Event, kind="notifications.channel_set_up"):
    """An organization's access to a channel was set; the subject is the access."""

    channel: str
    new_secret: bool


class DeliveryRulesSet(Event, kind="notifications.rules_set"):
    """An organization's channels, their order or its quiet hours were set."""

    channels: list[str]


class ReachChanged(Event, kind="notifications.reach_changed"):
    """How a person is reached was changed; the subject is the account."""


class DeliveryRequested(Event, kind="notifications.delivery_requested"):
    """Somebody had a message sent again, or a test; the subject is the delivery."""

    channel: str
    test: bool
