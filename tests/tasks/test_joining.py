"""What a finding asks for that joins an open task: who puts it right, and by when."""

from datetime import datetime, timedelta
from typing import Any

from storewalk.tasks.api import open_task
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.tasks import finding
from tests.tasks.conftest import OpenTask, answer


def due(shown: dict[str, Any]) -> datetime:
    """Return when a task is due."""
    return datetime.fromisoformat(shown["dueAt"])


async def test_who_sees_a_fault_again_may_tighten_the_clock_and_name_somebody_who_answers_there(
    org: Org, task: OpenTask, app_tx: AppTx, client: LogIn
) -> None:
    manager = await client("manager")
    before = (await manager.get(task.path)).json()
    clerk, buyer = org.accounts["clerk"], org.accounts["buyer"]
    sooner, later = due(before) - timedelta(hours=2), due(before) + timedelta(days=2)

    async def see(**asked: Any) -> dict[str, Any]:
        async with app_tx(org) as tx:
            assert await open_task(tx, finding(org, tx, **asked)) == task.id
        return (await manager.get(task.path)).json()

    taken = await see(assignee_id=clerk, due_at=sooner)
    assert (taken["assigneeId"], due(taken), taken["findingCount"]) == (str(clerk), sooner, 2)
    repeated, rescheduled, assigned = taken["steps"][-3:]
    assert (repeated["kind"], repeated["toName"], repeated["declined"]) == ("finding_repeated", assigned["toName"], [])
    assert datetime.fromisoformat(repeated["dueAt"]) == sooner
    assert (rescheduled["kind"], assigned["kind"]) == ("rescheduled", "assigned")

    kept = await see(assignee_id=buyer, due_at=later)
    assert (kept["assigneeId"], due(kept), kept["findingCount"]) == (str(clerk), sooner, 3)
    last = kept["steps"][-1]
    assert (last["kind"], last["declined"]) == ("finding_repeated", ["person", "due"])

    gone = await see(unable_id=clerk)
    assert (gone["steps"][-1]["declined"], gone["steps"][-1]["dueAt"]) == (["person"], None)
    again = await see(assignee_id=clerk, due_at=sooner)
    assert [step["kind"] for step in again["steps"]].count("assigned") == 1
    assert (again["steps"][-1]["declined"], again["version"]) == ([], 1)
    assert (await answer(manager, task, version=1)).status_code == 200
    waiting = await see(due_at=sooner - timedelta(hours=1))
    assert (due(waiting), waiting["steps"][-1]["declined"], waiting["status"]) == (sooner, ["due"], "answered")
    assert [step["kind"] for step in waiting["steps"]].count("rescheduled") == 1
