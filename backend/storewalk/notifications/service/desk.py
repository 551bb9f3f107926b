"""What sending needs beyond the transaction: keys, texts, and who knows what is settled."""

from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.messages import Catalog
from storewalk.core.vault import Vault
from storewalk.notifications.acknowledgement import word_for
from storewalk.notifications.message import Message
from storewalk.notifications.models import Channel
from storewalk.notifications.pile import Choice
from storewalk.notifications.settled import Settled

INBOX_LINK: Final = "/inbox"


class Desk(msgspec.Struct, frozen=True):
    """The installation's keys and texts, and who tells what is settled."""

    secret_key: str
    vault: Vault
    catalog: Catalog
    settled: Settled

    def message(self, org_id: UUID, choice: Choice, *, locale: str, unread: int) -> Message:
        """Write what a choice says, in its reader's language."""
        lead = choice.lead
        count = lead.bundle + sum(each.bundle for each in choice.followers)
        title, body, link = lead.title.in_locale(locale), lead.body.in_locale(locale), lead.link
        if count > 1:
            key = "notifications.summary.urgent" if lead.urgent else "notifications.summary.ordinary"
            title, body, link = self.catalog.text(key, locale, {"count": count}), title, INBOX_LINK
        return Message(
            id=lead.id,
            notification_id=lead.notification_id,
            kind=lead.kind,
            title=title,
            body=body,
            link=link,
            urgent=lead.urgent,
            badge=unread,
            acknowledgement=word_for(self.secret_key, org_id, lead.id),
        )

    def open_secret(self, org_id: UUID, channel: Channel, sealed: str) -> str:
        """Decrypt a channel's secret. Raises Unreadable."""
        return self.vault.open(sealed, secret_place(org_id, channel))


def secret_place(org_id: UUID, channel: Channel) -> str:
    """Return where a channel's secret stands, which it is sealed for."""
    return f"channel_access.secret {org_id} {channel}"
