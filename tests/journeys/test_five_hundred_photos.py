"""Five hundred photos that were taken without network reach the server by the phone's own queue, each once."""

import asyncio
import re
from base64 import b64encode
from collections.abc import AsyncGenerator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from PIL import Image, ImageDraw
from playwright.async_api import Browser, Request

from tests.factories.browser import eventually, open_screen, served_by_worker
from tests.factories.inspections import checkpoint, template, words
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.journeys.arrange import show
from tests.journeys.cast import Launch

FILLED = (Path(__file__).parent / "filled.js").read_text("utf-8")
SECTIONS, EACH = 10, 50
MOST_S, LOOK_EVERY_S = 40 * 60, 5
LEFT = """async account => {
  const db = await new Promise((opened, failed) => {
    const opening = indexedDB.open(`storewalk-${account}`)
    opening.onsuccess = () => opened(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const tables = ['commands', 'localPhotos', 'photoBytes', 'photoSmall']
  const counts = await Promise.all(tables.map((table) => new Promise((told, failed) => {
    const asking = db.transaction(table).objectStore(table).count()
    asking.onsuccess = () => told(asking.result)
    asking.onerror = () => failed(asking.error)
  })))
  db.close()
  return counts
}"""
"""How much of each table is left on the phone."""


@pytest.fixture
async def browser(launch: Launch) -> AsyncGenerator[Browser]:
    """The phone's browser."""
    async with launch(None) as opened:
        yield opened


class Wire:
    """What a phone asked for, and how many bytes came back."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.down = 0
        self._reading: set[asyncio.Task[None]] = set()

    def note(self, request: Request) -> None:
        """Keep a request that has ended."""
        path = urlsplit(request.url).path
        self.asked.append((request.method, path))
        task = asyncio.create_task(self._measure(request))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _measure(self, request: Request) -> None:
        sizes = await request.sizes()
        self.down += sizes["responseBodySize"] + sizes["responseHeadersSize"]

    def times(self, method: str, pattern: str) -> int:
        """How often something was asked for."""
        return sum(method == asked and re.fullmatch(pattern, path) is not None for asked, path in self.asked)


def picture(number: int) -> bytes:
    """Draw a small photo that no other is like."""
    image = Image.new("RGB", (640, 480), (number * 37 % 256, number * 11 % 256, number * 5 % 256))
    draw = ImageDraw.Draw(image)
    for line in range(24):
        left, top = (number * 53 + line * 97) % 600, (number * 29 + line * 61) % 440
        draw.rectangle((left, top, left + 40, top + 40), fill=(line * 10, number % 256, 255 - line * 9))
    draw.text((20, 20), f"{number:03}", fill="white")
    out = BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.mark.e2e
async def test_five_hundred_photos_reach_the_server_to_the_last_and_none_twice(
    served: Installation, company: Org, browser: Browser
) -> None:
    parts = [range(start, start + EACH) for start in range(0, SECTIONS * EACH, EACH)]
    draft = template(*[[checkpoint(f"p{n}", title=words(f"第 {n} 项"), photoRule="always") for n in p] for p in parts])
    async with served.client(company, "regional") as author:
        published = (await author.post("/api/inspection-templates", draft)).json()
    async with served.client(company, "inspector") as inspector:
        form = {"id": str(uuid4()), "storeId": str(company.places["A1"]), "templateId": published["id"]}
        visit = (await inspector.post("/api/inspections", form)).json()
    pictures = [picture(number) for number in range(SECTIONS * EACH)]
    hashes = {sha256(data).hexdigest() for data in pictures}
    assert len(hashes) == SECTIONS * EACH

    screen = await open_screen(browser, served.origin)
    page, account = screen.page, str(company.accounts["inspector"])
    await screen.log_in(company.username("inspector"), company.password)
    await served_by_worker(page)
    await screen.push(f"/visits/{visit['id']}")
    await screen.context.set_offline(True)
    encoded = [b64encode(data).decode() for data in pictures]
    await page.evaluate(FILLED, {"account": account, "visit": visit, "pictures": encoded})
    await screen.go(f"/visits/{visit['id']}")
    assert await page.evaluate(LEFT, account) == [1000, 500, 500, 500]
    wire = Wire()
    page.on("requestfinished", wire.note)
    await screen.context.set_offline(False)

    async def nothing_left() -> bool:
        # It takes minutes: a look now and then leaves the phone its time.
        await asyncio.sleep(LOOK_EVERY_S)
        return await page.evaluate(LEFT, account) == [0, 0, 0, 0]

    await eventually(nothing_left, MOST_S)
    assert wire.times("PUT", r"/api/inspections/[^/]+/answers/[^/]+") == SECTIONS * EACH
    assert wire.times("POST", "/api/photos") == SECTIONS * EACH
    assert wire.times("POST", r"/api/photos/[^/]+/complete") == SECTIONS * EACH
    async with served.client(company, "inspector") as inspector:
        held = await show(inspector, f"/api/inspections/{visit['id']}")
    assert (held["answered"], {len(answer["photos"]) for answer in held["answers"]}) == (SECTIONS * EACH, {1})
    async with served.platform.transaction(company.system) as tx:
        rows = await tx.fetch("SELECT state, sha256 AS hash FROM photo")
        [counted] = await tx.fetch("SELECT count(*) FROM event WHERE kind = 'inspections.answered'")
    assert (len(rows), {row["state"] for row in rows}, counted["count"]) == (500, {"ready"}, 500)
    assert {row["hash"] for row in rows} == hashes
    # A visit that came whole with every look for changes would be 700 KB each time.
    assert wire.down < 8_000_000
    await screen.context.close()
