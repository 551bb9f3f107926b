"""From a fact to a browser, and what the log says of it."""

from datetime import timedelta
from uuid import UUID

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.notifications.jobs import send_delivery
from storewalk.notifications.work import SendDelivery
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Later, Tell, subscribe
from tests.notifications.push_service import PushService

RETRIES = """
SELECT execute_after - now() AS wait, convert_from(payload, 'utf8') AS payload FROM pgqueuer
WHERE entrypoint = 'notifications.send' AND convert_from(payload, 'utf8') LIKE '%' || $1 || '%'"""

AUDITED = "SELECT changes::text AS changes FROM audit_entry WHERE kind = 'notifications.push_subscribed'"


async def log(client: Client) -> list[tuple[str, str, int, int | None]]:
    items = (await client.get("/api/push/deliveries")).json()["items"]
    return [(i["deviceName"], i["state"], i["attempts"], i["statusCode"]) for i in items]


async def test_a_push_arrives_in_the_readers_language_with_the_badge_and_is_logged(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    await tell("manager", text="先")
    await manager.put("/api/me/locale", {"locale": "en"})
    browser = await subscribe(manager, push)
    await tell("manager", urgent=True)
    await run_jobs()
    [received] = push.received
    message = browser.read(received)
    assert (len(message.pop("tag")), len(message.pop("word"))) == (22, 64)
    assert message.pop("notice") == (await manager.get("/api/notifications")).json()["items"][0]["id"]
    assert message == {"title": "饮料柜缺货 (title)", "body": "饮料柜缺货 (body)", "link": "/tasks/1", "badge": 2}
    assert (received.headers["urgency"], received.headers["ttl"]) == ("high", "14400")
    assert await log(manager) == [("手机", "sent", 1, 201)]


async def test_every_browser_of_a_person_gets_its_own_and_a_removed_one_gets_none(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    await subscribe(manager, push, "手机", "/phone")
    await subscribe(manager, push, "平板", "/tablet")
    form = await manager.post("/api/push/subscriptions", (await subscribe(manager, push, "旧", "/old")).form("旧"))
    gone = f"/api/push/subscriptions/{form.json()['id']}"
    assert (await (await client("clerk")).delete(gone)).status_code == 404
    assert (await manager.delete(gone)).status_code == 200
    assert (await manager.delete(gone)).status_code == 200
    await tell("manager")
    await run_jobs()
    assert sorted(received.path for received in push.received) == ["/phone", "/tablet"]


async def test_a_dead_subscription_is_marked_gone_and_the_inbox_has_the_entry_all_the_same(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    push.answers = [(410, {})]
    await tell("manager", text="一")
    await run_jobs()
    await tell("manager", text="二")
    await run_jobs()
    assert len(push.received) == 1
    assert await log(manager) == [("手机", "gone", 1, 410)]
    assert len((await manager.get("/api/notifications")).json()["items"]) == 2
    again = await manager.post("/api/push/subscriptions", browser.form("手机"))
    assert again.json()["state"] == "live"
    await tell("manager", text="三")
    await run_jobs()
    assert [browser.read(received)["title"] for received in push.received][1:] == ["三（标题）"]


async def test_a_busy_push_service_is_tried_again_when_it_asked_to_be(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, platform: Platform
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    push.answers = [(429, {"Retry-After": "300"})]
    await tell("manager")
    await run_jobs()
    assert await log(manager) == [("手机", "queued", 1, 429)]
    async with platform.session() as (_, raw):
        [job] = await raw.fetch(RETRIES, manager.me["organization"]["id"])
    assert timedelta(seconds=290) < job["wait"] <= timedelta(seconds=300)


async def test_after_seven_attempts_a_push_has_failed_and_its_subscription_lives(
    org: Org, client: LogIn, push: PushService, tell: Tell, *, platform: Platform, later: Later
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    push.answers = [(503, {})] * 9
    await tell("manager")
    [delivery] = (await manager.get("/api/push/deliveries")).json()["items"]
    for attempt in range(9):
        await send_delivery(JobContext(platform, org.id), SendDelivery(delivery_id=UUID(delivery["id"])))
        await later(seconds=30 * 4 ** min(attempt, 5))
    assert len(push.received) == 7
    assert await log(manager) == [("手机", "failed", 7, 503)]
    push.answers = []
    await tell("manager", text="下一条")
    newest = (await manager.get("/api/push/deliveries")).json()["items"][0]
    await send_delivery(JobContext(platform, org.id), SendDelivery(delivery_id=UUID(newest["id"])))
    assert (await log(manager))[0] == ("手机", "sent", 1, 201)


async def test_a_delivery_that_was_sent_is_not_sent_by_a_second_run(
    org: Org, client: LogIn, push: PushService, tell: Tell, platform: Platform
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    [delivery] = (await manager.get("/api/push/deliveries")).json()["items"]
    for _ in range(2):
        await send_delivery(JobContext(platform, org.id), SendDelivery(delivery_id=UUID(delivery["id"])))
    assert len(push.received) == 1


async def test_a_browser_follows_who_signed_in_last_and_shows_nobody_elses_messages(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    browser = await subscribe(manager, push)
    await tell("manager", text="给经理")
    await clerk.post("/api/push/subscriptions", browser.form("共用手机"))
    await tell("manager", text="还是给经理")
    await tell("clerk", text="给店员")
    await run_jobs()
    assert [browser.read(received)["title"] for received in push.received] == ["给店员（标题）"]
    assert await log(clerk) == [("共用手机", "sent", 1, 201)]
    assert await log(manager) == []


async def test_a_phone_that_is_logged_out_from_afar_gets_no_more_pushes(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    lost, kept = await client("manager"), await client("manager")
    await subscribe(lost, push, "丢失的手机", "/lost")
    await subscribe(kept, push, "新手机", "/kept")
    [other] = [s["id"] for s in (await kept.get("/api/sessions")).json()["items"] if not s["current"]]
    assert (await kept.delete(f"/api/sessions/{other}")).status_code == 200
    await run_jobs()
    await tell("manager")
    await run_jobs()
    assert [received.path for received in push.received] == ["/kept"]


async def test_somebody_who_left_gets_no_more_pushes(
    org: Org, client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    await subscribe(await client("clerk"), push)
    left = await (await client("admin")).post(f"/api/accounts/{org.accounts['clerk']}/deactivation")
    assert left.status_code == 200, left.text
    await run_jobs()
    await tell("clerk")
    await run_jobs()
    assert push.received == []


async def test_bad_addresses_and_keys_are_refused_by_field(client: LogIn, push: PushService) -> None:
    manager = await client("manager")
    good = (await subscribe(manager, push)).form("手机")
    bad = {
        "endpoint": {**good, "endpoint": "ftp://push.example/x"},
        "keys": {**good, "keys": {**good["keys"], "p256dh": "A" * 87}},
    }
    for field, form in bad.items():
        refused = await manager.post("/api/push/subscriptions", form)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)


async def test_a_subscriptions_address_and_keys_stay_out_of_the_audit_log_and_of_every_answer(
    org: Org, client: LogIn, push: PushService, app_tx: AppTx
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    answer = await manager.post("/api/push/subscriptions", browser.form("手机"))
    assert set(answer.json()) == {"id", "deviceName", "state"}
    async with app_tx(org) as tx:
        rows = await tx.fetch(
            "SELECT changes::text AS changes FROM audit_entry WHERE kind = 'notifications.push_subscribed'"
        )
    kept = " ".join(row["changes"] for row in rows)
    assert "device_name" in kept
    assert not any(secret in kept for secret in (browser.endpoint, browser.p256dh, browser.auth))
