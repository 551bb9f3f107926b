"""A sale's move in the ledger leads to the receipt that it is on."""

from typing import Any
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.stock import add_product, ago, line, receive


async def causes(who: Client, org: Org, product: str) -> list[tuple[str, str]]:
    moves = (await who.get("/api/stock/moves", store=org.places["A1"], product=product)).json()["items"]
    return [(move["cause"], move["causeId"]) for move in moves if move["cause"] in {"sale", "return"}]


def lines(receipt: dict[str, Any]) -> list[tuple[str | None, str, str | None, int, bool, str | None]]:
    keys = ("productCode", "quantity", "unit", "amountCents", "returned", "waitsFor")
    return [tuple(each[key] for key in keys) for each in receipt["lines"]]


async def test_a_move_leads_to_the_receipt_with_its_number_time_and_lines(
    till: Client, cola: str, client: LogIn, org: Org
) -> None:
    manager, at = await client("manager"), ago(hours=1)
    case = sold("C1", "1", 7200, unit="箱")
    sent = till_receipt(case, sold("C1", "2", 700, returned=True), sold("?", "1", 100), number="R-7", occurredAt=at)
    await ingest(till, sent)
    found = await causes(manager, org, cola)
    assert [cause for cause, _ in found] == ["return", "sale"]
    assert len({cause_id for _, cause_id in found}) == 1
    receipt = (await manager.get(f"/api/sales/{found[0][1]}")).json()
    assert (receipt["receiptNumber"], receipt["occurredAt"][:19]) == ("R-7", at[:19])
    assert (receipt["storeName"], receipt["amountCents"], receipt["lineCount"]) == ("A1 店", 6600, 3)
    assert receipt["parkedLines"] == 1
    assert lines(receipt) == [
        ("C1", "24", "瓶", 7200, False, None),
        ("C1", "2", "瓶", 700, True, None),
        ("?", "1", None, 100, False, "unknown_product"),
    ]


async def test_a_line_that_had_to_wait_leads_to_the_same_receipt(
    till: Client, buyer: Client, client: LogIn, org: Org
) -> None:
    tea = await add_product(buyer, "T1")
    await ingest(till, till_receipt(sold("?", "1", 300), number="R-8"))
    await receive(buyer, org.places["A1"], line(tea, "5", 500))
    [waiting] = (await buyer.get("/api/sales/parked")).json()["items"]
    named = await buyer.post(f"/api/sales/parked/{waiting['id']}/product", {"productId": tea})
    assert named.json() == {"lines": 1, "posted": 1}
    manager = await client("manager")
    [(_, cause_id)] = await causes(manager, org, tea)
    receipt = (await manager.get(f"/api/sales/{cause_id}")).json()
    assert (receipt["receiptNumber"], receipt["parkedLines"]) == ("R-8", 0)
    assert lines(receipt) == [("T1", "1", "瓶", 300, False, None)]


async def test_receipts_are_for_those_who_may_see_the_stores_sales(
    till: Client, cola: str, client: LogIn, org: Org
) -> None:
    await receive(till, org.places["B1"], line(cola, "5", 500))
    await ingest(till, till_receipt(sold("C1"), store="B1", number="R-9"))
    [sale] = (await till.get("/api/sales", store=org.places["B1"])).json()["items"]
    path = f"/api/sales/{sale['id']}"
    for role, status in (("finance", 200), ("manager", 404), ("regional", 404), ("buyer", 403)):
        assert (await (await client(role)).get(path)).status_code == status, role
    assert (await till.get(f"/api/sales/{uuid4()}")).status_code == 404
