"""A supplier's deliveries are announced, or not; what comes is booked at the price of the order."""

from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.ordering.fulfilled import Fulfilment, line_of, open_of
from tests.ordering.orders import Ordering
from tests.reactions.test_count_steps import inbox

CLAIMS = "/api/order-claims"
RULE = "/api/order-receiving-rule"


@pytest.fixture
async def bought(ordering: Ordering, client: LogIn, manager: Client) -> Fulfilment:
    """A1 orders milk in packs of 12 at 36 yuan from a supplier that the buyer answers for."""
    return Fulfilment(ordering, await client("buyer"), manager)


async def test_an_announced_delivery_is_in_no_book_until_it_comes_at_the_price_of_the_order(bought: Fulfilment) -> None:
    await bought.order(milk=24)
    await bought.accept()
    line = {**bought.lines({"milk": 24})[0], "lotCode": "M-1", "expiresOn": bought.in_days(9).isoformat()}
    order = await bought.take(bought.keeper, "shipments", id=str(uuid4()), lines=[line])
    assert await bought.at_store("milk") == ("0", 0, "0", 0)
    shipment = order["shipments"][0]
    said = {"lineId": line_of(shipment, "milk")["id"], "received": "20", "temperature": "4.5"}
    part = await bought.receive(shipment, lines=[said])
    assert (part["state"], open_of(part), part["receipts"][0]["valueCents"]) == (
        "partly_received", {"milk": "4"}, 6000,
    )  # fmt: skip
    [received] = part["receipts"][0]["lines"]
    assert (received["lotCode"], received["expiresOn"], received["temperature"]) == (
        "M-1", bought.in_days(9).isoformat(), "4.5",
    )  # fmt: skip
    done = await bought.receive(shipment)
    assert done["state"] == "closed"
    assert await bought.at_store("milk") == ("24", 7200, "0", 0)


async def test_a_supplier_that_announced_nothing_is_received_against_the_order(bought: Fulfilment) -> None:
    await bought.order(milk=24, eggs=30)
    await bought.accept()
    milk = bought.ordering.product("milk")
    lot = {"code": "M-7", "expiresOn": bought.in_days(5).isoformat()}
    part = await bought.receive(lines=[{"lineId": milk, "received": "24", "lot": lot}], rest="open")
    assert (part["state"], open_of(part)) == ("partly_received", {"milk": "0", "eggs": "30"})
    assert await bought.at_store("milk") == ("24", 7200, "0", 0)
    unseen = await bought.step(bought.manager, "receipts", **bought.receipt())
    assert (unseen.status_code, "已经有人收过货" in unseen.json()["detail"]) == (409, True)
    done = await bought.receive(part["shipments"][0])
    assert (done["state"], await bought.at_store("eggs")) == ("closed", ("30", 9000, "0", 0))


async def test_what_a_supplier_brings_before_it_answered_is_received_and_accepts_the_order(
    bought: Fulfilment, client: LogIn, run_jobs: JobRunner
) -> None:
    await bought.ordering.open(bought.manager)
    await bought.ordering.set(bought.manager, milk=24)
    assert (await bought.step(bought.manager, "receipts", **bought.receipt())).status_code == 409
    assert (await bought.ordering.submit(bought.manager))["state"] == "approved"
    milk = {"lineId": bought.ordering.product("milk"), "received": "20"}
    part = await bought.receive(lines=[milk], rest="open")
    assert (part["state"], part["lines"][0]["why"], open_of(part)) == ("partly_received", "in_full", {"milk": "4"})
    assert await bought.at_store("milk") == ("20", 6000, "0", 0)
    assert await bought.ordering.events() == [
        "order_opened", "order_lines_set", "order_submitted", "order_approved", "order_accepted", "order_shipped",
        "order_received",
    ]  # fmt: skip
    await run_jobs()
    assert (await inbox(await client("clerk")), await inbox(bought.manager)) == ([], [])


async def test_more_than_was_announced_is_taken_only_as_far_as_the_rule_says(bought: Fulfilment, client: LogIn) -> None:
    admin = await client("admin")
    await bought.order(milk=24)
    await bought.accept()
    shipment = (await bought.ship())["shipments"][0]
    over = {"lineId": line_of(shipment, "milk")["id"], "received": "26"}
    refused = await bought.step(bought.manager, "receipts", **bought.receipt(shipment, lines=[over]))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "lines.0.received")
    assert await bought.at_store("milk") == ("0", 0, "0", 0)
    assert (await bought.manager.put(RULE, {"overPercent": 10, "ifVersion": 0})).status_code == 403
    assert (await admin.put(RULE, {"overPercent": 10, "ifVersion": 0})).json() == {"overPercent": 10, "version": 1}
    assert (await admin.put(RULE, {"overPercent": 20, "ifVersion": 0})).status_code == 409
    far = await bought.step(bought.manager, "receipts", **bought.receipt(shipment, lines=[{**over, "received": "27"}]))
    assert far.status_code == 422
    done = await bought.receive(shipment, lines=[over])
    assert (done["overPercent"], done["lines"][0]["perishes"]) == (10, False)
    assert (done["state"], open_of(done), done["lines"][0]["received"]) == ("closed", {"milk": "0"}, "26")
    assert await bought.at_store("milk") == ("26", 7800, "0", 0)


async def test_an_order_that_will_not_come_is_closed_with_a_reason_and_a_late_receipt_is_refused(
    bought: Fulfilment, run_jobs: JobRunner
) -> None:
    await bought.order(milk=24)
    await bought.accept()
    shipment = (await bought.ship())["shipments"][0]
    line = line_of(shipment, "milk")["id"]
    await bought.receive(shipment, lines=[{"lineId": line, "received": "12"}], rest="open")
    assert (await bought.step(bought.manager, "closure", reason=" ")).status_code == 400
    closed = await bought.take(bought.manager, "closure", reason="供应商断货")
    assert (closed["state"], closed["reason"], open_of(closed)) == ("closed", "供应商断货", {"milk": "12"})
    late = await bought.step(bought.manager, "receipts", **bought.receipt(shipment))
    assert late.status_code == 409
    assert await bought.at_store("milk") == ("12", 3600, "0", 0)
    await run_jobs()
    desk = f"/console/orders/{closed['id']}?part=way"
    told = ("A1 店：订单已结束", "光明鲜奶：供应商断货（1 个商品未到齐）", desk)
    assert told in await inbox(bought.keeper)


async def test_an_accepted_order_of_which_nothing_was_sent_is_cancelled_by_its_closure(bought: Fulfilment) -> None:
    await bought.order(milk=24)
    assert (await bought.step(bought.manager, "closure", reason="不要了")).status_code == 409
    await bought.accept()
    closed = await bought.take(bought.keeper, "closure", reason="停产")
    assert (closed["state"], closed["reason"]) == ("cancelled", "停产")
    assert (await bought.step(bought.keeper, "shipments", id=str(uuid4()))).status_code == 409


async def test_steps_are_told_to_whoever_has_the_next_one(
    bought: Fulfilment, client: LogIn, run_jobs: JobRunner
) -> None:
    clerk = await client("clerk")
    await bought.order(milk=24, eggs=30)
    await bought.accept(eggs=0)
    order = await bought.ship()
    shipment, link = order["shipments"][0], f"/orders/{order['id']}"
    await run_jobs()
    coming = ("A1 店：有货在途", "光明鲜奶，1 个商品，请准备收货。", link)
    assert await inbox(clerk) == [coming]
    cut = ("A1 店：订单已接单，数量有减少", "光明鲜奶：1 个商品不能按订货数量供应。", link)
    assert sorted(await inbox(bought.manager)) == sorted([coming, cut])
    said = {
        "lineId": line_of(shipment, "milk")["id"], "received": "22", "damaged": "2", "photoIds": [str(uuid4())],
        "note": "漏",
    }  # fmt: skip
    got = await bought.receive(shipment, lines=[said])
    await run_jobs()
    page = f"/console/order-claims/{got['claims'][0]['id']}"
    assert await inbox(bought.keeper) == [("A1 店：有收货索赔待处理", "milk破损 2，6.00 元。", page)]
    [claim] = got["claims"]
    path = f"{CLAIMS}/{claim['id']}/decision"
    assert (await bought.keeper.post(path, {"settled": False, "ifVersion": claim["version"]})).status_code == 422
    form = {"settled": False, "note": "照片看不清", "ifVersion": claim["version"]}
    assert (await bought.keeper.post(path, form)).json()["state"] == "refused"
    await run_jobs()
    assert (await inbox(bought.manager))[0] == (
        "A1 店：索赔被拒绝", "光明鲜奶拒绝milk的索赔：照片看不清", link,
    )  # fmt: skip
    assert await inbox(clerk) == [coming]


async def test_goods_go_back_when_the_source_agrees_and_not_more_than_came(bought: Fulfilment, manager: Client) -> None:
    order_id = await bought.order(milk=24)
    await bought.accept()
    await bought.receive()
    form = {
        "id": str(uuid4()), "orderId": order_id, "productId": bought.ordering.product("milk"), "quantity": "25",
        "note": "口味不对",
    }  # fmt: skip
    assert (await manager.post(CLAIMS, form)).status_code == 422
    claim = (await manager.post(CLAIMS, {**form, "quantity": "4"})).json()
    assert (claim["kind"], claim["valueCents"], claim["mayDecide"]) == ("return", 1200, False)
    assert (await manager.post(CLAIMS, {**form, "quantity": "4"})).json()["id"] == claim["id"]  # sent twice
    more = {**form, "id": str(uuid4()), "quantity": "21"}
    assert (await manager.post(CLAIMS, more)).status_code == 422
    assert await bought.at_store("milk") == ("24", 7200, "0", 0)
    listed = (await bought.keeper.get(CLAIMS, state="open", kind="return")).json()["items"]
    assert [(each["id"], each["mayDecide"]) for each in listed] == [(claim["id"], True)]
    path = f"{CLAIMS}/{claim['id']}/decision"
    above = {"settled": True, "settledCents": 1201, "ifVersion": claim["version"]}
    assert (await bought.keeper.post(path, above)).status_code == 422
    settled = await bought.keeper.post(path, {**above, "settledCents": 1000})
    assert (settled.json()["state"], settled.json()["settledCents"]) == ("settled", 1000)
    assert await bought.at_store("milk") == ("20", 6000, "0", 0)


async def test_what_goes_back_to_a_warehouse_is_on_its_book_again(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 24, 4800)
    order_id = await supplied.order(milk=24)
    await supplied.accept()
    await supplied.receive((await supplied.ship())["shipments"][0])
    form = {
        "id": str(uuid4()), "orderId": order_id, "productId": supplied.ordering.product("milk"), "quantity": "12",
        "note": "订多了",
    }  # fmt: skip
    claim = (await supplied.manager.post(CLAIMS, form)).json()
    path = f"{CLAIMS}/{claim['id']}/decision"
    answer = await supplied.keeper.post(path, {"settled": True, "ifVersion": claim["version"]})
    assert answer.status_code == 200, answer.text
    assert await supplied.at_store("milk") == ("12", 2400, "0", 0)
    assert await supplied.in_warehouse("milk") == ("12", 2400, "0", 0)


async def test_what_is_not_sent_is_given_up_while_goods_are_on_their_way_and_those_end_the_order(
    supplied: Fulfilment, run_jobs: JobRunner
) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    shipment = (await supplied.ship(milk=12))["shipments"][0]
    assert await supplied.reserved() == {"milk": "12"}
    order = await supplied.take(supplied.keeper, "closure", reason="没货了")
    assert (order["state"], open_of(order), await supplied.reserved()) == ("shipped", {"milk": "12"}, {})
    assert (order["lines"][0]["why"], order["lines"][0]["note"]) == ("source", "没货了")
    assert (await supplied.step(supplied.keeper, "closure", reason="没货了")).status_code == 409
    await run_jobs()
    told = ("A1 店：订单余下的不再送", "光明鲜奶：没货了（1 个商品不再送，在途的照常收货）", f"/orders/{order['id']}")
    assert told in await inbox(supplied.manager)
    assert (await supplied.receive(shipment))["state"] == "closed"
    assert await supplied.at_store("milk") == ("12", 2400, "0", 0)
    assert await supplied.in_warehouse("milk") == ("12", 2400, "0", 0)
    assert await supplied.ordering.events("ordering.order_rest_given_up", "ordering.order_closed") == [
        "order_rest_given_up", "order_closed",
    ]  # fmt: skip


async def test_what_will_not_come_of_an_order_with_nothing_on_its_way_is_closed_and_free_again(
    supplied: Fulfilment,
) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    await supplied.receive((await supplied.ship(milk=12))["shipments"][0])
    closed = await supplied.take(supplied.keeper, "closure", reason="没货了")
    assert (closed["state"], await supplied.reserved()) == ("closed", {})
    assert await supplied.in_warehouse("milk") == ("12", 2400, "0", 0)


async def test_a_suppliers_order_is_not_cut_below_its_minimum_unless_it_comes_so(
    bought: Fulfilment, client: LogIn
) -> None:
    admin = await client("admin")
    source = (await bought.keeper.get(f"/api/order-sources/{bought.ordering.source}")).json()
    fields = ("code", "name", "leadDays", "soldSameDay", "cutOff", "status")
    form = {each: source[each] for each in fields} | {"leastCents": 7200, "overPercent": 50, "ifVersion": 1}
    changed = await bought.keeper.put(f"/api/order-sources/{source['id']}", form)
    assert (changed.status_code, changed.json()["overPercent"]) == (200, 50), changed.text
    await bought.order(milk=24)
    cut = {"lines": bought.lines({"milk": 12})}
    refused = await bought.step(bought.keeper, "acceptance", **cut)
    assert (refused.status_code, refused.json()["errors"][0]["field"], "72" in refused.text) == (422, "lines", True)
    accepted = await bought.take(bought.keeper, "acceptance", **cut, belowLeast=True)
    assert accepted["lines"][0]["confirmed"] == "12"
    assert (await admin.get(RULE)).json()["overPercent"] == 0  # the source's own rule holds, not the chain's
    shipment = (await bought.ship())["shipments"][0]
    line = line_of(shipment, "milk")["id"]
    more = await bought.step(
        bought.manager, "receipts", **bought.receipt(shipment, lines=[{"lineId": line, "received": "19"}])
    )
    assert more.status_code == 422
    await bought.receive(shipment, lines=[{"lineId": line, "received": "18"}])
    assert await bought.at_store("milk") == ("18", 5400, "0", 0)
