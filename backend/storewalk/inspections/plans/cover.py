"""Holiday cover: a colleague makes somebody's visits for some days, and gives back what is left when they return."""

from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import Holding, holdings, store_paths
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.permissions import CONDUCT, PLAN
from storewalk.inspections.plans.events import CoverEnded, CoverSet
from storewalk.inspections.plans.models import InspectionCover
from storewalk.inspections.plans.schemas import SetCover


async def set_cover(tx: Tx, form: SetCover) -> InspectionCover:
    """Hand somebody's visits of some days to a colleague, those planned and those to come, where the colleague may go.

    Raises:
        NotFound: the absent one visits no store within the actor's scope.
        Invalid: the colleague is the same, visits no store, or is away too; or the days are over or covered already.
    """
    if form.absent_id == form.cover_id:
        raise Invalid("inspections.cover_self", field="coverId")
    if form.last_day < form.first_day or form.last_day < tx.now.date():
        raise Invalid("inspections.cover_days", field="lastDay")
    held = await holdings(tx, CONDUCT)
    await _require_over(tx, form.absent_id, held)
    if all(each.account_id != form.cover_id for each in held):
        raise Invalid("inspections.inspector_elsewhere", field="coverId")
    await lock_names(tx, "inspection_cover", [form.absent_id, form.cover_id])
    await _refuse_double(tx, form)
    cover = InspectionCover(
        org_id=tx.org_id,
        id=new_id(),
        absent_id=form.absent_id,
        cover_id=form.cover_id,
        first_day=form.first_day,
        last_day=form.last_day,
        set_by=tx.actor.account_id,
        ended_at=None,
    )
    tx.session.add(cover)
    paths = await store_paths(tx)
    free = [each.path for each in held if each.account_id == form.cover_id]
    moved = 0
    for visit in await _lock_planned(tx, cover, form.absent_id):
        if any(paths[visit.store_id].startswith(path) for path in free):
            visit.previous_inspector_id, visit.handed_at = form.absent_id, tx.now
            visit.inspector_id = form.cover_id
            moved += 1
    tx.record(
        CoverSet(
            subject_id=cover.id,
            absent_id=form.absent_id,
            cover_id=form.cover_id,
            first_day=form.first_day,
            last_day=form.last_day,
            visits=moved,
        )
    )
    return cover


async def end_cover(tx: Tx, cover_id: UUID) -> InspectionCover:
    """End a cover before its last day; the visits not begun go back. Again changes nothing.

    Raises:
        NotFound: there is no such cover within the actor's scope.
    """
    statement = select(InspectionCover).where(InspectionCover.org_id == tx.org_id, InspectionCover.id == cover_id)
    cover = (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()
    if cover is None:
        raise NotFound("inspections.no_cover")
    await _require_over(tx, cover.absent_id, await holdings(tx, CONDUCT))
    if cover.ended_at is not None:
        return cover
    cover.ended_at = tx.now
    back = [v for v in await _lock_planned(tx, cover, cover.cover_id) if v.previous_inspector_id == cover.absent_id]
    for visit in back:
        visit.previous_inspector_id, visit.handed_at = cover.cover_id, tx.now
        visit.inspector_id = cover.absent_id
    tx.record(CoverEnded(subject_id=cover.id, absent_id=cover.absent_id, cover_id=cover.cover_id, visits=len(back)))
    return cover


async def _require_over(tx: Tx, absent_id: UUID, held: list[Holding]) -> None:
    """Let through who plans visits for all that the absent one may visit, or is the absent one."""
    tx.require(PLAN)
    paths = [each.path for each in held if each.account_id == absent_id]
    own = tx.actor.paths(PLAN)
    if not paths or not any(path.startswith(tuple(own)) for path in paths):
        raise NotFound("inspections.no_inspector")


async def _refuse_double(tx: Tx, form: SetCover) -> None:
    row = InspectionCover
    overlapping = select(row.absent_id).where(
        row.org_id == tx.org_id,
        row.absent_id.in_([form.absent_id, form.cover_id]),
        row.ended_at.is_(None),
        row.first_day <= form.last_day,
        row.last_day >= form.first_day,
    )
    away = set(await tx.scalars(overlapping))
    if form.absent_id in away:
        raise Invalid("inspections.cover_double", field="firstDay")
    if form.cover_id in away:
        raise Invalid("inspections.cover_away", field="coverId")


async def _lock_planned(tx: Tx, cover: InspectionCover, inspector_id: UUID) -> list[Inspection]:
    statement = (
        select(Inspection)
        .where(
            Inspection.org_id == tx.org_id,
            Inspection.inspector_id == inspector_id,
            Inspection.status == VisitStatus.PLANNED,
            Inspection.business_date.between(cover.first_day, cover.last_day),
        )
        .order_by(Inspection.id)
        .with_for_update()
    )
    return list(await tx.session.scalars(statement))
