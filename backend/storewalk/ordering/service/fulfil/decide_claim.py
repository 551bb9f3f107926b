"""Settle a claim or refuse it, for the source. Goods that go back leave the store's book now."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import OrderClaimDecided
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState, OrderClaim
from storewalk.ordering.fulfil_schemas import DecideClaim
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.queries.fulfil_claims import read_claim
from storewalk.ordering.queries.fulfil_lines import fulfilled_lines
from storewalk.ordering.queries.fulfil_locks import Origin, lock_claim, lock_for_source
from storewalk.ordering.service.fulfil.claim import HELD_FOR
from storewalk.ordering.service.fulfil.close import close_if_done
from storewalk.photos import api as photos
from storewalk.stock import api as stock

ORDER: Final = "SELECT order_id FROM order_claim WHERE org_id = $1 AND id = $2"


async def decide_claim(tx: Tx, claim_id: UUID, form: DecideClaim) -> None:
    """Decide on a claim.

    Raises:
        NotFound: there is none against a source that the actor acts for.
        WrongState: it was decided already.
        Conflict: it has changed since the actor saw it.
        Invalid: it is refused without a note, settled for more than it is worth, or the store has not the goods.

    """
    order_id = await tx.raw.fetchval(ORDER, tx.org_id, claim_id)
    if order_id is None:
        raise NotFound("ordering.no_claim")
    order, origin = await lock_for_source(tx, order_id)
    claim = await lock_claim(tx, claim_id)
    if claim is None:
        raise NotFound("ordering.no_claim")
    if claim.state is not ClaimState.OPEN:
        raise WrongState("ordering.claim_decided")
    if claim.version != form.if_version:
        raise Conflict("ordering.claim_changed", current=await read_claim(tx, claim_id), field="ifVersion")
    if not form.settled and not form.note.strip():
        raise Invalid("ordering.decision_needs_reason", field="note")
    cents = claim.value_cents if form.settled_cents is None else form.settled_cents
    if form.settled and cents > claim.value_cents:
        raise Invalid("ordering.settled_above_value", field="settledCents", most=format_cents(claim.value_cents))
    claim.state = ClaimState.SETTLED if form.settled else ClaimState.REFUSED
    claim.settled_cents = cents if form.settled else None
    claim.decision_note = form.note.strip()
    claim.decided_by, claim.decided_at = tx.actor.account_id, tx.now
    await photos.hold(tx, claim.photo_ids, HELD_FOR, claim.id)  # also what came after the claim
    if form.settled and claim.kind is ClaimKind.RETURN:
        await _go_back(tx, order, origin, claim)
    await _tell(tx, order, origin, claim)
    await close_if_done(tx, order, origin)


async def _go_back(tx: Tx, order: StoreOrder, origin: Origin, claim: OrderClaim) -> None:
    """Take goods off the store's book; at the chain's own warehouse they are on the book from now on."""
    if origin.warehouse_id is None:
        wanted = stock.Wanted(
            store_id=order.store_id,
            product_id=claim.product_id,
            quantity=claim.quantity,
            cause=stock.Cause.RECEIPT,
            way=stock.Way.OUT,
            cause_id=claim.id,
            occurred_at=tx.occurred_at,
        )
        _, missing = await stock.post(tx, [wanted])
    else:
        load = stock.Load(0, claim.product_id, claim.quantity)
        sent = await stock.dispatch(tx, claim.id, (order.store_id, origin.warehouse_id), [load])
        missing = sent.missing
        await stock.land(tx, claim.id, [stock.Fate(each.id, each.quantity, stock.Ending.CAME) for each in sent.sent])
    if missing:
        raise Invalid("ordering.not_at_store", field="settled", there=plain(missing[0].there))


async def _tell(tx: Tx, order: StoreOrder, origin: Origin, claim: OrderClaim) -> None:
    line = next(each for each in await fulfilled_lines(tx, order.id) if each.product_id == claim.product_id)
    tx.record(
        OrderClaimDecided(
            subject_id=claim.id,
            store_id=order.store_id,
            order_id=order.id,
            what=claim.kind,
            product_name=line.name,
            source_name=origin.name,
            settled_cents=claim.settled_cents,
            note=claim.decision_note,
            opener_id=claim.opened_by,
        )
    )
    await tx.flush()
