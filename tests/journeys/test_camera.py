"""The camera: long shelves in a row of shots, poor shots told at once, pictures from the gallery, progress."""

import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image, ImageFilter
from playwright.async_api import Browser, Page, expect

from shelfvision.synth.api import draw_shelf
from tests.factories.browser import Screen, film, flicker, open_screen, served_by_worker
from tests.factories.inspections import checkpoint, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, show
from tests.journeys.cast import Launch
from tests.journeys.conftest import real_photo

SLOW = {"offline": False, "latency": 20, "downloadThroughput": 500_000, "uploadThroughput": 60_000}
FAST = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
UsePhone = Callable[[Browser], Awaitable[Screen]]
Held = Callable[[str], Awaitable[list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def shelf() -> Image.Image:
    """A sharp photo of a shelf: a real one, or a drawn one without the real photos."""
    return real_photo("products/val", "C1_P01_N1_S2_2_JPG") or draw_shelf(8, 1280, 960, 0).image


@pytest.fixture(scope="module")
async def steady(
    launch: Launch, shelf: Image.Image, tmp_path_factory: pytest.TempPathFactory
) -> AsyncGenerator[Browser]:
    """A phone that is held still."""
    async with launch(film(flicker(shelf), tmp_path_factory.mktemp("camera") / "sharp.mjpeg", (640, 480))) as browser:
        yield browser


@pytest.fixture(scope="module")
async def shaking(
    launch: Launch, shelf: Image.Image, tmp_path_factory: pytest.TempPathFactory
) -> AsyncGenerator[Browser]:
    """A phone that is moved."""
    blurred = shelf.convert("RGB").filter(ImageFilter.GaussianBlur(4))
    async with launch(film(flicker(blurred), tmp_path_factory.mktemp("camera") / "blurred.mjpeg")) as browser:
        yield browser


@pytest.fixture
async def visit(served: Installation, company: Org) -> dict[str, Any]:
    """A visit under way: a shelf, and a poster of which any picture will do."""
    points = [
        checkpoint("shelf", "photo", shelf=True, title=words("货架")),
        checkpoint("poster", "photo", live=False, title=words("海报")),
    ]
    async with served.client(company, "regional") as author:
        published = (await author.post("/api/inspection-templates", template(points))).json()
    async with served.client(company, "inspector") as inspector:
        form = {"id": str(uuid4()), "storeId": str(company.places["A1"]), "templateId": published["id"]}
        return (await inspector.post("/api/inspections", form)).json()


@pytest.fixture
async def use(served: Installation, company: Org, visit: dict[str, Any]) -> AsyncGenerator[UsePhone]:
    """`await use(browser)`: the inspector's phone with the visit open."""
    phones: list[Screen] = []

    async def used(browser: Browser) -> Screen:
        screen = await open_screen(browser, served.origin)
        phones.append(screen)
        await screen.log_in(company.username("inspector"), company.password)
        await served_by_worker(screen.page)
        await screen.push(f"/visits/{visit['id']}")
        return screen

    yield used
    for screen in phones:
        assert screen.watch.complaints == []
        await screen.context.close()


@pytest.fixture
def held(served: Installation, company: Org, visit: dict[str, Any]) -> Held:
    """`await held(key)`: the photos of an answer as the server has them."""

    async def look(key: str) -> list[dict[str, Any]]:
        async with served.client(company, "inspector") as inspector:
            answer = by_key(await show(inspector, f"/api/inspections/{visit['id']}"))[key]
            return [await show(inspector, f"/api/photos/{photo}") for photo in answer["photos"]]

    return look


async def all_sent(page: Page, title: str, photos: int) -> None:
    """Wait until a checkpoint shows its photos, which it does once they are queued, and then until all is sent."""
    shown = phone.Visit(page).card(title).get_by_role("button", name=re.compile("^照片 "))
    await expect(shown).to_have_count(photos)
    await phone.all_sent(page)


async def open_camera(page: Page, title: str, button: str) -> Any:
    """Open the camera of a checkpoint."""
    await phone.Visit(page).card(title).get_by_role("button", name=button).click()
    return page.get_by_role("dialog", name="拍照")


@pytest.mark.e2e
async def test_a_long_shelf_is_taken_in_a_row_without_leaving_the_camera(
    use: UsePhone, steady: Browser, held: Held
) -> None:
    page = (await use(steady)).page
    camera = await open_camera(page, "货架", "拍货架")
    await expect(camera).to_contain_text("离货架约 1.5 米")
    await expect(camera.get_by_text("相册")).to_have_count(0)
    await camera.get_by_role("button", name="连拍").click()
    for taken in (1, 2, 3):
        await camera.get_by_role("button", name="拍摄").click()
        await expect(camera.get_by_role("status")).to_have_text(f"已拍 {taken} 张，最多 12 张")
    await expect(camera).to_contain_text("左边与上一张的虚影对齐")
    await camera.get_by_role("button", name="照片 2").click()
    await camera.get_by_role("button", name="不用这张").click()
    await expect(camera.get_by_role("status")).to_have_text("已拍 2 张，最多 12 张")
    await camera.get_by_role("button", name="完成（2）").click()
    await camera.wait_for(state="detached")
    await expect(phone.Visit(page).card("货架").get_by_role("button", name=re.compile("^照片 "))).to_have_count(2)
    await all_sent(page, "货架", 2)
    photos = await held("shelf")
    assert [(photo["source"], photo["state"], photo["purpose"]) for photo in photos] == [
        ("camera", "ready", "shelf")
    ] * 2


async def test_a_blurred_shot_is_told_at_once_and_used_only_when_the_person_insists(
    use: UsePhone, shaking: Browser, held: Held
) -> None:
    page = (await use(shaking)).page
    camera = await open_camera(page, "货架", "拍货架")
    await camera.get_by_role("button", name="连拍").click()
    await camera.get_by_role("button", name="拍摄").click()
    await expect(camera.get_by_role("alert")).to_contain_text("照片模糊")
    await expect(camera.get_by_role("button", name="重拍")).to_be_focused()
    await camera.get_by_role("button", name="重拍").click()
    assert await held("shelf") == []
    await camera.get_by_role("button", name="拍摄").click()
    await camera.get_by_role("button", name="仍然使用").click()
    await camera.get_by_role("button", name="完成（1）").click()
    await all_sent(page, "货架", 1)
    assert len(await held("shelf")) == 1


@pytest.mark.e2e
async def test_a_picture_from_the_gallery_brings_its_own_time_and_place(
    use: UsePhone, steady: Browser, held: Held, shelf: Image.Image
) -> None:
    page = (await use(steady)).page
    camera = await open_camera(page, "海报", "拍照")
    picture = {"name": "poster.jpg", "mimeType": "image/jpeg", "buffer": tagged(shelf)}
    await camera.locator("input[type=file]").set_input_files([picture])
    await camera.get_by_role("button", name="使用照片").click()
    await all_sent(page, "海报", 1)
    [photo] = await held("poster")
    # To the minute: the server corrects for what it measured of the phone's clock.
    assert (photo["source"], photo["takenAt"][:16]) == ("gallery", "2026-11-20T01:30")
    assert (round(photo["position"]["lat"], 4), round(photo["position"]["lng"], 4)) == (31.2304, 121.4737)


async def test_how_far_a_photo_has_come_is_told_and_a_lost_network_too(use: UsePhone, steady: Browser) -> None:
    screen = await use(steady)
    page = screen.page
    network = await screen.context.new_cdp_session(page)
    await network.send("Network.emulateNetworkConditions", SLOW)
    camera = await open_camera(page, "货架", "拍货架")
    await camera.get_by_role("button", name="拍摄").click()
    await camera.get_by_role("button", name="使用照片").click()
    tile = phone.Visit(page).card("货架").get_by_role("button", name="照片 1")
    await expect(tile).to_contain_text(re.compile(r"上传中 [1-9]\d?%"))
    await screen.context.set_offline(True)
    await expect(tile).to_contain_text("离线，联网后继续")
    await screen.context.set_offline(False)
    await network.send("Network.emulateNetworkConditions", FAST)
    await expect(tile).to_contain_text(re.compile("已识别|请人工确认"))
    await phone.all_sent(page)
    # The line that was cut is no fault of the app.
    screen.watch.complaints.clear()


def tagged(picture: Image.Image) -> bytes:
    """Return a JPEG that says when and where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x9003: "2026:11:20 09:30:15", 0x9011: "+08:00"})
    place = {1: "N", 2: (31.0, 13.0, 49.44), 3: "E", 4: (121.0, 28.0, 25.32)}
    exif.get_ifd(0x8825).update(place)
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


async def test_the_photo_wall_shows_a_new_photo_by_itself_and_leads_to_its_visit(
    served: Installation, company: Org, use: UsePhone, steady: Browser
) -> None:
    desk = await open_screen(steady, served.origin, desk=True)
    await desk.log_in(company.username("regional"), company.password, path="/console/photos")
    wall = desk.page.get_by_role("list", name="照片墙")
    await expect(desk.page.get_by_text("还没有照片")).to_be_visible()
    page = (await use(steady)).page
    await phone.Visit(page).photograph("货架", "拍货架", shots=2)
    await phone.all_sent(page)
    await expect(wall.get_by_role("listitem")).to_have_count(2)
    await expect(wall.get_by_role("listitem").first).to_contain_text("A1 店")
    await wall.get_by_role("link").first.click()
    large = desk.page.get_by_role("dialog")
    await expect(large.get_by_role("status")).to_have_text("1 / 2")
    await desk.page.keyboard.press("ArrowRight")
    await expect(large.get_by_role("status")).to_have_text("2 / 2")
    picture = large.get_by_role("group", name=re.compile("^图片"))
    await picture.press("+")
    await expect(picture.locator("> div")).to_have_attribute("style", re.compile(r"scale\(1\.25\)"))
    await desk.page.reload()
    await expect(large.get_by_role("status")).to_have_text("2 / 2")
    await large.get_by_role("link", name=re.compile("^查看巡店：货架")).click()
    await desk.page.wait_for_url("**/console/visits/*")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("shelf的标准")
    assert desk.watch.complaints == []
    await desk.context.close()
