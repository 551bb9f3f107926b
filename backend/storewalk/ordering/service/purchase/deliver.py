"""Bring an order to its supplier: read it, send it outside of any transaction, write down how that went."""

from storewalk.core.tx import Tx
from storewalk.notifications.api import Outcome, Verdict
from storewalk.ordering.purchase_events import PurchaseNotSent
from storewalk.ordering.purchase_letter import Outgoing
from storewalk.ordering.purchase_link import Links
from storewalk.ordering.purchase_models import PurchaseOrder, PurchaseState
from storewalk.ordering.purchase_work import ATTEMPTS, DeliverPurchase
from storewalk.ordering.queries.purchase_locks import lock_purchase, people_behind, supplier_name
from storewalk.ordering.queries.purchase_outgoing import outgoing
from storewalk.partners.api import fault_of

ARRIVED = frozenset({Verdict.SENT, Verdict.DELIVERED})
UNSENT = frozenset({PurchaseState.WAITING, PurchaseState.FAILED})


async def prepare(tx: Tx, job: DeliverPurchase, links: Links) -> Outgoing | None:
    """Return what is to be sent; None where it has been, or another sending was begun."""
    purchase = await lock_purchase(tx, job.purchase_id)
    if purchase is None or purchase.round != job.round or purchase.state not in UNSENT:
        return None
    return await outgoing(tx, purchase.id, links)


async def settle(tx: Tx, job: DeliverPurchase, outcome: Outcome) -> bool:
    """Write down how an attempt went, and tell who sent it where there will be no other.

    Return whether the queue has to try again: also after the last attempt, so that the job lies where people see it.
    """
    purchase = await lock_purchase(tx, job.purchase_id)
    if purchase is None or purchase.round != job.round or purchase.state not in UNSENT:
        return False
    purchase.tries += 1
    if outcome.verdict in ARRIVED:
        purchase.state, purchase.sent_at, purchase.fault = PurchaseState.SENT, tx.now, ""
        await tx.flush()
        return False
    later = outcome.verdict is Verdict.LATER
    purchase.fault = fault_of(outcome)
    if purchase.state is PurchaseState.WAITING and (not later or purchase.tries >= ATTEMPTS):
        purchase.state = PurchaseState.FAILED
        await _tell(tx, purchase)
    await tx.flush()
    return later


async def _tell(tx: Tx, purchase: PurchaseOrder) -> None:
    tx.record(
        PurchaseNotSent(
            subject_id=purchase.id,
            number=purchase.number,
            supplier_name=await supplier_name(tx, purchase),
            fault=purchase.fault,
            told_ids=await people_behind(tx, purchase),
        )
    )
