"""What head office sees of what was sent."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Tell, channels, subscribe
from tests.notifications.push_service import PushService
from tests.notifications.receiver import Receiver


async def test_the_log_shows_everybodys_messages_by_channel_state_person_and_time(
    org: Org, client: LogIn, push: PushService, hook: Receiver, *, tell: Tell, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    await channels(admin, "webpush", "webhook", webhook=hook.url)
    await subscribe(await client("manager"), push)
    push.answers = [(400, {})]
    await tell("manager", "clerk")
    await run_jobs()
    assert [(i["accountName"].split("-")[0], i["channel"], i["state"]) for i in await lines(admin)] == [
        ("manager", "webhook", "delivered"),
        ("clerk", "webhook", "delivered"),
        ("manager", "webpush", "failed"),
    ]
    assert [i["deviceName"] for i in await lines(admin, channel="webpush")] == ["手机"]
    assert [i["statusCode"] for i in await lines(admin, status="failed")] == [400]
    assert len(await lines(admin, person=str(org.accounts["clerk"]))) == 1
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert (await lines(admin, since=tomorrow), len(await lines(admin, until=tomorrow))) == ([], 3)
    first = (await admin.get("/api/deliveries", limit=2)).json()
    rest = (await admin.get("/api/deliveries", limit=2, cursor=first["next"])).json()
    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (2, 1, None)


async def test_the_figures_count_what_arrived_and_what_did_not(
    client: LogIn, push: PushService, hook: Receiver, tell: Tell, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    await channels(admin, "webpush", "webhook", webhook=hook.url)
    await subscribe(await client("manager"), push)
    await tell("manager", "clerk")
    await run_jobs()
    figures = (await admin.get("/api/deliveries/figures")).json()
    nothing = {"sent": 0, "delivered": 0, "failed": 0, "suppressed": 0, "queued": 0}
    assert figures == {
        "days": 7,
        "channels": [
            {**nothing, "channel": "wecom"},
            {**nothing, "channel": "webpush", "sent": 1},
            {**nothing, "channel": "webhook", "sent": 1, "delivered": 1},
        ],
    }


async def test_one_organization_sees_nothing_of_another_and_a_manager_nothing_at_all(
    client: LogIn, push: PushService, tell: Tell
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    assert (await manager.get("/api/deliveries")).status_code == 403
    assert (await manager.get("/api/channels")).status_code == 403


async def test_a_test_to_ones_own_phone_arrives_also_at_night_and_to_nobody_elses(
    client: LogIn, push: PushService, run_jobs: JobRunner
) -> None:
    quiet = {"begins": "00:00", "ends": "23:59", "zone": "Asia/Shanghai"}
    await channels(await client("admin"), "webpush", quiet=quiet)
    manager = await client("manager")
    browser = await subscribe(manager, push)
    [device] = (await manager.get("/api/push/subscriptions")).json()["items"]
    path = f"/api/push/subscriptions/{device['id']}/test"
    assert (await (await client("clerk")).post(path)).status_code == 404
    assert (await manager.post(path)).status_code == 200
    await run_jobs()
    assert browser.read(push.received[0])["title"] == "测试消息"


async def lines(admin: Client, **wanted: str) -> list[dict[str, Any]]:
    return (await admin.get("/api/deliveries", **wanted)).json()["items"]
