"""A short checklist with every kind of answer, and a visit that follows it."""

from typing import Any

import httpx
import pytest

from storewalk.stores.api import store_clock
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.organization import Org


@pytest.fixture
async def checklist(client: LogIn) -> dict[str, Any]:
    """Two sections: shelf, tags; chiller, floor, remarks. Failing the shelf caps at 60."""
    draft = template(
        [checkpoint("shelf", "photo", shelf=True, critical=True, weight=3), checkpoint("tags", photoRule="onFail")],
        [
            checkpoint("chiller", "number", numberMin=0, numberMax=8, unit="℃", weight=2),
            checkpoint(
                "floor",
                "choice",
                choices=[
                    {"code": "clean", "label": {"zh": "干净", "en": "Clean"}, "passes": True},
                    {"code": "dirty", "label": {"zh": "脏", "en": "Dirty"}, "passes": False},
                ],
            ),
            checkpoint("remarks", "text", required=False, weight=0),
        ],
    )
    return await publish(await client("regional"), draft)


@pytest.fixture
async def inspector(client: LogIn) -> Client:
    """The inspector's phone."""
    return await client("inspector")


@pytest.fixture
async def visit(inspector: Client, org: Org, checklist: dict[str, Any]) -> Visit:
    """A visit that the inspector began at store A1."""
    return await begin(inspector, org.places["A1"], checklist["id"])


@pytest.fixture
async def sound_visit(visit: Visit) -> Visit:
    """The visit with every answer but the shelf's, all passed."""
    await visit.answer("tags", outcome="pass")
    await visit.answer("chiller", number=4.5)
    await visit.answer("floor", choice="clean")
    return visit


@pytest.fixture
async def today(app_tx: AppTx, org: Org) -> str:
    """The business date of store A1."""
    async with app_tx(org) as tx:
        return (await store_clock(tx, org.places["A1"])).business_date(tx.now).isoformat()


@pytest.fixture
async def planner(client: LogIn) -> Client:
    """Head office's console."""
    return await client("regional")


async def plan(
    planner: Client, org: Org, checklist: dict[str, Any], on: str, *, store: str = "A1", **more: Any
) -> httpx.Response:
    """Ask the inspector to visit a store on a day."""
    form = {
        "storeId": str(org.places[store]),
        "templateId": checklist["id"],
        "inspectorId": str(org.accounts["inspector"]),
        "plannedFor": on,
    }
    return await planner.post("/api/inspection-plans", {**form, **more})
