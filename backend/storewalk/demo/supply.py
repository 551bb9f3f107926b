"""Where the demo chain's goods come from: its suppliers, its own warehouse, what they offer and when they deliver."""

import tomllib
from datetime import timedelta
from math import ceil
from typing import Any, Final

from storewalk.core.clock import Clock
from storewalk.demo.chain import FOLDER, SHANGHAI, Chain
from storewalk.demo.goods import KEEPS_DAYS, Trade
from storewalk.demo.phone import Phone
from storewalk.demo.purchases import found_purchases

MANY: Final = 0.2  # share of the products, the best sold, that should never run out
FEW: Final = 0.4  # share, those sold least, that may
DELIVERY_IN: Final = 1  # day: then the warehouse sends a van to everybody, whatever the weekday
NO_DELIVERY_IN: Final = 9  # days: then it takes stock
CENTS: Final = 100


async def found_supply(chain: Chain, trade: Trade, clock: Clock) -> None:
    """Say where everything comes from, as the chain's buyers would on their first day."""
    plan = tomllib.loads((FOLDER / "supply.toml").read_text("utf-8"))
    admin, classes = chain.admin, _classes(trade)
    regions = {each["name"]: each["id"] for each in (await admin.ask("/api/regions"))["items"]}
    suppliers = {each["code"]: (await admin.tell("POST", "/api/suppliers", each))["id"] for each in plan["suppliers"]}
    warehouse = await _open_warehouse(admin, plan["warehouse"], regions)
    for each in plan["sources"]:
        origin = {"supplierId": suppliers[each["supplier"]]} if "supplier" in each else {"warehouseId": warehouse}
        source = await admin.tell("POST", "/api/order-sources", _source(each) | origin)
        path = f"/api/order-sources/{source['id']}"
        for region, weekdays in each["days"].items():
            form = {"regionId": regions[region], "weekdays": weekdays, "budgetCents": _cents(each.get("budget"))}
            await admin.tell("PUT", f"{path}/deliveries", form)
        lines = [
            _offer(each, product, classes[product["id"]])
            for product in trade.products
            if product["categoryName"]["zh"] in each["categories"]
        ]
        await admin.tell("PUT", f"{path}/offers", {"lines": lines})
        if "supplier" not in each:
            today = clock.now().astimezone(SHANGHAI).date()
            days = [
                {"day": (today + timedelta(days=ahead)).isoformat(), "delivers": ahead == DELIVERY_IN}
                for ahead in (DELIVERY_IN, NO_DELIVERY_IN)
            ]
            await admin.tell("PUT", f"{path}/days", {"days": days})
    await _set_terms(admin, plan["terms"], trade)
    await found_purchases(chain)


def _classes(trade: Trade) -> dict[str, str]:
    """Return the class of each product by how well it sells."""
    ranked = sorted(zip(trade.pull, trade.products, strict=True), key=lambda each: -each[0])
    often, seldom = round(MANY * len(ranked)), round((1 - FEW) * len(ranked))
    return {
        product["id"]: "a" if place < often else "b" if place < seldom else "c"
        for place, (_, product) in enumerate(ranked)
    }


async def _open_warehouse(admin: Phone, plan: dict[str, Any], regions: dict[str, str]) -> str:
    form = {"kind": "warehouse", "code": plan["code"], "name": plan["name"], "regionId": regions[plan["region"]]}
    return (await admin.tell("POST", "/api/stores", form))["id"]


def _source(plan: dict[str, Any]) -> dict[str, Any]:
    kept = {key: plan[key] for key in ("code", "name", "leadDays", "cutOff", "soldSameDay") if key in plan}
    return kept | {"leastCents": _cents(plan["least"])}


def _offer(plan: dict[str, Any], product: dict[str, Any], service_class: str) -> dict[str, Any]:
    pack = ceil(int(product["packs"][0]["quantity"]) / plan["split"])
    return {
        "productId": product["id"],
        "packQuantity": str(pack),
        "packCents": round(product["priceCents"] * (1 - plan["margin"])) * pack,
        "lifeDays": KEEPS_DAYS.get(product["categoryName"]["zh"]),
        "serviceClass": service_class,
        "rank": plan.get("rank", 1),
    }


async def _set_terms(admin: Phone, plan: list[dict[str, Any]], trade: Trade) -> None:
    stores = {each["code"]: each["id"] for each in (await admin.ask("/api/stores", limit="100"))["items"]}
    products = {each["code"]: each["id"] for each in trade.products}
    for each in plan:
        line = {key: value for key, value in each.items() if key not in {"stores", "product"}}
        form = {
            "storeIds": [stores[code] for code in each["stores"]],
            "lines": [{"productId": products[each["product"]], **line}],
        }
        await admin.tell("PUT", "/api/order-terms", form)


def _cents(yuan: int | None) -> int | None:
    return None if yuan is None else yuan * CENTS
