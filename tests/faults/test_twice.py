"""Every command of the application sent twice, and two at once, under one key: done once, answered alike."""

import asyncio
from collections import Counter
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.faults.scenarios import SCENARIOS
from tests.faults.stage import Stage

from storewalk.metadata import metadata

# Logging in and out have no receipt: they make and end what a receipt belongs to.
EXEMPT: Final = {"logIn", "logOut"}
SIGNED: Final = {"upload", "links"}
TABLES: Final = [table.name for table in metadata.sorted_tables if "org_id" in table.columns]


@pytest.fixture
def stage(org: Org, client: LogIn, app_tx: AppTx) -> Stage:
    return Stage(org, client, app_tx)


def commands(app: Litestar) -> set[str]:
    """Return the operation ids of all writing routes of ours."""
    handlers = [handler for route in app.routes for handler in getattr(route, "route_handlers", [])]
    writing = {"POST", "PUT", "DELETE", "PATCH"}
    return {handler.operation_id for handler in handlers if handler.http_methods & writing} - EXEMPT


def said(answer: httpx.Response) -> tuple[int, Any]:
    """Return what must be the same each time: links are signed afresh."""
    body = answer.json()
    return answer.status_code, {k: v for k, v in body.items() if k not in SIGNED} if isinstance(body, dict) else body


async def held(stage: Stage) -> Counter[str]:
    """Count the organization's rows in every table, its jobs, and its events by kind."""
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name} WHERE org_id = $1" for name in TABLES)
    async with stage.app_tx(stage.org) as tx:
        rows = await tx.raw.fetch(counts, stage.org.id)
        kinds = await tx.raw.fetch("SELECT kind, count(*) FROM event WHERE org_id = $1 GROUP BY kind", stage.org.id)
        jobs = await tx.raw.fetch(
            "SELECT entrypoint, count(*) FROM pgqueuer WHERE headers ->> 'org' = $1 GROUP BY 1", str(stage.org.id)
        )
    return Counter({row[0]: row[1] for row in (*rows, *kinds, *jobs)})


def test_every_command_of_the_application_has_a_scenario(app: Litestar) -> None:
    assert commands(app) == set(SCENARIOS)


@pytest.mark.parametrize("operation_id", sorted(SCENARIOS))
async def test_a_command_repeated_or_doubled_under_one_key_is_done_once_and_answered_alike(
    operation_id: str, stage: Stage
) -> None:
    stage.number = 1
    request, key = await SCENARIOS[operation_id](stage), str(uuid4())
    before = await held(stage)
    first = await request.send(key)
    assert first.is_success, first.text
    done = await held(stage)
    again = await request.send(key)
    assert said(again) == said(first)
    assert await held(stage) == done
    written = done - before
    assert written["command_receipt"] == 1

    stage.number = 2
    request, key = await SCENARIOS[operation_id](stage), str(uuid4())
    before = await held(stage)
    both = await asyncio.gather(request.send(key), request.send(key))
    assert said(both[0]) == said(both[1])
    assert both[0].status_code == first.status_code, both[0].text
    assert (await held(stage)) - before == written
