"""Approve a count: one posting puts the book right, as of the time of counting, and one event says so."""

from collections.abc import Sequence
from uuid import UUID

from storewalk.core.errors import Conflict, Forbidden, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.counts.events import Adjusted, CountApproved, CountCancelled
from storewalk.counts.measure import Measured, measure, subject_of
from storewalk.counts.models import CountStatus, StockCount
from storewalk.counts.permissions import APPROVE, APPROVE_ANY, OPEN, REVIEW
from storewalk.counts.queries.counts import LIVE, lock_count
from storewalk.counts.queries.found import find_all
from storewalk.counts.queries.read import read_count
from storewalk.counts.queries.recount import counters
from storewalk.counts.queries.unknown import unknown_lines
from storewalk.counts.schemas.steps import ApproveCount, CancelCount
from storewalk.counts.service.results import renew_results, uncounted
from storewalk.counts.service.rule import rule_of
from storewalk.identity.api import is_within, rungs
from storewalk.stock import api as stock


async def approve(tx: Tx, count_id: UUID, form: ApproveCount) -> StockCount:
    """Approve a count. The variances are measured once more while nothing is posted at the store.

    Raises:
        NotFound: it lies outside the actor's scope.
        WrongState: it is not submitted.
        Conflict: it has changed since the approver saw it.
        Forbidden: the approver counted some of it, or its value is above what one approver may decide.
        Invalid: something nobody counted still wants a decision, or a code still wants its product.

    """
    count = await lock_count(tx, count_id, APPROVE)
    if count.status is not CountStatus.SUBMITTED:
        raise WrongState("counts.not_submitted")
    if count.version != form.if_version:
        raise Conflict("counts.changed", current=await read_count(tx, count_id))
    if tx.actor.account_id in await counters(tx, count_id):
        raise Forbidden("counts.counter_is_approver")
    unknown = await unknown_lines(tx, count_id)
    if unknown:
        raise Invalid("counts.codes_open", field="lines", open=unknown)
    await stock.hold_book(tx, count.store_id)
    missed = await uncounted(tx, count_id)
    subject = subject_of(count)
    found, matched = await find_all(tx, subject)
    measured = await measure(tx, subject, found, missed)
    undecided = sum(each.counted is None and missed[each.product_id] is None for each in measured)
    if undecided:
        raise Invalid("counts.uncounted_open", field="decision", open=undecided)
    await _require_limit(tx, count, measured)
    posted = await _post(tx, count, measured)
    points = [point for each in measured for point in each.points]
    points += [stock.Point(product_id, None, at) for product_id, at in matched]
    await stock.mark_counted(tx, count.store_id, count.id, points)
    await renew_results(tx, count_id, measured)
    count.status, count.approved_by, count.approved_at = CountStatus.APPROVED, tx.actor.account_id, tx.now
    gain = sum(each.value_cents for each in posted if each.quantity > 0)
    loss = -sum(each.value_cents for each in posted if each.quantity < 0)
    count.gain_cents, count.loss_cents = gain, loss
    tx.record(
        CountApproved(
            subject_id=count.id,
            store_id=count.store_id,
            title=count.title,
            products=len(matched) + len(measured),
            gain_cents=gain,
            loss_cents=loss,
            reviewer_ids=next(iter(await rungs(tx, REVIEW, count.store_id)), []),
            adjusted=posted,
        )
    )
    await tx.flush()
    return count


async def cancel(tx: Tx, count_id: UUID, form: CancelCount) -> StockCount:
    """Give a count up; nothing of it is posted. Raises NotFound, WrongState once it is approved, Conflict."""
    count = await lock_count(tx, count_id, OPEN)
    if count.status not in (*LIVE, CountStatus.SUBMITTED):
        raise WrongState("counts.closed")
    if count.version != form.if_version:
        raise Conflict("counts.changed", current=await read_count(tx, count_id))
    count.status, count.cancel_reason = CountStatus.CANCELLED, form.reason
    await stock.open_book(tx, count_id)
    tx.record(CountCancelled(subject_id=count.id, store_id=count.store_id, reason=form.reason))
    await tx.flush()
    return count


async def _post(tx: Tx, count: StockCount, measured: Sequence[Measured]) -> list[Adjusted]:
    differing = [each for each in measured if each.variance]
    wanted = [
        stock.Wanted(
            store_id=count.store_id,
            product_id=each.product_id,
            quantity=abs(each.variance),
            cause=stock.Cause.COUNT,
            way=stock.Way.IN if each.variance > 0 else stock.Way.OUT,
            cause_id=count.id,
            cause_line=number,
            occurred_at=max(point.at for point in each.points),
        )
        for number, each in enumerate(differing)
    ]
    posted = await stock.move(tx, wanted)
    return [
        Adjusted(each.product_id, each.variance, done.value_cents if each.variance > 0 else -done.value_cents)
        for each, done in zip(differing, posted, strict=True)
    ]


async def _require_limit(tx: Tx, count: StockCount, measured: Sequence[Measured]) -> None:
    limit = (await rule_of(tx)).approval_cents
    gross = sum(abs(each.value_cents) for each in measured)
    if limit and gross > limit and not await is_within(tx, APPROVE_ANY, count.store_id):
        raise Forbidden("counts.above_limit", limit=limit // 100)
