"""Look at the variances of a submitted count: give reasons, decide on what nobody counted, ask for a recount."""

from typing import Final
from uuid import UUID

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.tx import Tx
from storewalk.counts.events import RecountAsked, VarianceReviewed
from storewalk.counts.measure import measure, subject_of
from storewalk.counts.models import CountLine, CountResult, CountStatus, StockCount
from storewalk.counts.permissions import APPROVE, REVIEW
from storewalk.counts.queries.counts import lock_count
from storewalk.counts.queries.found import find
from storewalk.counts.queries.read import read_count
from storewalk.counts.schemas.review import ReviewVariance
from storewalk.counts.schemas.steps import AskRecount
from storewalk.counts.service.results import keep_results, uncounted
from storewalk.counts.service.submit import next_people, reopen_zones
from storewalk.stock import api as stock

AGAIN: Final = """
UPDATE count_result SET recount = true
WHERE org_id = $1 AND count_id = $2 AND product_id = ANY ($3) AND NOT uncounted RETURNING product_id"""


async def review(tx: Tx, count_id: UUID, product_id: UUID, form: ReviewVariance) -> None:
    """Say why a product differs, or what to do with it if nobody counted it. Again changes nothing.

    Raises NotFound, WrongState unless the count is submitted, Invalid for a decision about what was counted.
    """
    count = await lock_count(tx, count_id, REVIEW)
    _require_submitted(count)
    result = await tx.session.get(CountResult, (tx.org_id, count_id, product_id), with_for_update=True)
    if result is None:
        raise NotFound("counts.no_result")
    if form.decision is not None and not result.uncounted:
        raise Invalid("counts.was_counted", field="decision")
    if (result.reason, result.note, result.decision) == (form.reason, form.note, form.decision):
        return
    result.reason, result.note, result.decision = form.reason, form.note, form.decision
    count.changed_at = tx.now
    tx.record(VarianceReviewed(subject_id=count.id, store_id=count.store_id, product_id=product_id))
    await tx.flush()


async def ask_recount(tx: Tx, count_id: UUID, form: AskRecount) -> None:
    """Have products counted again by somebody else.

    Raises NotFound, WrongState unless the count is submitted for the first time, Conflict, Invalid for products that
    were not counted.
    """
    count = await lock_count(tx, count_id, APPROVE)
    _require_submitted(count)
    if count.version != form.if_version:
        raise Conflict("counts.changed", current=await read_count(tx, count_id))
    wanted = list(dict.fromkeys(form.product_ids))
    if len(await tx.fetch(AGAIN, tx.org_id, count_id, wanted)) < len(wanted):
        raise Invalid("counts.was_not_counted", field="productIds")
    count.status, count.round = CountStatus.RECOUNT, 2
    await reopen_zones(tx, count_id)
    stock.close_book(tx, count.store_id, count_id, since=tx.now, product_ids=wanted)
    tx.record(
        RecountAsked(
            subject_id=count.id,
            store_id=count.store_id,
            title=count.title,
            product_ids=wanted,
            counter_ids=await next_people(tx, count),
        )
    )
    await tx.flush()


async def name_product(tx: Tx, count_id: UUID, line_id: UUID, product_id: UUID) -> None:
    """Say which product a code is that nobody knew; the line then counts for it. Again changes nothing.

    Raises NotFound, WrongState once the count is approved or given up.
    """
    count = await lock_count(tx, count_id, REVIEW)
    if count.status in (CountStatus.APPROVED, CountStatus.CANCELLED):
        raise WrongState("counts.closed")
    line = await tx.session.get(CountLine, (tx.org_id, line_id), with_for_update=True)
    if line is None or line.count_id != count_id:
        raise NotFound("counts.no_line")
    if line.product_id == product_id:
        return
    if product_id not in await known_products(tx, [product_id]):
        raise Invalid("counts.no_product", field="productId")
    line.product_id = product_id
    await tx.flush()
    if count.submitted_at is not None:
        subject = subject_of(count)
        measured = await measure(tx, subject, await find(tx, subject), await uncounted(tx, count_id))
        await keep_results(tx, count_id, [each for each in measured if each.product_id == product_id])
    count.changed_at = tx.now
    tx.record(VarianceReviewed(subject_id=count.id, store_id=count.store_id, product_id=product_id))
    await tx.flush()


def _require_submitted(count: StockCount) -> None:
    if count.status is not CountStatus.SUBMITTED:
        raise WrongState("counts.not_submitted")
