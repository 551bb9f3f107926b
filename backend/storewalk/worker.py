"""The process that does background work: jobs, deliveries of events, schedules, the detector."""

import asyncio
import signal
from typing import Any

import uvloop

from storewalk.asgi import build_platform
from storewalk.core import logs
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.runner import queue
from storewalk.core.settings import Settings
from storewalk.metadata import JOBS, SCHEDULES, SUBSCRIBERS
from storewalk.notifications.push import PushSender
from storewalk.notifications.web_push import WebPushSender
from storewalk.photos.darkroom import Darkroom
from storewalk.photos.pillow_darkroom import PillowDarkroom
from storewalk.shelves.detector import Detector
from storewalk.shelves.onnx_detector import OnnxDetector


def resources(settings: Settings) -> dict[type, Any]:
    """Return what jobs may use beyond the platform; the model is loaded at its first photo."""
    push = WebPushSender(settings.vapid_private_key, settings.vapid_subject, allow_private=settings.allow_private_push)
    return {PushSender: push, Detector: OnnxDetector(settings.model), Darkroom: PillowDarkroom(threads=2)}


async def work(platform: Platform) -> None:
    """Run jobs until INT or TERM; the job in hand is finished first."""
    connection = await platform.database.connect()
    queuer = queue(connection, platform, JOBS, SUBSCRIBERS, SCHEDULES)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(name, queuer.shutdown.set)
    try:
        await queuer.run(max_concurrent_tasks=20)
    finally:
        await connection.close()
        await platform.close()


def run(settings: Settings) -> None:
    """Do background work until stopped."""
    logs.configure(settings.log_level)
    uvloop.run(work(build_platform(settings, catalog=read_catalog(), resources=resources(settings))))
