"""Goods go from one store to another: in neither while they are on their way, with their lots and their value."""

from decimal import Decimal

from storewalk.stores.api import AddLegalEntity, EntityKind, add_legal_entity
from tests.factories.client import Client
from tests.factories.stock import add_product, line, receive, stock_of
from tests.factories.transfers import Crew, parts


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
