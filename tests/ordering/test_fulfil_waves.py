"""A day's orders of a warehouse: shared when short, picked by what ends first, expected at the stores."""

import asyncio
from datetime import time
from uuid import UUID, uuid4

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.ordering.fulfilled import Fulfilment, open_of, steps
from tests.ordering.orders import at
from tests.ordering.waves import WAVES, day_of, order_of, shared
from tests.reactions.test_count_steps import inbox


async def test_what_is_short_is_shared_by_need_kept_for_both_and_each_store_sees_why(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    await supplied.stocked("milk", 40, 8000)
    await supplied.ordering.suggest({"milk": {"expected": 36_000, "wanted": 36_000, "quantity": 36_000}})
    await supplied.ordering.open(supplied.manager)
    await supplied.ordering.submit(supplied.manager)
    await order_of(second, 12)
    day = await day_of(supplied)
    before = (await supplied.keeper.get(WAVES, warehouse=supplied.warehouse, day=day)).json()
    assert [(each["storeCode"], each["state"]) for each in before["orders"]] == [("A1", "approved"), ("A2", "approved")]
    assert [(p["ordered"], p["there"], p["short"]) for p in before["products"]] == [("48", "40", "8")]
    wave = await shared(supplied)
    assert [each["state"] for each in wave["orders"]] == ["accepted", "accepted"]
    first, other = await supplied.read(), await second.read()
    assert (steps(first)["milk"][1], steps(other)["milk"][1]) == (24, 12)
    [line] = first["lines"]
    assert (line["why"], line["there"], line["asked"], line["need"]) == ("shared", "40", "48", "36")
    assert await supplied.reserved() == {"milk": "36"}
    assert (await supplied.ordering.step(supplied.manager, "withdrawal")).status_code == 409
    again = await shared(supplied, firstIds=[second.ordering.id])
    assert [each["short"] for each in again["products"]] == ["0"]
    assert await supplied.ordering.events("ordering.order_accepted") == [
        "order_accepted"
    ]  # nothing is other than before


async def test_what_is_past_its_last_day_is_not_shared_and_what_is_kept_is_promised_to_nobody_else(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    await supplied.stocked("milk", 24, 4800, code="OLD", last=supplied.in_days(-1))
    await supplied.stocked("milk", 30, 6000)
    await supplied.order(milk=24)
    await supplied.accept()
    await order_of(second, 12)
    await second.accept()
    wave = await shared(supplied)
    assert [(p["there"], p["toShip"], p["short"]) for p in wave["products"]] == [("30", "24", "0")]
    assert [steps(await each.read())["milk"][1] for each in (supplied, second)] == [12, 12]
    items = (await supplied.keeper.get("/api/stock", store=supplied.warehouse)).json()["items"]
    assert [(i["quantity"], i["blocked"], i["reserved"], i["available"]) for i in items] == [("54", "24", "24", "6")]


async def test_of_two_who_share_at_once_the_second_finds_it_done(supplied: Fulfilment, second: Fulfilment) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await order_of(second, 24)
    form = {"warehouseId": str(supplied.warehouse), "day": await day_of(supplied)}
    answers = await asyncio.gather(*(supplied.keeper.post(WAVES, form) for _ in range(2)))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert await supplied.reserved() == {"milk": "24"}
    given = [steps(await each.read())["milk"][1] for each in (supplied, second)]
    assert given == [12, 12]
    assert [await each.ordering.events("ordering.order_accepted") for each in (supplied, second)] == [
        ["order_accepted"], ["order_accepted"],
    ]  # fmt: skip


async def test_the_pick_list_takes_what_ends_first_for_one_store_after_the_other(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    await supplied.stocked("milk", 30, 6000, code="LATE", last=supplied.in_days(30))
    await supplied.stocked("milk", 18, 3600, code="SOON", last=supplied.in_days(5))
    await supplied.order(milk=24)
    await order_of(second, 12)
    await shared(supplied)
    form = {"warehouse": supplied.warehouse, "day": await day_of(supplied)}
    picks = (await supplied.keeper.get(f"{WAVES}/picks", **form)).json()["picks"]
    assert [(p["storeCode"], p["lotCode"], p["quantity"], p["place"]) for p in picks] == [
        ("A1", "SOON", "18", "shelf"), ("A1", "LATE", "6", "shelf"), ("A2", "LATE", "12", "shelf"),
    ]  # fmt: skip


async def test_a_wave_is_the_warehouses_own_and_needs_an_order(supplied: Fulfilment, client: LogIn) -> None:
    form = {"warehouseId": str(supplied.warehouse), "day": supplied.in_days(1).isoformat()}
    assert (await supplied.keeper.post(WAVES, form)).status_code == 409
    other: Client = await client("elsewhere")
    assert (await other.post(WAVES, form)).status_code == 404
    for path in (WAVES, f"{WAVES}/picks"):
        answer = await other.get(path, warehouse=supplied.warehouse, day=form["day"])
        assert answer.status_code == 404
    await supplied.order(milk=12)
    wrong = {**form, "day": await day_of(supplied), "firstIds": [str(UUID(int=1))]}
    assert (await supplied.keeper.post(WAVES, wrong)).status_code == 422


async def test_a_store_sees_what_comes_until_a_day(supplied: Fulfilment, client: LogIn) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    await supplied.ship(milk=12)
    store, day = supplied.ordering.shop.store, await day_of(supplied)
    items = (await supplied.manager.get("/api/order-deliveries", store=store, day=day)).json()["items"]
    assert [(each["number"], each["lines"], each["expectedOn"]) for each in items] == [(1, 1, day), (None, 1, day)]
    assert (await supplied.manager.get("/api/order-deliveries", store=store)).json()["items"] == []
    other: Client = await client("elsewhere")
    assert (await other.get("/api/order-deliveries", store=store)).status_code == 404


async def test_what_is_kept_for_one_order_is_not_sent_to_another_also_by_two_at_once(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    await supplied.stocked("milk", 30, 6000)
    await supplied.order(milk=24)
    await order_of(second, 24)
    await supplied.accept()
    await second.accept()
    assert await supplied.reserved() == {"milk": "30"}  # of the second what was left, not what it asked for
    answers = await asyncio.gather(
        supplied.step(supplied.keeper, "shipments", id=str(uuid4())),
        second.step(second.keeper, "shipments", id=str(uuid4())),
    )
    assert [answer.status_code for answer in answers] == [200, 422]
    [fault] = answers[1].json()["errors"]
    assert (fault["field"], fault["message"]) == (
        "lines.0.quantity", "商品 P0 现在可发 6，其余没有货，或已留给别的订单。",
    )  # fmt: skip
    assert (await second.read())["shipments"] == []
    assert open_of(await second.ship(milk=6)) == {"milk": "24"}
    assert await supplied.in_warehouse("milk") == ("0", 0, "0", 0)
    await supplied.stocked("milk", 18, 3600)  # what comes in later is free
    assert (await second.ship())["state"] == "shipped"


async def test_of_what_nobody_keeps_two_at_once_do_not_send_more_than_is_there(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    await supplied.order(milk=24)
    await order_of(second, 24)
    await supplied.accept()
    await second.accept()
    assert await supplied.reserved() == {}
    await supplied.stocked("milk", 36, 7200)
    answers = await asyncio.gather(
        *(each.step(each.keeper, "shipments", id=str(uuid4())) for each in (supplied, second))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 422]
    lost = next(answer for answer in answers if answer.status_code == 422)
    assert "12" in lost.json()["errors"][0]["message"]
    assert await supplied.in_warehouse("milk") == ("12", 2400, "0", 0)


async def test_orders_of_a_day_gather_to_one_notice_at_the_warehouse_and_an_urgent_one_is_told_at_once(
    supplied: Fulfilment, second: Fulfilment, *, regional: Client, clerk: Client, run_jobs: JobRunner
) -> None:
    await supplied.order(milk=24)
    await run_jobs()
    day = await day_of(supplied)
    wave = f"/warehouse?warehouse={supplied.warehouse}&day={day}"
    _, month, number = (int(part) for part in day.split("-"))
    title = f"浦东总仓：{month}月{number}日要送的订单"
    assert await inbox(supplied.keeper) == [(title, "有 1 张门店订单已批准，请接单、分货。", wave)]
    await order_of(second, 12)
    await run_jobs()
    told = (title, "有 2 张门店订单已批准，请接单、分货。", wave)
    assert await inbox(supplied.keeper) == [told]
    at(supplied.ordering.platform, time(12))
    late = Fulfilment(supplied.ordering, supplied.keeper, clerk, supplied.warehouse)
    await late.ordering.open(clerk)
    await late.ordering.set(clerk, milk=12)
    await late.ordering.submit(clerk, urgent=True)
    await late.take(regional, "approval", decision="approve")
    await run_jobs()
    urgent = f"共 1 个商品，{month}月{number}日要送到，请先处理。", f"/warehouse/orders/{late.ordering.id}"
    assert await inbox(supplied.keeper) == [("浦东总仓：A1 店有加急订单", *urgent), told]
    assert [each for each in await inbox(regional) if "浦东总仓" in each[0]] == []
