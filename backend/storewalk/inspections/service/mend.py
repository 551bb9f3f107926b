"""Who mends what failed, and until when: named with the answer, by people of the store."""

from datetime import datetime
from uuid import UUID

from storewalk.core.errors import Invalid
from storewalk.core.tx import Tx
from storewalk.inspections.kinds import PersonOutcome
from storewalk.inspections.models import Inspection, InspectionAnswer
from storewalk.inspections.schemas.visits import GiveAnswer
from storewalk.tasks.api import answerers

FINE = (PersonOutcome.PASS, PersonOutcome.NOT_APPLICABLE)
Mending = tuple[UUID | None, datetime | None]


def mending_of(answer: InspectionAnswer | GiveAnswer) -> Mending:
    """Return who is to mend what an answer found, and until when."""
    return answer.responsible_id, answer.due_at


async def require_mending(
    tx: Tx, visit: Inspection, form: GiveAnswer, person: PersonOutcome | None, known: InspectionAnswer | None
) -> Mending:
    """Return whom an answer makes responsible, and until when; what it said before is not asked about again.

    Raises Invalid naming the field: nothing failed, the time has passed, or somebody who answers no tasks there.
    """
    who, due = mending_of(form)
    before = mending_of(known) if known is not None else (None, None)
    if person in FINE and (who or due):
        raise Invalid("inspections.nothing_to_mend", field="responsibleId" if who else "dueAt")
    if due is not None and due != before[1] and due <= tx.occurred_at:
        raise Invalid("inspections.mend_time_passed", field="dueAt")
    if who is not None and who != before[0] and who not in await answerers(tx, visit.store_id):
        raise Invalid("inspections.mends_nothing_there", field="responsibleId")
    return who, due
