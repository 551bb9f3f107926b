"""Open claims: for what came damaged or not at all with a receipt, and for goods that a store gives back."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from storewalk.core.errors import Invalid
from storewalk.core.ids import new_id
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import OrderClaimOpened
from storewalk.ordering.fulfil_models import ClaimKind, ClaimState, OrderClaim
from storewalk.ordering.fulfil_schemas import OpenClaim
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.permissions import RECEIVE_ORDER
from storewalk.ordering.queries.fulfil_lines import FulfilledLine, fulfilled_lines
from storewalk.ordering.queries.fulfil_locks import Origin, lock_claim, origin_of, people_of
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.service.fulfil.arrivals import Incoming
from storewalk.ordering.service.fulfil.book import Booked, worth
from storewalk.photos import api as photos

HELD_FOR: Final = "order_claim"
"""Photos of a claim are evidence, and outlive the retention of others."""
GIVEN_BACK: Final = """
SELECT coalesce(sum(quantity), 0) AS quantity FROM order_claim
WHERE org_id = $1 AND order_id = $2 AND product_id = $3 AND kind = 'return' AND state <> 'refused'"""


async def claims_of(tx: Tx, incoming: Incoming, booked: Sequence[Booked]) -> int:
    """Open a claim for each line of a receipt that says damaged or missing, and return how many those are."""
    found = [
        OrderClaim(
            receipt_id=incoming.receipt_id,
            product_id=each.line.product_id,
            kind=kind,
            quantity=quantity,
            value_cents=value_cents,
            note=each.said.note.strip(),
            photo_ids=each.said.photo_ids,
        )
        for each, worths in zip(incoming.arrived, booked, strict=True)
        for kind, quantity, value_cents in (
            (ClaimKind.DAMAGE, each.said.damaged, worths.damaged),
            (ClaimKind.SHORTAGE, each.said.missing, worths.missing),
        )
        if quantity
    ]
    for claim in found:
        await _open(tx, incoming.order, incoming.origin, claim, incoming.lines[claim.product_id])
    return len(found)


async def give_back(tx: Tx, form: OpenClaim) -> UUID:
    """Claim that goods go back to the source, and return the claim's id. One that is open already stays as it is.

    Raises NotFound where the order's store lies outside the actor's scope, Invalid for more than has come and was not
    given back yet.
    """
    order = await lock_order(tx, form.order_id, RECEIVE_ORDER)
    known = await lock_claim(tx, form.id)
    if known is not None and known.order_id == order.id:
        return known.id  # sent twice, by whatever way
    if known is not None:
        raise Invalid("ordering.id_taken", field="id")
    line = next((each for each in await fulfilled_lines(tx, order.id) if each.product_id == form.product_id), None)
    if line is None:
        raise Invalid("ordering.line_not_in_order", field="productId", code="")
    row = await tx.fetchrow(GIVEN_BACK, tx.org_id, order.id, form.product_id)
    most = line.received - (row["quantity"] if row else 0)
    if not is_quantity(form.quantity) or form.quantity > most:
        raise Invalid("ordering.above_what_is_left", field="quantity", code=line.code, most=plain(most))
    claim = OrderClaim(
        id=form.id,
        product_id=form.product_id,
        kind=ClaimKind.RETURN,
        quantity=form.quantity,
        value_cents=worth(line, form.quantity),
        note=form.note.strip(),
        photo_ids=form.photo_ids,
    )
    await _open(tx, order, await origin_of(tx, order.source_id), claim, line)
    return claim.id


async def _open(tx: Tx, order: StoreOrder, origin: Origin, claim: OrderClaim, line: FulfilledLine) -> None:
    claim.org_id, claim.id, claim.order_id = tx.org_id, claim.id or new_id(), order.id
    claim.state, claim.decision_note = ClaimState.OPEN, ""
    claim.opened_by, claim.opened_at = tx.actor.account_id, tx.occurred_at
    tx.session.add(claim)
    await photos.hold(tx, claim.photo_ids, HELD_FOR, claim.id)
    tx.record(
        OrderClaimOpened(
            subject_id=claim.id,
            store_id=order.store_id,
            order_id=order.id,
            what=claim.kind,
            product_name=line.name,
            quantity=claim.quantity,
            value_cents=claim.value_cents,
            source_name=origin.name,
            decider_ids=await people_of(tx, origin, order.store_id),
        )
    )
    await tx.flush()
