"""How a product's stock came to be what it is."""

from decimal import Decimal
from uuid import UUID, uuid4

from storewalk.stock.api import Cause, Wanted, Way, move
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.stock import add_product, ago, line, receive


async def test_moves_are_told_newest_first_with_their_cause_places_lot_value_and_actor(
    buyer: Client, manager: Client, org: Org, app_tx: AppTx
) -> None:
    milk, store, sale_id = await add_product(buyer, "M1"), org.places["A1"], uuid4()
    old = await receive(manager, store, line(milk, "10", 1000, "back_room", code="L7"), receivedAt=ago(hours=2))
    async with app_tx(org) as tx:
        sold = Wanted(
            store_id=store, product_id=UUID(milk), quantity=Decimal(4), cause=Cause.SALE, way=Way.OUT,
            cause_id=sale_id, occurred_at=tx.now,
        )  # fmt: skip
        await move(tx, [sold])
    answer = await manager.get("/api/stock/moves", store=store, product=milk)
    sale, receipt = answer.json()["items"]
    assert (sale["cause"], sale["causeId"], sale["quantity"], sale["direction"]) == ("sale", str(sale_id), "4", -1)
    assert (sale["valueCents"], sale["fromKind"], sale["toKind"]) == (400, "back_room", "customer")
    assert (sale["lotCode"], sale["actorName"], sale["belowZero"]) == ("L7", None, False)
    assert (receipt["cause"], receipt["causeId"], receipt["quantity"]) == ("receipt", old["id"], "10")
    assert (receipt["direction"], receipt["valueCents"], receipt["lotCode"]) == (1, 1000, "L7")
    assert (receipt["fromKind"], receipt["toKind"]) == ("supplier", "back_room")
    assert receipt["actorName"].startswith("manager")
    assert receipt["occurredAt"] < receipt["recordedAt"]


async def test_the_pages_of_a_long_history_leave_nothing_out(buyer: Client, org: Org) -> None:
    milk, store = await add_product(buyer, "M1"), org.places["A1"]
    await receive(buyer, store, *(line(milk, str(number), 100) for number in range(1, 8)))
    seen: list[str] = []
    cursor, pages = None, 0
    while pages == 0 or cursor:
        page = (await buyer.get("/api/stock/moves", store=store, product=milk, limit=3, cursor=cursor)).json()
        seen += [item["quantity"] for item in page["items"]]
        cursor, pages = page["next"], pages + 1
    assert (pages, sorted(seen)) == (3, ["1", "2", "3", "4", "5", "6", "7"])


async def test_a_history_is_of_one_product_at_one_store(buyer: Client, org: Org) -> None:
    for missing, given in (("product", {"store": org.places["A1"]}), ("store", {"product": uuid4()})):
        refused = await buyer.get("/api/stock/moves", **given)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, missing)
