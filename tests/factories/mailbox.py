"""A mail server on this machine that keeps what it takes; it can refuse, be away, and come back."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

import msgspec
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from storewalk.core.platform import Platform
from storewalk.notifications.api import MailSender
from storewalk.notifications.smtp_mail import SmtpMailSender
from tests.factories.processes import free_port

SENDER = "走店采购 <order@chain.example>"


@dataclass
class Mailbox:
    """Takes mails; `answers` are given instead of taking one, first to last."""

    port: int = field(default_factory=free_port)
    taken: list[EmailMessage] = field(default_factory=list[EmailMessage])
    answers: list[str] = field(default_factory=list[str])
    _server: Controller | None = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        """Take a mail."""
        del server, session
        if self.answers:
            return self.answers.pop(0)
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, EmailMessage, policy=policy.default)
        self.taken.append(message)
        return "250 OK"

    def start(self) -> None:
        """Listen, on the same port as before."""
        self._server = Controller(self, hostname="127.0.0.1", port=self.port)
        self._server.start()

    def stop(self) -> None:
        """Refuse connections."""
        if self._server is not None:
            self._server.stop()
            self._server = None


@asynccontextmanager
async def mailbox(platform: Platform) -> AsyncGenerator[Mailbox]:
    """Run a mail server, and have the platform send through it."""
    box = Mailbox()
    settings = msgspec.structs.replace(
        platform.settings, smtp_host="127.0.0.1", smtp_port=box.port, smtp_security="none", smtp_sender=SENDER
    )
    before = platform.resources.data[MailSender]
    platform.resources.data[MailSender] = SmtpMailSender(settings)
    box.start()
    try:
        yield box
    finally:
        box.stop()
        platform.resources.data[MailSender] = before


def text_of(mail: EmailMessage) -> str:
    """Return what a mail says."""
    body = mail.get_body(("plain",))
    assert body is not None
    return body.get_content()


def files_of(mail: EmailMessage) -> dict[str, bytes]:
    """Return a mail's attachments by name."""
    return {part.get_filename() or "": part.get_payload(decode=True) for part in mail.iter_attachments()}  # type: ignore[misc]
