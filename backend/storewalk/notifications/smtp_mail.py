"""Sends mails through the installation's mail server (RFC 5321). Only the worker imports this module."""

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from typing import Final

from storewalk.core.settings import Settings
from storewalk.notifications.mail import Mail, MailSender
from storewalk.notifications.message import Outcome, Verdict

TIMEOUT_S: Final = 20
FOR_GOOD: Final = 500
"""Answers from here on mean that trying again is of no use (RFC 5321 §4.2.1)."""


class SmtpMailSender(MailSender):
    """Opens a connection for each mail; a supplier's order is no mass mailing."""

    def __init__(self, settings: Settings, timeout_s: float = TIMEOUT_S) -> None:
        self._settings, self._timeout_s = settings, timeout_s

    async def send(self, mail: Mail) -> Outcome:
        """Make one attempt in a thread, since the standard library's client blocks; see `MailSender.send`."""
        if self._settings.smtp_host is None:
            return Outcome(verdict=Verdict.REFUSED, error="no mail server is set up (STOREWALK_SMTP_HOST)")
        return await asyncio.to_thread(self._send, self._settings.smtp_host, mail)

    def _send(self, host: str, mail: Mail) -> Outcome:
        try:
            with self._connected(host) as server:
                server.send_message(_message(mail, self._settings.smtp_sender))
        except smtplib.SMTPRecipientsRefused as refused:
            code, said = next(iter(refused.recipients.values()))
            return _answered(code, said)
        except smtplib.SMTPResponseException as refused:
            return _answered(refused.smtp_code, refused.smtp_error)
        except smtplib.SMTPNotSupportedError as reason:
            return Outcome(verdict=Verdict.REFUSED, error=str(reason))
        except (smtplib.SMTPException, OSError) as reason:
            return Outcome(verdict=Verdict.LATER, error=f"{type(reason).__name__}: {reason}")
        return Outcome(verdict=Verdict.SENT)

    def _connected(self, host: str) -> smtplib.SMTP:
        settings, secure = self._settings, ssl.create_default_context()
        if settings.smtp_security == "tls":
            server = smtplib.SMTP_SSL(host, settings.smtp_port, timeout=self._timeout_s, context=secure)
        else:
            server = smtplib.SMTP(host, settings.smtp_port, timeout=self._timeout_s)
        try:
            if settings.smtp_security == "starttls":
                server.starttls(context=secure)
            if settings.smtp_username:
                server.login(settings.smtp_username, settings.smtp_password)
        except BaseException:
            server.close()
            raise
        return server


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = sender, mail.to
    message["Subject"] = " ".join(mail.subject.split())  # a header is one line
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{mail.id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    message.set_content(mail.text)
    for each in mail.attachments:
        main, _, sub = each.kind.partition("/")
        message.add_attachment(each.content, maintype=main, subtype=sub, filename=each.name)
    return message


def _answered(code: int, said: bytes | str) -> Outcome:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    verdict = Verdict.REFUSED if code >= FOR_GOOD else Verdict.LATER
    return Outcome(verdict=verdict, status_code=code, error=text)
