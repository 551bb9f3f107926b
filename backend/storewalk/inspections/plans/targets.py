"""Which stores a schedule means, and what is known of each: how it fares, and how far it is planned."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.core.tx import Tx
from storewalk.identity.api import node_path, store_paths
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.inspections.queries.followed import formats_of
from storewalk.stores.api import StoreKind, StoreStatus, store_ref
from storewalk.tasks.api import TaskStatus


class Target(Struct, frozen=True):
    """A store that a schedule means."""

    id: UUID
    path: str
    trading: bool


class Fare(Struct, frozen=True):
    """How a store fares: its last visit's score and day, and its open critical tasks."""

    store_id: UUID
    score: float | None
    visited_on: date | None
    critical_tasks: int


class Reach(Struct, frozen=True):
    """How far a schedule is planned at a store, and the visit of it that has not begun yet, if there is one.

    By risk that visit itself does not count for how far.
    """

    store_id: UUID
    last_on: date | None
    visit_id: UUID | None


FARES: Final = f"""
SELECT s.id AS store_id, last.score::float8 AS score, last.business_date AS visited_on,
       coalesce(t.open, 0) AS critical_tasks
FROM unnest($2::uuid[]) AS s (id)
LEFT JOIN LATERAL (
    SELECT i.score, i.business_date FROM inspection i
    WHERE i.org_id = $1 AND i.store_id = s.id AND i.status = '{VisitStatus.SCORED}' AND i.kind = '{VisitKind.VISIT}'
    ORDER BY i.business_date DESC, i.submitted_at DESC LIMIT 1
) last ON true
LEFT JOIN (
    SELECT t.store_id, count(*)::int AS open FROM task t
    WHERE t.org_id = $1 AND t.critical AND t.status NOT IN ('{TaskStatus.ACCEPTED}', '{TaskStatus.WITHDRAWN}')
    GROUP BY t.store_id
) t ON t.store_id = s.id"""
PLANNED: Final = """
SELECT store_id, max(on_date) AS last_on, NULL::uuid AS visit_id FROM inspection_occurrence
WHERE org_id = $1 AND schedule_id = $2 AND on_date >= $3 GROUP BY store_id"""
BY_RISK: Final = f"""
SELECT o.store_id,
       max(coalesce(i.business_date, o.on_date)) FILTER (WHERE i.status IS DISTINCT FROM '{VisitStatus.PLANNED}')
           AS last_on,
       (array_agg(i.id) FILTER (WHERE i.status = '{VisitStatus.PLANNED}'))[1] AS visit_id
FROM inspection_occurrence o
LEFT JOIN inspection i ON i.org_id = o.org_id AND i.id = o.visit_id
WHERE o.org_id = $1 AND o.schedule_id = $2 GROUP BY o.store_id"""


async def targets_of(tx: Tx, schedule: InspectionSchedule, version_id: UUID) -> list[Target]:
    """Return the stores that a schedule means, by id, also those that do not trade now.

    A store of a kind that the version is not for is left out, whatever the schedule says.
    """
    ref = store_ref.subquery()
    rows = select(ref.c.id, ref.c.status).where(ref.c.org_id == tx.org_id, ref.c.kind == StoreKind.STORE)
    if schedule.store_ids:
        rows = rows.where(ref.c.id.in_(schedule.store_ids))
    if schedule.formats:
        rows = rows.where(ref.c.format.in_(schedule.formats))
    fitting = await formats_of(tx, version_id)
    if fitting:
        rows = rows.where(ref.c.format.is_(None) | ref.c.format.in_(fitting))
    paths = await store_paths(tx)
    regions = [await node_path(tx.raw, tx.org_id, each) for each in schedule.region_ids]
    found = [
        Target(row["id"], paths[row["id"]], row["status"] == StoreStatus.OPEN)
        for row in await tx.all(rows.order_by(ref.c.id), dict)
        if not regions or any(at is not None and paths[row["id"]].startswith(at) for at in regions)
    ]
    if schedule.score_below is None:
        return found
    fares = await fares_of(tx, [each.id for each in found])
    return [each for each in found if _low(fares[each.id].score, schedule.score_below)]


async def fares_of(tx: Tx, store_ids: Sequence[UUID]) -> dict[UUID, Fare]:
    """Return how stores fare."""
    return {row["store_id"]: Fare(**row) for row in await tx.fetch(FARES, tx.org_id, list(store_ids))}


async def reach_of(tx: Tx, schedule_id: UUID, since: date, *, by_risk: bool) -> dict[UUID, Reach]:
    """Return how far a schedule is planned at each store where it is planned at all from `since` on.

    By risk it goes by the day of the last visit whenever that was, and by the visit that is still to come.
    """
    if by_risk:
        rows = await tx.fetch(BY_RISK, tx.org_id, schedule_id)
    else:
        rows = await tx.fetch(PLANNED, tx.org_id, schedule_id, since)
    return {row["store_id"]: Reach(**row) for row in rows}


def _low(score: float | None, below: int) -> bool:
    return score is not None and score < below
