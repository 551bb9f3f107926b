"""Who mends a finding, and until when: named with the answer, and so is its task given out."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

SOON = (datetime.now(UTC) + timedelta(hours=5)).replace(microsecond=0)


@pytest.fixture
async def passed(visit: Visit) -> Visit:
    """The visit with everything but the tags passed."""
    await visit.answer("shelf", outcome="pass", photos=[photo()])
    await visit.answer("chiller", number=4)
    await visit.answer("floor", choice="clean")
    return visit


async def task_of(client: Client) -> dict[str, Any]:
    """Return the only task."""
    [task] = (await client.get("/api/tasks")).json()["items"]
    return (await client.get(f"/api/tasks/{task['id']}")).json()


async def test_a_task_is_whose_and_due_when_the_answer_said(
    passed: Visit, client: LogIn, org: Org, run_jobs: JobRunner
) -> None:
    clerk = str(org.accounts["clerk"])
    form = {"outcome": "fail", "photos": [photo()], "responsibleId": clerk, "dueAt": SOON.isoformat()}
    answer = await passed.answer("tags", **form)
    assert (answer["responsible"]["id"], datetime.fromisoformat(answer["dueAt"])) == (clerk, SOON)
    assert (await passed.answer("tags", **form))["version"] == 1
    await passed.submit(4)
    await run_jobs()
    task = await task_of(await client("manager"))
    assert (task["assigneeId"], datetime.fromisoformat(task["dueAt"])) == (clerk, SOON)


async def test_who_has_left_meanwhile_leaves_the_task_to_the_store_which_says_so(
    passed: Visit, client: LogIn, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    await passed.answer("tags", outcome="fail", photos=[photo()], responsibleId=str(org.accounts["clerk"]))
    async with app_tx(org) as tx:
        gone = text("UPDATE account SET deactivated_at = now() WHERE id = :id")
        await tx.session.execute(gone, {"id": UUID(str(org.accounts["clerk"]))})
    await passed.submit(4)
    await run_jobs()
    task = await task_of(await client("manager"))
    assert (task["assigneeId"], "clerk" in task["requirement"]["zh"]) == (str(org.accounts["manager"]), True)


@pytest.mark.parametrize(
    ("outcome", "named", "field"),
    [
        ("fail", timedelta(minutes=-1), "dueAt"),
        ("fail", "inspector", "responsibleId"),
        ("pass", "clerk", "responsibleId"),
        ("pass", timedelta(hours=1), "dueAt"),
    ],
)
async def test_a_time_that_passed_somebody_of_elsewhere_and_nothing_to_mend_are_refused_by_field(
    passed: Visit, org: Org, outcome: str, named: str | timedelta, field: str
) -> None:
    value = str(org.accounts[named]) if isinstance(named, str) else (datetime.now(UTC) + named).isoformat()
    refused = await passed.put("tags", outcome=outcome, photos=[photo()], **{field: value})
    assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (422, [field])
    assert (await passed.shown("tags"))["version"] == 0
