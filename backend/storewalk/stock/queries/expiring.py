"""Lots near their last day or past it, as a store finds them in the morning."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import and_, select

from storewalk.catalog.api import product_label
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref, require_within, within
from storewalk.stock.expiry import WARN_DAYS, Freshness, freshness
from storewalk.stock.models import ON_HAND, PlaceKind, StockBalance, StockLot, StockPlace
from storewalk.stock.permissions import READ_WASTE
from storewalk.stock.queries.blind import closed_at
from storewalk.stock.waste_models import LotStep, LotStepKind
from storewalk.stock.waste_schemas import ExpiringLot, LotStepOut
from storewalk.stores.api import StoreClock, store_clocks, store_ref

LONGEST_WARNING: Final = max(days for _, days in WARN_DAYS)
UNTOLD: Final = {"quantity": None, "shelf": None, "back_room": None}


class Held(Struct, frozen=True):
    """A lot that lies at a place of a store."""

    store_id: UUID
    store_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit: str
    unit_name: Words
    price_cents: int
    lot_id: UUID
    lot_code: str
    produced_on: date | None
    expires_on: date
    kind: PlaceKind
    quantity: Decimal


async def expiring(tx: AnyTx, store_id: UUID | None) -> list[ExpiringLot]:
    """Return the lots of a store, or of all in the actor's scope, that are not sound: those that end first come first.

    How much there is of goods that are being counted is not told to who counts them.
    Raises NotFound for a store outside the scope.
    """
    if store_id is not None:
        await require_within(tx, READ_WASTE, store_id)
    held = await held_lots(tx, store_id)
    clocks = await store_clocks(tx, list({each.store_id for each in held}))
    steps = await last_steps(tx, {each.lot_id for each in held})
    closed = await closed_at(tx, {each.store_id for each in held})
    by_lot: dict[tuple[UUID, UUID], list[Held]] = defaultdict(list)
    for each in held:
        by_lot[each.store_id, each.lot_id].append(each)
    found = [_lot(parts, clocks, tx.now, steps) for parts in by_lot.values()]
    unsound = sorted((lot for lot in found if lot.freshness is not Freshness.SOUND), key=lambda lot: lot.days_left)
    return [replace(lot, **UNTOLD) if closed(lot.store_id, lot.product_id) else lot for lot in unsound]


async def held_lots(tx: AnyTx, store_id: UUID | None) -> list[Held]:
    """Return what lies at stores of lots that may be near their end by now."""
    store, product = store_ref.subquery("place"), product_label.subquery("goods")
    latest = (tx.now.date()).toordinal() + LONGEST_WARNING + 1
    statement = (
        select(
            StockBalance.store_id,
            store.c.name.label("store_name"),
            StockBalance.product_id,
            product.c.code.label("product_code"),
            product.c.name.label("product_name"),
            product.c.unit,
            product.c.unit_name,
            product.c.price_cents,
            StockLot.id.label("lot_id"),
            StockLot.code.label("lot_code"),
            StockLot.produced_on,
            StockLot.expires_on,
            StockPlace.kind,
            StockBalance.quantity,
        )
        .join(StockLot, and_(StockLot.org_id == StockBalance.org_id, StockLot.id == StockBalance.lot_id))
        .join(StockPlace, and_(StockPlace.org_id == StockBalance.org_id, StockPlace.id == StockBalance.place_id))
        .join(store, and_(store.c.org_id == StockBalance.org_id, store.c.id == StockBalance.store_id))
        .join(product, and_(product.c.org_id == StockBalance.org_id, product.c.id == StockBalance.product_id))
        .where(
            StockBalance.org_id == tx.org_id,
            StockBalance.quantity > 0,
            StockLot.expires_on <= date.fromordinal(latest),
            StockPlace.kind.in_(ON_HAND),
            within(tx, READ_WASTE, StockBalance.store_id),
        )
        .order_by(StockLot.expires_on, product.c.code, StockLot.id)
    )
    if store_id is not None:
        statement = statement.where(StockBalance.store_id == store_id)
    return await tx.all(statement, Held)


class _Step(Struct, frozen=True):
    store_id: UUID
    lot_id: UUID
    kind: LotStepKind
    price_cents: int | None
    taken_by_name: str
    taken_at: datetime


async def last_steps(tx: AnyTx, lot_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID], LotStepOut]:
    """Return the last thing that was done about lots, by store and lot."""
    statement = (
        select(
            LotStep.store_id,
            LotStep.lot_id,
            LotStep.kind,
            LotStep.price_cents,
            account_ref.c.name.label("taken_by_name"),
            LotStep.taken_at,
        )
        .join(account_ref, and_(account_ref.c.org_id == LotStep.org_id, account_ref.c.id == LotStep.taken_by))
        .where(LotStep.org_id == tx.org_id, LotStep.lot_id.in_(list(lot_ids)))
        .order_by(LotStep.recorded_at, LotStep.id)
    )
    return {
        (row.store_id, row.lot_id): LotStepOut(
            kind=row.kind, price_cents=row.price_cents, taken_by_name=row.taken_by_name, taken_at=row.taken_at
        )
        for row in await tx.all(statement, _Step)
    }


def _lot(
    parts: Sequence[Held],
    clocks: dict[UUID, StoreClock],
    now: datetime,
    steps: dict[tuple[UUID, UUID], LotStepOut],
) -> ExpiringLot:
    one = parts[0]
    today = clocks[one.store_id].business_date(now)

    def at(*kinds: PlaceKind) -> str:
        return plain(sum((part.quantity for part in parts if not kinds or part.kind in kinds), Decimal(0)))

    return ExpiringLot(
        store_id=one.store_id,
        store_name=one.store_name,
        product_id=one.product_id,
        product_code=one.product_code,
        product_name=one.product_name,
        unit=one.unit,
        unit_name=one.unit_name,
        price_cents=one.price_cents,
        lot_id=one.lot_id,
        lot_code=one.lot_code,
        produced_on=one.produced_on,
        expires_on=one.expires_on,
        days_left=(one.expires_on - today).days,
        freshness=freshness(one.produced_on, one.expires_on, today),
        quantity=at(),
        shelf=at(PlaceKind.SHELF),
        back_room=at(PlaceKind.BACK_ROOM, PlaceKind.BIN),
        step=steps.get((one.store_id, one.lot_id)),
    )
