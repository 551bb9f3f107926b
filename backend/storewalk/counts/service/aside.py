"""Set aside what was scanned and is no goods of the shop: a code of somebody else's, a crate, a pallet, a badge."""

from uuid import UUID

from storewalk.core.errors import Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.counts.events import CodeSetAside
from storewalk.counts.models import CountLine, CountStatus
from storewalk.counts.permissions import REVIEW
from storewalk.counts.queries.counts import lock_count
from storewalk.counts.schemas.review import SetAside


async def set_aside(tx: Tx, count_id: UUID, line_id: UUID, form: SetAside) -> None:
    """Take a line of a code that nobody knows out of the count, with the reason as its note. Again changes nothing.

    Raises NotFound, WrongState once the count is approved or given up, Invalid for a line that has its product.
    """
    count = await lock_count(tx, count_id, REVIEW)
    if count.status in (CountStatus.APPROVED, CountStatus.CANCELLED):
        raise WrongState("counts.closed")
    line = await tx.session.get(CountLine, (tx.org_id, line_id), with_for_update=True)
    if line is None or line.count_id != count_id:
        raise NotFound("counts.no_line")
    if line.product_id is not None:
        raise Invalid("counts.has_product", field="lineId")
    if line.voided:
        return
    line.voided = True
    line.note = " · ".join(filter(None, (line.note, form.reason)))
    count.changed_at = tx.now
    tx.record(
        CodeSetAside(
            subject_id=count.id,
            store_id=count.store_id,
            line_id=line_id,
            code=line.barcode or "",
            quantity=line.quantity,
            reason=form.reason,
        )
    )
    await tx.flush()
