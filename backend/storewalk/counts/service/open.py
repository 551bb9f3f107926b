"""Open a count of a store, or the same one of many."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from storewalk.catalog.api import known_products, products_below
from storewalk.core.errors import Conflict, Invalid
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.counts.events import CountOpened
from storewalk.counts.models import CountKind, CountStatus, CountZone, StockCount, ZonePlace
from storewalk.counts.permissions import OPEN, PLAN, TAKE
from storewalk.counts.queries.read import read_count
from storewalk.counts.schemas.open import CountScope, OpenCount, PlanCounts, ZoneForm
from storewalk.identity.api import require_within, rungs
from storewalk.stock import api as stock

WHOLE_SHOP = (ZoneForm(name="卖场"), ZoneForm(name="后仓", place=ZonePlace.BACK_ROOM))
"""The zones of a count that names none: what the shop shows, and what lies behind it."""


async def open_count(tx: Tx, form: OpenCount) -> UUID:
    """Open a count under the sender's id. Again changes nothing.

    Raises NotFound for a store outside the actor's scope, Invalid naming the field, Conflict for another store's id.
    """
    await require_within(tx, OPEN, form.store_id)
    if form.id is not None:
        await lock_names(tx, "count", [form.id])
        known = await tx.session.get(StockCount, (tx.org_id, form.id))
        if known is not None:
            if known.store_id != form.store_id:
                await require_within(tx, OPEN, known.store_id)
                raise Conflict("counts.other_store", current=await read_count(tx, known.id), field="id")
            return known.id
    await _check(tx, form)
    return await open_at(tx, form.id or new_id(), form.store_id, form)


async def plan_counts(tx: Tx, form: PlanCounts) -> list[UUID]:
    """Open the same count at many stores. Raises as `open_count`; then none is opened."""
    for store_id in form.store_ids:
        await require_within(tx, PLAN, store_id)
    await _check(tx, form)
    named = replace(form, zones=[replace(zone, id=None) for zone in form.zones])  # each store's zones are its own
    return [await open_at(tx, new_id(), store_id, named) for store_id in dict.fromkeys(form.store_ids)]


async def open_at(tx: Tx, count_id: UUID, store_id: UUID, form: CountScope) -> UUID:
    """Open a count whose scope is known to be sound, and return its id."""
    count = StockCount(
        org_id=tx.org_id,
        id=count_id,
        store_id=store_id,
        kind=form.kind,
        title=form.title,
        status=CountStatus.OPEN,
        round=1,
        category_ids=form.category_ids,
        product_ids=form.product_ids,
        window_from=form.window_from,
        window_until=form.window_until,
        opened_by=None if tx.actor.is_system else tx.actor.account_id,
        recorded_at=tx.now,
    )
    tx.session.add(count)
    await tx.flush()
    tx.session.add_all(_zones(tx, count_id, form.zones or WHOLE_SHOP))
    stock.close_book(
        tx,
        store_id,
        count_id,
        since=form.window_from or tx.now,
        product_ids=form.product_ids or (await products_below(tx, form.category_ids) if form.category_ids else None),
    )
    tx.record(
        CountOpened(
            subject_id=count_id,
            store_id=store_id,
            title=form.title,
            counter_ids=next(iter(await rungs(tx, TAKE, store_id)), []),
        )
    )
    await tx.flush()
    return count_id


def _zones(tx: Tx, count_id: UUID, forms: Sequence[ZoneForm]) -> list[CountZone]:
    return [
        CountZone(
            org_id=tx.org_id, id=form.id or new_id(), count_id=count_id, name=form.name, place=form.place, position=n
        )
        for n, form in enumerate(forms)
    ]


async def _check(tx: Tx, form: CountScope) -> None:
    if form.kind is CountKind.CATEGORY and not form.category_ids:
        raise Invalid("counts.categories_missing", field="categoryIds")
    if form.kind in (CountKind.SPOT, CountKind.CYCLE) and not form.product_ids:
        raise Invalid("counts.products_missing", field="productIds")
    if form.kind is CountKind.FULL and (form.product_ids or form.category_ids):
        raise Invalid("counts.full_is_everything", field="kind")
    if len({zone.name for zone in form.zones}) < len(form.zones):
        raise Invalid("counts.zone_twice", field="zones")
    if form.window_from and form.window_until and form.window_from >= form.window_until:
        raise Invalid("counts.window_backwards", field="windowUntil")
    missing = set(form.product_ids) - await known_products(tx, form.product_ids)
    if missing:
        raise Invalid("counts.no_product", field="productIds")
