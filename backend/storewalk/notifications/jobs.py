"""The background work of this room."""

from storewalk.core.events import Subscriber
from storewalk.core.jobs import JobContext, JobHandler, Schedule
from storewalk.notifications.push import PushSender
from storewalk.notifications.service.deliver import prepare, settle
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


SUBSCRIBERS: tuple[Subscriber, ...] = ()
JOBS = (JobHandler(SendPush, send_push),)
SCHEDULES: tuple[Schedule, ...] = ()
