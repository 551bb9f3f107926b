"""The sheet of stock says what the list says."""

import csv
import io
from typing import Any

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive

SHOWN = ("storeCode", "storeName", "code", "quantity", "shelf", "backRoom", "bins", "blocked", "reserved", "available",
         "onOrder", "inTransit")  # fmt: skip
EXPORTED = (
    "SELECT payload ->> 'sheet', payload ->> 'rows' FROM event WHERE org_id = $1 AND kind = 'integrations.exported'"
)


async def sheet(who: Client, **query: Any) -> list[list[str]]:
    answer = await who.get("/api/exports/stock.csv", **query)
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


async def test_rows_and_values_are_those_of_the_list_under_the_same_filters(
    buyer: Client, client: LogIn, org: Org, app_tx: AppTx
) -> None:
    milk, tea = await add_product(buyer, "M1"), await add_product(buyer, "00123")
    for store in ("A1", "B1"):
        over = line(milk, "2", 205, "back_room", code="L1", expiresOn="2020-01-01")
        await receive(buyer, org.places[store], over, line(milk, "3.5", 300), line(tea, "1", 90))
    for query in ({}, {"store": org.places["A1"]}, {"q": "m1"}, {"kind": "warehouse"}):
        rows = (await buyer.get("/api/stock", **query)).json()["items"]
        headings, *written = await sheet(buyer, **query)
        assert headings[:4] == ["门店编码", "门店名称", "商品编码", "商品名称"]
        told = [[row[0], row[1], row[2].strip(), *row[5:14]] for row in written]
        assert told == [[row[key] for key in SHOWN] for row in rows]
        cents = (await buyer.get("/api/stock/totals", **query)).json()["valueCents"]
        assert round(sum(float(row[14]) * 100 for row in written)) == cents
    assert [row[2] for row in (await sheet(buyer, q="00123"))[1:]] == ["\t00123"] * 2
    async with app_tx(org) as tx:
        assert next(tuple(row) for row in await tx.fetch(EXPORTED, tx.org_id)) == ("stock", "4")
    regional, manager = await client("regional"), await client("manager")
    assert {row[0] for row in (await sheet(regional))[1:]} == {"A1"}
    assert (await regional.get("/api/exports/stock.csv", store=org.places["B1"])).status_code == 404
    assert (await manager.get("/api/exports/stock.csv")).status_code == 403


async def test_a_sheet_is_headed_in_the_readers_language(buyer: Client, org: Org) -> None:
    await receive(buyer, org.places["A1"], line(await add_product(buyer, "M1"), "2", 205))
    await buyer.put("/api/me/locale", {"locale": "en"})
    headings, row = await sheet(buyer)
    assert (headings[0], headings[5], row[5], row[14]) == ("Store code", "On hand", "2", "2.05")
