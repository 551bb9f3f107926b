"""How somebody came to a store: by their position or by the store's code; nothing keeps a visit from beginning."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from storewalk.stores.api import Datum, Position, to_bd09, to_gcj02
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org

HERE = Position(lat=31.2304, lng=121.4737)
DEGREE_M = 111_195.0


def north(metres: float, accuracy_m: float | None = 20) -> dict[str, Any]:
    """Return where a phone is that stands so far north of the store."""
    return {"lat": HERE.lat + metres / DEGREE_M, "lng": HERE.lng, "datum": "WGS84", "accuracyM": accuracy_m}


@pytest.fixture
async def admin(client: LogIn) -> Client:
    return await client("admin")


async def place(admin: Client, store_id: str, at: Position) -> None:
    """Say where a store is."""
    store = (await admin.get(f"/api/stores/{store_id}")).json()
    form = {name: store[name] for name in ("code", "name", "regionId", "status", "timeZone", "openingHours")}
    position = {"lat": at.lat, "lng": at.lng, "datum": at.datum}
    answer = await admin.put(f"/api/stores/{store_id}", {**form, "position": position, "ifVersion": store["version"]})
    assert answer.status_code == 200, answer.text


async def code_of(admin: Client, store_id: str) -> str:
    answer = await admin.get(f"/api/stores/{store_id}/check-in-code")
    assert answer.status_code == 200, answer.text
    return answer.json()["text"]


@pytest.fixture
async def store(admin: Client, org: Org) -> str:
    """Store A1, whose position is known as Amap shows it."""
    store_id = str(org.places["A1"])
    await place(admin, store_id, to_gcj02(HERE))
    return store_id


async def begun(
    inspector: Client, store_id: str, checklist: dict[str, Any], *, at: datetime | None = None, **said: Any
) -> dict[str, Any]:
    """Begin a visit, which is accepted, and return how it was checked in."""
    form = {"id": str(uuid4()), "storeId": store_id, "templateId": checklist["id"], **said}
    headers = {} if at is None else {"Storewalk-Occurred-At": at.isoformat()}
    answer = await inspector.post("/api/inspections", form, headers=headers)
    assert answer.status_code == 201, answer.text
    assert answer.json()["status"] == "started"
    return answer.json()["checkIn"]


async def test_a_position_at_the_store_is_enough_in_whichever_datum_the_store_is_kept(
    inspector: Client, admin: Client, store: str, checklist: dict[str, Any]
) -> None:
    found = await begun(inspector, store, checklist, position=north(150))
    assert found == {
        "way": "position",
        "flag": None,
        "distanceM": 150,
        "accuracyM": 20,
        "nearM": 200,
        "code": None,
        "reason": None,
        "note": "",
    }
    await place(admin, store, to_bd09(HERE))
    assert (await begun(inspector, store, checklist, position=north(150)))["distanceM"] == 150
    baidu = to_bd09(HERE)
    read_as_gps = {"lat": baidu.lat, "lng": baidu.lng, "datum": Datum.WGS84, "accuracyM": 20}
    assert (await begun(inspector, store, checklist, position=read_as_gps))["flag"] == "far"


@pytest.mark.parametrize(
    ("position", "found"),
    [
        (north(215), ("position", None, 215)),
        (north(230), ("neither", "far", 230)),
        (north(150, None), ("position", None, 150)),
        (north(150, 900), ("neither", "vague", 150)),
        (north(5_000, 900), ("neither", "far", 5_000)),
        (None, ("neither", "noFix", None)),
    ],
)
async def test_a_far_vague_or_missing_position_begins_the_visit_and_is_flagged(
    inspector: Client, store: str, checklist: dict[str, Any], position: Any, found: tuple[str, str | None, int | None]
) -> None:
    shown = await begun(inspector, store, checklist, position=position)
    assert (shown["way"], shown["flag"], shown["distanceM"]) == found


async def test_the_stores_code_stands_in_for_a_poor_position_with_the_reason_beside_it(
    inspector: Client, admin: Client, store: str, checklist: dict[str, Any]
) -> None:
    said = {"code": await code_of(admin, store), "reason": "indoors", "note": " 地下一层 "}
    found = await begun(inspector, store, checklist, position=north(150, 900), checkIn=said)
    assert (found["way"], found["flag"], found["code"]) == ("storeCode", "vague", "valid")
    assert (found["reason"], found["note"]) == ("indoors", "地下一层")


async def test_another_stores_code_a_made_up_one_and_nonsense_are_wrong_and_block_nothing(
    inspector: Client, admin: Client, store: str, org: Org, checklist: dict[str, Any]
) -> None:
    good = await code_of(admin, store)
    elsewhere = await code_of(admin, str(org.places["A2"]))
    swapped = f"{good[:37]}{elsewhere[37:]}"
    for code in (elsewhere, swapped, "6901234567892"):
        found = await begun(inspector, store, checklist, checkIn={"code": code})
        assert (found["way"], found["flag"], found["code"]) == ("neither", "noFix", "wrong")


async def test_a_renewed_code_makes_the_old_poster_worthless_but_not_what_was_scanned_before(
    inspector: Client, admin: Client, store: str, checklist: dict[str, Any]
) -> None:
    old = await code_of(admin, store)
    version = (await admin.get(f"/api/stores/{store}")).json()["version"]
    renewed = await admin.post(f"/api/stores/{store}/check-in-code/renewal", {"ifVersion": version})
    assert renewed.status_code == 200, renewed.text
    new = await code_of(admin, store)
    assert new != old
    assert new not in renewed.text
    again = await admin.post(f"/api/stores/{store}/check-in-code/renewal", {"ifVersion": version})
    assert (again.status_code, again.json()["current"]["version"]) == (409, version + 1)
    former = await begun(inspector, store, checklist, checkIn={"code": old})
    assert (former["way"], former["code"]) == ("neither", "former")
    earlier = datetime.now(UTC) - timedelta(hours=2)
    offline = await begun(inspector, store, checklist, at=earlier, checkIn={"code": old})
    assert (offline["way"], offline["code"]) == ("storeCode", "valid")
    assert (await begun(inspector, store, checklist, checkIn={"code": new}))["code"] == "valid"


async def test_codes_are_shown_to_those_who_hang_up_posters_and_renewed_by_those_who_change_stores(
    client: LogIn, inspector: Client, store: str, org: Org
) -> None:
    manager, other = await client("manager"), str(org.places["A2"])
    path = "/api/stores/{}/check-in-code"
    assert (await manager.get(path.format(store))).status_code == 200
    assert (await manager.get(path.format(other))).status_code == 404
    assert (await manager.get(path.format(uuid4()))).status_code == 404
    assert (await manager.post(f"{path.format(store)}/renewal", {"ifVersion": 1})).status_code == 403
    assert (await inspector.get(path.format(store))).status_code == 403
    shown = await manager.get(f"/api/stores/{store}")
    assert not [name for name in shown.json() if "checkIn" in name]


async def test_a_store_of_unknown_place_says_so_and_a_second_beginning_changes_nothing(
    client: LogIn, inspector: Client, org: Org, checklist: dict[str, Any], *, today: str
) -> None:
    form = {
        "storeId": str(org.places["A2"]),
        "templateId": checklist["id"],
        "inspectorId": str(org.accounts["inspector"]),
        "plannedFor": today,
    }
    planned = (await (await client("regional")).post("/api/inspection-plans", form)).json()
    assert planned["checkIn"] is None
    path = f"/api/inspections/{planned['id']}/start"
    first = (await inspector.post(path, {"position": north(0)})).json()
    assert (first["checkIn"]["way"], first["checkIn"]["flag"]) == ("neither", "storeUnplaced")
    again = await inspector.post(path, {"checkIn": {"reason": "other", "note": "再来"}})
    assert again.json()["checkIn"] == first["checkIn"]


async def test_an_organization_says_how_near_is_at_the_store_and_how_many_visits_fill_a_day(
    admin: Client, client: LogIn, inspector: Client, store: str, checklist: dict[str, Any]
) -> None:
    path = "/api/inspection-rule"
    assert (await inspector.get(path)).json() == {"visitsADay": 4, "nearM": 200}
    earlier = await begun(inspector, store, checklist, position=north(300))
    answer = await admin.put(path, {"visitsADay": 6, "nearM": 500})
    assert (answer.status_code, answer.json()) == (200, {"visitsADay": 6, "nearM": 500})
    assert (await (await client("regional")).put(path, {"visitsADay": 5, "nearM": 500})).status_code == 403
    assert (await admin.put(path, {"visitsADay": 0, "nearM": 500})).status_code == 400
    later = await begun(inspector, store, checklist, position=north(300))
    assert [(found["flag"], found["nearM"]) for found in (earlier, later)] == [("far", 200), (None, 500)]
    assert (await inspector.get("/api/visit-calendar")).json()["capacity"] == 6


async def test_a_store_checks_itself_without_a_schedule_and_nobody_elses_store(
    client: LogIn, inspector: Client, org: Org, checklist: dict[str, Any]
) -> None:
    clerk, store_id = await client("clerk"), str(org.places["A1"])
    form = {"id": str(uuid4()), "storeId": store_id, "templateId": checklist["id"]}
    answer = await clerk.post("/api/own-checks", form)
    assert answer.status_code == 201, answer.text
    shown = answer.json()
    me = str(org.accounts["clerk"])
    assert (shown["kind"], shown["status"], shown["inspectorId"]) == ("selfCheck", "started", me)
    assert (await clerk.post("/api/own-checks", form)).json()["version"] == shown["version"]
    synced = (await clerk.get("/api/sync")).json()["visits"]
    assert form["id"] in {visit["id"] for visit in synced}
    elsewhere = {**form, "id": str(uuid4()), "storeId": str(org.places["B1"])}
    assert (await clerk.post("/api/own-checks", elsewhere)).status_code == 404
    assert (await clerk.post("/api/inspections", {**form, "id": str(uuid4())})).status_code == 403
    assert (await inspector.post("/api/inspections", form)).status_code == 403
    assert (await (await client("manager")).post("/api/own-checks", form)).status_code == 403
