"""From channel to channel, until somebody reads what is urgent."""

import asyncio

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.notifications.jobs import try_next_channel
from storewalk.notifications.models import Channel
from storewalk.notifications.work import TryNextChannel
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Later, Tell, channels, in_wecom, log, subscribe
from tests.notifications.push_service import PushService
from tests.notifications.receiver import Receiver
from tests.notifications.wecom_server import WeCom, said


async def manager_on_all(org: Org, client: LogIn, push: PushService, hook: Receiver) -> Client:
    """Return the manager, reached by WeCom, then by push, then by the receiver."""
    admin, manager = await client("admin"), await client("manager")
    await channels(admin, "wecom", "webpush", "webhook", webhook=hook.url)
    await in_wecom(admin, org.accounts["manager"], "LiMei")
    await subscribe(manager, push)
    return manager


async def test_an_urgent_message_nobody_reads_goes_on_from_channel_to_channel_once_each(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
    later: Later,
) -> None:  # fmt: skip
    manager = await manager_on_all(org, client, push, hook)
    await tell("manager", urgent=True)
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 0, 0)
    await later(minutes=9)
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 0, 0)
    await later(minutes=2)
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 1, 0)
    for _ in range(3):
        await later(minutes=11)
        await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 1, 1)
    assert await log(manager) == [
        ("webhook", "delivered", 1, 204),
        ("webpush", "sent", 1, 201),
        ("wecom", "sent", 1, 0),
    ]


async def test_reading_it_anywhere_ends_the_chase(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
    later: Later,
) -> None:  # fmt: skip
    manager = await manager_on_all(org, client, push, hook)
    await tell("manager", urgent=True)
    await run_jobs()
    [entry] = (await manager.get("/api/notifications")).json()["items"]
    await manager.post(f"/api/notifications/{entry['id']}/read")
    await later(minutes=11)
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 0, 0)


async def test_what_is_not_urgent_stays_on_the_first_channel(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
    later: Later,
) -> None:  # fmt: skip
    await manager_on_all(org, client, push, hook)
    await tell("manager")
    await run_jobs()
    await later(minutes=60)
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 0, 0)


async def test_a_channel_that_refuses_hands_over_at_once_also_what_is_not_urgent(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
) -> None:  # fmt: skip
    manager = await manager_on_all(org, client, push, hook)
    wecom.people = set()
    push.answers = [(410, {})]
    await tell("manager")
    await run_jobs()
    assert await log(manager) == [
        ("webhook", "delivered", 1, 204), ("webpush", "gone", 1, 410), ("wecom", "gone", 1, 81013),
    ]  # fmt: skip


async def test_while_a_channel_is_down_an_urgent_message_does_not_wait_for_it(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
    later: Later,
) -> None:  # fmt: skip
    manager = await manager_on_all(org, client, push, hook)
    wecom.answers = [said(-1, "system busy")] * 20
    await tell("manager", urgent=True)
    await run_jobs()
    await later(minutes=11)
    await run_jobs()
    assert (len(push.received), (await log(manager))[0][:2]) == (1, ("webpush", "sent"))


async def test_two_workers_at_once_take_one_step(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, hook: Receiver, *, tell: Tell, run_jobs: JobRunner,
    later: Later, platform: Platform,
) -> None:  # fmt: skip
    manager = await manager_on_all(org, client, push, hook)
    await tell("manager", urgent=True)
    await run_jobs()
    [line] = (await manager.get("/api/push/deliveries")).json()["items"]
    await later(minutes=11)
    job = TryNextChannel(notification_id=line["notificationId"], after=Channel.WECOM)
    await asyncio.gather(*(try_next_channel(JobContext(platform, org.id), job) for _ in range(3)))
    await run_jobs()
    assert (len(wecom.shown), len(push.received), len(hook.taken)) == (1, 1, 0)


async def test_a_person_without_any_channel_has_the_inbox(
    client: LogIn, wecom: WeCom, tell: Tell, run_jobs: JobRunner
) -> None:
    await channels(await client("admin"), "wecom")
    manager = await client("manager")
    await tell("manager", urgent=True)
    await run_jobs()
    assert (wecom.sends, await log(manager)) == ([], [])
    assert (await manager.get("/api/notifications/unread")).json() == {"count": 1}
