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
