"""The job, whole: inspector, store manager and head office, on real input, with the network cut in the middle."""

import re
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import numpy as np
import pytest
from PIL import Image
from playwright.async_api import Locator, Page, Playwright, Request, expect
from tests.factories.browser import Screen, deliver_push, open_browser, open_screen, served_by_worker, shoot, until
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, plan_visit, show
from tests.notifications.push_service import Browser as PushTarget
from tests.notifications.push_service import PushService, push_service

from shelfvision.inference.api import ShelfReader
from storewalk.photos import keys

COOLER_TASK, TAGS_TASK = "饮料柜是否缺货？", "价签齐全、与商品对应？"


@dataclass
class Cast:
    """Who takes part, and what the inspector's phone sent."""

    served: Installation
    org: Org
    visit_id: str
    inspector: Screen
    manager: Screen
    visit_desk: Page
    task_desk: Page
    desk: Screen
    service: PushService
    target: PushTarget
    sent: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    photos: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    def note(self, request: Request) -> None:
        """Keep the commands of the inspector's phone in their order, and what it says of its photos."""
        path = urlsplit(request.url).path
        if request.method not in {"POST", "PUT"}:
            return
        self.sent.append((request.method, path))
        if path == "/api/photos":
            body = request.post_data_json
            self.photos[body["id"]] = body


@pytest.fixture
async def cast(
    served: Installation, company: Org, playwright: Playwright, chromium: str, gappy_shelf: Path, full_shelf: Path
) -> AsyncGenerator[Cast]:
    """Inspector and manager, each with a phone of their own; the administrator at a desk with two pages."""
    visit = await plan_visit(served, company)
    async with AsyncExitStack() as undo:
        service = await undo.enter_async_context(push_service())
        pocket = await open_browser(playwright, chromium, gappy_shelf)
        undo.push_async_callback(pocket.close)
        office = await open_browser(playwright, chromium, full_shelf)
        undo.push_async_callback(office.close)
        inspector = await open_screen(pocket, served.origin)
        manager = await open_screen(office, served.origin)
        desk = await open_screen(office, served.origin, desk=True)
        target = PushTarget(f"{service.origin}/send/manager")
        second = await desk.context.new_page()
        found = Cast(
            served, company, visit["id"], inspector, manager, desk.page, second, desk, service, target
        )  # fmt: skip
        inspector.context.on("request", found.note)
        yield found


async def test_an_inspection_from_log_in_to_the_accepted_task(cast: Cast) -> None:
    await everybody_logs_in(cast)
    await the_visit_begins_with_network(cast)
    await it_goes_on_without(cast)
    await the_phone_starts_cold_and_sends_text_before_photos(cast)
    async with cast.served.client(cast.org, "inspector") as inspector:
        tasks = await the_server_holds_it_all(cast, inspector)
        await head_office_saw_it_live(cast)
        await the_manager_is_told(cast, tasks[COOLER_TASK])
        await the_manager_answers(cast, "已补满")
        await the_inspector_compares_and_returns_it(cast)
        await the_manager_answers_again(cast, "价签也对齐了")
        await the_inspector_accepts_it(cast)
        task = await show(inspector, f"/api/tasks/{tasks[COOLER_TASK]['id']}")
    await the_task_tells_its_story(cast, task)
    await nobody_had_to_reload(cast)


async def everybody_logs_in(cast: Cast) -> None:
    org = cast.org
    async with cast.served.client(org, "manager") as manager:
        answer = await manager.post("/api/push/subscriptions", cast.target.form("店长的手机"))
        assert answer.status_code == 200, answer.text
    await cast.desk.log_in(org.username("admin"), org.password, path="/console/visits")
    await expect(cast.visit_desk.get_by_role("row", name="A1 店")).to_contain_text("待巡")
    await cast.task_desk.goto(f"{cast.served.origin}/console/tasks?view=board")
    for page in (cast.visit_desk, cast.task_desk):
        await page.evaluate("window.stillHere = true")
    await cast.manager.log_in(org.username("manager"), org.password)
    await served_by_worker(cast.manager.page)
    await cast.inspector.log_in(org.username("inspector"), org.password)
    await served_by_worker(cast.inspector.page)


async def the_visit_begins_with_network(cast: Cast) -> None:
    page = cast.inspector.page
    await page.get_by_role("link", name="A1 店").click()
    await page.get_by_role("button", name="去巡店").click()
    visit = phone.Visit(page)
    await visit.say(phone.TAGS, "未通过")
    await visit.photograph(phone.TAGS, "拍照")
    await visit.say(phone.PROMOTION, "完全到位")
    await phone.all_sent(page)
    await expect(cast.visit_desk.get_by_role("row", name="A1 店")).to_contain_text("巡店中")
    await cast.visit_desk.get_by_role("link", name="A1 店").click()
    await expect(cast.visit_desk.get_by_role("dialog")).to_contain_text(phone.COOLER)


async def it_goes_on_without(cast: Cast) -> None:
    await cast.inspector.context.set_offline(True)
    page = cast.inspector.page
    visit = phone.Visit(page)
    await visit.photograph(phone.COOLER, "拍货架")
    await visit.section("食品安全")
    await visit.enter(phone.CHILLER, "4.5")
    await visit.say(phone.EXPIRED, "通过")
    await visit.say(phone.HOT_FOOD, "不适用")
    await visit.section("环境与安全")
    await visit.photograph(phone.ENTRANCE, "拍照")
    await visit.say(phone.FLOOR, "干净")
    await visit.say(phone.FIRE_EXIT, "通过")
    await visit.section("服务与人员")
    await page.get_by_role("button", name="本节一键通过（1）").click()
    await visit.enter(phone.REMARKS, "今天下午补货，明早再看价签")
    await visit.submit()
    await phone.pill(page).click()
    await phone.queue_shows(page, texts=10, photos=2)


async def the_phone_starts_cold_and_sends_text_before_photos(cast: Cast) -> None:
    page = cast.inspector.page
    await page.reload()
    await phone.queue_shows(page, texts=10, photos=2)
    await cast.inspector.go(f"/visits/{cast.visit_id}")
    await expect(page.get_by_role("main")).to_contain_text("已提交")
    cast.sent.clear()
    await cast.inspector.context.set_offline(False)
    await phone.all_sent(page)
    assert phone.text_before_photos(cast.sent)
    assert [path for _, path in cast.sent if path == "/api/photos"] == ["/api/photos"] * 2
    # Where the model is not sure, it asks; the inspector looks and decides.
    asked, scored = page.get_by_text("请看一眼再判定"), page.get_by_text("已评分")
    await expect(asked.or_(scored).first).to_be_visible()
    if await asked.is_visible():
        await phone.Visit(page).say(phone.COOLER, "未通过")
    await expect(scored).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text("60 分")


async def the_server_holds_it_all(cast: Cast, inspector: Client) -> dict[str, dict[str, Any]]:
    visit = await show(inspector, f"/api/inspections/{cast.visit_id}")
    answers = by_key(visit)
    assert {key: answer["outcome"] for key, answer in answers.items()} == {
        "drinks-cooler": "fail", "price-tags": "fail", "promotion": "pass", "chiller-temperature": "pass",
        "expired-goods": "pass", "hot-food-holding": "notApplicable", "entrance": "pass", "floor": "pass",
        "fire-exit": "pass", "uniform": "pass", "remarks": "pass",
    }  # fmt: skip
    assert answers["chiller-temperature"]["value"]["number"] == 4.5
    assert answers["remarks"]["value"]["text"] == "今天下午补货，明早再看价签"
    # 40 % × 2/8 + 35 % + 15 % + 10 % = 70, capped by the failed critical cooler.
    assert (visit["status"], visit["score"], visit["answered"], visit["pending"]) == ("scored", 60, 11, 0)
    assert [part["score"] for part in visit["scoreDetail"]["sections"]] == [25, 100, 100, 100]
    assert visit["scoreDetail"]["cappedBy"] == answers["drinks-cooler"]["checkpointId"]
    assert set(cast.photos) == {photo for answer in answers.values() for photo in answer["photos"]}
    for photo_id, said in cast.photos.items():
        photo = await show(inspector, f"/api/photos/{photo_id}")
        assert (photo["state"], photo["source"]) == ("ready", "camera")
        held = await cast.served.platform.objects.get(keys.original(cast.org.id, UUID(photo_id)), said["size"])
        assert sha256(held).hexdigest() == said["sha256"]
    await the_reading_is_the_models_own(cast, inspector, answers["drinks-cooler"]["photos"][0])
    tasks = {task["title"]["zh"]: task for task in (await show(inspector, "/api/tasks"))["items"]}
    assert set(tasks) == {COOLER_TASK, TAGS_TASK}
    assert {task["assigneeId"] for task in tasks.values()} == {str(cast.org.accounts["manager"])}
    critical = tasks[COOLER_TASK]
    opened, due = (datetime.fromisoformat(critical[name]) for name in ("openedAt", "dueAt"))
    assert due - opened == timedelta(hours=4)
    return tasks


async def the_reading_is_the_models_own(cast: Cast, inspector: Client, photo_id: str) -> None:
    """What the worker wrote is what the shipped model says of the very photo."""
    reading = (await show(inspector, f"/api/photos/{photo_id}"))["reading"]
    rendition = await cast.served.platform.objects.get(keys.large(cast.org.id, UUID(photo_id)), 20_000_000)
    model = cast.served.platform.settings.model
    assert model is not None
    own = ShelfReader(model).read([np.asarray(Image.open(BytesIO(rendition)).convert("RGB"))])[0]
    assert (reading["state"], reading["modelVersion"]) == (own.outcome, own.model_version)
    assert (reading["facings"], reading["gaps"]) == (own.facings, own.gaps)
    assert reading["availability"] == pytest.approx(own.availability, abs=1e-4)
    assert own.gaps >= 2


async def head_office_saw_it_live(cast: Cast) -> None:
    drawer = cast.visit_desk.get_by_role("dialog")
    await expect(drawer).to_contain_text("已评分")
    await expect(drawer.get_by_role("img", name=re.compile(r"空位 [1-9]\d* 处"))).to_be_visible()
    await expect(cast.visit_desk.get_by_role("row", name="A1 店")).to_contain_text("已评分")
    for title in (COOLER_TASK, TAGS_TASK):
        await expect(cast.task_desk.get_by_role("main")).to_contain_text(title)


async def the_manager_is_told(cast: Cast, task: dict[str, Any]) -> None:
    page = cast.manager.page
    await expect(page.get_by_role("link", name="我 2 条未读")).to_be_visible()
    await until(lambda: len(cast.service.received) == 2)
    pushes = {push["link"]: push for push in map(cast.target.read, cast.service.received)}
    push = pushes[f"/tasks/{task['id']}"]
    assert cast.service.received[0].headers["content-encoding"] == "aes128gcm"
    await deliver_push(cast.manager, push)
    shown = await page.wait_for_function(
        "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(n => [n.title, n.body])[0]"
    )
    title, body = await shown.json_value()
    assert title == "A1 店：新的整改"
    assert body.startswith(f"“{COOLER_TASK}”请在")
    # A tap on it opens the task in the app that is open.
    [worker] = cast.manager.context.service_workers
    await worker.evaluate(
        "registration.getNotifications().then(([notification]) =>"
        " self.dispatchEvent(new NotificationEvent('notificationclick', { notification })))"
    )
    await page.wait_for_url(f"**/tasks/{task['id']}")


async def the_manager_answers(cast: Cast, note: str) -> None:
    page = cast.manager.page
    await expect(page.get_by_role("button", name="整改前").locator("svg")).to_be_visible()
    await shoot(page, page.get_by_role("main"), "拍整改后照片")
    await page.get_by_label("说明（选填）").fill(note)
    await page.get_by_role("button", name="提交整改").click()
    await expect(page.get_by_role("main")).to_contain_text("待验收")
    await phone.all_sent(page)
    await expect(column(cast.task_desk, "待验收")).to_contain_text(COOLER_TASK)


async def the_inspector_compares_and_returns_it(cast: Cast) -> None:
    page = cast.inspector.page
    await page.get_by_role("link", name="任务", exact=True).click()
    await page.get_by_role("link", name=COOLER_TASK).click()
    for which in ("整改前", "整改后"):
        await page.get_by_role("button", name=which).click()
        viewer = page.get_by_role("dialog", name="照片")
        await expect(viewer.get_by_role("img", name=re.compile(r"商品 [1-9]\d* 处"))).to_be_visible()
        await viewer.get_by_role("button", name="关闭").click()
        await viewer.wait_for(state="hidden")
    await page.get_by_role("button", name="退回").click()
    send = page.get_by_role("button", name="退回整改")
    await expect(send).to_be_disabled()
    await page.get_by_label("退回原因（门店会看到）").fill("第二层价签没有对齐")
    await send.click()
    await phone.all_sent(page)


async def the_manager_answers_again(cast: Cast, note: str) -> None:
    main = cast.manager.page.get_by_role("main")
    await expect(main).to_contain_text("第二层价签没有对齐")
    await expect(main).to_contain_text("被退回")
    await the_manager_answers(cast, note)


async def the_inspector_accepts_it(cast: Cast) -> None:
    page = cast.inspector.page
    await page.get_by_role("button", name="通过验收").click()
    await expect(page.get_by_role("main")).to_contain_text("已验收")
    await phone.all_sent(page)


async def the_task_tells_its_story(cast: Cast, task: dict[str, Any]) -> None:
    assert (task["status"], task["returnedCount"]) == ("accepted", 1)
    first, second = task["responses"]
    assert (first["note"], first["verdict"], first["reason"]) == ("已补满", "returned", "第二层价签没有对齐")
    assert (second["note"], second["verdict"], second["reason"]) == ("价签也对齐了", "accepted", None)
    assert len(task["before"]) == len(first["photos"]) == len(second["photos"]) == 1
    await expect(cast.manager.page.get_by_role("main")).to_contain_text("已验收")
    await expect(column(cast.task_desk, "已验收")).to_contain_text(COOLER_TASK)


async def nobody_had_to_reload(cast: Cast) -> None:
    for page in (cast.visit_desk, cast.task_desk):
        assert await page.evaluate("window.stillHere === true")
    for screen in (cast.inspector, cast.manager, cast.desk):
        assert [said for said in screen.watch.complaints if not said.startswith("net::ERR_INTERNET_DISCONNECTED")] == []


def column(page: Page, status: str) -> Locator:
    """Return a column of the board."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=status))
