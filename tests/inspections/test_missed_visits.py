"""Visits that nobody begins in time are missed, and no others."""

from datetime import UTC, datetime, timedelta
from typing import Any

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.inspections.jobs import MarkMissed, run_mark_missed
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.inspections import Visit, begin, events
from tests.factories.organization import Org
from tests.inspections.conftest import plan


async def end_day(app_tx: AppTx, org: Org, visit_id: str, hours_ago: int = 1) -> None:
    """Let a planned visit's business day have ended some hours ago."""
    async with app_tx(org) as tx:
        await tx.session.flush()
        await tx.raw.execute(
            "UPDATE inspection SET day_from = now() - interval '25 hours', day_until = now() - $2 * interval '1 hour'"
            " WHERE id = $1",
            visit_id,
            hours_ago,
        )


async def mark(platform: Platform, org: Org) -> None:
    await run_mark_missed(JobContext(platform, org.id), MarkMissed())


async def test_a_missed_visit_stays_in_view_and_the_next_can_be_planned(
    *,
    planner: Client,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    app_tx: AppTx,
    platform: Platform,
) -> None:
    missed = (await plan(planner, org, checklist, today)).json()
    await mark(platform, org)
    assert (await inspector.get(f"/api/inspections/{missed['id']}")).json()["status"] == "planned"
    await end_day(app_tx, org, missed["id"])
    await mark(platform, org)
    await mark(platform, org)
    shown = (await inspector.get("/api/inspections", status="missed")).json()["items"]
    assert [item["id"] for item in shown] == [missed["id"]]
    assert len(await events(app_tx, org, missed["id"], "missed")) == 1
    refused = await inspector.post(f"/api/inspections/{missed['id']}/start", {})
    assert refused.status_code == 409
    following = await plan(planner, org, checklist, today)
    assert (following.status_code, following.json()["status"]) == (201, "planned")
    assert (await begin(inspector, org.places["A1"], checklist["id"])).id != missed["id"]


async def test_a_visit_begun_in_time_without_signal_is_not_missed(
    *,
    planner: Client,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    app_tx: AppTx,
    platform: Platform,
) -> None:
    planned = (await plan(planner, org, checklist, today)).json()
    await end_day(app_tx, org, planned["id"], hours_ago=2)
    await mark(platform, org)
    begun_at = datetime.now(UTC) - timedelta(hours=3)
    begun = await inspector.post(
        f"/api/inspections/{planned['id']}/start", {}, headers={"Storewalk-Occurred-At": begun_at.isoformat()}
    )
    assert (begun.status_code, begun.json()["status"]) == (200, "started")
    assert datetime.fromisoformat(begun.json()["startedAt"]) == begun_at


async def test_a_visit_past_its_due_time_is_missed_though_the_day_goes_on(
    *,
    planner: Client,
    org: Org,
    checklist: dict[str, Any],
    today: str,
    app_tx: AppTx,
    platform: Platform,
) -> None:
    planned = (await plan(planner, org, checklist, today)).json()
    async with app_tx(org) as tx:
        await tx.raw.execute("UPDATE inspection SET due_at = now() - interval '1 minute' WHERE id = $1", planned["id"])
    await mark(platform, org)
    assert (await planner.get(f"/api/inspections/{planned['id']}")).json()["status"] == "missed"


async def test_a_begun_visit_is_never_missed(visit: Visit, org: Org, app_tx: AppTx, platform: Platform) -> None:
    await end_day(app_tx, org, visit.id)
    await mark(platform, org)
    assert (await visit.show())["status"] == "started"
