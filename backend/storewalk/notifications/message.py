"""What goes out to one person, whatever the channel, and what a provider's answer means for us."""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

import msgspec


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """An entry, or a summary of several, in its reader's language.

    `id` is the delivery's and the same in every attempt; `badge` is the number of unread inbox entries.
    """

    id: UUID
    notification_id: UUID
    kind: str
    title: str
    body: str
    link: str
    urgent: bool
    badge: int
    acknowledgement: str

    @property
    def marking_link(self) -> str:
        """The link which also marks the entry as read when the app opens it."""
        return f"{self.link}{'&' if '?' in self.link else '?'}notice={self.notification_id}"


class Verdict(StrEnum):
    """What a provider's answer means for us; a receiver that confirms has `delivered`, a go-between only `sent`."""

    SENT = "sent"
    DELIVERED = "delivered"
    GONE = "gone"
    LATER = "later"
    REFUSED = "refused"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of one attempt; `retry_after` is what the provider asked for, if it did."""

    verdict: Verdict
    status_code: int | None = None
    error: str | None = None
    retry_after: timedelta | None = None
