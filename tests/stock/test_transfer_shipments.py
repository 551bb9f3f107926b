"""What leaves a store for another, and what a refusal tells of its book."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from storewalk.stock.api import Point, mark_counted
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.stock import add_product, ago, line, receive
from tests.factories.transfers import Crew, fault, parts, take


async def test_goods_past_their_last_day_or_withdrawn_are_not_sent(crew: Crew, buyer: Client) -> None:
    milk, store = await add_product(buyer, "M1"), crew.org.places["A1"]
    old, soon = (
        line(milk, "3", 300, code=code, expiresOn=day) for code, day in (("OLD", "2020-01-01"), ("S", "2098-01-01"))
    )
    await receive(buyer, store, old, soon, line(milk, "2", 200, code="NEW", expiresOn="2099-01-01"))
    wanted = await crew.request((milk, "6"))
    refused = await take(crew.regional, wanted, "approval")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"].endswith("减去过期、下架和已预留，还有 5。")
    approved = await crew.approve(wanted, lines=[{"lineId": wanted["lines"][0]["id"], "quantity": "4"}])
    lots = (await buyer.get(f"/api/stock/stores/{store}/products/{milk}")).json()["lots"]
    [lot_id] = [lot["lotId"] for lot in lots if lot["lotCode"] == "S"]
    await crew.sender.post(f"/api/stock/stores/{store}/lots/{lot_id}/steps", {"kind": "withdrawn"})
    refused = await take(crew.sender, approved, "shipment")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"] == "M1 能发的库存不足：过期和下架的不算，只有 2。"
    sent = await crew.ship(approved, lines=[{"lineId": approved["lines"][0]["id"], "quantity": "2"}])
    assert parts(sent) == [("NEW", "2", None, 200)]


async def test_a_store_that_is_being_counted_is_not_told_its_book_by_a_refusal(crew: Crew, cola: str) -> None:
    approved = await crew.approve(await crew.request((cola, "15")))
    count = {"storeId": str(crew.org.places["A1"]), "kind": "full", "title": "盘点"}
    await crew.regional.post("/api/counts", count)
    await Shop(crew.org, crew.app_tx, {"cola": UUID(cola)}).sell("cola", 4, datetime.now(UTC))
    refused = await take(crew.sender, approved, "shipment")
    assert refused.json()["errors"][0]["message"] == "C1 库存不足；门店正在盘点，暂不显示账面。"


async def test_goods_that_left_before_a_count_that_did_not_know_of_it_explain_its_variance(
    crew: Crew, cola: str
) -> None:
    """The phone was offline: it shipped, the store was counted, then the shipment arrived."""
    approved = await crew.approve(await crew.request((cola, "5")))
    async with crew.app_tx(crew.org) as tx:
        at = datetime.now(UTC) - timedelta(minutes=1)
        await mark_counted(tx, crew.org.places["A1"], UUID(int=1), [Point(UUID(cola), None, at)])
    path, when = f"/api/stock/transfers/{approved['id']}/shipment", {"Storewalk-Occurred-At": ago(minutes=2)}
    answer = await crew.sender.post(path, {"ifVersion": approved["version"]}, headers=when)
    assert answer.status_code == 200, answer.text
    assert await crew.book("A1", cola) == ("15", 1650, "0", 0)
    assert await crew.book("A2", cola) == ("0", 0, "5", 550)
    await crew.receive(answer.json())
    assert await crew.book("A2", cola) == ("5", 550, "0", 0)
