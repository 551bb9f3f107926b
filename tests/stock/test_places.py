"""Places that people keep in stores and warehouses, and goods that move between them."""

from typing import Any

import pytest

from storewalk.stock.api import PlaceKind
from storewalk.stock.places import standard_place
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, proved, receive, stock_of


class Room:
    """The places of store A1, as the buyer keeps them."""

    def __init__(self, buyer: Client, org: Org) -> None:
        self.buyer, self.store = buyer, org.places["A1"]
        self.path = f"/api/stock/stores/{self.store}"
        self.shelf, self.back = (
            str(standard_place(self.store, kind)) for kind in (PlaceKind.SHELF, PlaceKind.BACK_ROOM)
        )

    async def add(self, code: str = "F1", name: str = "冷藏柜") -> dict[str, Any]:
        answer = await self.buyer.post(f"{self.path}/places", {"code": code, "name": name})
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def change(self, place: dict[str, Any], **form: Any) -> Any:
        whole = {"name": place["name"], "closed": place["closedAt"] is not None, "ifVersion": place["version"], **form}
        return await self.buyer.put(f"{self.path}/places/{place['id']}", whole)

    async def places(self, who: Client | None = None) -> list[dict[str, Any]]:
        return (await (who or self.buyer).get(f"{self.path}/places")).json()["items"]

    async def carry(self, source: str, target: str, *lines: dict[str, Any], who: Client | None = None) -> Any:
        form = {"fromId": source, "toId": target, "lines": list(lines)}
        return await (who or self.buyer).post(f"{self.path}/relocations", form)

    async def goods(self, place: str) -> list[tuple[str, str | None, str]]:
        answer = await self.buyer.get(f"{self.path}/places/{place}/goods")
        assert answer.status_code == 200, answer.text
        return [(each["productCode"], each["lotCode"], each["quantity"]) for each in answer.json()["items"]]


@pytest.fixture
async def room(buyer: Client, org: Org) -> Room:
    """Store A1 before anything has moved there."""
    return Room(buyer, org)


def fault(answer: Any) -> tuple[int, str, str]:
    first = answer.json()["errors"][0]
    return answer.status_code, first["field"], first["message"]


async def test_a_store_has_a_shelf_and_a_back_room_and_the_places_that_people_add(room: Room) -> None:
    assert [(p["id"], p["kind"], p["name"]) for p in await room.places()] == [
        (room.shelf, "shelf", ""),
        (room.back, "back_room", ""),
    ]
    await room.add("F2", "第二后仓")
    await room.add("F1", " 冷藏柜 ")
    told = [(p["code"], p["name"], p["closedAt"], p["products"], p["version"]) for p in await room.places()]
    assert told == [
        ("shelf", "", None, 0, 1),
        ("back_room", "", None, 0, 1),
        ("F1", "冷藏柜", None, 0, 1),
        ("F2", "第二后仓", None, 0, 1),
    ]
    for code in ("f1", "shelf"):
        refused = await room.buyer.post(f"{room.path}/places", {"code": code, "name": "冰柜"})
        assert fault(refused) == (422, "code", f"这里已有编码为 {code} 的位置。")
    assert len(await room.places()) == 4


async def test_a_place_is_renamed_closed_when_it_is_empty_and_opened_again(room: Room, buyer: Client) -> None:
    milk, fridge = await add_product(buyer, "M1"), await room.add()
    await receive(buyer, room.store, {**line(milk, "5", 500), "placeId": fridge["id"]})
    full = await room.change(fridge, closed=True)
    assert (full.status_code, full.json()["detail"]) == (409, "这里还有货，移走后才能停用。")
    assert (await room.carry(fridge["id"], room.back, {"productId": milk, "quantity": "5"})).status_code == 201
    closed = (await room.change(fridge, name="旧冷藏柜", closed=True)).json()
    assert (closed["name"], closed["closedAt"] is not None, closed["version"]) == ("旧冷藏柜", True, 2)
    assert (await room.change(fridge, name="又一个")).json()["code"] == "version_conflict"
    refused = await room.carry(room.back, fridge["id"], {"productId": milk, "quantity": "1"})
    assert fault(refused)[:2] == (422, "toId")
    into = {"storeId": str(room.store), "lines": [{**line(milk, "1", 100), "placeId": fridge["id"]}]}
    assert fault(await buyer.post("/api/stock/receipts", into))[:2] == (422, "lines.0.placeId")
    opened = (await room.change(closed, closed=False)).json()
    assert (opened["closedAt"], opened["version"]) == (None, 3)
    assert (await room.carry(room.back, fridge["id"], {"productId": milk, "quantity": "1"})).status_code == 201


async def test_the_places_that_everybody_has_may_be_named_and_stay_open(room: Room) -> None:
    [shelf, _] = await room.places()
    named = (await room.change(shelf, name="一楼货架")).json()
    assert (named["name"], named["version"]) == ("一楼货架", 2)
    assert fault(await room.change(named, closed=True))[:2] == (422, "closed")
    assert (await room.change(named, name="")).json()["name"] == ""
    assert fault(await room.change(await room.add(), name=" "))[:2] == (422, "name")


async def test_goods_are_carried_with_their_lots_and_nothing_else_changes(
    room: Room, buyer: Client, manager: Client, org: Org, app_tx: AppTx
) -> None:
    milk, fridge = await add_product(buyer, "M1"), await room.add()
    await receive(
        buyer, room.store, line(milk, "4", 400, "back_room", code="L2", expiresOn="2099-02-01"),
        line(milk, "3", 600, "back_room", code="L1", expiresOn="2099-01-01"),
    )  # fmt: skip
    moved = await room.carry(room.back, fridge["id"], {"productId": milk, "quantity": "5"}, who=manager)
    assert (moved.status_code, moved.json()["lines"]) == (201, 1)
    assert await room.goods(fridge["id"]) == [("M1", "L1", "3"), ("M1", "L2", "2")]
    assert await room.goods(room.back) == [("M1", "L2", "2")]
    item = await stock_of(buyer, room.store, milk)
    assert (item["quantity"], item["valueCents"]) == ("7", 1000)
    assert (item["shelf"], item["backRoom"], item["bins"], item["available"]) == ("0", "2", "5", "7")
    moves = (await buyer.get("/api/stock/moves", store=room.store, product=milk)).json()["items"]
    carried = [each for each in moves if each["causeId"] == moved.json()["id"]]
    told = {(e["cause"], e["lotCode"], e["quantity"], e["direction"], e["valueCents"], e["toName"]) for e in carried}
    assert told == {("relocation", "L1", "3", 0, 0, "冷藏柜"), ("relocation", "L2", "2", 0, 0, "冷藏柜")}
    await proved(app_tx, org)


async def test_what_goes_to_the_shelf_is_a_refill_of_the_lot_that_is_named(room: Room, buyer: Client) -> None:
    milk = await add_product(buyer, "M1")
    lots = ("L1", "2099-01-01"), ("L2", "2099-02-01")
    await receive(buyer, room.store, *(line(milk, "2", 200, "back_room", code=c, expiresOn=day) for c, day in lots))
    there = (await buyer.get(f"{room.path}/places/{room.back}/goods")).json()["items"]
    [late] = [each["lotId"] for each in there if each["lotCode"] == "L2"]
    wanted = {"productId": milk, "lotId": late, "quantity": "2"}
    assert (await room.carry(room.back, room.shelf, wanted)).status_code == 201
    assert await room.goods(room.shelf) == [("M1", "L2", "2")]
    [move, *_] = (await buyer.get("/api/stock/moves", store=room.store, product=milk)).json()["items"]
    assert (move["cause"], move["fromKind"], move["toKind"]) == ("refill", "back_room", "shelf")


async def test_more_than_a_place_has_is_refused_and_nothing_moves(room: Room, buyer: Client) -> None:
    milk, tea = await add_product(buyer, "M1"), await add_product(buyer, "T1")
    await receive(buyer, room.store, line(milk, "2", 200, "back_room"), line(tea, "9", 900))
    lines = {"productId": milk, "quantity": "2"}, {"productId": tea, "quantity": "1"}
    assert fault(await room.carry(room.back, room.shelf, *lines)) == (422, "lines.1.quantity", "这里只有 0。")
    assert await room.goods(room.back) == [("M1", None, "2")]
    same = await room.carry(room.back, room.back, lines[0])
    assert fault(same)[:2] == (422, "toId")
    none = await room.carry(room.back, room.shelf, {"productId": milk, "quantity": "0"})
    assert fault(none)[:2] == (422, "lines.0.quantity")


async def test_another_stores_places_are_not_there(room: Room, buyer: Client, manager: Client, org: Org) -> None:
    milk, fridge = await add_product(buyer, "M1"), await room.add()
    await receive(buyer, room.store, line(milk, "2", 200))
    other = f"/api/stock/stores/{org.places['A2']}"
    form = {"name": "x", "closed": False, "ifVersion": 1}
    wanted = {"fromId": room.shelf, "toId": fridge["id"], "lines": [{"productId": milk, "quantity": "1"}]}
    assert (await manager.get(f"{other}/places")).status_code == 404
    assert (await manager.post(f"{other}/relocations", wanted)).status_code == 404
    assert (await buyer.post(f"{other}/relocations", wanted)).status_code == 404
    assert (await buyer.put(f"{other}/places/{fridge['id']}", form)).status_code == 404
    assert (await buyer.get(f"{other}/places/{fridge['id']}/goods")).status_code == 404
    assert await room.goods(room.shelf) == [("M1", None, "2")]


async def test_only_head_office_keeps_places_and_the_store_carries_goods(
    room: Room, manager: Client, client: LogIn
) -> None:
    form = {"code": "X1", "name": "角落"}
    for who, status in ((manager, 403), (await client("clerk"), 403), (await client("admin"), 201)):
        assert (await who.post(f"{room.path}/places", form)).status_code == status
    assert len(await room.places(manager)) == 3


async def test_who_counts_is_not_told_what_lies_at_a_place(room: Room, buyer: Client, manager: Client) -> None:
    milk = await add_product(buyer, "M1")
    await receive(buyer, room.store, line(milk, "2", 200))
    count = {"storeId": str(room.store), "kind": "full", "title": "盘点"}
    assert (await manager.post("/api/counts", count)).status_code == 201
    assert (await manager.get(f"{room.path}/places/{room.shelf}/goods")).json() == {"items": [], "next": None}
    assert await room.goods(room.shelf) == [("M1", None, "2")]
    refused = await room.carry(room.shelf, room.back, {"productId": milk, "quantity": "3"}, who=manager)
    assert (fault(refused)[1], "2" in fault(refused)[2]) == ("lines.0.quantity", False)


async def test_the_pages_of_a_places_goods_leave_nothing_out(room: Room, buyer: Client) -> None:
    for number in range(5):
        await receive(buyer, room.store, line(await add_product(buyer, f"P{number}"), "1", 100))
    path = f"{room.path}/places/{room.shelf}/goods"
    first = (await buyer.get(path, limit=3)).json()
    rest = (await buyer.get(path, limit=3, cursor=first["next"])).json()
    assert [each["productCode"] for each in first["items"] + rest["items"]] == ["P0", "P1", "P2", "P3", "P4"]
    assert rest["next"] is None
