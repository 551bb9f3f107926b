"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.identity.events import AccountDeactivated, SessionRevoked
from storewalk.notifications.push import PushSender
from storewalk.notifications.service.deliver import prepare, settle
from storewalk.notifications.service.subscribe import end_with_account, end_with_session
from storewalk.notifications.work import SendPush


async def send_push(ctx: JobContext, job: SendPush) -> None:
    """Make one attempt of a delivery.

    Safe to run twice: a settled delivery is left alone. A crash between sending and writing down sends the message
    again under the same topic and tag, so that the browser shows it once.
    """
    async with ctx.tx() as tx:
        prepared = await prepare(tx, job.delivery_id)
    if prepared is None:
        return
    outcome = await ctx.use(PushSender).send(prepared.target, prepared.push)
    async with ctx.tx() as tx:
        await settle(tx, job.delivery_id, outcome)


SUBSCRIBERS = (
    Subscriber(SessionRevoked, "notifications.session_revoked", end_with_session),
    Subscriber(AccountDeactivated, "notifications.account_deactivated", end_with_account),
)
JOBS = (JobHandler(SendPush, send_push),)
SCHEDULES: tuple[Schedule, ...] = ()
