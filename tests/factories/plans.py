"""Schedules as a regional manager's console makes them, and the nightly job that makes their visits."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.inspections.plan_jobs import DrawSamples, run_draw_samples, run_plan_visits
from storewalk.inspections.plans.ask import PlanVisits
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.today import today

DAY = timedelta(days=1)


def planned_days(every: int = 7, ahead: int = 14) -> list[date]:
    """Return the days of a schedule that begins today, as far as it is planned."""
    last = datetime.now(UTC).date() + ahead * DAY
    return [day for n in range(ahead + 1) if (day := today() + n * every * DAY) <= last]


def weekly(org: Org, template_id: str, **fields: Any) -> dict[str, Any]:
    """Return a schedule of the inspector's visits to the stores of region A, every week from today on."""
    form = {
        "name": "每周巡店",
        "templateId": template_id,
        "visitKind": "visit",
        "assignee": "role",
        "roleCode": "inspector",
        "regionIds": [str(org.places["A"])],
        "rhythm": "weeks",
        "weekdays": [today().isoweekday()],
        "startsOn": today().isoformat(),
    }
    return {**form, **fields}


def self_check(org: Org, template_id: str, **fields: Any) -> dict[str, Any]:
    """Return a schedule of the stores' own daily check."""
    own = {"visitKind": "selfCheck", "assignee": "store", "roleCode": None, "rhythm": "days", "weekdays": []}
    return weekly(org, template_id, **{"name": "每日自查", **own, **fields})


async def add_schedule(client: Client, form: dict[str, Any]) -> dict[str, Any]:
    """Add a schedule, which is accepted."""
    answer = await client.post("/api/inspection-schedules", form)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def plan_night(platform: Platform, org: Org) -> None:
    """Run the nightly jobs."""
    await run_plan_visits(JobContext(platform, org.id), PlanVisits())
    await run_draw_samples(JobContext(platform, org.id), DrawSamples())


async def calendar(client: Client, first: date, last: date, **asked: Any) -> dict[str, Any]:
    """Fetch the calendar."""
    answer = await client.get("/api/visit-calendar", **{"from": first.isoformat(), "to": last.isoformat(), **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()


def visits_of(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all visits of a calendar."""
    return [visit for day in shown["days"] for visit in day["visits"]]
