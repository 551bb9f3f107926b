"""Counts as their counters see them, and the lock that every step of a count takes first."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, distinct, func, select, tuple_

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.models import CountKind, CountLine, CountStatus, CountZone, StockCount
from storewalk.counts.permissions import READ
from storewalk.counts.schemas.counts import CountItem
from storewalk.identity.api import require_within, within
from storewalk.stores.api import store_ref

LIVE = (CountStatus.OPEN, CountStatus.RECOUNT)


async def lock_count(tx: Tx, count_id: UUID, permission: Permission) -> StockCount:
    """Return a count under its row lock. Raises NotFound, also where the actor lacks `permission` at its store."""
    statement = select(StockCount).where(StockCount.id == count_id).execution_options(populate_existing=True)
    count = (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()
    if count is None:
        raise NotFound("counts.not_found")
    await require_within(tx, permission, count.store_id)
    return count


async def store_of(tx: AnyTx, count_id: UUID, permission: Permission) -> UUID:
    """Return the store of a count. Raises NotFound, also where the actor lacks `permission` there."""
    found = await tx.scalars(select(StockCount.store_id).where(StockCount.id == count_id))
    if not found:
        raise NotFound("counts.not_found")
    await require_within(tx, permission, found[0])
    return found[0]


async def list_counts(
    tx: AnyTx,
    *,
    store: UUID | None = None,
    kind: CountKind | None = None,
    status: Sequence[CountStatus] = (),
    limit: int | None = None,
    cursor: str | None = None,
) -> Page[CountItem]:
    """Return the counts within the actor's scope, newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    statement = _items(tx).where(within(tx, READ, StockCount.store_id))
    if store is not None:
        statement = statement.where(StockCount.store_id == store)
    if kind is not None:
        statement = statement.where(StockCount.kind == kind)
    if status:
        statement = statement.where(StockCount.status.in_(status))
    if after is not None:
        statement = statement.where(tuple_(StockCount.recorded_at, StockCount.id) < (after.at, after.id))
    statement = statement.order_by(StockCount.recorded_at.desc(), StockCount.id.desc()).limit(size + 1)
    return page(await tx.all(statement, CountItem), size, lambda row: (row.recorded_at, row.id))


def _items(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    store = store_ref.subquery("place")
    zones = (
        select(func.count())
        .where(CountZone.org_id == StockCount.org_id, CountZone.count_id == StockCount.id)
        .correlate(StockCount)
    )
    counted = (
        select(func.count(distinct(CountLine.product_id)))
        .where(CountLine.org_id == StockCount.org_id, CountLine.count_id == StockCount.id, ~CountLine.voided)
        .correlate(StockCount)
    )
    columns = StockCount.__table__.c
    own = [columns[name] for name in CountItem.__struct_fields__ if name in columns]
    return (
        select(
            *own,
            StockCount.recorded_at.label("opened_at"),
            store.c.name.label("store_name"),
            zones.scalar_subquery().label("zones"),
            zones.where(CountZone.closed_at.is_not(None)).scalar_subquery().label("zones_closed"),
            counted.scalar_subquery().label("products_counted"),
        )
        .join(store, and_(store.c.org_id == StockCount.org_id, store.c.id == StockCount.store_id))
        .where(StockCount.org_id == tx.org_id)
    )
