"""Keep how somebody came to a store when their visit began."""

from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.inspections.check_in import judge
from storewalk.inspections.models import Inspection, InspectionCheckIn
from storewalk.inspections.queries.rule import read_rule
from storewalk.inspections.schemas.check_ins import CheckInForm
from storewalk.inspections.schemas.visits import StartPosition
from storewalk.stores.api import judge_code, store_clock


async def check_in(tx: Tx, visit: Inspection, position: StartPosition | None, form: CheckInForm | None) -> None:
    """Keep the position that a visit began at and what it comes to; nothing of it keeps the visit from beginning."""
    if position is not None:
        visit.position_lat, visit.position_lng = position.lat, position.lng
        visit.position_accuracy_m, visit.position_datum = position.accuracy_m, position.datum
    form = form or CheckInForm()
    code = None if form.code is None else await judge_code(tx, visit.store_id, form.code, tx.occurred_at)
    near_m = (await read_rule(tx)).near_m
    place = (await store_clock(tx, visit.store_id)).position
    found = judge(position, position and position.accuracy_m, place, near_m, code)
    await tx.flush()  # the visit's row comes before what points at it
    tx.session.add(
        InspectionCheckIn(
            org_id=tx.org_id,
            id=new_id(),
            inspection_id=visit.id,
            way=found.way,
            flag=found.flag,
            distance_m=found.distance_m,
            near_m=near_m,
            code=code,
            reason=form.reason,
            note=form.note.strip(),
        )
    )
