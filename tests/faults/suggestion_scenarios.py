"""One real use of the command about suggestions, as `scenarios` has them for the others."""

from typing import Final

from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def plan_suggestions(stage: Stage) -> Request:
    form = {"storeId": str(stage.org.places["A1"])}
    return Request(await stage.client("manager"), "POST", "/api/order-suggestions/plan", form)


SUGGESTION_SCENARIOS: Final[dict[str, Scenario]] = {"planSuggestions": plan_suggestions}
