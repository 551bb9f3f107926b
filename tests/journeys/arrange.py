"""What is there before a journey begins."""

from datetime import UTC, datetime
from typing import Any

from storewalk.inspections.api import install_standard_template
from storewalk.stores.api import store_clock
from tests.factories.client import Client
from tests.factories.organization import Org
from tests.factories.served import Installation


async def plan_visit(served: Installation, org: Org, store: str = "A1") -> dict[str, Any]:
    """Let the regional manager plan a visit of today by the standard checklist, and return it."""
    store_id = org.places[store]
    async with served.platform.transaction(org.system) as tx:
        template = await install_standard_template(tx)
        today = (await store_clock(tx, store_id)).business_date(datetime.now(UTC))
    form = {
        "storeId": str(store_id),
        "templateId": str(template),
        "inspectorId": str(org.accounts["inspector"]),
        "plannedFor": today.isoformat(),
    }
    async with served.client(org, "regional") as regional:
        answer = await regional.post("/api/inspection-plans", form)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def show(client: Client, path: str) -> dict[str, Any]:
    """Fetch what is there."""
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_key(visit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return a visit's answers by the key of their checkpoint."""
    points = [point for section in visit["template"]["sections"] for point in section["checkpoints"]]
    answers = {answer["checkpointId"]: answer for answer in visit["answers"]}
    return {point["key"]: answers[point["id"]] for point in points}
