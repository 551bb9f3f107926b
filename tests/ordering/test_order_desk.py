"""Head office sees orders of all its stores: what waits and why, how ordering stands, and what happened to an order."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from storewalk.core.platform import Platform
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.ordering.orders import Ordering, at

DESK = "/api/order-desk"


@pytest.fixture
async def waiting(ordering: Ordering, manager: Client) -> Ordering:
    """An order of 72 yuan, over its budget of 50, with milk doubled for a local event."""
    await ordering.sql("UPDATE order_delivery SET budget_cents = 5000 WHERE org_id = $1")
    await ordering.suggest({"milk": 12})
    await ordering.open(manager)
    await ordering.set(manager, milk=(24, "local_event"))
    assert (await ordering.submit(manager))["state"] == "waiting"
    return ordering


async def listed(who: Client, **query: Any) -> list[dict[str, Any]]:
    answer = await who.get(f"{DESK}/orders", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def figures(who: Client, **query: Any) -> dict[str, Any]:
    answer = await who.get(f"{DESK}/figures", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_what_waits_tells_which_rules_it_met_and_who_may_decide(
    waiting: Ordering, manager: Client, regional: Client
) -> None:
    [order] = await listed(regional, waiting=True)
    assert (order["id"], order["mayDecide"], order["explained"]) == (waiting.id, True, 1)
    assert order["hits"] == [{"name": "", "kind": "over_budget", "level": "region", "over": 0, "measured": 2200}]
    assert [each["mayDecide"] for each in await listed(manager, waiting=True)] == [False]


async def test_the_oldest_waits_at_the_top_and_pages_go_on_from_there(
    waiting: Ordering, manager: Client, regional: Client, platform: Platform
) -> None:
    first = waiting.id
    platform.clock.offset += timedelta(minutes=5)
    await waiting.open(manager)
    await waiting.set(manager, milk=(24, "weather"))
    await waiting.submit(manager)
    assert [each["id"] for each in await listed(regional, waiting=True)] == [first, waiting.id]
    assert [each["id"] for each in await listed(regional)] == [waiting.id, first]
    page = (await regional.get(f"{DESK}/orders", waiting=True, limit=1)).json()
    rest = (await regional.get(f"{DESK}/orders", waiting=True, limit=1, cursor=page["next"])).json()
    assert ([each["id"] for each in rest["items"]], rest["next"]) == ([waiting.id], None)


async def test_orders_are_found_by_region_store_source_state_day_and_name(waiting: Ordering, regional: Client) -> None:
    places, day = waiting.shop.org.places, str(waiting.today)
    for found in (
        {"place": str(places["A"])}, {"place": str(places["A1"])}, {"source": str(waiting.source)},
        {"state": "waiting"}, {"from": day, "to": day}, {"q": "a1"},
    ):  # fmt: skip
        assert [each["id"] for each in await listed(regional, **found)] == [waiting.id], found
    for lost in (
        {"place": str(places["A2"])}, {"place": str(places["B"])}, {"source": str(places["A1"])},
        {"state": "draft"}, {"to": str(waiting.today - timedelta(days=1))}, {"q": "%"},
    ):  # fmt: skip
        assert await listed(regional, **lost) == [], lost


async def test_what_lies_outside_ones_scope_is_not_there(waiting: Ordering, regional: Client, client: LogIn) -> None:
    elsewhere = waiting.shop.org.places["B1"]
    await waiting.sql("UPDATE store_order SET store_id = $2 WHERE org_id = $1", elsewhere)
    assert await listed(regional) == []
    assert (await regional.get(f"{DESK}/orders/{waiting.id}/history")).status_code == 404
    assert (await figures(regional))["waiting"] == 0
    buyer = await client("buyer")
    assert [each["storeId"] for each in await listed(buyer)] == [str(elsewhere)]
    assert (await figures(buyer))["waiting"] == 1


async def test_figures_count_what_was_sent_what_waits_and_what_passed_by_the_rules(
    waiting: Ordering, manager: Client, regional: Client
) -> None:
    told = await figures(regional)
    assert (told["orders"], told["cents"], told["waiting"], told["decided"]) == (1, 7200, 1, 0)
    assert told["oldestWaitsSince"] is not None
    await waiting.take(regional, "approval", decision="approve")
    await waiting.sql("UPDATE order_delivery SET budget_cents = NULL WHERE org_id = $1")
    await waiting.open(manager)
    await waiting.set(manager, milk=12)
    assert (await waiting.submit(manager))["state"] == "approved"
    told = await figures(regional)
    assert (told["orders"], told["waiting"], told["oldestWaitsSince"]) == (2, 0, None)
    assert (told["decided"], told["byRules"], told["ordersBefore"]) == (2, 1, 0)


async def test_a_store_that_has_not_ordered_is_named_until_the_cut_off(
    ordering: Ordering, manager: Client, regional: Client, platform: Platform
) -> None:
    await ordering.suggest({"milk": 24})
    cut_off = at(platform, time(11), days=1)
    at(platform, time(8))
    told = await figures(regional)
    assert told["storesOpen"] == 1
    [row] = (await regional.get(f"{DESK}/unordered")).json()["items"]
    assert (row["storeCode"], row["sourceId"], row["orderId"], row["state"]) == (
        "A1", str(ordering.source), None, None,
    )  # fmt: skip
    assert datetime.fromisoformat(row["cutOffAt"]) == cut_off
    await ordering.open(manager)
    [row] = (await regional.get(f"{DESK}/unordered")).json()["items"]
    assert (row["orderId"], row["state"]) == (ordering.id, "draft")
    await ordering.submit(manager)
    assert (await figures(regional))["storesOpen"] == 0
    assert (await regional.get(f"{DESK}/unordered")).json() == {"items": []}


async def test_after_the_cut_off_nothing_is_open_any_more(
    ordering: Ordering, regional: Client, platform: Platform
) -> None:
    await ordering.suggest({"milk": 24})
    at(platform, time(11, 1))
    told = await figures(regional)
    assert (told["storesOpen"], told["nextCutOffAt"]) == (0, None)


async def test_the_history_names_every_step_who_took_it_and_why(
    waiting: Ordering, regional: Client, platform: Platform
) -> None:
    platform.clock.offset += timedelta(minutes=10)
    await waiting.take(regional, "approval", decision="return", reason="牛奶减半")
    steps = (await regional.get(f"{DESK}/orders/{waiting.id}/history")).json()["items"]
    assert [each["kind"] for each in steps] == [
        "ordering.order_opened", "ordering.order_lines_set", "ordering.order_submitted", "ordering.order_returned",
    ]  # fmt: skip
    assert (steps[1]["changes"], steps[2]["totalCents"], steps[2]["rules"]) == (1, 7200, ["over_budget"])
    assert steps[3]["reason"] == "牛奶减半"
    assert 600 <= steps[3]["waitedS"] < 660
