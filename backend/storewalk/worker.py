"""The process that does background work: jobs, deliveries of events, schedules, the detector."""

import asyncio
import signal
from contextlib import suppress
from datetime import timedelta
from typing import Final

import structlog
import uvloop

from storewalk.composition import build_platform
from storewalk.core import logs, tracing
from storewalk.core.batch import Batch
from storewalk.core.database import LOST_CONNECTION
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.resources import Factory
from storewalk.core.runner import queue
from storewalk.core.settings import Settings
from storewalk.metadata import JOBS, SCHEDULES, SUBSCRIBERS
from storewalk.notifications.mail import MailSender
from storewalk.notifications.senders import PushSender, WebhookSender, WeComSender
from storewalk.notifications.settled import Settled
from storewalk.ordering.history import DemandHistory
from storewalk.ordering.jump_finder import JumpFinder
from storewalk.ordering.planner import Planner
from storewalk.photos.darkroom import Darkroom
from storewalk.photos.face_veil import FaceVeil
from storewalk.photos.surveyor import Surveyor
from storewalk.shelves.detector import Detector
from storewalk.shelves.photo_shelves import PhotoShelves

# A job whose worker has given no sign of life for this long is taken over: after a kill, the wait of a person who
# watches a photo. Twice at once would do no harm, so a busy machine need not be given more.
ABANDONED: Final = timedelta(seconds=10)
RECONNECT_S: Final = 1.0
log = structlog.get_logger()


def resources(settings: Settings) -> dict[type, Factory]:
    """Return what jobs may use beyond the platform; each is loaded at its first use, the model at its first photo."""
    push = {
        "private_key": settings.vapid_private_key,
        "contact": settings.vapid_subject,
        "allow_private": settings.allow_private_push,
    }
    wecom = {"origin": settings.wecom_origin, "public_origin": settings.public_origin}
    webhook = {"origin": settings.public_origin, "allow_private": settings.allow_private_push}
    return {
        PushSender: Factory("storewalk.notifications.web_push.WebPushSender", push),
        WeComSender: Factory("storewalk.notifications.wecom.WeComApiSender", wecom),
        WebhookSender: Factory("storewalk.notifications.webhook.SignedWebhookSender", webhook),
        MailSender: Factory("storewalk.notifications.smtp_mail.SmtpMailSender", {"settings": settings}),
        Settled: Factory("storewalk.reactions.settled.TasksDone", {}),
        Detector: _detector(settings),
        PhotoShelves: Factory("storewalk.inspections.photo_shelves.VisitedShelves", {}),
        Darkroom: Factory("storewalk.photos.pillow_darkroom.PillowDarkroom", {"threads": 2}),
        Surveyor: Factory("storewalk.stores.surveyor.StoreSurveyor", {}),
        DemandHistory: Factory("storewalk.ordering.dense_history.DenseHistory", {"settings": settings}),
        Planner: Factory("storewalk.ordering.planning.block_planner.BlockPlanner", {"settings": settings}),
        JumpFinder: Factory("storewalk.ordering.planning.spread_jumps.SpreadJumps", {"settings": settings}),
        Batch: _batch(settings),
        FaceVeil: Factory("storewalk.photos.onnx_face_veil.OnnxFaceVeil", {"model": settings.face_model}),
    }


def _batch(settings: Settings) -> Factory:
    """Return where a night's processes come from: a Ray cluster if there is one, else this machine."""
    if settings.ray_address is not None:
        return Factory("storewalk.core.ray_batch.RayBatch", {"address": settings.ray_address})
    return Factory("storewalk.core.local_batch.LocalBatch", {"processes": settings.batch_processes})


def _detector(settings: Settings) -> Factory:
    """Return what reads shelf photos: the cluster if there is one, else this process."""
    model = {"model": settings.model, "backend": settings.model_backend}
    if settings.ray_address is not None:
        return Factory("storewalk.shelves.cluster_detector.on_ray", {"address": settings.ray_address, **model})
    return Factory("storewalk.shelves.onnx_detector.OnnxDetector", model)


async def work(platform: Platform) -> None:
    """Run jobs until INT or TERM, also across restarts of PostgreSQL; the job in hand is finished first."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(name, stopping.set)
    try:
        while not stopping.is_set():
            try:
                await _work_connected(platform, stopping)
            except LOST_CONNECTION as error:
                log.warning("worker.reconnecting", error=repr(error))
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), RECONNECT_S)
    finally:
        await platform.close()


async def _work_connected(platform: Platform, stopping: asyncio.Event) -> None:
    """Run jobs until `stopping` or until the queue's connection ends. Raises what the driver raises then."""
    connection = await platform.database.connect()
    queuer = queue(connection, platform, JOBS, SUBSCRIBERS, SCHEDULES)

    def ended(_connection: object) -> None:
        queuer.shutdown.set()  # idle, the queue would not look at its connection for a while

    connection.add_termination_listener(ended)
    passing_on = asyncio.create_task(_set_after(stopping, queuer.shutdown))
    try:
        await queuer.run(max_concurrent_tasks=20, heartbeat_timeout=ABANDONED, dequeue_timeout=ABANDONED)
    finally:
        passing_on.cancel()
        connection.terminate()


async def _set_after(first: asyncio.Event, then: asyncio.Event) -> None:
    await first.wait()
    then.set()


def run(settings: Settings) -> None:
    """Do background work until stopped."""
    logs.configure(settings.log_level)
    tracing.start(settings.otlp_endpoint, "worker")
    uvloop.run(work(build_platform(settings, catalog=read_catalog(), resources=resources(settings))))
