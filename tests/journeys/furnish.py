"""A chain that has worked for a while, so that every screen has something to show; all of it through the API."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from storewalk.stock.api import PlaceKind, standard_place
from tests.factories.browser import eventually
from tests.factories.catalog import found_catalogue, product_form
from tests.factories.client import Client
from tests.factories.inspections import Visit
from tests.factories.organization import Org
from tests.factories.rebalances import suggest_move
from tests.factories.served import Installation
from tests.factories.stock import add_product, ago, line, receive
from tests.factories.today import today
from tests.factories.transfers import crew_of
from tests.journeys.arrange import by_key, plan_visit, show
from tests.journeys.bought import bought
from tests.journeys.delivered import on_its_way
from tests.journeys.desked import desked
from tests.journeys.disputed import disputed
from tests.journeys.handed import handed_in, shelf_jpeg
from tests.journeys.ordered import MILK, order_day, ordered
from tests.journeys.promoted import promoted
from tests.journeys.reported import reported
from tests.journeys.signalled import signalled
from tests.journeys.supplied import supplied


@dataclass(frozen=True)
class Furnished:
    """The organization, and for the parts of details' addresses the id of one to look at.

    `faces` are more addresses of the console by name, where one kind of detail looks different from state to state.
    """

    org: Org
    ids: dict[str, str]
    faces: dict[str, str]


async def furnish(served: Installation, org: Org) -> Furnished:
    """Plan, inspect, fail, answer and return; add a product and a token; count."""
    planned = await plan_visit(served, org)
    await plan_visit(served, org)
    async with served.client(org, "inspector") as inspector, served.client(org, "manager") as manager:
        visit = await inspected(inspector, planned["id"])
        tasks = await shown_once(inspector, "/api/tasks", lambda found: len(found["items"]) == 2)
        first, second = tasks["items"]
        dispute = await disputed(manager, visit["id"])
        await answered(manager, first)
        await answered(manager, second)
        returned = {"accepted": False, "reason": "价签没有对齐", "ifVersion": 2}
        assert (await inspector.post(f"/api/tasks/{second['id']}/verification", returned)).status_code == 200
    async with served.client(org, "buyer") as buyer:
        await found_catalogue(buyer)
        product = await buyer.post("/api/products", await product_form(buyer))
        assert product.status_code == 201, product.text
        await receive(buyer, org.places["A1"], line(product.json()["id"], "24", 4_800), receivedAt=ago(hours=3))
    waste = await wasted(served, org)
    moving, arrived = await transferred(served, org)
    opened, submitted = await counted(served, org, product.json()["id"])
    approved = await approved_count(served, org, product.json()["id"])
    async with served.client(org, "admin") as admin:
        token = await admin.post("/api/tokens", {"name": "收银系统", "scopes": ["stores.read"]})
        assert token.status_code == 201, token.text
        await sold(admin, org, product.json()["code"])
        sales = (await admin.get("/api/sales", store=org.places["A1"])).json()["items"]
        entry = (await show(admin, "/api/audit"))["items"][0]
    recall = await recalled(served, org)
    promotion = await promoted(served, org)
    signal = await signalled(served, org, product.json()["id"])
    source, supplier = await supplied(served, org)
    morning = await order_day(served, org)
    chilled = morning.source
    async with served.platform.transaction(org.system) as tx:
        move = await suggest_move(tx, org, UUID(morning.products[MILK]))
    desk = await desked(served, org)
    coming, van = await on_its_way(served, org)
    purchase = await bought(served, org)
    await reported(served, org)
    ids = {
        "visits": visit["id"], "reviews": visit["id"], "disputes": dispute,
        "tasks": second["id"], "stores": str(org.places["A1"]), "products": product.json()["id"],
        "templates": visit["templateId"], "people": str(org.accounts["manager"]), "audit": str(entry["id"]),
        "photos": by_key(visit)["drinks-cooler"]["photos"][0],
        "mobile counts": opened["id"], "zoneId": opened["zones"][0]["id"],
        "counts": submitted["id"], "productId": product.json()["id"],
        "freshness": waste, "sales": sales[0]["id"], "recalls": recall, "promotions": promotion, "signals": signal,
        "supply": source, "suppliers": supplier,
        "mobile orders": await ordered(served, org, source), "storeId": str(org.places["A1"]), "sourceId": chilled,
        "mobile transfers": moving, "transfers": arrived,
        "console orders": desk.came, "order-approvals": desk.waiting, "order-claims": desk.claim,
        "order-moves": str(move),
        "claims": desk.claim, "orderId": coming, "shipmentId": van,
        "order-waves": desk.sending, "mobile warehouse": desk.sending,
        "purchases": purchase.purchase, "source": purchase.source, "day": purchase.day,
        "stock": f"{org.places['A1']}_{product.json()['id']}", "kind": "accuracy",
        "reports": str(org.places["A1"]),
    }  # fmt: skip
    faces = {
        "count-open": f"/counts/{opened['id']}",
        "count-codes": f"/counts/{submitted['id']}?view=codes",
        "count-progress": f"/counts/{submitted['id']}?view=progress",
        "count-approved": f"/counts/{approved}",
        "stock-stores": "/stock?view=store",
        "stock-places": f"/places?store={org.places['A1']}&place={standard_place(org.places['A1'], PlaceKind.SHELF)}",
        "freshness-ended": "/freshness?view=ended",
        "freshness-waste": "/freshness?view=waste",
        "recalls-ended": "/recalls?show=ended",
        "signals-past": "/signals?time=past",
        "calendar-unknown": "/calendar?year=2099",
        "promotions-over": "/promotions?show=over",
        "orders-open": "/orders?view=unordered",
        "order-way": f"/orders/{desk.came}?part=way",
        "order-steps": f"/orders/{desk.came}?part=steps",
        "order-wave": desk.wave,
        "supply-offers": f"/supply/{source}?part=offers",
        "supply-days": f"/supply/{source}?part=days",
        "store-terms": f"/store-terms?store={org.places['A1']}",
        "results-changed": "/reports/ordering/overrides?by=region",
        "results-out": "/reports/ordering/out?sort=out_rate",
        "results-decided": "/reports/ordering/approvals?by=source",
        "heat-sections": "/reports/visits?by=region&across=section",
        "heat-answers": "/reports/visits/answers?column=drinks-cooler",
        "sales-receipts": f"/sales?view=receipts&store={org.places['A1']}",
    }
    return Furnished(org, ids, faces)


async def wasted(served: Installation, org: Org) -> str:
    """Take in lots near their last day and past it, and report some of one; return the report, which waits."""
    async with served.client(org, "buyer") as buyer:
        milk = await add_product(buyer, "M1", name={"zh": "鲜牛奶 950ml", "en": "Fresh milk 950 ml"})
        for days in (-3, -1, 0, 1):
            last = today(days)
            lot = {"code": f"L{last:%m%d}", "producedOn": str(last - timedelta(days=20)), "expiresOn": str(last)}
            await receive(buyer, org.places["A1"], line(milk, "8", 4_800, **lot), receivedAt=ago(days=5))
    async with served.client(org, "manager") as manager:
        over = (await show(manager, "/api/stock/expiring"))["items"][0]
        photo = await handed_in(manager, over["storeId"], shelf_jpeg(77, 0))
        what = {key: over[key] for key in ("storeId", "productId", "lotId")}
        form = {**what, "quantity": "8", "reason": "neglect", "note": "冷柜断电一夜", "photoIds": [photo["id"]]}
        async with served.client(org, "admin") as admin:
            assert (await admin.put("/api/stock/waste/rule", {"approvalCents": 1_000})).status_code == 200
        reported = await manager.post("/api/stock/waste", form)
        assert reported.json()["status"] == "pending", reported.text
    return reported.json()["id"]


async def transferred(served: Installation, org: Org) -> tuple[str, str]:
    """Send goods to A1, of which one transfer is still on its way, one arrived short, one waits to be shipped back."""
    app_tx = partial(served.platform.transaction, org.system)
    async with served.client(org, "buyer") as buyer:
        juice = await add_product(buyer, "J1", name={"zh": "橙汁 1L", "en": "Orange juice 1 l"})
        for store in ("A1", "A2"):
            await receive(buyer, org.places[store], line(juice, "12", 2_400, code="J7"), receivedAt=ago(hours=2))
    async with AsyncExitStack() as open_:

        async def log_in(role: str) -> Client:
            return await open_.enter_async_context(served.client(org, role))

        crew = await crew_of(org, lambda _: app_tx(), log_in)
        back = crew.turned()
        await crew.approve(await crew.request((juice, "1")))
        moving = await back.shipped((juice, "4"))
        sent = await back.shipped((juice, "3"))
        [part] = sent["lines"][0]["parts"]
        short = {"partId": part["id"], "received": "2", "reason": "not_loaded", "note": "少一瓶"}
        await back.receive(sent, differences=[short])
        await back.request((juice, "2"))
    return moving["id"], sent["id"]


async def recalled(served: Installation, org: Org) -> str:
    """Call lots of two products back from two stores and let one go again; return the recall that is open."""
    goods = (("Y1", "原味酸奶 8 杯装", "Plain yogurt, 8 cups"), ("Y2", "草莓酸奶 8 杯装", "Strawberry yogurt, 8 cups"))
    opened: list[dict[str, Any]] = []
    async with served.client(org, "buyer") as buyer:
        for code, zh, en in goods:
            yogurt = await add_product(buyer, code, name={"zh": zh, "en": en})
            lot = {"code": f"{code}1126", "producedOn": "2026-11-26", "expiresOn": "2099-12-31"}
            for store in ("A1", "A2"):
                await receive(buyer, org.places[store], line(yogurt, "9", 2_700, **lot), receivedAt=ago(hours=4))
            lots = await buyer.get(f"/api/stock/products/{yogurt}/lots")
            form = {"productId": yogurt, "lotIds": [lots.json()[0]["id"]], "reason": "供应商通知：灌装线清洗不合格"}
            answer = await buyer.post("/api/stock/recalls", form)
            assert answer.status_code == 201, answer.text
            opened.append(answer.json())
        ended, open_ = opened
        ending = {"ifVersion": ended["version"], "reason": "供应商复检合格"}
        assert (await buyer.post(f"/api/stock/recalls/{ended['id']}/end", ending)).status_code == 200
    return open_["id"]


async def counted(served: Installation, org: Org, product_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Let a clerk count a product and a code that nobody knows, in a count that goes on and in one that is over."""
    forms: tuple[dict[str, Any], ...] = (
        {"kind": "full", "title": "月末全盘"},
        {"kind": "spot", "title": "抽盘 可口可乐", "productIds": [product_id]},
    )
    found: list[dict[str, Any]] = []
    for form in forms:
        async with served.client(org, "manager") as manager:
            opened = await manager.post("/api/counts", {"storeId": str(org.places["A1"]), **form})
            assert opened.status_code == 201, opened.text
        count = opened.json()
        common = {"zoneId": count["zones"][0]["id"], "countedAt": ago(minutes=1), "revision": 1}
        lines = [
            {"id": str(uuid4()), "productId": product_id, "quantity": "22", **common},
            {"id": str(uuid4()), "barcode": "6930000000012", "quantity": "3", "note": "新到的饼干", **common},
        ]
        async with served.client(org, "clerk") as clerk:
            taken = await clerk.put(f"/api/counts/{count['id']}/lines", {"lines": lines})
            assert taken.json()["taken"] == len(lines), taken.text
            if form["kind"] == "spot":
                assert (await clerk.post(f"/api/counts/{count['id']}/submission", {})).status_code == 200
        found.append(count)
    return found[0], found[1]


async def sold(till: Client, org: Org, code: str) -> None:
    """Hand in a receipt of something known and of a code that nobody knows, which then waits."""
    lines = [
        {"code": code, "quantity": "1", "amountCents": 350},
        {"barcode": "6930000000029", "quantity": "2", "amountCents": 900},
    ]
    receipt = {"store": str(org.places["A1"]), "number": "T0001", "occurredAt": ago(minutes=3), "lines": lines}
    answer = await till.post("/api/pos/sales", {"receipts": [receipt]})
    assert answer.status_code == 200, answer.text
    assert answer.json()["parked"] == 1, answer.text


async def approved_count(served: Installation, org: Org, product_id: str) -> str:
    """Let a clerk find one product missing in a spot count, and the regional manager approve it; return its id."""
    form = {"storeId": str(org.places["A1"]), "kind": "spot", "title": "后仓抽盘", "productIds": [product_id]}
    async with served.client(org, "manager") as manager, served.client(org, "clerk") as clerk:
        count = (await manager.post("/api/counts", form)).json()
        one = {"id": str(uuid4()), "productId": product_id, "quantity": "23", "revision": 1}
        lines = [{**one, "zoneId": count["zones"][1]["id"], "countedAt": ago(minutes=2)}]
        assert (await clerk.put(f"/api/counts/{count['id']}/lines", {"lines": lines})).status_code == 200
        assert (await clerk.post(f"/api/counts/{count['id']}/submission", {})).status_code == 200
    async with served.client(org, "regional") as regional:
        version = (await show(regional, f"/api/counts/{count['id']}"))["version"]
        approval = await regional.post(f"/api/counts/{count['id']}/approval", {"ifVersion": version})
        assert approval.status_code == 200, approval.text
    return count["id"]


async def inspected(inspector: Client, visit_id: str) -> dict[str, Any]:
    """Carry a planned visit out: a shelf with gaps, price tags missing, all else well; wait for its score."""
    started = await inspector.post(f"/api/inspections/{visit_id}/start", {})
    assert started.status_code == 200, started.text
    visit = Visit(inspector, started.json())
    shelf, tags, entrance = shelf_jpeg(1, 9), shelf_jpeg(2, 0), shelf_jpeg(3, 0)
    await visit.answer("drinks-cooler", photos=[await handed_in(inspector, visit.store_id, shelf, "shelf")])
    tags_photo = await handed_in(inspector, visit.store_id, tags)
    await visit.answer("price-tags", outcome="fail", note="第三层缺三张", photos=[tags_photo])
    await visit.answer("promotion", outcome="notApplicable")
    await visit.answer("chiller-temperature", number="4.5")
    await visit.answer("expired-goods", outcome="pass")
    await visit.answer("hot-food-holding", outcome="notApplicable")
    await visit.answer("entrance", photos=[await handed_in(inspector, visit.store_id, entrance)])
    await visit.answer("floor", choice="clean")
    await visit.answer("fire-exit", outcome="pass")
    await visit.answer("uniform", outcome="pass")
    await visit.submit(10)
    settled = await shown_once(
        inspector, f"/api/inspections/{visit_id}", lambda found: found["status"] == "scored" or found["needsPerson"]
    )
    if settled["needsPerson"]:
        assert (await visit.decide("drinks-cooler", outcome="fail")).status_code == 200
    return settled


async def answered(manager: Client, task: dict[str, Any]) -> None:
    """Answer a task with an after-photo."""
    photo = await handed_in(manager, task["storeId"], shelf_jpeg(hash(task["id"]) % 1000 + 10, 0))
    form = {"note": "已补满", "photos": [photo], "ifVersion": task["version"]}
    answer = await manager.post(f"/api/tasks/{task['id']}/response", form)
    assert answer.status_code == 200, answer.text


async def shown_once(client: Client, path: str, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Ask until the worker has brought about what is waited for."""

    async def ask() -> dict[str, Any] | None:
        found = await show(client, path)
        return found if holds(found) else None

    found = await eventually(ask)
    assert found is not None
    return found
