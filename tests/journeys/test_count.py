"""A stocktake while the till sells: two people, two zones, no network, camera and scanner, one recount, approval."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Playwright, Response, expect

from tests.factories.barcodes import ean13, film_of
from tests.factories.browser import Screen, kill, open_installed, open_screen, served_by_worker, shoot
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import show
from tests.journeys.cast import Launch
from tests.journeys.stocktake import CODES, NAMES, Stocktake, Zone, catalogue_is_here, open_stocktake, submit

BY_CAMERA, BY_SCANNER, BY_CLERK = range(10), range(10, 15), range(15, 30)
BOOK = {0: 3, 2: 2, **dict.fromkeys(BY_SCANNER, 2), 11: 1, 14: 3, 20: 2, 29: 12}
COUNTED = {**dict.fromkeys(BY_SCANNER, 2), 14: 3, 29: 11}
SOLD_AFTERWARDS = (1, 10, 16)
DIFFERING = {2: "-1", 11: "1", 29: "-1"}


@pytest.fixture(scope="module")
async def pocket(launch: Launch, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[Browser]:
    """A phone before whose camera ten products are held, one after the other."""
    path = film_of([CODES[number] for number in BY_CAMERA], tmp_path_factory.mktemp("camera") / "codes.mjpeg")
    async with launch(path) as browser:
        yield browser


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the camera of a device sees that lies on the table: a built-in scanner reads the codes."""
    return film_of([], tmp_path_factory.mktemp("camera") / "table.mjpeg", rest=1)


@pytest.fixture(scope="module")
async def pda(launch: Launch, table: Path) -> AsyncGenerator[Browser]:
    """A device with a built-in scanner."""
    async with launch(table) as browser:
        yield browser


@pytest.fixture
async def stocktake(served: Installation, company: Org) -> Stocktake:
    """Thirty products, of which two of the first were sold a moment ago, and a count of them."""
    opened = await open_stocktake(served, company, [BOOK.get(number, 1) for number in range(30)])
    for _ in range(2):
        await opened.sell(0, at=datetime.now(UTC) - timedelta(seconds=1))
    return opened


async def ready(screen: Screen, role: str, stocktake: Stocktake) -> None:
    """Log in, open the count by its card of today, have the catalogue, and lose the network."""
    await screen.log_in(stocktake.org.username(role), stocktake.org.password)
    await served_by_worker(screen.page)
    await screen.page.get_by_role("link", name="月末全盘").click()
    await screen.settle()
    await catalogue_is_here(screen, len(stocktake.products))
    await screen.context.set_offline(True)


async def put_away(screen: Screen) -> None:
    """Close a phone that complained of nothing but the lost network."""
    assert [each for each in screen.watch.complaints if "ERR_INTERNET_DISCONNECTED" not in each] == []
    await screen.context.close()


async def test_two_people_count_a_shop_without_network_while_it_sells(
    served: Installation, stocktake: Stocktake, pocket: Browser, pda: Browser
) -> None:
    before = datetime.now(UTC)
    manager, clerk = await open_screen(pocket, served.origin), await open_screen(pda, served.origin)
    asked: list[str] = []
    for screen in (manager, clerk):
        screen.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    await ready(manager, "manager", stocktake)
    await ready(clerk, "clerk", stocktake)
    await count_by_camera_and_scanner(manager)
    await count_by_scanner(clerk)
    await stocktake.sell(*SOLD_AFTERWARDS)
    await Zone(manager.page).end("A 区")
    await Zone(clerk.page).end("B 区")
    await expect(phone.pill(manager.page)).to_have_attribute("aria-label", "离线，2 项等待发送，查看")

    for screen in (manager, clerk):
        await screen.context.set_offline(False)
        await phone.all_sent(screen.page)
    await expect(manager.page.get_by_role("link", name="B 区")).to_contain_text("已结束")
    await submit(manager.page, "这些商品要由另一个人再数一遍")
    await expect(clerk.page.get_by_role("main")).to_contain_text("要复盘的商品你都数过")
    await recount(manager)
    await put_away(manager)
    await put_away(clerk)
    assert {path for path in asked if path == "/api/stock" or path.endswith("/variances")} == set()
    # A sale of before the count that the till tells of only now.
    await stocktake.sell(20, at=before)
    await approved_exactly(stocktake)


async def count_by_camera_and_scanner(manager: Screen) -> None:
    """Hold ten products before the camera and scan five more twice, in zone A."""
    await manager.page.get_by_role("link", name="A 区").click()
    zone = Zone(manager.page)
    await zone.holds(len(BY_CAMERA))
    await zone.pull_the_trigger(*(CODES[number] for number in BY_SCANNER for _ in range(2)))
    await zone.holds(len(BY_CAMERA) + len(BY_SCANNER))
    await zone.shows(NAMES[14], "2")


async def count_by_scanner(clerk: Screen) -> None:
    """Scan the others in zone B, where one more of zone A lies too; of the last there seem to be three."""
    await clerk.page.get_by_role("link", name="B 区").click()
    zone = Zone(clerk.page)
    await zone.holds(0)
    await zone.pull_the_trigger(CODES[14], *(CODES[number] for number in BY_CLERK))
    await zone.holds(len(BY_CLERK) + 1)
    await zone.shows(NAMES[29], "1")
    await zone.key_in("3")


async def recount(manager: Screen) -> None:
    """Count once more what differed too much, which the clerk counted first."""
    await manager.page.get_by_role("link", name="B 区").click()
    zone = Zone(manager.page)
    await manager.page.get_by_role("button", name=NAMES[29]).click()
    await zone.type_in("11")
    await expect(manager.page.locator("header")).to_contain_text("已盘 1 / 1 ·")
    await zone.end("B 区")
    await submit(manager.page, "已提交")
    await phone.all_sent(manager.page)


async def approved_exactly(stocktake: Stocktake) -> None:
    """Let the regional manager approve, and check every variance, what is booked, and what the book then says."""
    async with stocktake.served.client(stocktake.org, "regional") as regional:
        count = await stocktake.read(regional)
        assert (count["status"], count["round"]) == ("submitted", 2)
        assert await stocktake.variances(regional) == {
            number: (str(COUNTED.get(number, 1)), DIFFERING.get(number, "0")) for number in range(30)
        }
        answer = await regional.post(f"/api/counts/{stocktake.id}/approval", {"ifVersion": count["version"]})
        assert answer.status_code == 200, answer.text
        assert (answer.json()["gainCents"], answer.json()["lossCents"]) == (300, 600)
        hand = await stocktake.on_hand(regional)
    assert {number: hand.get(number, "0") for number in range(30)} == {
        number: str(COUNTED.get(number, 1) - (number in SOLD_AFTERWARDS)) for number in range(30)
    }


@pytest.fixture
def pick_up(
    served: Installation, playwright: Playwright, chromium: str, table: Path, tmp_path: Path
) -> Callable[[], Awaitable[Screen]]:
    """`await pick_up()`: a phone with the app installed, which keeps what it stores."""
    return partial(open_installed, playwright, chromium, tmp_path / "phone", served.origin, table)


@pytest.mark.e2e
async def test_a_phone_killed_in_the_middle_of_a_zone_has_every_scan_and_sends_each_once(
    served: Installation, stocktake: Stocktake, pick_up: Callable[[], Awaitable[Screen]], tmp_path: Path
) -> None:
    screen = await pick_up()
    await ready(screen, "clerk", stocktake)
    await screen.page.get_by_role("link", name="A 区").click()
    await Zone(screen.page).holds(0)
    stranger = ean13("693000000001")
    await Zone(screen.page).pull_the_trigger(CODES[3], CODES[3], CODES[4], stranger)
    await Zone(screen.page).holds(3)
    gone = asyncio.Event()
    screen.context.on("close", lambda _: gone.set())
    kill(tmp_path / "phone")
    await gone.wait()

    screen = await pick_up()
    await screen.context.set_offline(True)
    await screen.go(f"/counts/{stocktake.id}/zones/{stocktake.zones['A 区']}")
    await Zone(screen.page).holds(3)
    await photographed(screen, stranger)
    sent: list[str] = []

    def note(answer: Response) -> None:
        if answer.request.method == "PUT" and answer.ok:
            sent.append(answer.url)

    screen.page.on("response", note)
    await screen.context.set_offline(False)
    await phone.known_again(screen, stocktake.org, "clerk", lambda: bool(sent))
    await phone.all_sent(screen.page)
    await screen.context.close()
    async with served.client(stocktake.org, "manager") as manager:
        lines = (await show(manager, f"/api/counts/{stocktake.id}/lines"))["items"]
    assert sorted((each["productCode"] or each["barcode"], each["quantity"], each["note"]) for each in lines) == [
        (stranger, "1", "新到的饼干"),
        ("K03", "2", ""),
        ("K04", "1", ""),
    ]
    assert [len(each["photoIds"]) for each in lines if each["barcode"]] == [1]


async def photographed(screen: Screen, code: str) -> None:
    """Add a photo and a note to a code that nobody knows."""
    await screen.page.get_by_role("button", name=code).click()
    await screen.page.get_by_role("button", name="照片说明").click()
    sheet = screen.page.get_by_role("dialog", name=code)
    await shoot(screen.page, sheet, "拍照留存")
    await sheet.get_by_role("textbox", name="说明").fill("新到的饼干")
    await sheet.get_by_role("button", name="好了").click()
    await sheet.wait_for(state="detached")


async def test_one_product_is_counted_at_once_also_without_network(
    served: Installation, stocktake: Stocktake, pda: Browser
) -> None:
    screen = await open_screen(pda, served.origin)
    await ready(screen, "manager", stocktake)
    await screen.push("/scan")
    await screen.page.get_by_role("textbox", name="或输入条码").fill(CODES[7])
    await screen.page.get_by_role("button", name="查询").click()
    await screen.page.get_by_role("button", name="盘一下").click()
    await expect(screen.page.get_by_role("heading", level=1)).to_have_text(f"抽盘 {NAMES[7]}")
    await screen.page.get_by_role("link", name="后仓").click()
    await screen.page.get_by_role("button", name="无码 / 搜索").click()
    await screen.page.keyboard.type("sp07")
    await screen.page.get_by_role("dialog", name="找商品").get_by_role("button", name=NAMES[7]).click()
    await Zone(screen.page).type_in("0")
    await expect(screen.page.locator("header")).to_contain_text("已盘 1 / 1 ·")
    await Zone(screen.page).end("后仓")
    await submit(screen.page, "已在本机提交")
    await screen.context.set_offline(False)
    await phone.all_sent(screen.page)
    await put_away(screen)
    async with served.client(stocktake.org, "regional") as regional:
        counts = (await show(regional, "/api/counts"))["items"]
        spot = next(count for count in counts if count["kind"] == "spot")
        [found] = (await show(regional, f"/api/counts/{spot['id']}/variances"))["items"]
    assert (spot["status"], found["counted"], found["variance"]) == ("submitted", "0", "-1")
