"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.core.vault import vault_of
from storewalk.identity.events import AccountDeactivated, SessionRevoked
from storewalk.notifications.message import Outcome
from storewalk.notifications.senders import BrowserAddress, PushSender, WebhookSender, WeComAddress, WeComSender
from storewalk.notifications.service.advance import advance
from storewalk.notifications.service.desk import Desk
from storewalk.notifications.service.prepare import Prepared, prepare
from storewalk.notifications.service.settle import settle
from storewalk.notifications.service.subscribe import end_with_account, end_with_session
from storewalk.notifications.settled import Settled
from storewalk.notifications.work import SendDelivery, TryNextChannel


async def send_delivery(ctx: JobContext, job: SendDelivery) -> None:
    """Make one attempt of a delivery, or of the summary that it goes into.

    Safe to run twice: a settled delivery is left alone, and one that another worker is sending is left to its lease. A
    crash between sending and writing down sends the message again when the lease has ended, under the same id, so that
    browser, WeCom and receiver show it once.
    """
    desk = Desk(ctx.settings.secret_key, vault_of(ctx.settings), ctx.platform.catalog, ctx.use(Settled))
    async with ctx.tx() as tx:
        prepared = await prepare(tx, job.delivery_id, desk)
    if prepared is None:
        return
    outcome = await _send(ctx, prepared)
    async with ctx.tx() as tx:
        await settle(tx, prepared.delivery_id, outcome)


async def _send(ctx: JobContext, prepared: Prepared) -> Outcome:
    address, message = prepared.address, prepared.message
    if isinstance(address, BrowserAddress):
        return await ctx.use(PushSender).send(address, message)
    if isinstance(address, WeComAddress):
        return await ctx.use(WeComSender).send(address, message)
    return await ctx.use(WebhookSender).send(address, message)


async def try_next_channel(ctx: JobContext, job: TryNextChannel) -> None:
    """Go on to the next channel with what nobody has read.

    Safe to run twice: the second run finds that the entry has gone further than the channel it was to go on from.
    """
    async with ctx.tx() as tx:
        await advance(tx, job.notification_id, job.after, ctx.use(Settled))


SUBSCRIBERS = (
    Subscriber(SessionRevoked, "notifications.session_revoked", end_with_session),
    Subscriber(AccountDeactivated, "notifications.account_deactivated", end_with_account),
)
JOBS = (JobHandler(SendDelivery, send_delivery), JobHandler(TryNextChannel, try_next_channel))
SCHEDULES: tuple[Schedule, ...] = ()
