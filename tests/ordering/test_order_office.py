"""What approvers do from a desk: many orders at once, each with its own outcome; and what waits too long."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from storewalk.core.platform import Platform
from storewalk.ordering.order_work import EscalateOrder
from storewalk.ordering.service.order.escalate import escalate, watch_waiting
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.ordering.orders import Ordering, source_of
from tests.reactions.test_count_steps import inbox

APPROVALS = "/api/order-approvals"


@pytest.fixture
async def waiting(ordering: Ordering, manager: Client) -> Ordering:
    """An order of the manager's, over its budget."""
    await ordering.sql("UPDATE order_delivery SET budget_cents = 1 WHERE org_id = $1")
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    assert (await ordering.submit(manager))["state"] == "waiting"
    return ordering


async def test_each_of_many_orders_has_its_own_outcome(
    waiting: Ordering, manager: Client, regional: Client, client: LogIn
) -> None:
    first = waiting.id
    buyer = await client("buyer")
    waiting.source = await source_of(waiting.shop, buyer, {"milk": 12}, code="DRY")
    draft = (await waiting.open(manager))["id"]
    unknown = "01900000-0000-7000-8000-000000000000"
    form = {"ids": [draft, first, unknown, first], "decision": "approve"}
    answer = await regional.post(APPROVALS, form)
    assert answer.status_code == 200, answer.text
    assert answer.json()["decided"] == 1
    outcomes = [(each["id"], each["decided"], each["state"], each["code"]) for each in answer.json()["orders"]]
    assert outcomes == [
        (draft, False, "draft", "wrong_state"),
        (first, True, "approved", None),
        (unknown, False, None, "not_found"),
    ]
    late = await buyer.post(APPROVALS, {"ids": [first], "decision": "refuse", "reason": "x"})
    [outcome] = late.json()["orders"]
    assert (outcome["decided"], outcome["state"]) == (False, "approved")
    assert outcome["message"].startswith("regional-")
    assert (await regional.post(APPROVALS, {"ids": [first], "decision": "refuse"})).status_code == 422


async def test_each_step_is_told_to_whoever_has_the_next_one(
    waiting: Ordering, manager: Client, regional: Client, run_jobs: JobRunner
) -> None:
    await run_jobs()
    link = f"/orders/{waiting.id}"
    assert await inbox(regional) == [("A1 店：有订单待审批", "光明鲜奶，72.00 元：超出预算。", link)]
    assert await inbox(manager) == []
    await waiting.take(regional, "approval", decision="return", reason="太多")
    await run_jobs()
    assert await inbox(manager) == [("A1 店：订单被退回，请修改后再提交", "光明鲜奶：太多", link)]
    await waiting.submit(manager)
    line = {"productId": waiting.product("milk"), "quantity": "12"}
    await waiting.take(regional, "approval", decision="approve", lines=[line])
    await run_jobs()
    told = (await inbox(manager))[0]
    assert told == ("A1 店：订单已批准", "光明鲜奶，36.00 元，审批人改了 1 个商品的数量。", link)


async def look(waiting: Ordering, platform: Platform, told: int) -> bool:
    """Run a look at the order as a worker does."""
    [row] = await waiting.sql("SELECT waits_since FROM store_order WHERE org_id = $1 AND state = 'waiting'")
    async with platform.transaction(waiting.shop.org.system) as tx:
        return await escalate(tx, EscalateOrder(order_id=UUID(waiting.id), waits_since=row["waits_since"], told=told))


async def test_what_waits_too_long_is_told_level_by_level_each_once_also_with_two_workers(
    waiting: Ordering, platform: Platform, client: LogIn, regional: Client, run_jobs: JobRunner
) -> None:
    assert not await look(waiting, platform, 1)  # too early
    platform.clock.offset += timedelta(minutes=121)
    assert sorted(await asyncio.gather(look(waiting, platform, 1), look(waiting, platform, 1))) == [False, True]
    assert not await look(waiting, platform, 2)
    platform.clock.offset += timedelta(minutes=120)
    assert await look(waiting, platform, 2)
    platform.clock.offset += timedelta(minutes=120)
    assert not await look(waiting, platform, 3)  # above the buyer there is nobody
    assert await waiting.events("ordering.order_escalated") == ["order_escalated", "order_escalated"]
    await run_jobs()
    buyer = await client("buyer")
    assert [letter[0] for letter in await inbox(buyer)] == ["A1 店：订单等待审批过久"]
    assert sorted(letter[0] for letter in await inbox(regional)) == ["A1 店：有订单待审批", "A1 店：订单等待审批过久"]


async def test_a_lost_look_is_made_good_and_what_is_decided_is_left_alone(
    waiting: Ordering, platform: Platform, regional: Client, run_jobs: JobRunner
) -> None:
    platform.clock.offset += timedelta(minutes=121)
    async with platform.transaction(waiting.shop.org.system) as tx:
        await watch_waiting(tx)
        await watch_waiting(tx)
    await run_jobs()
    assert await waiting.events("ordering.order_escalated") == ["order_escalated"]
    await waiting.take(regional, "approval", decision="approve")
    platform.clock.offset += timedelta(minutes=240)
    async with platform.transaction(waiting.shop.org.system) as tx:
        await watch_waiting(tx)
    await run_jobs()
    assert await waiting.events("ordering.order_escalated") == ["order_escalated"]
