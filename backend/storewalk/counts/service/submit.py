"""End a round: from here on the variances stand in view, and what differs too much goes to somebody else."""

from typing import Final
from uuid import UUID

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.counts.events import CountSubmitted
from storewalk.counts.measure import Measured, measure, subject_of
from storewalk.counts.models import CountStatus, StockCount
from storewalk.counts.permissions import APPROVE, TAKE
from storewalk.counts.queries.counts import LIVE, lock_count
from storewalk.counts.queries.found import keep_matched
from storewalk.counts.queries.recount import counters, recount_ids, recounted
from storewalk.counts.schemas.rules import Limits
from storewalk.counts.schemas.steps import SubmitCount
from storewalk.counts.service.limits import own_limits
from storewalk.counts.service.results import keep_results, uncounted
from storewalk.counts.service.rule import rule_of
from storewalk.identity.api import rungs
from storewalk.stock.api import open_book

HERE: Final = "SELECT count(*) FROM count_line WHERE org_id = $1 AND count_id = $2 AND round = $3 AND counted_by = $4"
PERCENT: Final = 100


async def submit(tx: Tx, count_id: UUID, form: SubmitCount) -> StockCount:
    """Submit a round. Nothing is posted yet.

    Raises:
        NotFound: it lies outside the actor's scope.
        WrongState: it takes no lines any more, somebody has ended the round already, or nothing was counted.
        Invalid: lines of the sender have not arrived, or products are still to be counted again.

    """
    count = await lock_count(tx, count_id, TAKE)
    if count.status not in LIVE:
        raise WrongState("counts.closed")
    if form.round is not None and form.round != count.round:
        raise WrongState("counts.round_over")
    if form.lines is not None:
        here: int = await tx.raw.fetchval(HERE, tx.org_id, count_id, count.round, tx.actor.account_id) or 0
        if here < form.lines:
            raise Invalid("counts.lines_missing", field="lines", missing=form.lines - here)
    again = await recount_ids(tx, count_id) if count.status is CountStatus.RECOUNT else set[UUID]()
    left = again - await recounted(tx, count_id) if again else again
    if left:
        raise Invalid("counts.recount_open", field="lines", left=len(left))
    first = count.status is CountStatus.OPEN
    count.submitted_by, count.submitted_at = tx.actor.account_id, tx.occurred_at
    subject = subject_of(count)
    found = await keep_matched(tx, subject)
    measured = await measure(tx, subject, found, None if first else await uncounted(tx, count_id))
    if not measured and not found.matched:
        raise WrongState("counts.nothing_counted")
    rule = await rule_of(tx)
    own = await own_limits(tx, rule.categories, [each.product_id for each in measured]) if first else {}
    wanted = {each.product_id for each in measured if first and needs_recount(each, own.get(each.product_id, rule))}
    await keep_results(tx, count_id, measured, wanted)
    count.status = CountStatus.RECOUNT if wanted else CountStatus.SUBMITTED
    if wanted:
        count.round = 2
        await reopen_zones(tx, count_id)
    else:
        await open_book(tx, count_id)
    tx.record(
        CountSubmitted(
            subject_id=count.id,
            store_id=count.store_id,
            title=count.title,
            round=1 if first else 2,
            products=found.matched + len(measured),
            recounts=len(wanted),
            next_ids=await next_people(tx, count),
        )
    )
    await tx.flush()
    return count


async def next_people(tx: Tx, count: StockCount) -> list[UUID]:
    """Return who has the next step, the nearest to the store, without having counted: who counts again or approves."""
    counted = await counters(tx, count.id)
    permission = TAKE if count.status is CountStatus.RECOUNT else APPROVE
    near = ([each for each in rung if each not in counted] for rung in await rungs(tx, permission, count.store_id))
    return next(filter(None, near), [])


def needs_recount(each: Measured, rule: Limits) -> bool:
    """Tell whether a variance is so big that somebody else has to count again; what nobody counted is reviewed."""
    if each.counted is None or not each.variance:
        return False
    size = abs(each.variance)
    return (
        0 < rule.recount_quantity <= size
        or 0 < rule.recount_cents <= abs(each.value_cents)
        or (rule.recount_percent > 0 and size * PERCENT >= rule.recount_percent * abs(each.expected))
    )


async def reopen_zones(tx: Tx, count_id: UUID) -> None:
    """Begin the second round with all zones open."""
    await tx.fetch("UPDATE count_zone SET closed_at = NULL WHERE org_id = $1 AND count_id = $2", tx.org_id, count_id)
