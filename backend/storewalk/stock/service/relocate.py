"""Carry goods from one place to another of the same store; what the store has, and its value, stay as they are."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import asyncpg

from storewalk.catalog.api import known_products
from storewalk.core.errors import FieldError, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import RELOCATE
from storewalk.stock.place_events import GoodsRelocated
from storewalk.stock.place_schemas import RelocatedLine, RelocateGoods, RelocationOut
from storewalk.stock.places import make_places
from storewalk.stock.queries.blind import closed_at
from storewalk.stock.service.post import post
from storewalk.stock.wanted import NotEnough, Wanted, Way

# Who closes a place waits for who puts something there, and the other way round.
HOLD: Final = """
SELECT id, kind, code, closed_at FROM stock_place
WHERE org_id = $1 AND store_id = $2 AND id = ANY ($3) AND kind IN ('shelf', 'back_room', 'bin')
ORDER BY id FOR SHARE"""


async def relocate(tx: Tx, store_id: UUID, form: RelocateGoods) -> RelocationOut:
    """Carry goods to another place, all or none.

    Raises NotFound outside the actor's scope and for a place of another store, Invalid naming the lines that break a
    rule or that the place does not have, WrongState when a document of this id was posted before.
    """
    await require_within(tx, RELOCATE, store_id)
    if form.from_id == form.to_id:
        raise Invalid("stock.same_place", field="toId")
    await make_places(tx, [store_id])
    found = await hold_places(tx, store_id, [form.from_id, form.to_id])
    source, target = found[form.from_id], found[form.to_id]
    if target["closed_at"] is not None:
        raise Invalid("stock.place_closed", field="toId")
    await _check(tx, form.lines)
    document = form.id or new_id()
    cause = Cause.REFILL if target["kind"] == PlaceKind.SHELF else Cause.RELOCATION
    wanted = [
        Wanted(
            store_id=store_id,
            product_id=line.product_id,
            quantity=line.quantity,
            cause=cause,
            way=Way.WITHIN,
            cause_id=document,
            cause_line=number,
            occurred_at=tx.occurred_at,
            place_id=form.from_id,
            to_id=form.to_id,
            lot_id=line.lot_id,
        )
        for number, line in enumerate(form.lines)
    ]
    _, missing = await post(tx, wanted)
    if missing:
        _refuse(await _short(tx, store_id, missing))
    tx.record(
        GoodsRelocated(
            subject_id=document, store_id=store_id, from_code=source["code"], to_code=target["code"], lines=len(wanted)
        )
    )
    return RelocationOut(id=document, lines=len(wanted))


async def hold_places(tx: Tx, store_id: UUID, place_ids: Sequence[UUID]) -> dict[UUID, asyncpg.Record]:
    """Let nobody close places of a store until the transaction ends; return them. Raises NotFound."""
    wanted = sorted(set(place_ids))
    found = {row["id"]: row for row in await tx.fetch(HOLD, tx.org_id, store_id, wanted)}
    if len(found) < len(wanted):
        raise NotFound("stock.no_place")
    return found


async def _check(tx: Tx, lines: Sequence[RelocatedLine]) -> None:
    known = await known_products(tx, {line.product_id for line in lines})
    found: list[FieldError] = []
    for number, line in enumerate(lines):
        if line.product_id not in known:
            found.append(FieldError(f"lines.{number}.productId", "stock.unknown_product"))
        if not is_quantity(line.quantity):
            found.append(FieldError(f"lines.{number}.quantity", "stock.bad_quantity"))
    _refuse(found)


async def _short(tx: Tx, store_id: UUID, missing: Sequence[NotEnough]) -> list[FieldError]:
    closed = await closed_at(tx, [store_id])
    faults: list[FieldError] = []
    for each in missing:
        blind = closed(store_id, each.wanted.product_id)
        key = "stock.place_has_less_blind" if blind else "stock.place_has_less"
        params: dict[str, object] = {} if blind else {"there": plain(each.there)}
        faults.append(FieldError(f"lines.{each.wanted.cause_line}.quantity", key, params))
    return faults


def _refuse(found: list[FieldError]) -> None:
    if found:
        first: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found, **first)
