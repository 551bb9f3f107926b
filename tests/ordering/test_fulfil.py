"""From the approval to the shelf: a warehouse accepts and sends, a store takes in, each thing posted once."""

import asyncio
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.photos import jpeg, registration
from tests.ordering.fulfilled import Fulfilment, line_of, open_of, steps
from tests.reactions.test_count_steps import inbox


async def test_a_warehouse_accepts_ships_and_the_store_receives_what_it_cost(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 100, 25000)
    await supplied.order(milk=24)
    accepted = await supplied.accept()
    assert (accepted["state"], accepted["lines"][0]["why"], await supplied.reserved()) == (
        "accepted", "in_full", {"milk": "24"},
    )  # fmt: skip
    assert await supplied.in_warehouse("milk") == ("100", 25000, "0", 0)
    shipped = await supplied.ship()
    assert (shipped["state"], await supplied.reserved()) == ("shipped", {})
    assert await supplied.in_warehouse("milk") == ("76", 19000, "0", 0)
    assert await supplied.at_store("milk") == ("0", 0, "24", 6000)
    closed = await supplied.receive(shipped["shipments"][0])
    assert (closed["state"], open_of(closed)) == ("closed", {"milk": "0"})
    assert closed["receipts"][0]["valueCents"] == 6000
    assert await supplied.at_store("milk") == ("24", 6000, "0", 0)
    assert await supplied.ordering.events() == [
        "order_opened", "order_lines_set", "order_submitted", "order_approved", "order_accepted", "order_shipped",
        "order_received", "order_closed",
    ]  # fmt: skip


async def test_what_is_accepted_can_neither_be_withdrawn_nor_cancelled_nor_accepted_again(supplied: Fulfilment) -> None:
    await supplied.order(milk=24)
    assert (await supplied.step(supplied.manager, "acceptance")).status_code == 404
    await supplied.accept(milk=12)
    for name, form in (("withdrawal", {}), ("cancellation", {"reason": "x"}), ("submission", {})):
        answer = await supplied.step(supplied.manager, name, **form)
        assert answer.status_code == (200 if name == "submission" else 409), answer.text
    assert (await supplied.ordering.put(supplied.manager, {"milk": 36})).status_code == 409
    assert (await supplied.step(supplied.keeper, "acceptance")).status_code == 409
    order = await supplied.read()
    assert (order["state"], order["lines"][0]["why"], steps(order)) == ("accepted", "source", {"milk": (24, 12, 0, 0)})


async def test_nothing_is_confirmed_above_what_was_ordered_and_not_nothing_at_all(supplied: Fulfilment) -> None:
    await supplied.order(milk=24)
    for quantities, field in (({"milk": 36}, "lines.0.quantity"), ({"eggs": 30}, "lines.0.productId")):
        answer = await supplied.step(supplied.keeper, "acceptance", lines=supplied.lines(quantities))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    assert (await supplied.step(supplied.keeper, "acceptance", lines=supplied.lines({"milk": 0}))).status_code == 422


async def test_one_order_comes_in_two_deliveries_the_lot_that_ends_first_before_the_other(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 12, 2400, code="LATE", last=supplied.in_days(30))
    await supplied.stocked("milk", 18, 5400, code="SOON", last=supplied.in_days(10))
    await supplied.order(milk=24, eggs=30)
    await supplied.stocked("eggs", 30, 3000)
    await supplied.accept()
    first = await supplied.ship(milk=12)
    assert (first["state"], open_of(first)) == ("partly_shipped", {"milk": "24", "eggs": "30"})
    second = await supplied.ship()
    assert second["state"] == "shipped"
    assert [(line["lotCode"], line["shipped"]) for line in second["shipments"][1]["lines"]] == [
        ("SOON", "6"), ("LATE", "6"), ("", "30"),
    ]  # fmt: skip
    part = await supplied.receive(second["shipments"][1])
    assert (part["state"], open_of(part)) == ("partly_received", {"milk": "12", "eggs": "0"})
    done = await supplied.receive(second["shipments"][0])
    assert (done["state"], [each["number"] for each in done["shipments"]]) == ("closed", [1, 2])
    quantity, value, coming, _ = await supplied.at_store("milk")
    assert (quantity, value + (await supplied.in_warehouse("milk"))[1], coming) == ("24", 7800, "0")


async def test_a_warehouse_sends_no_more_than_it_has_and_says_how_much_that_is(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 10, 2000)
    await supplied.order(milk=24)
    await supplied.accept()
    answer = await supplied.step(supplied.keeper, "shipments", id=str(uuid4()))
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "lines.0.quantity")
    assert "10" in answer.json()["errors"][0]["message"]
    assert (await supplied.read())["shipments"] == []
    assert await supplied.in_warehouse("milk") == ("10", 2000, "0", 0)


async def test_receiving_eight_of_ten_with_a_damage_photo_leaves_two_open_and_opens_a_claim(
    supplied: Fulfilment,
) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=12)
    await supplied.accept()
    shipment = (await supplied.ship())["shipments"][0]
    line = {"lineId": line_of(shipment, "milk")["id"], "received": "10", "damaged": "2"}
    bare = await supplied.step(supplied.manager, "receipts", **supplied.receipt(shipment, lines=[line]))
    assert (bare.status_code, bare.json()["errors"][0]["field"]) == (422, "lines.0.photoIds")
    photo = str(uuid4())
    order = await supplied.receive(shipment, lines=[{**line, "photoIds": [photo], "note": "压坏"}])
    assert (order["state"], open_of(order)) == ("partly_received", {"milk": "2"})
    assert await supplied.at_store("milk") == ("10", 2000, "0", 0)
    [claim] = order["claims"]
    assert (claim["kind"], claim["state"], claim["quantity"], claim["valueCents"], claim["photoIds"]) == (
        "damage", "open", "2", 400, [photo],
    )  # fmt: skip
    again = await supplied.ship()
    assert again["shipments"][1]["lines"][0]["shipped"] == "2"
    done = await supplied.receive(again["shipments"][1])
    assert (done["state"], open_of(done)) == ("received", {"milk": "0"})
    assert await supplied.at_store("milk") == ("12", 2400, "0", 0)
    path = f"/api/order-claims/{claim['id']}/decision"
    assert (await supplied.manager.post(path, {"settled": True, "ifVersion": 1})).status_code == 404
    settled = await supplied.keeper.post(path, {"settled": True, "ifVersion": claim["version"]})
    assert (settled.status_code, settled.json()["settledCents"]) == (200, 400)
    assert (await supplied.keeper.post(path, {"settled": True, "ifVersion": claim["version"]})).status_code == 409
    assert (await supplied.read())["state"] == "closed"


async def test_what_was_never_loaded_is_the_warehouses_again_and_what_was_lost_is_nobodys(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    shipment = (await supplied.ship())["shipments"][0]
    line = line_of(shipment, "milk")["id"]
    no_reason = {"lineId": line, "received": "20", "missing": "4"}
    answer = await supplied.step(supplied.manager, "receipts", **supplied.receipt(shipment, lines=[no_reason]))
    assert answer.json()["errors"][0]["field"] == "lines.0.missingWhy"
    said = [
        {"lineId": line, "received": "20", "missing": "3", "missingWhy": "not_loaded"},
        {"lineId": line, "received": "0", "missing": "1", "missingWhy": "lost"},
    ]
    order = await supplied.receive(shipment, lines=said)
    assert [(each["kind"], each["quantity"], each["valueCents"]) for each in order["claims"]] == [
        ("shortage", "3", 600), ("shortage", "1", 200),
    ]  # fmt: skip
    assert await supplied.at_store("milk") == ("20", 4000, "0", 0)
    assert await supplied.in_warehouse("milk") == ("3", 600, "0", 0)


async def test_a_delivery_is_received_in_parts_and_never_more_than_was_sent(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    shipment = (await supplied.ship())["shipments"][0]
    line = line_of(shipment, "milk")["id"]
    part = await supplied.receive(shipment, lines=[{"lineId": line, "received": "10"}], rest="open")
    assert (part["state"], part["shipments"][0]["receivedAt"], open_of(part)) == (
        "partly_received", None, {"milk": "14"},
    )  # fmt: skip
    assert await supplied.at_store("milk") == ("10", 2000, "14", 2800)
    more = supplied.receipt(shipment, lines=[{"lineId": line, "received": "15"}])
    refused = await supplied.step(supplied.manager, "receipts", **more)
    assert (refused.status_code, "14" in refused.text) == (422, True)
    assert (await supplied.receive(shipment))["state"] == "closed"
    assert await supplied.at_store("milk") == ("24", 4800, "0", 0)


async def test_of_two_who_receive_at_once_one_posts_and_a_receipt_sent_twice_counts_once(
    supplied: Fulfilment, client: LogIn
) -> None:
    clerk = await client("clerk")
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    await supplied.accept()
    shipment = (await supplied.ship())["shipments"][0]
    forms = [supplied.receipt(shipment), supplied.receipt(shipment)]
    answers = await asyncio.gather(
        supplied.step(supplied.manager, "receipts", **forms[0]), supplied.step(clerk, "receipts", **forms[1])
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    won = forms[0] if answers[0].status_code == 200 else forms[1]
    again = await supplied.step(clerk, "receipts", **won)
    assert (again.status_code, len(again.json()["receipts"])) == (200, 1)
    assert await supplied.at_store("milk") == ("24", 4800, "0", 0)
    assert await supplied.ordering.events("ordering.order_received") == ["order_received"]


async def test_a_shipment_sent_twice_leaves_once(supplied: Fulfilment) -> None:
    await supplied.stocked("milk", 48, 9600)
    await supplied.order(milk=24)
    await supplied.accept()
    form = {"id": str(uuid4()), "lines": supplied.lines({"milk": 12})}
    answers = await asyncio.gather(*(supplied.step(supplied.keeper, "shipments", **form) for _ in range(2)))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert await supplied.in_warehouse("milk") == ("36", 7200, "0", 0)
    assert len((await supplied.read())["shipments"]) == 1


async def test_who_belongs_to_neither_end_sees_nothing_of_it(supplied: Fulfilment, client: LogIn) -> None:
    await supplied.order(milk=24)
    order = await supplied.read(supplied.keeper)
    assert (order["mayFulfil"], order["mayReceive"]) == (True, False)
    other: Client = await client("elsewhere")
    path = supplied.ordering.path
    assert (await other.get(f"{path}/fulfilment")).status_code == 404
    for name, form in (
        ("acceptance", {}), ("shipments", {"id": str(uuid4())}), ("receipts", {"id": str(uuid4())}),
        ("closure", {"reason": "x"}),
    ):  # fmt: skip
        assert (await other.post(f"{path}/{name}", form)).status_code == 404, name
    assert (await other.get("/api/order-claims")).json()["items"] == []


async def test_of_an_acceptance_and_a_withdrawal_at_once_one_wins_and_the_other_is_refused(
    supplied: Fulfilment,
) -> None:
    await supplied.stocked("milk", 24, 4800)
    await supplied.order(milk=24)
    answers = await asyncio.gather(
        supplied.step(supplied.keeper, "acceptance"), supplied.step(supplied.manager, "withdrawal")
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    accepted = answers[0].status_code == 200
    order = await supplied.ordering.read(supplied.manager)
    assert order["state"] == ("accepted" if accepted else "draft")
    assert await supplied.reserved() == ({"milk": "24"} if accepted else {})


async def test_what_arrived_damaged_is_told_to_the_warehouses_people_and_nobody_elses(
    supplied: Fulfilment, client: LogIn, run_jobs: JobRunner
) -> None:
    await supplied.stocked("milk", 12, 2400)
    await supplied.order(milk=12)
    await supplied.accept()
    shipment = (await supplied.ship())["shipments"][0]
    store = supplied.ordering.shop.store
    photo = (await supplied.manager.post("/api/photos", registration(jpeg(1), store))).json()["id"]
    said = {"lineId": line_of(shipment, "milk")["id"], "received": "11", "damaged": "1", "photoIds": [photo]}
    order = await supplied.receive(shipment, lines=[said])
    await run_jobs()
    told = ("A1 店：有收货索赔待处理", "milk破损 1，2.00 元。", f"/console/order-claims/{order['claims'][0]['id']}")
    assert await inbox(supplied.keeper) == [told]
    assert told not in await inbox(await client("buyer"))
    assert await supplied.at_store("milk") == ("11", 2200, "0", 0)
    held = await supplied.ordering.sql("SELECT photo_id, source, source_id FROM photo_hold WHERE org_id = $1")
    assert [tuple(map(str, each)) for each in held] == [(photo, "order_claim", order["claims"][0]["id"])]
