"""One real use of every command about transfers that are suggested, as `scenarios` has them for the others."""

from typing import Any, Final
from uuid import UUID, uuid4

from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

PATH: Final = "/api/transfer-suggestions"
SUGGEST: Final = """
INSERT INTO order_rebalance (org_id, id, from_store_id, to_store_id, day, planned_at, state, metres, total_cents,
    saved_cents, version)
SELECT $1, $2, $3, $4, (now() AT TIME ZONE 'Asia/Shanghai')::date, now(), 'open', 900, 7200, 0, 1"""
LINE: Final = """
INSERT INTO order_rebalance_line (org_id, rebalance_id, product_id, quantity, line_cents, stock, promised, until, needs,
    spoils, keeps, excess, lacks, before)
SELECT $1, $2, $3, 24, 7200, 50, 0, now()::date, 4, 0, 4, 46, 30, 0"""


async def suggested(stage: Stage) -> UUID:
    """Suggest that 24 of a product go from A2 to A1; what was suggested before is over."""
    product, made = UUID((await stage.product())["id"]), uuid4()
    async with stage.app_tx(stage.org) as tx:
        await tx.fetch("UPDATE order_rebalance SET state = 'expired' WHERE org_id = $1 AND state = 'open'", tx.org_id)
        await tx.fetch(SUGGEST, tx.org_id, made, stage.org.places["A2"], stage.org.places["A1"])
        await tx.fetch(LINE, tx.org_id, made, product)
    return made


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
