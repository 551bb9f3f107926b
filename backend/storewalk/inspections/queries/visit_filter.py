"""Which visits a list shows, and a sheet of them holds: the same."""

from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, and_, or_

from storewalk.core.tx import AnyTx
from storewalk.inspections.check_in import CheckInFlag, CheckInLook, CheckInWay
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionCheckIn
from storewalk.inspections.plans.seen import seen
from storewalk.inspections.schemas.visits import ListScope

OPEN = (VisitStatus.PLANNED, VisitStatus.STARTED, VisitStatus.SUBMITTED)


class VisitFilter(Struct, frozen=True):
    """All conditions hold; days are business dates, both included."""

    scope: ListScope = ListScope.ALL
    mine: bool = False
    store: UUID | None = None
    status: VisitStatus | None = None
    first: date | None = None
    last: date | None = None
    check_in: CheckInLook | None = None


def narrowed(
    tx: AnyTx, statement: Select[*tuple[Any, ...]], wanted: VisitFilter
) -> Select[*tuple[Any, ...]]:  # fmt: skip
    """Narrow a statement on visits, `with_check_in`, to those that are wanted and that the actor may see."""
    statement = statement.where(seen(tx, Inspection))
    if wanted.scope is ListScope.TODAY:
        statement = statement.where(Inspection.day_from <= tx.now, Inspection.day_until > tx.now)
    elif wanted.scope is ListScope.OPEN:
        statement = statement.where(Inspection.status.in_(OPEN))
    elif wanted.scope is ListScope.SO_FAR:
        statement = statement.where(or_(Inspection.day_from <= tx.now, Inspection.started_at.is_not(None)))
    if wanted.mine:
        statement = statement.where(Inspection.inspector_id == tx.actor.account_id)
    if wanted.store is not None:
        statement = statement.where(Inspection.store_id == wanted.store)
    if wanted.status is not None:
        statement = statement.where(Inspection.status == wanted.status)
    if wanted.first is not None:
        statement = statement.where(Inspection.business_date >= wanted.first)
    if wanted.last is not None:
        statement = statement.where(Inspection.business_date <= wanted.last)
    if wanted.check_in is not None:
        statement = statement.where(_looked_for(wanted.check_in))
    return statement


def with_check_in(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Add to a statement on visits how each began at its store."""
    row = InspectionCheckIn
    return statement.outerjoin(
        row, and_(row.org_id == Inspection.org_id, row.inspection_id == Inspection.id)
    ).add_columns(
        row.way.label("check_in_way"),
        row.flag.label("check_in_flag"),
        row.distance_m.label("check_in_distance_m"),
        row.reason.label("check_in_reason"),
    )


def _looked_for(look: CheckInLook) -> ColumnElement[bool]:
    row = InspectionCheckIn
    match look:
        case CheckInLook.FLAGGED:
            return row.flag.is_not(None)
        case CheckInLook.FAR:
            return row.flag == CheckInFlag.FAR
        case CheckInLook.STORE_CODE:
            return row.way == CheckInWay.STORE_CODE
        case CheckInLook.NEITHER:
            return row.way == CheckInWay.NEITHER
        case CheckInLook.REASONED:
            return row.reason.is_not(None)
