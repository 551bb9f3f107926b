"""Add a store and change one."""

from typing import Any
from uuid import UUID

from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import Place, place_node, register_node, require_within
from storewalk.stores import hot, permissions, queries
from storewalk.stores.events import StoreAdded, StoreChanged
from storewalk.stores.models import Store
from storewalk.stores.records import change, cut_in_past, faults, new_record
from storewalk.stores.schemas import AddStore, ChangeStore, StoreForm


async def add_store(tx: Tx, form: AddStore) -> Store:
    """Add a store or a warehouse to a region, and its node to the scope tree.

    Raises NotFound for a region outside the actor's scope, Invalid naming the fields that break a rule.
    """
    await require_within(tx, permissions.EDIT, form.region_id)
    await _check(tx, form, None)
    record = new_record(tx.org_id, form.id or new_id(), form, form.kind)
    store = record.store
    await register_node(tx, id=store.id, parent_id=store.region_id, name=store.name)
    tx.session.add(store)
    await tx.flush()
    tx.session.add_all([*record.cuts, *record.entities])
    tx.record(StoreAdded(subject_id=store.id, store_id=store.id, code=store.code))
    await tx.flush()
    return store


async def change_store(tx: Tx, store_id: UUID, form: ChangeStore) -> Store:
    """Make a store what the form says.

    Raises NotFound outside the actor's scope, Conflict when somebody changed it meanwhile, Invalid naming the fields
    that break a rule, such as a day's cut dated in the past.
    """
    await require_within(tx, permissions.EDIT, store_id)
    record = await queries.lock_record(tx, store_id)
    store = record.store
    if store.version != form.if_version:
        raise Conflict("stores.changed_meanwhile", current=await hot.get_store(tx, store_id, permissions.EDIT))
    if form.region_id != store.region_id:
        await require_within(tx, permissions.EDIT, form.region_id)
    await _check(tx, form, store_id)
    if cut_in_past(record, form, tx.now):
        raise Invalid("stores.cut_in_past", field="dayCutFrom", today=record.today(tx.now).isoformat())
    await place_node(tx, Place(store_id, form.region_id, form.name))
    tx.session.add_all(change(record, form, tx.now))
    tx.record(StoreChanged(subject_id=store_id, store_id=store_id))
    await tx.flush()
    return store


async def _check(tx: Tx, form: StoreForm, own_id: UUID | None) -> None:
    found = list(faults(form, await queries.region_names(tx), await queries.entity_names(tx)))
    if await queries.store_with_code(tx, form.code) not in (None, own_id):
        found.append(FieldError("code", "stores.code_taken", {"code": form.code}))
    if found:
        params: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found, **params)
