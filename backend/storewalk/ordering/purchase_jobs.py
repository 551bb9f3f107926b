"""The background work about orders to suppliers."""

from datetime import timedelta
from typing import Final

from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.ordering.purchase_letter import letter_of
from storewalk.ordering.purchase_link import links_of
from storewalk.ordering.purchase_work import ATTEMPTS, DeliverPurchase, SendDue
from storewalk.ordering.service.purchase.deliver import prepare, settle
from storewalk.ordering.service.purchase.due import due, send_due
from storewalk.partners.api import send_letter


class NotDelivered(Exception):
    """An order did not reach its supplier, and may the next time."""


async def deliver_purchase(ctx: JobContext, job: DeliverPurchase) -> None:
    """Make one attempt to bring an order to its supplier.

    Safe to run twice: one that has arrived, or was begun anew, is left alone. A crash between sending and writing down
    sends it again under the same id, which a mailbox and a receiver show once.
    """
    async with ctx.tx() as tx:
        out = await prepare(tx, job, links_of(ctx.settings))
    if out is None:
        return
    outcome = await send_letter(ctx, out.to, await letter_of(out, ctx.platform.catalog))
    async with ctx.tx() as tx:
        again = await settle(tx, job, outcome)
    if again:
        raise NotDelivered(outcome.error or outcome.verdict.value)


async def send_all_due(ctx: JobContext, _: SendDue) -> None:
    """Send what is past its cut-off, each in a transaction of its own.

    Safe to run twice and by two workers: a submission of a store's order lies in one live order to a supplier.
    """
    async with ctx.tx() as tx:
        found = await due(tx)
    for each in found:
        async with ctx.tx() as tx:
            await send_due(tx, each, links_of(ctx.settings))


JOBS: Final = (
    JobHandler(
        DeliverPurchase,
        deliver_purchase,
        attempts=ATTEMPTS,
        first_wait=timedelta(seconds=30),
        longest_wait=timedelta(minutes=15),
    ),
    JobHandler(SendDue, send_all_due),
)
SCHEDULES: Final = (Schedule("ordering.send_due", "*/5 * * * *", SendDue()),)
