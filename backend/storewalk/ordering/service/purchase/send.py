"""Make what stores ordered of a supplier on a day one order to it, and send that by the supplier's way."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import token_hash
from storewalk.ordering.permissions import SEND_PURCHASE
from storewalk.ordering.purchase_events import PurchaseSent
from storewalk.ordering.purchase_link import LIFE, Links
from storewalk.ordering.purchase_models import PurchaseOrder, PurchaseState
from storewalk.ordering.purchase_schemas import SendPurchase
from storewalk.ordering.purchase_work import DeliverPurchase
from storewalk.ordering.queries.order_locks import lock_orders
from storewalk.ordering.queries.purchase_locks import SupplyWay, lock_purchase, way_of
from storewalk.ordering.queries.purchase_pieces import unsent_orders
from storewalk.partners.api import OrderWay

PARTS: Final = """
INSERT INTO purchase_part (org_id, purchase_id, order_id, submitted_at, live)
SELECT org_id, $2, id, submitted_at, true FROM store_order WHERE org_id = $1 AND id = ANY ($3)"""
LINES: Final = """
INSERT INTO purchase_line (org_id, purchase_id, order_id, product_id, quantity, pack_quantity, pack_cents)
SELECT org_id, $2, order_id, product_id, quantity, pack_quantity, pack_cents FROM store_order_line
WHERE org_id = $1 AND order_id = ANY ($3) AND quantity > 0"""
NUMBERS: Final = "SELECT count(*) FROM purchase_order WHERE org_id = $1 AND starts_with(number, $2)"


class Which(Struct, frozen=True):
    """The order to a supplier that is to be made: its id, of which source and day, also of what was `refused`."""

    id: UUID
    source_id: UUID
    day: date
    refused: bool = True


async def send(tx: Tx, form: SendPurchase, links: Links) -> UUID:
    """Send what stores in the actor's scope ordered, and return the order's id. Sent twice it stays as it is.

    Raises:
        Invalid: the source is no supplier's, or the id is taken.
        WrongState: nothing of that day is approved and unsent.

    """
    tx.require(SEND_PURCHASE)
    await lock_names(tx, "purchase", [f"{form.source_id}:{form.day}"])
    known = await lock_purchase(tx, form.id)
    if known is not None and (known.source_id, known.day) == (form.source_id, form.day):
        return known.id
    if known is not None:
        raise Invalid("ordering.id_taken", field="id")
    which = Which(form.id, form.source_id, form.day)
    if not await make(tx, which, tx.actor.paths(SEND_PURCHASE), links):
        raise WrongState("ordering.nothing_to_send")
    return form.id


async def make(tx: Tx, which: Which, paths: Sequence[str], links: Links) -> bool:
    """Make the order of what is approved and unsent, and have it sent; False where nothing is.

    Who makes it has locked the name of the source and the day. Raises Invalid for a source that is no supplier's.
    """
    way = await way_of(tx, which.source_id)
    if way is None:
        raise Invalid("ordering.no_supplier_source", field="sourceId")
    await lock_orders(tx, await _unsent(tx, which, paths))
    order_ids = await _unsent(tx, which, paths)  # some may have gone while we waited
    if not order_ids:
        return False
    purchase = PurchaseOrder(
        org_id=tx.org_id,
        id=which.id,
        number=await _number(tx, which.day),
        source_id=which.source_id,
        supplier_id=way.supplier_id,
        day=which.day,
        fault="",
        note="",
        sent_by=None if tx.actor.is_system else tx.actor.account_id,
        total_cents=0,
        round=0,
    )
    begin_round(tx, purchase, way, links)
    tx.session.add(purchase)
    await tx.flush()
    await tx.fetch(PARTS, tx.org_id, purchase.id, order_ids)
    await tx.fetch(LINES, tx.org_id, purchase.id, order_ids)
    locked = await lock_orders(tx, order_ids)
    purchase.total_cents = sum(order.total_cents for order in locked.values())
    await go_out(tx, purchase, way, orders=len(order_ids), again=False)
    return True


async def _unsent(tx: Tx, which: Which, paths: Sequence[str]) -> list[UUID]:
    return await unsent_orders(tx, which.source_id, which.day, paths, refused=which.refused)


def begin_round(tx: Tx, purchase: PurchaseOrder, way: SupplyWay, links: Links) -> None:
    """Have an order begin its next sending, by the way of now; its link holds from now on."""
    purchase.state, purchase.round, purchase.tries, purchase.fault = PurchaseState.WAITING, purchase.round + 1, 0, ""
    purchase.way, purchase.address, purchase.language = way.way, way.address, way.language
    purchase.token_hash = token_hash(links.token(tx.org_id, purchase.id))
    purchase.link_ends_at = tx.now + LIFE


async def go_out(tx: Tx, purchase: PurchaseOrder, way: SupplyWay, *, orders: int, again: bool) -> None:
    """Tell of a sending that has begun, and have it done."""
    tx.record(
        PurchaseSent(
            subject_id=purchase.id,
            number=purchase.number,
            supplier_name=way.supplier_name,
            way=purchase.way,
            orders=orders,
            total_cents=purchase.total_cents,
            again=again,
        )
    )
    if purchase.way is not OrderWay.FILE:
        await tx.enqueue(DeliverPurchase(purchase_id=purchase.id, round=purchase.round))
    await tx.flush()


async def _number(tx: Tx, day: date) -> str:
    beginning = f"PO{day:%y%m%d}-"
    await lock_names(tx, "purchase_number", [beginning])
    known = await tx.fetch(NUMBERS, tx.org_id, beginning)
    return f"{beginning}{known[0][0] + 1:03d}"
