"""Do something about a lot before it expires: cut its price, or take it off the shelf."""

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.stock.events import LotStepTaken
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import HANDLE_LOTS
from storewalk.stock.places import standard_place
from storewalk.stock.queries.waste import lot_facts, lot_on_shelf
from storewalk.stock.service.post import move
from storewalk.stock.wanted import Wanted, Way
from storewalk.stock.waste_models import LotStep, LotStepKind
from storewalk.stock.waste_schemas import StepOnLot
from storewalk.stores.api import business_date

HOLD: Final = """
INSERT INTO stock_hold (org_id, store_id, lot_id, since) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"""
RECALLED: Final = """
SELECT 1 FROM stock_recall
WHERE org_id = $1 AND product_id = $2 AND ended_at IS NULL AND (lot_ids = '{}' OR $3 = ANY (lot_ids))"""
OFFER: Final = "DELETE FROM stock_hold WHERE org_id = $1 AND store_id = $2 AND lot_id = $3"


async def step_on_lot(tx: Tx, store_id: UUID, lot_id: UUID, form: StepOnLot) -> None:
    """Mark a lot down, or withdraw it: what of it lies on the shelf goes to the back room. Under a known id: nothing.

    A withdrawn lot is offered again once it has a new price. Raises NotFound outside the actor's scope, Invalid for a
    mark-down without a price or past the lot's last day, WrongState for one of a lot that is called back; waste has a
    report of its own.
    """
    await require_within(tx, HANDLE_LOTS, store_id)
    lot = await lot_facts(tx, lot_id)
    if form.kind is LotStepKind.WASTED:
        raise Invalid("stock.waste_is_reported", field="kind")
    if (form.kind is LotStepKind.MARKED_DOWN) != (form.price_cents is not None):
        raise Invalid("stock.mark_down_has_price", field="priceCents")
    if form.id is not None:
        await lock_names(tx, "lot_step", [form.id])
        if await tx.session.get(LotStep, (tx.org_id, form.id)) is not None:
            return
    marked_down = form.kind is LotStepKind.MARKED_DOWN
    if marked_down and await tx.fetchrow(RECALLED, tx.org_id, lot.product_id, lot_id):
        raise WrongState("stock.is_recalled")
    if marked_down and lot.expires_on and lot.expires_on < await business_date(tx, store_id, tx.occurred_at):
        raise Invalid("stock.expired_is_not_sold", field="kind")
    await _offer(tx, store_id, lot_id, offered=marked_down)
    step = note_step(
        tx, store_id, lot.product_id, lot_id, form.kind, at=tx.occurred_at, step_id=form.id, price=form.price_cents
    )
    on_shelf = await lot_on_shelf(tx, store_id, lot_id) if form.kind is LotStepKind.WITHDRAWN else Decimal(0)
    if on_shelf > 0:
        carried = Wanted(
            store_id=store_id,
            product_id=lot.product_id,
            quantity=on_shelf,
            cause=Cause.REFILL,
            way=Way.WITHIN,
            cause_id=step.id,
            occurred_at=tx.occurred_at,
            place_id=standard_place(store_id, PlaceKind.SHELF),
            to_id=standard_place(store_id, PlaceKind.BACK_ROOM),
            lot_id=lot_id,
        )
        await move(tx, [carried])
    tx.record(LotStepTaken(subject_id=lot_id, store_id=store_id, product_id=lot.product_id, step=form.kind))
    await tx.flush()


async def _offer(tx: Tx, store_id: UUID, lot_id: UUID, *, offered: bool) -> None:
    """Take a lot out of what the store offers, or put it back at its new price."""
    if offered:
        await tx.fetch(OFFER, tx.org_id, store_id, lot_id)
    else:
        await tx.fetch(HOLD, tx.org_id, store_id, lot_id, tx.occurred_at)


def note_step(
    tx: Tx,
    store_id: UUID,
    product_id: UUID,
    lot_id: UUID,
    kind: LotStepKind,
    *,
    at: datetime,
    step_id: UUID | None = None,
    price: int | None = None,
) -> LotStep:
    """Remember that something was done about a lot."""
    step = LotStep(
        org_id=tx.org_id,
        id=step_id or new_id(),
        store_id=store_id,
        product_id=product_id,
        lot_id=lot_id,
        kind=kind,
        price_cents=price,
        taken_by=tx.actor.account_id,
        taken_at=at,
    )
    tx.session.add(step)
    return step
