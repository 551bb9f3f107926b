"""The overview: every figure adds up to rows that its reader may open."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from storewalk.photos import api as photos
from storewalk.tasks import api as tasks
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import begin, checkpoint, publish, shelf_seen, template
from tests.factories.organization import Org
from tests.factories.supply import add_warehouse
from tests.factories.tasks import expected_photo, finding


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """The administrator."""
    return await client("admin")


@pytest.fixture
async def visited(admin: Client, org: Org) -> dict[str, str]:
    """Today's visits: A1 scored 50, A2 scored 100, B1 scored 0, and one at A1 that is under way."""
    checklist = await publish(admin, template([checkpoint("floor"), checkpoint("light")]))
    visits: dict[str, str] = {}
    for store, outcomes in {"A1": ("pass", "fail"), "A2": ("pass", "pass"), "B1": ("fail", "fail")}.items():
        visit = await begin(admin, org.places[store], checklist["id"])
        for key, outcome in zip(("floor", "light"), outcomes, strict=True):
            await visit.answer(key, outcome=outcome)
        await visit.submit(2)
        visits[store] = visit.id
    visits["open"] = (await begin(admin, org.places["A1"], checklist["id"])).id
    return visits


async def overview(client: Client, **query: Any) -> dict[str, Any]:
    answer = await client.get("/api/overview", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_name(figures: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {store["name"]: store for store in figures["stores"]}


async def test_visits_and_scores_are_those_of_the_readers_stores(
    admin: Client, client: LogIn, visited: dict[str, str]
) -> None:
    everything, region = await overview(admin), await overview(await client("inspector"))
    assert everything["visits"] == {"planned": 4, "done": 3, "missed": 0, "pending": 1}
    assert region["visits"] == {"planned": 3, "done": 2, "missed": 0, "pending": 1}
    assert (everything["averageScore"], region["averageScore"]) == (50.0, 75.0)
    assert set(by_name(region)) == {"A1 店", "A2 店"}
    assert {name: store["lastScore"] for name, store in by_name(everything).items()} == {
        "A1 店": 50.0, "A2 店": 100.0, "B1 店": 0.0,
    }  # fmt: skip
    assert len(visited) == 4


async def test_one_region_shows_its_own_figures(admin: Client, org: Org, visited: dict[str, str]) -> None:
    figures = await overview(admin, region=org.places["B"])
    assert figures["visits"] == {"planned": 1, "done": 1, "missed": 0, "pending": 0}
    assert (figures["averageScore"], list(by_name(figures))) == (0.0, ["B1 店"])
    assert visited["B1"]


async def test_the_change_is_against_the_week_before(
    admin: Client, org: Org, visited: dict[str, str], app_tx: AppTx
) -> None:
    async with app_tx(org) as tx:
        await tx.session.execute(
            text("UPDATE inspection SET business_date = business_date - 7 WHERE id = :id"), {"id": visited["A2"]}
        )
    figures = await overview(admin)
    assert (figures["averageScore"], figures["scoreChange"]) == (25.0, -75.0)
    assert len(figures["days"]) == 14
    shown = {day["date"]: (day["averageScore"], day["visits"]) for day in figures["days"]}
    today = figures["days"][-1]["date"]
    assert (today, shown[today]) == (figures["date"], (25.0, 2))
    assert shown[figures["days"][-8]["date"]] == (100.0, 1)
    assert sum(visits for _, visits in shown.values()) == 3


async def test_a_day_without_a_score_has_none_rather_than_zero(admin: Client) -> None:
    figures = await overview(admin)
    assert figures["visits"] == {"planned": 0, "done": 0, "missed": 0, "pending": 0}
    for name in ("averageScore", "scoreChange", "availability", "availabilityChange", "tasksClosedInTimeRate"):
        assert figures[name] is None, name
    assert {store["lastScore"] for store in figures["stores"]} == {None}


async def test_tasks_are_counted_as_they_stand(admin: Client, client: LogIn, org: Org, app_tx: AppTx) -> None:
    async with app_tx(org) as tx:
        stores = ("A1", "A1", "A2", "B1")
        opened = [await tasks.open_task(tx, finding(org, tx, store, fault_key=str(uuid4()))) for store in stores]
        await tx.flush()
        late = "UPDATE task SET due_at = :due WHERE id = :id"
        await tx.session.execute(text(late), {"due": tx.now - timedelta(days=1), "id": opened[0]})
        done = "UPDATE task SET due_at = :due, answered_at = :at, accepted_at = :at, status = 'accepted' WHERE id = :id"
        times = {"due": tx.now - timedelta(days=2), "at": tx.now - timedelta(days=3)}
        await tx.session.execute(text(done), {**times, "id": opened[2]})
    figures = await overview(admin)
    assert (figures["openTasks"], figures["overdueTasks"], figures["tasksClosedInTimeRate"]) == (3, 1, 0.5)
    assert {name: store["openTasks"] for name, store in by_name(figures).items()} == {
        "A1 店": 2,
        "A2 店": 0,
        "B1 店": 1,
    }
    region = await overview(await client("regional"))
    assert (region["openTasks"], region["overdueTasks"]) == (2, 1)


async def test_a_warehouse_is_told_while_something_waits_there(admin: Client, org: Org, app_tx: AppTx) -> None:
    warehouse = await add_warehouse(admin, org.places["A"])
    assert [store["name"] for store in (await overview(admin))["stores"]] == ["A1 店", "A2 店", "B1 店"]
    async with app_tx(org) as tx:
        await tasks.open_task(tx, finding(org, tx, store_id=UUID(warehouse)))
    told = await overview(admin)
    assert [(store["name"], store["openTasks"]) for store in told["stores"] if store["openTasks"]] == [("浦东总仓", 1)]


async def test_availability_is_the_mean_of_what_was_read_for_sure(admin: Client, org: Org, app_tx: AppTx) -> None:
    async with app_tx(org) as tx:
        for store, facings, gaps, doubt in (("A1", 9, 1, None), ("A1", 5, 5, None), ("A2", 0, 9, "unsure")):
            photo = await expected_photo(tx, org.places[store], photos.Purpose.SHELF)
            await shelf_seen(tx, str(org.places[store]), str(photo), facings=facings, gaps=gaps, doubt=doubt)
    figures = await overview(admin)
    assert (figures["availability"], figures["availabilityChange"]) == (0.7, None)
    shown = {name: store["availability"] for name, store in by_name(figures).items()}
    assert shown["A1 店"] == pytest.approx(0.7)
    assert (shown["A2 店"], shown["B1 店"]) == (None, None)


async def test_stores_do_not_read_the_chains_overview(client: LogIn) -> None:
    for role in ("manager", "clerk"):
        assert (await (await client(role)).get("/api/overview")).status_code == 403, role
    for role in ("buyer", "finance", "hr"):
        assert len((await overview(await client(role)))["stores"]) == 3, role
