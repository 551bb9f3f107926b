"""Head office opens a task and comments on it with photos from files; the wall leads back to the task."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect

from shelfvision.synth.api import draw_shelf
from tests.factories.browser import Screen, open_screen
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

Files = dict[str, Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Two photos, one too small to show anything, and a file that is no picture."""
    made = {name: tmp_path / name for name in ("stack.jpg", "closer.png", "tiny.png", "notes.jpg")}
    draw_shelf(7, 1280, 960, 6).image.convert("RGB").save(made["stack.jpg"], quality=90)
    draw_shelf(9, 1280, 960, 2).image.convert("RGB").save(made["closer.png"])
    Image.new("RGB", (8, 8), "red").save(made["tiny.png"])
    made["notes.jpg"].write_text("no picture", "utf-8")
    return made


@pytest.mark.e2e
async def test_a_task_is_opened_with_photos_from_files_and_spoken_of_with_another(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path, files: Files
) -> None:
    async with launch(gappy_shelf) as browser, served.client(company, "regional") as regional:
        desk = await at_new_task(served, company, browser)
        form = desk.page.get_by_role("dialog", name="新建整改")
        await fill(desk.page, form, "A1 店")
        await choose(form, files, "stack.jpg", "notes.jpg", "tiny.png")
        await expect(form).to_contain_text("无法打开“notes.jpg”")
        await expect(photos(form)).to_have_count(2)
        # The server does not take the small one: no task is opened, and the other photo waits for it.
        await form.get_by_role("button", name="开出整改").click()
        await expect(photos(form).nth(1)).to_contain_text("照片尺寸过小")
        await expect(photos(form).nth(0)).to_contain_text("已上传")
        await expect(form.get_by_role("button", name="开出整改")).to_be_disabled()
        assert (await show(regional, "/api/tasks"))["items"] == []
        await form.get_by_role("button", name="移除照片 2").click()
        await form.get_by_role("button", name="开出整改").click()

        drawer = desk.page.get_by_role("dialog", name="堆头倒了")
        await expect(drawer.get_by_role("img", name="整改前")).to_be_visible()
        await choose(drawer, files, "closer.png")
        await drawer.get_by_role("button", name="发送留言").click()
        await expect(drawer.get_by_role("listitem").filter(has_text="留言").get_by_role("img")).to_be_visible()
        await expect(photos(drawer)).to_have_count(0)

        [task] = (await show(regional, "/api/tasks"))["items"]
        whole = await show(regional, f"/api/tasks/{task['id']}")
        [before], [comment] = whole["before"], whole["comments"]
        assert (comment["text"], len(comment["photos"])) == ("", 1)
        for photo_id in (before, *comment["photos"]):
            photo: dict[str, Any] = await show(regional, f"/api/photos/{photo_id}")
            assert (photo["state"], photo["source"], photo["purpose"]) == ("ready", "gallery", "evidence")

        await desk.push(f"/photos/{before}")
        await desk.page.get_by_role("link", name="查看整改：堆头倒了（整改前）").click()
        await desk.page.wait_for_url(f"**/console/tasks/{task['id']}")
        assert desk.watch.complaints == []


async def test_photos_go_with_one_store_only_and_anew_to_another(
    served: Installation, company: Org, launch: Launch, gappy_shelf: Path, files: Files
) -> None:
    async with launch(gappy_shelf) as browser, served.client(company, "regional") as regional:
        desk = await at_new_task(served, company, browser)
        form = desk.page.get_by_role("dialog", name="新建整改")
        await fill(desk.page, form, "A1 店")
        await choose(form, files, "stack.jpg", "tiny.png")
        await form.get_by_role("button", name="开出整改").click()
        await expect(photos(form).nth(1)).to_contain_text("照片尺寸过小")
        await form.get_by_role("button", name="移除照片 2").click()
        # It is there for A1 already. Two stores cannot have it; then the other one gets it, under an id of its own.
        await store(desk.page, form, "A2 店")
        await expect(form.get_by_text("照片只能附在一家门店的整改上")).to_be_visible()
        await expect(form.get_by_role("button", name="开出整改")).to_be_disabled()
        await store(desk.page, form, "A1 店")
        await form.get_by_role("button", name="开出整改").click()
        await expect(desk.page.get_by_role("dialog", name="堆头倒了").get_by_alt_text("整改前")).to_be_visible()
        [task] = (await show(regional, "/api/tasks"))["items"]
        assert task["storeName"] == "A2 店"
        [before] = (await show(regional, f"/api/tasks/{task['id']}"))["before"]
        assert (await show(regional, f"/api/photos/{before}"))["storeId"] == task["storeId"]
        assert desk.watch.complaints == []


async def at_new_task(served: Installation, company: Org, browser: Browser) -> Screen:
    """Open the form of a new task at the desk of the regional manager."""
    desk = await open_screen(browser, served.origin, desk=True)
    await desk.log_in(company.username("regional"), company.password, path="/console/tasks")
    await desk.page.get_by_role("main").get_by_text("新建整改").click()
    return desk


async def fill(page: Page, form: Locator, name: str) -> None:
    """Say where and what."""
    await store(page, form, name)
    await form.get_by_role("textbox", name="整改事项").fill("堆头倒了")


async def store(page: Page, form: Locator, name: str) -> None:
    """Add a store, or take it away again."""
    await form.get_by_role("combobox", name="门店").fill(name)
    await page.get_by_role("option", name=name).click()
    await form.get_by_role("heading", name="新建整改").click()


async def choose(within: Locator, files: Files, *names: str) -> None:
    """Choose photos from files."""
    await within.get_by_label("添加照片").set_input_files([files[name] for name in names])


def photos(within: Locator) -> Locator:
    """Return the photos chosen in a form."""
    return within.get_by_role("group").filter(has_text="添加照片").get_by_role("listitem")
