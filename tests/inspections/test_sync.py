"""What a phone keeps of visits, and what reaches it after a change."""

from datetime import UTC, datetime
from typing import Any

from storewalk.core.access import Actor, Grant
from storewalk.core.platform import Platform
from storewalk.inspections.api import changed_since
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, photo, shelf_seen
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org


async def kept(platform: Platform, org: Org, since: datetime | None, *, permissions: tuple[str, ...]) -> list[str]:
    actor = Actor(
        org_id=org.id, account_id=org.accounts["inspector"], name="inspector", grants=(Grant("/", permissions),)
    )
    async with platform.transaction(actor) as tx:
        return [str(visit.id) for visit in await changed_since(tx, since)]


READ = ("inspections.read",)


async def test_a_phone_keeps_its_own_open_and_lately_scored_visits(
    sound_visit: Visit, client: LogIn, org: Org, checklist: dict[str, Any], platform: Platform
) -> None:
    await begin(await client("regional"), org.places["A1"], checklist["id"])
    assert await kept(platform, org, None, permissions=READ) == [sound_visit.id]
    await sound_visit.answer("shelf", outcome="pass", photos=[photo()])
    await sound_visit.submit(4)
    assert await kept(platform, org, None, permissions=READ) == [sound_visit.id]
    assert await kept(platform, org, None, permissions=("tasks.read",)) == []


async def test_a_reading_brings_the_visit_to_the_phone_again(
    *,
    sound_visit: Visit,
    inspector: Client,
    org: Org,
    checklist: dict[str, Any],
    platform: Platform,
    app_tx: AppTx,
    run_jobs: JobRunner,
) -> None:
    await begin(inspector, org.places["A2"], checklist["id"])
    shelf = photo()
    await sound_visit.answer("shelf", photos=[shelf])
    since = datetime.now(UTC)
    assert await kept(platform, org, since, permissions=READ) == []
    async with app_tx(org) as tx:
        await shelf_seen(tx, sound_visit.store_id, shelf["id"], facings=48, gaps=2)
    await run_jobs()
    assert await kept(platform, org, since, permissions=READ) == [sound_visit.id]
