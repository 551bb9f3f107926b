"""One real use of every command, by operation id: what has to be there before, and the command itself."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from storewalk.core.ids import new_id
from storewalk.photos.service import VerifyPhoto
from tests.factories.inspections import checkpoint, photo, photo_verified, shelf_seen, template
from tests.factories.photos import jpeg, registration
from tests.factories.tasks import by_hand
from tests.faults.stage import Request, Stage
from tests.notifications.push_service import Browser

Scenario = Callable[[Stage], Awaitable[Request]]
SCENARIOS: Final[dict[str, Scenario]] = {}
FAIL: Final = "UPDATE delivery SET state = 'failed', finished_at = $3 WHERE org_id = $1 AND id = $2"
CREDIT_CODES: Final = ("91330100799655058B", "914403001922038216")
STORES_CSV: Final = """门店编码,门店名称,区域,法人主体,状态,时区,纬度,经度,坐标系,营业时间,营业日切点
{code},外滩店,B 区,,筹备,,,,,,
"""
PRODUCTS_CSV: Final = """Product code,Chinese name,English name,Category,Unit,Packs,Barcodes,Price,Status
{code},水,,D,瓶,,,2,
"""


def of(operation_id: str) -> Callable[[Scenario], Scenario]:
    """Register the scenario of an operation."""

    def register(scenario: Scenario) -> Scenario:
        SCENARIOS[operation_id] = scenario
        return scenario

    return register


def simply(
    operation_id: str, role: str, path: str, body: Callable[[Stage], object] = lambda _: None, *, method: str = "POST"
) -> None:
    """Register a command that needs nothing before."""

    async def scenario(stage: Stage) -> Request:
        return Request(await stage.client(role), method, path, body(stage))

    SCENARIOS[operation_id] = scenario


def _words(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


simply("openAccount", "admin", "/api/accounts", lambda s: s.person())
simply("setLocale", "clerk", "/api/me/locale", lambda s: {"locale": ("zh", "en")[s.number % 2]}, method="PUT")
simply("issueToken", "admin", "/api/tokens", lambda s: {"name": f"POS {s.number}", "scopes": ["stores.read"]})
simply("addRegion", "admin", "/api/regions", lambda s: {"name": f"新区 {s.number}"})
simply("addStore", "admin", "/api/stores", lambda s: s.store_form())
simply("addCategory", "buyer", "/api/categories", lambda s: {"code": f"K{s.number}", "name": _words("水果")})
simply("addUnit", "buyer", "/api/units", lambda s: {"code": f"袋{s.number}", "name": _words("袋")})
simply(
    "addLegalEntity",
    "admin",
    "/api/legal-entities",
    lambda s: {"kind": "branch", "name": f"分公司 {s.number}", "creditCode": CREDIT_CODES[s.number % 2]},
)
simply("importStores", "admin", "/api/imports/stores", lambda s: {"csv": STORES_CSV.format(code=f"I{s.number}")})
simply("publishTemplate", "regional", "/api/inspection-templates", lambda _: template([checkpoint("floor")]))
simply(
    "subscribeToPush",
    "manager",
    "/api/push/subscriptions",
    lambda s: Browser(f"https://push.invalid/{s.number}").form("手机"),
)
simply("openTasks", "inspector", "/api/tasks", lambda s: by_hand(s.org, photos=[photo()]))
simply("requestLabels", "admin", "/api/label-exports", lambda s: {"id": str(UUID(int=s.number))})
simply("registerPhoto", "inspector", "/api/photos", lambda s: registration(jpeg(s.number), s.org.places["A1"]))


WECOM: Final = {"corpId": "ww1", "agentId": 1, "secret": "kept safe"}
WEBHOOK: Final = {"secret": "whsec_" + "A" * 24}


@of("setUpWecom")
async def _(stage: Stage) -> Request:
    return await _set_again(stage, "wecom", {**WECOM, "agentId": stage.number + 1})


@of("setUpWebhook")
async def _(stage: Stage) -> Request:
    return await _set_again(stage, "webhook", {**WEBHOOK, "url": f"https://push.invalid/{stage.number}"})


@of("setDeliveryRules")
async def _(stage: Stage) -> Request:
    form = {"channels": ["webpush"], "nextAfterMinutes": stage.number, "urgentBreaksQuiet": True}
    return await _set_again(stage, "rules", form)


async def _set_again(stage: Stage, what: str, form: Mapping[str, object]) -> Request:
    """Change what was set before, so that each time changes as much."""
    admin, path = await stage.client("admin"), f"/api/channels/{what}"
    await admin.put(path, {**form, "ifVersion": 0})
    changed = {n: 60 + stage.number if n in {"agentId", "nextAfterMinutes"} else value for n, value in form.items()}
    return Request(admin, "PUT", path, {**changed, "ifVersion": stage.number})


@of("testChannel")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/channels/webhook", {**WEBHOOK, "url": "https://push.invalid/x", "ifVersion": 0})
    return Request(admin, "POST", "/api/channels/test", {"channel": "webhook"})


@of("setOwnQuietHours")
async def _(stage: Stage) -> Request:
    clerk = await stage.client("clerk")
    await clerk.put("/api/me/quiet-hours", {"own": False})
    quiet = {"begins": f"2{stage.number}:00", "ends": "07:00", "zone": "Asia/Shanghai"}
    return Request(clerk, "PUT", "/api/me/quiet-hours", {"own": True, "quiet": quiet})


@of("setWecomUser")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    form = {"userId": f"U{stage.number}"}
    return Request(await stage.client("admin"), "PUT", f"/api/accounts/{opened['id']}/wecom-user", form)


@of("testPush")
async def _(stage: Stage) -> Request:
    form = Browser(f"https://push.invalid/test/{stage.number}").form("手机")
    browser = await stage.post("manager", "/api/push/subscriptions", form)
    return Request(await stage.client("manager"), "POST", f"/api/push/subscriptions/{browser['id']}/test")


@of("resendDelivery")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    await admin.put("/api/channels/webhook", {**WEBHOOK, "url": "https://push.invalid/x", "ifVersion": 0})
    line = (await admin.post("/api/channels/test", {"channel": "webhook"})).json()["id"]
    async with stage.app_tx(stage.org) as tx:
        await tx.raw.execute(FAIL, stage.org.id, UUID(line), tx.now)
    return Request(admin, "POST", f"/api/deliveries/{line}/resend")


@of("deactivateAccount")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    return Request(await stage.client("admin"), "POST", f"/api/accounts/{opened['id']}/deactivation")


@of("setGrants")
async def _(stage: Stage) -> Request:
    opened = await stage.account()
    grants = {"grants": [{"role": "inspector", "nodeId": str(stage.org.places["B"])}]}
    return Request(await stage.client("admin"), "PUT", f"/api/accounts/{opened['id']}/grants", grants)


@of("revokeSession")
async def _(stage: Stage) -> Request:
    hr = await stage.client("hr")
    await stage.log_in("hr")
    sessions = (await hr.get("/api/sessions")).json()["items"]
    other = next(session["id"] for session in sessions if not session["current"])
    return Request(hr, "DELETE", f"/api/sessions/{other}")


@of("revokeToken")
async def _(stage: Stage) -> Request:
    issued = await stage.post("admin", "/api/tokens", {"name": "POS", "scopes": ["stores.read"]})
    return Request(await stage.client("admin"), "DELETE", f"/api/tokens/{issued['id']}")


@of("changeLegalEntity")
async def _(stage: Stage) -> Request:
    form = {"kind": "branch", "name": f"分公司 {stage.number}", "creditCode": CREDIT_CODES[stage.number % 2]}
    entity = await stage.post("admin", "/api/legal-entities", form)
    changed = {**form, "name": f"改名 {stage.number}", "ifVersion": entity["version"]}
    return Request(await stage.client("admin"), "PUT", f"/api/legal-entities/{entity['id']}", changed)


@of("changeRegion")
async def _(stage: Stage) -> Request:
    region = await stage.post("admin", "/api/regions", {"name": f"新区 {stage.number}"})
    form = {"name": f"改名 {stage.number}", "parentId": str(stage.org.places["A"]), "ifVersion": region["version"]}
    return Request(await stage.client("admin"), "PUT", f"/api/regions/{region['id']}", form)


@of("changeStore")
async def _(stage: Stage) -> Request:
    store = await stage.store()
    form = stage.store_form(name="改名店", ifVersion=store["version"])
    return Request(await stage.client("admin"), "PUT", f"/api/stores/{store['id']}", form)


@of("addProduct")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "POST", "/api/products", await stage.product_form())


@of("changeProduct")
async def _(stage: Stage) -> Request:
    product = await stage.product()
    form = await stage.product_form(priceCents=360, ifVersion=product["version"])
    return Request(await stage.client("buyer"), "PUT", f"/api/products/{product['id']}", form)


@of("importProducts")
async def _(stage: Stage) -> Request:
    await stage.product_form()
    form = {"csv": PRODUCTS_CSV.format(code=f"I{stage.number}")}
    return Request(await stage.client("buyer"), "POST", "/api/imports/products", form)


@of("publishTemplateVersion")
async def _(stage: Stage) -> Request:
    made = await stage.post("regional", "/api/inspection-templates", template([checkpoint("floor")]))
    form = template([checkpoint("floor"), checkpoint("door")], ifVersion=made["version"])
    return Request(await stage.client("regional"), "POST", f"/api/inspection-templates/{made['id']}/versions", form)


@of("planVisit")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("regional"), "POST", "/api/inspection-plans", await stage.plan_form())


@of("startVisit")
async def _(stage: Stage) -> Request:
    template_id = (await stage.checklist())["id"]
    form = {"id": str(uuid4()), "storeId": str(stage.org.places["A1"]), "templateId": template_id}
    return Request(await stage.client("inspector"), "POST", "/api/inspections", form)


@of("startPlannedVisit")
async def _(stage: Stage) -> Request:
    planned = await stage.plan()
    return Request(await stage.client("inspector"), "POST", f"/api/inspections/{planned['id']}/start", {})


@of("cancelVisit")
async def _(stage: Stage) -> Request:
    visit = await stage.visit()
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/cancellation", {"reason": "停电"})


@of("answerCheckpoint")
async def _(stage: Stage) -> Request:
    visit = await stage.visit()
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['shelf']}"
    return Request(visit.client, "PUT", path, {"photos": [photo()]})


@of("submitVisit")
async def _(stage: Stage) -> Request:
    visit = await stage.visit(answered=True)
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/submission", {"answers": 2})


@of("decideAnswer")
async def _(stage: Stage) -> Request:
    visit = await stage.visit(answered=True, submitted=True)
    path = f"/api/inspections/{visit.id}/answers/{visit.checkpoints['shelf']}/decision"
    return Request(visit.client, "POST", path, {"outcome": "fail"})


@of("completePhoto")
async def _(stage: Stage) -> Request:
    data = jpeg(stage.number)
    made = await stage.post("inspector", "/api/photos", registration(data, stage.org.places["A1"]))
    return Request(await stage.client("inspector"), "POST", f"/api/photos/{made['id']}/complete", {})


@of("sharePhoto")
async def _(stage: Stage) -> Request:
    made = await stage.post("inspector", "/api/photos", registration(jpeg(stage.number), stage.org.places["A1"]))
    async with stage.app_tx(stage.org) as tx:
        await photo_verified(tx, made["id"])
    return Request(await stage.client("regional"), "POST", f"/api/photos/{made['id']}/shares", {"id": str(new_id())})


@of("setPhotoRetention")
async def _(stage: Stage) -> Request:
    admin = await stage.client("admin")
    form = {"evidenceDays": 400 + stage.number, "shelfDays": 200, "quarantineDays": 30}
    await admin.put("/api/photo-retention", {**form, "shelfDays": 100, "ifVersion": 0})
    version = (await admin.get("/api/photo-retention")).json()["version"]
    return Request(admin, "PUT", "/api/photo-retention", {**form, "ifVersion": version})


@of("correctBoxes")
async def _(stage: Stage) -> Request:
    data, store = jpeg(stage.number), stage.org.places["A1"]
    made = await stage.post("inspector", "/api/photos", registration(data, store, purpose="shelf"))
    async with stage.app_tx(stage.org) as tx:
        await shelf_seen(tx, str(store), made["id"], facings=8)
    gap = {"label": "gap", "x0": 0.1, "y0": 0.1, "x1": 0.2, "y1": 0.3}
    form = {"boxes": [gap], "ifVersion": 0}
    return Request(await stage.client("inspector"), "PUT", f"/api/photos/{made['id']}/boxes", form)


@of("respondToTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/response", stage.response())


@of("verifyTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task(answered=True)
    form = {"accepted": False, "reason": "还缺一排", "ifVersion": 2}
    return Request(await stage.client("inspector"), "POST", f"/api/tasks/{task_id}/verification", form)


@of("assignTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"accountId": str(stage.org.accounts["clerk"]), "ifVersion": 1}
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/assignment", form)


@of("blockTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"reason": "warehouse", "note": "总仓缺货", "ifVersion": 1}
    return Request(await stage.client("manager"), "POST", f"/api/tasks/{task_id}/block", form)


@of("unblockTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task(blocked=True)
    form = {"note": "已到货", "ifVersion": 2}
    return Request(await stage.client("regional"), "POST", f"/api/tasks/{task_id}/unblock", form)


@of("commentOnTask")
async def _(stage: Stage) -> Request:
    task_id = await stage.task()
    form = {"id": str(uuid4()), "text": "第二层左边", "photos": [photo()]}
    return Request(await stage.client("inspector"), "POST", f"/api/tasks/{task_id}/comments", form)


@of("assignTasks")
async def _(stage: Stage) -> Request:
    chosen = [{"id": await stage.task(), "ifVersion": 1}]
    form = {"tasks": chosen, "accountId": str(stage.org.accounts["clerk"])}
    return Request(await stage.client("manager"), "POST", "/api/tasks/assignments", form)


@of("rescheduleTasks")
async def _(stage: Stage) -> Request:
    due = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    form = {"tasks": [{"id": await stage.task(), "ifVersion": 1}], "dueAt": due}
    return Request(await stage.client("regional"), "POST", "/api/tasks/due-times", form)


@of("readNotification")
async def _(stage: Stage) -> Request:
    return Request(await stage.client("manager"), "POST", f"/api/notifications/{await stage.told()}/read")


@of("readAllNotifications")
async def _(stage: Stage) -> Request:
    await stage.told()
    return Request(await stage.client("manager"), "POST", "/api/notifications/read-all")


@of("unsubscribeFromPush")
async def _(stage: Stage) -> Request:
    form = Browser(f"https://push.invalid/{stage.number}").form("手机")
    made = await stage.post("manager", "/api/push/subscriptions", form)
    return Request(await stage.client("manager"), "DELETE", f"/api/push/subscriptions/{made['id']}")


@of("retryJob")
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
