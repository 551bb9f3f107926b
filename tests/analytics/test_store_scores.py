"""Scores of stores reckoned by hand: means, places with ties, faults that came back, sections, and who sees what."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.analytics.scores.rank import places
from tests.analytics.visits import moved, walked
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import checkpoint, publish, template, words
from tests.factories.organization import Org

STORES = "/api/visit-results/stores"


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """Who sees the whole chain."""
    return await client("admin")


@pytest.fixture
async def checklist(admin: Client) -> dict[str, Any]:
    """One section of two, and a critical one."""
    return await publish(
        admin,
        template([checkpoint("floor"), checkpoint("light")], [checkpoint("fridge", critical=True)], criticalCap=20),
    )


@pytest.fixture
async def world(admin: Client, org: Org, app_tx: AppTx, checklist: dict[str, Any]) -> list[str]:
    """A1 100 days ago, then 75, 50 and 20 points instead of 25; A2 and B1 once each, with the same points."""
    visits: list[str] = []
    for store, days, floor, light, fridge in (
        ("A1", 100, "fail", "fail", "pass"),
        ("A1", 60, "fail", "pass", "pass"),
        ("A1", 40, "fail", "fail", "pass"),
        ("A1", 1, "pass", "fail", "fail"),
        ("A2", 5, "pass", "fail", "pass"),
        ("B1", 5, "fail", "pass", "pass"),
    ):
        visit = await walked(admin, org, store, checklist["id"], {"floor": floor, "light": light, "fridge": fridge})
        visits.append((await moved(app_tx, org, visit, days)).id)
    return visits


async def ranked(client: Client, **asked: Any) -> dict[str, dict[str, Any]]:
    answer = await client.get(STORES, **asked)
    assert answer.status_code == 200, answer.text
    return {store["name"]: store for store in answer.json()["stores"]}


@pytest.mark.usefixtures("world")
async def test_means_places_and_repeats_are_as_reckoned_by_hand(admin: Client) -> None:
    stores = await ranked(admin)
    assert list(stores) == ["A2 店", "B1 店", "A1 店"]
    assert {name: (store["mean"], store["visits"], store["capped"]) for name, store in stores.items()} == {
        "A1 店": (48.3, 3, 1), "A2 店": (75.0, 1, 0), "B1 店": (75.0, 1, 0),
    }  # fmt: skip
    assert {name: (store["inRegion"], store["inChain"]) for name, store in stores.items()} == {
        "A1 店": ({"place": 2, "of": 2}, {"place": 3, "of": 3}),
        "A2 店": ({"place": 1, "of": 2}, {"place": 1, "of": 3}),
        "B1 店": ({"place": 1, "of": 1}, {"place": 1, "of": 3}),
    }
    # Floor had failed 40 days before the day 60 days ago, and 20 days before the next; light 60 days before the day 40
    # days ago, and 39 days before the last. The fridge failed once.
    assert stores["A1 店"]["faults"] == {"fails": 5, "repeats30": 1, "repeats90": 4, "critical": 1}
    assert stores["A2 店"]["faults"] == {"fails": 1, "repeats30": 0, "repeats90": 0, "critical": 0}


async def test_an_unvisited_store_has_no_place_and_is_not_counted_among_the_ranked(
    admin: Client, org: Org, app_tx: AppTx, checklist: dict[str, Any]
) -> None:
    visit = await walked(admin, org, "A1", checklist["id"], {"floor": "fail", "light": "fail", "fridge": "fail"})
    await moved(app_tx, org, visit, 3)
    stores = await ranked(admin)
    assert (stores["A1 店"]["mean"], stores["A1 店"]["inRegion"]) == (0.0, {"place": 1, "of": 1})
    assert (stores["A2 店"]["mean"], stores["A2 店"]["inRegion"]) == (None, {"place": None, "of": 1})
    assert (stores["B1 店"]["inChain"], next(iter(stores))) == ({"place": None, "of": 1}, "A1 店")


async def test_a_store_shows_its_visits_its_sections_over_versions_and_the_faults_that_add_up(
    admin: Client, client: LogIn, org: Org, world: list[str], checklist: dict[str, Any]
) -> None:
    newer = template(
        [checkpoint("floor"), checkpoint("door")], [checkpoint("fridge", critical=True)], criticalCap=20,
        ifVersion=checklist["version"],
    )  # fmt: skip
    newer["sections"][1]["title"] = words("冷藏")
    path = f"/api/inspection-templates/{checklist['id']}/versions"
    assert (await admin.post(path, newer)).status_code == 201
    today = await walked(admin, org, "A1", checklist["id"], {"floor": "fail", "door": "pass", "fridge": "fail"})
    manager = await client("manager")
    shown = (await manager.get(f"{STORES}/{org.places['A1']}")).json()
    assert [(visit["id"], visit["score"], (visit["cappedBy"] or {}).get("zh")) for visit in shown["visits"]] == [
        (world[1], 75.0, None), (world[2], 50.0, None), (world[3], 20.0, "fridge"), (today.id, 20.0, "fridge"),
    ]  # fmt: skip
    sections = {
        section["title"]["zh"]: [point["score"] for point in section["points"]] for section in shown["sections"]
    }
    assert sections == {"第1部分": [50.0, 0.0, 50.0, 50.0], "第2部分": [100.0, 100.0, 0.0], "冷藏": [0.0]}
    faults = shown["faults"]
    assert shown["store"]["faults"] == {
        "fails": len(faults),
        "repeats30": sum(fault["repeat30"] for fault in faults),
        "repeats90": sum(fault["before"] is not None for fault in faults),
        "critical": sum(fault["critical"] for fault in faults),
    }
    assert [(fault["checkpointKey"], fault["repeat30"]) for fault in faults[:2]] == [("floor", False), ("fridge", True)]
    assert shown["store"]["inChain"] == {"place": 3, "of": 3}
    assert set(await ranked(manager)) == {"A1 店"}
    for store in ("A2", "B1"):
        assert (await manager.get(f"{STORES}/{org.places[store]}")).status_code == 404, store
    assert (await admin.get(f"{STORES}/{org.places['A']}")).status_code == 404
    assert (await (await client("clerk")).get(STORES)).status_code == 403


@given(st.dictionaries(st.integers(), st.none() | st.sampled_from([0.0, 50.0, 66.7, 100.0]), max_size=12))
def test_a_place_is_one_more_than_those_above(values: dict[int, float | None]) -> None:
    reckoned = {
        key: 1 + sum(other is not None and other > value for other in values.values())
        for key, value in values.items()
        if value is not None
    }
    assert places(values) == reckoned
