"""What other rooms may ask of the inbox, and the senders that carry a message out of the house."""

from datetime import datetime

from storewalk.core.tx import AnyTx
from storewalk.notifications.endpoints import UnsafeEndpoint, parse_endpoint
from storewalk.notifications.mail import Attachment, Mail, MailSender
from storewalk.notifications.message import Outcome, Verdict
from storewalk.notifications.notice import Notice
from storewalk.notifications.queries import inbox
from storewalk.notifications.schemas import NotificationOut
from storewalk.notifications.secrets import signing_key
from storewalk.notifications.senders import Posting, Receiver, WebhookSender
from storewalk.notifications.service.notify import notify
from storewalk.notifications.settled import Settled

__all__ = [
    "Attachment",
    "Mail",
    "MailSender",
    "Notice",
    "NotificationOut",
    "Outcome",
    "Posting",
    "Receiver",
    "Settled",
    "UnsafeEndpoint",
    "Verdict",
    "WebhookSender",
    "inbox_changes",
    "notify",
    "parse_endpoint",
    "signing_key",
    "unread_count",
]


async def inbox_changes(tx: AnyTx, since: datetime | None, limit: int = 200) -> list[NotificationOut]:
    """Return the actor's inbox entries written or read after `since` (without it: all), newest first."""
    return await inbox.changed(tx, tx.actor.account_id, since, limit)


async def unread_count(tx: AnyTx) -> int:
    """Return how many entries of the actor's inbox are unread."""
    return await inbox.unread(tx, tx.actor.account_id)
