"""One real use of every command about transfers, as `scenarios` has them for the others."""

from typing import Any, Final
from uuid import UUID

from tests.factories.stock import line
from tests.factories.transfers import Crew, crew_of
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def crew(stage: Stage) -> Crew:
    """Return who moves goods from A1 to A2, logged in once."""
    return await stage.once("crew", lambda: crew_of(stage.org, stage.app_tx, stage.client))


async def goods(stage: Stage) -> str:
    """Return a product of which A1 has plenty, A2 some, and some is on its way, so that each time changes as much."""
    return await stage.once("moved goods", lambda: _goods(stage))


async def _goods(stage: Stage) -> str:
    product, who = (await stage.product())["id"], await crew(stage)
    stock = {"storeId": str(stage.org.places["A1"]), "lines": [line(product, "100", 1000)]}
    await stage.post("manager", "/api/stock/receipts", stock)
    await who.receive(await who.shipped((product, "2")))
    await who.shipped((product, "2"))
    return product


async def requested(stage: Stage) -> dict[str, Any]:
    return await (await crew(stage)).request((await goods(stage), "3"))


async def approved(stage: Stage) -> dict[str, Any]:
    return await (await crew(stage)).approve(await requested(stage))


def next_step(transfer: dict[str, Any], name: str, **form: Any) -> tuple[str, str, Any]:
    """Return a step of a transfer as its sender knows it."""
    return "POST", f"/api/stock/transfers/{transfer['id']}/{name}", {"ifVersion": transfer["version"], **form}


async def request_transfer(stage: Stage) -> Request:
    who = await crew(stage)
    form = who.form((await goods(stage), "2"), id=str(UUID(int=stage.number)))
    return Request(who.receiver, "POST", "/api/stock/transfers", form)


async def decide_transfers(stage: Stage) -> Request:
    transfer = await requested(stage)
    form = {"approved": True, "transfers": [{"id": transfer["id"], "ifVersion": transfer["version"]}]}
    return Request((await crew(stage)).regional, "POST", "/api/stock/transfers/decisions", form)


async def approve_transfer(stage: Stage) -> Request:
    return Request((await crew(stage)).regional, *next_step(await requested(stage), "approval"))


async def refuse_transfer(stage: Stage) -> Request:
    return Request((await crew(stage)).regional, *next_step(await requested(stage), "refusal", reason="已有货"))


async def ship_transfer(stage: Stage) -> Request:
    return Request((await crew(stage)).sender, *next_step(await approved(stage), "shipment"))


async def receive_transfer(stage: Stage) -> Request:
    who = await crew(stage)
    return Request(who.receiver, *next_step(await who.ship(await approved(stage)), "receipt"))


async def cancel_transfer(stage: Stage) -> Request:
    return Request((await crew(stage)).receiver, *next_step(await approved(stage), "cancellation", reason="不需要了"))


TRANSFER_SCENARIOS: Final[dict[str, Scenario]] = {
    "requestTransfer": request_transfer,
    "decideTransfers": decide_transfers,
    "approveTransfer": approve_transfer,
    "refuseTransfer": refuse_transfer,
    "shipTransfer": ship_transfer,
    "receiveTransfer": receive_transfer,
    "cancelTransfer": cancel_transfer,
}
