"""One real use of every command about counts, as `scenarios` has them for the others."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from tests.factories.stock import line
from tests.faults.scenarios import Scenario
from tests.faults.stage import Request, Stage


async def goods(stage: Stage) -> str:
    """Return a product of which A1 has ten."""
    product = await stage.once("counted goods", stage.product)
    stock = {"storeId": str(stage.org.places["A1"]), "lines": [line(product["id"], "10", 1000)]}
    await stage.once("counted stock", lambda: stage.post("manager", "/api/stock/receipts", stock))
    return product["id"]


async def counting(stage: Stage, *counted: str, submitted: bool = False) -> dict[str, Any]:
    """Open a count at A1, have the clerk count the goods once for each quantity, and submit it."""
    product = await goods(stage)
    form = {"storeId": str(stage.org.places["A1"]), "kind": "full", "title": f"盘点 {stage.number}"}
    count = await stage.post("manager", "/api/counts", form)
    for quantity in counted:
        body = {"lines": [taken(count, product, quantity)]}
        answer = await (await stage.client("clerk")).put(f"/api/counts/{count['id']}/lines", body)
        assert answer.is_success, answer.text
    return await stage.post("clerk", f"/api/counts/{count['id']}/submission", {}) if submitted else count


def taken(count: dict[str, Any], product: str | None, quantity: str) -> dict[str, Any]:
    """Return a line of a count's first zone."""
    return {
        "id": str(uuid4()),
        "zoneId": count["zones"][0]["id"],
        "productId": product,
        "barcode": None if product else "6999999999994",
        "quantity": quantity,
        "countedAt": datetime.now(UTC).isoformat(),
        "revision": 1,
    }


async def open_count(stage: Stage) -> Request:
    form = {"id": str(UUID(int=stage.number)), "storeId": str(stage.org.places["A1"]), "kind": "full", "title": "盘点"}
    return Request(await stage.client("manager"), "POST", "/api/counts", form)


async def plan_counts(stage: Stage) -> Request:
    form = {"storeIds": [str(stage.org.places[place]) for place in ("A1", "A2")], "kind": "full", "title": "年终"}
    return Request(await stage.client("regional"), "POST", "/api/counts/plans", form)


async def set_count_rule(stage: Stage) -> Request:
    form = {"recountQuantity": str(stage.number), "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
    admin = await stage.client("admin")
    await admin.put("/api/counts/rule", {**form, "recountCents": 100})
    return Request(admin, "PUT", "/api/counts/rule", form)


async def set_cycle_rule(stage: Stage) -> Request:
    form = {"everyDays": 7, "products": 10 + stage.number, "aDays": 30, "bDays": 90, "cDays": 180}
    admin = await stage.client("admin")
    await admin.put("/api/counts/cycle-rule", {**form, "everyDays": 0})
    return Request(admin, "PUT", "/api/counts/cycle-rule", form)


async def take_lines(stage: Stage) -> Request:
    count, product = await counting(stage), await goods(stage)
    read = {"zoneId": count["zones"][0]["id"], "readAt": datetime.now(UTC).isoformat()}
    tags = [{**read, "epc": f"urn:epc:id:sgtin:0614141.812345.{serial}"} for serial in (1, 2)]
    body = {"lines": [taken(count, product, "9"), taken(count, product, "1")], "tags": tags}
    return Request(await stage.client("clerk"), "PUT", f"/api/counts/{count['id']}/lines", body)


async def close_zone(stage: Stage) -> Request:
    count = await counting(stage)
    path = f"/api/counts/{count['id']}/zones/{count['zones'][0]['id']}/closing"
    return Request(await stage.client("clerk"), "POST", path)


async def name_product(stage: Stage) -> Request:
    count, product = await counting(stage), await goods(stage)
    unknown = taken(count, None, "3")
    await (await stage.client("clerk")).put(f"/api/counts/{count['id']}/lines", {"lines": [unknown]})
    path = f"/api/counts/{count['id']}/lines/{unknown['id']}/product"
    return Request(await stage.client("manager"), "POST", path, {"productId": product})


async def set_code_aside(stage: Stage) -> Request:
    count = await counting(stage)
    unknown = taken(count, None, "3")
    await (await stage.client("clerk")).put(f"/api/counts/{count['id']}/lines", {"lines": [unknown]})
    path = f"/api/counts/{count['id']}/lines/{unknown['id']}/setting-aside"
    return Request(await stage.client("manager"), "POST", path, {"reason": "周转箱"})


async def submit_count(stage: Stage) -> Request:
    count = await counting(stage, "10")
    return Request(await stage.client("clerk"), "POST", f"/api/counts/{count['id']}/submission", {"lines": 1})


async def review_variance(stage: Stage) -> Request:
    count = await counting(stage, "9", submitted=True)
    path = f"/api/counts/{count['id']}/variances/{await goods(stage)}"
    return Request(await stage.client("manager"), "PUT", path, {"reason": "theft", "note": f"{stage.number}"})


async def review_variances(stage: Stage) -> Request:
    count = await counting(stage, "9", submitted=True)
    form = {"productIds": [await goods(stage)], "reason": "theft"}
    return Request(await stage.client("manager"), "POST", f"/api/counts/{count['id']}/reviews", form)


async def ask_recount(stage: Stage) -> Request:
    count = await counting(stage, "9", submitted=True)
    form = {"productIds": [await goods(stage)], "ifVersion": count["version"]}
    return Request(await stage.client("regional"), "POST", f"/api/counts/{count['id']}/recount", form)


async def approve_count(stage: Stage) -> Request:
    count = await counting(stage, str(10 - stage.number), submitted=True)
    form = {"ifVersion": count["version"]}
    return Request(await stage.client("regional"), "POST", f"/api/counts/{count['id']}/approval", form)


async def cancel_count(stage: Stage) -> Request:
    count = await counting(stage, "9")
    version = (await (await stage.client("manager")).get(f"/api/counts/{count['id']}")).json()["version"]
    form = {"reason": "改期", "ifVersion": version}
    return Request(await stage.client("manager"), "POST", f"/api/counts/{count['id']}/cancellation", form)


COUNT_SCENARIOS: Final[dict[str, Scenario]] = {
    "openCount": open_count,
    "planCounts": plan_counts,
    "setCountRule": set_count_rule,
    "setCycleRule": set_cycle_rule,
    "takeCountLines": take_lines,
    "closeCountZone": close_zone,
    "nameCountedProduct": name_product,
    "setCountedCodeAside": set_code_aside,
    "submitCount": submit_count,
    "reviewVariance": review_variance,
    "reviewVariances": review_variances,
    "askRecount": ask_recount,
    "approveCount": approve_count,
    "cancelCount": cancel_count,
}
