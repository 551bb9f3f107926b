"""A push service that is down, hangs, is killed in the middle or asks for time: nothing is lost, nothing doubled."""

import asyncio
from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.notifications.jobs import send_delivery
from storewalk.notifications.senders import PushSender
from storewalk.notifications.web_push import WebPushSender
from storewalk.notifications.work import SendDelivery
from tests.conftest import VAPID_KEY
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Later, Tell, log, subscribe
from tests.notifications.push_service import PushService


@pytest.fixture(autouse=True)
async def impatient(platform: Platform) -> AsyncGenerator[None]:
    """A sender that waits for no answer longer than half a second."""
    kept = platform.resources.data[PushSender]
    platform.resources[PushSender] = WebPushSender(VAPID_KEY, "mailto:a@b.cn", allow_private=True, timeout_s=0.5)
    yield
    platform.resources[PushSender] = kept


async def test_a_push_service_that_is_down_for_an_hour_gets_everything_in_one_summary_when_it_is_back(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    await push.server.stop()
    for text in ("一", "二", "三"):
        await tell("manager", text=text)
        await run_jobs()
    for minutes in (1, 3, 9):
        await later(minutes=minutes)
        await run_jobs()
    assert {line[1] for line in await log(manager)} <= {"queued", "suppressed"}
    await push.server.start()
    await later(minutes=33)
    await run_jobs()
    assert [browser.read(received)["title"] for received in push.received] == ["您有 3 条新消息"]
    assert sorted(line[1] for line in await log(manager)) == ["sent", "suppressed", "suppressed"]


async def test_a_push_service_that_hangs_holds_up_nobody_else_and_is_tried_again(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    push.hanging = True
    await tell("manager")
    await run_jobs()
    [line] = (await manager.get("/api/push/deliveries")).json()["items"]
    assert (line["state"], line["attempts"], line["error"]) == ("queued", 1, "no answer in time")
    push.hanging = False
    await later(seconds=31)
    await run_jobs()
    assert await log(manager) == [("webpush", "sent", 2, 201)]


async def test_a_push_service_that_is_killed_with_a_message_in_hand_gets_it_again_under_the_same_topic(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    push.hanging = True
    await tell("manager")
    running = asyncio.create_task(run_jobs())
    while not push.received:
        await asyncio.sleep(0.01)
    await push.server.stop()
    await running
    push.hanging = False
    await push.server.start()
    await later(seconds=31)
    await run_jobs()
    first, second = push.received
    assert first.headers["topic"] == second.headers["topic"]
    assert await log(manager) == [("webpush", "sent", 2, 201)]


@pytest.mark.parametrize("urgent", [False, True])
async def test_who_asks_for_time_is_given_it_also_for_what_comes_after(
    client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, later: Later, urgent: bool
) -> None:  # fmt: skip
    manager = await client("manager")
    await subscribe(manager, push)
    push.answers = [(429, {"Retry-After": "300"})]
    await tell("manager", text="一")
    await run_jobs()
    await tell("manager", text="二", urgent=urgent)
    await run_jobs()
    await later(seconds=290)
    await run_jobs()
    assert len(push.received) == 1
    await later(seconds=11)
    await run_jobs()
    assert {line[1] for line in await log(manager)} <= {"sent", "suppressed"}
    assert len(push.received) in {2, 3}


async def test_two_workers_at_once_send_a_message_once(
    org: Org, client: LogIn, push: PushService, *, tell: Tell, platform: Platform
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    [line] = (await manager.get("/api/push/deliveries")).json()["items"]
    job = SendDelivery(delivery_id=UUID(line["id"]))
    await asyncio.gather(*(send_delivery(JobContext(platform, org.id), job) for _ in range(4)))
    assert (len(push.received), await log(manager)) == (1, [("webpush", "sent", 1, 201)])


async def test_a_worker_that_is_killed_while_sending_leaves_a_lease_after_which_another_sends(
    org: Org, client: LogIn, push: PushService, *, tell: Tell, platform: Platform, later: Later, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    push.hanging = True
    await tell("manager")
    [line] = (await manager.get("/api/push/deliveries")).json()["items"]
    job = SendDelivery(delivery_id=UUID(line["id"]))
    doomed = asyncio.create_task(send_delivery(JobContext(platform, org.id), job))
    while not push.received:
        await asyncio.sleep(0.01)
    doomed.cancel()
    await asyncio.gather(doomed, return_exceptions=True)
    push.hanging = False
    await run_jobs()
    assert len(push.received) == 1
    await later(seconds=46)
    await run_jobs()
    assert (len(push.received), await log(manager)) == (2, [("webpush", "sent", 1, 201)])
