"""At the door: what to know of the store, and a check-in by the poster where the position does not do, without signal.

The poster is the real one: a desk prints it, and the inspector's camera films what was printed.
"""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import expect

from storewalk.stores.api import Position, to_gcj02
from tests.factories.browser import LAT, LNG, Screen, eventually, film, flicker, open_screen, served_by_worker
from tests.factories.client import Client
from tests.factories.inspections import begin, checkpoint, photo, publish, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import plan_visit, show
from tests.journeys.cast import Launch

FIVE_KM = 5 / 111.195
POINTS = [checkpoint("exit", title=words("消防通道"), critical=True), checkpoint("floor", title=words("地面"))]


@pytest.fixture
async def visit(served: Installation, company: Org) -> dict[str, Any]:
    """A visit of today at a store that, by its position, is five kilometres from the phone, and that failed before."""
    store_id = company.places["A1"]
    async with served.client(company, "admin") as admin:
        await place(admin, str(store_id))
    async with served.client(company, "regional") as regional:
        checklist = await publish(regional, template(POINTS))
    async with served.client(company, "inspector") as inspector:
        for _ in range(2):
            earlier = await begin(inspector, store_id, checklist["id"])
            await earlier.answer("exit", outcome="fail", photos=[photo()])
            await earlier.answer("floor", outcome="pass")
            await earlier.submit(2)
        await eventually(lambda: open_tasks(inspector))
    return await plan_visit(served, company)


async def place(admin: Client, store_id: str) -> None:
    store = await show(admin, f"/api/stores/{store_id}")
    at = to_gcj02(Position(lat=LAT + FIVE_KM, lng=LNG))
    form = {name: store[name] for name in ("code", "name", "regionId", "status", "timeZone", "openingHours")}
    position = {"lat": at.lat, "lng": at.lng, "datum": at.datum}
    answer = await admin.put(f"/api/stores/{store_id}", {**form, "position": position, "ifVersion": store["version"]})
    assert answer.status_code == 200, answer.text


async def open_tasks(client: Client) -> list[dict[str, Any]]:
    return (await show(client, "/api/tasks?status=open"))["items"]


async def test_an_inspector_reads_up_on_a_store_and_checks_in_by_its_poster_without_signal(
    served: Installation, company: Org, launch: Launch, visit: dict[str, Any], tmp_path: Path
) -> None:
    async with launch(None) as browser:
        desk = await open_screen(browser, served.origin, desk=True)
        poster = await printed_poster(desk, company)
        async with launch(film(flicker(poster), tmp_path / "poster.mjpeg", (640, 480))) as pocket:
            inspector = await open_screen(pocket, served.origin)
            await inspector.log_in(company.username("inspector"), company.password)
            await served_by_worker(inspector.page)
            await phone.all_sent(inspector.page)
            await the_sheet_is_there_without_signal(inspector, visit)
            await the_poster_and_a_reason_check_in(inspector)
            await inspector.context.set_offline(False)
            await phone.all_sent(inspector.page)
            heard = [said for said in inspector.watch.complaints if not said.startswith("net::ERR_INTERNET")]
            assert heard == []
            await inspector.context.close()
        async with served.client(company, "inspector") as client:
            found = (await show(client, f"/api/inspections/{visit['id']}"))["checkIn"]
        assert 4_990 < found["distanceM"] < 5_010
        assert (found["way"], found["flag"], found["code"]) == ("storeCode", "far", "valid")
        assert (found["reason"], found["note"]) == ("storeElsewhere", "地图上是老店址")
        await the_desk_sees_how(desk, visit)


async def printed_poster(desk: Screen, org: Org) -> Image.Image:
    """Print the store's poster as its drawer does, and return the sheet."""
    await desk.log_in(org.username("admin"), org.password, path=f"/console/stores/{org.places['A1']}")
    page = desk.page
    await page.get_by_role("button", name="显示签到码").click()
    await expect(page.get_by_role("img", name="A1 店的签到码").first).to_be_visible()
    await page.emulate_media(media="print")
    sheet = page.locator(".d-poster")
    await expect(sheet).to_contain_text("A1 店")
    shot = await sheet.screenshot()
    await page.emulate_media(media="screen")
    return Image.open(io.BytesIO(shot))


async def the_sheet_is_there_without_signal(inspector: Screen, visit: dict[str, Any]) -> None:
    """What a sync has kept of the visit ahead is read at a door without signal."""
    await inspector.context.set_offline(True)
    await inspector.push(f"/visits/{visit['id']}")
    sheet = inspector.page.get_by_role("region", name="进店前看一眼")
    await expect(sheet.get_by_role("heading", name="未整改 · 1")).to_be_visible()
    await expect(sheet.get_by_role("heading", name="最近 2 次得分")).to_be_visible()
    await expect(sheet.get_by_text("近 2 次有 2 次未通过")).to_be_visible()
    await sheet.get_by_role("link", name="消防通道").first.click()
    await inspector.page.wait_for_url("**/tasks/*")
    await inspector.push(f"/visits/{visit['id']}")


async def the_poster_and_a_reason_check_in(inspector: Screen) -> None:
    page = inspector.page
    await page.get_by_role("button", name="去巡店").click()
    asked = page.get_by_role("dialog", name="到店签到 · A1 店")
    await expect(asked).to_contain_text("离门店还有约 5 公里")
    go = asked.get_by_role("button", name="签到并开始")
    await expect(go).to_be_disabled()
    await asked.get_by_role("button", name="扫门店签到码").click()
    await expect(asked.get_by_text("已扫到A1 店的签到码。")).to_be_visible()
    await asked.get_by_role("button", name="系统里门店位置不对").click()
    await asked.get_by_label("补充说明（选填）").fill("地图上是老店址")
    await go.click()
    await expect(asked).to_be_hidden()
    await expect(page.get_by_role("article").first).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("article").first).to_be_visible()


async def the_desk_sees_how(desk: Screen, visit: dict[str, Any]) -> None:
    await desk.go(f"/console/visits/{visit['id']}")
    drawer = desk.page.get_by_role("dialog")
    for text in ("扫门店码签到", "定位离门店太远", "系统里门店位置不对：地图上是老店址", "5 公里"):
        await expect(drawer).to_contain_text(text)
    assert desk.watch.complaints == []
