"""A shelf's availability over time: visit by visit, as corrected, for the reader's stores, down to the photo."""

from typing import Any

import httpx
import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import begin, checkpoint, photo, publish, shelf_seen, template
from tests.factories.organization import Org

GAP = {"label": "gap", "x0": 0.0, "y0": 0.1, "x1": 0.1, "y1": 0.3}
ROUND = {"kind": "circle", "x": 0.1, "y": 0.2, "toX": 0.3, "toY": 0.4, "text": None}
PRODUCT = {"label": "product", "x0": 0.1, "y0": 0.1, "x1": 0.2, "y1": 0.3}


@pytest.fixture
async def inspector(client: LogIn) -> Client:
    """The inspector of region A."""
    return await client("inspector")


@pytest.fixture
async def checklist(client: LogIn) -> str:
    """A checklist of two shelves."""
    drinks = checkpoint("drinks", "photo", shelf=True, minAvailability=0.9)
    dairy = checkpoint("dairy", "photo", shelf=True, minAvailability=0.8)
    return (await publish(await client("regional"), template([drinks, dairy])))["id"]


async def visit(
    inspector: Client, app_tx: AppTx, org: Org, checklist: str, store: str = "A1", **shelves: list[tuple[int, int]]
) -> dict[str, list[str]]:
    """Walk a store; each shelf's photos, all drawn on, have so many facings and gaps. Return the photos by shelf."""
    begun = await begin(inspector, org.places[store], checklist)
    shown: dict[str, list[str]] = {}
    for key, counts in shelves.items():
        photos: list[dict[str, Any]] = [{**photo(), "marks": [ROUND]} for _ in counts]
        await begun.answer(key, photos=photos)
        shown[key] = [each["id"] for each in photos]
        async with app_tx(org) as tx:
            for each, (facings, gaps) in zip(photos, counts, strict=True):
                await shelf_seen(tx, begun.store_id, each["id"], facings=facings, gaps=gaps)
    return shown


async def history(client: Client, org: Org, store: str = "A1", **query: Any) -> httpx.Response:
    return await client.get("/api/shelves/availability", store=str(org.places[store]), **query)


async def test_each_visit_is_a_point_of_its_shelf_with_its_worst_photo(
    inspector: Client, app_tx: AppTx, org: Org, checklist: str
) -> None:
    first = await visit(inspector, app_tx, org, checklist, "A1", drinks=[(9, 1), (6, 4)], dairy=[(10, 0)])
    second = await visit(inspector, app_tx, org, checklist, "A1", drinks=[(8, 2)])
    await visit(inspector, app_tx, org, checklist, "A2", drinks=[(1, 9)])
    shelves = {s["checkpointKey"]: s for s in (await history(inspector, org)).json()["shelves"]}
    assert {key: (s["minAvailability"], [p["availability"] for p in s["points"]]) for key, s in shelves.items()} == {
        "drinks": (0.9, [0.6, 0.8]),
        "dairy": (0.8, [1.0]),
    }
    point = shelves["drinks"]["points"][0]
    assert (point["photoId"], point["facings"], point["gaps"]) == (first["drinks"][1], 15, 5)
    assert sorted(point["photos"]) == sorted(first["drinks"])
    assert point["marks"] == [{"photoId": each, "marks": [ROUND]} for each in point["photos"]]
    assert shelves["drinks"]["points"][1]["photos"] == second["drinks"]
    only = (await history(inspector, org, checkpoint="dairy")).json()["shelves"]
    assert [s["checkpointKey"] for s in only] == ["dairy"]


async def test_a_correction_moves_its_point_and_what_nobody_could_read_has_none(
    inspector: Client, app_tx: AppTx, org: Org, checklist: str
) -> None:
    shown = await visit(inspector, app_tx, org, checklist, "A1", drinks=[(10, 0)], dairy=[(0, 0)])
    (before,) = (await history(inspector, org)).json()["shelves"]
    assert (before["points"][0]["availability"], before["points"][0]["corrected"]) == (1.0, False)
    form = {"boxes": [PRODUCT, GAP], "ifVersion": 0}
    assert (await inspector.put(f"/api/photos/{shown['drinks'][0]}/boxes", form)).status_code == 200
    (after,) = (await history(inspector, org)).json()["shelves"]
    assert (after["points"][0]["availability"], after["points"][0]["corrected"]) == (0.5, True)


async def test_a_store_outside_the_readers_area_is_not_there_and_dates_narrow(
    inspector: Client, client: LogIn, app_tx: AppTx, org: Org, checklist: str
) -> None:
    await visit(inspector, app_tx, org, checklist, "A1", drinks=[(9, 1)])
    assert (await history(inspector, org, "B1")).status_code == 404
    assert (await history(await client("clerk"), org)).status_code == 403
    assert (await history(inspector, org, to="2020-01-01")).json()["shelves"] == []
