"""Inspectors reckoned by hand: where they went, how long it took, and how far their word agrees with others'."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.analytics.inspectors.kappa import Agreement
from tests.analytics.visits import moved, walked
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import begin, checkpoint, photo, publish, shelf_seen, template
from tests.factories.organization import Org

INSPECTORS = "/api/visit-results/inspectors"
counts = st.integers(0, 40)


@pytest.fixture
async def checklist(client: LogIn) -> str:
    """Four questions, one of them a shelf."""
    points = [*(checkpoint(key) for key in ("a", "b", "c")), checkpoint("shelf", "photo", required=False, shelf=True)]
    return (await publish(await client("admin"), template(points)))["id"]


async def results(client: Client, **asked: Any) -> dict[str, Any]:
    answer = await client.get(INSPECTORS, **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_visits_times_and_scores_are_as_reckoned_by_hand(
    client: LogIn, org: Org, app_tx: AppTx, checklist: str
) -> None:
    inspector, regional = await client("inspector"), await client("regional")
    for who, store, days, hour, minutes, outcomes in (
        (inspector, "A1", 20, 0, 30, "pass pass fail"),
        (inspector, "A2", 20, 1, 40, "pass pass pass"),  # on the way for half an hour
        (regional, "A1", 10, 0, 60, "pass fail fail"),  # ten days after the first
        (inspector, "A1", 2, 0, 20, "pass fail pass"),  # eight days after the second
    ):
        given_outcomes: dict[str, str] = dict(zip("abc", outcomes.split(), strict=True))
        visit = await walked(who, org, store, checklist, given_outcomes)
        await moved(app_tx, org, visit, days, hour=hour, minutes=minutes)
    shown = await results(regional)
    assert shown["coverage"] == {"stores": 2, "visited": 2, "plannedOnly": 0, "never": 0}
    rows = {row["id"]: row for row in shown["inspectors"]}
    mine, theirs = rows[str(org.accounts["inspector"])], rows[str(org.accounts["regional"])]
    assert (mine["visits"], mine["stores"], mine["visitsAWeek"]) == (3, 2, 0.2)
    assert (mine["inStoreMinutes"], mine["onWayMinutes"], mine["ways"], mine["onWayShare"]) == (30.0, 30.0, 1, 0.25)
    assert (theirs["inStoreMinutes"], theirs["onWayMinutes"], theirs["ways"]) == (60.0, None, 0)
    # At A1 the inspector gave 66.67 twice, the other 33.33.
    assert (mine["meanScore"], mine["againstOthers"], mine["sharedVisits"], mine["againstEnough"]) == (
        77.8,
        33.3,
        2,
        False,
    )
    assert (theirs["meanScore"], theirs["againstOthers"], theirs["sharedVisits"]) == (33.3, -33.3, 1)
    # First pair: a ++, b +-, c --. Second: a ++, b --, c -+.
    both = {"pairs": 6, "rate": 0.6667, "kappa": 0.333, "enough": False}
    assert (mine["secondLook"], theirs["secondLook"]) == (both, both)
    assert {each["key"]: (each["agreement"]["rate"], each["agreement"]["kappa"]) for each in shown["checkpoints"]} == {
        "a": (1.0, None), "b": (0.5, 0.0), "c": (0.5, 0.0),
    }  # fmt: skip


async def test_overruling_the_model_has_a_rate_and_a_direction(
    client: LogIn, org: Org, app_tx: AppTx, checklist: str
) -> None:
    inspector, seen = await client("inspector"), ((10, 0), (1, 9), (10, 0))
    for (facings, gaps), said in zip(seen, ("fail", "pass", "pass"), strict=True):
        visit, shot = await begin(inspector, org.places["A1"], checklist), photo()
        for key in ("a", "b", "c"):
            await visit.answer(key, outcome="pass")
        await visit.answer("shelf", photos=[shot])
        async with app_tx(org) as tx:
            await shelf_seen(tx, visit.store_id, shot["id"], facings=facings, gaps=gaps)
        await visit.answer("shelf", outcome=said, photos=[shot], ifVersion=1)
        await visit.submit(4)
    (row,) = (await results(await client("regional")))["inspectors"]
    assert row["model"] == {"compared": 3, "stricter": 1, "milder": 1, "rate": 0.6667, "enough": False}


async def test_a_stores_own_check_is_held_against_the_visit_that_looked_again(
    client: LogIn, org: Org, app_tx: AppTx, checklist: str
) -> None:
    own = await walked(await client("inspector"), org, "A1", checklist, {"a": "pass", "b": "pass", "c": "fail"})
    again = await walked(await client("inspector"), org, "A1", checklist, {"a": "pass", "b": "fail", "c": "fail"})
    async with app_tx(org) as tx:
        await tx.fetch("UPDATE inspection SET kind = 'selfCheck', sign_until = NULL WHERE id = $1", UUID(own.id))
        await tx.fetch("UPDATE inspection SET reinspects_id = $2 WHERE id = $1", UUID(again.id), UUID(own.id))
    shown = await results(await client("regional"))
    assert shown["selfChecks"] == {"pairs": 3, "rate": 0.6667, "kappa": 0.4, "enough": False}
    assert shown["checkpoints"] == []


async def test_only_those_above_see_inspectors_and_only_theirs(client: LogIn, org: Org, checklist: str) -> None:
    admin = await client("admin")
    await walked(admin, org, "B1", checklist, {"a": "pass", "b": "pass", "c": "pass"})
    regional = await client("regional")
    shown = await results(regional)
    assert (shown["inspectors"], shown["coverage"]["never"]) == ([], 2)
    assert (await regional.get(INSPECTORS, place=str(org.places["B1"]))).status_code == 404
    assert [row["visits"] for row in (await results(admin))["inspectors"]] == [1]
    for role in ("manager", "inspector", "clerk"):
        assert (await (await client(role)).get(INSPECTORS)).status_code == 403, role
    assert (await admin.get(INSPECTORS, place=str(uuid4()))).status_code == 404


@given(counts, counts, counts, counts)
def test_kappa_is_what_remains_of_agreement_beyond_chance(a: int, b: int, c: int, d: int) -> None:
    whole = a + b + c + d
    found = Agreement(both_passed=a, passed_then_failed=b, failed_then_passed=c, both_failed=d).kappa
    if not whole:
        assert found is None
        return
    observed = (a + d) / whole
    chance = (a + b) / whole * (a + c) / whole + (c + d) / whole * (b + d) / whole
    if (a + b) * (a + c) + (c + d) * (b + d) == whole**2:
        assert found is None
    else:
        assert found == pytest.approx((observed - chance) / (1 - chance), abs=1e-9)
