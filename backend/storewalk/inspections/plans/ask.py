"""The job that makes a schedule's visits, and how it is asked for."""

from uuid import UUID

from storewalk.core.jobs import Job
from storewalk.core.tx import Tx


class PlanVisits(Job, label="inspections.plan_visits"):
    """Make the visits of all schedules, or of one."""

    schedule_id: UUID | None = None


async def ask_for(tx: Tx, schedule_id: UUID) -> None:
    """Have a schedule's visits made as soon as this is committed."""
    await tx.enqueue(PlanVisits(schedule_id=schedule_id), dedupe=str(schedule_id))
