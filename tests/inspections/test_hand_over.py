"""A visit is given, taken over, moved and covered; whoever began it keeps it; both are told."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.plans import DAY, add_schedule, calendar, visits_of, weekly
from tests.factories.today import today


@pytest.fixture
async def planned(client: LogIn, org: Org, checklist: dict[str, Any]) -> dict[str, Any]:
    """A visit of the inspector's at A1, the day after tomorrow."""
    form = {
        "storeId": str(org.places["A1"]),
        "templateId": checklist["id"],
        "inspectorId": str(org.accounts["inspector"]),
        "plannedFor": today(2).isoformat(),
    }
    answer = await (await client("regional")).post("/api/inspection-plans", form)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def told(who: Client) -> list[str]:
    """Return the kinds of what stands in somebody's inbox."""
    return sorted(entry["kind"] for entry in (await who.get("/api/notifications")).json()["items"])


async def test_a_colleague_takes_a_visit_over_both_are_told_and_who_had_it_cannot_begin_it_any_more(
    planned: dict[str, Any], inspector: Client, client: LogIn, org: Org, run_jobs: JobRunner
) -> None:
    regional, manager = await client("regional"), await client("manager")
    path, me = f"/api/inspections/{planned['id']}/hand-over", str(org.accounts["regional"])
    taken = await regional.post(path, {"inspectorId": me, "ifVersion": 1})
    assert (taken.status_code, taken.json()["inspectorId"], taken.json()["version"]) == (200, me, 2)
    again = await regional.post(path, {"inspectorId": me, "ifVersion": 1})
    assert (again.status_code, again.json()["version"]) == (200, 2)
    stale = await inspector.post(path, {"inspectorId": str(org.accounts["inspector"]), "ifVersion": 1})
    assert (stale.status_code, stale.json()["current"]["version"]) == (409, 2)
    assert (await manager.post(path, {"inspectorId": me, "ifVersion": 2})).status_code == 403
    nobody = await regional.post(path, {"inspectorId": str(org.accounts["clerk"]), "ifVersion": 2})
    assert (nobody.status_code, nobody.json()["errors"][0]["field"]) == (422, "inspectorId")
    late = await inspector.post(f"/api/inspections/{planned['id']}/start", {})
    assert late.status_code == 403
    assert regional.me["account"]["name"] in late.json()["detail"]
    await run_jobs()
    assert "inspections.handed_over" in await told(inspector)
    assert await told(regional) == []


async def test_who_began_it_offline_before_it_was_handed_over_keeps_it(
    planned: dict[str, Any], inspector: Client, client: LogIn, org: Org
) -> None:
    regional, before = await client("regional"), datetime.now(UTC) - timedelta(minutes=30)
    path, me = f"/api/inspections/{planned['id']}", str(org.accounts["regional"])
    assert (await regional.post(f"{path}/hand-over", {"inspectorId": me, "ifVersion": 1})).status_code == 200
    begun = await inspector.post(f"{path}/start", {}, headers={"Storewalk-Occurred-At": before.isoformat()})
    assert (begun.status_code, begun.json()["inspectorId"]) == (200, str(org.accounts["inspector"]))
    assert (await regional.post(f"{path}/start", {})).status_code == 403
    closed = await regional.post(f"{path}/hand-over", {"inspectorId": me, "ifVersion": 3})
    assert closed.status_code == 409


async def test_a_visit_is_moved_in_its_window_and_not_into_the_past(
    inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any], run_jobs: JobRunner
) -> None:
    regional = await client("regional")
    start = today(1).isoformat()
    form = weekly(org, checklist["id"], timeFrom="09:30", timeUntil="11:00", rhythm="days", weekdays=[], every=30)
    await add_schedule(regional, {**form, "startsOn": start})
    await run_jobs()
    visit = visits_of(await calendar(regional, today(), today(9)))[0]
    path = f"/api/inspections/{visit['id']}/day"
    moved = await regional.put(path, {"day": today(4).isoformat(), "ifVersion": 1})
    assert moved.status_code == 200, moved.text
    for name in ("windowFrom", "dueAt"):
        shifted = datetime.fromisoformat(moved.json()[name]) - datetime.fromisoformat(visit[name])
        assert shifted == 3 * DAY
    past = await regional.put(path, {"day": today(-1).isoformat(), "ifVersion": 2})
    assert (past.status_code, past.json()["errors"][0]["field"]) == (422, "day")
    assert (await inspector.put(path, {"day": start, "ifVersion": 2})).status_code == 403
    # The day it was made for is not planned again.
    await run_jobs()
    assert [v["day"] for v in visits_of(await calendar(regional, today(), today(9), store=visit["storeId"]))] == [
        today(4).isoformat()
    ]


async def test_a_cover_takes_the_visits_planned_and_to_come_and_gives_back_what_has_not_begun(
    inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any], run_jobs: JobRunner
) -> None:
    regional = await client("regional")
    daily = weekly(org, checklist["id"], rhythm="days", weekdays=[], startsOn=today(1).isoformat(), aheadDays=5)
    await add_schedule(regional, daily)
    await run_jobs()
    away, stands_in = str(org.accounts["inspector"]), str(org.accounts["regional"])
    days = {"firstDay": today(1).isoformat(), "lastDay": today(2).isoformat()}
    cover = await regional.post("/api/inspection-covers", {"absentId": away, "coverId": stands_in, **days})
    assert (cover.status_code, cover.json()["visits"], cover.json()["left"]) == (201, 4, 0)
    double = await regional.post("/api/inspection-covers", {"absentId": away, "coverId": stands_in, **days})
    assert (double.status_code, double.json()["errors"][0]["field"]) == (422, "firstDay")
    more = await add_schedule(regional, {**daily, "name": "另一个"})
    await run_jobs()
    shown = visits_of(await calendar(regional, today(), today(9)))
    covered = {v["day"] for v in shown if v["inspectorId"] == stands_in}
    assert covered == {days["firstDay"], days["lastDay"]}
    assert sum(v["inspectorId"] == stands_in for v in shown) == 8
    assert more["id"]
    ended = await regional.post(f"/api/inspection-covers/{cover.json()['id']}/end")
    assert ended.status_code == 200
    assert [each["id"] for each in (await regional.get("/api/inspection-covers")).json()] == []
    back = visits_of(await calendar(regional, today(), today(9)))
    assert {v["inspectorId"] for v in back} == {away}
    await run_jobs()
    assert {"inspections.cover_set", "inspections.cover_ended"} <= set(await told(inspector))


async def test_a_days_route_begins_where_one_is_and_names_places_as_maps_draw_them(
    inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any], run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    for store, lat in (("A1", 31.30), ("A2", 31.20)):
        shown = (await admin.get(f"/api/stores/{org.places[store]}")).json()
        names = ("code", "name", "regionId", "legalEntityId", "status", "timeZone", "openingHours", "businessDayCut")
        form = {name: shown[name] for name in names}
        form |= {"position": {"lat": lat, "lng": 121.47, "datum": "GCJ02"}, "ifVersion": shown["version"]}
        assert (await admin.put(f"/api/stores/{shown['id']}", form)).status_code == 200
    day = today(1).isoformat()
    await add_schedule(admin, weekly(org, checklist["id"], rhythm="days", weekdays=[], every=40, startsOn=day))
    await run_jobs()
    route = (await inspector.get(f"/api/visit-routes/{day}", lat=31.19, lng=121.47, datum="GCJ02")).json()
    assert [stop["visit"]["storeName"] for stop in route["stops"]] == ["A2 店", "A1 店"]
    assert [round(stop["metres"], -2) for stop in route["stops"]] == [1100, 11100]
    assert route["stops"][0]["latGcj02"] == pytest.approx(31.20)
    assert route["metres"] == sum(stop["metres"] for stop in route["stops"])
