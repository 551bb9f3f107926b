"""What the rules do not let pass waits for somebody else, high enough up, who decides once."""

import asyncio
from datetime import time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from storewalk.core.platform import Platform
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.ordering.orders import Ordering, at, budget, by_name, quantities


@pytest.fixture
async def waiting(ordering: Ordering, manager: Client) -> Ordering:
    """An order of the manager's of 72 yuan, over its budget of 50, which waits for somebody above the store."""
    await budget(ordering, 5000)
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    order = await ordering.submit(manager)
    assert order["state"] == "waiting"
    return ordering


async def test_an_order_over_its_budget_waits_and_says_which_rule_it_met(
    ordering: Ordering, manager: Client, regional: Client
) -> None:
    await budget(ordering, 7199)
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    order = await ordering.submit(manager)
    assert (order["state"], order["level"], order["budgetCents"], order["mayDecide"]) == (
        "waiting", "region", 7199, False,
    )  # fmt: skip
    assert order["hits"] == [{"name": "", "kind": "over_budget", "level": "region", "over": 0, "measured": 1}]
    assert (await ordering.read(regional))["mayDecide"] is True
    assert await ordering.events() == ["order_opened", "order_submitted"]


async def test_an_order_of_exactly_its_budget_passes(ordering: Ordering, manager: Client) -> None:
    await budget(ordering, 7200)
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    assert (await ordering.submit(manager))["state"] == "approved"


async def test_an_approver_may_change_quantities_and_the_store_sees_both(
    waiting: Ordering, regional: Client, manager: Client
) -> None:
    wrong = await waiting.step(
        regional, "approval", decision="approve", lines=[{"productId": waiting.product("milk"), "quantity": "13"}]
    )
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "lines.0.quantity")
    foreign = await waiting.step(
        regional, "approval", decision="approve", lines=[{"productId": waiting.product("eggs"), "quantity": "30"}]
    )
    assert (foreign.status_code, foreign.json()["errors"][0]["field"]) == (422, "lines.0.productId")
    line = {"productId": waiting.product("milk"), "quantity": "12"}
    order = await waiting.take(regional, "approval", decision="approve", lines=[line])
    assert (order["state"], order["totals"]["cents"]) == ("approved", 3600)
    milk = by_name(await waiting.read(manager))["milk"]
    assert (milk["suggested"], milk["submitted"], milk["quantity"]) == ("24", "24", "12")
    rows = await waiting.sql(
        "SELECT payload->'changes' AS c FROM event WHERE org_id = $1 AND kind = $2", "ordering.order_approved"
    )
    changes = [{"product_id": waiting.product("milk"), "before": "24", "after": "12"}]
    assert [row["c"] for row in rows] == [changes]


async def test_nobody_decides_on_their_own_order_nor_below_the_level_nor_elsewhere(
    waiting: Ordering, manager: Client, client: LogIn, clerk: Client
) -> None:
    own = await waiting.step(manager, "approval", decision="approve")
    assert (own.status_code, "自己" in own.text) == (403, True)
    assert (await waiting.step(clerk, "approval", decision="approve")).status_code == 403
    await waiting.sql("UPDATE store_order SET submitted_by = opened_by, level = 'chain' WHERE org_id = $1")
    low = await waiting.step(await client("regional"), "approval", decision="approve")
    assert (low.status_code, "更高一级" in low.text) == (403, True)
    assert (await waiting.read(manager))["state"] == "waiting"
    done = await waiting.take(await client("buyer"), "approval", decision="approve")
    assert done["state"] == "approved"


async def test_of_two_approvers_at_the_same_second_one_wins_and_the_other_hears_who(
    waiting: Ordering, regional: Client, client: LogIn
) -> None:
    buyer = await client("buyer")
    first, second = await asyncio.gather(
        waiting.step(regional, "approval", decision="approve"),
        waiting.step(buyer, "approval", decision="refuse", reason="太多"),
    )
    assert sorted([first.status_code, second.status_code]) == [200, 409]
    won, lost = (first, second) if first.status_code == 200 else (second, first)
    assert won.json()["decidedByName"] in lost.json()["detail"]
    order = await waiting.read(regional)
    assert order["state"] == ("approved" if won is first else "refused")
    kinds = await waiting.events()
    assert kinds == ["order_opened", "order_submitted", f"order_{order['state']}"]


async def test_a_returned_order_is_done_over_and_the_time_it_waited_adds_up(
    waiting: Ordering, manager: Client, regional: Client, platform: Platform
) -> None:
    assert (await waiting.step(regional, "approval", decision="return")).status_code == 422
    platform.clock.offset += timedelta(minutes=20)
    order = await waiting.take(regional, "approval", decision="return", reason="太多")
    assert (order["state"], order["reason"], order["waitsSince"], order["level"]) == ("returned", "太多", None, None)
    assert 1200 <= order["waitedS"] < 1230
    assert (await waiting.open(manager))["id"] == order["id"]  # it is the one that is open
    await waiting.set(manager, milk=12)
    done = await waiting.submit(manager)
    assert (done["state"], done["decidedByName"], done["hits"]) == ("approved", None, [])
    assert 1200 <= done["waitedS"] < 1230
    assert await waiting.events() == [
        "order_opened", "order_submitted", "order_returned", "order_lines_set", "order_submitted", "order_approved",
    ]  # fmt: skip


async def test_a_store_takes_an_order_back_until_it_is_accepted(waiting: Ordering, manager: Client) -> None:
    order = await waiting.take(manager, "withdrawal", reason="数量不对")
    assert (order["state"], order["waitsSince"]) == ("draft", None)
    await waiting.set(manager, milk=12)
    assert (await waiting.submit(manager))["state"] == "approved"
    assert (await waiting.take(manager, "withdrawal"))["state"] == "draft"
    assert (await waiting.submit(manager))["state"] == "approved"
    await waiting.sql("UPDATE store_order SET state = 'accepted' WHERE org_id = $1")
    assert (await waiting.step(manager, "withdrawal")).status_code == 409
    assert (await waiting.step(manager, "cancellation", reason="x")).status_code == 409
    assert (await waiting.put(manager, {"milk": 24})).status_code == 409


async def test_an_order_is_not_taken_back_beside_another_draft(waiting: Ordering, manager: Client) -> None:
    first = waiting.id
    second = await waiting.open(manager)
    assert second["id"] != first
    waiting.id = first
    refused = await waiting.step(manager, "withdrawal")
    assert (refused.status_code, "草稿" in refused.text) == (409, True)
    assert (await waiting.read(manager))["state"] == "waiting"


async def test_a_cancelled_order_has_a_reason_and_ends(waiting: Ordering, manager: Client) -> None:
    assert (await waiting.step(manager, "cancellation", reason=" ")).status_code == 400
    order = await waiting.take(manager, "cancellation", reason="店里停电")
    assert (order["state"], order["reason"], order["waitsSince"]) == ("cancelled", "店里停电", None)
    assert (await waiting.step(manager, "submission")).status_code == 409
    assert await waiting.events() == ["order_opened", "order_submitted", "order_cancelled"]


async def test_after_the_cut_off_an_order_is_refused_or_urgent_and_then_waits(
    ordering: Ordering, manager: Client, regional: Client, platform: Platform
) -> None:
    await ordering.suggest({"milk": 24})
    order = await ordering.open(manager)
    assert order["cutOffAt"] == f"{ordering.today}T03:00:00Z"
    at(platform, time(11, 0, 1))
    late = await ordering.step(manager, "submission")
    assert (late.status_code, "加急" in late.text) == (409, True)
    assert await ordering.events() == ["order_opened"]
    order = await ordering.submit(manager, urgent=True)
    assert (order["state"], order["urgent"], [hit["kind"] for hit in order["hits"]]) == (
        "waiting", True, ["out_of_window"],
    )  # fmt: skip
    assert (await ordering.take(regional, "approval", decision="approve"))["state"] == "approved"


async def test_urgent_before_the_cut_off_is_an_order_like_any_other(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    order = await ordering.submit(manager, urgent=True)
    assert (order["state"], order["urgent"]) == ("approved", False)


@pytest.mark.parametrize(
    ("zone", "wall", "answered"),
    [("Asia/Urumqi", time(10, 59), 200), ("Asia/Tokyo", time(11), 409), ("America/New_York", time(10, 59), 200)],
)
async def test_the_cut_off_is_that_of_the_stores_own_clock(
    ordering: Ordering, manager: Client, zone: str, wall: time, answered: int
) -> None:
    await ordering.sql("UPDATE store SET time_zone = $2 WHERE org_id = $1", zone)
    at(ordering.platform, wall, ZoneInfo(zone))
    await ordering.open(manager)
    await ordering.set(manager, milk=12)
    assert (await ordering.step(manager, "submission")).status_code == answered


async def test_a_cut_off_in_the_small_hours_belongs_to_the_business_day_before(
    ordering: Ordering, manager: Client, platform: Platform
) -> None:
    await ordering.sql(
        "INSERT INTO store_day_cut (org_id, id, store_id, valid_from, cut) VALUES ($1, gen_random_uuid(), $2, $3, $4)"
        " ON CONFLICT DO NOTHING",
        ordering.shop.store, ordering.today - timedelta(days=30), time(4),
    )  # fmt: skip
    await ordering.sql("UPDATE order_source SET cut_off = '02:00' WHERE org_id = $1")
    day = at(platform, time(23)).date()
    order = await ordering.open(manager)
    assert (order["day"], order["cutOffAt"]) == (f"{day}", f"{day}T18:00:00Z")
    await ordering.set(manager, milk=12)
    assert (await ordering.submit(manager))["state"] == "approved"


async def test_the_cut_off_is_the_servers_whatever_the_phone_says(
    ordering: Ordering, manager: Client, platform: Platform
) -> None:
    await ordering.open(manager)
    await ordering.set(manager, milk=12)
    before = platform.clock.now()
    at(platform, time(11, 30))
    headers = {"Storewalk-Occurred-At": before.isoformat()}
    answer = await manager.post(f"{ordering.path}/submission", {}, headers=headers)
    assert answer.status_code == 409


async def test_a_submission_replayed_under_its_key_or_another_makes_one_order(
    waiting: Ordering, manager: Client
) -> None:
    replays = await asyncio.gather(
        *(manager.post(f"{waiting.path}/submission", {}, key=f"submission-{n % 2}") for n in range(4))
    )
    assert [each.status_code for each in replays] == [200] * 4
    assert len({each.json()["version"] for each in replays}) == 1
    assert await waiting.events() == ["order_opened", "order_submitted"]
    rows = await waiting.sql("SELECT count(*) AS hits FROM store_order_hit WHERE org_id = $1")
    assert rows[0]["hits"] == 1


async def test_products_that_had_to_be_ordered_and_were_not_are_told_and_kept(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.sql(
        "INSERT INTO order_store_terms (org_id, store_id, product_id, carried, must_order, keep_at_least, version)"
        " VALUES ($1, $2, $3, true, true, 0, 1)",
        ordering.shop.store, ordering.shop.products["eggs"],
    )  # fmt: skip
    await ordering.suggest({"milk": 24})
    order = await ordering.open(manager)
    assert by_name(order)["eggs"]["mustOrder"] is True
    assert quantities(order) == {"milk": Decimal(24), "eggs": Decimal(0)}
    order = await ordering.submit(manager)
    assert (order["state"], order["missing"]) == ("approved", 1)
    assert [each["name"]["en"] for each in order["missingProducts"]] == ["eggs"]


async def test_a_large_departure_wants_a_reason_that_is_kept(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    await ordering.set(manager, milk=36, eggs=60)  # 50 % and 36 yuan more; 100 % and 90 yuan more
    refused = await ordering.step(manager, "submission")
    assert refused.status_code == 422
    assert [each["field"] for each in refused.json()["errors"]] == [f"lines.{ordering.product('eggs')}.reason"]
    assert (await ordering.read(manager))["state"] == "draft"
    await ordering.set(manager, eggs=(60, "local_event"))
    order = await ordering.submit(manager)
    assert (order["state"], by_name(order)["eggs"]["reason"]) == ("approved", "local_event")


async def test_an_empty_order_and_one_below_the_sources_least_are_not_taken(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.open(manager)
    assert (await ordering.step(manager, "submission")).status_code == 422
    await ordering.sql("UPDATE order_source SET least_cents = 3601 WHERE org_id = $1")
    await ordering.set(manager, milk=12)
    answer = await ordering.step(manager, "submission")
    assert (answer.status_code, "36.01" in answer.text) == (422, True)
    assert await ordering.events() == ["order_opened", "order_lines_set"]


async def test_prices_and_packs_are_those_of_the_submission(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    await ordering.sql("UPDATE order_offer SET pack_cents = 4000 WHERE org_id = $1 AND pack_quantity = 12")
    assert (await ordering.submit(manager))["totals"]["cents"] == 8000
    await ordering.take(manager, "withdrawal")
    await ordering.sql("UPDATE order_offer SET pack_quantity = 18 WHERE org_id = $1 AND pack_quantity = 12")
    refused = await ordering.step(manager, "submission")
    field = f"lines.{ordering.product('milk')}.quantity"
    assert (refused.status_code, [each["field"] for each in refused.json()["errors"]]) == (422, [field])


async def test_what_an_approver_saw_is_what_they_decide_on(
    waiting: Ordering, manager: Client, regional: Client
) -> None:
    seen = (await waiting.read(regional))["version"]
    await waiting.take(manager, "withdrawal")
    await waiting.set(manager, milk=36)
    await waiting.submit(manager)
    stale = await waiting.step(regional, "approval", decision="approve", ifVersion=seen)
    assert (stale.status_code, stale.json()["code"]) == (409, "version_conflict")
    body: dict[str, Any] = stale.json()
    assert UUID(body["current"]["id"]) == UUID(waiting.id)
    assert (await waiting.read(regional))["state"] == "waiting"
