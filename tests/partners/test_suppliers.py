"""Companies that the chain buys from: kept by buyers, found by name, pinyin and code, ended and bought from again."""

import asyncio
from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn

CREDIT_CODE = "91330100799655058B"
DAIRY = {"code": "S001", "name": "光明乳业股份有限公司", "creditCode": CREDIT_CODE, "email": "order@dairy.invalid"}


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who buys."""
    return await client("buyer")


async def add(buyer: Client, **form: Any) -> dict[str, Any]:
    answer = await buyer.post("/api/suppliers", {**DAIRY, **form})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def change(buyer: Client, supplier: dict[str, Any], **form: Any) -> Any:
    kept = {name: supplier[name] for name in ("code", "name", "creditCode", "email", "status")}
    whole = {**kept, "ifVersion": supplier["version"], **form}
    return await buyer.put(f"/api/suppliers/{supplier['id']}", whole)


async def codes(client: Client, **asked: Any) -> list[str]:
    return [each["code"] for each in (await client.get("/api/suppliers", **asked)).json()["items"]]


def faults(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["field"], each["message"]) for each in answer.json()["errors"]]


async def test_a_supplier_is_kept_with_the_pinyin_of_its_name(buyer: Client) -> None:
    added = await add(buyer)
    assert {name: added[name] for name in DAIRY} == DAIRY
    assert (added["pinyin"], added["status"], added["version"]) == ("gmrygfyxgs", "active", 1)
    assert (await buyer.get(f"/api/suppliers/{added['id']}")).json() == added
    assert (await add(buyer, code="S2", creditCode="", pinyin="chongqing"))["pinyin"] == "chongqing"


async def test_suppliers_are_found_by_a_part_of_the_name_by_pinyin_and_by_code(buyer: Client) -> None:
    await add(buyer)
    await add(buyer, code="B-7", name="上海佳禾食品有限公司", creditCode="")
    assert await codes(buyer) == ["S001", "B-7"]
    for q, found in {
        "乳业": ["S001"],
        "SHJH": ["B-7"],
        "b-": ["B-7"],
        "食品有限": ["B-7"],
        "rygf": [],
        " ": ["S001", "B-7"],
    }.items():
        assert await codes(buyer, q=q) == found, q
    first = (await buyer.get("/api/suppliers", limit=1)).json()
    assert await codes(buyer, cursor=first["next"]) == ["B-7"]


async def test_code_and_credit_code_name_one_supplier_and_must_be_right(buyer: Client) -> None:
    await add(buyer)
    refused = await buyer.post("/api/suppliers", DAIRY)
    assert faults(refused) == [("code", "供应商编码 S001 已被使用。")]
    refused = await buyer.post("/api/suppliers", {**DAIRY, "code": "S002"})
    assert faults(refused) == [("creditCode", "这个统一社会信用代码已属于供应商 S001。")]
    refused = await buyer.post("/api/suppliers", {**DAIRY, "code": "S002", "creditCode": CREDIT_CODE[:-1] + "A"})
    assert faults(refused) == [("creditCode", "统一社会信用代码不正确：应为 18 位，且校验码相符。")]
    assert await codes(buyer) == ["S001"]


async def test_two_suppliers_without_a_credit_code_are_two(buyer: Client) -> None:
    await add(buyer, creditCode="")
    await add(buyer, code="S002", creditCode="")
    assert await codes(buyer) == ["S001", "S002"]


async def test_two_who_add_a_company_at_once_make_one_supplier(buyer: Client, client: LogIn) -> None:
    other = await client("admin")
    both = await asyncio.gather(
        buyer.post("/api/suppliers", DAIRY), other.post("/api/suppliers", {**DAIRY, "code": "S002"})
    )
    assert sorted(answer.status_code for answer in both) == [201, 422]
    assert len(await codes(buyer)) == 1


async def test_a_supplier_is_ended_and_bought_from_again(buyer: Client) -> None:
    supplier = await add(buyer)
    ended = (await change(buyer, supplier, status="ended")).json()
    assert (ended["status"], ended["version"]) == ("ended", 2)
    assert await codes(buyer, status="active") == []
    assert await codes(buyer, status="ended") == ["S001"]
    again = (await change(buyer, ended, status="active", name="光明")).json()
    assert (again["status"], again["name"], again["pinyin"], again["version"]) == ("active", "光明", "gm", 3)


async def test_who_saw_an_older_version_gets_both_and_changes_nothing(buyer: Client) -> None:
    supplier = await add(buyer)
    await change(buyer, supplier, name="光明")
    refused = await change(buyer, supplier, name="蒙牛")
    assert refused.status_code == 409
    assert refused.json()["current"]["name"] == "光明"
    assert (await buyer.get(f"/api/suppliers/{supplier['id']}")).json()["name"] == "光明"


async def test_what_happened_is_recorded(buyer: Client, client: LogIn) -> None:
    supplier = await add(buyer)
    await change(buyer, supplier, status="ended")
    entries = (await (await client("admin")).get("/api/audit", subject=supplier["id"])).json()["items"]
    kinds = [each["kind"] for each in entries if each["kind"].startswith("partners.")]
    assert kinds == ["partners.supplier_ended", "partners.supplier_added"]
