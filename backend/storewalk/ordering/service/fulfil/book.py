"""Book what arrived: a warehouse's goods leave transit at what they cost, a supplier's come in at their price."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import FieldError
from storewalk.core.money import round_half_up
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_models import MissingWhy
from storewalk.ordering.queries.fulfil_lines import FulfilledLine
from storewalk.ordering.service.fulfil.arrivals import Arrival, Incoming
from storewalk.ordering.service.order.lines import refuse
from storewalk.stock import api as stock

ENDINGS: Final = {MissingWhy.LOST: stock.Ending.LOST, MissingWhy.NOT_LOADED: stock.Ending.NEVER_LEFT}


class Booked(Struct, frozen=True):
    """What an arrival is worth in cents: what came, what came damaged, and what is missing."""

    received: int
    damaged: int
    missing: int


async def book(tx: Tx, incoming: Incoming, place: stock.PlaceKind) -> list[Booked]:
    """Book arrivals under the receipt's id, which the ledger takes once. Raises Invalid where a lot is another."""
    arrived, store_id = incoming.arrived, incoming.order.store_id
    place_id = stock.standard_place(store_id, place)
    if any(each.line.consignment_id is not None for each in arrived):
        return await _landed(tx, incoming.receipt_id, arrived, place_id)
    values = [_price(incoming.lines[each.line.product_id], each) for each in arrived]
    lots = await _lots(tx, arrived)
    await stock.move(
        tx,
        [
            stock.Wanted(
                store_id=store_id,
                product_id=each.line.product_id,
                quantity=each.said.received,
                cause=stock.Cause.RECEIPT,
                way=stock.Way.IN,
                cause_id=incoming.receipt_id,
                cause_line=number,
                occurred_at=tx.occurred_at,
                place_id=place_id,
                lot_id=lot_id,
                value_cents=value.received,
            )
            for number, (each, value, lot_id) in enumerate(zip(arrived, values, lots, strict=True))
            if each.said.received
        ],
    )
    return values


def worth(line: FulfilledLine, quantity: Decimal) -> int:
    """Return what a quantity costs at the order's price."""
    return int(round_half_up(line.pack_cents * quantity / line.pack_quantity))


def _price(line: FulfilledLine, each: Arrival) -> Booked:
    said = each.said
    return Booked(worth(line, said.received), worth(line, said.damaged), worth(line, said.missing))


async def _landed(tx: Tx, receipt_id: UUID, arrived: Sequence[Arrival], place_id: UUID) -> list[Booked]:
    fates: list[stock.Fate] = []
    numbers: list[tuple[int, int]] = []
    for number, each in enumerate(arrived):
        for part, (quantity, ending) in enumerate(_parts(each)):
            if quantity and each.line.consignment_id is not None:
                fates.append(stock.Fate(each.line.consignment_id, quantity, ending))
                numbers.append((number, part))
    values = await stock.land(tx, receipt_id, fates, place_id)
    booked = [[0, 0, 0] for _ in arrived]
    for (number, part), value in zip(numbers, values, strict=True):
        booked[number][part] = value
    return [Booked(*each) for each in booked]


def _parts(each: Arrival) -> tuple[tuple[Decimal, stock.Ending], ...]:
    """Return what came, what came damaged and what is missing, with what each is to the ledger."""
    said = each.said
    missing = ENDINGS[said.missing_why] if said.missing_why else stock.Ending.LOST
    return (said.received, stock.Ending.CAME), (said.damaged, stock.Ending.LOST), (said.missing, missing)


async def _lots(tx: Tx, arrived: Sequence[Arrival]) -> list[UUID | None]:
    """Return the lot of each arrival: the one on the goods, or the one that was announced."""
    given = [_lot(each) for each in arrived]
    named: dict[stock.LotKey, stock.Lot] = {}
    for key, lot in filter(None, given):
        named[key] = named.get(key, lot).filled_from(lot)
    booked = await stock.find_or_make(tx, named)
    refuse(
        [
            FieldError(f"lines.{number}.lot", "ordering.lot_differs", {"code": each[0][1]})
            for number, each in enumerate(given)
            if each and not each[1].agrees_with(booked[each[0]])
        ]
    )
    return [booked[each[0]].id if each else None for each in given]


def _lot(each: Arrival) -> tuple[stock.LotKey, stock.Lot] | None:
    said, line = each.said.lot, each.line
    if said is not None:
        return (line.product_id, said.code), stock.Lot(said.produced_on, said.expires_on)
    return ((line.product_id, line.lot_code), stock.Lot(None, line.expires_on)) if line.lot_code else None
