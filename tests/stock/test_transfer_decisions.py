"""Goods of a store are promised to another: once, by somebody else than who asked, and not for ever."""

import asyncio

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.stock import add_product, line, receive, stock_of
from tests.factories.transfers import Crew, fault, step, take


async def test_less_may_be_approved_and_less_of_that_be_sent(crew: Crew, cola: str, buyer: Client) -> None:
    other = await add_product(buyer, "C2")
    await receive(buyer, crew.org.places["A1"], line(other, "4", 100))
    asked = await crew.request((cola, "8"), (other, "4"))
    first, second = (each["id"] for each in asked["lines"])
    approved = await crew.approve(asked, lines=[{"lineId": first, "quantity": "6"}])
    assert [each["approved"] for each in approved["lines"]] == ["6", "4"]
    over = await take(crew.sender, approved, "shipment", lines=[{"lineId": first, "quantity": "7"}])
    assert fault(over) == (422, "lines.0.quantity")
    none = [{"lineId": each, "quantity": "0"} for each in (first, second)]
    assert fault(await take(crew.sender, approved, "shipment", lines=none)) == (422, "lines")
    sent = await crew.ship(approved, lines=[{"lineId": first, "quantity": "2"}, {"lineId": second, "quantity": "0"}])
    assert [(each["shipped"], each["shippedValueCents"]) for each in sent["lines"]] == [("2", 220), ("0", 0)]
    done = await crew.receive(sent)
    assert [each["received"] for each in done["lines"]] == ["2", "0"]
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["available"] == "13"


async def test_what_is_promised_to_one_store_is_not_promised_to_another(crew: Crew, cola: str, client: LogIn) -> None:
    await crew.approve(await crew.request((cola, "9")))
    second = await crew.request((cola, "7"))
    refused = await take(crew.regional, second, "approval")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"] == "C1 可调拨的库存不足：减去过期、下架和已预留，还有 6。"
    one, two = await crew.request((cola, "3")), await crew.request((cola, "4"))
    form = {"approved": True, "transfers": [{"id": t["id"], "ifVersion": 1} for t in (one, two)]}
    both = await crew.regional.post("/api/stock/transfers/decisions", form)
    assert fault(both) == (422, "transfers.1")
    assert (await crew.regional.get(f"/api/stock/transfers/{one['id']}")).json()["status"] == "requested"
    buyer = await client("buyer")
    answers = await asyncio.gather(take(crew.regional, one, "approval"), take(buyer, two, "approval"))
    assert sorted(answer.status_code for answer in answers) == [200, 422]


async def test_many_are_decided_at_once_or_none(crew: Crew, cola: str) -> None:
    transfers = [await crew.request((cola, "2")) for _ in range(3)]
    named = [{"id": each["id"], "ifVersion": each["version"]} for each in transfers]
    silent = await crew.regional.post("/api/stock/transfers/decisions", {"approved": False, "transfers": named[:1]})
    assert fault(silent) == (422, "reason")
    refusal = {"approved": False, "reason": "已有货", "transfers": named[:1]}
    assert (await crew.regional.post("/api/stock/transfers/decisions", refusal)).json() == {"transfers": 1}
    all_three = {"approved": True, "transfers": named}
    assert fault(await crew.regional.post("/api/stock/transfers/decisions", all_three)) == (422, "transfers.0")
    rest = {"approved": True, "transfers": named[1:]}
    assert (await crew.regional.post("/api/stock/transfers/decisions", rest)).json() == {"transfers": 2}
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["reserved"] == "4"
    shown = (await crew.receiver.get("/api/stock/transfers", status="refused")).json()["items"]
    assert [(each["id"], each["reason"], each["version"]) for each in shown] == [(transfers[0]["id"], "已有货", 2)]


async def test_who_asked_does_not_agree_and_a_manager_decides_nothing(crew: Crew, cola: str) -> None:
    asked = await crew.request((cola, "2"), who=crew.regional)
    assert (await take(crew.regional, asked, "approval")).json()["code"] == "forbidden"
    assert (await take(crew.sender, asked, "approval")).status_code == 403
    assert (await take(crew.sender, asked, "shipment")).json()["code"] == "wrong_state"


async def test_a_cancelled_transfer_frees_what_it_had_reserved_and_one_that_left_is_not_cancelled(
    crew: Crew, cola: str
) -> None:
    approved = await crew.approve(await crew.request((cola, "8")))
    gone = await step(crew.receiver, approved, "cancellation", reason="不需要了")
    assert (gone["status"], gone["reason"]) == ("cancelled", "不需要了")
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["available"] == "15"
    sent = await crew.shipped((cola, "1"))
    assert (await take(crew.sender, sent, "cancellation", reason="?")).json()["code"] == "wrong_state"
