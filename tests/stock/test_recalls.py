"""Goods that are called back leave every shelf, are offered to nobody, and are counted where there are any."""

from typing import Any
from uuid import UUID

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, proved, receive, stock_of


class Chain:
    """Three stores, and milk of two lots."""

    def __init__(self, buyer: Client, admin: Client, org: Org, milk: str) -> None:
        self.buyer, self.admin, self.org, self.milk = buyer, admin, org, milk

    async def deliver(self, store: str, quantity: str, lot: str | None, place: str = "shelf") -> None:
        more = {} if lot is None else {"code": lot, "expiresOn": "2030-01-01"}
        await receive(self.buyer, self.org.places[store], line(self.milk, quantity, 300, place, **more))

    async def lots(self) -> dict[str, str]:
        """Return the lots of milk by code."""
        found = await self.buyer.get(f"/api/stock/products/{self.milk}/lots")
        return {lot["code"]: lot["id"] for lot in found.json()}

    async def recall(self, *codes: str, **more: Any) -> Any:
        lots = await self.lots()
        form = {"productId": self.milk, "lotIds": [lots[code] for code in codes], "reason": "检出异物", **more}
        return await self.buyer.post("/api/stock/recalls", form)

    async def figures(self, store: str) -> tuple[str, str]:
        """Return what a store has of milk, and what it may offer."""
        item = await stock_of(self.buyer, self.org.places[store], self.milk)
        return item["quantity"], item["available"]

    async def on_shelf(self, store: str) -> list[tuple[str | None, str, str]]:
        """Return where milk lies: lot, place, quantity."""
        path = f"/api/stock/stores/{self.org.places[store]}/products/{self.milk}"
        lots = (await self.buyer.get(path)).json()["lots"]
        return sorted((lot["lotCode"] or "", lot["place"], lot["quantity"]) for lot in lots)


@pytest.fixture
async def chain(buyer: Client, client: LogIn, org: Org) -> Chain:
    """Store A1 has both lots, A2 one of them, B1 milk of no lot."""
    chain = Chain(buyer, await client("admin"), org, await add_product(buyer, "MILK"))
    await chain.deliver("A1", "5", "L1")
    await chain.deliver("A1", "2", "L1", "back_room")
    await chain.deliver("A1", "4", "L2")
    await chain.deliver("A2", "3", "L1")
    await chain.deliver("B1", "6", None)
    return chain


async def test_a_lot_that_is_called_back_leaves_every_shelf_and_is_offered_nowhere(
    chain: Chain, org: Org, app_tx: AppTx
) -> None:
    answer = await chain.recall("L1")
    assert answer.status_code == 201, answer.text
    opened = answer.json()
    assert (opened["lotCodes"], opened["storesWithStock"], opened["onHand"]) == (["L1"], 2, "10")
    assert await chain.on_shelf("A1") == [("L1", "back_room", "7"), ("L2", "shelf", "4")]
    assert await chain.on_shelf("A2") == [("L1", "back_room", "3")]
    assert await chain.on_shelf("B1") == [("", "shelf", "6")]
    assert [await chain.figures(store) for store in ("A1", "A2", "B1")] == [("11", "4"), ("3", "0"), ("6", "6")]
    await proved(app_tx, org)


async def test_without_lots_all_of_a_product_is_called_back(chain: Chain) -> None:
    opened = (await chain.recall()).json()
    assert (opened["lotCodes"], opened["storesWithStock"], opened["onHand"]) == ([], 3, "20")
    assert await chain.on_shelf("A1") == [("L1", "back_room", "7"), ("L2", "back_room", "4")]
    assert await chain.on_shelf("B1") == [("", "back_room", "6")]
    assert [await chain.figures(store) for store in ("A1", "A2", "B1")] == [("11", "0"), ("3", "0"), ("6", "0")]
    await chain.deliver("A2", "8", "L9")
    assert await chain.figures("A2") == ("11", "0")
    form = {"ifVersion": opened["version"], "reason": "检验合格"}
    assert (await chain.buyer.post(f"/api/stock/recalls/{opened['id']}/end", form)).is_success
    assert [await chain.figures(store) for store in ("A1", "A2", "B1")] == [("11", "11"), ("11", "11"), ("6", "6")]


async def test_goods_of_no_lot_that_are_called_back_go_to_no_other_store(chain: Chain, org: Org) -> None:
    wanted = {
        "fromStoreId": str(org.places["B1"]), "toStoreId": str(org.places["A2"]),
        "lines": [{"productId": chain.milk, "quantity": "1"}],
    }  # fmt: skip
    asked = (await chain.buyer.post("/api/stock/transfers", wanted)).json()
    await chain.recall()
    form = {"ifVersion": asked["version"]}
    answer = await chain.admin.post(f"/api/stock/transfers/{asked['id']}/approval", form)
    assert (answer.status_code, "0" in answer.json()["errors"][0]["message"]) == (422, True)


async def test_the_trace_says_where_the_goods_went_and_each_row_adds_up(chain: Chain) -> None:
    opened = (await chain.recall("L1")).json()
    rows = {row["storeName"]: row for row in opened["stores"]}
    assert {name: (row["received"], row["onHand"], row["inTransit"]) for name, row in rows.items()} == {
        "A1 店": ("7", "7", "0"),
        "A2 店": ("3", "3", "0"),
    }
    for row in rows.values():
        came = int(row["received"]) + int(row["arrived"]) + int(row["other"])
        assert came - int(row["sold"]) - int(row["wasted"]) - int(row["sentOn"]) == int(row["onHand"])
    assert sorted((each["storeName"], each["quantity"], each["lotCode"]) for each in opened["sources"]) == [
        ("A1 店", "2", "L1"),
        ("A1 店", "5", "L1"),
        ("A2 店", "3", "L1"),
    ]


async def test_the_same_recall_again_changes_nothing_and_a_second_one_of_the_same_goods_is_refused(
    chain: Chain,
) -> None:
    first = await chain.recall("L1", id=str(UUID(int=7)))
    assert (await chain.recall("L1", id=str(UUID(int=7)))).json() == first.json()
    again = await chain.recall("L1", "L2")
    assert (again.status_code, again.json()["errors"][0]["field"]) == (422, "lotIds")
    whole = await chain.recall()
    assert (whole.status_code, whole.json()["errors"][0]["field"]) == (422, "productId")
    assert (await chain.recall("L2")).status_code == 201
    recalls = (await chain.buyer.get("/api/stock/recalls")).json()["items"]
    assert [each["lotCodes"] for each in recalls] == [["L2"], ["L1"]]


async def test_no_store_may_put_a_recalled_lot_back_on_sale_until_the_recall_has_ended(
    chain: Chain, org: Org, client: LogIn
) -> None:
    manager, lot = await client("manager"), (await chain.lots())["L1"]
    opened = (await chain.recall("L1")).json()
    path = f"/api/stock/stores/{org.places['A1']}/lots/{lot}/steps"
    cheaper = {"kind": "marked_down", "priceCents": 100}
    refused = await manager.post(path, cheaper)
    assert refused.status_code == 409, refused.text
    assert await chain.figures("A1") == ("11", "4")
    end = f"/api/stock/recalls/{opened['id']}/end"
    ended = await chain.buyer.post(end, {"ifVersion": opened["version"], "reason": "检验合格"})
    assert ended.status_code == 200, ended.text
    assert (ended.json()["endReason"], ended.json()["endedAt"] is None) == ("检验合格", False)
    assert await chain.figures("A1") == ("11", "11")
    twice = await chain.buyer.post(end, {"ifVersion": ended.json()["version"], "reason": "检验合格"})
    assert twice.status_code == 409
    active = (await chain.buyer.get("/api/stock/recalls", active=True)).json()["items"]
    over = (await chain.buyer.get("/api/stock/recalls", active=False)).json()["items"]
    assert (active, [each["id"] for each in over]) == ([], [opened["id"]])


async def test_what_a_store_withdrew_by_itself_stays_withdrawn_after_the_recall(
    chain: Chain, org: Org, client: LogIn
) -> None:
    manager, lot = await client("manager"), (await chain.lots())["L1"]
    path = f"/api/stock/stores/{org.places['A1']}/lots/{lot}/steps"
    assert (await manager.post(path, {"kind": "withdrawn"})).is_success
    opened = (await chain.recall("L1")).json()
    end = f"/api/stock/recalls/{opened['id']}/end"
    await chain.buyer.post(end, {"ifVersion": opened["version"], "reason": "检验合格"})
    assert await chain.figures("A1") == ("11", "4")
    assert await chain.figures("A2") == ("3", "3")


async def test_a_lot_of_another_product_is_refused_by_its_field(chain: Chain) -> None:
    tea = await add_product(chain.buyer, "TEA")
    answer = await chain.recall("L1", productId=tea)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "lotIds")
    assert (await chain.buyer.get("/api/stock/recalls")).json()["items"] == []


async def test_who_sees_some_stores_sees_what_these_have(chain: Chain, client: LogIn) -> None:
    opened = (await chain.recall()).json()
    regional = await client("regional")
    seen = (await regional.get(f"/api/stock/recalls/{opened['id']}")).json()
    assert (seen["storesWithStock"], seen["onHand"]) == (2, "14")
    assert sorted(row["storeName"] for row in seen["stores"]) == ["A1 店", "A2 店"]
    for who in ("manager", "clerk"):
        counting = await client(who)
        assert (await counting.get(f"/api/stock/recalls/{opened['id']}")).status_code == 403
