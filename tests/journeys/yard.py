"""Goods that wait to go from one store to another, for the journeys of those who load and who receive them."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.factories.barcodes import ean13
from tests.factories.catalog import found_catalogue
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive, stock_of
from tests.factories.transfers import crew_of
from tests.journeys.arrange import show

MILK, TEA, PORK, BUN = "鲜牛奶", "茶叶", "五花肉", "豆沙包"
CODES = {name: ean13(f"69{number:010}") for number, name in enumerate((MILK, TEA, BUN), 1)}
STRANGE = ean13("690999999999")
EARLY, LATE = "2099-06-30", "2099-12-31"


def weighed(grams: int) -> str:
    """Return what the scale prints for some of the pork: product 20001 and its weight."""
    return ean13(f"2020001{grams:05}")


@dataclass
class Yard:
    """Milk of two lots, tea in cases of twelve and pork by weight, approved to go from store A1 to A2."""

    served: Installation
    org: Org
    products: dict[str, str]
    transfer: dict[str, Any]

    async def held(self, store: str, name: str) -> tuple[str, str]:
        """Return what a store has of a product and what is on its way to it."""
        async with self.served.client(self.org, "regional") as regional:
            item = await stock_of(regional, self.org.places[store], self.products[name])
        return item["quantity"], item["inTransit"]

    async def read(self) -> dict[str, Any]:
        """Return the transfer as the server has it."""
        async with self.served.client(self.org, "regional") as regional:
            return await show(regional, f"/api/stock/transfers/{self.transfer['id']}")


async def laden(served: Installation, company: Org) -> Yard:
    """Return the goods at A1, with a transfer to A2 that waits to be shipped."""
    app_tx = partial(served.platform.transaction, company.system)
    async with served.client(company, "buyer") as buyer:
        await found_catalogue(buyer)
        no_packs: dict[str, Any] = {"packs": []}
        forms = {
            MILK: ("M1", no_packs | {"barcodes": [CODES[MILK]]}),
            TEA: ("T1", {"barcodes": [CODES[TEA]], "packs": [{"unit": "箱", "quantity": "12"}]}),
            PORK: ("20001", no_packs | {"unit": "kg"}),
            BUN: ("B1", no_packs | {"barcodes": [CODES[BUN]]}),
        }
        assert (await buyer.post("/api/units", {"code": "kg", "name": {"zh": "公斤", "en": "kg"}})).status_code == 201
        products = {
            name: await add_product(buyer, code, name={"zh": name, "en": name}, **more)
            for name, (code, more) in forms.items()
        }
        lots = [line(products[MILK], "2", 400, code="早", expiresOn=EARLY)]
        lots += [line(products[MILK], "8", 1_600, code="晚", expiresOn=LATE)]
        rest = [line(products[TEA], "40", 4_000), line(products[PORK], "3", 9_000), line(products[BUN], "5", 500)]
        await receive(buyer, company.places["A1"], *lots, *rest, receivedAt=ago(hours=2))
    async with AsyncExitStack() as doors:

        async def log_in(role: str) -> Client:
            return await doors.enter_async_context(served.client(company, role))

        crew = await crew_of(company, lambda _: app_tx(), log_in)
        wanted = [(products[MILK], "6"), (products[TEA], "24"), (products[PORK], "1.5")]
        transfer = await crew.approve(await crew.request(*wanted))
    return Yard(served, company, products, transfer)
