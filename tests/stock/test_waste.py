"""Goods that will not be sold: near their last day, marked down, withdrawn, thrown away."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.stock.expiry import warn_days_sql
from storewalk.stock.jobs import TellExpiring, tell_morning
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.shop import Shop, open_shop
from tests.factories.today import today

"""The stores' own day."""


@pytest.fixture
async def shop(org: Org, app_tx: AppTx, client: LogIn) -> Shop:
    """Store A1 with milk and tea in the catalogue and nothing on the shelves."""
    return await open_shop(org, app_tx, await client("buyer"), ["牛奶", "茶"])


async def receive(
    manager: Client, shop: Shop, product: str, quantity: int, *, last_day: date, place: str = "shelf"
) -> None:
    """Take in goods of a lot that keeps for twenty days, at 3 yuan each."""
    lot = {"code": f"L{last_day:%m%d}", "producedOn": str(last_day - timedelta(days=20)), "expiresOn": str(last_day)}
    line = {"productId": str(shop.products[product]), "quantity": str(quantity), "valueCents": 300 * quantity}
    form = {"storeId": str(shop.store), "lines": [{**line, "place": place, "lot": lot}]}
    answer = await manager.post("/api/stock/receipts", form)
    assert answer.status_code == 201, answer.text


async def lots(reader: Client) -> list[dict[str, Any]]:
    answer = await reader.get("/api/stock/expiring")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def report(shop: Shop, lot: dict[str, Any] | None, quantity: int, **more: Any) -> dict[str, Any]:
    return {
        "storeId": str(shop.store),
        "productId": str(shop.products["牛奶"]),
        "lotId": lot["lotId"] if lot else None,
        "quantity": str(quantity),
        "reason": "expired",
        "photoIds": [str(uuid4())],
        **more,
    }


@pytest.mark.parametrize(
    ("keeps", "warned"), [(400, 45), (365, 45), (200, 20), (100, 15), (30, 10), (29, 2), (10, 2), (9, 1), (0, 1)]
)
async def test_goods_are_near_their_end_by_how_long_they_keep(app_tx: AppTx, org: Org, keeps: int, warned: int) -> None:
    last = date(2026, 11, 29)
    lot = "(VALUES ($1::date, $2::date)) AS l (produced_on, expires_on)"
    async with app_tx(org) as tx:
        rows = await tx.fetch(f"SELECT {warn_days_sql('l')} FROM {lot}", last - timedelta(days=keeps), last)
    assert rows[0][0] == warned


@pytest.mark.parametrize(("days", "stand"), [(3, None), (2, "near"), (0, "near"), (-1, "expired")])
async def test_the_last_day_is_a_good_one_and_the_warning_starts_before_it(
    shop: Shop, client: LogIn, days: int, stand: str | None
) -> None:
    manager = await client("manager")
    await receive(manager, shop, "牛奶", 4, last_day=today() + timedelta(days=days))
    assert [(each["daysLeft"], each["freshness"]) for each in await lots(manager)] == ([(days, stand)] if stand else [])


async def test_a_store_sees_its_lots_that_end_first_and_no_sound_ones(shop: Shop, client: LogIn) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    await receive(manager, shop, "牛奶", 4, last_day=today(1))
    await receive(manager, shop, "牛奶", 6, last_day=today(12))
    await receive(manager, shop, "茶", 2, last_day=today(-2), place="back_room")
    found = await lots(clerk)
    assert [(e["productName"]["zh"], e["freshness"], e["quantity"], e["shelf"], e["backRoom"]) for e in found] == [
        ("茶", "expired", "2", "0", "2"),
        ("牛奶", "near", "4", "4", "0"),
    ]
    assert (await (await client("hr")).get("/api/stock/expiring")).status_code == 403


async def test_a_lot_is_marked_down_and_then_taken_off_the_shelf(shop: Shop, client: LogIn) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    await receive(manager, shop, "牛奶", 4, last_day=today())
    path = f"/api/stock/stores/{shop.store}/lots/{(await lots(clerk))[0]['lotId']}/steps"
    for form in ({"kind": "marked_down"}, {"kind": "withdrawn", "priceCents": 200}):
        refused = await clerk.post(path, form)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "priceCents")
    assert (await clerk.post(path, {"kind": "marked_down", "priceCents": 250})).status_code == 200
    step = (await lots(clerk))[0]["step"]
    assert (step["kind"], step["priceCents"]) == ("marked_down", 250)
    withdrawn = {"id": str(uuid4()), "kind": "withdrawn"}
    for _ in range(2):
        assert (await clerk.post(path, withdrawn)).status_code == 200
    found = (await lots(clerk))[0]
    assert (found["step"]["kind"], found["shelf"], found["backRoom"]) == ("withdrawn", "0", "4")
    assert await shop.on_hand("牛奶") == ("4", 1200)


async def test_little_waste_leaves_the_book_at_once(shop: Shop, client: LogIn) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    await receive(manager, shop, "牛奶", 4, last_day=today(-1))
    lot = (await lots(clerk))[0]
    posted = (await clerk.post("/api/stock/waste", report(shop, lot, 3))).json()
    assert (posted["status"], posted["valueCents"], posted["taxLost"], posted["decidedByName"]) == (
        "posted", 900, False, None,
    )  # fmt: skip
    assert await shop.on_hand("牛奶") == ("1", 300)
    assert (await lots(clerk))[0]["step"]["kind"] == "wasted"


async def test_waste_above_the_limit_waits_for_somebody_else(shop: Shop, client: LogIn, run_jobs: JobRunner) -> None:
    manager, regional, admin = await client("manager"), await client("regional"), await client("admin")
    assert (await admin.put("/api/stock/waste/rule", {"approvalCents": 500})).json() == {"approvalCents": 500}
    await receive(manager, shop, "牛奶", 4, last_day=today(-1))
    form = report(shop, (await lots(manager))[0], 4, reason="neglect", note="冷柜断电")
    waiting = (await manager.post("/api/stock/waste", form)).json()
    assert (waiting["status"], waiting["valueCents"], waiting["taxLost"]) == ("pending", 1200, True)
    assert await shop.on_hand("牛奶") == ("4", 1200)
    path, decision = f"/api/stock/waste/{waiting['id']}/decision", {"approved": True, "ifVersion": waiting["version"]}
    assert (await manager.post(path, decision)).status_code == 403
    await run_jobs()
    told = (await regional.get("/api/notifications")).json()["items"]
    assert [(each["title"]["zh"], each["body"]["zh"]) for each in told] == [
        ("A1 店：报损待审批", "金额 12.00 元，请查看照片和原因。")
    ]
    refused = await regional.post(path, {**decision, "approved": False})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "note")
    approved = (await regional.post(path, decision)).json()
    assert (approved["status"], approved["decidedByName"]) == ("posted", f"regional-{org_number(shop)}")
    assert await shop.on_hand("牛奶") == ("0", 0)
    again = await regional.post(path, decision)
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")


def org_number(shop: Shop) -> str:
    return shop.org.code.split("-")[1]


async def test_a_refused_report_leaves_the_book_as_it_was(shop: Shop, client: LogIn) -> None:
    manager, regional = await client("manager"), await client("regional")
    await (await client("admin")).put("/api/stock/waste/rule", {"approvalCents": 0})
    await receive(manager, shop, "牛奶", 4, last_day=today())
    waiting = (await manager.post("/api/stock/waste", report(shop, None, 4, reason="damaged"))).json()
    form = {"approved": False, "note": "照片看不清", "ifVersion": waiting["version"]}
    refused = (await regional.post(f"/api/stock/waste/{waiting['id']}/decision", form)).json()
    assert (refused["status"], refused["decisionNote"]) == ("refused", "照片看不清")
    assert await shop.on_hand("牛奶") == ("4", 1200)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"quantity": "5"}, "quantity"),
        ({"quantity": "0"}, "quantity"),
        ({"photoIds": []}, "photoIds"),
    ],
)
async def test_a_report_that_cannot_be_is_refused_by_its_field(
    shop: Shop, client: LogIn, change: dict[str, Any], field: str
) -> None:
    manager = await client("manager")
    await receive(manager, shop, "牛奶", 4, last_day=today())
    refused = await manager.post("/api/stock/waste", {**report(shop, (await lots(manager))[0], 4), **change})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    assert (await manager.get("/api/stock/waste")).json()["items"] == []
    assert await shop.on_hand("牛奶") == ("4", 1200)


async def test_what_was_stolen_needs_no_photo_and_its_input_tax_is_lost(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    await receive(manager, shop, "牛奶", 4, last_day=today())
    form = report(shop, None, 1, reason="theft", photoIds=[])
    posted = (await manager.post("/api/stock/waste", form)).json()
    assert (posted["status"], posted["taxLost"], posted["lotCode"]) == ("posted", True, None)


async def test_the_measure_counts_lots_that_ended_and_what_was_done_in_time(
    shop: Shop, client: LogIn, app_tx: AppTx
) -> None:
    manager = await client("manager")
    long_ago = datetime.now(UTC) - timedelta(days=9)
    for number, name in enumerate(("牛奶", "茶", "牛奶")):
        await receive_then(manager, shop, name, today() - timedelta(days=2 + number), long_ago)
    async with app_tx(shop.org) as tx:
        first = await tx.raw.fetchval(
            "SELECT id FROM stock_lot WHERE org_id = $1 ORDER BY expires_on LIMIT 1", shop.org.id
        )
        await tx.raw.execute(
            "INSERT INTO lot_step (org_id, id, store_id, product_id, lot_id, kind, taken_by, taken_at)"
            " VALUES ($1, $2, $3, $4, $5, 'withdrawn', $6, now() - interval '6 days')",
            shop.org.id, uuid4(), shop.store, shop.products["牛奶"], first, shop.org.accounts["manager"],
        )  # fmt: skip
    await shop.sell("茶", 5, datetime.now(UTC) - timedelta(days=5))
    measure = (await manager.get("/api/stock/expiring/measure")).json()
    assert measure == {"lots": 3, "handled": 2, "expired": 1, "wastedCents": 0}


async def receive_then(manager: Client, shop: Shop, product: str, last_day: date, at: datetime) -> None:
    lot = {"code": f"L{last_day:%m%d}", "producedOn": str(last_day - timedelta(days=20)), "expiresOn": str(last_day)}
    line = {"productId": str(shop.products[product]), "quantity": "5", "valueCents": 1500, "place": "shelf", "lot": lot}
    form = {"storeId": str(shop.store), "receivedAt": at.isoformat(), "lines": [line]}
    assert (await manager.post("/api/stock/receipts", form)).status_code == 201


async def test_each_morning_a_store_hears_of_its_lots_once(
    shop: Shop, client: LogIn, platform: Platform, run_jobs: JobRunner
) -> None:
    manager, clerk = await client("manager"), await client("clerk")
    await receive(manager, shop, "牛奶", 4, last_day=today())
    await receive(manager, shop, "茶", 4, last_day=today(-3))
    for _ in range(2):
        await tell_morning(JobContext(platform, shop.org.id), TellExpiring())
    await run_jobs()
    for who in (manager, clerk):
        told = [each["body"]["zh"] for each in (await who.get("/api/notifications")).json()["items"]]
        assert told == ["临期 1 批，过期 1 批，请降价、下架或报损。"]
    assert (await (await client("regional")).get("/api/notifications")).json()["items"] == []


async def test_another_stores_waste_is_not_there(shop: Shop, client: LogIn, org: Org) -> None:
    manager = await client("manager")
    far = report(shop, None, 1, storeId=str(org.places["B1"]))
    assert (await manager.post("/api/stock/waste", far)).status_code == 404
    assert (await manager.get("/api/stock/expiring", store=str(org.places["B1"]))).status_code == 404
    assert (
        await manager.post(f"/api/stock/waste/{UUID(int=7)}/decision", {"approved": True, "ifVersion": 1})
    ).status_code == 403


async def test_goods_that_wait_for_approval_are_not_reported_twice(shop: Shop, client: LogIn) -> None:
    manager = await client("manager")
    await (await client("admin")).put("/api/stock/waste/rule", {"approvalCents": 0})
    await receive(manager, shop, "牛奶", 4, last_day=today())
    lot = (await lots(manager))[0]
    assert (await manager.post("/api/stock/waste", report(shop, lot, 3))).json()["status"] == "pending"
    again = await manager.post("/api/stock/waste", report(shop, lot, 2))
    assert (again.status_code, again.json()["errors"][0]["field"]) == (422, "quantity")
    assert (await manager.post("/api/stock/waste", report(shop, None, 1))).json()["status"] == "pending"
