"""Places of stores and warehouses over HTTP."""

from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.stock.permissions import EDIT_PLACES, READ, RELOCATE
from storewalk.stock.place_schemas import (
    AddPlace,
    ChangePlace,
    PlacedGoods,
    PlaceOut,
    RelocateGoods,
    RelocationOut,
)
from storewalk.stock.queries.on_hand import stock_page_size
from storewalk.stock.queries.placed import goods_at, places_at, read_place
from storewalk.stock.service import places
from storewalk.stock.service.relocate import relocate


@query("/places", operation_id="listPlaces", permission=READ)
async def list_places(tx: ReadTx, store_id: FromPath[UUID]) -> Page[PlaceOut]:
    """List where goods lie at a store or warehouse."""
    return Page(await places_at(tx, store_id), None)


@command("/places", operation_id="addPlace", permission=EDIT_PLACES, status=201)
async def add_place(tx: Tx, store_id: FromPath[UUID], data: JSONBody[AddPlace]) -> PlaceOut:
    """Add a place."""
    return await read_place(tx, store_id, await places.add_place(tx, store_id, data))


@command("/places/{place_id:uuid}", operation_id="changePlace", permission=EDIT_PLACES, method="PUT")
async def change_place(
    tx: Tx, store_id: FromPath[UUID], place_id: FromPath[UUID], data: JSONBody[ChangePlace]
) -> PlaceOut:
    """Rename a place, close it or open it again; a closed place is empty."""
    await places.change_place(tx, store_id, place_id, data)
    return await read_place(tx, store_id, place_id)


@query("/places/{place_id:uuid}/goods", operation_id="listPlacedGoods", permission=READ)
async def list_goods(
    tx: ReadTx,
    store_id: FromPath[UUID],
    place_id: FromPath[UUID],
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[PlacedGoods]:
    """List what lies at a place, lot by lot."""
    return await goods_at(tx, store_id, place_id, limit=stock_page_size(limit), cursor=cursor)


@command("/relocations", operation_id="relocateGoods", permission=RELOCATE, status=201)
async def relocate_goods(tx: Tx, store_id: FromPath[UUID], data: JSONBody[RelocateGoods]) -> RelocationOut:
    """Carry goods from one place to another of the store."""
    return await relocate(tx, store_id, data)


PLACE_ROUTER: Final = Router(
    "/api/stock/stores/{store_id:uuid}",
    route_handlers=[list_places, add_place, change_place, list_goods, relocate_goods],
)
