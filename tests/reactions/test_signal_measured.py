"""Whoever told of an event is told once what it really did."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from storewalk.ordering.service.signal_review import keep_review
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

DAY = str(datetime.now(UTC).date() - timedelta(days=5))


async def event(client: Client, *places: UUID, **more: Any) -> UUID:
    form = {"kind": "road_works", "firstDay": DAY, "lastDay": DAY, "uplift": 0.8, "placeIds": list(map(str, places))}
    answer = await client.post("/api/demand/signals", {**form, **more})
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["id"])


async def notices(client: Client) -> list[tuple[str, str, str, str]]:
    inbox = (await client.get("/api/notifications")).json()["items"]
    found = [each for each in inbox if each["kind"] == "ordering.signal_measured"]
    return [(each["title"]["zh"], each["title"]["en"], each["body"]["zh"][:20], each["link"]) for each in found]


async def test_the_first_measure_is_told_to_who_entered_it_and_a_second_look_is_not(
    org: Org, client: LogIn, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    manager, regional = await client("manager"), await client("regional")
    works = await event(manager, org.places["A1"])
    for measured in (None, 0.651, 0.66):
        async with app_tx(org) as tx:
            await keep_review(tx, works, measured, 12.0, tx.now)
        await run_jobs()
    link = f"/signals?store={org.places['A1']}"
    told = ("修路围挡：实测 -35%", "Road works: measured -35%", "当时预计 -20%，实际销量变化 -35%"[:20], link)
    assert await notices(manager) == [told]
    assert await notices(regional) == []


async def test_an_event_of_several_stores_names_itself_and_no_store(
    org: Org, client: LogIn, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    regional = await client("regional")
    fair = await event(regional, org.places["A1"], org.places["A2"], kind="other", name="美食节", uplift=1)
    async with app_tx(org) as tx:
        await keep_review(tx, fair, 1.0, 12.0, tx.now)
    await run_jobs()
    assert [(title, link) for title, _, _, link in await notices(regional)] == [("美食节：实测 ±0%", "/signals")]
