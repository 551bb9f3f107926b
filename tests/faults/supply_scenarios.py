"""One real use of every command about where goods come from, as `scenarios` has them for the others."""

from typing import Any, Final

from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def supplier(stage: Stage) -> dict[str, Any]:
    """Add a supplier."""
    return await stage.post("buyer", "/api/suppliers", supplier_form(stage))


def supplier_form(stage: Stage) -> dict[str, Any]:
    """Return the form of a supplier."""
    return {"code": f"S{stage.number}", "name": f"光明乳业 {stage.number}"}


async def add_supplier(stage: Stage) -> Request:
    return Request(await stage.client("buyer"), "POST", "/api/suppliers", supplier_form(stage))


async def change_supplier(stage: Stage) -> Request:
    made = await supplier(stage)
    form = {**supplier_form(stage), "name": "改名", "ifVersion": made["version"]}
    return Request(await stage.client("buyer"), "PUT", f"/api/suppliers/{made['id']}", form)


async def source(stage: Stage) -> dict[str, Any]:
    """Add a source of a supplier of its own."""
    made = await supplier(stage)
    return await stage.post("buyer", "/api/order-sources", source_form(stage, supplierId=made["id"]))


def source_form(stage: Stage, **form: Any) -> dict[str, Any]:
    """Return the form of a source."""
    return {"code": f"R{stage.number}", "name": "鲜奶", "leadDays": 1, "cutOff": "11:00", **form}


async def add_source(stage: Stage) -> Request:
    made = await supplier(stage)
    return Request(await stage.client("buyer"), "POST", "/api/order-sources", source_form(stage, supplierId=made["id"]))


async def change_source(stage: Stage) -> Request:
    made = await source(stage)
    form = source_form(stage, leadDays=2, status="ended", ifVersion=made["version"])
    return Request(await stage.client("buyer"), "PUT", f"/api/order-sources/{made['id']}", form)


async def set_deliveries(stage: Stage) -> Request:
    form = {"regionId": str(stage.org.places["A"]), "weekdays": [1, 3, 5], "budgetCents": 1000}
    return await _part(stage, "deliveries", form)


async def set_days(stage: Stage) -> Request:
    return await _part(stage, "days", {"days": [{"day": "2027-02-06", "delivers": False}]})


async def set_offers(stage: Stage) -> Request:
    product = await stage.product()
    line = {"productId": product["id"], "packQuantity": "12", "packCents": 3000}
    return await _part(stage, "offers", {"lines": [line]})


async def _part(stage: Stage, part: str, form: object) -> Request:
    made = await source(stage)
    return Request(await stage.client("buyer"), "PUT", f"/api/order-sources/{made['id']}/{part}", form)


async def set_terms(stage: Stage) -> Request:
    product = await stage.product()
    form = {
        "storeIds": [str(stage.org.places["A1"])],
        "lines": [{"productId": product["id"], "mustOrder": True, "capacity": "24"}],
    }
    return Request(await stage.client("regional"), "PUT", "/api/order-terms", form)


async def set_rule(stage: Stage) -> Request:
    buyer = await stage.client("buyer")
    levels = {"levelA": "0.98", "levelB": "0.95", "levelC": "0.9"}
    await buyer.put("/api/order-rule", {**levels, "ifVersion": 0})
    form = {**levels, "levelC": f"0.8{stage.number}", "ifVersion": stage.number}
    return Request(buyer, "PUT", "/api/order-rule", form)


async def import_offers(stage: Stage) -> Request:
    product, made = await stage.product(), await source(stage)
    sheet = f"来源编码,商品编码,每包数量,每包进价\n{made['code']},{product['code']},12,30\n"
    return Request(await stage.client("buyer"), "POST", "/api/imports/order-offers", {"csv": sheet})


async def import_deliveries(stage: Stage) -> Request:
    made = await source(stage)
    sheet = f"来源编码,门店编码,送货日\n{made['code']},A1,1-5\n"
    return Request(await stage.client("buyer"), "POST", "/api/imports/order-deliveries", {"csv": sheet})


SUPPLY_SCENARIOS: Final[dict[str, Scenario]] = {
    "addSupplier": add_supplier,
    "changeSupplier": change_supplier,
    "addOrderSource": add_source,
    "changeOrderSource": change_source,
    "setOrderDeliveries": set_deliveries,
    "setOrderDeliveryDays": set_days,
    "setOrderOffers": set_offers,
    "setOrderTerms": set_terms,
    "setOrderRule": set_rule,
    "importOrderOffers": import_offers,
    "importOrderDeliveries": import_deliveries,
}
