"""Receipts of tills: each booked once, in any order, by whatever the till calls the goods."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest

from tests.factories.catalog import COLA
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.stock import add_product, ago, line, receive, stock_of

Moves = Callable[[], Awaitable[list[tuple[Any, ...]]]]
pytestmark = pytest.mark.usefixtures("cola")


async def test_sales_leave_the_shelf_at_their_cost_and_returns_come_back_at_it(till: Client, moves: Moves) -> None:
    receipt = till_receipt(sold("C1", "3", 1050), sold("C1", "1", 350, returned=True))
    assert await ingest(till, receipt) == {"accepted": 1, "repeated": 0, "parked": 0, "conflicts": []}
    assert await moves() == [("sale", 3.0, -1, 600, "C1"), ("return", 1.0, 1, 200, "C1")]


async def test_goods_are_known_by_any_form_of_their_barcode_in_base_units_and_in_packs(
    till: Client, moves: Moves
) -> None:
    forms = (COLA, f"0{COLA}")
    lines = [sold(None, "1", barcode=form) for form in forms]
    pack, bottle = sold("C1", "2", 14_000, unit="箱"), sold("C1", "1", unit="瓶")
    assert (await ingest(till, till_receipt(*lines, pack, bottle)))["parked"] == 0
    assert [(quantity, cents) for _, quantity, _, cents, _ in await moves()] == [
        (1.0, 200), (1.0, 200), (48.0, 9_600), (1.0, 200),
    ]  # fmt: skip


async def test_weighed_goods_are_sold_by_decimals(buyer: Client, till: Client, org: Org, moves: Moves) -> None:
    apples = await add_product(buyer, "APPLE")
    await receive(buyer, org.places["A1"], line(apples, "10", 1_000))
    await ingest(till, till_receipt(sold("APPLE", "0.355", 284)))
    assert (await moves())[0][1:4] == (0.355, -1, 36)
    assert (await stock_of(buyer, org.places["A1"], apples))["quantity"] == "9.645"


async def test_the_same_receipt_again_is_counted_and_books_nothing(till: Client, moves: Moves) -> None:
    receipt = till_receipt(sold("C1", "3"))
    again = {**receipt, "lines": [sold("C1", "3.00")]}
    both = await ingest(till, receipt, again)
    assert (both["accepted"], both["repeated"]) == (1, 1)
    assert (await ingest(till, receipt))["repeated"] == 1
    assert len(await moves()) == 1


async def test_a_number_that_comes_with_other_content_is_a_conflict_and_nothing_of_it_is_booked(
    till: Client, moves: Moves
) -> None:
    receipt = till_receipt(sold("C1", "3"), number="7")
    await ingest(till, receipt)
    other = {**receipt, "lines": [sold("C1", "4")]}
    answer = await ingest(till, till_receipt(sold("C1", "1")), other)
    assert answer == {
        "accepted": 1, "repeated": 0, "parked": 0, "conflicts": [{"receipt": 1, "store": "A1", "number": "7"}],
    }  # fmt: skip
    assert sorted(quantity for _, quantity, *_ in await moves()) == [1.0, 3.0]


async def test_another_store_may_use_the_same_number(
    till: Client, buyer: Client, cola: str, org: Org, moves: Moves
) -> None:
    await receive(buyer, org.places["A2"], line(cola, "5", 500))
    by_id = str(org.places["A2"])
    answer = await ingest(till, till_receipt(sold("C1"), number="7"), till_receipt(sold("C1"), number="7", store=by_id))
    assert answer["accepted"] == 2
    assert sorted(cents for *_, cents, _ in await moves()) == [100, 200]


async def test_the_same_receipts_sent_at_once_from_two_sides_are_booked_once(till: Client, moves: Moves) -> None:
    receipts = [till_receipt(sold("C1", "1")) for _ in range(20)]
    answers = await asyncio.gather(ingest(till, *receipts), ingest(till, *reversed(receipts)))
    assert sum(answer["accepted"] for answer in answers) == 20
    assert sum(answer["repeated"] for answer in answers) == 20
    assert len(await moves()) == 20


async def test_late_receipts_are_booked_with_the_time_they_had(till: Client, org: Org, app_tx: AppTx) -> None:
    late, later = ago(days=40), ago(days=2)
    await ingest(till, till_receipt(sold("C1"), occurredAt=later))
    await ingest(till, till_receipt(sold("C1"), occurredAt=late))
    async with app_tx(org) as tx:
        rows = await tx.fetch("SELECT occurred_at FROM stock_move WHERE org_id = $1 AND cause = 'sale'", org.id)
        assert sorted(row["occurred_at"].isoformat() for row in rows) == [late, later]


async def test_what_breaks_a_rule_is_named_by_receipt_and_line_and_nothing_is_booked(
    till: Client, moves: Moves
) -> None:
    receipts = [
        till_receipt(sold("C1")),
        till_receipt(sold("C1"), store="ZZ"),
        till_receipt(sold("C1"), occurredAt=ago(hours=-1)),
        till_receipt(sold("C1"), sold(None), sold("C1", "0"), sold("C1", "0.0001")),
    ]
    refused = await till.post("/api/pos/sales", {"receipts": receipts})
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [
        "receipts.1.store",
        "receipts.2.occurredAt",
        "receipts.3.lines.1.barcode",
        "receipts.3.lines.2.quantity",
        "receipts.3.lines.3.quantity",
    ]
    assert await moves() == []


async def test_a_till_that_is_a_minute_ahead_sold_its_goods_just_now(till: Client, org: Org, app_tx: AppTx) -> None:
    await ingest(till, till_receipt(sold("C1"), occurredAt=ago(minutes=-1)))
    async with app_tx(org) as tx:
        assert await tx.raw.fetchval("SELECT occurred_at = recorded_at FROM sale WHERE org_id = $1", org.id)


async def test_ten_thousand_lines_are_the_most_in_one_request(till: Client) -> None:
    receipt = till_receipt(*[sold("C1")] * 1000)
    refused = await till.post("/api/pos/sales", {"receipts": [{**receipt, "number": str(n)} for n in range(11)]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "receipts")


async def test_a_till_hands_sales_in_by_its_token_and_may_do_nothing_else(
    till: Client, anonymous: Client, org: Org
) -> None:
    issued = (await till.post("/api/tokens", {"name": "POS", "scopes": ["sales.ingest"]})).json()
    bearer = {"Authorization": f"Bearer {issued['token']}"}
    form = {"receipts": [till_receipt(sold("C1"))]}
    answer = await anonymous.post("/api/pos/sales", form, headers=bearer)
    assert (answer.status_code, answer.json()["accepted"]) == (200, 1)
    listed = await anonymous.http.get("/api/sales", params={"store": str(org.places["A1"])}, headers=bearer)
    assert listed.status_code == 403


async def test_receipts_of_a_day_are_listed_with_their_totals_in_scope(
    till: Client, client: LogIn, org: Org, cola: str
) -> None:
    del cola
    await ingest(till, till_receipt(sold("C1", "2", 700), sold("C1", "1", 350, returned=True), number="1"))
    await ingest(till, till_receipt(sold("?", "1", 100), sold("C1", "1", 350), number="2", occurredAt=ago(seconds=5)))
    manager, store = await client("manager"), org.places["A1"]
    items = (await manager.get("/api/sales", store=store)).json()["items"]
    assert [(i["receiptNumber"], i["lineCount"], i["amountCents"], i["parkedLines"]) for i in items] == [
        ("2", 2, 450, 1), ("1", 2, 350, 0),
    ]  # fmt: skip
    first = (await manager.get("/api/sales", store=store, limit=1)).json()
    rest = (await manager.get("/api/sales", store=store, limit=1, cursor=first["next"])).json()
    assert [UUID(page["items"][0]["id"]) for page in (first, rest)] == [UUID(item["id"]) for item in items]
    assert (await manager.get("/api/sales", store=store, day="2026-01-01")).json()["items"] == []
    assert (await manager.get("/api/sales", store=org.places["A2"])).status_code == 404
    assert (await manager.get("/api/sales")).json()["errors"][0]["field"] == "store"
