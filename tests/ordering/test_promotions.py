"""Buyers plan promotions; stores see those that run there; the nightly forecast is told days, prices and stores."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.ordering.queries.promotion_read import Promoted, promotions_between
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.today import today


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    return await client("buyer")


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, buyer: Client) -> Shop:
    """Store A1, and milk, eggs and tea that all stores sell."""
    return await open_shop(org, app_tx, buyer, ["milk", "eggs", "tea"])


def form(shop: Shop, *products: str, places: Sequence[str] = (), **changes: Any) -> dict[str, Any]:
    """Return a price promotion of a week that begins tomorrow, at a fifth off."""
    return {
        "name": "双十二 牛奶节",
        "kind": "price",
        "firstDay": str(today(1)),
        "lastDay": str(today(7)),
        "discount": 0.8,
        "placeIds": [str(shop.org.places[place]) for place in places],
        "products": [{"productId": str(shop.products[name])} for name in products],
        **changes,
    }


async def planned(buyer: Client, body: dict[str, Any]) -> dict[str, Any]:
    answer = await buyer.post("/api/promotions", body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def told(shop: Shop, first: date | None = None, last: date | None = None) -> list[Promoted]:
    async with shop.app_tx(shop.org) as tx:
        return await promotions_between(tx, first or today(), last or today(28))


async def refused(buyer: Client, body: dict[str, Any], field: str) -> None:
    answer = await buyer.post("/api/promotions", body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field), answer.text


async def test_the_forecast_is_told_days_price_stores_and_goods_of_a_planned_promotion(
    shop: Shop, buyer: Client
) -> None:
    made = await planned(buyer, form(shop, "milk", "eggs", places=("A",), uplift=1.6))
    stores = frozenset({shop.org.places["A1"], shop.org.places["A2"]})
    goods = frozenset({shop.products["milk"], shop.products["eggs"]})
    first, last = today(1), today(7)
    assert await told(shop) == [Promoted(UUID(made["id"]), 1, "price", first, last, stores, goods, 0.8, 1.6)]
    assert await told(shop, today(8)) == []
    assert await told(shop, today(-6), today()) == []


async def test_products_at_prices_of_their_own_are_told_apart_and_without_places_it_runs_everywhere(
    shop: Shop, buyer: Client
) -> None:
    goods = [
        {"productId": str(shop.products["milk"])},
        {"productId": str(shop.products["tea"]), "discount": 0.5},
        {"productId": str(shop.products["eggs"])},
    ]
    await planned(buyer, form(shop, products=goods))
    assert [(each.store_ids, each.price, each.product_ids) for each in await told(shop)] == [
        (None, 0.5, frozenset({shop.products["tea"]})),
        (None, 0.8, frozenset({shop.products["milk"], shop.products["eggs"]})),
    ]


async def test_a_display_leaves_the_price_as_it_is(shop: Shop, buyer: Client) -> None:
    await planned(buyer, form(shop, "milk", kind="display", discount=None))
    assert [each.price for each in await told(shop)] == [None]
    await refused(buyer, form(shop, "milk", kind="display"), "discount")
    await refused(buyer, form(shop, "milk", discount=None), "discount")


async def test_what_cannot_be_is_refused_by_its_field(shop: Shop, buyer: Client) -> None:
    await refused(buyer, form(shop, "milk", name="  "), "name")
    await refused(buyer, form(shop, "milk", lastDay=str(today())), "lastDay")
    await refused(buyer, form(shop, "milk", lastDay=str(today(400))), "lastDay")
    far = str(today(800))
    await refused(buyer, form(shop, "milk", firstDay=far, lastDay=far), "firstDay")
    await refused(buyer, form(shop, "milk", "milk"), "products.1.productId")
    await refused(buyer, form(shop, products=[{"productId": str(uuid4())}]), "products.0.productId")
    for broken in ({"discount": 0.2}, {"discount": 1.1}, {"uplift": 21}, {"products": []}):
        assert (await buyer.post("/api/promotions", {**form(shop, "milk"), **broken})).status_code == 400
    assert await told(shop) == []


async def test_a_promotion_is_changed_as_a_whole_and_the_later_of_two_changes_is_refused(
    shop: Shop, buyer: Client
) -> None:
    made = await planned(buyer, form(shop, "milk", "eggs", places=("A1",)))
    path = f"/api/promotions/{made['id']}"
    answer = await buyer.put(path, form(shop, "eggs", "tea", places=("B",), discount=0.7, ifVersion=made["version"]))
    assert answer.status_code == 200, answer.text
    assert [each["code"] for each in answer.json()["products"]] == ["P1", "P2"]
    assert [each["name"] for each in answer.json()["places"]] == ["B 区"]
    [now] = await told(shop)
    assert (now.store_ids, now.price) == (frozenset({shop.org.places["B1"]}), 0.7)
    late = await buyer.put(path, form(shop, "milk", ifVersion=made["version"]))
    assert (late.status_code, late.json()["current"]["discount"]) == (409, 0.7)


async def test_another_product_alone_makes_a_version_and_the_same_again_makes_none(shop: Shop, buyer: Client) -> None:
    made = await planned(buyer, form(shop, "milk"))
    path = f"/api/promotions/{made['id']}"
    same = (await buyer.put(path, form(shop, "milk", ifVersion=made["version"]))).json()
    assert same["version"] == made["version"]
    other = (await buyer.put(path, form(shop, "eggs", ifVersion=made["version"]))).json()
    assert other["version"] == made["version"] + 1


async def test_a_cancelled_promotion_is_told_to_no_forecast_and_stays_so(shop: Shop, buyer: Client) -> None:
    made = await planned(buyer, form(shop, "milk"))
    path = f"/api/promotions/{made['id']}"
    ended = await buyer.post(f"{path}/cancellation", {"ifVersion": made["version"]})
    assert (ended.status_code, ended.json()["status"]) == (200, "cancelled")
    assert await told(shop) == []
    again = await buyer.put(path, form(shop, "milk", ifVersion=ended.json()["version"]))
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


async def test_the_same_id_makes_one_promotion(shop: Shop, buyer: Client) -> None:
    body = form(shop, "milk", id=str(uuid4()))
    assert (await planned(buyer, body))["version"] == (await planned(buyer, body))["version"] == 1
    assert len(await told(shop)) == 1
    other = await buyer.post("/api/promotions", {**body, "kind": "leaflet"})
    assert (other.status_code, other.json()["current"]["kind"]) == (409, "price")


async def test_a_store_sees_promotions_of_its_own_of_its_region_and_of_the_chain_and_changes_none(
    shop: Shop, buyer: Client, client: LogIn
) -> None:
    for places in ((), ("A",), ("A1",), ("B1",)):
        await planned(buyer, form(shop, "milk", places=places, name="".join(places) or "all"))
    manager = await client("manager")
    seen = (await manager.get("/api/promotions")).json()["items"]
    assert sorted(each["name"] for each in seen) == ["A", "A1", "all"]
    assert {each["mayChange"] for each in seen} == {False}
    every = {each["name"]: each["id"] for each in (await buyer.get("/api/promotions")).json()["items"]}
    assert (await manager.get(f"/api/promotions/{every['B1']}")).status_code == 404
    assert (await manager.get("/api/promotions", place=str(shop.org.places["B1"]))).status_code == 404
    assert (await manager.post("/api/promotions", form(shop, "milk"))).status_code == 403


async def test_promotions_are_listed_by_their_days_page_by_page_and_found_by_name(shop: Shop, buyer: Client) -> None:
    for week in range(3):
        days = {"firstDay": str(today(7 * week)), "lastDay": str(today(7 * week + 2))}
        await planned(buyer, form(shop, "milk", name=f"第 {week} 周", **days))
    first = (await buyer.get("/api/promotions", limit=2)).json()
    rest = (await buyer.get("/api/promotions", limit=2, cursor=first["next"])).json()
    assert [each["name"] for each in [*first["items"], *rest["items"]]] == ["第 2 周", "第 1 周", "第 0 周"]
    assert rest["next"] is None
    until = (await buyer.get("/api/promotions", to=str(today(3)))).json()["items"]
    assert [each["name"] for each in until] == ["第 0 周"]
    over = (await buyer.get("/api/promotions", before=str(today(3)))).json()["items"]
    assert [each["name"] for each in over] == ["第 0 周"]
    assert (await buyer.get("/api/promotions", before=str(today(2)))).json()["items"] == []
    since = {"from": str(today(14))}
    assert [each["name"] for each in (await buyer.get("/api/promotions", **since)).json()["items"]] == ["第 2 周"]
    assert [each["name"] for each in (await buyer.get("/api/promotions", q="1 周")).json()["items"]] == ["第 1 周"]
