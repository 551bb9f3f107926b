"""One real use of every command about transfers that are suggested, as `scenarios` has them for the others."""

from typing import Any, Final
from uuid import UUID

from tests.factories.rebalances import suggest_move
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

PATH: Final = "/api/transfer-suggestions"


async def suggested(stage: Stage) -> UUID:
    """Suggest that goods go from A2 to A1."""
    product = UUID((await stage.product())["id"])
    async with stage.app_tx(stage.org) as tx:
        return await suggest_move(tx, stage.org, product)


async def accept(stage: Stage) -> Request:
    return Request(await stage.client("manager"), "POST", f"{PATH}/{await suggested(stage)}/acceptance", {})


async def accept_many(stage: Stage) -> Request:
    form: dict[str, Any] = {"ids": [str(await suggested(stage))]}
    return Request(await stage.client("regional"), "POST", f"{PATH}/acceptances", form)


async def refuse(stage: Stage) -> Request:
    form = {"reason": "no_transport"}
    return Request(await stage.client("manager"), "POST", f"{PATH}/{await suggested(stage)}/refusal", form)


async def set_rule(stage: Stage) -> Request:
    """Set the rule, which was set before."""
    admin = await stage.client("admin")
    form = {"mostMetres": 5_000, "marginDays": 5, "lineCents": 0, "tripCents": 0}
    now = (await admin.get(f"{PATH}/rule")).json()["version"]
    before = await admin.put(f"{PATH}/rule", {**form, "ifVersion": now})
    wanted = {**form, "marginDays": stage.number % 28, "ifVersion": before.json()["version"]}
    return Request(admin, "PUT", f"{PATH}/rule", wanted)


REBALANCE_SCENARIOS: Final[dict[str, Scenario]] = {
    "acceptRebalance": accept,
    "acceptRebalances": accept_many,
    "refuseRebalance": refuse,
    "setRebalanceRule": set_rule,
}
