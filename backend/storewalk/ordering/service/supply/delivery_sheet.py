"""Delivery days as rows of a sheet: codes instead of ids; what a sheet leaves out stays as it is."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType
from sqlalchemy import select

from storewalk.core.bulk import LineFault, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.ids import new_id
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import EDIT_SUPPLY, READ_SUPPLY
from storewalk.ordering.queries.supply_parts import weekdays_of
from storewalk.ordering.service.supply.deliveries import set_delivery, weekday_bits
from storewalk.ordering.service.supply.sources import lock_sources
from storewalk.ordering.supply_events import DeliveriesImported
from storewalk.ordering.supply_models import OrderDelivery, OrderSource

NOTHING: Final = UUID(int=0)
STORES: Final = f"""
SELECT s.code, s.id FROM store s WHERE s.org_id = $1 AND s.code = ANY ($3) AND {lies_below("s", "s.id", "$2")}"""
DELIVERIES: Final = f"""
SELECT o.code AS source, s.code AS store, s.name, d.weekdays, d.budget_cents FROM order_delivery d
JOIN order_source o ON o.org_id = d.org_id AND o.id = d.source_id
JOIN store s ON s.org_id = d.org_id AND s.id = d.store_id
WHERE d.org_id = $1 AND {lies_below("d", "d.store_id", "$2")} AND ($3::uuid IS NULL OR d.source_id = $3)
ORDER BY o.code, s.search_code"""


class DeliveryLine(Struct, frozen=True, kw_only=True):
    """A store's delivery in a sheet; its name is there for people, and is not read."""

    source: str
    store: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    weekdays: list[int] | UnsetType = UNSET
    budget_cents: int | UnsetType | None = UNSET


class _Plan(Struct):
    key: tuple[UUID, UUID]
    row: OrderDelivery | None
    days: int
    budget: int | None


async def give_out_deliveries(tx: AnyTx, source_id: UUID | None = None) -> list[DeliveryLine]:
    """Return the deliveries of a source, or of all, to the stores in the actor's scope as rows."""
    return [
        DeliveryLine(
            source=row["source"],
            store=row["store"],
            name=row["name"],
            weekdays=weekdays_of(row["weekdays"]),
            budget_cents=row["budget_cents"],
        )
        for row in await tx.fetch(DELIVERIES, tx.org_id, list(tx.actor.paths(READ_SUPPLY)), source_id)
    ]


async def take_in_deliveries(tx: Tx, lines: Sequence[tuple[int, DeliveryLine]], *, dry_run: bool) -> Outcome:
    """Add the deliveries that are new by source and store, change those that differ, end those on no weekday.

    All or, with any fault, none; a store outside the actor's scope is one.
    """
    tx.require(EDIT_SUPPLY)
    sources = await lock_sources(tx, {line.source for _, line in lines})
    codes = [line.store for _, line in lines if line.store is not UNSET]
    paths = list(tx.actor.paths(EDIT_SUPPLY))
    stores = {row["code"]: row["id"] for row in await tx.fetch(STORES, tx.org_id, paths, codes)}
    statement = select(OrderDelivery).where(
        OrderDelivery.org_id == tx.org_id,
        OrderDelivery.source_id.in_([source.id for source in sources.values()]),
        OrderDelivery.store_id.in_(list(stores.values())),
    )
    rows = {(row.source_id, row.store_id): row for row in await tx.session.scalars(statement)}
    found: list[LineFault] = []
    plans: dict[tuple[UUID, UUID], _Plan] = {}
    for number, line in lines:
        key, wrong = _key(line, sources, stores)
        row = rows.get(key)
        if not wrong and key in plans:
            wrong.append(FieldError("store", "ordering.store_twice"))
        if row is None and line.weekdays is UNSET:
            wrong.append(FieldError("weekdays", "ordering.new_needs"))
        found += [LineFault(number, each) for each in wrong]
        plans[key] = _plan(key, line, row)
    if found:
        return Outcome(faults=found)
    return await _outcome(tx, list(plans.values()), dry_run=dry_run)


async def _outcome(tx: Tx, plans: Sequence[_Plan], *, dry_run: bool) -> Outcome:
    changed = [plan for plan in plans if _before(plan.row) != (plan.days, plan.budget if plan.days else None)]
    created = sum(plan.row is None for plan in changed)
    if changed and not dry_run:
        for plan in changed:
            await set_delivery(tx, plan.key, plan.row, plan.days, plan.budget)
        tx.record(DeliveriesImported(subject_id=new_id(), created=created, updated=len(changed) - created))
    return Outcome(created=created, updated=len(changed) - created, unchanged=len(plans) - len(changed))


def _key(
    line: DeliveryLine, sources: Mapping[str, OrderSource], stores: Mapping[str, UUID]
) -> tuple[tuple[UUID, UUID], list[FieldError]]:
    source = sources.get(line.source)
    store_id = NOTHING if line.store is UNSET else stores.get(line.store, NOTHING)
    wrong: list[FieldError] = []
    if source is None:
        wrong.append(FieldError("source", "ordering.no_source"))
    if store_id == NOTHING:
        wrong.append(FieldError("store", "stores.no_store"))
    elif source is not None and source.warehouse_id == store_id:
        wrong.append(FieldError("store", "ordering.delivers_to_itself"))
    return (NOTHING if source is None else source.id, store_id), wrong


def _before(row: OrderDelivery | None) -> tuple[int, int | None]:
    return (0, None) if row is None else (row.weekdays, row.budget_cents)


def _plan(key: tuple[UUID, UUID], line: DeliveryLine, row: OrderDelivery | None) -> _Plan:
    days, budget = _before(row)
    if line.weekdays is not UNSET:
        days = weekday_bits(line.weekdays)
    if line.budget_cents is not UNSET:
        budget = line.budget_cents
    return _Plan(key, row, days, budget)
