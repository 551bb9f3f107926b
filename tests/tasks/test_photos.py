"""From a photo back to the tasks that name it."""

from typing import Any

from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.tasks import expected_photo, finding, photo
from tests.tasks.conftest import OpenTask, answer
from tests.tasks.test_comments import said


async def named(client: Client, photo_id: object) -> list[tuple[str, str, str]]:
    """Return the tasks that name a photo: id, as what, and how far it is."""
    items: list[dict[str, Any]] = (await client.get(f"/api/photos/{photo_id}/tasks")).json()
    return [(item["taskId"], item["part"], item["status"]) for item in items]


async def test_a_photo_leads_to_its_task_as_what_it_is_there(task: OpenTask, client: LogIn) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    after, word = photo(), photo()
    await answer(manager, task, photos=[after])
    await inspector.post(f"{task.path}/comments", said("第二层左边", photos=[word]))
    for photo_id, part in ((task.before, "before"), (after["id"], "after"), (word["id"], "comment")):
        assert await named(inspector, photo_id) == [(str(task.id), part, "answered")]
    assert await named(inspector, photo()["id"]) == []


async def test_a_photo_that_shows_it_done_here_and_the_fault_there_leads_to_both(
    org: Org, task: OpenTask, client: LogIn
) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    shot = photo()
    await answer(manager, task, photos=[shot])
    other = photo()["id"]
    form = {"tasks": [{"id": other, "storeId": str(org.places["A1"])}], "title": "价签歪了", "photos": [shot]}
    assert (await inspector.post("/api/tasks", form)).status_code == 201
    assert await named(inspector, shot["id"]) == [(other, "before", "open"), (str(task.id), "after", "answered")]


async def test_a_task_out_of_ones_scope_is_not_told(org: Org, app_tx: AppTx, client: LogIn) -> None:
    async with app_tx(org) as tx:
        before = await expected_photo(tx, org.places["B1"])
        b1 = await open_task(tx, finding(org, tx, store="B1", photos=(before,)))
    assert await named(await client("manager"), before) == []
    assert await named(await client("admin"), before) == [(str(b1), "before", "open")]
