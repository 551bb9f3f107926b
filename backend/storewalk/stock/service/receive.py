"""Take goods in by hand, as one posting."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from storewalk.catalog.api import known_products
from storewalk.core.errors import FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.stock.events import StockReceived
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import RECEIVE
from storewalk.stock.places import standard_place
from storewalk.stock.schemas import ReceiptOut, ReceivedLine, ReceiveStock
from storewalk.stock.service.lots import Lot, LotKey, find_or_make
from storewalk.stock.service.post import move
from storewalk.stock.service.relocate import hold_places
from storewalk.stock.wanted import Wanted, Way


async def receive_stock(tx: Tx, form: ReceiveStock) -> ReceiptOut:
    """Put goods on the shelf or into the back room of a store, with their lots and what they cost.

    Raises NotFound for a store outside the actor's scope or a place of another, Invalid naming the lines that break a
    rule, WrongState when a receipt of this id was posted before.
    """
    await require_within(tx, RECEIVE, form.store_id)
    received_at = form.received_at or tx.occurred_at
    if received_at > tx.now:
        raise Invalid("stock.in_the_future", field="receivedAt")
    await _check(tx, form.lines)
    await _check_places(tx, form)
    lots = await _lots(tx, form.lines)
    receipt_id = form.id or new_id()
    wanted = [
        Wanted(
            store_id=form.store_id,
            product_id=line.product_id,
            quantity=line.quantity,
            cause=Cause.RECEIPT,
            way=Way.IN,
            cause_id=receipt_id,
            cause_line=number,
            occurred_at=received_at,
            place_id=line.place_id or standard_place(form.store_id, PlaceKind(line.place.value)),
            lot_id=lots[number],
            value_cents=line.value_cents,
        )
        for number, line in enumerate(form.lines)
    ]
    await move(tx, wanted)
    value_cents = sum(line.value_cents for line in form.lines)
    tx.record(
        StockReceived(
            subject_id=receipt_id, store_id=form.store_id, lines=len(wanted), value_cents=value_cents,
            occurred_at=received_at,
        )
    )  # fmt: skip
    return ReceiptOut(id=receipt_id, store_id=form.store_id, lines=len(wanted), value_cents=value_cents)


async def _check(tx: Tx, lines: Sequence[ReceivedLine]) -> None:
    known = await known_products(tx, {line.product_id for line in lines})
    found: list[FieldError] = []
    for number, line in enumerate(lines):
        if line.product_id not in known:
            found.append(FieldError(f"lines.{number}.productId", "stock.unknown_product"))
        if not is_quantity(line.quantity):
            found.append(FieldError(f"lines.{number}.quantity", "stock.bad_quantity"))
        if line.lot and line.lot.produced_on and line.lot.expires_on and line.lot.produced_on > line.lot.expires_on:
            found.append(FieldError(f"lines.{number}.lot.expiresOn", "stock.expires_before_production"))
    _refuse(found)


async def _check_places(tx: Tx, form: ReceiveStock) -> None:
    named = [(number, line.place_id) for number, line in enumerate(form.lines) if line.place_id is not None]
    if not named:
        return
    places = await hold_places(tx, form.store_id, [place_id for _, place_id in named])
    _refuse(
        [
            FieldError(f"lines.{number}.placeId", "stock.place_closed")
            for number, place_id in named
            if places[place_id]["closed_at"] is not None
        ]
    )


async def _lots(tx: Tx, lines: Sequence[ReceivedLine]) -> list[UUID | None]:
    """Return the lot of each line, none where none is named. Raises Invalid where a lot's days are not the book's."""
    given: list[tuple[LotKey, Lot] | None] = [
        ((line.product_id, line.lot.code), Lot(line.lot.produced_on, line.lot.expires_on)) if line.lot else None
        for line in lines
    ]
    named: dict[LotKey, Lot] = {}
    for key, lot in filter(None, given):
        named[key] = named.get(key, lot).filled_from(lot)
    booked = await find_or_make(tx, named)
    found = [
        FieldError(f"lines.{number}.lot", "stock.lot_differs", {"code": each[0][1]})
        for number, each in enumerate(given)
        if each and not each[1].agrees_with(booked[each[0]])
    ]
    _refuse(found)
    return [booked[each[0]].id if each else None for each in given]


def _refuse(found: list[FieldError]) -> None:
    if found:
        first: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found, **first)
