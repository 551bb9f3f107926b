"""What the services and other rooms read of stores."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct, convert
from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import within
from storewalk.stores.business_day import DayCut
from storewalk.stores.clock import StoreClock
from storewalk.stores.hours import OpenHours
from storewalk.stores.models import (
    LegalEntity,
    Region,
    Store,
    StoreDayCut,
    StoreEntity,
    StoreFormat,
    StoreKind,
    StoreStatus,
)
from storewalk.stores.permissions import READ
from storewalk.stores.position import Datum, Position
from storewalk.stores.records import StoreRecord
from storewalk.stores.schemas import LegalEntityOut, RegionOut

Row = TypeVar("Row", StoreDayCut, StoreEntity)

store_ref = select(
    Store.org_id,
    Store.id,
    Store.kind,
    Store.code,
    Store.name,
    Store.region_id,
    Region.name.label("region_name"),
    Store.status,
    Store.format,
    Store.time_zone,
).join(Region, (Region.org_id == Store.org_id) & (Region.id == Store.region_id))
"""A store's names, for other rooms to join: `ref = store_ref.subquery()`, on `org_id` and `id`."""


def legal_entity_out(row: LegalEntity) -> LegalEntityOut:
    """Return a legal entity as it goes on the wire."""
    return LegalEntityOut(id=row.id, kind=row.kind, name=row.name, credit_code=row.credit_code, version=row.version)


async def list_legal_entities(tx: AnyTx) -> list[LegalEntityOut]:
    """Return the chain's legal entities by name."""
    columns = (LegalEntity.id, LegalEntity.kind, LegalEntity.name, LegalEntity.credit_code, LegalEntity.version)
    return await tx.all(select(*columns).order_by(LegalEntity.name, LegalEntity.id), LegalEntityOut)


async def list_regions(tx: AnyTx) -> list[RegionOut]:
    """Return the chain's regions by name, each with the number of its stores that the actor may see."""
    return await tx.all(_regions(tx).order_by(Region.name, Region.id), RegionOut)


async def read_region(tx: AnyTx, region_id: UUID) -> RegionOut:
    """Return a region as `list_regions` does. Raises NotFound."""
    found = await tx.one_or_none(_regions(tx).where(Region.id == region_id), RegionOut)
    if found is None:
        raise NotFound("stores.no_region")
    return found


def _regions(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    seen = (
        select(Store.region_id, func.count().label("stores"))
        .where(within(tx, READ, Store.id))
        .group_by(Store.region_id)
        .subquery()
    )
    count = func.coalesce(seen.c.stores, 0).label("store_count")
    return select(Region.id, Region.parent_id, Region.name, count, Region.version).outerjoin(
        seen, seen.c.region_id == Region.id
    )


async def region_names(tx: AnyTx) -> dict[UUID, str]:
    """Return every region's name by id."""
    return {row.id: row.name for row in await tx.all(select(Region.id, Region.name), Named)}


async def entity_names(tx: AnyTx) -> dict[UUID, str]:
    """Return every legal entity's name by id."""
    return {row.id: row.name for row in await tx.all(select(LegalEntity.id, LegalEntity.name), Named)}


async def region_and_below(tx: AnyTx, region_id: UUID) -> list[UUID]:
    """Return a region's id and those of all regions below it."""
    below = select(Region.id).where(Region.id == region_id).cte(recursive=True)
    below = below.union(select(Region.id).where(Region.parent_id == below.c.id))
    return await tx.scalars(select(below.c.id))


async def lock_below(tx: Tx, region_id: UUID) -> list[Region]:
    """Lock the regions below a region, in the order of their ids, and return them."""
    below = Region.id.in_(await region_and_below(tx, region_id))
    statement = select(Region).where(Region.org_id == tx.org_id, below, Region.id != region_id)
    return list(await tx.session.scalars(statement.order_by(Region.id).with_for_update()))


async def region_named(tx: AnyTx, name: str) -> UUID | None:
    """Return the region of that name."""
    return next(iter(await tx.scalars(select(Region.id).where(Region.name == name))), None)


async def entity_with_code(tx: AnyTx, credit_code: str) -> UUID | None:
    """Return the legal entity with that unified social credit code."""
    return next(iter(await tx.scalars(select(LegalEntity.id).where(LegalEntity.credit_code == credit_code))), None)


async def store_with_code(tx: AnyTx, code: str) -> UUID | None:
    """Return the store with that code."""
    return next(iter(await tx.scalars(select(Store.id).where(Store.code == code))), None)


async def lock_record(tx: Tx, store_id: UUID) -> StoreRecord:
    """Lock a store and return it with its dated rows. Raises NotFound."""
    records = await _records(tx, select(Store).where(Store.id == store_id))
    if not records:
        raise NotFound("stores.no_store")
    return records[0]


async def lock_records(tx: Tx) -> list[StoreRecord]:
    """Lock all stores of the chain, in the order of their ids, and return them with their dated rows."""
    return await _records(tx, select(Store))


async def store_format(tx: AnyTx, store_id: UUID) -> StoreFormat | None:
    """Return what kind of shop a store is, whoever asks; None where nobody has said."""
    return next(iter(await tx.scalars(select(Store.format).where(Store.id == store_id))), None)


async def store_clock(tx: AnyTx, store_id: UUID) -> StoreClock:
    """Return a store's clock, whoever asks. Raises NotFound."""
    clocks = await store_clocks(tx, [store_id])
    if not clocks:
        raise NotFound("stores.no_store")
    return clocks[store_id]


async def business_date(tx: AnyTx, store_id: UUID, at: datetime) -> date:
    """Return the store's business day that the aware instant `at` falls in. Raises NotFound."""
    return (await store_clock(tx, store_id)).business_date(at)


async def store_clocks(tx: AnyTx, store_ids: Sequence[UUID] | None = None) -> dict[UUID, StoreClock]:
    """Return the clocks of some stores, or of all, by id."""
    stores = select(Store.id, Store.time_zone, Store.latitude, Store.longitude, Store.datum, Store.opening_hours)
    cuts = select(StoreDayCut.store_id, StoreDayCut.valid_from, StoreDayCut.cut)
    if store_ids is not None:
        stores, cuts = stores.where(Store.id.in_(store_ids)), cuts.where(StoreDayCut.store_id.in_(store_ids))
    dated: dict[UUID, list[DayCut]] = {}
    for row in await tx.all(cuts, _DatedCut):
        dated.setdefault(row.store_id, []).append(DayCut(row.valid_from, row.cut))
    return {row.id: row.clock(dated.get(row.id, ())) for row in await tx.all(stores, _Timed)}


async def trading_stores(tx: AnyTx, store_ids: Sequence[UUID] | None = None) -> list[StoreClock]:
    """Return the clocks of the stores that trade, all or some of them; warehouses do not."""
    trading = select(Store.id).where(Store.status == StoreStatus.OPEN, Store.kind == StoreKind.STORE)
    if store_ids is not None:
        trading = trading.where(Store.id.in_(store_ids))
    return list((await store_clocks(tx, await tx.scalars(trading.order_by(Store.id)))).values())


async def _records(tx: Tx, stores: Select[Store]) -> list[StoreRecord]:
    locked = stores.order_by(Store.id).with_for_update().execution_options(populate_existing=True)
    records = {store.id: StoreRecord(store) for store in await tx.session.scalars(locked)}
    chosen = list(records) if len(records) == 1 else None
    for cut in await tx.session.scalars(_of(select(StoreDayCut), StoreDayCut.store_id, chosen)):
        records[cut.store_id].cuts.append(cut)
    for entity in await tx.session.scalars(_of(select(StoreEntity), StoreEntity.store_id, chosen)):
        records[entity.store_id].entities.append(entity)
    return list(records.values())


def _of(statement: Select[Row], column: InstrumentedAttribute[UUID], chosen: list[UUID] | None) -> Select[Row]:
    return statement if chosen is None else statement.where(column.in_(chosen))


class Named(Struct, frozen=True):
    """A name and whose it is."""

    id: UUID
    name: str


class _DatedCut(Struct, frozen=True):
    store_id: UUID
    valid_from: date
    cut: time


class _Timed(Struct, frozen=True):
    id: UUID
    time_zone: str
    latitude: float | None
    longitude: float | None
    datum: Datum | None
    opening_hours: list[dict[str, Any]]

    def clock(self, cuts: Iterable[DayCut]) -> StoreClock:
        position = None
        if self.latitude is not None and self.longitude is not None and self.datum is not None:
            position = Position(lat=self.latitude, lng=self.longitude, datum=self.datum)
        hours = convert(self.opening_hours, tuple[OpenHours, ...])
        return StoreClock(self.id, ZoneInfo(self.time_zone), tuple(cuts), hours, position)
