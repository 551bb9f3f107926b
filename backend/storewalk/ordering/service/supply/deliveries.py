"""Say on which weekdays, and on which dated days, a source delivers."""

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.tx import Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.supply_parts import delivery_at
from storewalk.ordering.service.supply.sources import lock_source
from storewalk.ordering.supply_events import DeliveriesSet, DeliveryDaysSet
from storewalk.ordering.supply_models import OrderDelivery, OrderDeliveryDay
from storewalk.ordering.supply_schemas import SetDeliveries, SetDeliveryDays
from storewalk.stores.api import region_and_below

TARGETS: Final = f"""
SELECT s.id, s.id = ANY ($3) AS named FROM store s WHERE s.org_id = $1 AND {lies_below("s", "s.id", "$2")}
  AND (s.id = ANY ($3) OR s.kind = 'store' AND s.status <> 'closed' AND s.region_id = ANY ($4))
ORDER BY s.id"""


async def set_deliveries(tx: Tx, source_id: UUID, form: SetDeliveries) -> None:
    """Deliver to stores on these weekdays, or no more. Again changes nothing.

    Raises NotFound for a source or a store that is not there or outside the actor's scope, Conflict when somebody
    changed a delivery meanwhile, Invalid where no store is meant, or a warehouse would deliver to itself.
    """
    tx.require(EDIT_SUPPLY)
    source = await lock_source(tx, source_id)
    store_ids = await _targets(tx, form)
    if source.warehouse_id in store_ids:
        raise Invalid("ordering.delivers_to_itself", field="storeIds")
    days = weekday_bits(form.weekdays)
    rows = {row.store_id: row for row in await _deliveries(tx, source_id, store_ids)}
    changed: list[UUID] = []
    for store_id in store_ids:
        row = rows.get(store_id)
        if form.if_version not in (None, row.version if row else 0):
            current = await delivery_at(tx, source_id, store_id)
            raise Conflict("ordering.delivery_changed", current=current, field="ifVersion")
        budget = (row.budget_cents if row else None) if form.keep_budget else form.budget_cents
        if await set_delivery(tx, (source_id, store_id), row, days, budget):
            changed.append(store_id)
    if changed:
        stores, stopped = (changed, []) if days else ([], changed)
        tx.record(DeliveriesSet(subject_id=source_id, stores=stores, stopped=stopped))
        await tx.flush()


async def set_delivery_days(tx: Tx, source_id: UUID, form: SetDeliveryDays) -> None:
    """Deliver on dated days, or not, or as the weekday says. Again changes nothing.

    Raises NotFound, Invalid for a day that is named twice.
    """
    tx.require(EDIT_SUPPLY)
    await lock_source(tx, source_id)
    wanted = {each.day: each.delivers for each in form.days}
    if len(wanted) < len(form.days):
        twice = next(day for day in wanted if sum(each.day == day for each in form.days) > 1)
        raise Invalid("ordering.day_twice", field="days", day=twice.isoformat())
    statement = select(OrderDeliveryDay).where(
        OrderDeliveryDay.org_id == tx.org_id,
        OrderDeliveryDay.source_id == source_id,
        OrderDeliveryDay.day.in_(list(wanted)),
    )
    rows = {row.day: row for row in await tx.session.scalars(statement)}
    changed = [day for day, delivers in wanted.items() if delivers != (rows[day].delivers if day in rows else None)]
    for day in changed:
        delivers = wanted[day]
        if delivers is None:
            await tx.session.delete(rows[day])
        elif day in rows:
            rows[day].delivers = delivers
        else:
            tx.session.add(OrderDeliveryDay(org_id=tx.org_id, source_id=source_id, day=day, delivers=delivers))
    if changed:
        tx.record(DeliveryDaysSet(subject_id=source_id, days=sorted(changed)))
        await tx.flush()


async def set_delivery(
    tx: Tx, key: tuple[UUID, UUID], row: OrderDelivery | None, days: int, budget: int | None
) -> bool:
    """Make one store's delivery (source, store) by a locked source what it shall be; tell whether that changed it."""
    if days == 0:
        if row is not None:
            await tx.session.delete(row)
        return row is not None
    if row is None:
        row = OrderDelivery(org_id=tx.org_id, source_id=key[0], store_id=key[1])
        tx.session.add(row)
    elif (row.weekdays, row.budget_cents) == (days, budget):
        return False
    row.weekdays, row.budget_cents = days, budget
    return True


def weekday_bits(weekdays: Iterable[int]) -> int:
    """Return weekdays (1 is Monday) as bits, the lowest for Monday."""
    return sum(1 << (day - 1) for day in set(weekdays))


async def _targets(tx: Tx, form: SetDeliveries) -> list[UUID]:
    regions = [] if form.region_id is None else await region_and_below(tx, form.region_id)
    rows = await tx.fetch(TARGETS, tx.org_id, list(tx.actor.paths(EDIT_SUPPLY)), form.store_ids, regions)
    if sum(row["named"] for row in rows) < len(set(form.store_ids)):
        raise NotFound("stores.no_store")
    if not rows:
        raise Invalid("ordering.no_stores", field="regionId" if form.region_id else "storeIds")
    return [row["id"] for row in rows]


async def _deliveries(tx: Tx, source_id: UUID, store_ids: Sequence[UUID]) -> Iterable[OrderDelivery]:
    statement = select(OrderDelivery).where(
        OrderDelivery.org_id == tx.org_id,
        OrderDelivery.source_id == source_id,
        OrderDelivery.store_id.in_(store_ids),
    )
    return await tx.session.scalars(statement)
