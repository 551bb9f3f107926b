"""A shop of thirty products with barcodes, its till, and people who count it with their phones."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from playwright.async_api import Page, expect

from tests.factories.barcodes import ean13
from tests.factories.browser import Screen
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.served import Installation
from tests.factories.stock import add_product, line, receive
from tests.journeys.arrange import show

COST_CENTS = 300
KEY_S = 0.005  # from one key of a scanner to the next
CODES = [ean13(f"690{number:09}") for number in range(30)]
NAMES = [f"商品 {number:02}" for number in range(30)]


@dataclass
class Stocktake:
    """A count of the shop, and what the till sold meanwhile."""

    served: Installation
    org: Org
    id: str
    zones: dict[str, str]
    products: list[str]
    sold: dict[int, int] = field(default_factory=dict[int, int])

    async def sell(self, *numbers: int, at: datetime | None = None) -> None:
        """Let the till sell one of each product; it says so at once, also of a sale that lies back."""
        lines = [sold(None, barcode=CODES[number]) for number in numbers]
        when = (at or datetime.now(UTC)).isoformat()
        async with self.served.client(self.org, "admin") as till:
            told = await ingest(till, till_receipt(*lines, occurredAt=when))
        assert (told["accepted"], told["parked"]) == (1, 0)

    async def read(self, who: Client) -> dict[str, Any]:
        """Return the count as it is."""
        return await show(who, f"/api/counts/{self.id}")

    async def variances(self, who: Client) -> dict[int, tuple[str | None, str]]:
        """Return what was counted and the variance, by the product's number."""
        found = await show(who, f"/api/counts/{self.id}/variances?limit=100")
        numbers = {name: number for number, name in enumerate(NAMES)}
        return {numbers[each["productName"]["zh"]]: (each["counted"], each["variance"]) for each in found["items"]}

    async def on_hand(self, who: Client) -> dict[int, str]:
        """Return what the book says, by the product's number."""
        items = (await show(who, f"/api/stock?store={self.org.places['A1']}&limit=5000"))["items"]
        numbers = {product: number for number, product in enumerate(self.products)}
        return {numbers[item["productId"]]: item["quantity"] for item in items}


async def open_stocktake(served: Installation, org: Org, book: list[int]) -> Stocktake:
    """Fill the shop as `book` says by product, and open a full count of two zones of its floor."""
    async with served.client(org, "buyer") as buyer, served.client(org, "admin") as admin:
        await found_catalogue(buyer)
        products = [
            await add_product(buyer, f"K{number:02}", name={"zh": name, "en": f"Item {number:02}"}, barcodes=[code])
            for number, (name, code) in enumerate(zip(NAMES, CODES, strict=True))
        ]
        goods = [
            line(product, str(quantity), quantity * COST_CENTS)
            for product, quantity in zip(products, book, strict=True)
        ]
        await receive(buyer, org.places["A1"], *goods)
        rule = {"recountQuantity": "5", "recountCents": 0, "recountPercent": 0, "approvalCents": 1_000_000}
        assert (await admin.put("/api/counts/rule", rule)).status_code == 200
    form = {
        "storeId": str(org.places["A1"]),
        "kind": "full",
        "title": "月末全盘",
        "zones": [{"name": "A 区"}, {"name": "B 区"}],
    }
    async with served.client(org, "manager") as manager:
        answer = await manager.post("/api/counts", form)
        assert answer.status_code == 201, answer.text
    opened = answer.json()
    return Stocktake(served, org, opened["id"], {zone["name"]: zone["id"] for zone in opened["zones"]}, products)


class Zone:
    """The zone that is open on a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def holds(self, counted: int) -> None:
        """Wait until so many products are counted in the zone."""
        await expect(self.page.locator("header")).to_contain_text(f"已盘 {counted} ·")

    async def pull_the_trigger(self, *codes: str) -> None:
        """Scan with a scanner that types, as quickly as one does."""
        keyboard = await self.page.context.new_cdp_session(self.page)
        for code in codes:
            keys = [*({"key": digit, "text": digit} for digit in code), {"key": "Enter", "text": "\r"}]
            # All at once, since a scanner does not wait for an answer to each key; and with the times at which it typed
            # them, which a busy page hears of late but unchanged.
            began = time.time()
            typed = [{"type": "keyDown", "timestamp": began + n * KEY_S, **key} for n, key in enumerate(keys)]
            await asyncio.gather(*(keyboard.send("Input.dispatchKeyEvent", key) for key in typed))
        await keyboard.detach()

    async def shows(self, name: str, quantity: str) -> None:
        """Check what the card of the last scan says."""
        card = self.page.locator("article")
        await expect(card.get_by_role("heading")).to_have_text(name)
        await expect(card.get_by_test_id("count-quantity")).to_have_text(quantity)

    async def key_in(self, quantity: str) -> None:
        """Say by the keypad how much there is of what was scanned last."""
        await self.page.get_by_role("button", name="输入数量").click()
        await self.type_in(quantity)
        await expect(self.page.get_by_test_id("count-quantity")).to_have_text(quantity)

    async def type_in(self, quantity: str) -> None:
        """Type into the keypad that is open."""
        pad = self.page.get_by_role("dialog", name="输入数量")
        for digit in quantity:
            await pad.get_by_role("button", name=digit, exact=True).click()
        await pad.get_by_role("button", name="就是这个数").click()

    async def end(self, name: str) -> None:
        """Say that the zone is counted."""
        await self.page.get_by_role("button", name="结束本区").click()
        await self.page.get_by_role("dialog", name=f"结束{name}？").get_by_role("button", name="结束本区").click()
        await self.page.wait_for_url(re.compile(r"/counts/[0-9a-f-]+$"))


async def submit(page: Page, then: str) -> None:
    """Submit the count that is open on a phone, and wait for what the phone says then."""
    await page.get_by_role("button", name="提交盘点").click()
    await page.get_by_role("dialog", name="提交这次盘点？").get_by_role("button", name="提交盘点").click()
    await expect(page.get_by_role("main")).to_contain_text(then)


async def catalogue_is_here(screen: Screen, products: int) -> None:
    """Wait until the phone has the catalogue."""
    await expect(screen.page.get_by_text("商品资料还没下载完")).to_have_count(0)
    count = """async () => {
      const name = (await indexedDB.databases()).map(d => d.name).find(n => n !== 'storewalk-device')
      const db = await new Promise(ok => { const r = indexedDB.open(name); r.onsuccess = () => ok(r.result) })
      const all = db.transaction('products').objectStore('products').count()
      const n = await new Promise(ok => { all.onsuccess = () => ok(all.result) })
      db.close()
      return n
    }"""
    assert await screen.page.evaluate(count) == products
