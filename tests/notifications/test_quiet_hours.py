"""What reaches people at night, and what waits for the morning."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from storewalk.core.platform import Platform
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.notifications.conftest import Later, Tell, channels, log, subscribe
from tests.notifications.push_service import PushService

ZONE = "Asia/Shanghai"


def from_now(platform: Platform, begins: float, ends: float) -> dict[str, str]:
    """Return quiet hours from so many hours after now to so many, by the clock in Shanghai."""
    now = platform.clock.now().astimezone(ZoneInfo(ZONE))
    return {
        "begins": f"{now + timedelta(hours=begins):%H:%M}",
        "ends": f"{now + timedelta(hours=ends):%H:%M}",
        "zone": ZONE,
    }


async def test_the_night_keeps_what_is_not_urgent_and_the_morning_brings_it_as_one(
    client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, later: Later, platform: Platform
) -> None:
    await channels(await client("admin"), "webpush", quiet=from_now(platform, -2, 6))
    manager = await client("manager")
    browser = await subscribe(manager, push)
    for text in ("一", "二"):
        await tell("manager", text=text)
        await run_jobs()
    await tell("manager", text="急", urgent=True)
    await run_jobs()
    assert [browser.read(received)["title"] for received in push.received] == ["急（标题）"]
    await later(hours=5)
    await run_jobs()
    assert len(push.received) == 1
    await later(hours=1, minutes=1)
    await run_jobs()
    assert [browser.read(received)["title"] for received in push.received] == ["急（标题）", "您有 2 条新消息"]


async def test_what_was_read_in_the_night_does_not_come_in_the_morning(
    client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, later: Later, platform: Platform
) -> None:
    await channels(await client("admin"), "webpush", quiet=from_now(platform, -1, 2))
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    await run_jobs()
    await manager.post("/api/notifications/read-all")
    await later(hours=3)
    await run_jobs()
    assert push.received == []


async def test_an_organization_may_let_even_the_urgent_wait(
    client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, later: Later, platform: Platform
) -> None:
    admin = await client("admin")
    await channels(admin, "webpush", quiet=from_now(platform, -1, 2), urgentBreaksQuiet=False)
    await subscribe(await client("manager"), push)
    await tell("manager", urgent=True)
    await run_jobs()
    assert push.received == []
    await later(hours=2, minutes=1)
    await run_jobs()
    assert len(push.received) == 1


async def test_a_persons_own_hours_count_instead_of_the_organizations_also_none_at_all(
    client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, platform: Platform
) -> None:
    await channels(await client("admin"), "webpush", quiet=from_now(platform, -1, 2))
    manager, clerk = await client("manager"), await client("clerk")
    await subscribe(manager, push, path="/manager")
    await subscribe(clerk, push, path="/clerk")
    told = (await manager.put("/api/me/quiet-hours", {"own": True})).json()
    assert (told["own"], told["quiet"]) == (True, None)
    assert (
        await clerk.put("/api/me/quiet-hours", {"own": True, "quiet": from_now(platform, -1, 1)})
    ).status_code == 200
    await tell("manager", "clerk")
    await run_jobs()
    assert [received.path for received in push.received] == ["/manager"]
    assert await log(clerk) == [("webpush", "queued", 0, None)]
    back = (await clerk.put("/api/me/quiet-hours", {"own": False})).json()
    assert (back["own"], back["quiet"], back["organization"]["zone"]) == (False, None, ZONE)


async def test_an_unknown_zone_is_refused_by_field(client: LogIn) -> None:
    form = {"own": True, "quiet": {"begins": "22:00", "ends": "07:00", "zone": "Asia/Nowhere"}}
    refused = await (await client("clerk")).put("/api/me/quiet-hours", form)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "quiet.zone")
