"""An e-mail with its attachments, and who sends it: the worker is composed with one."""

from abc import ABC, abstractmethod

import msgspec

from storewalk.notifications.message import Outcome


class Attachment(msgspec.Struct, frozen=True):
    """A file that comes with a mail; `kind` is its media type."""

    name: str
    kind: str
    content: bytes


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """What is written to one address; `id` is the same in every attempt, so that a mailbox can show it once."""

    id: str
    to: str
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()


class MailSender(ABC):
    """Sends mails."""

    @abstractmethod
    async def send(self, mail: Mail) -> Outcome:
        """Make one attempt; never raises for anything the network or the mail server does."""
