"""The hard days of a visit: two phones, a clock a day wrong, a log-in that ends, a checklist of five hundred."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, Page, expect

from tests.factories.browser import Screen, open_screen, served_by_worker
from tests.factories.inspections import checkpoint, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, plan_visit, show
from tests.journeys.cast import Launch

PickUp = Callable[..., Awaitable[Screen]]
SHIFTED = """shift => {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length === 0) super(Real.now() + shift); else super(...parts) }
    static now() { return Real.now() + shift }
  }
}"""
"""What a page's clock is, apart from the true one, in ms."""
COUNTED = (Path(__file__).parent / "reads.js").read_text("utf-8")
FILLED = (Path(__file__).parent / "filled.js").read_text("utf-8")
SECTIONS, EACH = 10, 50


@pytest.fixture(scope="module")
async def browser(launch: Launch, gappy_shelf: Path) -> AsyncGenerator[Browser]:
    """A browser for this file's phones."""
    async with launch(gappy_shelf) as opened:
        yield opened


@pytest.fixture
async def pick_up(served: Installation, company: Org, browser: Browser) -> AsyncGenerator[PickUp]:
    """`await pick_up(path)`: another phone, with a screen of the app open; `shift` is what its clock is off."""
    phones: list[Screen] = []

    async def picked_up(path: str, *, role: str = "inspector", shift: timedelta | None = None) -> Screen:
        screen = await open_screen(browser, served.origin)
        phones.append(screen)
        if shift is not None:
            await screen.context.add_init_script(f"({SHIFTED})({shift.total_seconds() * 1000})")
        await screen.log_in(company.username(role), company.password)
        await served_by_worker(screen.page)
        await screen.push(path)
        return screen

    yield picked_up
    for screen in phones:
        await screen.context.close()


async def begun(served: Installation, org: Org, draft: dict[str, Any]) -> dict[str, Any]:
    """Publish a checklist, let the inspector begin a visit of A1 by it, and return the visit."""
    async with served.client(org, "regional") as author:
        published = await author.post("/api/inspection-templates", draft)
        assert published.status_code == 201, published.text
    async with served.client(org, "inspector") as inspector:
        form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": published.json()["id"]}
        answer = await inspector.post("/api/inspections", form)
        assert answer.status_code == 201, answer.text
    return answer.json()


async def now_at(served: Installation, org: Org, visit_id: str) -> dict[str, Any]:
    """Return a visit as the server has it."""
    async with served.client(org, "inspector") as inspector:
        return await show(inspector, f"/api/inspections/{visit_id}")


async def waiting(screen: Screen, count: int) -> None:
    """Wait until so many commands wait on a phone without network."""
    await expect(phone.pill(screen.page)).to_have_attribute("aria-label", f"离线，{count} 项等待发送，查看")


async def test_two_phones_without_network_answer_one_visit_and_nothing_of_either_is_lost(
    served: Installation, company: Org, pick_up: PickUp
) -> None:
    points = [checkpoint(key, title=words(title)) for key, title in zip("abcd", "甲乙丙丁", strict=True)]
    visit = await begun(served, company, template(points))
    pocket, tablet = [await pick_up(f"/visits/{visit['id']}") for _ in range(2)]
    for screen in (pocket, tablet):
        await screen.context.set_offline(True)
    for title, word in (("甲", "通过"), ("乙", "未通过")):
        await phone.Visit(pocket.page).say(title, word)
    for title, word in (("乙", "通过"), ("丙", "未通过"), ("丁", "不适用")):
        await phone.Visit(tablet.page).say(title, word)
    await waiting(pocket, 2)
    await waiting(tablet, 3)

    await tablet.context.set_offline(False)
    await phone.all_sent(tablet.page)
    await pocket.context.set_offline(False)
    await expect(phone.pill(pocket.page)).to_have_attribute("aria-label", "1 项需要处理，查看")
    held = await now_at(served, company, visit["id"])
    assert {key: answer["outcome"] for key, answer in by_key(held).items()} == {
        "a": "pass", "b": "pass", "c": "fail", "d": "notApplicable",
    }  # fmt: skip
    conflict = phone.Visit(pocket.page).card("乙").get_by_role("alert")
    await expect(conflict.get_by_role("definition")).to_have_text(["未通过", "通过"])
    await conflict.get_by_role("button", name="用服务器的").click()
    await phone.all_sent(pocket.page)
    await expect(phone.Visit(pocket.page).card("乙").get_by_role("button", name="通过", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    await expect(pocket.page.get_by_role("banner")).to_contain_text("4/4")
    async with phone.reaching(pocket.page, "/submission"):
        await phone.Visit(pocket.page).submit()
    ended = await now_at(served, company, visit["id"])
    assert (ended["status"], ended["answered"], ended["inspectorId"]) == (
        "scored", 4, str(company.accounts["inspector"]),
    )  # fmt: skip
    assert [answer["version"] for answer in ended["answers"]] == [1, 1, 1, 1]
    async with served.platform.transaction(company.system) as tx:
        [counted] = await tx.fetch(
            "SELECT count(*) FILTER (WHERE kind = 'inspections.answered'),"
            " count(*) FILTER (WHERE kind = 'inspections.submitted') FROM event"
        )
    assert tuple(counted) == (4, 1)


@pytest.mark.parametrize("days", [-1, pytest.param(1, marks=pytest.mark.e2e)])
async def test_a_phone_whose_clock_is_a_day_wrong_tells_the_right_times_in_their_order(
    served: Installation, company: Org, pick_up: PickUp, days: int
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=2)
    planned = await plan_visit(served, company)
    screen = await pick_up("/", shift=timedelta(days=days))
    page = screen.page
    await expect(page.get_by_role("heading", name="今天的巡店 1")).to_be_visible()
    await expect(page.get_by_role("banner")).to_contain_text(f"{datetime.now(ZoneInfo('Asia/Shanghai')).day}日")
    await screen.push(f"/visits/{planned['id']}")
    await screen.context.set_offline(True)
    visit = phone.Visit(page)
    await page.get_by_role("button", name="去巡店").click()
    await visit.say(phone.TAGS, "未通过")
    await visit.photograph(phone.TAGS, "拍照")
    await visit.section("环境与安全")
    await visit.say(phone.FIRE_EXIT, "通过")
    async with phone.reaching(page, "/complete"):
        await screen.context.set_offline(False)
    after = datetime.now(UTC) + timedelta(seconds=2)
    held = await now_at(served, company, planned["id"])
    answers = by_key(held)
    async with served.client(company, "inspector") as inspector:
        photo = await show(inspector, f"/api/photos/{answers['price-tags']['photos'][0]}")
    told = [
        held["startedAt"],
        photo["takenAt"],
        answers["price-tags"]["answeredAt"],
        answers["fire-exit"]["answeredAt"],
    ]
    moments = [datetime.fromisoformat(moment) for moment in told]
    assert before <= moments[0] <= moments[1] <= moments[2] + timedelta(seconds=2) <= moments[3] + timedelta(seconds=2)
    assert moments[-1] <= after
    assert (held["status"], held["plannedFor"]) == ("started", planned["plannedFor"])
    async with served.platform.transaction(company.system) as tx:
        rows = await tx.fetch(
            "SELECT kind, occurred_at FROM event WHERE subject_id = $1 AND device_seq IS NOT NULL ORDER BY device_seq",
            held["id"],
        )
    assert rows[0]["kind"] == "inspections.started"
    assert [row["occurred_at"] for row in rows] == sorted(row["occurred_at"] for row in rows)


async def test_a_visit_with_photos_waits_for_its_inspector_to_log_in_again_and_is_nobody_elses(
    served: Installation, company: Org, pick_up: PickUp
) -> None:
    visit = await begun(served, company, template([checkpoint("a", title=words("甲"), photoRule="always")]))
    screen = await pick_up(f"/visits/{visit['id']}")
    page, asked = screen.page, list[str]()
    await screen.context.set_offline(True)
    await phone.Visit(page).say("甲", "通过")
    await phone.Visit(page).photograph("甲", "拍照", shots=2)
    await waiting(screen, 3)
    async with served.platform.transaction(company.system) as tx:
        ending = "UPDATE login_session SET revoked_at = now() WHERE account_id = $1 RETURNING id"
        assert len(await tx.fetch(ending, company.accounts["inspector"])) > 0
    await screen.context.set_offline(False)
    notice = page.get_by_role("alert").filter(has_text="登录已过期。3 项已保存在本机")
    await expect(notice).to_be_visible()
    page.on("request", lambda request: asked.append(request.url) if request.method in {"PUT", "POST"} else None)
    await notice.get_by_role("link", name="去登录").click()
    await phone.log_in_here(screen, company, "manager")
    await phone.all_sent(page)
    await screen.push("/queue")
    await expect(page.get_by_role("main")).to_contain_text("全部已发送")
    assert [url for url in asked if "/api/photos" in url or "/answers/" in url] == []
    assert (await now_at(served, company, visit["id"]))["answered"] == 0

    await screen.push("/me")
    await page.get_by_role("button", name="退出登录").click()
    await page.get_by_role("dialog").get_by_role("button", name="退出登录").click()
    await phone.log_in_here(screen, company, "inspector")
    await phone.all_sent(page)
    held = await now_at(served, company, visit["id"])
    assert (held["answered"], [len(answer["photos"]) for answer in held["answers"]]) == (1, [2])
    async with served.platform.transaction(company.system) as tx:
        rows = await tx.fetch("SELECT state FROM photo")
    assert [row["state"] for row in rows] == ["ready", "ready"]


async def test_a_visit_of_five_hundred_photos_asks_little_of_a_phone(
    served: Installation, company: Org, pick_up: PickUp
) -> None:
    sections = [
        [
            checkpoint(f"p{number}", title=words(f"第 {number} 项"), photoRule="always")
            for number in range(start, start + EACH)
        ]
        for start in range(0, SECTIONS * EACH, EACH)
    ]
    visit = await begun(served, company, template(*sections))
    screen = await pick_up(f"/visits/{visit['id']}")
    page = screen.page
    await screen.context.add_init_script(COUNTED)
    await screen.context.set_offline(True)
    await page.evaluate(FILLED, {"account": str(company.accounts["inspector"]), "visit": visit})
    await screen.go(f"/visits/{visit['id']}")
    cards, on = page.locator("article[data-checkpoint]"), phone.Visit(page)
    await expect(page.get_by_role("banner")).to_contain_text("500/500")
    await waiting(screen, 1000)
    await expect(cards).to_have_count(EACH)
    asked = await quiet(page)
    # The queue is read once as a whole (and once before it is sent), whoever shows something of it.
    assert asked["commands.getAll"] <= 4
    # Of fifty cards those that are seen are made.
    assert asked["localPhotos.get"] <= 16
    assert await page.evaluate("counted.pictures") < 12

    await on.reach("第 3 项")
    await quiet(page)
    await asked_anew(page)
    await on.say("第 3 项", "未通过")
    asked = await quiet(page)
    reads = {
        table: times for table, times in asked.items() if table.split(".")[0] in {"visits", "localPhotos", "photos"}
    }
    assert (reads, asked.get("commands.getAll", 0), asked["commands.put"]) == ({}, 0, 1)

    await asked_anew(page)
    await on.section("第9部分")
    await expect(cards).to_have_count(EACH)
    assert 2 <= (await quiet(page))["localPhotos.get"] <= 16
    await cards.last.scroll_into_view_if_needed()
    await quiet(page)
    assert 0 < await page.evaluate("counted.pictures") < 12
    # What is still wanted far below, among cards that nobody has come near to, is brought to the screen.
    await on.card("第 449 项").get_by_role("button", name="不用这张").click()
    await on.section("第8部分")
    await on.section("第9部分")
    await page.get_by_role("button", name="下一项").click()
    await expect(on.card("第 449 项").get_by_role("button", name="拍照")).to_be_in_viewport()
    await screen.push(f"/visits/{visit['id']}/summary")
    await expect(page.get_by_role("main")).to_contain_text("499")
    assert await page.evaluate("counted.pictures") == 0

    await screen.push("/queue")
    await expect(page.get_by_role("heading", name="照片 499", exact=True)).to_be_visible()
    rows = page.get_by_role("main").get_by_role("listitem")
    assert await rows.count() <= 120
    await rows.last.scroll_into_view_if_needed()
    await expect(page.get_by_role("main")).to_contain_text("第 60 项")
    await screen.go(f"/visits/{visit['id']}")
    await expect(page.get_by_role("banner")).to_contain_text("500/500")
    failed = (await on.reach("第 3 项")).get_by_role("button", name="未通过", exact=True)
    await expect(failed).to_have_attribute("aria-pressed", "true")


async def asked_anew(page: Page) -> None:
    """Count from here on."""
    await page.evaluate("counted.asked = {}")


async def quiet(page: Page) -> dict[str, int]:
    """Wait until the page asks its database for nothing more, and return what it asked."""
    return await page.evaluate("""async () => {
      for (let before = ''; before !== JSON.stringify(counted.asked); ) {
        before = JSON.stringify(counted.asked)
        await new Promise((later) => setTimeout(later, 700))
      }
      return counted.asked
    }""")
