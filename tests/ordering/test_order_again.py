"""A second order of a day, what a store could order beside its sheet, and drafts whose day is over."""

from collections import Counter
from datetime import time, timedelta
from decimal import Decimal
from uuid import UUID

from storewalk.core.platform import Platform
from storewalk.ordering.order_work import LapseDrafts
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.supply import add_source, deliver, offer, set_offers
from tests.ordering.orders import Ordering, at, by_name

SUGGESTIONS = "/api/order-suggestions"
SUM = {"expected": 31_000, "safety": 6_000, "stock": 9_000, "on_order": 4_000, "wanted": 24_000, "quantity": 24_000}
NOTICES = "SELECT account_id, title FROM notification WHERE org_id = $1 AND kind = 'ordering.order_lapsed'"


async def shown(who: Client) -> dict[str, dict[str, object]]:
    return by_name((await who.get(SUGGESTIONS)).json())


async def test_an_addition_starts_empty_and_what_went_off_leaves_the_rest_of_a_suggestion(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.suggest({"milk": SUM, "eggs": 30})
    first = await ordering.open(manager)
    assert (await shown(manager))["milk"]["orderedToday"] == "0"
    await ordering.set(manager, milk=(12, "no_space"), eggs=(60, "customer_order"))
    await ordering.submit(manager)
    told = await shown(manager)
    assert {name: (line["quantity"], line["orderedToday"]) for name, line in told.items()} == {
        "milk": ("12", "12"), "eggs": ("0", "60"),
    }  # fmt: skip
    second = await ordering.open(manager)
    assert (second["id"] != first["id"], second["lines"], second["state"]) == (True, [], "draft")
    assert second["plannedAt"] == first["plannedAt"]
    await ordering.set(manager, milk=12, eggs=(30, "customer_order"))
    lines = await ordering.lines(manager)
    for name, line in lines.items():
        assert line["arithmetic"] == told[name]["arithmetic"]
        assert line["suggested"] == told[name]["quantity"]
    milk = {name: Decimal(number) for name, number in lines["milk"]["arithmetic"].items()}
    assert milk["expected"] + milk["safety"] - milk["stock"] - milk["onOrder"] == milk["wanted"] == 12
    assert (await ordering.submit(manager))["totals"] == {"cents": 12_600, "lines": 2, "changed": 1}
    assert (await shown(manager))["milk"]["orderedToday"] == "24"


async def test_two_orders_of_a_day_are_no_way_around_a_budget_and_do_not_miss_what_was_ordered(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.sql("UPDATE order_delivery SET budget_cents = 10000 WHERE org_id = $1")
    await ordering.sql(
        "INSERT INTO order_store_terms (org_id, store_id, product_id, carried, must_order, keep_at_least, version)"
        " VALUES ($1, $2, $3, true, true, 0, 1)", ordering.shop.store, ordering.shop.products["milk"],
    )  # fmt: skip
    await ordering.suggest({"milk": 24, "eggs": 0})
    await ordering.open(manager)
    assert (await ordering.submit(manager))["state"] == "approved"
    await ordering.open(manager)
    await ordering.set(manager, eggs=(30, "customer_order"))
    order = await ordering.submit(manager)
    assert (order["state"], order["missing"], [hit["kind"] for hit in order["hits"]]) == ("waiting", 0, ["over_budget"])
    assert order["hits"][0]["measured"] == 7_200 + 9_000 - 10_000


async def test_what_was_approved_before_the_plan_is_in_its_numbers_already(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    await ordering.submit(manager)
    ordering.platform.clock.offset += timedelta(seconds=1)
    await ordering.sql("DELETE FROM order_sheet WHERE org_id = $1")
    await ordering.suggest({"milk": SUM})
    line = (await shown(manager))["milk"]
    assert (line["quantity"], line["orderedToday"]) == ("24", "24")


async def test_a_line_tells_the_last_orders_a_new_price_and_how_often_it_was_out(
    ordering: Ordering, manager: Client, client: LogIn
) -> None:
    for days in (1, 2, 3, 4):
        at(ordering.platform, time(8), days=days)
        await ordering.suggest({"milk": SUM})
        await ordering.open(manager)
        await ordering.set(manager, milk=(12 * days, "other"))
        await ordering.submit(manager)
    at(ordering.platform, time(8), days=5)
    await ordering.suggest({"milk": SUM})
    await ordering.sql("UPDATE order_sheet SET out_days = ARRAY[3] WHERE org_id = $1")
    line = (await shown(manager))["milk"]
    assert [each["quantity"] for each in line["lastOrders"]] == ["48", "36", "24"]  # type: ignore[attr-defined, index]
    assert (line["lastQuantity"], line["outDays"], line["attention"]) == ("48", 3, [])
    dearer = offer(ordering.shop.products["milk"], packQuantity="12", packCents=3_720)
    assert (await set_offers(await client("buyer"), {"id": str(ordering.source)}, dearer)).is_success
    await ordering.sql(
        "INSERT INTO demand_jump (org_id, store_id, day, product_id, sold, expected, noticed_at)"
        " VALUES ($1, $2, $3, $4, 9, 2, now())",
        ordering.shop.store, ordering.today, ordering.shop.products["milk"],
    )  # fmt: skip
    assert (await shown(manager))["milk"]["attention"] == ["jump", "price"]


async def test_what_sources_offer_beside_the_sheet_can_be_found(
    ordering: Ordering, manager: Client, client: LogIn
) -> None:
    buyer = await client("buyer")
    other = await add_source(buyer, code="OTHER", leastCents=0)
    goods = [offer(ordering.shop.products[name], packQuantity="6", rank=2) for name in ("milk", "bread")]
    assert (await set_offers(buyer, other, *goods)).is_success
    assert (await deliver(buyer, other, ordering.shop.store)).is_success
    await ordering.suggest({"milk": 24, "eggs": 0})
    found = (await manager.get(f"{SUGGESTIONS}/offers")).json()
    assert found["day"] == str(ordering.today)
    assert {(each["name"]["en"], each["sourceId"], each["packQuantity"]) for each in found["offers"]} == {
        ("milk", other["id"], "6"), ("bread", other["id"], "6"),
    }  # fmt: skip


async def test_a_draft_whose_day_is_over_is_closed_once_and_who_began_it_is_told(
    ordering: Ordering, manager: Client, platform: Platform, run_jobs: JobRunner
) -> None:
    await ordering.suggest({"milk": 24})
    draft = await ordering.open(manager)
    async with ordering.shop.app_tx(ordering.shop.org) as tx:
        await tx.enqueue(LapseDrafts())
    await run_jobs()
    assert (await ordering.read(manager))["state"] == "draft"  # its day is not over
    at(platform, time(8), days=2)
    for _ in range(2):
        async with ordering.shop.app_tx(ordering.shop.org) as tx:
            await tx.enqueue(LapseDrafts())
        await run_jobs()
    order = await ordering.read(manager)
    assert (order["id"], order["state"], order["submittedAt"]) == (draft["id"], "cancelled", None)
    assert await ordering.events("ordering.order_lapsed") == ["order_lapsed"]
    told = await ordering.sql(NOTICES)
    assert Counter(row["account_id"] for row in told) == {ordering.shop.org.accounts["manager"]: 1}
    late = await ordering.put(manager, {"milk": 24})
    assert (late.status_code, late.json()["code"]) == (409, "wrong_state")
    assert UUID((await ordering.open(manager))["id"]) != UUID(draft["id"])
