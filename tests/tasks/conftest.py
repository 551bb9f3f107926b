"""A task at store A1, and the people who have to do with it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from storewalk.core.platform import Platform
from storewalk.photos.api import Purpose
from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.tasks import expected_photo, finding, photo


@dataclass(frozen=True)
class OpenTask:
    """A task as the test opened it, with its photo of the fault."""

    id: UUID
    before: UUID

    @property
    def path(self) -> str:
        """Where the API has it."""
        return f"/api/tasks/{self.id}"


@pytest.fixture
async def task(org: Org, app_tx: AppTx) -> OpenTask:
    """An open task at A1, found by the inspector, with a photo of the shelf."""
    async with app_tx(org) as tx:
        before = await expected_photo(tx, org.places["A1"], Purpose.SHELF)
        return OpenTask(await open_task(tx, finding(org, tx, photos=(before,))), before)


@pytest.fixture
def later(platform: Platform) -> Generator[Callable[[timedelta], None]]:
    """`later(timedelta(days=2))`: move the clock on for the rest of the test."""
    kept = platform.clock.offset

    def move(by: timedelta) -> None:
        platform.clock.offset = kept + by

    yield move
    platform.clock.offset = kept


async def answer(client: Client, task: OpenTask, version: int = 1, **changes: Any) -> Any:
    """Answer a task with one photo; return the response."""
    form = {"note": "已补满", "photos": [photo()], "ifVersion": version, **changes}
    return await client.post(f"{task.path}/response", form)
