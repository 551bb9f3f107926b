"""A finding that the store does not agree with, as journeys need one."""

from uuid import uuid4

from tests.factories.client import Client
from tests.journeys.arrange import show


async def disputed(manager: Client, visit_id: str) -> str:
    """Let the manager dispute the first finding of a scored visit; return the dispute's id."""
    visit = await show(manager, f"/api/inspections/{visit_id}")
    found = next(answer for answer in visit["answers"] if answer["outcome"] == "fail")
    form = {"id": str(uuid4()), "checkpointId": found["checkpointId"], "reason": "mendedThere", "text": "当场补好了"}
    answer = await manager.post(f"/api/inspections/{visit_id}/disputes", form)
    assert answer.status_code == 200, answer.text
    return form["id"]
