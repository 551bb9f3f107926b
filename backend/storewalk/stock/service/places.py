"""Add places to a store or warehouse, rename, close and open them."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.stock.models import ON_HAND, PlaceKind, StockPlace
from storewalk.stock.permissions import EDIT_PLACES
from storewalk.stock.place_events import PlaceAdded, PlaceChanged
from storewalk.stock.place_schemas import AddPlace, ChangePlace
from storewalk.stock.places import make_places
from storewalk.stock.queries.placed import read_place

TAKEN: Final = "SELECT true FROM stock_place WHERE org_id = $1 AND store_id = $2 AND lower(code) = lower($3)"
FILLED: Final = """
SELECT true FROM stock_balance WHERE org_id = $1 AND store_id = $2 AND place_id = $3 AND quantity <> 0 LIMIT 1"""


async def add_place(tx: Tx, store_id: UUID, form: AddPlace) -> UUID:
    """Add a place. Raises NotFound outside the actor's scope, Invalid for a code that the store has already."""
    await require_within(tx, EDIT_PLACES, store_id)
    await make_places(tx, [store_id])
    await lock_names(tx, "stock_place", [store_id])
    if await tx.fetchrow(TAKEN, tx.org_id, store_id, form.code) is not None:
        raise Invalid("stock.place_code_taken", field="code", code=form.code)
    place = StockPlace(
        org_id=tx.org_id,
        id=form.id or new_id(),
        store_id=store_id,
        kind=PlaceKind.BIN,
        code=form.code,
        name=form.name.strip(),
    )
    tx.session.add(place)
    tx.record(PlaceAdded(subject_id=place.id, store_id=store_id, code=place.code))
    await tx.flush()
    return place.id


async def change_place(tx: Tx, store_id: UUID, place_id: UUID, form: ChangePlace) -> None:
    """Make a place what the form says.

    Raises NotFound outside the actor's scope, Conflict when it was changed meanwhile, WrongState where it shall be
    closed and goods lie there, Invalid for a bin without a name or a standard place that shall be closed.
    """
    await require_within(tx, EDIT_PLACES, store_id)
    await make_places(tx, [store_id])
    place = await _lock(tx, store_id, place_id)
    if place.version != form.if_version:
        raise Conflict("stock.place_changed", current=await read_place(tx, store_id, place_id))
    name = form.name.strip()
    if place.kind is PlaceKind.BIN and not name:
        raise Invalid("stock.place_needs_name", field="name")
    if form.closed and place.kind is not PlaceKind.BIN:
        raise Invalid("stock.place_stays_open", field="closed")
    if form.closed and await tx.fetchrow(FILLED, tx.org_id, store_id, place_id) is not None:
        raise WrongState("stock.place_not_empty")
    if (name, form.closed) == (place.name, place.closed_at is not None):
        return
    place.name = name
    if form.closed != (place.closed_at is not None):
        place.closed_at = tx.now if form.closed else None
    tx.record(PlaceChanged(subject_id=place_id, store_id=store_id, code=place.code, closed=form.closed))
    await tx.flush()


async def _lock(tx: Tx, store_id: UUID, place_id: UUID) -> StockPlace:
    """Lock a place, so that nothing is put there meanwhile. Raises NotFound."""
    statement = select(StockPlace).where(
        StockPlace.org_id == tx.org_id,
        StockPlace.store_id == store_id,
        StockPlace.id == place_id,
        StockPlace.kind.in_(ON_HAND),
    )
    found = await tx.session.execute(statement.with_for_update().execution_options(populate_existing=True))
    place = found.scalar_one_or_none()
    if place is None:
        raise NotFound("stock.no_place")
    return place
