"""The products whose place is empty: kept with the answer, refused where they make no sense, told at submission."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.factories.catalog import found_catalogue
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, events, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.stock import add_product


@pytest.fixture
async def milk_and_tea(client: LogIn) -> list[str]:
    """The ids of two products, which are called as the small catalogue's is."""
    buyer = await client("buyer")
    await found_catalogue(buyer)
    return [await add_product(buyer, code, name={"zh": zh, "en": code}) for code, zh in (("M1", "牛奶"), ("T1", "茶"))]


async def test_an_answer_keeps_what_is_missing_in_order_each_once_and_shows_it_by_name(
    visit: Visit, milk_and_tea: list[str]
) -> None:
    milk, tea = milk_and_tea
    answer = await visit.answer("shelf", photos=[photo()], missingProductIds=[tea, milk, tea])
    assert answer["missingProductIds"] == [tea, milk]
    assert [(each["code"], each["name"]["zh"]) for each in answer["missingProducts"]] == [("T1", "茶"), ("M1", "牛奶")]
    shown = await visit.shown("shelf")
    assert (shown["missingProductIds"], shown["outcome"]) == ([tea, milk], "pending")
    assert (await visit.shown("tags"))["missingProductIds"] == []


async def test_the_same_products_again_change_nothing_and_others_replace_them(
    visit: Visit, milk_and_tea: list[str], org: Org, app_tx: AppTx
) -> None:
    shelf = {"photos": [photo()]}
    first = await visit.answer("shelf", **shelf, missingProductIds=milk_and_tea)
    assert await visit.answer("shelf", **shelf, missingProductIds=milk_and_tea) == first
    assert len(await events(app_tx, org, visit, "answered")) == 1
    changed = await visit.answer("shelf", **shelf, missingProductIds=milk_and_tea[1:], ifVersion=1)
    assert (changed["missingProductIds"], changed["version"]) == (milk_and_tea[1:], 2)
    assert (await visit.answer("shelf", **shelf, ifVersion=2))["missingProducts"] == []


@pytest.mark.parametrize(
    ("key", "body", "stranger"),
    [
        ("tags", {"outcome": "pass"}, False),
        ("shelf", {}, True),
    ],
)
async def test_products_of_what_passed_and_products_that_nobody_knows_are_refused_by_field(
    visit: Visit, milk_and_tea: list[str], key: str, body: dict[str, Any], stranger: bool
) -> None:
    named = [milk_and_tea[0], *([str(uuid4())] if stranger else [])]
    refused = await visit.put(key, **body, missingProductIds=named)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == ["missingProductIds"]
    assert (await visit.show())["answered"] == 0


async def test_more_than_thirty_products_are_refused_by_field(visit: Visit) -> None:
    refused = await visit.put("shelf", missingProductIds=[str(uuid4()) for _ in range(31)])
    assert refused.status_code == 400
    assert [error["field"] for error in refused.json()["errors"]] == ["missingProductIds"]


@pytest.mark.parametrize("outcome", ["pass", "fail"])
async def test_what_is_missing_becomes_a_fact_when_the_visit_is_submitted_whatever_the_checkpoint_comes_to(
    sound_visit: Visit, milk_and_tea: list[str], org: Org, app_tx: AppTx, outcome: str
) -> None:
    answer = await sound_visit.answer("shelf", outcome=outcome, photos=[photo()], missingProductIds=milk_and_tea)
    assert await events(app_tx, org, sound_visit, "products_missing") == []
    await sound_visit.submit(4)
    await sound_visit.submit(4)
    [missing] = await events(app_tx, org, sound_visit, "products_missing")
    assert (missing["checkpoint_id"], missing["product_ids"]) == (sound_visit.checkpoints["shelf"], milk_and_tea)
    assert (missing["critical"], missing["inspector_id"]) == (True, str(org.accounts["inspector"]))
    failed = await events(app_tx, org, sound_visit, "checkpoint_failed")
    assert [event["missing_product_ids"] for event in failed] == ([milk_and_tea] if outcome == "fail" else [])
    async with app_tx(org) as tx:
        seen = "SELECT occurred_at FROM event WHERE org_id = $1 AND id = $2"
        row = await tx.fetchrow(seen, org.id, UUID(missing["id"]))
    assert row is not None
    assert row["occurred_at"].isoformat().replace("+00:00", "Z") == answer["answeredAt"]


async def test_a_visit_that_misses_nothing_records_nothing_of_it(
    sound_visit: Visit, milk_and_tea: list[str], org: Org, app_tx: AppTx
) -> None:
    shelf = photo()
    await sound_visit.answer("shelf", outcome="pass", photos=[shelf], missingProductIds=milk_and_tea)
    await sound_visit.answer("shelf", outcome="pass", photos=[shelf], ifVersion=1)
    await sound_visit.submit(4)
    assert await events(app_tx, org, sound_visit, "products_missing") == []


async def test_products_of_a_finding_are_shown_and_stand_in_its_task_and_are_no_missing_ones(
    sound_visit: Visit, milk_and_tea: list[str], client: LogIn, run_jobs: JobRunner
) -> None:
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    about = {"outcome": "fail", "photos": [photo()], "missingProductIds": milk_and_tea, "ifVersion": 1}
    answer = await sound_visit.answer("tags", **about)
    assert [each["name"]["zh"] for each in answer["missingProducts"]] == ["牛奶", "茶"]
    await sound_visit.submit(4)
    await run_jobs()
    manager = await client("manager")
    [task] = (await manager.get("/api/tasks")).json()["items"]
    shown = (await manager.get(f"/api/tasks/{task['id']}")).json()
    assert (task["kind"], shown["requirement"]["zh"]) == ("rectification", "tags的标准（涉及商品：牛奶、茶）")
