"""What goes out to a supplier, by whatever way: a mail with its files, or a signed message to its own system."""

from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.jobs import JobContext
from storewalk.core.vault import Unreadable, vault_of
from storewalk.notifications.api import (
    Attachment,
    Mail,
    MailSender,
    Outcome,
    Posting,
    Receiver,
    Verdict,
    WebhookSender,
)
from storewalk.partners.models import OrderWay
from storewalk.partners.way_service import secret_place

NO_SECRET: Final = "the receiver's secret is not set, or cannot be read with this installation's key"  # noqa: S105 - a text


class Addressee(msgspec.Struct, frozen=True, kw_only=True):
    """A supplier, the way to it, and the encrypted secret of its receiver if it has one."""

    supplier_id: UUID
    way: OrderWay
    address: str
    sealed: str | None


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What is said: to people in `subject`, `text` and files, to a system as `data` of a `type`.

    `id` is the same in every attempt.
    """

    id: str
    subject: str
    text: str
    attachments: tuple[Attachment, ...]
    type: str
    data: msgspec.Struct


async def send_letter(ctx: JobContext, to: Addressee, letter: Letter) -> Outcome:
    """Make one attempt, outside of any transaction; never raises for what networks and servers do."""
    if to.way is OrderWay.MAIL:
        mail = Mail(
            id=letter.id, to=to.address, subject=letter.subject, text=letter.text, attachments=letter.attachments
        )
        return await ctx.use(MailSender).send(mail)
    try:
        secret = vault_of(ctx.settings).open(to.sealed or "", secret_place(ctx.org_id, to.supplier_id))
    except Unreadable:
        return Outcome(verdict=Verdict.REFUSED, error=NO_SECRET)
    posting = Posting(id=letter.id, type=letter.type, data=letter.data)
    return await ctx.use(WebhookSender).post(Receiver(url=to.address, secret=secret), posting)
