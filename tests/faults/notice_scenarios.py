"""One real use of every command about messages, their channels, and jobs, as `scenarios` has them for the others."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid4

from storewalk.photos.service import VerifyPhoto
from tests.faults.scenarios import Scenarios
from tests.faults.stage import Request, Stage
from tests.notifications.push_service import Browser

NOTICE_SCENARIOS: Final = Scenarios()
FAIL: Final = "UPDATE delivery SET state = 'failed', finished_at = $3 WHERE org_id = $1 AND id = $2"
WECOM: Final = {"corpId": "ww1", "agentId": 1, "secret": "kept safe"}
WEBHOOK: Final = {"secret": "whsec_" + "A" * 24}

NOTICE_SCENARIOS.simply(
    "subscribeToPush",
    "manager",
    "/api/push/subscriptions",
    lambda s: Browser(f"https://push.invalid/{s.number}").form("手机"),
)


@NOTICE_SCENARIOS.of("setUpWecom")
async def _(stage: Stage) -> Request:
    return await _set_again(stage, "wecom", {**WECOM, "agentId": stage.number + 1})


@NOTICE_SCENARIOS.of("setUpWebhook")
async def _(stage: Stage) -> Request:
    return await _set_again(stage, "webhook", {**WEBHOOK, "url": f"https://push.invalid/{stage.number}"})


@NOTICE_SCENARIOS.of("setDeliveryRules")
async def _(stage: Stage) -> Request:
    form = {"channels": ["webpush"], "nextAfterMinutes": stage.number, "urgentBreaksQuiet": True}
    return await _set_again(stage, "rules", form)


@NOTICE_SCENARIOS.of("testChannel")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/channels/webhook", {**WEBHOOK, "url": "https://push.invalid/x", "ifVersion": 0})
    return Request(admin, "POST", "/api/channels/test", {"channel": "webhook"})


@NOTICE_SCENARIOS.of("setOwnQuietHours")
async def _(stage: Stage) -> Request:
    clerk = await stage.client("clerk")
    await clerk.put("/api/me/quiet-hours", {"own": False})
    quiet = {"begins": f"2{stage.number}:00", "ends": "07:00", "zone": "Asia/Shanghai"}
    return Request(clerk, "PUT", "/api/me/quiet-hours", {"own": True, "quiet": quiet})


@NOTICE_SCENARIOS.of("testPush")
async def _(stage: Stage) -> Request:
    form = Browser(f"https://push.invalid/test/{stage.number}").form("手机")
    browser = await stage.post("manager", "/api/push/subscriptions", form)
    return Request(await stage.client("manager"), "POST", f"/api/push/subscriptions/{browser['id']}/test")


@NOTICE_SCENARIOS.of("resendDelivery")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/channels/webhook", {**WEBHOOK, "url": "https://push.invalid/x", "ifVersion": 0})
    line = (await admin.post("/api/channels/test", {"channel": "webhook"})).json()["id"]
    async with stage.app_tx(stage.org) as tx:
        await tx.raw.execute(FAIL, stage.org.id, UUID(line), tx.now)
    return Request(admin, "POST", f"/api/deliveries/{line}/resend")


@NOTICE_SCENARIOS.of("readNotification")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("manager"), "POST", f"/api/notifications/{await stage.told()}/read")


@NOTICE_SCENARIOS.of("readAllNotifications")
async def _(stage: Stage) -> Request:
    await stage.told()
    return Request(await stage.client("manager"), "POST", "/api/notifications/read-all")


@NOTICE_SCENARIOS.of("unsubscribeFromPush")
async def _(stage: Stage) -> Request:
    form = Browser(f"https://push.invalid/{stage.number}").form("手机")
    made = await stage.post("manager", "/api/push/subscriptions", form)
    return Request(await stage.client("manager"), "DELETE", f"/api/push/subscriptions/{made['id']}")


@NOTICE_SCENARIOS.of("retryJob")
async def _(stage: Stage) -> Request:
    async with stage.app_tx(stage.org) as tx:
        await tx.enqueue(VerifyPhoto(photo_id=uuid4()))
    async with stage.app_tx(stage.org) as tx:
        job_id = await tx.raw.fetchval(
            "UPDATE pgqueuer SET status = 'failed' WHERE headers ->> 'org' = $1 AND status = 'queued'"
            " AND entrypoint = 'photos.verify' RETURNING id",
            str(stage.org.id),
        )
    return Request(await stage.client("admin"), "POST", f"/api/jobs/{job_id}/retry")


async def _set_again(stage: Stage, what: str, form: Mapping[str, object]) -> Request:
    """Change what was set before, so that each time changes as much."""
    admin, path = await stage.client("admin"), f"/api/channels/{what}"
    await admin.put(path, {**form, "ifVersion": 0})
    changed = {n: 60 + stage.number if n in {"agentId", "nextAfterMinutes"} else value for n, value in form.items()}
    return Request(admin, "PUT", path, {**changed, "ifVersion": stage.number})
