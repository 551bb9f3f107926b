"""What each model version read, and how often people corrected it."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.shelves.drift_rules import Share
from storewalk.shelves.drift_schemas import Corrected, ModelUse
from storewalk.shelves.models import ReadingState, ShelfCorrection, ShelfReading
from storewalk.shelves.permissions import WATCH_MODELS
from storewalk.shelves.queries.readings import COUNTING
from storewalk.stores.api import store_ref

WINDOW: Final = timedelta(days=28)
"""Over which stores are compared: four weeks, since a store is photographed a few times a week."""
_OF_MODEL = and_(COUNTING, ShelfCorrection.model_version == ShelfReading.model_version)


class StoreUse(Corrected):
    """A store's photos by one version."""

    store_id: UUID
    store_name: str
    region_name: str


def _counted() -> list[ColumnElement[Any]]:
    changes = ("added", "removed", "moved", "relabelled")
    return [
        func.count().label("photos"),
        func.count(ShelfCorrection.id).label("corrected"),
        *(func.coalesce(func.sum(getattr(ShelfCorrection, name)), 0).label(name) for name in changes),
    ]


async def current_version(tx: AnyTx) -> str | None:
    """Return the version that read the organization's last photo."""
    statement = (
        select(ShelfReading.model_version)
        .where(ShelfReading.org_id == tx.org_id, ShelfReading.model_version.is_not(None))
        .order_by(ShelfReading.read_at.desc())
        .limit(1)
    )
    return next(iter(await tx.scalars(statement)), None)


async def versions(tx: AnyTx) -> list[ModelUse]:
    """Return the versions that read photos of the actor's stores, the last one to read first."""
    until = func.max(ShelfReading.read_at)
    statement: Select[*tuple[Any, ...]] = (
        select(
            ShelfReading.model_version.label("version"),
            func.min(ShelfReading.read_at).label("since"),
            until.label("until"),
            func.count().filter(ShelfReading.state == ReadingState.UNSURE).label("doubted"),
            *_counted(),
        )
        .outerjoin(ShelfCorrection, _OF_MODEL)
        .where(
            ShelfReading.org_id == tx.org_id,
            ShelfReading.model_version.is_not(None),
            within(tx, WATCH_MODELS, ShelfReading.store_id),
        )
        .group_by(ShelfReading.model_version)
        .order_by(until.desc())
    )
    return await tx.all(statement, ModelUse)


async def stores_of(tx: AnyTx, version: str, since: datetime) -> list[StoreUse]:
    """Return all stores of the organization that a version read photos of since then."""
    store = store_ref.subquery()
    statement: Select[*tuple[Any, ...]] = (
        select(
            store.c.id.label("store_id"),
            store.c.name.label("store_name"),
            store.c.region_name,
            *_counted(),
        )
        .select_from(ShelfReading)
        .join(store, and_(store.c.org_id == ShelfReading.org_id, store.c.id == ShelfReading.store_id))
        .outerjoin(ShelfCorrection, _OF_MODEL)
        .where(ShelfReading.org_id == tx.org_id, ShelfReading.model_version == version, ShelfReading.read_at >= since)
        .group_by(store.c.id, store.c.name, store.c.region_name)
    )
    return await tx.all(statement, StoreUse)


async def seen_stores(tx: AnyTx) -> set[UUID]:
    """Return the stores whose corrections the actor may see."""
    store = store_ref.subquery()
    return set(await tx.scalars(select(store.c.id).where(within(tx, WATCH_MODELS, store.c.id))))


def others_of(store: Corrected, all_: Corrected) -> Share | None:
    """Return the share of corrected photos at all stores but one."""
    photos = all_.photos - store.photos
    return Share(all_.corrected - store.corrected, photos) if photos else None


def total(stores: list[StoreUse]) -> Corrected:
    """Add stores up."""
    return Corrected(**{name: sum(getattr(each, name) for each in stores) for name in Corrected.__struct_fields__})
