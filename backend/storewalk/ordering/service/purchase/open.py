"""A supplier looks at an order for the first time."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.ordering.purchase_events import PurchaseOpened
from storewalk.ordering.purchase_models import PurchaseState
from storewalk.ordering.queries.purchase_locks import lock_purchase

UNSEEN = frozenset({PurchaseState.WAITING, PurchaseState.SENT, PurchaseState.FAILED})


async def open_purchase(tx: Tx, purchase_id: UUID) -> None:
    """Note that the supplier has the order: whoever has its link got it, whatever its sending has said. Once."""
    purchase = await lock_purchase(tx, purchase_id)
    if purchase is None or purchase.state not in UNSEEN:
        return
    first = purchase.opened_at is None
    purchase.state, purchase.fault = PurchaseState.OPENED, ""
    purchase.opened_at, purchase.sent_at = purchase.opened_at or tx.now, purchase.sent_at or tx.now
    if first:
        tx.record(PurchaseOpened(subject_id=purchase.id, number=purchase.number))
    await tx.flush()
