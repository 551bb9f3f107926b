"""Promotions come as a sheet, a row for each product: tried first, then taken in whole, and given out again."""

from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.today import today
from tests.ordering.test_promotions import buyer, form, planned, shop, told

__all__ = ["buyer", "shop"]
HEAD = "促销名称,开始日期,结束日期,形式,商品编码,商品名称,促销价占平时%,预计销量倍数,区域与门店"


def row(product: str, discount: str = "80", *, places: str = "", **changes: str) -> str:
    """Return a row of a promotion of a week in the given places."""
    cells = {"name": "年货节", "last": str(today(9)), "kind": "特价", "uplift": "1.5", **changes}
    where = f'"{places}"' if places else ""
    return f"{cells['name']},{today(3)},{cells['last']},{cells['kind']},{product},,{discount},{cells['uplift']},{where}"


async def take_in(buyer: Client, *rows: str, dry_run: bool = False) -> dict[str, Any]:
    body = {"csv": "\n".join([HEAD, *rows]), "dryRun": dry_run}
    answer = await buyer.post("/api/imports/promotions", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def counted(answer: dict[str, Any]) -> tuple[int, int, int, bool]:
    return answer["created"], answer["updated"], answer["unchanged"], answer["applied"]


async def test_a_sheet_is_tried_taken_in_once_and_the_same_again_changes_nothing(shop: Shop, buyer: Client) -> None:
    rows = row("P0"), row("P1", "8折"), row("P2", "0.7")
    assert counted(await take_in(buyer, *rows, dry_run=True)) == (3, 0, 0, False)
    assert await told(shop) == []
    assert counted(await take_in(buyer, *rows)) == (3, 0, 0, True)
    names = shop.products
    assert [(each.price, each.product_ids, each.uplift, each.store_ids) for each in await told(shop)] == [
        (0.7, frozenset({names["tea"]}), 1.5, None),
        (0.8, frozenset({names["milk"], names["eggs"]}), 1.5, None),
    ]
    assert counted(await take_in(buyer, *rows)) == (0, 0, 3, True)
    assert [each["version"] for each in (await buyer.get("/api/promotions")).json()["items"]] == [1]


async def test_a_promotion_that_differs_is_changed_and_others_stay(shop: Shop, buyer: Client) -> None:
    await take_in(buyer, row("P0"), row("P1", name="端午"))
    assert counted(await take_in(buyer, row("P0", "85%"), row("P2"))) == (0, 2, 0, True)
    assert sorted((each.price or 0, len(each.product_ids)) for each in await told(shop)) == [
        (0.8, 1), (0.8, 1), (0.85, 1),
    ]  # fmt: skip
    listed = (await buyer.get("/api/promotions")).json()["items"]
    assert sorted((each["name"], each["productCount"], each["version"]) for each in listed) == [
        ("年货节", 2, 2),
        ("端午", 1, 1),
    ]


async def test_regions_and_stores_are_named_or_given_by_code(shop: Shop, buyer: Client) -> None:
    await take_in(buyer, row("P0", places="A 区、B1"), row("P1", places="A 区、B1"))
    [only] = await told(shop)
    assert only.store_ids == frozenset(shop.org.places[name] for name in ("A1", "A2", "B1"))


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([row("P9")], [(2, "product")]),
        ([row("P0"), row("P0")], [(3, "product")]),
        ([row("P0", "20")], [(2, "discount")]),
        ([row("P0", "")], [(2, "discount")]),
        ([row("P0", kind="仅陈列")], [(2, "discount")]),
        ([row("P0", kind="抽奖")], [(2, "kind")]),
        ([row("P0", places="火星店")], [(2, "places")]),
        ([row("P0", last=str(today(2)))], [(2, "lastDay")]),
        ([row("P0", last="下周")], [(2, "lastDay")]),
        ([row("P0", uplift="99")], [(2, "uplift")]),
        ([row("P0"), row("P1", uplift="2"), row("P2", places="A 区")], [(3, "uplift"), (4, "places")]),
    ],
)
async def test_what_cannot_be_is_named_by_row_and_column_and_nothing_is_planned(
    shop: Shop, buyer: Client, rows: list[str], faults: list[tuple[int, str]]
) -> None:
    answer = await take_in(buyer, *rows, row("P0", name="好的"))
    assert [(each["row"], each["field"]) for each in answer["errors"]] == faults
    assert (answer["applied"], await told(shop)) == (False, [])


async def test_two_promotions_of_one_name_and_day_are_changed_one_by_one(shop: Shop, buyer: Client) -> None:
    days = {"firstDay": str(today(3)), "lastDay": str(today(9))}
    for _ in range(2):
        await planned(buyer, form(shop, "milk", name="年货节", **days))
    answer = await take_in(buyer, row("P0"))
    assert [(each["row"], each["field"]) for each in answer["errors"]] == [(2, "promotion")]


@pytest.mark.usefixtures("shop")
async def test_what_is_given_out_is_taken_in_again_as_it_is(buyer: Client) -> None:
    await take_in(buyer, row("P0"), row("P2", "72.5"), row("P1", "", kind="仅陈列", name="端架", places="A1"))
    sheet = (await buyer.get("/api/exports/promotions.csv")).text
    again = await buyer.post("/api/imports/promotions", {"csv": sheet, "dryRun": True})
    assert again.status_code == 200, again.text
    assert counted(again.json()) == (0, 0, 3, False)
