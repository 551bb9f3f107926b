"""How the demo chain's suppliers get their orders: as files, so that no mail leaves; one also fills the warehouse."""

from typing import Any, Final

from storewalk.demo.chain import Chain

WEEKDAYS: Final = [1, 2, 3, 4, 5, 6]


async def found_purchases(chain: Chain) -> None:
    """Say how suppliers get their orders, and who delivers to the chain's warehouse what it gives on to stores."""
    buyer = chain.buyer
    for supplier in (await buyer.ask("/api/suppliers", limit="100"))["items"]:
        form = {"way": "file", "language": "zh", "automatic": False, "ifVersion": 0}
        await buyer.tell("PUT", f"/api/suppliers/{supplier['id']}/way", form)
    sources = (await buyer.ask("/api/order-sources"))["items"]
    offered = {source["id"]: await _products(chain, source) for source in sources}
    for house in (source for source in sources if source["warehouseId"]):
        for source in sources:
            if source["supplierId"] and offered[source["id"]] & offered[house["id"]]:
                deliveries = {"storeIds": [house["warehouseId"]], "weekdays": WEEKDAYS}
                await buyer.tell("PUT", f"/api/order-sources/{source['id']}/deliveries", deliveries)


async def _products(chain: Chain, source: dict[str, Any]) -> set[str]:
    offers = await chain.buyer.ask(f"/api/order-sources/{source['id']}/offers", limit="100")
    return {each["productId"] for each in offers["items"]}
