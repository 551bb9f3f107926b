"""The catalogue over the API."""

from typing import Any
from uuid import uuid4

import pytest

from tests.factories.catalog import COLA, category, product_form
from tests.factories.client import Client
from tests.factories.given import LogIn


async def found(buyer: Client, **query: Any) -> list[str]:
    answer = await buyer.get("/api/products", **query)
    assert answer.status_code == 200, answer.text
    return [item["code"] for item in answer.json()["items"]]


async def test_a_product_is_read_back_as_it_was_added(buyer: Client) -> None:
    added = await buyer.post("/api/products", await product_form(buyer))
    assert added.status_code == 201, added.text
    product = (await buyer.get(f"/api/products/{added.json()['id']}")).json()
    assert product == {
        "id": added.json()["id"],
        "code": "00123",
        "name": {"zh": "可口可乐 330ml", "en": "Coca-Cola 330 ml"},
        "pinyin": "kkkl330ml",
        "categoryId": await category(buyer, "D"),
        "categoryName": {"zh": "饮料", "en": "Drinks"},
        "unit": "瓶",
        "unitName": {"zh": "瓶", "en": "bottle"},
        "packs": [{"unit": "箱", "unitName": {"zh": "箱", "en": "case"}, "quantity": "24"}],
        "barcodes": [COLA],
        "priceCents": 350,
        "status": "active",
        "version": 1,
    }


async def test_a_product_is_found_by_names_pinyin_code_and_barcode(buyer: Client) -> None:
    await buyer.post("/api/products", await product_form(buyer))
    water = {"code": "W1", "name": {"zh": "农夫山泉", "en": "Nongfu Spring"}, "barcodes": ["036000291452"]}
    await buyer.post("/api/products", await product_form(buyer, **water, categoryId=await category(buyer, "W")))
    for typed in ("可口", "kkkl", "KK", "coca", "0012", COLA):
        assert await found(buyer, q=typed) == ["00123"], typed
    for typed in ("口可乐", "%", "cola", COLA[:-1]):
        assert await found(buyer, q=typed) == [], typed
    for scanned in ("036000291452", "0036000291452"):
        assert await found(buyer, barcode=scanned) == ["W1"], scanned
    assert await found(buyer, category=await category(buyer, "W")) == ["W1"]
    assert await found(buyer, category=await category(buyer, "D")) == ["00123", "W1"]


async def test_a_barcode_of_another_product_is_refused_naming_field_and_holder(buyer: Client) -> None:
    await buyer.post("/api/products", await product_form(buyer))
    refused = await buyer.post("/api/products", await product_form(buyer, code="00124", barcodes=[COLA]))
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "barcodes", "message": f"条码 {COLA} 已属于商品 00123。"}]
    assert await found(buyer) == ["00123"]


async def test_a_wrong_check_digit_is_refused(buyer: Client) -> None:
    refused = await buyer.post("/api/products", await product_form(buyer, barcodes=["6901234567893"]))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "barcodes")


@pytest.mark.parametrize(
    "packs", [[("瓶", "1")], [("箱", "0")], [("箱", "1.0001")], [("箱", "6"), ("箱", "12")], [("桶", "2")]]
)
async def test_packs_that_make_no_sense_are_refused(buyer: Client, packs: list[tuple[str, str]]) -> None:
    given = [{"unit": unit, "quantity": quantity} for unit, quantity in packs]
    refused = await buyer.post("/api/products", await product_form(buyer, packs=given))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "packs")


async def test_new_barcodes_and_packs_are_a_new_version(buyer: Client) -> None:
    product = (await buyer.post("/api/products", await product_form(buyer))).json()
    path = f"/api/products/{product['id']}"
    changed = await buyer.put(path, await product_form(buyer, packs=[], barcodes=[COLA, "96385074"], ifVersion=1))
    assert (changed.json()["packs"], changed.json()["barcodes"]) == ([], ["96385074", COLA])
    assert changed.json()["version"] == 2
    lost = await buyer.put(path, await product_form(buyer, ifVersion=1))
    assert (lost.status_code, lost.json()["current"]["version"]) == (409, 2)


async def test_a_given_pinyin_wins_over_the_letters_of_the_name(buyer: Client) -> None:
    name = {"zh": "重庆小面", "en": "Chongqing noodles"}
    added = await buyer.post("/api/products", await product_form(buyer, name=name, pinyin="cqxm"))
    assert added.json()["pinyin"] == "cqxm"
    assert await found(buyer, q="cq") == ["00123"]


async def test_everybody_reads_the_catalogue_and_only_buyers_change_it(client: LogIn, buyer: Client) -> None:
    product = (await buyer.post("/api/products", await product_form(buyer))).json()
    body = await product_form(buyer, ifVersion=1)
    for role in ("inspector", "manager", "regional", "finance", "hr", "clerk"):
        other = await client(role)
        assert (await other.get(f"/api/products/{product['id']}")).status_code == 200, role
        assert (await other.put(f"/api/products/{product['id']}", body)).status_code == 403, role
    assert (await buyer.get(f"/api/products/{uuid4()}")).status_code == 404
