"""The heat map of a small chain, reckoned by hand: what cells count, what nobody looked at, and the answers behind."""

import json
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.analytics.heat.packed import written
from tests.analytics.past import ago
from tests.analytics.test_result_exports import workbook
from tests.analytics.visits import moved, walked
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.heat import numbers, unpacked
from tests.factories.inspections import begin, checkpoint, photo, publish, template, words
from tests.factories.organization import Org

HEAT, ANSWERS = "/api/visit-results/heat", "/api/visit-results/answers"


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """Who sees the whole chain."""
    return await client("admin")


@pytest.fixture
async def checklist(admin: Client) -> dict[str, Any]:
    """Two sections: floor (weight 3) and light; fridge, which is critical."""
    floor, light = checkpoint("floor", weight=3), checkpoint("light", required=False)
    return await publish(admin, template([floor, light], [checkpoint("fridge", critical=True)], criticalCap=60))


@pytest.fixture
async def world(admin: Client, org: Org, app_tx: AppTx, checklist: dict[str, Any]) -> dict[str, Any]:
    """A1 visited twice, the second time by a newer version; A2 once; B1 only on a day before the period."""
    first = await walked(admin, org, "A1", checklist["id"], {"floor": "pass", "light": "fail", "fridge": "pass"})
    await moved(app_tx, org, first, 20)
    second = await walked(
        admin, org, "A2", checklist["id"], {"floor": "fail", "light": None, "fridge": "notApplicable"}
    )
    await moved(app_tx, org, second, 10)
    old = await walked(admin, org, "B1", checklist["id"], {"floor": "fail", "light": "fail", "fridge": "fail"})
    await moved(app_tx, org, old, 40)
    # Light has moved to the other section, floor weighs less, and a question is new.
    moved_on = template(
        [checkpoint("floor", weight=1), checkpoint("door")], [checkpoint("fridge", critical=True), checkpoint("light")],
        criticalCap=60, ifVersion=checklist["version"],
    )  # fmt: skip
    moved_on["sections"][0]["title"] = words("门面")
    newer = await admin.post(f"/api/inspection-templates/{checklist['id']}/versions", moved_on)
    assert newer.status_code == 201, newer.text
    await walked(
        admin, org, "A1", checklist["id"], {"floor": "fail", "door": "pass", "fridge": "fail", "light": "pass"}
    )
    return newer.json()


async def heat(client: Client, **asked: Any) -> dict[str, Any]:
    answer = await client.get(HEAT, **asked)
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    return {**shown, "rows": [unpacked(row) for row in shown["rows"]], "total": unpacked(shown["total"])}


@given(st.lists(st.integers(0, 10**7), max_size=90))
def test_numbers_in_text_read_back(counts: list[int]) -> None:
    text = written(counts)
    assert numbers(text) == counts
    assert json.dumps(text) == f'"{text}"'


def cells(shown: dict[str, Any], row: dict[str, Any]) -> dict[str, tuple[int, int, int, int, float | None]]:
    """Return a row's cells by column: visits, passed, failed, not applicable, score."""
    names = [column["title"]["zh"] for column in shown["columns"]]
    kinds = ("visits", "passes", "fails", "notApplicable", "scores")
    return dict(zip(names, zip(*(row["cells"][kind] for kind in kinds), strict=True), strict=True))


@pytest.mark.usefixtures("world")
async def test_cells_count_answers_by_key_over_versions_and_what_nobody_looked_at_is_in_no_mean(admin: Client) -> None:
    shown = await heat(admin, **{"from": ago(29).isoformat()})
    assert [column["title"]["zh"] for column in shown["columns"]] == ["floor", "door", "fridge", "light"]
    assert [column["sectionTitle"]["zh"] for column in shown["columns"]] == ["门面", "门面", "第2部分", "第2部分"]
    rows = {row["name"]: row for row in shown["rows"]}
    assert [(row["name"], row["visits"], row["score"]) for row in shown["rows"]] == [
        ("A2 店", 1, 0.0),
        ("A1 店", 2, 68.8),  # 87.5, then 50 of 60 at most
        ("B1 店", 0, None),
    ]
    assert cells(shown, rows["A1 店"]) == {
        "floor": (2, 1, 1, 0, 50.0), "door": (1, 1, 0, 0, 100.0), "fridge": (2, 1, 1, 0, 50.0),
        "light": (2, 1, 1, 0, 50.0),
    }  # fmt: skip
    assert cells(shown, rows["A2 店"]) == {
        "floor": (1, 0, 1, 0, 0.0), "door": (0, 0, 0, 0, None), "fridge": (1, 0, 0, 1, None),
        "light": (1, 0, 0, 0, None),
    }  # fmt: skip
    assert cells(shown, rows["B1 店"]) == dict.fromkeys(("floor", "door", "fridge", "light"), (0, 0, 0, 0, None))
    total = shown["total"]
    assert (total["stores"], total["visited"], total["visits"], total["score"]) == (3, 2, 3, 45.8)
    assert cells(shown, total)["floor"] == (3, 1, 2, 0, 33.3)
    everything = await heat(admin, **{"from": ago(60).isoformat()})
    assert cells(everything, everything["total"])["floor"] == (4, 1, 3, 0, 25.0)


@pytest.mark.usefixtures("world")
async def test_regions_by_sections_weigh_each_answer_as_its_own_version_did(admin: Client, org: Org) -> None:
    shown = await heat(admin, by="region", across="section", **{"from": ago(29).isoformat()})
    rows = {row["id"]: row for row in shown["rows"]}
    region = rows[str(org.places["A"])]
    assert (region["stores"], region["visited"], region["visits"], region["score"]) == (2, 2, 3, 45.8)
    # Floor weighed 3 twice (passed, failed) and 1 once (failed); door 1 passed: 4 of 8. Fridge 1 of 2, light 1 of 2.
    assert cells(shown, region) == {"门面": (3, 2, 2, 0, 50.0), "第2部分": (3, 2, 2, 1, 50.0)}
    assert cells(shown, rows[str(org.places["B"])])["门面"] == (0, 0, 0, 0, None)


@pytest.mark.usefixtures("world")
async def test_a_cell_is_the_answers_behind_it(admin: Client, org: Org) -> None:
    shown = await heat(admin)
    for row in shown["rows"]:
        for place, column in enumerate(shown["columns"]):
            asked = {"store": row["id"], "checkpoint": column["key"]}
            behind = (await admin.get(ANSWERS, **asked)).json()["items"]
            told = [row["cells"][kind][place] for kind in ("passes", "fails", "notApplicable")]
            outcomes = [answer["outcome"] for answer in behind]
            assert [outcomes.count(name) for name in ("pass", "fail", "notApplicable")] == told, (row, column)
    sections = await heat(admin, by="region", across="section")
    region = next(row for row in sections["rows"] if row["id"] == str(org.places["A"]))
    asked = {"region": region["id"], "section": sections["columns"][1]["key"], "outcome": "fail"}
    failed = (await admin.get(ANSWERS, **asked)).json()["items"]
    assert sorted(answer["checkpointKey"] for answer in failed) == ["fridge", "light"]
    first = (await admin.get(ANSWERS, **asked, limit=1)).json()
    rest = (await admin.get(ANSWERS, **asked, limit=1, cursor=first["next"])).json()
    assert [*first["items"], *rest["items"]] == failed
    assert rest["next"] is None


async def test_an_answer_leads_to_its_photos_and_what_was_drawn_on_them(
    admin: Client, org: Org, checklist: dict[str, Any]
) -> None:
    visit = await begin(admin, org.places["A1"], checklist["id"])
    shots, arrow = [photo(), photo()], {"kind": "arrow", "x": 0.1, "y": 0.2, "toX": 0.5, "toY": 1.0, "text": None}
    await visit.answer("floor", outcome="fail", photos=[shots[0], {**shots[1], "marks": [arrow]}], note="地上有水")
    await visit.answer("fridge", outcome="pass")
    await visit.submit(2)
    (answer,) = (await admin.get(ANSWERS, checkpoint="floor")).json()["items"]
    assert answer["photoIds"] == [shot["id"] for shot in shots]
    assert answer["marks"] == [{"photoId": shots[1]["id"], "marks": [arrow]}]
    assert (answer["inspectionId"], answer["note"], answer["weight"]) == (visit.id, "地上有水", 3)


@pytest.mark.usefixtures("world")
async def test_readers_see_their_own_stores_only(admin: Client, client: LogIn, org: Org) -> None:
    for role, names in {"manager": {"A1 店"}, "inspector": {"A1 店", "A2 店"}}.items():
        reader = await client(role)
        assert {row["name"] for row in (await heat(reader))["rows"]} == names, role
        assert {each["storeName"] for each in (await reader.get(ANSWERS)).json()["items"]} == names, role
        assert (await reader.get(HEAT, place=str(org.places["B1"]))).status_code == 404, role
    for role in ("clerk", "buyer"):
        assert (await (await client(role)).get(HEAT)).status_code == 403, role
    assert (await admin.get(HEAT, place=str(uuid4()))).status_code == 404
    assert [row["name"] for row in (await heat(admin, place=str(org.places["B"])))["rows"]] == ["B1 店"]
    assert (await heat(admin, kind="selfCheck"))["columns"] == []
    assert (await admin.get(HEAT, **{"from": "2026-01-02", "to": "2026-01-01"})).status_code == 422


@pytest.mark.usefixtures("world")
async def test_a_workbook_holds_the_cells_and_scores_that_the_pages_show(admin: Client, client: LogIn) -> None:
    shown, cells_out = await heat(admin), await workbook(admin, "visit-heat")
    assert len(cells_out) == len(shown["rows"]) * len(shown["columns"]) + 1
    at = [heading.split("（")[0] for heading in cells_out[0]].index("通过")
    assert sum(row[at] for row in cells_out[1:]) == sum(shown["total"]["cells"]["passes"])
    assert sum(row[at + 1] for row in cells_out[1:]) == sum(shown["total"]["cells"]["fails"])
    ranked = (await admin.get("/api/visit-results/stores")).json()["stores"]
    scores_out = (await workbook(admin, "store-scores"))[1:]
    assert [(row[1], row[3]) for row in scores_out] == [(store["name"], store["mean"]) for store in ranked]
    assert (await (await client("manager")).get("/api/exports/visit-heat.csv")).status_code == 403
