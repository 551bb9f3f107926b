"""Send an order to a supplier once more, or hand it over by another way."""

from uuid import UUID

from storewalk.core.errors import Conflict, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.identity.api import token_hash
from storewalk.ordering.permissions import SEND_PURCHASE
from storewalk.ordering.purchase_events import PurchaseTaken
from storewalk.ordering.purchase_link import Links
from storewalk.ordering.purchase_models import PurchaseOrder, PurchaseState
from storewalk.ordering.purchase_schemas import SendAgain
from storewalk.ordering.queries.purchase_locks import lock_within, parts_of, way_of
from storewalk.ordering.queries.purchase_read import read_purchase
from storewalk.ordering.service.purchase.send import begin_round, go_out
from storewalk.partners.api import OrderWay

ANSWERED = frozenset({PurchaseState.CONFIRMED, PurchaseState.REFUSED})


async def send_again(tx: Tx, purchase_id: UUID, form: SendAgain, links: Links) -> None:
    """Send an order again, by the supplier's way of now.

    Raises:
        NotFound: stores behind it lie outside the actor's scope.
        WrongState: the supplier has answered.
        Conflict: it has changed since the actor saw it.

    """
    purchase = await lock_within(tx, purchase_id, SEND_PURCHASE)
    if purchase.state in ANSWERED:
        raise WrongState("ordering.purchase_answered_already")
    if purchase.version != form.if_version:
        raise Conflict("ordering.purchase_changed", current=await read_purchase(tx, purchase.id), field="ifVersion")
    way = await way_of(tx, purchase.source_id)
    if way is None:
        raise NotFound("ordering.no_purchase")
    begin_round(tx, purchase, way, links)
    await go_out(tx, purchase, way, orders=len(await parts_of(tx, purchase.id)), again=True)


async def take(tx: Tx, purchase_id: UUID, links: Links) -> PurchaseOrder:
    """Note that somebody takes the file or the link of an order; where orders go as files, that sends it.

    Raises NotFound where stores behind it lie outside the actor's scope.
    """
    purchase = await lock_within(tx, purchase_id, SEND_PURCHASE)
    purchase.token_hash = token_hash(links.token(tx.org_id, purchase.id))  # the installation's secret may be new
    if purchase.way is OrderWay.FILE and purchase.state is PurchaseState.WAITING:
        purchase.state, purchase.sent_at = PurchaseState.SENT, purchase.sent_at or tx.now
    tx.record(PurchaseTaken(subject_id=purchase.id, number=purchase.number))
    await tx.flush()
    return purchase
