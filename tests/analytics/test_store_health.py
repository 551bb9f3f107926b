"""A store's health: reckoned by hand from facts, against an independent formula, and silent where there is no data."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from storewalk.analytics.health.formula import Dimension, health, waste_points
from storewalk.photos import api as photos
from storewalk.tasks import api as tasks
from tests.analytics.past import ago
from tests.analytics.visits import moved, walked
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import checkpoint, publish, shelf_seen, template
from tests.factories.organization import Org
from tests.factories.tasks import expected_photo, finding

HEALTH: Final = "/api/store-health"
RULE: Final = "/api/health-rule"
WEIGHTS: Final = {
    "inspection": 30,
    "rectification": 20,
    "availability": 20,
    "stock": 10,
    "freshness": 10,
    "self_checks": 10,
}
DUE: Final = "UPDATE task SET due_at = $2 WHERE id = $1"
DONE: Final = "UPDATE task SET due_at = $2, answered_at = $3, accepted_at = $3, status = 'accepted' WHERE id = $1"
points = st.none() | st.fractions(0, 100, max_denominator=1000)


@pytest.fixture
async def admin(client: LogIn) -> Client:
    """Who sees the whole chain."""
    return await client("admin")


async def dimensions(client: Client, org: Org, store: str) -> tuple[Any, dict[str, Any]]:
    """Return a store's health, and its dimensions by name."""
    answer = await client.get(f"{HEALTH}/{org.places[store]}")
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    return shown, {each["dimension"]: each for each in shown["dimensions"]}


async def test_a_store_without_facts_has_no_data_rather_than_zero(admin: Client, org: Org) -> None:
    shown, parts = await dimensions(admin, org, "A1")
    assert (shown["health"], shown["weighed"]) == (None, 0)
    assert {name: part["weight"] for name, part in parts.items()} == WEIGHTS
    assert {(part["points"], part["count"], part["latestAt"]) for part in parts.values()} == {(None, 0, None)}


async def test_what_has_data_is_weighed_and_the_rest_left_out(admin: Client, org: Org, app_tx: AppTx) -> None:
    checklist = await publish(admin, template([checkpoint("floor"), checkpoint("light")]))
    for days, light in ((10, "fail"), (95, "fail")):
        visit = await walked(admin, org, "A1", checklist["id"], {"floor": "pass", "light": light})
        await moved(app_tx, org, visit, days)
    missed = await walked(admin, org, "A1", checklist["id"], {"floor": "pass", "light": "pass"})
    async with app_tx(org) as tx:
        await tx.fetch("UPDATE inspection SET kind = 'selfCheck', sign_until = NULL WHERE id = $1", UUID(missed.id))
        ids = [await tasks.open_task(tx, finding(org, tx, "A1", fault_key=f"fault {n}")) for n in range(5)]
        await tx.flush()
        due = tx.now - timedelta(days=2)
        for task in ids[:3]:
            await tx.fetch(DONE, task, due, due - timedelta(hours=1))
        await tx.fetch(DUE, ids[3], due)
        shelf = await expected_photo(tx, org.places["A1"], photos.Purpose.SHELF)
        await shelf_seen(tx, str(org.places["A1"]), str(shelf), facings=9, gaps=1)
    shown, parts = await dimensions(admin, org, "A1")
    told = {name: part["points"] for name, part in parts.items()}
    assert told == {
        "inspection": 50.0, "rectification": 75.0, "availability": 90.0, "stock": None, "freshness": None,
        "self_checks": 100.0,
    }  # fmt: skip
    assert (parts["rectification"]["part"], parts["rectification"]["whole"]) == (3.0, 4.0)
    assert (parts["inspection"]["count"], parts["inspection"]["first"]) == (1, ago(89).isoformat())
    assert (shown["weighed"], shown["weight"]) == (80, 100)
    assert shown["health"] == 72.5  # (30 × 50 + 20 × 75 + 20 × 90 + 10 × 100) ÷ 80
    stores = (await admin.get(HEALTH)).json()["stores"]
    assert [(store["name"], store["health"]) for store in stores] == [("A1 店", 72.5), ("A2 店", None), ("B1 店", None)]
    rule = {"inspection": 10, "rectification": 40, "availability": 0, "stock": 0, "freshness": 5, "selfChecks": 50}
    assert (await admin.put(RULE, {**rule, "ifVersion": 0})).json() == {**rule, "version": 1}
    shown, parts = await dimensions(admin, org, "A1")
    assert (shown["health"], shown["weighed"], shown["weight"]) == (85.0, 100, 105)  # (500 + 3000 + 5000) ÷ 100
    assert {name: part["weight"] for name, part in parts.items()} == {
        "inspection": 10, "rectification": 40, "availability": 0, "stock": 0, "freshness": 5, "self_checks": 50,
    }  # fmt: skip
    assert parts["availability"]["points"] == 90.0  # shown all the same, and not counted
    sheet = load_workbook(BytesIO((await admin.get("/api/exports/store-health.xlsx")).content)).active
    assert sheet is not None
    headings, first = [[*row] for row in sheet.iter_rows(min_row=3, max_row=4, values_only=True)]
    given = dict(zip(headings, first, strict=True))
    assert [given[name] for name in ("门店", "健康分", "整改及时权重", "在架率权重")] == ["A1 店", 85, 40, 0]


async def test_only_sound_weights_by_who_may_are_taken_and_each_change_is_told_once(
    admin: Client, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    rule = {"inspection": 100, "rectification": 0, "availability": 0, "stock": 0, "freshness": 0, "selfChecks": 0}
    for bad in ({"stock": -1}, {"stock": 101}, {"inspection": 0}):
        answer = await admin.put(RULE, {**rule, **bad, "ifVersion": 0})
        assert answer.status_code in (400, 422), answer.text
        assert [each["field"] for each in answer.json()["errors"]] == [*bad]
    regional = await client("regional")
    assert (await regional.put(RULE, {**rule, "ifVersion": 0})).status_code == 403
    assert (await regional.get(RULE)).json()["version"] == 0
    assert (await admin.put(RULE, {**rule, "ifVersion": 0})).json()["version"] == 1
    assert (await admin.put(RULE, {**rule, "ifVersion": 0})).json()["version"] == 1
    stale = await admin.put(RULE, {**rule, "stock": 5, "ifVersion": 0})
    assert (stale.status_code, stale.json()["current"]["inspection"]) == (409, 100)
    async with app_tx(org) as tx:
        kinds = await tx.fetch("SELECT id FROM event WHERE org_id = $1 AND kind = 'analytics.health_rule_set'", org.id)
    assert len(kinds) == 1


async def test_counts_and_waste_are_of_the_store_itself(admin: Client, org: Org, app_tx: AppTx, past: Any) -> None:
    await past.read()
    async with app_tx(org) as tx:
        await tx.fetch(
            "UPDATE store_day_result SET sales_cents = 0, perished_cents = 0 WHERE org_id = $1 AND day < $2",
            org.id, ago(1),
        )  # fmt: skip
        await tx.fetch(
            "UPDATE store_day_result SET sales_cents = 50000, perished_cents = 1000, waste_cents = 1000"
            " WHERE org_id = $1 AND day = $2 AND store_id = $3",
            org.id, ago(1), org.places["A1"],
        )  # fmt: skip
    _, parts = await dimensions(admin, org, "A1")
    assert parts["freshness"]["points"] == 60.0  # 2 % of 5 % are lost
    assert (await dimensions(admin, org, "A2"))[1]["freshness"]["points"] is None
    assert parts["stock"]["points"] is None


async def test_readers_see_their_own_stores_only(client: LogIn, org: Org) -> None:
    manager = await client("manager")
    assert [store["name"] for store in (await manager.get(HEALTH)).json()["stores"]] == ["A1 店"]
    assert (await manager.get(f"{HEALTH}/{org.places['A2']}")).status_code == 404
    assert (await (await client("clerk")).get(HEALTH)).status_code == 403


@given(st.fixed_dictionaries(dict.fromkeys(Dimension, points)))
def test_health_is_the_weighed_mean_of_what_has_data(given_points: dict[Dimension, Fraction | None]) -> None:
    weighed = [(WEIGHTS[dimension.value], value) for dimension, value in given_points.items() if value is not None]
    found = health(given_points.items(), {dimension: WEIGHTS[dimension.value] for dimension in Dimension})
    if not weighed:
        assert found is None
        return
    exact = sum(Fraction(weight) * value for weight, value in weighed) / sum(weight for weight, _ in weighed)
    tenths = (exact * 10 + Fraction(1, 2)).__floor__()
    assert found == float(Decimal(tenths) / 10)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_waste_costs_points_up_to_five_per_cent_of_sales(wasted: int, sold: int) -> None:
    found = waste_points(Fraction(wasted), Fraction(sold))
    if sold == 0:
        assert found is None
    elif wasted * 20 >= sold:
        assert found == 0
    else:
        assert found == 100 - Fraction(wasted * 2000, sold)
