"""Add and correct legal entities and regions: the chain's own shape."""

from uuid import UUID

from storewalk.core.credit_code import is_credit_code
from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.api import Place, hold_tree, place_node, register_node
from storewalk.stores import queries
from storewalk.stores.events import LegalEntityAdded, LegalEntityChanged, RegionAdded, RegionChanged
from storewalk.stores.models import LegalEntity, Region
from storewalk.stores.schemas import AddLegalEntity, AddRegion, ChangeLegalEntity, ChangeRegion


async def add_legal_entity(tx: Tx, form: AddLegalEntity) -> LegalEntity:
    """Add a legal entity.

    Raises Invalid for a credit code that is malformed or already another entity's.
    """
    await _check_credit_code(tx, form.credit_code, None)
    entity = LegalEntity(
        org_id=tx.org_id, id=form.id or new_id(), kind=form.kind, name=form.name, credit_code=form.credit_code
    )
    tx.session.add(entity)
    tx.record(LegalEntityAdded(subject_id=entity.id))
    await tx.flush()
    return entity


async def change_legal_entity(tx: Tx, entity_id: UUID, form: ChangeLegalEntity) -> LegalEntity:
    """Correct a legal entity.

    Raises NotFound, Conflict when it was changed meanwhile, Invalid for a bad or taken credit code.
    """
    entity = await tx.session.get(LegalEntity, (tx.org_id, entity_id), with_for_update=True)
    if entity is None:
        raise NotFound("stores.no_legal_entity")
    if entity.version != form.if_version:
        raise Conflict("stores.changed_meanwhile", current=queries.legal_entity_out(entity))
    await _check_credit_code(tx, form.credit_code, entity_id)
    entity.kind, entity.name, entity.credit_code = form.kind, form.name, form.credit_code
    tx.record(LegalEntityChanged(subject_id=entity.id))
    await tx.flush()
    return entity


async def add_region(tx: Tx, form: AddRegion) -> Region:
    """Add a region below another or at the top, and its node in the scope tree.

    Raises Invalid for a name that is taken or a parent that is not there.
    """
    await _check_region_name(tx, form.name, None)
    if form.parent_id is not None and await tx.session.get(Region, (tx.org_id, form.parent_id)) is None:
        raise Invalid("stores.no_region", field="parentId")
    region = Region(org_id=tx.org_id, id=form.id or new_id(), parent_id=form.parent_id, name=form.name)
    await register_node(tx, id=region.id, parent_id=form.parent_id, name=form.name, kind="region")
    tx.session.add(region)
    tx.record(RegionAdded(subject_id=region.id, parent_id=form.parent_id))
    await tx.flush()
    return region


async def change_region(tx: Tx, region_id: UUID, form: ChangeRegion) -> Region:
    """Rename a region, move it below another or to the top; its stores, regions and people's scopes go with it.

    Raises NotFound, Conflict when it was changed meanwhile, Invalid for a name that is taken or a parent that is not
    there or lies below the region.
    """
    await hold_tree(tx, alone=True)
    region = await tx.session.get(Region, (tx.org_id, region_id), with_for_update=True)
    if region is None:
        raise NotFound("stores.no_region")
    if region.version != form.if_version:
        raise Conflict("stores.changed_meanwhile", current=await queries.read_region(tx, region_id))
    await _check_region_name(tx, form.name, region_id)
    below = await queries.lock_below(tx, region_id)
    if form.parent_id is not None and await tx.session.get(Region, (tx.org_id, form.parent_id)) is None:
        raise Invalid("stores.no_region", field="parentId")
    if form.parent_id in (region_id, *(each.id for each in below)):
        raise Invalid("stores.region_below_itself", field="parentId")
    for each in below if form.parent_id != region.parent_id else ():
        each.changed_at = tx.now  # phones that now see their stores are told of them
    await place_node(tx, Place(region_id, form.parent_id, form.name))
    region.parent_id, region.name = form.parent_id, form.name
    tx.record(RegionChanged(subject_id=region_id))
    await tx.flush()
    return region


async def _check_region_name(tx: Tx, name: str, own_id: UUID | None) -> None:
    if await queries.region_named(tx, name) not in (None, own_id):
        raise Invalid("stores.region_name_taken", field="name", name=name)


async def _check_credit_code(tx: Tx, code: str, own_id: UUID | None) -> None:
    if not is_credit_code(code):
        raise Invalid("stores.bad_credit_code", field="creditCode")
    holder = await queries.entity_with_code(tx, code)
    if holder not in (None, own_id):
        raise Invalid("stores.credit_code_taken", field="creditCode")
