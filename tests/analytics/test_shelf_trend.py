"""Availability over days and weeks: every level adds the same photos up, corrected ones as corrected, in scope only."""

from typing import Any

import pytest

from tests.analytics.test_shelf_availability import GAP, PRODUCT, ROUND, visit
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import checkpoint, photo_verified, publish, shelf_seen, template
from tests.factories.organization import Org
from tests.factories.photos import jpeg, registration


@pytest.fixture
async def checklist(client: LogIn) -> str:
    """A checklist of two shelves."""
    shelves = [checkpoint(key, "photo", shelf=True, minAvailability=0.9) for key in ("drinks", "dairy")]
    return (await publish(await client("regional"), template(shelves)))["id"]


async def trend(reader: Client, **query: Any) -> dict[str, Any]:
    answer = await reader.get("/api/shelves/trend", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def figures(line: dict[str, Any]) -> tuple[int, float]:
    return line["photos"], round(line["availability"], 4)


async def test_regions_stores_and_shelves_add_the_same_photos_up_and_lead_to_them(
    client: LogIn, app_tx: AppTx, org: Org, checklist: str
) -> None:
    inspector = await client("inspector")
    shown = await visit(inspector, app_tx, org, checklist, "A1", drinks=[(9, 1), (6, 4)], dairy=[(10, 0)])
    await visit(inspector, app_tx, org, checklist, "A2", drinks=[(5, 5)])
    data = jpeg(9)
    lone = (await inspector.post("/api/photos", registration(data, org.places["A1"], purpose="shelf"))).json()
    async with app_tx(org) as tx:
        await photo_verified(tx, lone["id"])
        await shelf_seen(tx, str(org.places["A1"]), lone["id"], facings=2, gaps=8)
    form = {"boxes": [PRODUCT, GAP], "ifVersion": 0}
    assert (await inspector.put(f"/api/photos/{shown['dairy'][0]}/boxes", form)).status_code == 200

    regional = await client("regional")
    regions, stores, shelves = [await trend(regional, by=by) for by in ("region", "store", "shelf")]
    assert figures(regions["total"]) == figures(stores["total"]) == figures(shelves["total"]) == (5, 0.54)
    assert [figures(line) for line in regions["lines"]] == [(5, 0.54)]
    a1, a2 = (str(org.places[name]) for name in ("A1", "A2"))
    assert {line["key"]: figures(line) for line in stores["lines"]} == {a1: (4, 0.55), a2: (1, 0.5)}
    assert {line["key"]: figures(line) for line in shelves["lines"]} == {
        "drinks": (3, 0.6667), "dairy": (1, 0.5), "other": (1, 0.2)
    }  # fmt: skip
    (point,) = shelves["total"]["points"]
    assert (point["photos"], point["corrected"], point["gaps"]) == (5, 1, 1 + 4 + 5 + 8 + 1)

    day = (await trend(regional, by="store", step="day", store=a1))["total"]["points"]
    assert sum(each["photos"] for each in day) == 4
    rows = (await regional.get("/api/shelves/measured", store=a1)).json()["items"]
    assert (len(rows), round(sum(row["availability"] for row in rows), 4)) == (4, 2.2)
    assert {row["shelf"] for row in rows if row["inspectionId"] is None} == {"other"}
    assert [row["marks"] for row in rows] == [[ROUND] if row["inspectionId"] else [] for row in rows]
    page = (await regional.get("/api/shelves/measured", limit=2)).json()
    rest = (await regional.get("/api/shelves/measured", cursor=page["next"])).json()
    ids = [row["photoId"] for row in page["items"] + rest["items"]]
    assert (len(ids), len(set(ids)), rest["next"]) == (5, 5, None)

    sheet = (await regional.get("/api/exports/shelf-photos.csv")).text.splitlines()
    assert len(sheet) == 1 + 5
    lines = (await regional.get("/api/exports/shelf-trend.csv", by="shelf")).text.splitlines()
    assert sorted(line.split(",")[3] for line in lines[1:]) == ["1", "1", "3"]


async def test_another_area_is_not_there(client: LogIn, app_tx: AppTx, org: Org, checklist: str) -> None:
    await visit(await client("inspector"), app_tx, org, checklist, "A2", drinks=[(5, 5)])
    manager, outside = await client("manager"), str(org.places["B1"])
    for path in ("/api/shelves/trend", "/api/shelves/measured"):
        assert (await manager.get(path, store=outside)).status_code == 404
    assert (await trend(manager, by="store"))["lines"] == []
    assert (await manager.get("/api/shelves/measured")).json()["items"] == []
    assert (await (await client("clerk")).get("/api/shelves/trend")).status_code == 403
    assert (await manager.get("/api/exports/shelf-photos.csv")).status_code == 403
    assert (await manager.get("/api/shelves/trend", by="planet")).status_code in {400, 422}
