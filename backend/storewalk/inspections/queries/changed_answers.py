"""Of a visit under way its answers change by the hundred, and nothing else of it: only they go to its phone again."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import and_, select

from storewalk.core.tx import AnyTx
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection, InspectionAnswer
from storewalk.inspections.schemas.visit_changes import VisitAnswers
from storewalk.inspections.schemas.visits import VisitOut

UNDER_WAY: Final = (VisitStatus.STARTED, VisitStatus.SUBMITTED)
"""While a visit is one of these, nothing but its own answers changes what it shows without changing its row."""


class _Changed(msgspec.Struct):
    inspection_id: UUID
    checkpoint_id: UUID


async def answers_only(
    tx: AnyTx, visits: Sequence[VisitOut], since: datetime
) -> tuple[list[VisitOut], list[VisitAnswers]]:
    """Part visits that changed after `since`: those to be told whole, and those of which the answers are enough."""
    changed = await _changed(tx, [visit.id for visit in visits if visit.status in UNDER_WAY], since)
    whole = [visit for visit in visits if visit.id not in changed]
    return whole, [_part(visit, changed[visit.id]) for visit in visits if visit.id in changed]


def _part(visit: VisitOut, changed: Collection[UUID]) -> VisitAnswers:
    return VisitAnswers(
        visit_id=visit.id,
        answers=[answer for answer in visit.answers if answer.checkpoint_id in changed],
        not_asked=visit.not_asked,
        answered=visit.answered,
        total=visit.total,
        pending=visit.pending,
        needs_person=visit.needs_person,
    )


async def _changed(tx: AnyTx, visit_ids: Collection[UUID], since: datetime) -> dict[UUID, set[UUID]]:
    """Return the checkpoints whose answers changed, of the visits whose row did not."""
    if not visit_ids:
        return {}
    answer = InspectionAnswer
    statement = (
        select(answer.inspection_id, answer.checkpoint_id)
        .join(Inspection, and_(Inspection.org_id == answer.org_id, Inspection.id == answer.inspection_id))
        .where(
            answer.org_id == tx.org_id,
            answer.inspection_id.in_(visit_ids),
            answer.changed_at > since,
            Inspection.changed_at <= since,
        )
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for row in await tx.all(statement, _Changed):
        found[row.inspection_id].add(row.checkpoint_id)
    return dict(found)
