"""An inspection with twenty photos on a phone that is killed twice and updated: nothing lost, nothing doubled."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Playwright, Request, expect

from storewalk.photos import keys
from tests.factories.browser import Screen, kill, open_installed, served_by_worker
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys import phone
from tests.journeys.arrange import by_key, plan_visit, show

SHOTS = 4
PHOTOS = 5 * SHOTS


@dataclass
class Phone:
    """A phone with the app installed; what it says of each photo that it registers is kept by the photo's id."""

    pick_up: Callable[[], Awaitable[Screen]]
    folder: Path
    announced: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    async def open(self) -> Screen:
        """Start the app's browser."""
        screen = await self.pick_up()
        screen.context.on("request", self.note)
        return screen

    async def drop(self, screen: Screen) -> None:
        """Kill it."""
        gone = asyncio.Event()
        screen.context.on("close", lambda _: gone.set())
        kill(self.folder)
        await gone.wait()

    def note(self, request: Request) -> None:
        """Keep what is said of a photo."""
        if request.method == "POST" and request.url.endswith("/api/photos"):
            body: Any = request.post_data_json
            self.announced[body["id"]] = body


@pytest.fixture
def pocket(served: Installation, playwright: Playwright, chromium: str, gappy_shelf: Path, tmp_path: Path) -> Phone:
    """The inspector's phone."""
    folder = tmp_path / "phone"
    return Phone(partial(open_installed, playwright, chromium, folder, served.origin, gappy_shelf), folder)


@pytest.mark.e2e
async def test_twenty_photos_survive_two_kills_and_arrive_once(
    served: Installation, company: Org, pocket: Phone
) -> None:
    planned = await plan_visit(served, company)
    screen = await pocket.open()
    await screen.log_in(company.username("inspector"), company.password)
    await served_by_worker(screen.page)
    await screen.push(f"/visits/{planned['id']}")
    async with phone.reaching(screen.page, "/start"):
        await screen.page.get_by_role("button", name="去巡店").click()
    # A new version has come, and is taken up by the next start, which is without network.
    offer = await phone.new_build(screen, served.pwa)
    await screen.context.set_offline(True)
    await inspect(screen)
    await expect(offer).to_be_visible()
    await pocket.drop(screen)

    screen = await pocket.open()
    await screen.context.set_offline(True)
    await screen.go("/queue")
    await phone.queue_shows(screen.page, texts=12, photos=PHOTOS)
    await screen.page.reload()
    await phone.queue_shows(screen.page, texts=12, photos=PHOTOS)
    await expect(screen.page.get_by_role("status").filter(has_text="有新版本")).to_have_count(0)
    await screen.context.set_offline(False)
    await phone.known_again(screen, company, "inspector", lambda: len(pocket.announced) >= 3)
    await pocket.drop(screen)

    screen = await pocket.open()
    await screen.go("/queue")
    await phone.known_again(screen, company, "inspector", lambda: len(pocket.announced) >= PHOTOS)
    await phone.all_sent(screen.page)
    await screen.push("/queue")
    await expect(screen.page.get_by_role("main")).to_contain_text("全部已发送")
    await screen.context.close()
    await all_arrived_once(served, company, planned["id"], pocket.announced)


async def inspect(screen: Screen) -> None:
    """Answer everything, four photos each for five checkpoints, and submit."""
    visit = phone.Visit(screen.page)
    await visit.photograph(phone.COOLER, "拍货架", shots=SHOTS)
    await visit.say(phone.TAGS, "未通过")
    await visit.photograph(phone.TAGS, "拍照", shots=SHOTS)
    await visit.say(phone.PROMOTION, "部分缺少")
    await visit.photograph(phone.PROMOTION, "拍照", shots=SHOTS)
    await visit.section("食品安全")
    await visit.enter(phone.CHILLER, "4.5")
    await visit.say(phone.EXPIRED, "通过")
    await visit.say(phone.HOT_FOOD, "不适用")
    await visit.section("环境与安全")
    await visit.photograph(phone.ENTRANCE, "拍照", shots=SHOTS)
    await visit.say(phone.FLOOR, "干净")
    await visit.say(phone.FIRE_EXIT, "通过")
    await visit.section("服务与人员")
    await visit.say(phone.UNIFORM, "未通过")
    await visit.photograph(phone.UNIFORM, "拍照", shots=SHOTS)
    await visit.enter(phone.REMARKS, "信号不好，回去再传")
    await visit.submit()


async def all_arrived_once(served: Installation, org: Org, visit_id: str, announced: dict[str, dict[str, Any]]) -> None:
    """Check every photo's bytes, and that the server holds nothing twice."""
    async with served.client(org, "inspector") as inspector:
        visit = await show(inspector, f"/api/inspections/{visit_id}")
        answers = by_key(visit)
        assert (visit["answered"], len(announced)) == (11, PHOTOS)
        assert {key: len(answer["photos"]) for key, answer in answers.items() if answer["photos"]} == dict.fromkeys(
            ["drinks-cooler", "price-tags", "promotion", "entrance", "uniform"], SHOTS
        )
        assert {photo for answer in answers.values() for photo in answer["photos"]} == set(announced)
        for photo_id, said in announced.items():
            assert (await show(inspector, f"/api/photos/{photo_id}"))["state"] == "ready"
            held = await served.platform.objects.get(keys.original(org.id, UUID(photo_id)), said["size"])
            assert sha256(held).hexdigest() == said["sha256"]
    async with served.platform.transaction(org.system) as tx:
        [counted] = await tx.fetch(
            "SELECT (SELECT count(*) FROM photo) AS photos, (SELECT count(*) FROM inspection) AS visits,"
            " (SELECT count(*) FROM event WHERE kind = 'inspections.submitted') AS submissions"
        )
    assert tuple(counted) == (PHOTOS, 1, 1)
