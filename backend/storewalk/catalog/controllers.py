"""The catalogue over HTTP."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.catalog import hot, queries, service
from storewalk.catalog.permissions import EDIT, READ
from storewalk.catalog.schemas import AddCategory, AddProduct, AddUnit, CategoryOut, ChangeProduct, ProductOut, UnitOut
from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx


@query("/products", operation_id="listProducts", permission=READ)
async def list_products(
    tx: ReadTx,
    *,
    q: FromQuery[str | None] = None,
    category: FromQuery[UUID | None] = None,
    barcode: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ProductOut]:
    """List products: all, or those that begin so, lie in a category, or bear a barcode."""
    return await hot.list_products(
        tx, q=q, category=category, barcode=barcode, limit=page_size(limit), after=decode_cursor(cursor)
    )


@query("/products/{product_id:uuid}", operation_id="getProduct", permission=READ)
async def get_product(tx: ReadTx, product_id: FromPath[UUID]) -> ProductOut:
    """Return one product."""
    return await hot.get_product(tx, product_id)


@command("/products", operation_id="addProduct", permission=EDIT, status=201)
async def add_product(tx: Tx, data: JSONBody[AddProduct]) -> ProductOut:
    """Add a product."""
    added = await service.add_product(tx, data)
    return await hot.get_product(tx, added.id)


@command("/products/{product_id:uuid}", operation_id="changeProduct", permission=EDIT, method="PUT")
async def change_product(tx: Tx, product_id: FromPath[UUID], data: JSONBody[ChangeProduct]) -> ProductOut:
    """Change a product."""
    await service.change_product(tx, product_id, data)
    return await hot.get_product(tx, product_id)


@query("/categories", operation_id="listCategories", permission=READ)
async def list_categories(tx: ReadTx) -> Page[CategoryOut]:
    """List all categories, the tree by `parentId`."""
    return Page(await queries.list_categories(tx), None)


@command("/categories", operation_id="addCategory", permission=EDIT, status=201)
async def add_category(tx: Tx, data: JSONBody[AddCategory]) -> CategoryOut:
    """Add a category."""
    added = await service.add_category(tx, data)
    return CategoryOut(id=added.id, parent_id=added.parent_id, code=added.code, name=added.name)


@query("/units", operation_id="listUnits", permission=READ)
async def list_units(tx: ReadTx) -> Page[UnitOut]:
    """List all units."""
    return Page(await queries.list_units(tx), None)


@command("/units", operation_id="addUnit", permission=EDIT, status=201)
async def add_unit(tx: Tx, data: JSONBody[AddUnit]) -> UnitOut:
    """Add a unit."""
    added = await service.add_unit(tx, data)
    return UnitOut(id=added.id, code=added.code, name=added.name)


ROUTER = Router(
    "/api",
    route_handlers=[
        list_products,
        get_product,
        add_product,
        change_product,
        list_categories,
        add_category,
        list_units,
        add_unit,
    ],
)
