"""How much there was of the products of a finding, and of which lots: with the answer, its task and its report."""

from datetime import date
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest

from tests.factories.catalog import found_catalogue
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, events, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.stock import add_product


@pytest.fixture
async def goods(client: LogIn) -> list[str]:
    """The ids of milk and tea."""
    buyer = await client("buyer")
    await found_catalogue(buyer)
    return [await add_product(buyer, code, name={"zh": zh, "en": code}) for code, zh in (("M1", "牛奶"), ("T1", "茶"))]


def milk_seen(milk: str, **changes: Any) -> dict[str, Any]:
    """What an answer says of the milk."""
    return {"productId": milk, "quantity": "2.5", "lotCode": "L-7", "expiresOn": "2026-11-20", **changes}


async def test_what_was_seen_of_a_product_stands_with_the_finding_in_its_task_and_on_the_report(
    *, sound_visit: Visit, goods: list[str], org: Org, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    milk, tea = goods
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    about = {"outcome": "fail", "photos": [photo()], "missingProductIds": goods}
    only_named = {"productId": tea, "quantity": None, "lotCode": None, "expiresOn": None}
    form = {**about, "productsSeen": [milk_seen(milk, quantity="2.500"), only_named], "ifVersion": 1}
    answer = await sound_visit.answer("tags", **form)
    assert [(each["name"]["zh"], each["quantity"], each["lotCode"]) for each in answer["missingProducts"]] == [
        ("牛奶", "2.5", "L-7"),
        ("茶", None, None),
    ]
    assert answer["productsSeen"] == [milk_seen(milk)]
    assert (await sound_visit.answer("tags", **form))["version"] == 2
    assert len(await events(app_tx, org, sound_visit, "answered")) == 5  # three sound ones, the shelf, the tags
    await sound_visit.submit(4)
    await run_jobs()
    [failed] = await events(app_tx, org, sound_visit, "checkpoint_failed")
    assert failed["products_seen"] == [milk_seen(milk, quantity=failed["products_seen"][0]["quantity"])]
    manager = await client("manager")
    [item] = (await manager.get("/api/tasks")).json()["items"]
    [finding] = (await manager.get(f"/api/tasks/{item['id']}")).json()["findings"]
    assert [(each["id"], each["quantity"], each["expiresOn"]) for each in finding["products"]] == [
        (milk, "2.5", date(2026, 11, 20).isoformat()),
        (tea, None, None),
    ]
    report = await sound_visit.client.get(f"/api/inspections/{sound_visit.id}/report.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(report.content))
    assert "涉及商品" in text
    assert "批号 L-7" in text
    assert "2026-11-20 到期" in text


async def test_another_amount_replaces_it_and_a_product_taken_out_takes_it_along(
    visit: Visit, goods: list[str]
) -> None:
    milk, tea = goods
    about = {"outcome": "fail", "photos": [photo()]}
    await visit.answer("tags", **about, missingProductIds=goods, productsSeen=[milk_seen(milk)])
    said = [milk_seen(milk, quantity="4", lotCode=None, expiresOn=None), milk_seen(tea, quantity="1")]
    changed = await visit.answer("tags", **about, missingProductIds=goods, productsSeen=said, ifVersion=1)
    assert changed["productsSeen"] == said
    fewer = await visit.answer("tags", **about, missingProductIds=[tea], productsSeen=said[1:], ifVersion=2)
    assert (fewer["productsSeen"], fewer["version"]) == (said[1:], 3)
    assert (await visit.answer("tags", **about, ifVersion=3))["productsSeen"] == []


@pytest.mark.parametrize(
    ("key", "change", "status", "field"),
    [
        ("tags", {"quantity": "0"}, 422, "quantity"),
        ("tags", {"quantity": "-1"}, 422, "quantity"),
        ("tags", {"quantity": "1.0001"}, 422, "quantity"),
        ("tags", {"productId": str(uuid4())}, 422, "productId"),
        ("shelf", {}, 422, "productId"),
        ("tags", {"lotCode": " "}, 400, "lotCode"),
        ("tags", {"expiresOn": "2026-02-30"}, 400, "expiresOn"),
    ],
)
async def test_no_quantity_and_what_no_finding_names_are_refused_by_field_and_leave_nothing(
    *, visit: Visit, goods: list[str], key: str, change: dict[str, Any], status: int, field: str
) -> None:
    seen = [milk_seen(goods[0]) | change]
    refused = await visit.put(key, outcome="fail", photos=[photo()], missingProductIds=goods[:1], productsSeen=seen)
    assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (
        status,
        [f"productsSeen[0].{field}"],
    )
    assert (await visit.shown(key))["version"] == 0
