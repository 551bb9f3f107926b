"""What piles up while nobody can send, or while people sleep, does not come down on anybody at once."""

from datetime import timedelta

from storewalk.tasks.api import open_task
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import finding
from tests.notifications.conftest import Later, Tell, channels, in_wecom, log, subscribe
from tests.notifications.push_service import PushService
from tests.notifications.wecom_server import WeCom

YESTERDAY = timedelta(hours=20)
ACCEPT = "UPDATE task SET status = 'accepted', answered_at = $3, accepted_at = $3 WHERE org_id = $1 AND id = $2"
REASONS = "SELECT reason, count(*) FROM delivery WHERE org_id = $1 GROUP BY reason ORDER BY reason NULLS FIRST"


async def reasons(org: Org, app_tx: AppTx) -> dict[str | None, int]:
    async with app_tx(org) as tx:
        return {row[0]: row[1] for row in await tx.fetch(REASONS, org.id)}


async def test_after_a_day_without_a_worker_a_person_gets_one_summary_of_what_is_urgent_and_the_rest_is_in_the_inbox(
    org: Org, client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, later: Later, app_tx: AppTx
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    for number in range(8):
        await tell("manager", text=f"急{number}", urgent=True, link=f"/tasks/{number}", caused=YESTERDAY)
        await run_jobs()
    for _ in range(5):
        await tell("manager", caused=YESTERDAY)
    await later(minutes=2)
    await run_jobs()
    [received] = push.received
    message = browser.read(received)
    assert (message["title"], message["body"], message["link"]) == ("您有 8 条新消息，含紧急", "急7（标题）", "/inbox")
    assert message["badge"] == 13
    assert await reasons(org, app_tx) == {None: 1, "bundled": 7, "stale": 5}
    await later(hours=5)
    await run_jobs()
    assert len(push.received) == 1


async def test_what_was_queued_before_the_worker_went_down_is_one_summary_too(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    await subscribe(await client("manager"), push)
    for _ in range(4):
        await tell("manager", urgent=True)
    await later(hours=20)
    await run_jobs()
    assert len(push.received) == 1


async def test_after_more_than_a_day_not_even_what_was_urgent_is_news(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager", urgent=True)
    await later(hours=25)
    await run_jobs()
    assert (push.received, await log(await client("manager"))) == ([], [("webpush", "expired", 0, None)])


async def test_chases_that_a_worker_slept_through_end_in_one_summary_on_the_next_channel(
    org: Org, client: LogIn, push: PushService, wecom: WeCom, *, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    admin, manager = await client("admin"), await client("manager")
    await channels(admin, "wecom", "webpush")
    await in_wecom(admin, org.accounts["manager"], "LiMei")
    browser = await subscribe(manager, push)
    for number in range(4):
        await tell("manager", text=f"急{number}", urgent=True)
        await run_jobs()
    assert len(wecom.shown) == 4
    await later(hours=20)
    await run_jobs()
    await later(minutes=2)
    await run_jobs()
    assert (len(wecom.shown), len(push.received)) == (4, 1)
    assert browser.read(push.received[0])["title"] == "您有 4 条新消息，含紧急"


async def test_nobody_hears_of_a_task_that_was_accepted_while_the_worker_was_down(
    org: Org, client: LogIn, push: PushService, *, run_jobs: JobRunner, later: Later, app_tx: AppTx
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    async with app_tx(org) as tx:
        done = await open_task(tx, finding(org, tx, critical=True))
        standing = await open_task(tx, finding(org, tx, critical=True, fault_key="door"))
    await later(hours=1)
    async with app_tx(org) as tx:
        await tx.raw.execute(ACCEPT, org.id, done, tx.now)
    await run_jobs()
    await later(minutes=2)
    await run_jobs()
    assert [browser.read(received)["link"] for received in push.received] == [f"/tasks/{standing}"]
    assert sorted(line[1] for line in await log(manager)) == ["sent", "suppressed"]


async def test_messages_of_one_moment_are_shown_one_by_one_up_to_three_and_as_one_beyond(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    await subscribe(manager, push, path="/manager")
    await subscribe(clerk, push, path="/clerk")
    for _ in range(3):
        await tell("manager", "clerk")
    await tell("clerk")
    await run_jobs()
    assert sorted(received.path for received in push.received) == ["/clerk", "/manager", "/manager", "/manager"]


async def test_after_a_burst_the_rest_waits_and_comes_as_one(
    client: LogIn, push: PushService, tell: Tell, run_jobs: JobRunner, later: Later
) -> None:
    await subscribe(await client("manager"), push)
    for _ in range(10):
        await tell("manager")
        await run_jobs()
    assert len(push.received) == 6
    await later(minutes=11)
    await run_jobs()
    assert len(push.received) == 7


async def test_a_message_that_was_read_before_it_could_be_sent_is_not_sent(
    org: Org, client: LogIn, push: PushService, *, tell: Tell, run_jobs: JobRunner, app_tx: AppTx
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    await manager.post("/api/notifications/read-all")
    await run_jobs()
    assert (push.received, await reasons(org, app_tx)) == ([], {"read": 1})
