"""Findings have an owner, and the manager has a word: read and signed on her phone, disputed, decided, scored again."""

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest
from playwright.async_api import Page, expect

from tests.factories.browser import Screen, eventually, open_screen, served_by_worker
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

CUT = "ERR_INTERNET_DISCONNECTED"
TITLES = {"floor": "地面是否干净？", "tags": "价签是否对齐？", "door": "门是否干净？"}

KEPT = """async () => {
    const opened = (ask) => new Promise((done, no) => { ask.onsuccess = () => done(ask.result); ask.onerror = no })
    const words = []
    for (const { name } of await indexedDB.databases()) {
        const db = await opened(indexedDB.open(name))
        if (db.objectStoreNames.contains("forms")) {
            words.push(...(await opened(db.transaction("forms").objectStore("forms").getAll())).map(({ text }) => text))
        }
        db.close()
    }
    return words
}"""
"""What somebody has begun to write against findings, as the phone keeps it."""


@dataclass
class Sides:
    """A visit under way with two findings, the phones of who made it and of the manager, and the regional's desk."""

    served: Installation
    org: Org
    visit: Visit
    inspector: Screen
    manager: Screen
    desk: Screen


@pytest.fixture
async def sides(served: Installation, company: Org, launch: Launch) -> AsyncGenerator[Sides]:
    """The floor (critical, 3 of 5) and the tags (1 of 5) failed; nothing is sent yet."""
    points = [
        checkpoint(key, title={"zh": title, "en": title}, critical=key == "floor", weight=3 if key == "floor" else 1)
        for key, title in TITLES.items()
    ]
    async with AsyncExitStack() as open_:
        regional = await open_.enter_async_context(served.client(company, "regional"))
        inspector = await open_.enter_async_context(served.client(company, "inspector"))
        checklist = await publish(regional, template(points))
        visit = await begin(inspector, company.places["A1"], checklist["id"])
        for key in TITLES:
            await visit.answer(key, outcome="pass" if key == "door" else "fail", note=f"{key}：请看")
        browser = await open_.enter_async_context(launch(None))
        phones = [await open_screen(browser, served.origin) for _ in range(2)]
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.page.set_viewport_size({"width": 1440, "height": 900})
        for screen, role in zip(phones, ("inspector", "manager"), strict=True):
            await screen.log_in(company.username(role), company.password)
        await desk.log_in(company.username("regional"), company.password, path="/console/disputes")
        yield Sides(served, company, visit, phones[0], phones[1], desk)
        for screen in (*phones, desk):
            assert [each for each in screen.watch.complaints if CUT not in each] == []
            await screen.context.close()


async def test_a_manager_signs_one_finding_and_disputes_one_which_is_granted_and_scored_again(sides: Sides) -> None:
    scored = await sides.visit.submit(3)
    assert (scored["status"], scored["score"]) == ("scored", 20)
    page = sides.manager.page
    await page.get_by_role("link", name="请签字").click()
    floor = page.get_by_test_id("finding").filter(has_text=TITLES["floor"])
    await floor.get_by_role("button", name="有异议").click()
    await floor.get_by_role("button", name="情况与事实不符").click()
    await floor.get_by_role("textbox").fill("十分钟前刚拖过")

    async def kept() -> bool:
        return await page.evaluate(KEPT) == ["十分钟前刚拖过"]

    assert await eventually(kept)
    await page.reload()
    await expect(floor.get_by_role("textbox")).to_have_value("十分钟前刚拖过")
    await floor.get_by_role("button", name="提出异议").click()
    await expect(floor).to_contain_text("待处理")
    assert await page.evaluate(KEPT) == []
    await page.get_by_role("button", name="签字确认（认可 1 项，异议 1 项）").click()
    await expect(page.get_by_test_id("signing")).to_contain_text("已签字")
    await phone.all_sent(page)
    assert (await sides.visit.show())["score"] == 20

    await it_is_granted_at_the_desk(sides.desk.page)
    after = await sides.visit.show()
    assert (after["score"], after["scoreDetail"]["cappedBy"], after["openDisputes"]) == (80, None, 0)
    detail = after["scoreDetail"]
    assert (detail["rescored"], detail["firstScore"]) == (True, 20)
    assert [(each["scoreBefore"], each["scoreAfter"]) for each in after["signing"]["disputes"]] == [(20, 80)]
    await sides.manager.go(f"/visits/{sides.visit.id}/signing")
    await expect(page.get_by_test_id("finding").filter(has_text=TITLES["floor"])).to_contain_text("20 → 80")

    async def tasks() -> bool:
        async with sides.served.client(sides.org, "manager") as client:
            items = (await show(client, "/api/tasks"))["items"]
        found = {task["title"]["zh"]: task["status"] for task in items}
        return found == {TITLES["floor"]: "withdrawn", TITLES["tags"]: "open"}

    assert await eventually(tasks)


async def it_is_granted_at_the_desk(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text=TITLES["floor"])
    await expect(row).to_contain_text("情况与事实不符")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    await expect(drawer).to_contain_text("floor：请看")
    await expect(drawer).to_contain_text("十分钟前刚拖过")
    await drawer.get_by_label("异议成立：改为通过").check()
    await drawer.get_by_label("处理说明（双方都会看到）").fill("照片看不出脏")
    await drawer.get_by_role("button", name="处理").click()
    await expect(drawer).to_contain_text("20 → 80")


async def test_who_is_there_signs_by_hand_without_network(sides: Sides) -> None:
    page = sides.inspector.page
    await served_by_worker(page)
    await page.get_by_role("link", name="A1 店").click()
    await expect(page.get_by_role("heading", name=TITLES["floor"])).to_be_visible()
    await sides.inspector.context.set_offline(True)
    await phone.Visit(page).sum_up()
    await page.get_by_role("button", name="在场签字").click()
    sheet = page.get_by_role("dialog", name="在场签字")
    await sheet.get_by_label("签字人姓名").fill("小李")
    field = sheet.get_by_test_id("signature")
    box = await field.bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + 40, box["y"] + 40)
    await page.mouse.down()
    for step in range(1, 8):
        await page.mouse.move(box["x"] + 40 + 20 * step, box["y"] + 40 + 9 * (step % 3))
    await page.mouse.up()
    await sheet.get_by_role("button", name="签字并提交").click()
    await expect(page.get_by_test_id("signing")).to_contain_text("小李")
    await sides.inspector.context.set_offline(False)

    async def signed() -> bool:
        said = (await sides.visit.show())["signing"]
        return said is not None and [each["name"] for each in said["signatures"]] == ["小李"]

    assert await eventually(signed)
    shown = await sides.visit.show()
    [signature] = shown["signing"]["signatures"]
    assert (shown["score"], shown["signing"]["state"], len(signature["strokes"])) == (20, "signed", 1)
    assert len(signature["strokes"][0]) > 8
