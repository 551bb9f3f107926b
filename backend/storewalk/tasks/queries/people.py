"""Who may answer tasks at a store, and where nobody leads or oversees."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from storewalk.core.tx import AnyTx
from storewalk.identity.api import NodeKind, account_ref, require_within, unheld
from storewalk.stores.api import StoreKind, StoreStatus, store_ref
from storewalk.tasks.models import DONE, Task
from storewalk.tasks.people import answerers
from storewalk.tasks.permissions import ASSIGN, OVERSEE, READ, RESPOND
from storewalk.tasks.schemas import GapsOut, PersonOut, RegionGap, StoreGap


async def people_at(tx: AnyTx, store_id: UUID) -> list[PersonOut]:
    """Return who may answer tasks at a store, who leads it first. Raises NotFound outside the actor's stores."""
    await require_within(tx, READ, store_id)
    able = await answerers(tx, store_id)
    found = select(account_ref.c.id, account_ref.c.name)
    found = found.where(account_ref.c.org_id == tx.org_id, account_ref.c.id.in_(able))
    by_id = {person.id: person for person in await tx.all(found, PersonOut)}
    return [by_id[account_id] for account_id in able]


async def gaps(tx: AnyTx) -> GapsOut:
    """Return the stores in the actor's scope that nobody leads, and the regions that nobody oversees.

    A warehouse is among them only where a task waits there: nobody inspects it.
    """
    led = await unheld(tx, (RESPOND, ASSIGN), NodeKind.STORE, scope=OVERSEE)
    regions = await unheld(tx, (OVERSEE,), NodeKind.REGION, scope=OVERSEE)
    return GapsOut(
        stores=await _stores(tx, [store_id for store_id, _ in led]),
        regions=[RegionGap(id=region_id, name=name) for region_id, name in regions],
    )


async def _stores(tx: AnyTx, store_ids: Sequence[UUID]) -> list[StoreGap]:
    store = store_ref.subquery("store")
    waiting = and_(Task.org_id == store.c.org_id, Task.store_id == store.c.id, Task.status.not_in(DONE))
    found = (
        select(store.c.id, store.c.name, store.c.region_name, func.count(Task.id).label("open_tasks"))
        .outerjoin(Task, waiting)
        .where(store.c.org_id == tx.org_id, store.c.id.in_(store_ids), store.c.status != StoreStatus.CLOSED)
        .group_by(store.c.id, store.c.name, store.c.region_name, store.c.kind)
        .having(or_(store.c.kind == StoreKind.STORE, func.count(Task.id) > 0))
        .order_by(func.count(Task.id).desc(), store.c.name)
    )
    return await tx.all(found, StoreGap)
