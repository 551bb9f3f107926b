"""What sources offer, what differs at stores, the levels of service, and all of it as the nightly plan reads it."""

from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.ordering.queries import supply_read
from storewalk.ordering.queries.supply_read import store_terms, supply_of
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.supply import add_source, add_supplier, add_warehouse, deliver, offer, set_offers

LEVELS = {"levelA": "0.98", "levelB": "0.955", "levelC": "0.8"}


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who keeps where goods come from."""
    return await client("buyer")


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, buyer: Client) -> Shop:
    """A catalogue of three products."""
    return await open_shop(org, app_tx, buyer, ["奶", "面包", "水"])


async def offers(buyer: Client, source: dict[str, Any], **asked: Any) -> list[dict[str, Any]]:
    answer = await buyer.get(f"/api/order-sources/{source['id']}/offers", **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def set_terms(who: Client, stores: list[UUID], *lines: dict[str, Any]) -> Any:
    return await who.put("/api/order-terms", {"storeIds": [str(each) for each in stores], "lines": list(lines)})


def faults(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["field"], each["message"]) for each in answer.json()["errors"]]


async def test_a_source_offers_products_in_packs_and_takes_them_off_again(buyer: Client, shop: Shop) -> None:
    source = await add_source(buyer)
    milk = offer(shop.products["奶"], lifeDays=7, serviceClass="a", least="12", most="48.5", rank=2)
    done = await set_offers(buyer, source, milk, offer(shop.products["水"]))
    assert done.json()["offers"] == 2
    told = await offers(buyer, source)
    assert told[0] == {
        **milk,
        "productCode": "P0",
        "productName": {"zh": "奶", "en": "奶"},
        "unitName": {"zh": "瓶", "en": "bottle"},
        "active": True,
        "priceCents": 350,
        "version": 1,
    }
    rest = [(each["least"], each["most"], each["lifeDays"], each["serviceClass"], each["rank"]) for each in told[1:]]
    assert rest == [("0", None, None, "b", 1)]
    await set_offers(buyer, source, offer(shop.products["水"], packCents=2800), removed=[str(shop.products["奶"])])
    assert [(each["productCode"], each["packCents"]) for each in await offers(buyer, source)] == [("P2", 2800)]


async def test_offers_are_found_and_paged_by_the_code_of_the_product(buyer: Client, shop: Shop) -> None:
    source = await add_source(buyer)
    await set_offers(buyer, source, *(offer(each) for each in shop.products.values()))
    assert [each["productCode"] for each in await offers(buyer, source, q="面")] == ["P1"]
    first = (await buyer.get(f"/api/order-sources/{source['id']}/offers", limit=2)).json()
    rest = await offers(buyer, source, limit=2, cursor=first["next"])
    assert [each["productCode"] for each in (*first["items"], *rest)] == ["P0", "P1", "P2"]


async def test_an_offer_that_cannot_be_is_refused_by_line_and_field(buyer: Client, shop: Shop) -> None:
    source, milk = await add_source(buyer), shop.products["奶"]
    refused = await set_offers(
        buyer,
        source,
        offer(milk, packQuantity="0", least="0.0001"),
        offer(shop.products["水"], least="20", most="18"),
        offer(shop.products["面包"], most="11"),
        offer(uuid4(), packQuantity="NaN", most="9"),
        offer(milk),
    )
    below = "最多订量不能少于最少订量，也不能少于一包。"
    assert faults(refused) == [
        ("lines.0.packQuantity", "每包数量应大于 0，最多三位小数。"),
        ("lines.0.least", "数量不正确：最多三位小数，不能为负。"),
        ("lines.1.most", below),
        ("lines.2.most", below),
        ("lines.3.packQuantity", "每包数量应大于 0，最多三位小数。"),
        ("lines", "同一商品出现了两次。"),
        ("lines.3.productId", "没有这个商品。"),
    ]
    assert await offers(buyer, source) == []


async def test_a_price_that_changes_is_told_with_old_and_new(buyer: Client, client: LogIn, shop: Shop) -> None:
    source, milk = await add_source(buyer), shop.products["奶"]
    for cents in (3000, 3000, 3200):
        await set_offers(buyer, source, offer(milk, packCents=cents))
    entries = (await (await client("admin")).get("/api/audit", subject=source["id"])).json()["items"]
    assert [each["kind"] for each in entries] == [*["ordering.offers_set"] * 2, "ordering.source_added"]
    told = [(each["id"], each["field"], each["old"], each["new"]) for each in entries[0]["changes"]]
    assert told == [(str(milk), "pack_cents", 3000, 3200)]


async def test_stores_differ_in_what_they_carry_must_order_and_hold(buyer: Client, org: Org, shop: Shop) -> None:
    milk, bread = (str(shop.products[each]) for each in ("奶", "面包"))
    stores = [org.places["A1"], org.places["B1"]]
    lines = ({"productId": milk, "mustOrder": True, "capacity": "24", "keepAtLeast": "6"},
             {"productId": bread, "carried": False})  # fmt: skip
    assert (await set_terms(buyer, stores, *lines)).json() == {"changed": 4}
    assert (await set_terms(buyer, stores, *lines)).json() == {"changed": 0}
    assert (await set_terms(buyer, stores[:1], {"productId": bread})).json() == {"changed": 1}
    told = {
        name: [
            (each["productCode"], each["carried"], each["mustOrder"], each["capacity"], each["keepAtLeast"])
            for each in (await buyer.get(f"/api/stores/{org.places[name]}/order-terms")).json()["items"]
        ]
        for name in ("A1", "A2", "B1")
    }
    kept = ("P0", True, True, "24", "6")
    assert told == {"A1": [kept], "A2": [], "B1": [kept, ("P1", False, False, None, "0")]}


async def test_terms_that_contradict_themselves_or_reach_too_far_are_refused(
    client: LogIn, org: Org, shop: Shop
) -> None:
    milk, regional = str(shop.products["奶"]), await client("regional")
    refused = await set_terms(
        regional, [org.places["A1"]],
        {"productId": milk, "carried": False, "mustOrder": True, "capacity": "5", "keepAtLeast": "6"},
    )  # fmt: skip
    assert faults(refused) == [
        ("lines.0.mustOrder", "不经营的商品不能设为必订。"),
        ("lines.0.keepAtLeast", "至少保有量不能大于货位容量。"),
    ]
    refused = await set_terms(regional, [org.places["A1"]], {"productId": milk, "capacity": "NaN"})
    assert faults(refused) == [("lines.0.capacity", "数量不正确：最多三位小数，不能为负。")]
    beyond = await set_terms(regional, [org.places["A1"], org.places["B1"]], {"productId": milk, "mustOrder": True})
    assert beyond.status_code == 404
    assert (await regional.get(f"/api/stores/{org.places['B1']}/order-terms")).status_code == 404
    assert (await regional.get(f"/api/stores/{org.places['A1']}/order-terms")).json()["items"] == []


async def test_levels_of_service_hold_without_being_set_and_go_down_from_a_to_c(buyer: Client) -> None:
    usual = {"levelA": "0.97", "levelB": "0.95", "levelC": "0.9", "version": 0}
    assert (await buyer.get("/api/order-rule")).json() == usual
    assert (await buyer.put("/api/order-rule", {**LEVELS, "ifVersion": 0})).json() == {**LEVELS, "version": 1}
    stale = await buyer.put("/api/order-rule", {**LEVELS, "ifVersion": 0})
    assert (stale.status_code, stale.json()["current"]) == (409, {**LEVELS, "version": 1})
    for wrong, field, told in (
        ({"levelA": "NaN"}, "levelA", "服务水平应在 50% 至 99% 之间，精确到 0.1%。"),
        ({"levelA": "1"}, "levelA", "服务水平应在 50% 至 99% 之间，精确到 0.1%。"),
        ({"levelC": "0.8005"}, "levelC", "服务水平应在 50% 至 99% 之间，精确到 0.1%。"),
        ({"levelB": "0.985"}, "levelB", "服务水平应由高到低：A 类不低于 B 类，B 类不低于 C 类。"),
    ):
        refused = await buyer.put("/api/order-rule", {**LEVELS, **wrong, "ifVersion": 1})
        assert faults(refused) == [(field, told)]
    assert (await buyer.get("/api/order-rule")).json() == {**LEVELS, "version": 1}


async def test_the_plan_reads_what_is_active_the_best_offer_of_a_product_first(
    buyer: Client, client: LogIn, org: Org, app_tx: AppTx, shop: Shop
) -> None:
    milk, bread, water = (shop.products[each] for each in ("奶", "面包", "水"))
    own = await add_warehouse(await client("admin"), org.places["A"])
    fresh = await add_source(buyer, soldSameDay=False)
    dry = await add_source(buyer, code="DRY", warehouseId=own, cutOff="15:30", leastCents=0)
    gone = await add_source(buyer, code="GONE")
    await set_offers(buyer, fresh, offer(milk, lifeDays=7, serviceClass="a", most="60"), offer(bread, rank=2))
    await set_offers(buyer, dry, offer(bread, packQuantity="0.5", least="1.25"), offer(milk), offer(water))
    await set_offers(buyer, gone, offer(milk))
    for source in (fresh, dry, gone):
        await deliver(buyer, source, org.places["A1"], org.places["B1"], weekdays=[1, 7], budgetCents=500)
        days = [{"day": day, "delivers": False} for day in ("2027-01-31", "2027-02-01")]
        await buyer.put(f"/api/order-sources/{source['id']}/days", {"days": days})
    await buyer.put(f"/api/order-sources/{gone['id']}", {
        **{name: gone[name] for name in ("code", "name", "leadDays", "cutOff")}, "status": "ended", "ifVersion": 1,
    })  # fmt: skip
    await archive(buyer, water)
    await set_terms(buyer, [org.places["A1"]], {"productId": str(milk), "capacity": "24.5"})
    async with app_tx(org) as tx:
        supply = await supply_of(tx, date(2027, 2, 1), [org.places["A1"]])
        everywhere = await supply_of(tx, date(2027, 2, 1))
        terms = await store_terms(tx, [org.places["A1"], org.places["A2"]])
    f, d = UUID(fresh["id"]), UUID(dry["id"])
    assert supply.sources == [
        supply_read.Source(d, UUID(own), 1, sold_same_day=True, cut_off=time(15, 30), least_cents=0),
        supply_read.Source(f, None, 1, sold_same_day=False, cut_off=time(11), least_cents=30_000),
    ]
    assert supply.deliveries == [supply_read.Delivery(each, org.places["A1"], 0b1000001, 500) for each in (d, f)]
    assert len(everywhere.deliveries) == 4
    assert supply.days == [supply_read.DeliveryDay(each, date(2027, 2, 1), delivers=False) for each in (d, f)]
    told = [(each.source_id, each.product_id, each.pack, each.least, each.most, each.rank) for each in supply.offers]
    by_product = {product: [each for each in told if each[1] == product] for product in (milk, bread, water)}
    assert by_product == {
        milk: [(d, milk, 12_000, 0, None, 1), (f, milk, 12_000, 0, 60_000, 1)],
        bread: [(d, bread, 500, 1250, None, 1), (f, bread, 12_000, 0, None, 2)],
        water: [],
    }
    assert supply.levels == supply_read.Levels(970, 950, 900)
    assert terms == [supply_read.StoreTerms(org.places["A1"], milk, True, False, 24_500, 0)]


async def test_the_plan_reads_no_source_of_a_supplier_that_has_ended(
    buyer: Client, org: Org, app_tx: AppTx, shop: Shop
) -> None:
    dairy = await add_supplier(buyer)
    source = await add_source(buyer, supplierId=dairy["id"])
    await set_offers(buyer, source, offer(shop.products["奶"]))
    await deliver(buyer, source, org.places["A1"])
    ended = {"code": "S001", "name": "光明乳业", "status": "ended", "ifVersion": 1}
    assert (await buyer.put(f"/api/suppliers/{dairy['id']}", ended)).status_code == 200
    async with app_tx(org) as tx:
        supply = await supply_of(tx, date(2027, 1, 1))
    assert (supply.sources, supply.deliveries, supply.offers) == ([], [], [])


async def archive(buyer: Client, product: UUID) -> None:
    """Sell a product no more."""
    seen = (await buyer.get(f"/api/products/{product}")).json()
    kept = {name: seen[name] for name in ("code", "name", "categoryId", "unit", "priceCents")}
    answer = await buyer.put(f"/api/products/{product}", {**kept, "status": "discontinued", "ifVersion": 1})
    assert answer.status_code == 200, answer.text


async def test_what_somebody_else_changed_meanwhile_is_shown_beside_and_not_written_over(
    buyer: Client, org: Org, shop: Shop
) -> None:
    source, store = await add_source(buyer), org.places["A1"]
    milk = str(shop.products["奶"])
    path = f"/api/order-sources/{source['id']}"

    async def put(where: str, form: dict[str, Any]) -> tuple[int, Any]:
        answer = await buyer.put(where, form)
        return answer.status_code, answer.json().get("current")

    days: dict[str, Any] = {"storeIds": [str(store)], "weekdays": [1]}
    assert (await put(f"{path}/deliveries", {**days, "ifVersion": 0}))[0] == 200
    [there] = (await buyer.get(f"{path}/deliveries")).json()["items"]
    assert (await put(f"{path}/deliveries", {**days, "weekdays": [2], "ifVersion": there["version"]}))[0] == 200
    status, current = await put(f"{path}/deliveries", {**days, "weekdays": [3], "ifVersion": there["version"]})
    assert (status, current["weekdays"], current["version"]) == (409, [2], 2)

    line = offer(milk)
    assert (await put(f"{path}/offers", {"lines": [{**line, "ifVersion": 0}]}))[0] == 200
    status, current = await put(f"{path}/offers", {"lines": [{**line, "packCents": 9, "ifVersion": 0}]})
    assert (status, current["packCents"], current["version"]) == (409, 3000, 1)

    terms = {"productId": milk, "mustOrder": True}
    whole = {"storeIds": [str(store)], "lines": [{**terms, "ifVersion": 0}]}
    assert (await put("/api/order-terms", whole))[0] == 200
    status, current = await put("/api/order-terms", whole)
    assert (status, current["mustOrder"], current["version"]) == (409, True, 1)
