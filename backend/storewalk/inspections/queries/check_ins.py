"""How visits began at their stores."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from storewalk.core.tx import AnyTx
from storewalk.inspections.models import Inspection, InspectionCheckIn
from storewalk.inspections.schemas.check_ins import CheckInOut


class _Kept(CheckInOut):
    inspection_id: UUID


async def read_check_ins(tx: AnyTx, visit_ids: Collection[UUID]) -> dict[UUID, CheckInOut]:
    """Return the check-ins of visits by visit; those that began before there were any have none."""
    row = InspectionCheckIn
    statement = (
        select(
            row.inspection_id,
            row.way,
            row.flag,
            row.distance_m,
            Inspection.position_accuracy_m.label("accuracy_m"),
            row.near_m,
            row.code,
            row.reason,
            row.note,
        )
        .join(Inspection, and_(Inspection.org_id == row.org_id, Inspection.id == row.inspection_id))
        .where(row.org_id == tx.org_id, row.inspection_id.in_(visit_ids))
    )
    return {kept.inspection_id: _out(kept) for kept in await tx.all(statement, _Kept)}


def _out(kept: _Kept) -> CheckInOut:
    return CheckInOut(**{name: getattr(kept, name) for name in CheckInOut.__struct_fields__})
