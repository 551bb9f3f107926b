"""What an inspector reads before going into a store: all of it, of the stores they may visit only."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from storewalk.stock.api import Way
from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import begin, checkpoint, photo, publish, template
from tests.factories.organization import Org
from tests.factories.shop import open_shop
from tests.factories.stock import line, receive
from tests.factories.tasks import finding

PASS = {"outcome": "pass"}


@pytest.fixture
async def inspector(client: LogIn) -> Client:
    return await client("inspector")


async def sheet_of(who: Client, org: Org, *stores: str) -> list[dict[str, Any]]:
    answer = await who.get("/api/arrival-sheets", store=[str(org.places[store]) for store in stores])
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_a_sheet_tells_the_last_three_scores_and_what_failed_more_than_once(
    client: LogIn, inspector: Client, org: Org
) -> None:
    points = [checkpoint("floor"), checkpoint("door"), checkpoint("exit", critical=True)]
    checklist = await publish(await client("regional"), template(points))
    visits: list[str] = []
    for failed in ([], ["floor"], ["floor", "exit"], ["floor", "exit", "door"]):
        visit = await begin(inspector, org.places["A1"], checklist["id"])
        for key in ("floor", "door", "exit"):
            await visit.answer(key, **({"outcome": "fail", "photos": [photo()]} if key in failed else PASS))
        visits.append((await visit.submit(3))["id"])
    [sheet] = await sheet_of(inspector, org, "A1")
    assert [score["visitId"] for score in sheet["scores"]] == visits[:0:-1]
    assert [[point["key"] for point in score["failed"]] for score in sheet["scores"]] == [
        ["exit", "door", "floor"],
        ["exit", "floor"],
        ["floor"],
    ]
    assert [score["failedCount"] for score in sheet["scores"]] == [3, 2, 1]
    assert [(point["key"], point["times"], point["visitId"]) for point in sheet["repeats"]] == [
        ("floor", 3, visits[-1]),
        ("exit", 2, visits[-1]),
    ]


async def test_a_sheet_tells_overdue_and_critical_tasks_first_with_how_often_they_came_back(
    inspector: Client, app_tx: AppTx, org: Org
) -> None:
    async with app_tx(org) as tx:
        soon = await open_task(tx, finding(org, tx, fault_key="soon"))
        late = await open_task(tx, finding(org, tx, fault_key="late"))
        grave = await open_task(tx, finding(org, tx, fault_key="grave", critical=True))
        for task, hours in ((late, -1), (grave, 3), (soon, 3)):
            due = {"task": task, "due": tx.now + timedelta(hours=hours)}
            await tx.session.execute(text("UPDATE task SET due_at = :due WHERE id = :task"), due)
        await open_task(tx, finding(org, tx, store="B1"))
    [sheet] = await sheet_of(inspector, org, "A1")
    shown = [(task["id"], task["overdue"], task["repeatCount"]) for task in sheet["tasks"]]
    assert shown == [(str(late), True, 0), (str(grave), False, 0), (str(soon), False, 0)]
    assert (sheet["openTasks"], sheet["overdueTasks"]) == (3, 1)


async def test_a_sheet_tells_what_has_run_out_and_which_lots_end_soon(
    client: LogIn, inspector: Client, app_tx: AppTx, org: Org
) -> None:
    buyer = await client("buyer")
    shop = await open_shop(org, app_tx, buyer, ["milk", "eggs", "bread"])
    today = datetime.now(UTC).date()
    await shop.deliver("milk", 4)
    await shop.book("milk", 4, Way.OUT)
    ends = {"code": "L1", "producedOn": days(today, -5), "expiresOn": days(today, 1)}
    keeps = {"code": "L2", "producedOn": days(today, -5), "expiresOn": days(today, 90)}
    bread, eggs = (str(shop.products[name]) for name in ("bread", "eggs"))
    await receive(buyer, shop.store, line(bread, "6", 600, **ends), line(eggs, "9", 900, **keeps))
    [sheet] = await sheet_of(inspector, org, "A1")
    assert [each["productId"] for each in sheet["gone"]] == [str(shop.products["milk"])]
    assert sheet["goneCount"] == 1
    assert [(each["productId"], each["lotCode"], each["quantity"]) for each in sheet["ending"]] == [(bread, "L1", "6")]
    assert sheet["endingCount"] == 1
    assert sheet["ending"][0]["daysLeft"] in {0, 1, 2}  # by the store's own day


def days(day: date, later: int) -> str:
    return (day + timedelta(days=later)).isoformat()


async def test_sheets_come_for_the_stores_in_scope_only_and_never_to_the_store_itself(
    client: LogIn, inspector: Client, org: Org
) -> None:
    path = "/api/arrival-sheets"
    both = await inspector.get(path, store=[str(org.places[name]) for name in ("A2", "B1", "A1")])
    assert [item["storeId"] for item in both.json()["items"]] == [str(org.places["A1"]), str(org.places["A2"])]
    assert both.json()["nearM"] == 200
    outside, unknown = [await inspector.get(path, store=at) for at in (org.places["B1"], uuid4())]
    assert (outside.status_code, unknown.status_code) == (404, 404)
    assert outside.json()["detail"] == unknown.json()["detail"]
    assert (await (await client("manager")).get(path, store=org.places["A1"])).status_code == 403
    none, many = await inspector.get(path), await inspector.get(path, store=[str(uuid4()) for _ in range(21)])
    assert [(each.status_code, each.json()["errors"][0]["field"]) for each in (none, many)] == [(422, "store")] * 2
