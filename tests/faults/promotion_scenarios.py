"""One real use of every command about promotions, as `scenarios` has them for the others."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage

PATH: Final = "/api/promotions"


async def promotion(stage: Stage, **changes: Any) -> dict[str, Any]:
    """Return the form of a promotion of one product at one store."""
    product, today = await stage.once("promoted goods", stage.product), datetime.now(UTC).date()
    return {
        "name": f"促销 {stage.number}",
        "kind": "price",
        "firstDay": str(today),
        "lastDay": str(today + timedelta(days=6)),
        "discount": 0.8,
        "placeIds": [str(stage.org.places["A1"])],
        "products": [{"productId": product["id"]}],
        **changes,
    }


async def add_promotion(stage: Stage) -> Request:
    body = await promotion(stage, id=str(UUID(int=stage.number)))
    return Request(await stage.client("buyer"), "POST", PATH, body)


async def change_promotion(stage: Stage) -> Request:
    made = await stage.post("buyer", PATH, await promotion(stage))
    body = await promotion(stage, discount=0.7, ifVersion=made["version"])
    return Request(await stage.client("buyer"), "PUT", f"{PATH}/{made['id']}", body)


async def cancel_promotion(stage: Stage) -> Request:
    made = await stage.post("buyer", PATH, await promotion(stage))
    return Request(
        await stage.client("buyer"), "POST", f"{PATH}/{made['id']}/cancellation", {"ifVersion": made["version"]}
    )


async def import_promotions(stage: Stage) -> Request:
    product, today = await stage.once("promoted goods", stage.product), datetime.now(UTC).date()
    csv = f"Promotion,First day,Last day,Product code,Price in %\n{stage.number},{today},{today},{product['code']},80\n"
    return Request(await stage.client("buyer"), "POST", "/api/imports/promotions", {"csv": csv})


PROMOTION_SCENARIOS: Final[dict[str, Scenario]] = {
    "addPromotion": add_promotion,
    "changePromotion": change_promotion,
    "cancelPromotion": cancel_promotion,
    "importPromotions": import_promotions,
}
