"""Boxes of a shelf are corrected on a phone without network; before and after are compared row by row."""

from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import expect

from shelfvision.synth.api import draw_shelf
from tests.factories.browser import eventually, open_screen
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.photos import Phone, encoded, registration
from tests.factories.served import Installation
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

Spec = dict[str, Any]


async def shelf(client: Client, org: Org, seed: int, gaps: int) -> Spec:
    """Hand a shelf photo of A1 in, and return it as a task names it."""
    data = encoded(draw_shelf(seed, 1280, 960, gaps).image.convert("RGB"), quality=90)
    photo_id = await Phone(client).hand_in(data, registration(data, org.places["A1"], purpose="shelf"))
    return {"id": photo_id, "sha256": sha256(data).hexdigest(), "size": len(data)}


async def read(client: Client, photo: Spec) -> dict[str, Any]:
    """Wait until the model has answered, and return the reading."""

    async def settled() -> bool:
        reading = (await show(client, f"/api/photos/{photo['id']}"))["reading"]
        return reading is not None and reading["state"] != "pending"

    await eventually(settled)
    return (await show(client, f"/api/photos/{photo['id']}"))["reading"]


async def compared(served: Installation, org: Org) -> tuple[str, Spec, int]:
    """Have a task about a shelf opened and answered; return its id, the photo of the fault, how many boards at most."""
    async with served.client(org, "regional") as regional, served.client(org, "manager") as manager:
        before, after = await shelf(regional, org, 7, 6), await shelf(manager, org, 8, 0)
        boards = [len((await read(regional, photo))["rows"]) for photo in (before, after)]
        task = {"id": str(uuid4()), "storeId": str(org.places["A1"])}
        form = {"tasks": [task], "title": "饮料柜缺货", "requirement": "补满", "photos": [before]}
        opened = await regional.post("/api/tasks", form)
        assert opened.status_code == 201, opened.text
        answer = {"note": "", "photos": [after], "ifVersion": opened.json()["items"][0]["version"]}
        assert (await manager.post(f"/api/tasks/{task['id']}/response", answer)).status_code == 200
    return task["id"], before, max(boards)


async def test_boxes_are_corrected_offline_and_an_answer_is_compared_row_by_row(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path
) -> None:
    task_id, before, boards = await compared(served, company)
    async with launch(gappy_shelf) as browser, served.client(company, "inspector") as inspector:
        seen = await read(inspector, before)
        phone = await open_screen(browser, served.origin)
        await phone.log_in(company.username("inspector"), company.password)
        await phone.push(f"/tasks/{task_id}")
        rows = phone.page.get_by_role("table", name="逐层对比")
        # The head, the whole photo, and each board.
        await expect(rows.get_by_role("row")).to_have_count(2 + boards, timeout=60_000)
        await expect(rows.get_by_role("row", name="整张")).to_contain_text("→")
        await phone.page.get_by_role("slider", name="左右移动分界").press("ArrowLeft")

        await phone.push(f"/photos/{before['id']}/boxes")
        await expect(phone.page.get_by_text("逐个查看")).to_be_visible()
        await phone.context.set_offline(True)
        await phone.page.get_by_role("radio", name="只看空位").check()
        await phone.page.get_by_role("button", name="放大").click()
        await phone.page.get_by_role("button", name="看全图").click()
        await phone.page.get_by_text("逐个查看").click()
        await phone.page.get_by_role("button", name="1 · ", exact=False).first.click()
        await phone.page.get_by_role("button", name="删除").click()
        await expect(phone.page.get_by_text("删除 1")).to_be_visible()
        await phone.page.get_by_role("button", name="保存").click()
        await phone.context.set_offline(False)

        async def corrected() -> bool:
            return bool((await show(inspector, f"/api/photos/{before['id']}"))["reading"]["version"] == 1)

        await eventually(corrected)
        reading = await read(inspector, before)
        assert len(reading["boxes"]) == len(seen["boxes"]) - 1
        assert reading["model"]["boxes"] == seen["boxes"]


@pytest.mark.e2e
async def test_head_office_sees_the_trend_its_photos_the_model_and_the_set_of_labels(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path
) -> None:
    async with launch(gappy_shelf) as browser, served.client(company, "inspector") as inspector:
        photo = await shelf(inspector, company, 7, 6)
        seen = await read(inspector, photo)
        form = {"boxes": seen["boxes"][1:], "ifVersion": 0}
        assert (await inspector.put(f"/api/photos/{photo['id']}/boxes", form)).status_code == 200
        desk = await open_screen(browser, served.origin, desk=True)
        await desk.log_in(company.username("admin"), company.password, path="/console/shelves")
        await desk.page.get_by_role("button", name="1 张照片").click()
        await expect(desk.page.get_by_role("img", name="A1 店")).to_be_visible()
        await desk.push("/models")
        await expect(desk.page.get_by_role("row", name=seen["modelVersion"])).to_contain_text("100%")
        await expect(desk.page.get_by_role("row", name="A1 店")).to_contain_text("1 / 1")
        await desk.push("/labels")
        await desk.page.get_by_role("button", name="导出标注").click()
        await expect(desk.page.get_by_role("row", name="第 1 版")).to_contain_text("1 张新增", timeout=60_000)
        await desk.push(f"/photos/{photo['id']}/boxes")
        await desk.page.get_by_label("对照模型原来的框").check()
        await expect(desk.page.get_by_text("新增 0 · 删除 1 · 移动 0 · 改类别 0")).to_be_visible()
        assert desk.watch.complaints == []
