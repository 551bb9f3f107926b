"""The stores of a part of the chain by their means, each with its place in its region and in the whole chain."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Double, Numeric, Select, cast, func, select
from sqlalchemy.dialects.postgresql import distinct_on

from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.scores.faults import faults_of
from storewalk.analytics.scores.outputs import FaultCounts, Rank, StoreRanking, StoreScore
from storewalk.analytics.scores.rank import places
from storewalk.analytics.visited.asked import Visited, VisitsAsked, scored_visits, visited
from storewalk.core.tx import AnyTx
from storewalk.stores.api import StoreKind, StoreStatus, store_ref

NONE = FaultCounts(fails=0, repeats30=0, repeats90=0, critical=0)


class _Mean(Struct, frozen=True, kw_only=True):
    """A store of the chain, whoever may see it, and its mean."""

    id: UUID
    region_id: UUID
    visits: int
    capped: int
    mean: float | None


class _Seen(Struct, frozen=True, kw_only=True):
    id: UUID
    name: str
    region_name: str
    region_id: UUID
    last_score: float | None
    last_day: date | None


class _Counts(Struct, frozen=True, kw_only=True):
    store_id: UUID
    fails: int
    repeats30: int
    repeats90: int
    critical: int


async def read_ranking(tx: AnyTx, asked: VisitsAsked) -> StoreRanking:
    """Return the stores, the best first. Raises NotFound for a place outside the reader's scope."""
    found = await visited(tx, asked, SCORES_READ)
    rows = await store_scores(tx, found)
    return StoreRanking(
        first=found.span.first,
        last=found.span.last,
        stores=sorted(rows, key=lambda row: (row.mean is None, -(row.mean or 0.0), row.name, row.id)),
    )


async def store_scores(tx: AnyTx, found: Visited) -> list[StoreScore]:
    """Return the figures of the stores that were asked for."""
    means = {each.id: each for each in await tx.all(_means(tx, found), _Mean)}
    chain = _ranks(list(means.values()))
    regions: dict[UUID, list[_Mean]] = {}
    for each in means.values():
        regions.setdefault(each.region_id, []).append(each)
    in_region = {key: _ranks(stores) for key, stores in regions.items()}
    faults = {each.store_id: _faults(each) for each in await tx.all(_fault_counts(tx, found), _Counts)}
    return [
        StoreScore(
            id=each.id,
            name=each.name,
            region_name=each.region_name,
            visits=means[each.id].visits,
            mean=means[each.id].mean,
            last_score=each.last_score,
            last_day=each.last_day,
            capped=means[each.id].capped,
            in_region=in_region[each.region_id](each.id),
            in_chain=chain(each.id),
            faults=faults.get(each.id, NONE),
        )
        for each in await tx.all(_seen(found), _Seen)
    ]


class _Ranks(Struct, frozen=True):
    place: Mapping[UUID, int]

    def __call__(self, store_id: UUID) -> Rank:
        return Rank(place=self.place.get(store_id), of=len(self.place))


def _ranks(stores: Sequence[_Mean]) -> _Ranks:
    return _Ranks(places({each.id: each.mean for each in stores}))


def _faults(counts: _Counts) -> FaultCounts:
    return FaultCounts(
        fails=counts.fails, repeats30=counts.repeats30, repeats90=counts.repeats90, critical=counts.critical
    )


def _means(tx: AnyTx, found: Visited) -> Select[*tuple[Any, ...]]:
    ref = store_ref.subquery("every_store")
    chosen = select(ref).where(
        ref.c.org_id == tx.org_id, ref.c.kind == StoreKind.STORE, ref.c.status != StoreStatus.CLOSED
    )
    every = chosen.cte("every")
    visit = scored_visits(tx, every, found.span, found.kind).subquery("chain_visit")
    return (
        select(
            every.c.id,
            every.c.region_id,
            func.count(visit.c.id).label("visits"),
            func.count(visit.c.capped_by).label("capped"),
            cast(func.round(cast(func.avg(visit.c.score), Numeric), 1), Double).label("mean"),
        )
        .select_from(every.outerjoin(visit, visit.c.store_id == every.c.id))
        .group_by(every.c.id, every.c.region_id)
    )


def _seen(found: Visited) -> Select[*tuple[Any, ...]]:
    visit, seen = found.visit, found.seen
    latest = (
        select(visit.c.store_id, visit.c.score, visit.c.business_date)
        .ext(distinct_on(visit.c.store_id))
        .order_by(visit.c.store_id, visit.c.submitted_at.desc(), visit.c.id.desc())
        .subquery("latest")
    )
    return select(
        seen.c.id,
        seen.c.name,
        seen.c.region_name,
        seen.c.region_id,
        latest.c.score.label("last_score"),
        latest.c.business_date.label("last_day"),
    ).select_from(seen.outerjoin(latest, latest.c.store_id == seen.c.id))


def _fault_counts(tx: AnyTx, found: Visited) -> Select[*tuple[Any, ...]]:
    fault = faults_of(tx, found)
    return select(
        fault.c.store_id,
        func.count().label("fails"),
        func.count().filter(fault.c.repeat30).label("repeats30"),
        func.count().filter(fault.c.repeat90).label("repeats90"),
        func.count().filter(fault.c.critical).label("critical"),
    ).group_by(fault.c.store_id)
