"""The health of the stores that a reader sees."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import Select, select

from storewalk.analytics.health.facts import Facts, facts_of, first_day, points_of
from storewalk.analytics.health.formula import DIMENSIONS, Dimension, Weights, health, tenth
from storewalk.analytics.health.outputs import DimensionOut, HealthList, StoreHealth
from storewalk.analytics.health.rule import read_rule
from storewalk.analytics.overview import HOME_ZONE
from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.visited.asked import stores_seen
from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx


class _Named(Struct, frozen=True, kw_only=True):
    id: UUID
    name: str
    region_name: str


async def read_health(tx: AnyTx, place: UUID | None) -> HealthList:
    """Return the health of the stores of a place as of today, the worst first.

    Raises NotFound for a place outside the reader's scope.
    """
    today = tx.now.astimezone(ZoneInfo(HOME_ZONE)).date()
    seen = await stores_seen(tx, place, SCORES_READ)
    facts, weights = await facts_of(tx, seen, today), (await read_rule(tx)).weights
    named: Select[*tuple[Any, ...]] = select(seen.c.id, seen.c.name, seen.c.region_name)
    stores = [_store(each, facts, weights, today) for each in await tx.all(named, _Named)]
    return HealthList(
        last=today,
        stores=sorted(stores, key=lambda store: (store.health is None, store.health or 0.0, store.name, store.id)),
    )


async def read_store_health(tx: AnyTx, store_id: UUID) -> StoreHealth:
    """Return one store's health. Raises NotFound for one outside the reader's scope, or for what is no store."""
    found = [store for store in (await read_health(tx, store_id)).stores if store.id == store_id]
    if not found:
        raise NotFound("core.not_found")
    return found[0]


def _store(named: _Named, facts: Facts, weights: Weights, today: date) -> StoreHealth:
    points = {dimension: points_of(dimension, facts[dimension].get(named.id)) for dimension in Dimension}
    return StoreHealth(
        id=named.id,
        name=named.name,
        region_name=named.region_name,
        health=health(points.items(), weights),
        weighed=sum(weights[dimension] for dimension, value in points.items() if value is not None),
        weight=sum(weights.values()),
        dimensions=[_dimension(dimension, named.id, facts, weights, today) for dimension in Dimension],
    )


def _dimension(dimension: Dimension, store_id: UUID, facts: Facts, weights: Weights, today: date) -> DimensionOut:
    fact = facts[dimension].get(store_id)
    points = points_of(dimension, fact)
    return DimensionOut(
        dimension=dimension,
        weight=weights[dimension],
        days=DIMENSIONS[dimension].days,
        first=first_day(dimension, today) + timedelta(days=1),
        points=None if points is None else tenth(points),
        count=fact.count if fact else 0,
        part=float(fact.part) if fact else 0.0,
        whole=float(fact.whole) if fact else 0.0,
        latest_at=fact.latest_at if fact else None,
    )
