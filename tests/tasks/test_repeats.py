"""A fault that comes back, and photos that are not live ones."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from storewalk.tasks.api import open_task, task_changes
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import jpeg, registration
from tests.factories.tasks import finding
from tests.tasks.conftest import OpenTask, answer

Later = Callable[[timedelta], None]


async def finished(task_id: UUID, manager: Client, inspector: Client) -> None:
    """Answer a task and accept the answer."""
    task = OpenTask(task_id, task_id)
    assert (await answer(manager, task)).status_code == 200
    done = await inspector.post(f"{task.path}/verification", {"accepted": True, "ifVersion": 2})
    assert done.json()["status"] == "accepted"


async def test_a_fault_that_comes_back_within_thirty_days_is_a_repeat_and_says_of_which_task(
    *, org: Org, task: OpenTask, app_tx: AppTx, client: LogIn, later: Later, run_jobs: JobRunner
) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    await finished(task.id, manager, inspector)
    later(timedelta(days=29))
    async with app_tx(org) as tx:
        again = await open_task(tx, finding(org, tx))
        other = await open_task(tx, finding(org, tx, fault_key="floor"))
    await run_jobs()
    shown = {item["id"]: item for item in (await manager.get("/api/tasks", repeated="true")).json()["items"]}
    assert list(shown) == [str(again)]
    assert (shown[str(again)]["repeatsId"], shown[str(again)]["repeatCount"]) == (str(task.id), 1)
    assert (await manager.get(f"/api/tasks/{other}")).json()["repeatsId"] is None
    titles = [entry["title"]["zh"] for entry in (await manager.get("/api/notifications")).json()["items"]]
    assert "A1 店：同一问题再次出现（屡犯）" in titles
    await finished(again, manager, inspector)
    async with app_tx(org) as tx:
        third = await open_task(tx, finding(org, tx))
    assert (await manager.get(f"/api/tasks/{third}")).json()["repeatCount"] == 2


@pytest.mark.parametrize("store", ["A1", "A2"])
async def test_after_thirty_days_or_at_another_store_it_is_a_new_fault(
    *, store: str, org: Org, task: OpenTask, app_tx: AppTx, client: LogIn, later: Later
) -> None:
    await finished(task.id, await client("manager"), await client("inspector"))
    later(timedelta(days=31 if store == "A1" else 1))
    async with app_tx(org) as tx:
        again = await open_task(tx, finding(org, tx, store=store))
    shown = (await (await client("admin")).get(f"/api/tasks/{again}")).json()
    assert (shown["repeatsId"], shown["repeatCount"]) == (None, 0)


async def test_a_photo_known_to_be_from_the_gallery_is_no_answer(org: Org, task: OpenTask, client: LogIn) -> None:
    manager = await client("manager")
    named = await registered(manager, org, 1, "gallery")
    refused = await answer(manager, task, photos=[named])
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "photos")
    live = await registered(manager, org, 2, "camera")
    [response] = (await answer(manager, task, photos=[live])).json()["responses"]
    assert response["gallery"] == []


async def test_a_photo_that_turns_out_later_to_be_from_the_gallery_is_marked_for_the_verifier_and_synced(
    org: Org, task: OpenTask, client: LogIn, app_tx: AppTx
) -> None:
    manager = await client("manager")
    form = registration(jpeg(3), org.places["A1"])
    form["capture"]["source"] = "gallery"
    await answer(manager, task, photos=[{name: form[name] for name in ("id", "sha256", "size")}])
    async with app_tx(org) as tx:
        since = tx.now
        assert await task_changes(tx, since, 10) == []
    assert (await manager.post("/api/photos", form)).is_success
    async with app_tx(org) as tx:
        [synced] = await task_changes(tx, since, 10)
    assert [str(photo) for photo in synced.responses[0].gallery] == [form["id"]]


async def test_where_no_live_photo_is_asked_for_one_of_the_gallery_will_do(
    org: Org, app_tx: AppTx, client: LogIn
) -> None:
    async with app_tx(org) as tx:
        task = OpenTask(await open_task(tx, finding(org, tx, live_required=False)), org.id)
    manager = await client("manager")
    [response] = (await answer(manager, task, photos=[await registered(manager, org, 4, "gallery")])).json()[
        "responses"
    ]
    assert response["gallery"] == []


async def registered(client: Client, org: Org, number: int, source: str) -> dict[str, object]:
    """Register a photo of that source; return how an answer names it."""
    form = registration(jpeg(number), org.places["A1"])
    form["capture"]["source"] = source
    made = await client.post("/api/photos", form)
    assert made.is_success, made.text
    return {name: form[name] for name in ("id", "sha256", "size")}
