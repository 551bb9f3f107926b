"""What a store is advised to order, as its phone reads it: the sheet's own numbers, and what wants a person's eye."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.jobs import plan_store
from storewalk.ordering.service.plan import plan
from storewalk.ordering.service.suggestion_plan import PlanStore
from storewalk.stock.api import Cause, Way
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop
from tests.factories.today import ZONE, today
from tests.ordering.orders import Ordering, at
from tests.ordering.sheets import sheet_of, supply

DAYS = 28
PATH = "/api/order-suggestions"
ARITHMETIC = {
    "expected": "expected", "safety": "safety", "display": "display", "stock": "stock", "spoils": "spoils",
    "onOrder": "on_order", "wanted": "wanted", "shelfLife": "shelf_life", "most": "most", "capacity": "capacity",
    "least": "least", "pack": "pack", "budget": "budget",
}  # fmt: skip


async def planned(platform: Platform, shop: Shop) -> None:
    await plan(JobContext(platform, shop.org.id), platform.clock.now())


async def sold_below_zero(shop: Shop, client: LogIn) -> None:
    """Sell two milk more than the book has."""
    await (await client("admin")).put("/api/stock/rule", {"negativeAllowed": True})
    await shop.sell("milk", 11, datetime.now(ZONE))


async def lines(shop: Shop, who: Client) -> dict[str, Any]:
    """Return the lines of today by the products' names."""
    answer = await who.get(PATH, store=str(shop.store))
    assert answer.status_code == 200, answer.text
    return {line["name"]["en"]: line for line in answer.json()["lines"]}


async def test_a_phone_reads_number_by_number_what_was_planned(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    await planned(platform, sold)
    sheet, shown = await sheet_of(sold), await lines(sold, manager)
    assert list(shown) == ["milk", "eggs"]  # bread has no supplier
    for name, line in shown.items():
        numbers = {wire: Decimal(line["arithmetic"][wire]) for wire in ARITHMETIC}
        assert numbers == {wire: getattr(sheet[name], column) for wire, column in ARITHMETIC.items()}
        assert Decimal(line["quantity"]) == sheet[name].quantity
        short = numbers["expected"] + numbers["safety"] + numbers["display"]
        short -= numbers["stock"] - numbers["spoils"] + numbers["onOrder"]
        assert numbers["wanted"] == max(short, 0)
        changes = ("shelfLife", "most", "capacity", "least", "pack", "budget")
        assert Decimal(line["quantity"]) == numbers["wanted"] + sum(numbers[each] for each in changes)
    assert (shown["milk"]["packQuantity"], shown["milk"]["packCents"]) == ("6", 1800)
    assert (shown["milk"]["leastQuantity"], shown["milk"]["mostQuantity"]) == ("0", None)
    assert (shown["milk"]["unit"], shown["milk"]["mustOrder"], shown["milk"]["promoted"]) == ("瓶", False, False)


async def test_a_source_tells_until_when_it_is_ordered_and_when_that_comes(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    source = await supply(buyer, sold, {"milk": 6})
    await planned(platform, sold)
    answer = (await manager.get(PATH)).json()  # the manager has one store
    assert (answer["storeId"], answer["day"]) == (str(sold.store), str(today()))
    assert (answer["reasonPercent"], answer["reasonCents"]) == (50, 5_000)
    [told] = answer["sources"]
    assert told["id"] == str(source)
    assert datetime.fromisoformat(told["cutOffAt"]) == datetime.combine(today(), time(11), ZONE)
    tomorrow = str(today(1))
    assert (told["name"], told["originName"], told["arrivesOn"], told["soldFrom"]) == (
        "光明鲜奶", "光明乳业", tomorrow, tomorrow,
    )  # fmt: skip
    assert (told["coverDays"], told["leastCents"], told["budgetCents"]) == (2, 0, None)


async def test_lines_that_want_an_eye_say_why(
    platform: Platform, buyer: Client, sold: Shop, manager: Client, client: LogIn
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30, "bread": 1})
    async with sold.app_tx(sold.org) as tx:
        await tx.fetch("UPDATE product SET recorded_at = recorded_at - interval '90 days' WHERE org_id = $1", tx.org_id)
        await tx.fetch(
            "INSERT INTO order_store_terms (org_id, store_id, product_id, carried, must_order, keep_at_least, version)"
            " VALUES ($1, $2, $3, true, true, 0, 1)",
            tx.org_id, sold.store, sold.products["eggs"],
        )  # fmt: skip
    await sold_below_zero(sold, client)
    await planned(platform, sold)
    shown = await lines(sold, manager)
    told = {name: [flag for flag in line["attention"] if flag != "new"] for name, line in shown.items()}
    assert told == {
        "milk": ["below_zero"],
        "eggs": ["must_order"],
        "bread": ["out_of_stock"],
    }
    assert shown["eggs"]["mustOrder"] is True


async def test_a_promotion_marks_its_products_at_its_stores_only(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    await planned(platform, sold)
    for product, place in (("milk", "A1"), ("eggs", "B")):
        form = {
            "name": "周末特价", "kind": "price", "firstDay": str(today()), "lastDay": str(today(2)),
            "discount": 0.8, "placeIds": [str(sold.org.places[place])],
            "products": [{"productId": str(sold.products[product])}],
        }  # fmt: skip
        answer = await buyer.post("/api/promotions", form)
        assert answer.status_code == 201, answer.text
    shown = await lines(sold, manager)
    assert {name: line["promoted"] for name, line in shown.items()} == {"milk": True, "eggs": False}
    assert ["promotion" in line["attention"] for line in shown.values()] == [True, False]
    milk = (await manager.get(f"{PATH}/{sold.products['milk']}", store=str(sold.store))).json()
    assert [(each["name"], each["discount"]) for each in milk["promotions"]] == [("周末特价", 0.8)]


async def test_a_line_opens_up_to_sales_forecast_and_what_is_there(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    await supply(buyer, sold, {"milk": 6})
    await planned(platform, sold)
    sheet = await sheet_of(sold)
    why = (await manager.get(f"{PATH}/{sold.products['milk']}")).json()
    assert [(day["quantity"], day["out"]) for day in why["sold"]] == [("4", 0)] * DAYS
    assert why["sold"][0]["day"] == str(today() - timedelta(days=DAYS))
    assert [day["quantity"] for day in why["expected"]] == [round(each, 3) for each in sheet["milk"].forecast]
    assert [day["day"] for day in why["expected"]] == [str(today() + timedelta(days=n)) for n in range(28)]
    assert [(each["cause"], each["quantity"]) for each in why["came"]] == [("receipt", "121")]
    assert [(lot["lotCode"], lot["quantity"]) for lot in why["lots"]] == [(None, "9")]
    assert why["service"] == 0.95


async def test_days_without_stock_show_in_the_chart(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    await supply(buyer, sold, {"milk": 6})
    begins = datetime.combine(today(-2), time(0), ZONE)
    await sold.deliver("milk", 17, occurred_at=begins + timedelta(days=1))
    await sold.book("milk", 17, Way.OUT, occurred_at=begins, cause=Cause.WASTE)
    await planned(platform, sold)
    why = (await manager.get(f"{PATH}/{sold.products['milk']}")).json()
    assert [day["out"] for day in why["sold"][-3:]] == [0, 1, 0]


async def test_while_goods_are_counted_nothing_tells_whoever_counts_how_many_there_are(
    platform: Platform, buyer: Client, sold: Shop, manager: Client, client: LogIn
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    await sold_below_zero(sold, client)
    await planned(platform, sold)
    count = {
        "id": str(uuid4()), "storeId": str(sold.store), "kind": "spot", "title": "抽盘",
        "productIds": [str(sold.products["milk"])],
    }  # fmt: skip
    answer = await (await client("regional")).post("/api/counts", count)
    assert answer.status_code == 201, answer.text
    shown = await lines(sold, manager)
    assert (shown["milk"]["arithmetic"], shown["eggs"]["arithmetic"] is None) == (None, False)
    assert "below_zero" not in shown["milk"]["attention"]
    why = (await manager.get(f"{PATH}/{sold.products['milk']}")).json()
    assert (why["line"]["arithmetic"], why["came"], why["lots"]) == (None, [], [])
    seen = await lines(sold, await client("buyer"))
    assert seen["milk"]["arithmetic"] is not None


async def test_before_the_first_plan_there_is_nothing_until_somebody_asks_for_it(
    platform: Platform, buyer: Client, sold: Shop, manager: Client
) -> None:
    await supply(buyer, sold, {"milk": 6})
    nothing = (await manager.get(PATH)).json()
    assert (nothing["plannedAt"], nothing["lines"], nothing["sources"]) == (None, [], [])
    asked = await manager.post(f"{PATH}/plan", {"storeId": str(sold.store)})
    assert asked.status_code == 202, asked.text
    async with sold.app_tx(sold.org) as tx:
        queued = await tx.fetch(
            "SELECT count(*) FROM pgqueuer WHERE entrypoint = $1 AND status = 'queued' AND headers ->> 'org' = $2",
            PlanStore.label, str(sold.org.id),
        )  # fmt: skip
    assert queued[0][0] == 1
    instant = datetime.fromisoformat(asked.json()["askedAt"])
    for _ in range(2):
        await plan_store(JobContext(platform, sold.org.id), PlanStore(store_id=sold.store, asked_at=instant))
    shown = (await manager.get(PATH)).json()
    assert datetime.fromisoformat(shown["plannedAt"]) >= instant
    assert [line["code"] for line in shown["lines"]] == ["P0"]


async def test_other_stores_suggestions_do_not_exist_for_a_manager(sold: Shop, manager: Client) -> None:
    b1, milk = str(sold.org.places["B1"]), sold.products["milk"]
    assert (await manager.get(PATH, store=b1)).status_code == 404
    assert (await manager.get(f"{PATH}/{milk}", store=b1)).status_code == 404
    assert (await manager.post(f"{PATH}/plan", {"storeId": b1})).status_code == 404
    assert (await manager.get(f"{PATH}/{milk}", store=str(sold.store))).status_code == 404  # nobody supplies it


async def test_who_has_several_stores_says_which(client: LogIn) -> None:
    answer = await (await client("buyer")).get(PATH)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "store")


async def test_what_departs_far_from_the_last_order_wants_an_eye_and_the_last_orders_are_told(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    await ordering.set(manager, milk=36)
    await ordering.submit(manager)
    yesterday = ordering.today
    at(ordering.platform, time(8), days=2)
    await ordering.suggest({"milk": 84, "eggs": 30})
    shown = await lines(ordering.shop, manager)
    assert {name: line["lastQuantity"] for name, line in shown.items()} == {"milk": "36", "eggs": "30"}
    assert ["changed" in line["attention"] for line in shown.values()] == [True, False]
    why = (await manager.get(f"{PATH}/{ordering.product('milk')}")).json()
    assert why["ordered"] == [
        {"orderId": ordering.id, "day": str(yesterday), "state": "approved", "suggested": "24", "quantity": "36"}
    ]
    at(ordering.platform, time(8), days=3)
    await ordering.suggest({"milk": 12, "eggs": 0})
    shown = await lines(ordering.shop, manager)
    assert ["changed" in line["attention"] for line in shown.values()] == [True, False]  # what is there is no news
