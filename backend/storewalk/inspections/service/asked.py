"""Keep up with which questions of a visit are asked, while its answers change."""

from uuid import UUID

import msgspec
from sqlalchemy import not_, select, update

from storewalk.core.tx import Tx
from storewalk.inspections.asking import Given, asked
from storewalk.inspections.kinds import Outcome
from storewalk.inspections.models import Inspection, InspectionAnswer
from storewalk.inspections.queries.followed import askings_of


class _Told(msgspec.Struct):
    checkpoint_id: UUID
    outcome: Outcome
    choice_code: str | None
    counts: bool


async def recount(tx: Tx, visit: Inspection) -> None:
    """Settle which questions are asked by the version that the visit follows.

    An answer to one that is no longer asked is kept and does not count; it counts again when its question comes back.
    Every answer comes by here, so of the others only what decides is read: a visit may have hundreds.
    """
    await tx.flush()
    row = InspectionAnswer
    of_visit = (row.org_id == tx.org_id, row.inspection_id == visit.id)
    told = await tx.all(select(row.checkpoint_id, row.outcome, row.choice_code, row.counts).where(*of_visit), _Told)
    given = {answer.checkpoint_id: Given(answer.outcome, answer.choice_code) for answer in told}
    found = asked(await askings_of(tx, visit.template_version_id), visit.store_format, given)
    visit.asked_count = len(found)
    turned = [answer.checkpoint_id for answer in told if answer.counts != (answer.checkpoint_id in found)]
    if turned:
        turning = update(row).where(*of_visit, row.checkpoint_id.in_(turned))
        await tx.session.execute(turning.values(counts=not_(row.counts), changed_at=tx.now))
