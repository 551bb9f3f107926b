"""Where goods come from, for screens: a supplier and a warehouse, their days and offers, what differs at a store."""

from datetime import UTC, datetime, timedelta

from tests.factories.organization import Org
from tests.factories.served import Installation
from tests.factories.stock import add_product
from tests.factories.supply import add_source, add_supplier, add_warehouse, deliver, offer, set_offers

WEEK = (("A1", [1, 3, 5]), ("A2", [1, 3, 5]), ("B1", [2, 6]))
GOODS = (("S1", "鲜牛奶 950ml", "Fresh milk 950 ml"), ("S2", "原味酸奶 200g", "Plain yoghurt 200 g"))


async def supplied(served: Installation, org: Org) -> tuple[str, str]:
    """Keep all of it, and return the source and the supplier."""
    async with served.client(org, "admin") as admin:
        warehouse = await add_warehouse(admin, org.places["B"])
    async with served.client(org, "buyer") as buyer:
        milk, yoghurt = [await add_product(buyer, code, name={"zh": zh, "en": en}) for code, zh, en in GOODS]
        dairy = await add_supplier(
            buyer, name="申江乳业有限公司", creditCode="91310120MA1HQ7J41Y", email="o@dairy.example"
        )
        cold = await add_source(buyer, supplierId=dairy["id"])
        await add_source(buyer, code="DRY", name="总仓常温", warehouseId=warehouse, leadDays=2, soldSameDay=False)
        for store, weekdays in WEEK:
            await deliver(buyer, cold, org.places[store], weekdays=weekdays, budgetCents=150_000)
        fresh = offer(milk, lifeDays=14, serviceClass="a", least="12", most="120")
        await set_offers(buyer, cold, fresh, offer(yoghurt, packQuantity="24", packCents=7200, lifeDays=21))
        day = str(datetime.now(UTC).date() + timedelta(days=9))
        days = {"days": [{"day": day, "delivers": False}]}
        assert (await buyer.put(f"/api/order-sources/{cold['id']}/days", days)).status_code == 200
        terms = {"productId": milk, "mustOrder": True, "capacity": "24", "keepAtLeast": "4"}
        form = {"storeIds": [str(org.places["A1"])], "lines": [terms]}
        assert (await buyer.put("/api/order-terms", form)).status_code == 200
    return cold["id"], dairy["id"]
