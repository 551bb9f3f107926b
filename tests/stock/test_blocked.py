"""Lots that a store does not offer: past their last day, or withdrawn."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.stock import line, receive, stock_of
from tests.factories.today import today


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1 with milk in the catalogue."""
    return await open_shop(org, app_tx, await client("buyer"), ["牛奶"])


async def milk(manager: Client, shop: Shop) -> str:
    """Take in 3 of a lot that is over, 4 of one that ends today and 5 of a later one, the first two on the shelf."""
    product = str(shop.products["牛奶"])
    lots = (("OVER", -1, "3", "shelf"), ("today()", 0, "4", "shelf"), ("LATER", 90, "5", "back_room"))
    lines = [
        line(product, quantity, 100, place, code=code, expiresOn=str(today() + timedelta(days=days)))
        for code, days, quantity, place in lots
    ]
    await receive(manager, shop.store, *lines)
    return product


async def lots_of(who: Client, shop: Shop, product: str) -> dict[str, Any]:
    item = (await who.get(f"/api/stock/stores/{shop.store}/products/{product}")).json()
    return {lot["lotCode"]: lot for lot in item["lots"]}


async def step(who: Client, shop: Shop, lot: dict[str, Any], **form: Any) -> Any:
    return await who.post(f"/api/stock/stores/{shop.store}/lots/{lot['lotId']}/steps", form)


def figures(item: dict[str, Any]) -> tuple[str, ...]:
    return tuple(item[key] for key in ("quantity", "blocked", "reserved", "available"))


async def test_available_is_what_is_on_hand_less_what_is_past_its_last_day(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    product = await milk(manager, shop)
    assert figures(await stock_of(manager, shop.store, product)) == ("12", "3", "0", "9")
    told = {code: (lot["blocked"], lot["withdrawn"]) for code, lot in (await lots_of(manager, shop, product)).items()}
    assert told == {"OVER": (True, False), "today()": (False, False), "LATER": (False, False)}


async def test_a_withdrawn_lot_is_not_offered_until_it_has_a_new_price(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    product = await milk(manager, shop)
    lots = await lots_of(manager, shop, product)
    assert (await step(manager, shop, lots["today()"], kind="withdrawn")).status_code == 200
    assert figures(await stock_of(manager, shop.store, product)) == ("12", "7", "0", "5")
    held = (await lots_of(manager, shop, product))["today()"]
    assert (held["place"], held["blocked"], held["withdrawn"]) == ("back_room", True, True)
    assert (await step(manager, shop, lots["today()"], kind="marked_down", priceCents=99)).status_code == 200
    assert figures(await stock_of(manager, shop.store, product)) == ("12", "3", "0", "9")


async def test_what_customers_took_comes_from_a_withdrawn_lot_only_when_there_is_nothing_else(
    shop: Shop, client: LogIn
) -> None:
    manager = await client("manager")
    product = await milk(manager, shop)
    lots = await lots_of(manager, shop, product)
    await step(manager, shop, lots["today()"], kind="withdrawn")
    await step(manager, shop, lots["OVER"], kind="withdrawn")
    await shop.sell("牛奶", 5, datetime.now(UTC))
    left = {code: lot["quantity"] for code, lot in (await lots_of(manager, shop, product)).items()}
    assert left == {"OVER": "3", "today()": "4"}
    await shop.sell("牛奶", 2, datetime.now(UTC))
    left = {code: lot["quantity"] for code, lot in (await lots_of(manager, shop, product)).items()}
    assert left == {"OVER": "1", "today()": "4"}


async def test_a_lot_withdrawn_at_one_store_is_offered_at_another(shop: Shop, client: LogIn) -> None:
    buyer, manager, other = await client("buyer"), await client("manager"), shop.org.places["A2"]
    product = await milk(manager, shop)
    same = line(product, "6", 600, code="today()", expiresOn=str(today()))
    await receive(buyer, other, same)
    await step(manager, shop, (await lots_of(manager, shop, product))["today()"], kind="withdrawn")
    assert figures(await stock_of(buyer, other, product)) == ("6", "0", "0", "6")


async def test_what_is_past_its_last_day_gets_no_price(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    product = await milk(manager, shop)
    lots = await lots_of(manager, shop, product)
    refused = await step(manager, shop, lots["OVER"], kind="marked_down", priceCents=99)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "kind")
    expiring = (await manager.get("/api/stock/expiring")).json()["items"]
    assert {(each["lotCode"], each["step"]) for each in expiring} == {("OVER", None), ("today()", None)}
