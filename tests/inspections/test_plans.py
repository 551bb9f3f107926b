"""Schedules make visits ahead, each once; a change touches only what has not begun; what is missed stays."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.core.tx import Tx
from storewalk.inspections.jobs import MarkMissed, run_mark_missed
from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, checkpoint, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.plans import (
    add_schedule,
    calendar,
    plan_night,
    planned_days,
    self_check,
    visits_of,
    weekly,
)
from tests.factories.tasks import finding
from tests.factories.today import today

COUNT = "SELECT count(*) FROM inspection WHERE org_id = :org AND schedule_id = :schedule"


async def scored(tx: Tx, org: Org, checklist: dict[str, Any], store: str, score: int) -> None:
    """Put a scored visit of yesterday's in."""
    await tx.session.execute(
        text(
            "INSERT INTO inspection (org_id, id, store_id, template_version_id, inspector_id, kind, status,"
            " business_date, day_from, day_until, unannounced, started_at, submitted_at, scored_at, score,"
            " asked_count, version) VALUES (:org, :id, :store, :version, :who, 'visit', 'scored', :day,"
            " now() - interval '2 days', now() - interval '1 day', false, now(), now(), now(), :score, 1, 1)"
        ),
        {"org": org.id, "id": uuid4(), "store": org.places[store], "version": UUID(checklist["versionId"]),
         "who": org.accounts["inspector"], "day": today(-1), "score": score},
    )  # fmt: skip


@pytest.fixture
async def regional(client: LogIn) -> Client:
    return await client("regional")


async def shift(app_tx: AppTx, org: Org, visit_id: str, days: int) -> None:
    """Let a planned visit have been days ago, as if the time had passed."""
    async with app_tx(org) as tx:
        await tx.session.execute(
            text(
                "UPDATE inspection SET business_date = business_date - CAST(:days AS int),"
                " day_from = day_from - CAST(:length AS interval), day_until = day_until - CAST(:length AS interval),"
                " due_at = due_at - CAST(:length AS interval), window_from = window_from - CAST(:length AS interval)"
                " WHERE org_id = :org AND id = :id"
            ),
            {"days": days, "length": timedelta(days=days), "org": org.id, "id": UUID(visit_id)},
        )


async def test_a_weekly_schedule_makes_each_visit_once_whoever_runs_it_and_a_missed_one_stays(
    *, regional: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner, platform: Platform, app_tx: AppTx,
    inspector: Client,
) -> None:  # fmt: skip
    schedule = await add_schedule(regional, weekly(org, checklist["id"], timeFrom="00:00", timeUntil="23:59"))
    await run_jobs()
    days = planned_days()
    shown = visits_of(await calendar(regional, today(), today(20)))
    assert sorted((v["day"], v["storeName"], v["inspectorId"]) for v in shown) == sorted(
        (day.isoformat(), store, str(org.accounts["inspector"])) for day in days for store in ("A1 店", "A2 店")
    )
    # Twice more, two at once, and after a restart: no visit is added, and the schedule says what there is.
    await asyncio.gather(plan_night(platform, org), plan_night(platform, org))
    await plan_night(platform, org)
    said = (await regional.get(f"/api/inspection-schedules/{schedule['id']}")).json()
    assert (said["planned"], said["missed"], said["version"]) == (2 * len(days), 0, 1)
    so_far = (await regional.get("/api/inspections", scope="soFar")).json()["items"]
    assert {(v["storeName"], v["plannedFor"]) for v in so_far} == {
        (store, today().isoformat()) for store in ("A1 店", "A2 店")
    }
    # One is made, one is missed: both stay in view, and the next ones are there still.
    first, second = (v for v in shown if v["day"] == today().isoformat())
    assert (await inspector.post(f"/api/inspections/{first['id']}/start", {})).status_code == 200
    await shift(app_tx, org, second["id"], 1)
    await run_mark_missed(JobContext(platform, org.id), MarkMissed())
    await plan_night(platform, org)
    week = await calendar(regional, today(-1), today(20))
    assert {v["id"]: v["status"] for v in visits_of(week)} == {
        **{v["id"]: "planned" for v in shown}, first["id"]: "started", second["id"]: "missed",
    }  # fmt: skip
    assert [day["missed"] for day in week["days"][:2]] == [1, 0]


async def test_a_change_fits_what_has_not_begun_and_pausing_calls_it_off(
    regional: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner, inspector: Client
) -> None:
    form = weekly(org, checklist["id"], timeFrom="00:00", timeUntil="23:59")
    schedule = await add_schedule(regional, form)
    await run_jobs()
    before = visits_of(await calendar(regional, today(), today(20)))
    begun = next(v for v in before if v["day"] == today().isoformat() and v["storeName"] == "A1 店")
    await inspector.post(f"/api/inspections/{begun['id']}/start", {})
    path = f"/api/inspection-schedules/{schedule['id']}"
    stale = await regional.put(path, {**form, "ifVersion": 9})
    assert (stale.status_code, stale.json()["current"]["version"]) == (409, 1)
    # Only A1, by the regional manager, in the evening: A2's are called off, A1's keep their ids, the begun one stays.
    me = str(org.accounts["regional"])
    changed = {**form, "regionIds": [], "storeIds": [str(org.places["A1"])], "assignee": "person", "roleCode": None}
    changed |= {"inspectorId": me, "timeFrom": "18:00", "timeUntil": "23:59", "ifVersion": 1}
    assert (await regional.put(path, changed)).status_code == 200
    await run_jobs()
    after = visits_of(await calendar(regional, today(), today(20)))
    kept = {v["id"] for v in before if v["storeName"] == "A1 店"}
    assert {v["id"] for v in after} == kept
    assert {v["inspectorId"] for v in after if v["id"] != begun["id"]} == {me}
    assert next(v for v in after if v["id"] == begun["id"])["inspectorId"] == str(org.accounts["inspector"])
    paused = await regional.post(f"{path}/pause", {"ifVersion": 2})
    assert (paused.status_code, paused.json()["planned"]) == (200, 0)
    await run_jobs()
    assert [v["id"] for v in visits_of(await calendar(regional, today(), today(20)))] == [begun["id"]]
    assert (await regional.post(f"{path}/resumption", {"ifVersion": 3})).status_code == 200
    await run_jobs()
    assert len(visits_of(await calendar(regional, today(), today(20)))) == len(planned_days())


async def test_stores_see_nothing_of_an_unannounced_visit_before_it_begins(
    *, app: Any, regional: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner, client: LogIn,
    inspector: Client,
) -> None:  # fmt: skip
    schedule = await add_schedule(regional, weekly(org, checklist["id"], unannounced=True))
    await run_jobs()
    hidden = visits_of(await calendar(inspector, today(), today(20)))
    assert len(hidden) == 2 * len(planned_days())
    secrets = {schedule["id"], *(v["id"] for v in hidden)}
    store_id, first = str(org.places["A1"]), next(v["id"] for v in hidden if v["storeName"] == "A1 店")
    dates = {"from": today().isoformat(), "to": today(20).isoformat(), "store": store_id}
    paths = app.openapi_schema.to_schema()["paths"]
    asked = 0
    for role in ("manager", "clerk"):
        theirs = await client(role)
        for path in (p for p, methods in paths.items() if "get" in methods and "{" not in p and p != "/api/live"):
            answer = await theirs.get(path, **dates)
            asked += answer.status_code == 200
            assert not any(secret in answer.text for secret in secrets), path
        for path in (f"/api/inspections/{first}", f"/api/inspection-schedules/{schedule['id']}"):
            assert (await theirs.get(path)).status_code in {403, 404}
    assert asked > 20
    begun = await inspector.post(f"/api/inspections/{first}/start", {})
    assert begun.status_code == 200
    manager = await client("manager")
    assert [v["id"] for v in (await manager.get("/api/inspections")).json()["items"]] == [first]


async def test_any_clerk_takes_the_stores_own_check_and_a_drawn_one_is_looked_at_again(
    *, regional: Client, org: Org, run_jobs: JobRunner, client: LogIn, platform: Platform, inspector: Client,
) -> None:  # fmt: skip
    short = await publish(regional, template([checkpoint("floor")]))
    form = self_check(org, short["id"], samplePercent=100, storeIds=[str(org.places["A1"])], regionIds=[])
    await add_schedule(regional, form)
    await run_jobs()
    clerk, manager = await client("clerk"), await client("manager")
    [mine, *_] = sorted((await clerk.get("/api/sync")).json()["visits"], key=lambda visit: visit["plannedFor"])
    assert (mine["kind"], mine["inspectorId"], mine["plannedFor"]) == ("selfCheck", None, today().isoformat())
    assert (await inspector.get("/api/sync")).json()["visits"] == []
    answer = await clerk.post(f"/api/inspections/{mine['id']}/start", {})
    assert (answer.status_code, answer.json()["inspectorName"]) == (200, answer.json()["inspectorName"])
    check = Visit(clerk, answer.json())
    late = await manager.post(f"/api/inspections/{mine['id']}/start", {})
    assert (late.status_code, clerk.me["account"]["name"] in late.json()["detail"]) == (403, True)
    await check.answer("floor", outcome="pass")
    assert (await check.submit(1))["score"] == 100
    await plan_night(platform, org)
    await plan_night(platform, org)
    again = [v for v in (await inspector.get("/api/inspections")).json()["items"] if v["reinspectsId"]]
    assert [(v["reinspectsId"], v["plannedFor"], v["unannounced"]) for v in again] == [
        (mine["id"], today(1).isoformat(), True)
    ]
    assert mine["id"] not in (await manager.get("/api/inspections", status="planned")).text


async def test_low_scores_and_critical_tasks_are_due_sooner_one_visit_at_a_time(
    *, regional: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner, app_tx: AppTx, platform: Platform
) -> None:
    bands = [{"below": 70, "days": 7}, {"below": 85, "days": 14}, {"days": 30}]
    async with app_tx(org) as tx:
        await open_task(tx, finding(org, tx, fault_key="fridge", critical=True))
        for store, score in (("A1", 95), ("A2", 80)):
            await scored(tx, org, checklist, store, score)
    await add_schedule(regional, weekly(org, checklist["id"], rhythm="risk", weekdays=[], bands=bands, aheadDays=30))
    await run_jobs()
    await plan_night(platform, org)
    shown = visits_of(await calendar(regional, today(1), today(30)))
    assert {(v["storeName"], v["day"]) for v in shown} == {
        ("A1 店", today(6).isoformat()), ("A2 店", today(13).isoformat()),
    }  # fmt: skip


async def test_a_visit_by_risk_comes_forward_once_its_stores_score_has_fallen_and_its_inspector_is_told(
    *, regional: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner, app_tx: AppTx, platform: Platform
) -> None:
    bands = [{"below": 70, "days": 7}, {"days": 20}]
    async with app_tx(org) as tx:
        for store in ("A1", "A2"):
            await scored(tx, org, checklist, store, 90)
    await add_schedule(regional, weekly(org, checklist["id"], rhythm="risk", weekdays=[], bands=bands, aheadDays=30))
    await run_jobs()
    first, last = today(1), today(30)
    before = {v["storeName"]: v for v in visits_of(await calendar(regional, first, last))}
    assert {v["day"] for v in before.values()} == {today(19).isoformat()}
    async with app_tx(org) as tx:
        for store in ("A1", "A2"):
            await scored(tx, org, checklist, store, 50)
    day = today(25).isoformat()
    moved = {"day": day, "ifVersion": 1}
    assert (await regional.put(f"/api/inspections/{before['A2 店']['id']}/day", moved)).status_code == 200
    await plan_night(platform, org)
    await plan_night(platform, org)
    after = {v["storeName"]: v for v in visits_of(await calendar(regional, first, last))}
    assert {name: (v["id"], v["day"]) for name, v in after.items()} == {
        "A1 店": (before["A1 店"]["id"], today(6).isoformat()), "A2 店": (before["A2 店"]["id"], day),
    }  # fmt: skip
    async with app_tx(org) as tx:
        told = await tx.fetch(
            "SELECT payload->>'to_date' FROM event WHERE org_id = $1 AND kind = 'inspections.moved' ORDER BY 1", org.id
        )
    assert [row[0] for row in told] == [today(6).isoformat(), day]


async def test_closed_days_and_shops_without_anybody_are_left_out_with_a_word_why(
    client: LogIn, org: Org, checklist: dict[str, Any], run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    store = (await admin.get(f"/api/stores/{org.places['A1']}")).json()
    closed = today(1).isoweekday()
    hours = [{"weekday": n, "opens": "08:00", "closes": "20:00"} for n in range(1, 8) if n != closed]
    names = ("code", "name", "regionId", "legalEntityId", "status", "timeZone", "position", "businessDayCut")
    form = {name: store[name] for name in names} | {"openingHours": hours, "ifVersion": store["version"]}
    assert (await admin.put(f"/api/stores/{store['id']}", form)).status_code == 200
    everywhere = weekly(org, checklist["id"], regionIds=[], rhythm="days", weekdays=[], aheadDays=1)
    await add_schedule(admin, {**everywhere, "startsOn": today(1).isoformat(), "aheadDays": 2})
    await run_jobs()
    day = (await calendar(admin, today(1), today(1)))["days"][0]
    assert [v["storeName"] for v in day["visits"]] == ["A2 店"]
    assert {skip["why"]: skip["stores"] for skip in day["skipped"]} == {"closedThatDay": 1, "nobody": 1}


async def test_a_schedule_that_does_not_fit_together_is_refused_by_field_and_beyond_ones_scope_there_is_none(
    regional: Client, org: Org, checklist: dict[str, Any], client: LogIn
) -> None:
    faulty = weekly(
        org, checklist["id"], weekdays=[], roleCode=None, timeFrom="08:00", endsOn="2020-01-01", samplePercent=5,
        bands=[{"days": 3}],
    )  # fmt: skip
    answer = await regional.post("/api/inspection-schedules", faulty)
    assert answer.status_code == 422
    assert {each["field"] for each in answer.json()["errors"]} == {
        "weekdays", "roleCode", "timeUntil", "endsOn", "samplePercent", "bands",
    }  # fmt: skip
    for places, field in (({"regionIds": [str(org.places["B"])]}, "regionIds[0]"), ({"regionIds": []}, "regionIds")):
        answer = await regional.post("/api/inspection-schedules", weekly(org, checklist["id"], **places))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    admin = await client("admin")
    theirs = await add_schedule(admin, weekly(org, checklist["id"], regionIds=[str(org.places["B"])]))
    path = f"/api/inspection-schedules/{theirs['id']}"
    assert (await regional.get(path)).status_code == 404
    assert (await regional.post(f"{path}/pause", {"ifVersion": 1})).status_code == 404
    both = [str(org.places[region]) for region in "AB"]
    shared = await add_schedule(admin, weekly(org, checklist["id"], regionIds=both))
    whole = await add_schedule(admin, weekly(org, checklist["id"], regionIds=[]))
    listed = (await regional.get("/api/inspection-schedules")).json()["items"]
    assert [(each["id"], each["mayEdit"]) for each in listed] == [(whole["id"], False), (shared["id"], False)]
    assert (await admin.get(f"/api/inspection-schedules/{shared['id']}")).json()["mayEdit"] is True


async def test_a_shop_of_a_kind_that_the_checklist_is_not_for_gets_no_visits(
    *, regional: Client, org: Org, run_jobs: JobRunner, app_tx: AppTx
) -> None:
    async with app_tx(org) as tx:
        change = text("UPDATE store SET format = 'bakery' WHERE id = :id")
        await tx.session.execute(change, {"id": org.places["A1"]})
    kitchen = await publish(regional, template([checkpoint("kitchen")], formats=["restaurant"]))
    await add_schedule(regional, weekly(org, kitchen["id"], aheadDays=2))
    await run_jobs()
    shown = visits_of(await calendar(regional, today(), today(6)))
    assert [v["storeName"] for v in shown] == ["A2 店"]  # which is of no kind in particular
