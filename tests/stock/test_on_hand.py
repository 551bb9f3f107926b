"""What stores have: found by store, region, name and category, page by page, and only in one's scope."""

from typing import Any

from tests.factories.catalog import COLA, category
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive


def found(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 200, answer.text
    return [(item["code"], item["storeCode"]) for item in answer.json()["items"]]


async def test_stock_is_listed_by_product_and_store_and_the_pages_leave_nothing_out(buyer: Client, org: Org) -> None:
    for code in ("P3", "p1", "P2"):
        product = await add_product(buyer, code)
        for store in ("A1", "A2"):
            await receive(buyer, org.places[store], line(product, "2", 50))
    first = await buyer.get("/api/stock", limit=4)
    rest = await buyer.get("/api/stock", limit=4, cursor=first.json()["next"])
    whole = await buyer.get("/api/stock", limit=5000)
    assert [code for code, _ in found(whole)] == ["p1", "p1", "P2", "P2", "P3", "P3"]
    assert found(first) + found(rest) == found(whole)
    assert (rest.json()["next"], whole.json()["next"]) == (None, None)


async def test_stock_is_found_by_store_region_name_barcode_and_category(buyer: Client, org: Org) -> None:
    cola = await add_product(buyer, "C1", barcodes=[COLA])
    names = {"zh": "农夫山泉", "en": "Spring water"}
    water = await add_product(buyer, "W1", name=names, categoryId=await category(buyer, "W"))
    for store in ("A1", "B1"):
        await receive(buyer, org.places[store], line(cola, "2", 50), line(water, "2", 50))
    at_b = [("C1", "B1"), ("W1", "B1")]
    assert found(await buyer.get("/api/stock", store=org.places["B1"])) == at_b
    assert found(await buyer.get("/api/stock", region=org.places["B"])) == at_b
    for text in ("w1", "农夫", "spring", "nfsq"):
        assert found(await buyer.get("/api/stock", q=text, region=org.places["B"])) == [("W1", "B1")], text
    for text in (COLA, f"0{COLA}"):
        assert found(await buyer.get("/api/stock", q=text, region=org.places["B"])) == [("C1", "B1")], text
    drinks, waters = await category(buyer, "D"), await category(buyer, "W")
    assert found(await buyer.get("/api/stock", category=drinks, region=org.places["B"])) == at_b
    assert found(await buyer.get("/api/stock", category=waters, region=org.places["B"])) == [("W1", "B1")]
    assert found(await buyer.get("/api/stock", negative=True)) == []


async def test_everybody_sees_the_stores_in_their_scope_only(buyer: Client, client: LogIn, org: Org) -> None:
    cola = await add_product(buyer, "C1")
    for store in ("A1", "A2", "B1"):
        await receive(buyer, org.places[store], line(cola, "2", 50))
    manager, regional = await client("manager"), await client("regional")
    assert found(await manager.get("/api/stock")) == [("C1", "A1")]
    assert {store for _, store in found(await regional.get("/api/stock"))} == {"A1", "A2"}
    for path in ("/api/stock", "/api/stock/moves"):
        assert (await manager.get(path, store=org.places["A2"], product=cola)).status_code == 404


async def test_a_cursor_of_somebody_elses_making_is_refused(buyer: Client) -> None:
    refused = await buyer.get("/api/stock", cursor="bm8=")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "cursor")
    refused = await buyer.get("/api/stock", limit=0)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "limit")
