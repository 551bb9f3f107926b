"""Stores, regions and legal entities over the API."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from storewalk.core.platform import Platform
from storewalk.stores import api as stores
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org, found_organization

HOURS = [{"weekday": day, "opens": "10:00", "closes": "02:00"} for day in range(1, 8)]
POSITION = {"lat": 31.17530398364597, "lng": 121.531541859215, "datum": "GCJ02"}


def form(org: Org, **changes: Any) -> dict[str, Any]:
    return {
        "code": "A3",
        "name": "人民路店",
        "regionId": str(org.places["A"]),
        "status": "open",
        "timeZone": "Asia/Shanghai",
        "position": POSITION,
        "openingHours": HOURS,
        "businessDayCut": "04:00",
        **changes,
    }


def codes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["code"] for item in answer.json()["items"]]


async def test_a_store_is_read_back_as_it_was_added_its_datum_kept(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    added = await admin.post("/api/stores", form(org))
    assert added.status_code == 201, added.text
    store = (await admin.get(f"/api/stores/{added.json()['id']}")).json()
    assert store == {
        "id": added.json()["id"],
        "kind": "store",
        "code": "A3",
        "name": "人民路店",
        "regionId": str(org.places["A"]),
        "regionName": "A 区",
        "legalEntityId": None,
        "legalEntityName": None,
        "status": "open",
        "format": None,
        "timeZone": "Asia/Shanghai",
        "position": POSITION,
        "openingHours": HOURS,
        "businessDayCut": "04:00",
        "version": 1,
    }


async def test_an_inspector_sees_the_stores_of_her_region_and_no_others(client: LogIn, org: Org) -> None:
    inspector = await client("inspector")
    assert codes(await inspector.get("/api/stores")) == ["A1", "A2"]
    assert (await inspector.get(f"/api/stores/{org.places['A2']}")).status_code == 200
    outside = await inspector.get(f"/api/stores/{org.places['B1']}")
    unknown = await inspector.get(f"/api/stores/{uuid4()}")
    assert (outside.status_code, unknown.status_code) == (404, 404)
    assert outside.json()["detail"] == unknown.json()["detail"]


async def test_a_manager_sees_her_own_store_only(client: LogIn) -> None:
    manager = await client("manager")
    assert codes(await manager.get("/api/stores")) == ["A1"]
    regions = (await manager.get("/api/regions")).json()["items"]
    assert {(region["name"], region["storeCount"]) for region in regions} == {("A 区", 1), ("B 区", 0)}


async def test_pages_follow_each_other_without_gap_or_repeat(client: LogIn) -> None:
    admin = await client("admin")
    first = await admin.get("/api/stores", limit=2)
    rest = await admin.get("/api/stores", limit=2, cursor=first.json()["next"])
    assert (codes(first), codes(rest), rest.json()["next"]) == (["A1", "A2"], ["B1"], None)


async def test_a_region_takes_in_the_regions_below_it(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    below = (await admin.post("/api/regions", {"name": "A 南", "parentId": str(org.places["A"])})).json()
    await admin.post("/api/stores", form(org, regionId=below["id"]))
    assert codes(await admin.get("/api/stores", region=org.places["A"])) == ["A1", "A2", "A3"]
    assert codes(await admin.get("/api/stores", region=below["id"])) == ["A3"]
    assert codes(await (await client("inspector")).get("/api/stores")) == ["A1", "A2", "A3"]


async def test_a_store_is_found_by_the_beginning_of_its_name_code_or_pinyin(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    await admin.post("/api/stores", form(org, code="SH-0012"))
    for typed in ("人民", "rml", "RMLD", "sh-00", "SH-0012"):
        assert codes(await admin.get("/api/stores", q=typed)) == ["SH-0012"], typed
    for typed in ("民路", "0012", "%", "人民路店铺"):
        assert codes(await admin.get("/api/stores", q=typed)) == [], typed


async def test_a_code_is_a_store_of_its_organization_only(client: LogIn, org: Org, platform: Platform) -> None:
    admin = await client("admin")
    other = await found_organization(platform, 9001)
    taken = await admin.post("/api/stores", form(org, code="A1"))
    assert taken.status_code == 422
    assert taken.json()["errors"] == [{"field": "code", "message": "门店编码 A1 已被使用。"}]
    assert codes(await admin.get("/api/stores")) == ["A1", "A2", "B1"]
    assert (await admin.get(f"/api/stores/{other.places['A1']}")).status_code == 404
    assert codes(await admin.get("/api/stores", region=other.places["A"])) == []


async def test_every_field_that_breaks_a_rule_is_named(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    overlapping = [*HOURS, {"weekday": 2, "opens": "01:00", "closes": "03:00"}]
    refused = await admin.post(
        "/api/stores", form(org, timeZone="Asia/Shanghaj", openingHours=overlapping, legalEntityId=str(uuid4()))
    )
    assert refused.status_code == 422
    assert [fault["field"] for fault in refused.json()["errors"]] == ["timeZone", "openingHours", "legalEntityId"]


async def test_a_change_names_the_version_it_saw_and_the_loser_sees_both(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    store = (await admin.post("/api/stores", form(org))).json()
    won = await admin.put(f"/api/stores/{store['id']}", form(org, name="人民广场店", ifVersion=1))
    lost = await admin.put(f"/api/stores/{store['id']}", form(org, name="外滩店", ifVersion=1))
    assert (won.status_code, won.json()["version"]) == (200, 2)
    assert (lost.status_code, lost.json()["code"]) == (409, "version_conflict")
    assert (lost.json()["current"]["name"], lost.json()["current"]["version"]) == ("人民广场店", 2)


async def test_a_store_that_moves_to_another_region_changes_hands(client: LogIn, org: Org) -> None:
    admin, inspector = await client("admin"), await client("inspector")
    store = (await admin.post("/api/stores", form(org))).json()
    assert "A3" in codes(await inspector.get("/api/stores"))
    moved = await admin.put(
        f"/api/stores/{store['id']}", form(org, regionId=str(org.places["B"]), ifVersion=store["version"])
    )
    assert moved.json()["regionName"] == "B 区"
    assert (await inspector.get(f"/api/stores/{store['id']}")).status_code == 404
    assert "A3" not in codes(await inspector.get("/api/stores"))


async def test_only_head_office_may_change_a_store(client: LogIn, org: Org) -> None:
    path = f"/api/stores/{org.places['A1']}"
    for role in ("inspector", "manager", "regional", "buyer", "finance", "hr", "clerk"):
        assert (await (await client(role)).put(path, form(org, ifVersion=1))).status_code == 403, role


async def test_a_cut_changes_from_tomorrow_and_never_in_the_past(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    store = (await admin.post("/api/stores", form(org))).json()
    path = f"/api/stores/{store['id']}"
    past = await admin.put(path, form(org, businessDayCut="00:00", dayCutFrom="2026-01-01", ifVersion=1))
    assert past.status_code == 422
    assert past.json()["errors"][0]["field"] == "dayCutFrom"
    changed = await admin.put(path, form(org, businessDayCut="02:00", ifVersion=1))
    assert (changed.json()["businessDayCut"], changed.json()["version"]) == ("04:00", 2)
    async with app_tx(org) as tx:
        clock = await stores.store_clock(tx, UUID(store["id"]))
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).astimezone(clock.zone).date()
    begins, ends = clock.day(tomorrow)
    assert begins.astimezone(clock.zone).hour == 2
    assert ends - begins == timedelta(hours=24)
    assert [cut.cut.hour for cut in clock.cuts] == [4, 2]


async def test_renaming_a_store_leaves_the_cut_planned_for_tomorrow(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    store = (await admin.post("/api/stores", form(org))).json()
    path = f"/api/stores/{store['id']}"
    planned = (await admin.put(path, form(org, businessDayCut="02:00", ifVersion=1))).json()
    renamed = await admin.put(path, form(org, name="外滩店", businessDayCut=planned["businessDayCut"], ifVersion=2))
    assert renamed.json()["name"] == "外滩店"
    async with app_tx(org) as tx:
        clock = await stores.store_clock(tx, UUID(store["id"]))
    assert [cut.cut.hour for cut in clock.cuts] == [4, 2]


async def test_a_store_changes_its_owner_on_a_day(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    owners = (await admin.get("/api/legal-entities")).json()["items"]
    entity = {"kind": "franchisee", "name": "李记加盟店", "creditCode": "914403001922038216"}
    franchisee = (await admin.post("/api/legal-entities", entity)).json()
    store = (await admin.post("/api/stores", form(org, legalEntityId=owners[0]["id"]))).json()
    assert store["legalEntityName"] == owners[0]["name"]
    path = f"/api/stores/{store['id']}"
    later = await admin.put(path, form(org, legalEntityId=franchisee["id"], ifVersion=1))
    assert later.json()["legalEntityName"] == owners[0]["name"]
    dated = form(org, legalEntityId=franchisee["id"], entityFrom="2026-06-01", ifVersion=2)
    assert (await admin.put(path, dated)).json()["legalEntityName"] == "李记加盟店"


async def test_a_credit_code_is_checked_and_belongs_to_one_entity(client: LogIn) -> None:
    admin = await client("admin")
    entity = {"kind": "branch", "name": "华东分公司", "creditCode": "91330100799655058A"}
    wrong = await admin.post("/api/legal-entities", entity)
    right = await admin.post("/api/legal-entities", {**entity, "creditCode": "91330100799655058B"})
    again = await admin.post("/api/legal-entities", {**entity, "creditCode": "91330100799655058B"})
    assert (wrong.status_code, right.status_code, again.status_code) == (422, 201, 422)
    assert wrong.json()["errors"][0]["field"] == again.json()["errors"][0]["field"] == "creditCode"


async def test_a_renamed_region_names_its_stores_anew_and_its_place_too(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    path = f"/api/regions/{org.places['A']}"
    renamed = await admin.put(path, {"name": "浦东", "parentId": None, "ifVersion": 1})
    assert renamed.json() == {
        "id": str(org.places["A"]), "parentId": None, "name": "浦东", "storeCount": 2, "version": 2,
    }  # fmt: skip
    assert (await admin.get(f"/api/stores/{org.places['A1']}")).json()["regionName"] == "浦东"
    nodes = {node["id"]: node["name"] for node in (await admin.get("/api/scope-nodes")).json()["items"]}
    assert nodes[str(org.places["A"])] == "浦东"
    lost = await admin.put(path, {"name": "浦西", "parentId": None, "ifVersion": 1})
    assert (lost.status_code, lost.json()["current"]["name"]) == (409, "浦东")


async def test_a_region_that_moves_takes_its_regions_stores_and_scopes_along(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin, inspector = await client("admin"), await client("inspector")
    south = (await admin.post("/api/regions", {"name": "B 南", "parentId": str(org.places["B"])})).json()
    await admin.post("/api/stores", form(org, regionId=south["id"]))
    async with app_tx(org) as tx:
        since = tx.now
    move = {"name": "B 区", "parentId": str(org.places["A"]), "ifVersion": 1}
    moved = await admin.put(f"/api/regions/{org.places['B']}", move)
    assert (moved.status_code, moved.json()["parentId"]) == (200, str(org.places["A"]))
    assert codes(await inspector.get("/api/stores")) == ["A1", "A2", "B1", "A3"]
    assert codes(await admin.get("/api/stores", region=org.places["A"])) == ["A1", "A2", "B1", "A3"]
    async with app_tx(org) as tx:
        assert {each.code for each in await stores.changed_since(tx, since)} == {"B1", "A3"}
    back = {"name": "B 区", "parentId": None, "ifVersion": 2}
    assert (await admin.put(f"/api/regions/{org.places['B']}", back)).status_code == 200
    assert codes(await inspector.get("/api/stores")) == ["A1", "A2"]


async def test_a_region_is_refused_a_taken_name_an_unknown_parent_and_one_below_itself(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    below = (await admin.post("/api/regions", {"name": "A 南", "parentId": str(org.places["A"])})).json()
    path = f"/api/regions/{org.places['A']}"
    for change, field in (
        ({"name": "B 区", "parentId": None}, "name"),
        ({"name": "A 区", "parentId": str(uuid4())}, "parentId"),
        ({"name": "A 区", "parentId": below["id"]}, "parentId"),
        ({"name": "A 区", "parentId": str(org.places["A"])}, "parentId"),
    ):
        refused = await admin.put(path, {**change, "ifVersion": 1})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), change
    regions = {region["name"]: region for region in (await admin.get("/api/regions")).json()["items"]}
    assert (regions["A 区"]["parentId"], regions["A 区"]["version"]) == (None, 1)
    assert (
        await admin.put(f"/api/regions/{uuid4()}", {"name": "C", "parentId": None, "ifVersion": 1})
    ).status_code == 404


async def test_two_regions_that_move_below_each_other_at_once_make_no_circle(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    a, b = str(org.places["A"]), str(org.places["B"])
    answers = await asyncio.gather(
        admin.put(f"/api/regions/{a}", {"name": "A 区", "parentId": b, "ifVersion": 1}),
        admin.put(f"/api/regions/{b}", {"name": "B 区", "parentId": a, "ifVersion": 1}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 422]
    assert codes(await admin.get("/api/stores")) == ["A1", "A2", "B1"]


async def test_a_phone_fetches_only_the_stores_that_changed(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    async with app_tx(org) as tx:
        everything = await stores.changed_since(tx, None)
        since = tx.now
    store = (await admin.get(f"/api/stores/{org.places['A2']}")).json()
    change = form(org, code="A2", name="A2 新店", position=None, businessDayCut="00:00", ifVersion=store["version"])
    assert (await admin.put(f"/api/stores/{store['id']}", change)).status_code == 200
    async with app_tx(org) as tx:
        changed = await stores.changed_since(tx, since)
    assert [each.code for each in everything] == ["A1", "A2", "B1"]
    assert [each.name for each in changed] == ["A2 新店"]


async def test_a_store_change_keeps_old_and_new_in_the_audit(client: LogIn, org: Org) -> None:
    admin = await client("admin")
    store = (await admin.post("/api/stores", form(org))).json()
    await admin.put(f"/api/stores/{store['id']}", form(org, name="外滩店", businessDayCut="05:00", ifVersion=1))
    entries = (await admin.get("/api/audit", subject=store["id"])).json()["items"]
    newest = next(entry for entry in entries if entry["kind"] == "stores.store_changed")
    changes = {(c["table"], c["field"]): (c["old"], c["new"]) for c in newest["changes"]}
    assert changes["store", "name"] == ("人民路店", "外滩店")
    assert changes["store_day_cut", "cut"] == (None, "05:00:00")
    assert ("store", "code") not in changes
