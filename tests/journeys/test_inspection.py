"""The job, whole: inspector, store manager and head office, on real input, with the network cut in the middle."""

import asyncio
import re
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Locator, Page, expect

from storewalk.core.jobs import JobContext
from storewalk.tasks.jobs import escalate_task
from storewalk.tasks.work import EscalateTask
from tests.factories.browser import deliver_push, eventually, served_by_worker, shoot, until
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Cast, Launch, assembled
from tests.journeys.proof import the_server_holds_it_all


@pytest.fixture
async def cast(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path, full_shelf: Path
) -> AsyncGenerator[Cast]:
    """The people of the story, none of them logged in yet."""
    async with assembled(served, company, launch, (gappy_shelf, full_shelf)) as found:
        yield found


async def test_an_inspection_from_log_in_to_the_accepted_task(cast: Cast) -> None:
    await everybody_logs_in(cast)
    await the_visit_begins_with_network(cast)
    await it_goes_on_without(cast)
    await the_phone_starts_cold_and_sends_text_before_photos(cast)
    async with cast.served.client(cast.org, "inspector") as inspector:
        tasks = await the_server_holds_it_all(cast, inspector)
        await head_office_saw_it_live(cast)
        await the_manager_is_told(cast, tasks[phone.COOLER])
        await the_day_passes_and_those_above_are_told(cast, tasks[phone.COOLER])
        await the_manager_answers(cast, "已补满")
        await the_inspector_compares_and_returns_it(cast)
        await the_manager_answers_again(cast, "价签也对齐了")
        await the_inspector_accepts_it(cast)
        task = await show(inspector, f"/api/tasks/{tasks[phone.COOLER]['id']}")
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
    async with phone.reaching(page, "/start"):
        await page.get_by_role("button", name="去巡店").click()
    visit = phone.Visit(page)
    await visit.say(phone.PROMOTION, "完全到位")
    await visit.say(phone.TAGS, "未通过")
    async with phone.reaching(page, "/complete"):
        await visit.photograph(phone.TAGS, "拍照")
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


async def head_office_saw_it_live(cast: Cast) -> None:
    drawer = cast.visit_desk.get_by_role("dialog")
    await expect(drawer).to_contain_text("已评分")
    await expect(drawer.get_by_role("img", name=re.compile(r"空位 [1-9]\d* 处"))).to_be_visible()
    await expect(cast.visit_desk.get_by_role("row", name="A1 店")).to_contain_text("已评分")
    for title in (phone.COOLER, phone.TAGS):
        await expect(cast.task_desk.get_by_role("main")).to_contain_text(title)


async def the_manager_is_told(cast: Cast, task: dict[str, Any]) -> None:
    page = cast.manager.page
    await expect(page.get_by_role("link", name="我 3 条未读")).to_be_visible()
    await until(lambda: len(cast.service.received) == 3)
    pushes = {push["link"]: push for push in map(cast.target.read, cast.service.received)}
    push = pushes[f"/tasks/{task['id']}"]
    assert cast.service.received[0].headers["content-encoding"] == "aes128gcm"
    await deliver_push(cast.manager, push)
    [[title, body]] = await eventually(
        lambda: page.evaluate(
            "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(n => [n.title, n.body])"
        )
    )
    assert title == "A1 店：新的整改"
    assert body.startswith(f"“{phone.COOLER}”请在")
    # The phone says that it has shown it; the log tells this from having been sent.
    async with cast.served.client(cast.org, "manager") as manager:
        [line] = await eventually(lambda: shown_of(manager))
    assert (line["title"]["zh"], line["deviceName"]) == (title, "店长的手机")
    # A tap on it opens the task in the app that is open.
    [worker] = cast.manager.context.service_workers
    await worker.evaluate(
        "registration.getNotifications().then(([notification]) =>"
        " self.dispatchEvent(new NotificationEvent('notificationclick', { notification })))"
    )
    await page.wait_for_url(f"**/tasks/{task['id']}")


async def shown_of(client: Client) -> list[dict[str, Any]]:
    lines = (await client.get("/api/push/deliveries")).json()["items"]
    return [line for line in lines if line["state"] == "delivered"]


async def the_day_passes_and_those_above_are_told(cast: Cast, task: dict[str, Any]) -> None:
    """The clock is moved past the due time twice; the look that waits for it is made as a worker makes it."""
    place, org, due = cast.served.platform, cast.org, datetime.fromisoformat(task["dueAt"])
    told = {1: "regional", 2: "admin"}
    for level, role in told.items():
        place.clock.offset = due - datetime.now(UTC) + timedelta(days=3 * level)
        look = EscalateTask(task_id=UUID(task["id"]), due_at=due, level=level)
        try:
            await asyncio.gather(*(escalate_task(JobContext(place, org.id), look) for _ in range(2)))
        finally:
            place.clock.offset = timedelta(0)
        await expect(column(cast.task_desk, "待整改")).to_contain_text(f"已升级 {level} 级")
        async with cast.served.client(org, role) as person:
            await eventually_told(person, f"/tasks/{task['id']}")
    async with cast.served.client(org, "manager") as manager:
        shown = await show(manager, f"/api/tasks/{task['id']}")
    # No step of a person: what the manager is about to send is still welcome.
    assert (shown["level"], shown["status"], shown["version"]) == (2, "open", task["version"])


async def eventually_told(person: Client, link: str) -> None:
    """Wait for the entry about a late task; there is exactly one."""

    async def entries() -> list[str]:
        inbox = await show(person, "/api/notifications")
        return [entry["kind"] for entry in inbox["items"] if entry["link"] == link]

    await eventually(entries)
    assert await entries() == ["tasks.escalated"]


async def the_manager_answers(cast: Cast, note: str) -> None:
    page = cast.manager.page
    await expect(page.get_by_role("button", name="整改前").locator("svg")).to_be_visible()
    await shoot(page, page.get_by_role("main"), "拍整改后照片")
    await page.get_by_label("说明（选填）").fill(note)
    await page.get_by_role("button", name="提交整改").click()
    await expect(page.get_by_role("main")).to_contain_text("待验收")
    await phone.all_sent(page)
    await expect(column(cast.task_desk, "待验收")).to_contain_text(phone.COOLER)


async def the_inspector_compares_and_returns_it(cast: Cast) -> None:
    page = cast.inspector.page
    await page.get_by_role("link", name="任务", exact=True).click()
    await page.get_by_role("link", name=phone.COOLER).click()
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
    await expect(column(cast.task_desk, "已验收")).to_contain_text(phone.COOLER)


async def nobody_had_to_reload(cast: Cast) -> None:
    for page in (cast.visit_desk, cast.task_desk):
        assert await page.evaluate("window.stillHere === true")
    for screen in (cast.inspector, cast.manager, cast.desk):
        assert [said for said in screen.watch.complaints if not said.startswith("net::ERR_INTERNET_DISCONNECTED")] == []


def column(page: Page, status: str) -> Locator:
    """Return a column of the board."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=status))
