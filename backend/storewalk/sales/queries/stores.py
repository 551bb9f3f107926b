"""The stores that a feed names, by what it calls them."""

from collections.abc import Collection
from uuid import UUID

from msgspec import Struct
from sqlalchemy import or_, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import within
from storewalk.sales.permissions import INGEST
from storewalk.stores.api import StoreClock, StoreKind, store_clocks, store_ref


class Named(Struct, frozen=True):
    """A store's id and code."""

    id: UUID
    code: str


async def clocks_of(tx: AnyTx, names: Collection[str]) -> dict[str, StoreClock]:
    """Return the clocks of the stores in scope that bear these codes or ids, by them. No warehouse sells."""
    store = store_ref.subquery("store_ref")
    ids = {name: store_id for name in names if (store_id := _id(name)) is not None}
    named = or_(store.c.code.in_(names), store.c.id.in_(ids.values()))
    found = select(store.c.id, store.c.code).where(
        store.c.org_id == tx.org_id, named, store.c.kind == StoreKind.STORE, within(tx, INGEST, store.c.id)
    )
    stores = await tx.all(found, Named)
    clocks = await store_clocks(tx, [each.id for each in stores])
    by_code = {each.code: clocks[each.id] for each in stores}
    return {name: clocks[store_id] for name, store_id in ids.items() if store_id in clocks} | by_code


def _id(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None
