"""Planning, beginning and calling off visits, and who sees them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, events, photo
from tests.factories.organization import Org
from tests.inspections.conftest import plan


async def test_a_planned_visit_is_begun_by_its_inspector_and_shows_in_the_list(
    *,
    planner: Client,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    app_tx: AppTx,
) -> None:
    planned = (await plan(planner, org, checklist, today)).json()
    assert (planned["status"], planned["plannedFor"], planned["total"], planned["version"]) == ("planned", today, 5, 1)
    assert [answer["outcome"] for answer in planned["answers"]] == ["unanswered"] * 5
    listed = (await inspector.get("/api/inspections", scope="today", mine=True)).json()["items"]
    assert [(item["id"], item["storeName"]) for item in listed] == [(planned["id"], planned["storeName"])]
    begun = await inspector.post(f"/api/inspections/{planned['id']}/start", {})
    assert (begun.status_code, begun.json()["status"]) == (200, "started")
    again = await inspector.post(
        "/api/inspections", {"id": planned["id"], "storeId": planned["storeId"], "templateId": checklist["id"]}
    )
    assert (again.status_code, again.json()["status"]) == (201, "started")
    assert [event["planned"] for event in await events(app_tx, org, planned["id"], "started")] == [True]


async def test_somebody_elses_planned_visit_cannot_be_begun(
    planner: Client, org: Org, checklist: dict[str, Any], today: str
) -> None:
    planned = (await plan(planner, org, checklist, today)).json()
    assert (await planner.post(f"/api/inspections/{planned['id']}/start", {})).status_code == 403


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"plannedFor": "2020-01-01"}, "plannedFor"),
        ({"dueAt": "2020-01-01T00:00:00Z"}, "dueAt"),
        ({"templateId": str(uuid4())}, "templateId"),
        ({"inspectorId": "manager"}, "inspectorId"),
    ],
)
async def test_a_plan_that_cannot_be_kept_is_refused_by_field(
    *,
    planner: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    change: dict[str, str],
    field: str,
) -> None:
    if field == "inspectorId":
        change = {"inspectorId": str(org.accounts["manager"])}
    refused = await plan(planner, org, checklist, today, **change)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == [field]


async def test_another_regions_store_is_not_there(
    *,
    planner: Client,
    inspector: Client,
    client: LogIn,
    org: Org,
    checklist: dict[str, Any],
    today: str,
) -> None:
    b1 = str(org.places["B1"])
    assert (await plan(planner, org, checklist, today, store="B1")).status_code == 404
    begun = await inspector.post("/api/inspections", {"id": str(uuid4()), "storeId": b1, "templateId": checklist["id"]})
    assert begun.status_code == 404
    admin = await client("admin")
    theirs = await begin(admin, b1, checklist["id"])
    for path in (f"/api/inspections/{theirs.id}",):
        assert (await inspector.get(path)).status_code == 404
    assert (await Visit(inspector, await theirs.show()).put("tags", outcome="pass")).status_code == 404
    assert (await Visit(inspector, await theirs.show()).send(0)).status_code == 404
    assert (await inspector.get("/api/inspections", store=b1)).json()["items"] == []
    assert [item["id"] for item in (await admin.get("/api/inspections", store=b1)).json()["items"]] == [theirs.id]


async def test_the_manager_sees_the_visits_of_their_own_store_only(
    visit: Visit, inspector: Client, client: LogIn, org: Org, checklist: dict[str, Any]
) -> None:
    await begin(inspector, org.places["A2"], checklist["id"])
    manager = await client("manager")
    assert [item["id"] for item in (await manager.get("/api/inspections")).json()["items"]] == [visit.id]
    clerk = await client("clerk")
    assert [item["id"] for item in (await clerk.get("/api/inspections")).json()["items"]] == [visit.id]
    form = {"id": str(uuid4()), "storeId": visit.store_id, "templateId": checklist["id"]}
    assert (await manager.post("/api/inspections", form)).status_code == 403


async def test_a_visits_id_belongs_to_one_store(
    visit: Visit, inspector: Client, org: Org, checklist: dict[str, Any]
) -> None:
    form = {"id": visit.id, "storeId": str(org.places["A2"]), "templateId": checklist["id"]}
    refused = await inspector.post("/api/inspections", form)
    assert (refused.status_code, refused.json()["current"]["id"]) == (409, visit.id)
    own = await inspector.post("/api/inspections", {**form, "storeId": visit.store_id})
    assert (own.status_code, own.json()["startedAt"]) == (201, (await visit.show())["startedAt"])


async def test_lists_narrow_by_state_and_day_and_go_on_by_cursor(
    *,
    visit: Visit,
    planner: Client,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
) -> None:
    tomorrow = (datetime.fromisoformat(today) + timedelta(days=1)).date().isoformat()
    later = (await plan(planner, org, checklist, tomorrow)).json()["id"]
    done = await begin(inspector, org.places["A2"], checklist["id"])
    await done.client.post(f"/api/inspections/{done.id}/cancellation", {"reason": "停业"})

    async def ids(**params: Any) -> list[str]:
        return [item["id"] for item in (await inspector.get("/api/inspections", **params)).json()["items"]]

    assert await ids() == [later, done.id, visit.id]
    assert await ids(scope="today") == [done.id, visit.id]
    assert await ids(scope="open") == [later, visit.id]
    assert await ids(status="cancelled") == [done.id]
    assert await ids(store=visit.store_id, to=today) == [visit.id]
    assert await ids(**{"from": tomorrow}) == [later]
    first = (await inspector.get("/api/inspections", limit=2)).json()
    rest = (await inspector.get("/api/inspections", limit=2, cursor=first["next"])).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == [later, done.id, visit.id]
    assert rest["next"] is None
    # Of what is still to come the nearest is first, whenever it was planned, and pages go on from there.
    sooner = (await plan(planner, org, checklist, tomorrow)).json()["id"]
    farther = (datetime.fromisoformat(today) + timedelta(days=9)).date().isoformat()
    farthest = (await plan(planner, org, checklist, farther)).json()["id"]
    assert await ids(status="planned") == [later, sooner, farthest]
    near = (await inspector.get("/api/inspections", status="planned", limit=2)).json()
    far = (await inspector.get("/api/inspections", status="planned", limit=2, cursor=near["next"])).json()
    assert [[item["id"] for item in page["items"]] for page in (near, far)] == [[later, sooner], [farthest]]


async def test_only_the_inspector_calls_off_a_begun_visit_and_only_planners_a_planned_one(
    *,
    visit: Visit,
    planner: Client,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    app_tx: AppTx,
) -> None:
    planned = (await plan(planner, org, checklist, today)).json()["id"]
    reason = {"reason": "店面装修"}
    assert (await planner.post(f"/api/inspections/{visit.id}/cancellation", reason)).status_code == 403
    assert (await inspector.post(f"/api/inspections/{planned}/cancellation", reason)).status_code == 403
    assert (await planner.post(f"/api/inspections/{planned}/cancellation", reason)).json()["status"] == "cancelled"
    assert (await planner.post(f"/api/inspections/{planned}/cancellation", reason)).status_code == 200
    assert (await inspector.post(f"/api/inspections/{visit.id}/cancellation", reason)).json()["status"] == "cancelled"
    assert len(await events(app_tx, org, planned, "cancelled")) == 1
    assert (await visit.put("tags", outcome="pass")).status_code == 409
    assert (await inspector.post(f"/api/inspections/{planned}/start", {})).status_code == 409


async def test_a_scored_visit_cannot_be_called_off(sound_visit: Visit, client: LogIn) -> None:
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    await sound_visit.submit(4)
    admin = await client("admin")
    refused = await admin.post(f"/api/inspections/{sound_visit.id}/cancellation", {"reason": "x"})
    assert refused.status_code == 409


async def test_the_position_of_the_start_is_kept_with_its_datum(
    inspector: Client, org: Org, checklist: dict[str, Any], app_tx: AppTx
) -> None:
    position = {"lat": 31.23, "lng": 121.47, "accuracyM": 18.5, "datum": "GCJ02"}
    form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": checklist["id"], "position": position}
    assert (await inspector.post("/api/inspections", form)).status_code == 201
    async with app_tx(org) as tx:
        row = await tx.fetchrow(
            "SELECT position_lat, position_lng, position_accuracy_m, position_datum FROM inspection WHERE id = $1",
            form["id"],
        )
    assert row is not None
    assert tuple(row) == (31.23, 121.47, 18.5, "GCJ02")
