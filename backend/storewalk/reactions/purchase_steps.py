"""What suppliers say to orders, told to who sent them, and to the stores that have to wait for another day."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.events import Event
from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.ordering.api import OrderDayMoved, PurchaseAnswered, PurchaseNotSent
from storewalk.reactions.place import Place
from storewalk.reactions.telling import notice_of
from storewalk.reactions.words import Param, local_day, words

AT_STORE: Final = "/orders/{}"
AT_DESK: Final = "/console/purchases/{}"
MOVED: Final = "reactions.order_day_moved.title", "reactions.order_day_moved.body"
NOT_SENT: Final = "reactions.purchase_not_sent.title", "reactions.purchase_not_sent.body"
CONFIRMED: Final = "reactions.purchase_confirmed.title", "reactions.purchase_confirmed.body"
CUT: Final = "reactions.purchase_cut.title", "reactions.purchase_cut.body"
REFUSED: Final = "reactions.purchase_refused.title", "reactions.purchase_refused.body"


def day_moved(event: OrderDayMoved, place: Place) -> list[Notice]:
    """Tell who submitted the order that it comes on another day."""
    params: dict[str, Param] = {"source": event.source_name, "day": local_day(event.expected_on)}
    return notice_of(event, [event.submitter_id], place, MOVED, AT_STORE, **params)


async def tell_not_sent(tx: Tx, event: PurchaseNotSent) -> None:
    """Tell who sent an order that it did not arrive. Safe to run twice: see `telling`."""
    await _tell(tx, event, event.told_ids, NOT_SENT, supplier=event.supplier_name, number=event.number,
                fault=event.fault)  # fmt: skip


async def tell_answer(tx: Tx, event: PurchaseAnswered) -> None:
    """Tell who sent an order what the supplier says. Safe to run twice: see `telling`."""
    texts = (CUT if event.cut or event.gone else CONFIRMED) if event.confirmed else REFUSED
    await _tell(tx, event, event.told_ids, texts, supplier=event.supplier_name, number=event.number, cut=event.cut,
                gone=event.gone, note=event.note)  # fmt: skip


async def _tell(tx: Tx, event: Event, who: Sequence[UUID], texts: tuple[str, str], **params: Param) -> None:
    title, body = (words(key, **params) for key in texts)
    link = AT_DESK.format(event.subject_id)
    await notify(tx, Notice(account_ids=tuple(who), kind=event.kind, title=title, body=body, link=link))
