"""One real use of every command by which visits are reviewed, as `scenarios` has them for the others."""

from typing import Final

from tests.factories.inspections import Visit
from tests.faults.scenarios import Scenarios
from tests.faults.signing_scenarios import scored
from tests.faults.stage import Request, Stage

REVIEW_SCENARIOS: Final = Scenarios()


async def sent_back(stage: Stage) -> Visit:
    """Make a scored visit, and send it back."""
    visit = await scored(stage)
    form = {"note": "饮料柜的照片看不清", "ifVersion": (await visit.show())["version"]}
    await stage.post("regional", f"/api/inspections/{visit.id}/return", form)
    return visit


@REVIEW_SCENARIOS.of("approveVisits")
async def _(stage: Stage) -> Request:
    visit = await scored(stage)
    seen = {"visitId": visit.id, "ifVersion": (await visit.show())["version"]}
    return Request(await stage.client("regional"), "POST", "/api/visit-reviews/approval", {"visits": [seen]})


@REVIEW_SCENARIOS.of("returnVisit")
async def _(stage: Stage) -> Request:
    visit = await scored(stage)
    form = {"note": "请说明冷柜温度", "ifVersion": (await visit.show())["version"]}
    return Request(await stage.client("regional"), "POST", f"/api/inspections/{visit.id}/return", form)


@REVIEW_SCENARIOS.of("remarkVisit")
async def _(stage: Stage) -> Request:
    visit = await sent_back(stage)
    return Request(visit.client, "POST", f"/api/inspections/{visit.id}/remark", {"remark": "已重新看过，属实"})
