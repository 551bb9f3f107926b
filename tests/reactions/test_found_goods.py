"""What a count finds is what tills have sold already."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.shop import open_shop


async def test_a_line_that_waits_for_stock_is_booked_when_a_count_finds_the_goods(
    org: Org, client: LogIn, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    shop = await open_shop(org, app_tx, await client("buyer"), ["牛奶"])
    admin, clerk, regional = await client("admin"), await client("clerk"), await client("regional")
    sold_at = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    lines = [{"code": "P0", "quantity": "2", "amountCents": 700}]
    receipt = {"store": str(shop.store), "number": "T1", "occurredAt": sold_at, "lines": lines}
    told = (await admin.post("/api/pos/sales", {"receipts": [receipt]})).json()
    assert (told["accepted"], told["parked"]) == (1, 1)
    manager = await client("manager")
    form = {"storeId": str(shop.store), "kind": "spot", "title": "抽盘", "productIds": [str(shop.products["牛奶"])]}
    count = (await manager.post("/api/counts", form)).json()
    line: dict[str, Any] = {"id": str(org.id), "zoneId": count["zones"][0]["id"], "revision": 1, "quantity": "5"}
    line |= {"productId": str(shop.products["牛奶"]), "countedAt": (datetime.now(UTC) - timedelta(hours=1)).isoformat()}
    path = f"/api/counts/{count['id']}"
    rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 0}
    assert (await admin.put("/api/counts/rule", rule)).status_code == 200
    assert (await clerk.put(f"{path}/lines", {"lines": [line]})).json()["taken"] == 1
    submitted = (await clerk.post(f"{path}/submission", {})).json()
    assert (await regional.post(f"{path}/approval", {"ifVersion": submitted["version"]})).status_code == 200
    await run_jobs()
    assert (await admin.get("/api/sales/parked")).json()["items"] == []
    assert (await shop.on_hand("牛奶"))[0] == "3"
