"""Goods go from one store to another: in neither while they are on their way, with their lots and their value."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storewalk.stock.api import Point, mark_counted
from storewalk.stores.api import AddLegalEntity, EntityKind, add_legal_entity
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.shop import Shop
from tests.factories.stock import add_product, ago, line, receive, stock_of
from tests.factories.transfers import Crew, crew_of, step, take


@pytest.fixture
async def crew(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    return await crew_of(org, app_tx, client)


@pytest.fixture
async def cola(buyer: Client, org: Org) -> str:
    """A product of which A1 has 15 for 16.50: five of a lot that ends sooner, ten of one that ends later."""
    product = await add_product(buyer, "C1")
    later = line(product, "10", 1000, code="L-LATER", expiresOn="2099-12-31")
    sooner = line(product, "5", 650, "back_room", code="L-SOONER", expiresOn="2099-06-30")
    await receive(buyer, org.places["A1"], later, sooner)
    return product


def fault(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["errors"][0]["field"]


def parts(transfer: dict[str, Any]) -> list[tuple[str | None, str, str | None, int]]:
    return [
        (part["lotCode"], part["shipped"], part["received"], part["valueCents"])
        for line_ in transfer["lines"]
        for part in line_["parts"]
    ]


async def test_goods_are_reserved_then_in_neither_store_then_the_receivers_with_lots_and_value(
    crew: Crew, cola: str
) -> None:
    asked = await crew.request((cola, "8"))
    assert (asked["status"], await crew.book("A1", cola)) == ("requested", ("15", 1650, "0", 0))
    approved = await crew.approve(asked)
    held = await stock_of(crew.sender, crew.org.places["A1"], cola)
    assert [held[each] for each in ("quantity", "reserved", "available")] == ["15", "8", "7"]
    sent = await crew.ship(approved)
    assert parts(sent) == [("L-SOONER", "5", None, 550), ("L-LATER", "3", None, 330)]
    assert await crew.book("A1", cola) == ("7", 770, "0", 0)
    assert await crew.book("A2", cola) == ("0", 0, "8", 880)
    held = await stock_of(crew.sender, crew.org.places["A1"], cola)
    assert [held[each] for each in ("quantity", "reserved", "available")] == ["7", "0", "7"]
    coming = await stock_of(crew.receiver, crew.org.places["A2"], cola)
    assert [coming[each] for each in ("quantity", "inTransit", "inTransitCents")] == ["0", "8", 880]
    done = await crew.receive(sent, place="back_room")
    assert (done["status"], done["differing"], done["lines"][0]["received"]) == ("received", 0, "8")
    assert await crew.book("A1", cola) == ("7", 770, "0", 0)
    assert await crew.book("A2", cola) == ("8", 880, "0", 0)
    lots = (await crew.receiver.get(f"/api/stock/stores/{crew.org.places['A2']}/products/{cola}")).json()["lots"]
    assert [(lot["place"], lot["lotCode"], lot["quantity"]) for lot in lots] == [
        ("back_room", "L-SOONER", "5"),
        ("back_room", "L-LATER", "3"),
    ]
    assert [done[f"{each}ByName"][:7] for each in ("requested", "decided", "shipped", "received")] == [
        "陈店长",
        "regiona",
        "manager",
        "陈店长",
    ]


async def test_what_was_lost_is_the_receivers_variance_and_what_never_left_is_the_senders_again(
    crew: Crew, cola: str
) -> None:
    sent = await crew.shipped((cola, "8"))
    part = {each["lotCode"]: each["id"] for each in sent["lines"][0]["parts"]}
    differences = [
        {"partId": part["L-SOONER"], "received": "4", "reason": "damaged", "note": "压坏"},
        {"partId": part["L-LATER"], "received": "1", "reason": "not_loaded"},
    ]
    done = await crew.receive(sent, differences=differences)
    assert await crew.book("A2", cola) == ("5", 550, "0", 0)
    assert await crew.book("A1", cola) == ("9", 990, "0", 0)
    assert parts(done) == [("L-SOONER", "5", "4", 550), ("L-LATER", "3", "1", 330)]
    assert (done["differing"], done["lines"][0]["received"]) == (1, "5")
    moves = (await crew.receiver.get("/api/stock/moves", store=crew.org.places["A2"], product=cola)).json()["items"]
    lost = [(m["fromKind"], m["toKind"], m["quantity"], m["valueCents"]) for m in moves if not m["direction"]]
    assert lost == [("transit", "variance", "1", 110)]
    lots = (await crew.sender.get(f"/api/stock/stores/{crew.org.places['A1']}/products/{cola}")).json()["lots"]
    assert [(lot["lotCode"], lot["quantity"]) for lot in lots] == [("L-LATER", "9")]


async def test_a_transfer_of_which_nothing_arrives_leaves_nothing_on_its_way(crew: Crew, cola: str) -> None:
    sent = await crew.shipped((cola, "5"))
    [part] = sent["lines"][0]["parts"]
    await crew.receive(sent, differences=[{"partId": part["id"], "received": "0", "reason": "lost"}])
    assert await crew.book("A2", cola) == ("0", 0, "0", 0)
    assert await crew.book("A1", cola) == ("10", 1100, "0", 0)


@pytest.mark.parametrize(
    ("difference", "field"),
    [
        ({"received": "6", "reason": "lost"}, "differences.0.received"),
        ({"received": "1.0001", "reason": "lost"}, "differences.0.received"),
        ({"received": "4"}, "differences.0.reason"),
        ({"received": "4", "reason": "other", "note": " "}, "differences.0.note"),
        ({"received": "4", "reason": "lost", "partId": str(UUID(int=7))}, "differences.0.partId"),
    ],
)
async def test_a_difference_that_cannot_be_is_refused_by_its_field(
    crew: Crew, cola: str, difference: dict[str, Any], field: str
) -> None:
    sent = await crew.shipped((cola, "5"))
    named = {"partId": sent["lines"][0]["parts"][0]["id"], **difference}
    assert fault(await take(crew.receiver, sent, "receipt", differences=[named])) == (422, field)
    assert await crew.book("A2", cola) == ("0", 0, "5", 550)


async def test_less_may_be_approved_and_less_of_that_be_sent(crew: Crew, cola: str, buyer: Client) -> None:
    other = await add_product(buyer, "C2")
    await receive(buyer, crew.org.places["A1"], line(other, "4", 100))
    asked = await crew.request((cola, "8"), (other, "4"))
    first, second = (each["id"] for each in asked["lines"])
    approved = await crew.approve(asked, lines=[{"lineId": first, "quantity": "6"}])
    assert [each["approved"] for each in approved["lines"]] == ["6", "4"]
    over = await take(crew.sender, approved, "shipment", lines=[{"lineId": first, "quantity": "7"}])
    assert fault(over) == (422, "lines.0.quantity")
    none = [{"lineId": each, "quantity": "0"} for each in (first, second)]
    assert fault(await take(crew.sender, approved, "shipment", lines=none)) == (422, "lines")
    sent = await crew.ship(approved, lines=[{"lineId": first, "quantity": "2"}, {"lineId": second, "quantity": "0"}])
    assert [(each["shipped"], each["shippedValueCents"]) for each in sent["lines"]] == [("2", 220), ("0", 0)]
    done = await crew.receive(sent)
    assert [each["received"] for each in done["lines"]] == ["2", "0"]
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["available"] == "13"


async def test_what_is_promised_to_one_store_is_not_promised_to_another(crew: Crew, cola: str, client: LogIn) -> None:
    await crew.approve(await crew.request((cola, "9")))
    second = await crew.request((cola, "7"))
    refused = await take(crew.regional, second, "approval")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"] == "C1 可调拨的库存不足：减去过期、下架和已预留，还有 6。"
    one, two = await crew.request((cola, "3")), await crew.request((cola, "4"))
    form = {"approved": True, "transfers": [{"id": t["id"], "ifVersion": 1} for t in (one, two)]}
    both = await crew.regional.post("/api/stock/transfers/decisions", form)
    assert fault(both) == (422, "transfers.1")
    assert (await crew.regional.get(f"/api/stock/transfers/{one['id']}")).json()["status"] == "requested"
    buyer = await client("buyer")
    answers = await asyncio.gather(take(crew.regional, one, "approval"), take(buyer, two, "approval"))
    assert sorted(answer.status_code for answer in answers) == [200, 422]


async def test_many_are_decided_at_once_or_none(crew: Crew, cola: str) -> None:
    transfers = [await crew.request((cola, "2")) for _ in range(3)]
    named = [{"id": each["id"], "ifVersion": each["version"]} for each in transfers]
    silent = await crew.regional.post("/api/stock/transfers/decisions", {"approved": False, "transfers": named[:1]})
    assert fault(silent) == (422, "reason")
    refusal = {"approved": False, "reason": "已有货", "transfers": named[:1]}
    assert (await crew.regional.post("/api/stock/transfers/decisions", refusal)).json() == {"transfers": 1}
    all_three = {"approved": True, "transfers": named}
    assert fault(await crew.regional.post("/api/stock/transfers/decisions", all_three)) == (422, "transfers.0")
    rest = {"approved": True, "transfers": named[1:]}
    assert (await crew.regional.post("/api/stock/transfers/decisions", rest)).json() == {"transfers": 2}
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["reserved"] == "4"
    shown = (await crew.receiver.get("/api/stock/transfers", status="refused")).json()["items"]
    assert [(each["id"], each["reason"], each["version"]) for each in shown] == [(transfers[0]["id"], "已有货", 2)]


async def test_who_asked_does_not_agree_and_a_manager_decides_nothing(crew: Crew, cola: str) -> None:
    asked = await crew.request((cola, "2"), who=crew.regional)
    assert (await take(crew.regional, asked, "approval")).json()["code"] == "forbidden"
    assert (await take(crew.sender, asked, "approval")).status_code == 403
    assert (await take(crew.sender, asked, "shipment")).json()["code"] == "wrong_state"


async def test_a_cancelled_transfer_frees_what_it_had_reserved_and_one_that_left_is_not_cancelled(
    crew: Crew, cola: str
) -> None:
    approved = await crew.approve(await crew.request((cola, "8")))
    gone = await step(crew.receiver, approved, "cancellation", reason="不需要了")
    assert (gone["status"], gone["reason"]) == ("cancelled", "不需要了")
    assert (await stock_of(crew.sender, crew.org.places["A1"], cola))["available"] == "15"
    sent = await crew.shipped((cola, "1"))
    assert (await take(crew.sender, sent, "cancellation", reason="?")).json()["code"] == "wrong_state"


async def test_only_the_two_ends_see_a_transfer_and_each_takes_its_own_steps(
    crew: Crew, cola: str, client: LogIn
) -> None:
    sent = await crew.shipped((cola, "5"))
    path = f"/api/stock/transfers/{sent['id']}"
    assert (await take(crew.sender, sent, "receipt")).status_code == 404
    assert (await take(crew.receiver, sent, "shipment")).status_code == 404
    admin = await client("admin")
    grants = [{"role": "manager", "nodeId": str(crew.org.places["B1"])}]
    form = {"username": crew.org.username("third"), "name": "孙店长", "password": crew.org.password, "grants": grants}
    assert (await admin.post("/api/accounts", form)).status_code == 201
    stranger = await client("third")
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.get("/api/stock/transfers")).json()["items"] == []
    for name in ("receipt", "shipment", "cancellation"):
        reason = {"reason": "?"} if name == "cancellation" else {}
        assert (await take(stranger, sent, name, **reason)).status_code == 404
    assert (await stranger.post("/api/stock/transfers", crew.form((cola, "1")))).status_code == 404
    from_b = crew.form((cola, "1"), fromStoreId=str(crew.org.places["B1"]))
    asked = (await crew.receiver.post("/api/stock/transfers", from_b)).json()
    assert (await take(crew.regional, asked, "approval")).status_code == 404


async def test_of_two_who_take_the_same_goods_in_one_does_and_the_other_sees_it(crew: Crew, cola: str) -> None:
    sent = await crew.shipped((cola, "5"))
    [part] = sent["lines"][0]["parts"]
    short = [{"partId": part["id"], "received": "4", "reason": "lost"}]
    answers = await asyncio.gather(
        take(crew.receiver, sent, "receipt"), take(crew.receiver, sent, "receipt", differences=short)
    )
    [won] = [answer.json() for answer in answers if answer.status_code == 200]
    [lost] = [answer.json() for answer in answers if answer.status_code == 409]
    assert (lost["code"], lost["current"]["status"]) == ("version_conflict", "received")
    assert lost["current"]["lines"] == won["lines"]
    quantity = won["lines"][0]["received"]
    assert await crew.book("A2", cola) == (quantity, int(quantity) * 110, "0", 0)


async def test_goods_past_their_last_day_or_withdrawn_are_not_sent(crew: Crew, buyer: Client) -> None:
    milk, store = await add_product(buyer, "M1"), crew.org.places["A1"]
    old, soon = (
        line(milk, "3", 300, code=code, expiresOn=day) for code, day in (("OLD", "2020-01-01"), ("S", "2098-01-01"))
    )
    await receive(buyer, store, old, soon, line(milk, "2", 200, code="NEW", expiresOn="2099-01-01"))
    wanted = await crew.request((milk, "6"))
    refused = await take(crew.regional, wanted, "approval")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"].endswith("减去过期、下架和已预留，还有 5。")
    approved = await crew.approve(wanted, lines=[{"lineId": wanted["lines"][0]["id"], "quantity": "4"}])
    lots = (await buyer.get(f"/api/stock/stores/{store}/products/{milk}")).json()["lots"]
    [lot_id] = [lot["lotId"] for lot in lots if lot["lotCode"] == "S"]
    await crew.sender.post(f"/api/stock/stores/{store}/lots/{lot_id}/steps", {"kind": "withdrawn"})
    refused = await take(crew.sender, approved, "shipment")
    assert fault(refused) == (422, "lines.0")
    assert refused.json()["errors"][0]["message"] == "M1 能发的库存不足：过期和下架的不算，只有 2。"
    sent = await crew.ship(approved, lines=[{"lineId": approved["lines"][0]["id"], "quantity": "2"}])
    assert parts(sent) == [("NEW", "2", None, 200)]


async def test_a_store_that_is_being_counted_is_not_told_its_book_by_a_refusal(crew: Crew, cola: str) -> None:
    approved = await crew.approve(await crew.request((cola, "15")))
    count = {"storeId": str(crew.org.places["A1"]), "kind": "full", "title": "盘点"}
    await crew.regional.post("/api/counts", count)
    await Shop(crew.org, crew.app_tx, {"cola": UUID(cola)}).sell("cola", 4, datetime.now(UTC))
    refused = await take(crew.sender, approved, "shipment")
    assert refused.json()["errors"][0]["message"] == "C1 库存不足；门店正在盘点，暂不显示账面。"


async def test_a_transfer_between_legal_entities_says_so_from_the_start(crew: Crew, cola: str) -> None:
    assert (await crew.request((cola, "1")))["crossesEntities"] is False
    async with crew.app_tx(crew.org) as tx:
        form = AddLegalEntity(kind=EntityKind.FRANCHISEE, name="加盟商甲", credit_code="91330100799655058B")
        owner = (await add_legal_entity(tx, form)).id
        await tx.raw.execute(
            "UPDATE store_entity SET legal_entity_id = $3 WHERE org_id = $1 AND store_id = $2",
            tx.org_id, crew.org.places["A2"], owner,
        )  # fmt: skip
    asked = await crew.request((cola, "1"))
    assert [asked[each] for each in ("crossesEntities", "fromEntityName", "toEntityName")] == [
        True, "测试商贸有限公司", "加盟商甲",
    ]  # fmt: skip
    assert (await crew.ship(await crew.approve(asked)))["crossesEntities"] is True


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lines": [{"productId": str(UUID(int=5)), "quantity": "1"}]}, "lines.0.productId"),
        ({"toStoreId": "from"}, "toStoreId"),
        ({"toStoreId": str(UUID(int=5))}, "toStoreId"),
    ],
)
async def test_a_request_that_cannot_be_is_refused_by_its_field(
    crew: Crew, cola: str, changes: dict[str, Any], field: str
) -> None:
    form = crew.form((cola, "1"), **changes)
    if form["toStoreId"] == "from":
        form["toStoreId"] = form["fromStoreId"]
    assert fault(await crew.sender.post("/api/stock/transfers", form)) == (422, field)


async def test_a_product_is_asked_for_once_and_in_a_quantity_that_can_be(crew: Crew, cola: str) -> None:
    answer = await crew.sender.post("/api/stock/transfers", crew.form((cola, "1"), (cola, "0")))
    assert [each["field"] for each in answer.json()["errors"]] == ["lines.1.productId", "lines.1.quantity"]


async def test_goods_that_left_before_a_count_that_did_not_know_of_it_explain_its_variance(
    crew: Crew, cola: str
) -> None:
    """The phone was offline: it shipped, the store was counted, then the shipment arrived."""
    approved = await crew.approve(await crew.request((cola, "5")))
    async with crew.app_tx(crew.org) as tx:
        at = datetime.now(UTC) - timedelta(minutes=1)
        await mark_counted(tx, crew.org.places["A1"], UUID(int=1), [Point(UUID(cola), None, at)])
    path, when = f"/api/stock/transfers/{approved['id']}/shipment", {"Storewalk-Occurred-At": ago(minutes=2)}
    answer = await crew.sender.post(path, {"ifVersion": approved["version"]}, headers=when)
    assert answer.status_code == 200, answer.text
    assert await crew.book("A1", cola) == ("15", 1650, "0", 0)
    assert await crew.book("A2", cola) == ("0", 0, "5", 550)
    await crew.receive(answer.json())
    assert await crew.book("A2", cola) == ("5", 550, "0", 0)


async def test_the_other_stores_can_be_found_by_whoever_may_ask_them(crew: Crew) -> None:
    stores = (await crew.receiver.get("/api/stock/transfers/stores")).json()
    assert [(each["code"], each["regionName"]) for each in stores] == [("A1", "A 区"), ("A2", "A 区"), ("B1", "B 区")]
    assert [each["code"] for each in (await crew.receiver.get("/api/stock/transfers/stores", q="b1")).json()] == ["B1"]


async def test_whatever_becomes_of_transfers_nothing_is_made_or_lost(crew: Crew, buyer: Client) -> None:
    """Uneven values, partial shipments and every kind of difference: goods and worth of the chain stay."""
    products = [await add_product(buyer, f"V{n}") for n in range(3)]
    for number, product in enumerate(products):
        lots = [line(product, "7", 1000 + 37 * number, code="X"), line(product, "5.5", 333 * (number + 1), code="Y")]
        await receive(buyer, crew.org.places["A1"], *lots)
    before = await _whole(crew)
    reasons = ("damaged", "not_loaded", "lost")
    for turn in range(4):
        sent = await crew.shipped(*((product, f"{turn + 1}.3") for product in products))
        assert await _whole(crew) == before
        differences = [
            {"partId": part["id"], "received": str(Decimal(part["shipped"]) / 3 // Decimal("0.001") / 1000),
             "reason": reasons[(turn + number) % 3]}
            for number, each in enumerate(sent["lines"]) for part in each["parts"] if (turn + number) % 4
        ]  # fmt: skip
        await crew.receive(sent, differences=differences)
        assert await _whole(crew) == before
    async with crew.app_tx(crew.org) as tx:
        left = await tx.fetch("SELECT 1 FROM stock_transit WHERE org_id = $1", tx.org_id)
    assert left == []


async def _whole(crew: Crew) -> tuple[Decimal, int]:
    """Return quantity and value of everything: in stores, on its way, and lost on its way."""
    async with crew.app_tx(crew.org) as tx:
        row = await tx.fetchrow(WHOLE, tx.org_id)
    assert row is not None
    return row["quantity"], row["value_cents"]


WHOLE = """
SELECT sum(quantity) AS quantity, sum(value_cents)::bigint AS value_cents FROM (
    SELECT quantity, value_cents FROM stock_item WHERE org_id = $1
    UNION ALL SELECT quantity, value_cents FROM stock_transit WHERE org_id = $1
    UNION ALL SELECT m.quantity, m.value_cents FROM stock_move m
        JOIN stock_place p ON p.org_id = m.org_id AND p.id = m.to_id AND p.kind = 'variance' WHERE m.org_id = $1
) AS w"""
