"""Evidence of a finding: last time's photo, marks on today's, a spoken note; made without network, seen by others."""

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.factories.browser import Screen, eventually, open_screen, served_by_worker
from tests.factories.client import Client
from tests.factories.inspections import Visit, begin, checkpoint, publish, template, words
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, show
from tests.journeys.cast import Launch

FLOOR, DOOR = "地面干净？", "门前无杂物？"
WORDS = "这里有水渍"


@dataclass
class Evidence:
    """The inspector's phone, the manager's and a desk; the floor failed at the visit before."""

    served: Installation
    org: Org
    inspector: Screen
    manager: Screen
    desk: Screen
    visit: Visit

    @property
    def card(self) -> Locator:
        """The card of the floor on the inspector's phone."""
        return phone.Visit(self.inspector.page).card(FLOOR)

    async def floor(self) -> dict[str, Any]:
        """Return the answer about the floor as the server has it."""
        async with self.served.client(self.org, "inspector") as inspector:
            return by_key(await show(inspector, f"/api/inspections/{self.visit.id}"))["floor"]


@pytest.fixture
async def evidence(served: Installation, company: Org, launch: Launch, full_shelf: Path) -> AsyncGenerator[Evidence]:
    """A visit under way at a store whose floor was photographed dirty at the visit before."""
    async with served.client(company, "regional") as regional:
        points = [
            checkpoint("floor", title=words(FLOOR), photoRule="onFail", live=False),
            checkpoint("door", title=words(DOOR)),
        ]
        checklist = await publish(regional, template(points))
    async with served.client(company, "inspector") as inspector:
        visit = await after_a_dirty_floor(inspector, company, checklist["id"])
    async with launch(full_shelf) as pocket, launch(full_shelf) as office:
        first, second = await open_screen(pocket, served.origin), await open_screen(pocket, served.origin)
        await first.context.grant_permissions(["microphone", "camera", "geolocation"])
        yield Evidence(served, company, first, second, await open_screen(office, served.origin, desk=True), visit)


async def after_a_dirty_floor(inspector: Client, org: Org, checklist_id: str) -> Visit:
    store, data = org.places["A1"], jpeg(4)
    body = registration(data, store)
    await Phone(inspector).hand_in(data, body)
    before = await begin(inspector, store, checklist_id)
    spec = {name: body[name] for name in ("id", "sha256", "size")}
    await before.answer("floor", outcome="fail", note="有水", photos=[spec])
    await before.answer("door", outcome="pass")
    assert (await before.submit(2))["status"] == "scored"

    async def ready() -> bool:
        return (await Phone(inspector).look(body["id"]))["state"] == "ready"

    await eventually(ready)
    return await begin(inspector, store, checklist_id)


async def test_a_finding_is_marked_and_told_without_network_and_seen_and_heard_by_the_others(
    evidence: Evidence,
) -> None:
    await last_time_is_shown(evidence)
    await evidence.inspector.context.set_offline(True)
    await the_photo_is_marked(evidence)
    await the_note_is_spoken(evidence)
    await evidence.inspector.context.set_offline(False)
    await the_server_has_both(evidence)
    await head_office_sees_and_hears_it(evidence)
    await the_store_sees_and_hears_it_in_its_task(evidence)
    for screen in (evidence.inspector, evidence.manager, evidence.desk):
        assert [each for each in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []


async def last_time_is_shown(evidence: Evidence) -> None:
    screen = evidence.inspector
    await screen.log_in(evidence.org.username("inspector"), evidence.org.password)
    await served_by_worker(screen.page)
    await screen.go(f"/visits/{evidence.visit.id}")
    await expect(evidence.card).to_contain_text(re.compile("上次.*未通过.*有水"))
    await loaded(evidence.card.get_by_role("button", name="上次照片 1").get_by_role("img"))


async def the_photo_is_marked(evidence: Evidence) -> None:
    page, card = evidence.inspector.page, evidence.card
    await phone.Visit(page).say(FLOOR, "未通过")
    await page.evaluate("scrollTo(0, 0)")
    await photograph(page, card)
    await card.get_by_role("button", name="标注").click()
    annotator = page.get_by_role("dialog", name="照片标注")
    stage = annotator.locator(".sw-mark-stage")
    await loaded(stage.get_by_role("img").first)
    await drag(page, stage, (0.1, 0.1), (0.5, 0.4))
    await annotator.get_by_role("button", name="圆圈").click()
    await drag(page, stage, (0.6, 0.6), (0.9, 0.9))
    await drag(page, stage, (0.75, 0.75), (0.7, 0.7))
    await annotator.get_by_role("button", name="撤销").click()
    await annotator.get_by_role("button", name="文字").click()
    box = await stage.bounding_box()
    assert box is not None
    await page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.55)
    await annotator.get_by_role("textbox", name="写几个字").fill(WORDS)
    await annotator.get_by_role("button", name="写上").click()
    await annotator.get_by_role("button", name="保存标注（3）").click()
    await expect(annotator).to_be_hidden()
    await expect(card.locator(".sw-mark-text")).to_have_text(WORDS)


async def the_note_is_spoken(evidence: Evidence) -> None:
    card = evidence.card
    await card.get_by_role("button", name="按住或点一下录音").click()
    await card.get_by_role("button", name=re.compile("^停止（2")).click()
    await expect(card.get_by_role("button", name="播放语音")).to_be_visible()
    await card.get_by_role("button", name="删除语音").click()
    await expect(card.get_by_role("button", name="播放语音")).to_have_count(0)
    await card.get_by_role("button", name="按住或点一下录音").click()
    await card.get_by_role("button", name=re.compile("^停止（1")).click()
    await heard(card)
    await evidence.inspector.page.reload()
    await expect(card.locator(".sw-mark-text")).to_have_text(WORDS)
    await expect(card.get_by_role("button", name="播放语音")).to_be_visible()


async def the_server_has_both(evidence: Evidence) -> None:
    registered: list[str] = []
    page = evidence.inspector.page
    page.on("request", lambda request: registered.append(request.url) if request.url.endswith("/api/photos") else None)
    await phone.all_sent(page)
    answer = await evidence.floor()
    [photo] = answer["photoSpecs"]
    assert [mark["kind"] for mark in photo["marks"]] == ["arrow", "circle", "text"]
    arrow, circle, text = photo["marks"]
    assert [round(arrow[side], 1) for side in ("x", "y", "toX", "toY")] == [0.1, 0.1, 0.5, 0.4]
    assert [round(circle[side], 1) for side in ("x", "y", "toX", "toY")] == [0.6, 0.6, 0.9, 0.9]
    assert (text["text"], answer["version"]) == (WORDS, 1)
    async with evidence.served.client(evidence.org, "inspector") as inspector:
        voice = await Phone(inspector).look(answer["voice"]["id"])
    assert (voice["state"], voice["purpose"]) == ("ready", "voice")
    assert 500 < voice["durationMs"] < 10_000


async def head_office_sees_and_hears_it(evidence: Evidence) -> None:
    desk = evidence.desk
    await desk.log_in(
        evidence.org.username("regional"), evidence.org.password, path=f"/console/visits/{evidence.visit.id}"
    )
    row = desk.page.get_by_role("listitem").filter(has_text=FLOOR)
    await expect(row.locator(".sw-mark-text")).to_have_text(WORDS)
    await heard(row)
    await row.get_by_role("button", name="与上次对比").click()
    await expect(row.get_by_role("slider")).to_be_visible()


async def the_store_sees_and_hears_it_in_its_task(evidence: Evidence) -> None:
    async with evidence.served.client(evidence.org, "inspector") as evidence.visit.client:
        await evidence.visit.answer("door", outcome="pass")
        await evidence.visit.submit(2)
    screen = evidence.manager
    task = await eventually(lambda: the_task(evidence))
    assert task is not None
    await screen.log_in(evidence.org.username("manager"), evidence.org.password)
    await screen.push(f"/tasks/{task['id']}")
    await expect(screen.page.locator(".sw-mark-text").first).to_have_text(WORDS)
    await heard(screen.page.get_by_role("main"))


async def the_task(evidence: Evidence) -> dict[str, Any] | None:
    async with evidence.served.client(evidence.org, "manager") as manager:
        items = (await manager.get("/api/tasks")).json()["items"]
        whole = [(await manager.get(f"/api/tasks/{item['id']}")).json() for item in items]
    return next((task for task in whole if any(finding["voiceId"] for finding in task["findings"])), None)


async def photograph(page: Page, card: Locator) -> None:
    await card.get_by_role("button", name="拍照", exact=True).click()
    camera = page.get_by_role("dialog", name="拍照")
    await camera.get_by_role("button", name="拍摄").click()
    await camera.get_by_role("button", name=re.compile("^(使用照片|仍然使用)$")).click()
    await camera.wait_for(state="detached")


async def loaded(image: Locator) -> None:
    await expect(image).to_have_js_property("complete", value=True)


async def drag(page: Page, stage: Locator, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag from one place of a picture to another, in shares of its sides."""
    box = await stage.bounding_box()
    assert box is not None
    at = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (start, end)]
    await page.mouse.move(*at[0])
    await page.mouse.down()
    await page.mouse.move(*at[1], steps=4)
    await page.mouse.up()


async def heard(within: Locator) -> None:
    """Play the spoken note, which then plays."""
    await within.get_by_role("button", name="播放语音").click()
    await expect(
        within.get_by_role("button", name="暂停").or_(within.get_by_role("button", name="播放语音"))
    ).to_be_visible()
    audio = within.locator("audio")
    await expect(audio).to_have_js_property("error", value=None)
    await eventually(lambda: audio.evaluate("audio => audio.currentTime > 0 || audio.played.length > 0"))
