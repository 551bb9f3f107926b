"""Counts as their counters see them, and the lock that every step of a count takes first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Integer, Select, and_, cast, distinct, func, select, tuple_
from sqlalchemy.orm import aliased

from storewalk.core.access import Permission
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.models import CountKind, CountLine, CountResult, CountStatus, CountZone, StockCount, ZonePlace
from storewalk.counts.permissions import READ, TAKE
from storewalk.counts.schemas.counts import CountItem, CountOut, ZoneOut
from storewalk.identity.api import account_ref, require_within, within
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


async def read_count(tx: AnyTx, count_id: UUID) -> CountOut:
    """Return a count. Raises NotFound."""
    await store_of(tx, count_id, READ)
    return (await _counts(tx, StockCount.id == count_id))[0]


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


async def changed_counts(tx: AnyTx, since: datetime | None) -> list[CountOut]:
    """Return the counts that the actor may take: those changed after `since`, without it those still to be counted."""
    if not tx.actor.holds(TAKE):
        return []
    wanted = StockCount.status.in_(LIVE) if since is None else StockCount.changed_at > since
    return await _counts(tx, and_(within(tx, TAKE, StockCount.store_id), wanted))


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


async def _counts(tx: AnyTx, condition: Any) -> list[CountOut]:
    store = store_ref.subquery("place")
    opener, submitter, approver = aliased(account_ref), aliased(account_ref), aliased(account_ref)
    columns = StockCount.__table__.c
    own = [columns[name] for name in CountOut.__struct_fields__ if name in columns]
    statement = (
        select(
            *own,
            StockCount.recorded_at.label("opened_at"),
            store.c.name.label("store_name"),
            opener.c.name.label("opened_by_name"),
            submitter.c.name.label("submitted_by_name"),
            approver.c.name.label("approved_by_name"),
        )
        .join(store, and_(store.c.org_id == StockCount.org_id, store.c.id == StockCount.store_id))
        .outerjoin(opener, and_(opener.c.org_id == StockCount.org_id, opener.c.id == StockCount.opened_by))
        .outerjoin(submitter, and_(submitter.c.org_id == StockCount.org_id, submitter.c.id == StockCount.submitted_by))
        .outerjoin(approver, and_(approver.c.org_id == StockCount.org_id, approver.c.id == StockCount.approved_by))
        .where(StockCount.org_id == tx.org_id, condition)
        .order_by(StockCount.recorded_at, StockCount.id)
    )
    rows = await tx.all(statement, dict)
    ids = [row["id"] for row in rows]
    zones = await _zones(tx, ids)
    again = await _recounts(tx, [row["id"] for row in rows if row["status"] is CountStatus.RECOUNT])
    return [CountOut(**row, zones=zones.get(row["id"], []), recount_ids=again.get(row["id"], [])) for row in rows]


class _Zone(Struct, frozen=True):
    count_id: UUID
    id: UUID
    name: str
    place: ZonePlace
    closed_at: datetime | None
    lines: int
    tags: int
    counters: list[str] | None


async def _zones(tx: AnyTx, count_ids: list[UUID]) -> dict[UUID, list[ZoneOut]]:
    # A zone has thousands of lines of a few people: names are looked up once for each of them.
    tally = (
        select(
            CountLine.zone_id,
            CountLine.round,
            CountLine.counted_by,
            func.count().label("lines"),
            func.sum(CountLine.tags).label("tags"),
        )
        .where(CountLine.org_id == tx.org_id, CountLine.count_id.in_(count_ids), ~CountLine.voided)
        .group_by(CountLine.zone_id, CountLine.round, CountLine.counted_by)
        .subquery()
    )
    names = func.array_agg(distinct(account_ref.c.name)).filter(account_ref.c.name.is_not(None))
    statement = (
        select(
            CountZone.count_id,
            CountZone.id,
            CountZone.name,
            CountZone.place,
            CountZone.closed_at,
            cast(func.coalesce(func.sum(tally.c.lines), 0), Integer).label("lines"),
            cast(func.coalesce(func.sum(tally.c.tags), 0), Integer).label("tags"),
            names.label("counters"),
        )
        .join(StockCount, and_(StockCount.org_id == CountZone.org_id, StockCount.id == CountZone.count_id))
        .outerjoin(tally, and_(tally.c.zone_id == CountZone.id, tally.c.round == StockCount.round))
        .outerjoin(account_ref, and_(account_ref.c.org_id == CountZone.org_id, account_ref.c.id == tally.c.counted_by))
        .where(CountZone.org_id == tx.org_id, CountZone.count_id.in_(count_ids))
        .group_by(CountZone.org_id, CountZone.id)
        .order_by(CountZone.count_id, CountZone.position, CountZone.id)
    )
    found: dict[UUID, list[ZoneOut]] = {}
    for row in await tx.all(statement, _Zone):
        out = ZoneOut(
            id=row.id,
            name=row.name,
            place=row.place,
            lines=row.lines,
            tags=row.tags,
            counters=row.counters or [],
            closed_at=row.closed_at,
        )
        found.setdefault(row.count_id, []).append(out)
    return found


async def _recounts(tx: AnyTx, count_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    if not count_ids:
        return {}
    wanted = and_(CountResult.org_id == tx.org_id, CountResult.count_id.in_(count_ids), CountResult.recount)
    again: dict[UUID, list[UUID]] = {}
    for row in await tx.all(select(CountResult.count_id, CountResult.product_id).where(wanted), dict):
        again.setdefault(row["count_id"], []).append(row["product_id"])
    return again
