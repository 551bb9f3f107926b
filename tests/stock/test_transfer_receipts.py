"""What arrives at the other store, and what becomes of what does not."""

import asyncio
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storewalk.stock.api import Cause, Point, Wanted, Way, mark_counted, move
from tests.factories.books import allow_negative
from tests.factories.shop import Shop
from tests.factories.transfers import Crew, fault, parts, take


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


async def test_goods_that_were_never_loaded_and_that_a_count_has_seen_are_not_there_twice(
    crew: Crew, cola: str
) -> None:
    """They were at the sender's since the shipment, which the count between shipment and receipt has found out."""
    sent = await crew.shipped((cola, "5"))
    shop = Shop(crew.org, crew.app_tx, {"cola": UUID(cola)})
    found = await shop.book("cola", 2, Way.IN, cause=Cause.COUNT)
    async with crew.app_tx(crew.org) as tx:
        await mark_counted(tx, shop.store, UUID(int=1), [Point(UUID(cola), None, found.wanted.occurred_at)])
    [part] = sent["lines"][0]["parts"]
    await crew.receive(sent, differences=[{"partId": part["id"], "received": "3", "reason": "not_loaded"}])
    assert await crew.book("A1", cola) == ("12", 1320, "0", 0)
    assert await crew.book("A2", cola) == ("3", 330, "0", 0)


async def test_a_store_that_sold_more_than_its_book_had_takes_lots_in(crew: Crew, cola: str) -> None:
    async with crew.app_tx(crew.org) as tx:
        await allow_negative(tx, allowed=True)
        sale = Wanted(
            store_id=crew.org.places["A2"], product_id=UUID(cola), quantity=Decimal(2), cause=Cause.SALE, way=Way.OUT,
            cause_id=UUID(int=2), occurred_at=tx.now,
        )  # fmt: skip
        await move(tx, [sale])
    await crew.receive(await crew.shipped((cola, "5")))
    assert await crew.book("A2", cola) == ("3", 330, "0", 0)
