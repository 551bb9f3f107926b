"""Stores, regions and legal entities over HTTP."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.stores import hot, queries
from storewalk.stores.models import StoreKind
from storewalk.stores.permissions import EDIT, READ, SHAPE
from storewalk.stores.schemas import (
    AddLegalEntity,
    AddRegion,
    AddStore,
    ChangeLegalEntity,
    ChangeRegion,
    ChangeStore,
    LegalEntityOut,
    RegionOut,
    StoreOut,
)
from storewalk.stores.service import shape, store


@query("/stores", operation_id="listStores", permission=READ)
async def list_stores(
    tx: ReadTx,
    *,
    q: FromQuery[str | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[StoreKind | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[StoreOut]:
    """List the stores and warehouses in the reader's scope."""
    size, after = page_size(limit), decode_cursor(cursor)
    return await hot.list_stores(tx, q=q, region=region, kind=kind, limit=size, after=after)


@query("/stores/{store_id:uuid}", operation_id="getStore", permission=READ)
async def get_store(tx: ReadTx, store_id: FromPath[UUID]) -> StoreOut:
    """Return one store."""
    return await hot.get_store(tx, store_id)


@command("/stores", operation_id="addStore", permission=EDIT, status=201)
async def add_store(tx: Tx, data: JSONBody[AddStore]) -> StoreOut:
    """Add a store."""
    added = await store.add_store(tx, data)
    return await hot.get_store(tx, added.id, EDIT)


@command("/stores/{store_id:uuid}", operation_id="changeStore", permission=EDIT, method="PUT")
async def change_store(tx: Tx, store_id: FromPath[UUID], data: JSONBody[ChangeStore]) -> StoreOut:
    """Change a store."""
    await store.change_store(tx, store_id, data)
    return await hot.get_store(tx, store_id, EDIT)


@query("/regions", operation_id="listRegions", permission=READ)
async def list_regions(tx: ReadTx) -> Page[RegionOut]:
    """List all regions, the tree by `parentId`."""
    return Page(await queries.list_regions(tx), None)


@command("/regions", operation_id="addRegion", permission=SHAPE, status=201)
async def add_region(tx: Tx, data: JSONBody[AddRegion]) -> RegionOut:
    """Add a region."""
    added = await shape.add_region(tx, data)
    return await queries.read_region(tx, added.id)


@command("/regions/{region_id:uuid}", operation_id="changeRegion", permission=SHAPE, method="PUT")
async def change_region(tx: Tx, region_id: FromPath[UUID], data: JSONBody[ChangeRegion]) -> RegionOut:
    """Rename a region, or move it below another with all that lies below it."""
    await shape.change_region(tx, region_id, data)
    return await queries.read_region(tx, region_id)


@query("/legal-entities", operation_id="listLegalEntities", permission=READ)
async def list_legal_entities(tx: ReadTx) -> Page[LegalEntityOut]:
    """List all legal entities."""
    return Page(await queries.list_legal_entities(tx), None)


@command("/legal-entities", operation_id="addLegalEntity", permission=SHAPE, status=201)
async def add_legal_entity(tx: Tx, data: JSONBody[AddLegalEntity]) -> LegalEntityOut:
    """Add a legal entity."""
    return queries.legal_entity_out(await shape.add_legal_entity(tx, data))


@command("/legal-entities/{entity_id:uuid}", operation_id="changeLegalEntity", permission=SHAPE, method="PUT")
async def change_legal_entity(tx: Tx, entity_id: FromPath[UUID], data: JSONBody[ChangeLegalEntity]) -> LegalEntityOut:
    """Correct a legal entity."""
    return queries.legal_entity_out(await shape.change_legal_entity(tx, entity_id, data))


ROUTER = Router(
    "/api",
    route_handlers=[
        list_stores,
        get_store,
        add_store,
        change_store,
        list_regions,
        add_region,
        change_region,
        list_legal_entities,
        add_legal_entity,
        change_legal_entity,
    ],
)
