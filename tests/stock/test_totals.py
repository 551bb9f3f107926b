"""Figures above a list of stock, and one product with its lots."""

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive


async def test_totals_are_what_the_rows_of_the_same_filters_add_up_to(buyer: Client, client: LogIn, org: Org) -> None:
    cola, water = await add_product(buyer, "C1"), await add_product(buyer, "W1")
    for store in ("A1", "A2", "B1"):
        await receive(buyer, org.places[store], line(cola, "2", 500), line(water, "3", 120))
    manager = await client("manager")
    wanted = {
        (buyer, ()): (6, 2, 3, 1860, 0, 0),
        (buyer, (("q", "w1"),)): (3, 1, 3, 360, 0, 0),
        (buyer, (("region", org.places["B"]),)): (2, 2, 1, 620, 0, 0),
        (manager, ()): (2, 2, 1, 620, 0, 0),
        (buyer, (("negative", True),)): (0, 0, 0, 0, 0, 0),
    }
    for (who, query), expected in wanted.items():
        answer = await who.get("/api/stock/totals", **dict(query))
        assert answer.status_code == 200, answer.text
        assert tuple(answer.json().values()) == expected, query
        rows = (await who.get("/api/stock", limit=100, **dict(query))).json()["items"]
        assert (len(rows), sum(row["valueCents"] for row in rows)) == (expected[0], expected[3])


async def test_a_product_at_a_store_shows_its_lots_the_first_to_expire_on_top(
    buyer: Client, client: LogIn, org: Org
) -> None:
    cola = await add_product(buyer, "C1")
    await receive(
        buyer,
        org.places["A1"],
        line(cola, "2", 500, code="L2", producedOn="2026-11-01", expiresOn="2027-02-01"),
        line(cola, "3", 700, "back_room", code="L1", expiresOn="2027-01-01"),
        line(cola, "1", 250),
    )
    path = f"/api/stock/stores/{org.places['A1']}/products/{cola}"
    found = (await buyer.get(path)).json()
    assert (found["item"]["quantity"], found["item"]["valueCents"]) == ("6", 1450)
    assert [(lot["lotCode"], lot["place"], lot["expiresOn"], lot["quantity"]) for lot in found["lots"]] == [
        ("L1", "back_room", "2027-01-01", "3"),
        ("L2", "shelf", "2027-02-01", "2"),
        (None, "shelf", None, "1"),
    ]
    assert (await (await client("manager")).get(path)).status_code == 200
    elsewhere = f"/api/stock/stores/{org.places['B1']}/products/{cola}"
    assert (await (await client("manager")).get(elsewhere)).status_code == 404
    assert (await buyer.get(elsewhere)).status_code == 404
