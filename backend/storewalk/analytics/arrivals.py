"""What an inspector reads before going into a store: what rooms tell of it, in statements that no store adds to.

It is read only: nothing is recorded that would tell a store that somebody is coming.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from msgspec import Struct, structs
from sqlalchemy import and_, func, select

from storewalk.analytics.arrival_schemas import (
    ArrivalScore,
    ArrivalSheet,
    ArrivalSheets,
    ArrivalTask,
    EndingOut,
    FailedCheckpoint,
    GoneOut,
    RepeatedFault,
)
from storewalk.analytics.permissions import ARRIVALS_READ
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import require_within, within
from storewalk.inspections.api import failed_ref, read_rule, scored_ref
from storewalk.stock.api import Goods, goods_to_see
from storewalk.stores.api import store_ref
from storewalk.tasks.api import TaskStatus, task_ref

LAST_VISITS: Final = 3
MOST: Final = 12
"""How many of each a sheet names; it is read standing at a door."""
WAITING: Final = (TaskStatus.OPEN, TaskStatus.BLOCKED, TaskStatus.ANSWERED)


async def read_arrivals(tx: AnyTx, store_ids: Sequence[UUID]) -> ArrivalSheets:
    """Return the sheets of the stores that the actor may visit. Raises NotFound when it is none of those asked for."""
    ref = store_ref.subquery()
    seen = select(ref.c.id).where(ref.c.id.in_(store_ids), within(tx, ARRIVALS_READ, ref.c.id)).order_by(ref.c.code)
    stores: list[UUID] = await tx.scalars(seen)
    if not stores:
        await require_within(tx, ARRIVALS_READ, store_ids[0])
    tasks, scores, goods = await _tasks(tx, stores), await _scores(tx, stores), await goods_to_see(tx, stores, MOST)
    return ArrivalSheets(
        as_of=tx.now,
        near_m=(await read_rule(tx)).near_m,
        items=[_sheet(store, tasks[store], scores[store], goods[store]) for store in stores],
    )


class _Task(Struct, frozen=True):
    store_id: UUID
    id: UUID
    title: Words
    critical: bool
    status: TaskStatus
    due_at: datetime
    overdue: bool
    repeat_count: int
    open_tasks: int
    overdue_tasks: int


class _Visit(Struct, frozen=True):
    store_id: UUID
    id: UUID
    business_date: date
    template_name: Words
    score: float | None


class _Failed(Struct, frozen=True):
    inspection_id: UUID
    key: str
    title: Words
    critical: bool


Scored = tuple[_Visit, list[FailedCheckpoint]]


async def _tasks(tx: AnyTx, stores: Collection[UUID]) -> defaultdict[UUID, list[_Task]]:
    """Return what is not put right, the overdue first, then the critical."""
    task = task_ref.subquery()
    overdue = and_(task.c.status == TaskStatus.OPEN, task.c.due_at < tx.now)
    names = ("id", "title", "critical", "status", "due_at", "repeat_count")
    ranked = (
        select(
            task.c.store_id,
            *(task.c[name] for name in names),
            overdue.label("overdue"),
            func.count().over(partition_by=task.c.store_id).label("open_tasks"),
            func.count().filter(overdue).over(partition_by=task.c.store_id).label("overdue_tasks"),
            func.row_number()
            .over(
                partition_by=task.c.store_id,
                order_by=(overdue.desc(), task.c.critical.desc(), task.c.due_at, task.c.id),
            )
            .label("place"),
        )
        .where(task.c.org_id == tx.org_id, task.c.store_id.in_(stores), task.c.status.in_(WAITING))
        .subquery()
    )
    columns = [ranked.c[name] for name in _Task.__struct_fields__]
    found = defaultdict[UUID, list[_Task]](list)
    for row in await tx.all(select(*columns).where(ranked.c.place <= MOST).order_by(ranked.c.place), _Task):
        found[row.store_id].append(row)
    return found


async def _scores(tx: AnyTx, stores: Collection[UUID]) -> defaultdict[UUID, list[Scored]]:
    """Return each store's last scored visits, the latest first, with all that they failed."""
    visit = scored_ref.subquery()
    place = func.row_number().over(partition_by=visit.c.store_id, order_by=visit.c.submitted_at.desc()).label("place")
    ranked = select(visit, place).where(visit.c.org_id == tx.org_id, visit.c.store_id.in_(stores)).subquery()
    columns: list[Any] = [ranked.c[name] for name in _Visit.__struct_fields__]
    latest = select(*columns).where(ranked.c.place <= LAST_VISITS).order_by(ranked.c.place)
    visits = await tx.all(latest, _Visit)
    failed = failed_ref.subquery()
    faults = (
        select(*(failed.c[name] for name in _Failed.__struct_fields__))
        .where(failed.c.org_id == tx.org_id, failed.c.inspection_id.in_([each.id for each in visits]))
        .order_by(failed.c.critical.desc(), failed.c.key)
    )
    by_visit = defaultdict[UUID, list[FailedCheckpoint]](list)
    for row in await tx.all(faults, _Failed) if visits else ():
        by_visit[row.inspection_id].append(FailedCheckpoint(key=row.key, title=row.title, critical=row.critical))
    found = defaultdict[UUID, list[Scored]](list)
    for each in visits:
        found[each.store_id].append((each, by_visit[each.id]))
    return found


def _sheet(store_id: UUID, tasks: Sequence[_Task], scores: Sequence[Scored], goods: Goods) -> ArrivalSheet:
    names = ArrivalTask.__struct_fields__
    return ArrivalSheet(
        store_id=store_id,
        open_tasks=tasks[0].open_tasks if tasks else 0,
        overdue_tasks=tasks[0].overdue_tasks if tasks else 0,
        tasks=[ArrivalTask(**{name: getattr(task, name) for name in names}) for task in tasks],
        scores=[_score(visit, failed) for visit, failed in scores],
        repeats=_repeated(scores)[:MOST],
        gone=[GoneOut(**structs.asdict(each)) for each in goods.gone],
        gone_count=goods.gone_count,
        ending=[EndingOut(**structs.asdict(each)) for each in goods.ending],
        ending_count=goods.ending_count,
    )


def _score(visit: _Visit, failed: Sequence[FailedCheckpoint]) -> ArrivalScore:
    return ArrivalScore(
        visit_id=visit.id,
        day=visit.business_date,
        template_name=visit.template_name,
        score=visit.score,
        failed=list(failed[:MOST]),
        failed_count=len(failed),
    )


def _repeated(scores: Sequence[Scored]) -> list[RepeatedFault]:
    """Return what more than one of a store's last visits failed, the most often first; titles are the latest's."""
    times = defaultdict[str, int](int)
    latest: dict[str, tuple[_Visit, FailedCheckpoint]] = {}
    for visit, failed in scores:
        for point in failed:
            times[point.key] += 1
            latest.setdefault(point.key, (visit, point))
    found = [
        RepeatedFault(key=key, title=point.title, critical=point.critical, times=times[key], visit_id=visit.id)
        for key, (visit, point) in latest.items()
        if times[key] > 1
    ]
    return sorted(found, key=lambda each: (-each.times, not each.critical, each.key))
