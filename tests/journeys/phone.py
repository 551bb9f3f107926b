"""What a person does on the phone's screens, in Chinese, as its words and roles say."""

import re
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.factories.browser import Screen, eventually, shoot, until
from tests.factories.organization import Org

ALL_SENT = "已全部同步，查看待发送"
COOLER, TAGS, PROMOTION = "饮料柜是否缺货？", "价签齐全、与商品对应？", "促销陈列是否到位？"
CHILLER, EXPIRED, HOT_FOOD = "冷藏柜内是多少度？", "货架上没有过期商品？", "热食保温中心温度多少？"
ENTRANCE, FLOOR, FIRE_EXIT = (
    "门头招牌完整、亮灯，门前无杂物？",
    "地面清洁到什么程度？",
    "消防通道畅通、灭火器在有效期内？",
)
UNIFORM, REMARKS = "员工着装规范、健康证有效？", "与店长沟通了哪些要点？"


def pill(page: Page) -> Locator:
    """Return the sync pill."""
    return page.get_by_test_id("sync-pill")


async def all_sent(page: Page) -> None:
    """Wait until nothing waits on this phone."""
    await expect(pill(page)).to_have_attribute("aria-label", ALL_SENT)


@asynccontextmanager
async def reaching(page: Page, path: str) -> AsyncGenerator[None]:
    """Do something that sends a command, and wait until the server has it and nothing else waits."""
    async with page.expect_response(lambda answer: answer.url.endswith(path) and answer.request.method != "GET"):
        yield
    await all_sent(page)


class Visit:
    """The visit that is open on a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def card(self, title: str) -> Locator:
        """Return the card of a checkpoint."""
        return self.page.locator("article").filter(has=self.page.get_by_role("heading", name=title))

    async def reach(self, title: str) -> Locator:
        """Scroll to the card of a checkpoint, which is made only when somebody comes near to it."""
        await self.card(title).scroll_into_view_if_needed()
        return self.card(title)

    async def section(self, name: str) -> None:
        """Turn to a section."""
        tabs = self.page.get_by_role("navigation", name="检查分类")
        await tabs.get_by_role("button", name=name).click()

    async def say(self, title: str, word: str) -> None:
        """Press an answer, which then is on."""
        button = (await self.reach(title)).get_by_role("button", name=word, exact=True)
        await button.click()
        await expect(button).to_have_attribute("aria-pressed", "true")

    async def enter(self, title: str, value: str) -> None:
        """Type a number or a text."""
        box = self.card(title).get_by_role("textbox", name=title)
        await box.fill(value)
        await box.press("Tab")
        await expect(self.card(title)).not_to_contain_text("未检查")

    async def photograph(self, title: str, button: str, *, shots: int = 1) -> None:
        """Take photos for a checkpoint; they show at once, from this phone."""
        for taken in range(shots):
            await shoot(self.page, self.card(title), button if taken == 0 else "再拍一张")
            shown = self.card(title).get_by_role("button", name=re.compile("^照片 "))
            await expect(shown).to_have_count(taken + 1)

    async def sum_up(self) -> None:
        """Turn to the summary."""
        summary = self.page.get_by_role("link", name="查看小结").or_(self.page.get_by_role("button", name="查看小结"))
        await summary.click()

    async def submit(self) -> None:
        """End the visit by its summary."""
        await self.sum_up()
        await self.send()

    async def send(self) -> None:
        """Send the visit from its summary."""
        await self.page.get_by_role("button", name="提交巡店").click()
        # Back on the visit: the phone has kept it.
        await self.page.wait_for_url(re.compile(r"/visits/[0-9a-f-]+$"))


async def queue_shows(page: Page, *, texts: int, photos: int) -> None:
    """Check what the queue screen says is waiting."""
    await expect(page.get_by_role("heading", name=f"答案与操作 {texts}", exact=True)).to_be_visible()
    await expect(page.get_by_role("heading", name=f"照片 {photos}", exact=True)).to_be_visible()
    await expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(texts + photos)


def text_before_photos(requests: Sequence[tuple[str, str]]) -> bool:
    """Tell whether every answer and submission was sent before the first photo was registered."""
    texts = [at for at, (_, path) in enumerate(requests) if path.startswith("/api/inspections/")]
    photos = [at for at, (_, path) in enumerate(requests) if path == "/api/photos"]
    return bool(texts) and bool(photos) and max(texts) < min(photos)


async def log_in_here(screen: Screen, org: Org, role: str) -> None:
    """Log in by the form that is shown."""
    page = screen.page
    await page.locator("input[name=username]").fill(org.username(role))
    await page.locator("input[name=password]").fill(org.password)
    await page.get_by_role("button", name="登录", exact=True).click()
    await page.locator("input[name=password]").wait_for(state="detached")


async def new_build(screen: Screen, pwa: Path) -> Locator:
    """Let another build of the app be served, and return what offers it once the phone has found it."""
    # The worker's script has other bytes.
    script = pwa / "mobile/sw.js"
    script.with_name("sw.js.br").unlink(missing_ok=True)
    script.write_text(script.read_text("utf-8") + "\n// another build\n", "utf-8")
    await screen.page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)")
    offer = screen.page.get_by_role("status").filter(has_text="有新版本")
    await offer.wait_for()
    return offer


async def known_again(screen: Screen, org: Org, role: str, holds: Callable[[], bool]) -> None:
    """Wait until something holds; log in again where the browser had not yet written its cookie down when it died."""
    asks = screen.page.get_by_role("link", name="去登录").first

    async def asked_or_done() -> bool:
        return holds() or await asks.is_visible()

    await eventually(asked_or_done)
    if not holds():
        await asks.click()
        await log_in_here(screen, org, role)
        await until(holds)
