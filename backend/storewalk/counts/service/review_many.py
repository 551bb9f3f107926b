"""Give many products the same reason or decision: what nobody counted is often a whole shelf."""

from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.counts.events import VariancesReviewed
from storewalk.counts.models import CountResult, CountStatus
from storewalk.counts.permissions import REVIEW
from storewalk.counts.queries.counts import lock_count
from storewalk.counts.schemas.office import ReviewMany


async def review_many(tx: Tx, count_id: UUID, form: ReviewMany) -> int:
    """Say the same of many products, of all or of none; return how many it changed. Again changes nothing.

    Raises NotFound, WrongState unless the count is submitted, Invalid for a decision about what was counted.
    """
    count = await lock_count(tx, count_id, REVIEW)
    if count.status is not CountStatus.SUBMITTED:
        raise WrongState("counts.not_submitted")
    wanted = set(form.product_ids)
    statement = select(CountResult).where(
        CountResult.org_id == tx.org_id, CountResult.count_id == count_id, CountResult.product_id.in_(wanted)
    )
    ordered = statement.order_by(CountResult.product_id).with_for_update()
    results = list((await tx.session.execute(ordered)).scalars())
    if len(results) < len(wanted):
        raise NotFound("counts.no_result")
    if form.decision is not None and any(not result.uncounted for result in results):
        raise Invalid("counts.was_counted", field="decision")
    changed: list[UUID] = []
    for result in results:
        reason, decision = form.reason or result.reason, form.decision or result.decision
        if (result.reason, result.decision) != (reason, decision):
            result.reason, result.decision = reason, decision
            changed.append(result.product_id)
    if changed:
        count.changed_at = tx.now
        tx.record(VariancesReviewed(subject_id=count.id, store_id=count.store_id, product_ids=changed))
        await tx.flush()
    return len(changed)
