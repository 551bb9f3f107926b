"""What stores order of a supplier is one need with rows that add up, and leaves as one order, once."""

import asyncio
from datetime import time
from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest

from storewalk.ordering.purchase_work import SendDue
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.ordering.orders import at
from tests.ordering.purchases import NEEDS, PURCHASES, Door, Purchasing, rows_of


async def test_approved_orders_are_one_need_whose_rows_add_up_and_who_is_missing_is_named(
    purchasing: Purchasing,
) -> None:
    await purchasing.first.ordering.suggest({"milk": 24})
    assert (await purchasing.get(NEEDS))["items"] == []
    await purchasing.order("A2", milk=36, eggs=30)
    await purchasing.first.ordering.open(purchasing.first.manager)
    need = await purchasing.need()
    assert (need["need"]["orders"], need["need"]["openOrders"], need["need"]["cents"]) == (1, 1, 36 * 300 + 30 * 300)
    assert [(each["storeCode"], each["state"]) for each in need["missing"]] == [("A1", "draft")]
    await purchasing.order("A1", milk=24)
    need = await purchasing.need()
    assert rows_of(need) == {"eggs": {"A2": "30"}, "milk": {"A1": "24", "A2": "36"}}
    milk = next(each for each in need["products"] if each["name"]["en"] == "milk")
    assert (milk["quantity"], milk["packs"], milk["packQuantity"], milk["cents"]) == ("60", "5", "12", 18_000)
    assert need["missing"] == []
    [listed] = (await purchasing.get(NEEDS))["items"]
    assert listed == need["need"]
    assert (listed["orders"], listed["cents"], listed["way"]) == (2, 27_000, "file")


async def test_what_is_sent_is_one_order_whose_lines_stay_and_the_need_is_gone(purchasing: Purchasing) -> None:
    await purchasing.order("A1", milk=24)
    await purchasing.order("A2", milk=36)
    form = purchasing.form()
    answers = await asyncio.gather(*(purchasing.buyer.post(PURCHASES, form) for _ in range(2)))
    assert [answer.status_code for answer in answers] == [201, 201]
    sent = answers[0].json()
    assert (sent["number"], sent["state"], sent["way"], sent["orders"], sent["totalCents"]) == (
        f"PO{purchasing.first.ordering.today:%y%m%d}-001", "waiting", "file", 2, 18_000,
    )  # fmt: skip
    assert rows_of(sent) == {"milk": {"A1": "24", "A2": "36"}}
    again = await purchasing.buyer.post(PURCHASES, purchasing.form())
    assert (again.status_code, again.json()["detail"]) == (409, "这一天没有已审批且尚未发送的门店订单。")
    need = await purchasing.need()
    assert (need["need"], need["products"], [each["id"] for each in need["purchases"]]) == (None, [], [sent["id"]])
    assert len((await purchasing.get(PURCHASES))["items"]) == 1
    assert (await purchasing.get(f"{PURCHASES}?state=sent"))["items"] == []


async def test_of_two_buyers_who_send_at_once_one_does_and_each_order_lies_in_one(purchasing: Purchasing) -> None:
    await purchasing.order("A1", milk=24)
    await purchasing.order("A2", milk=36)
    answers = await asyncio.gather(*(purchasing.buyer.post(PURCHASES, purchasing.form()) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    parts = await purchasing.first.ordering.sql("SELECT order_id FROM purchase_part WHERE org_id = $1")
    assert len(parts) == 2


async def test_what_comes_later_is_a_second_order_and_what_was_changed_after_sending_is_wanted_anew(
    purchasing: Purchasing,
) -> None:
    order = await purchasing.order("A1", milk=24)
    first = await purchasing.send()
    await purchasing.order("A2", milk=12)
    ordering = purchasing.first.ordering
    assert (await purchasing.first.step(purchasing.first.manager, "withdrawal")).status_code == 200
    await ordering.set(purchasing.first.manager, milk=48)
    await ordering.submit(purchasing.first.manager)
    assert rows_of(await purchasing.need()) == {"milk": {"A1": "48", "A2": "12"}}
    second = await purchasing.send()
    assert second["number"].endswith("-002")
    assert rows_of(second) == {"milk": {"A1": "48", "A2": "12"}}
    assert rows_of(await purchasing.read(first)) == {"milk": {"A1": "24"}}
    assert order in [part["orderId"] for part in second["parts"]]


async def test_a_warehouse_is_no_supplier_and_a_day_must_be_named(purchasing: Purchasing) -> None:
    missing = await purchasing.buyer.get(f"{NEEDS}/{uuid4()}", day=purchasing.day)
    assert missing.status_code == 404
    unnamed = await purchasing.buyer.get(f"{NEEDS}/{purchasing.source}")
    assert (unnamed.status_code, unnamed.json()["errors"][0]["field"]) == (422, "day")
    wrong = await purchasing.buyer.post(PURCHASES, purchasing.form(sourceId=str(uuid4())))
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "sourceId")


async def test_the_file_has_all_lines_no_formula_and_the_link_and_taking_it_sends_the_order(
    purchasing: Purchasing,
) -> None:
    await purchasing.order("A1", milk=24, eggs=30)
    await purchasing.order("A2", milk=36)
    sent = await purchasing.send()
    path = f"{PURCHASES}/{sent['id']}"
    file = await purchasing.buyer.get(f"{path}/order.xlsx")
    assert file.status_code == 200, file.text
    assert f'filename="{sent["number"]}.xlsx"' in file.headers["content-disposition"]
    book = openpyxl.load_workbook(BytesIO(file.content))
    whole, by_store = book.worksheets
    cells = [[cell.value for cell in row] for row in whole.iter_rows()]
    [milk] = [row for row in cells if row[0] == "P0"]
    assert (milk[1], milk[3:]) == ("milk", [12, 5, 60, 180])
    link = await purchasing.link(sent)
    assert any(str(row[2]).endswith(link) for row in cells)
    assert {cell.data_type for row in whole.iter_rows() for cell in row} <= {"s", "n"}
    stores = [str(row[1].value) for row in by_store.iter_rows() if row[2].value in ("P0", "P1")]
    assert sorted(stores) == ["A1 A1 店", "A1 A1 店", "A2 A2 店"]
    printed = await purchasing.buyer.get(f"{path}/order.pdf")
    assert (printed.status_code, printed.content[:5]) == (200, b"%PDF-")
    taken = await purchasing.read(sent)
    assert (taken["state"], taken["sentAt"] is not None) == ("sent", True)


async def test_who_does_not_hold_all_stores_behind_an_order_does_not_see_it(
    purchasing: Purchasing, client: LogIn
) -> None:
    await purchasing.order("A1", milk=24)
    sent = await purchasing.send()
    regional, manager, finance = await client("regional"), await client("manager"), await client("finance")
    assert (await regional.get(f"{PURCHASES}/{sent['id']}")).status_code == 200
    assert (await finance.get(f"{PURCHASES}/{sent['id']}")).status_code == 200
    for refused in (
        await manager.get(f"{PURCHASES}/{sent['id']}"),
        await finance.get(f"{PURCHASES}/{sent['id']}/link"),
        await finance.get(f"{PURCHASES}/{sent['id']}/order.xlsx"),
        await regional.post(PURCHASES, purchasing.form()),
    ):
        assert refused.status_code == 403
    org = purchasing.first.ordering.shop.org
    await purchasing.first.ordering.sql(
        "UPDATE store_order SET store_id = $2 WHERE org_id = $1 AND id = $3",
        org.places["B1"], sent["parts"][0]["orderId"],
    )  # fmt: skip
    assert (await regional.get(f"{PURCHASES}/{sent['id']}")).status_code == 404
    assert (await regional.get(PURCHASES)).json()["items"] == []


@pytest.mark.parametrize("least", [0, 30_000])
async def test_at_the_cut_off_an_order_leaves_by_itself_unless_it_is_worth_too_little(
    purchasing: Purchasing, run_jobs: JobRunner, anonymous: Client, least: int
) -> None:
    await purchasing.way(way="mail", address="order@dairy.example", automatic=True)
    await purchasing.order("A1", milk=24)
    await purchasing.first.ordering.sql("UPDATE order_source SET least_cents = $2 WHERE org_id = $1", least)
    await send_due(purchasing, run_jobs)
    assert (await purchasing.get(PURCHASES))["items"] == []
    at(purchasing.first.ordering.platform, time(11, 1))
    for _ in range(2):
        await send_due(purchasing, run_jobs)
    listed = (await purchasing.get(PURCHASES))["items"]
    assert [(each["orders"], each["sentByName"], each["way"]) for each in listed] == (
        [(1, None, "mail")] if least == 0 else []
    )
    for each in listed:  # what the supplier refused does not come back to it by itself
        await Door(anonymous, await purchasing.link(each)).press("refuse", note="停产")
        await send_due(purchasing, run_jobs)
        assert [one["state"] for one in (await purchasing.get(PURCHASES))["items"]] == ["refused"]
        assert (await purchasing.need())["need"]["orders"] == 1


async def send_due(purchasing: Purchasing, run_jobs: JobRunner) -> None:
    """Have the schedule come round once."""
    ordering = purchasing.first.ordering
    async with ordering.shop.app_tx(ordering.shop.org) as tx:
        await tx.enqueue(SendDue())
    await run_jobs()
