"""Add a source, change one, end it."""

from collections.abc import Collection
from datetime import time
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.supply_sources import get_source
from storewalk.ordering.supply_events import SourceAdded, SourceChanged, SourceEnded
from storewalk.ordering.supply_models import OrderSource, SourceStatus
from storewalk.ordering.supply_schemas import AddSource, ChangeSource, SourceForm
from storewalk.partners.api import SupplierStatus, lock_supplier

TAKEN: Final = "SELECT true FROM order_source WHERE org_id = $1 AND code = $2 AND id IS DISTINCT FROM $3"
WAREHOUSE: Final = """
SELECT true FROM store WHERE org_id = $1 AND id = $2 AND kind = 'warehouse' AND status <> 'closed'"""


async def add_source(tx: Tx, form: AddSource) -> UUID:
    """Add a source. Raises Invalid for a code that is taken, or what is neither a supplier in use nor a warehouse."""
    tx.require(EDIT_SUPPLY)
    await _check_code(tx, form.code, None)
    await _check_origin(tx, form)
    source = OrderSource(
        org_id=tx.org_id,
        id=form.id or new_id(),
        supplier_id=form.supplier_id,
        warehouse_id=form.warehouse_id,
        status=SourceStatus.ACTIVE,
    )
    _write(source, form)
    tx.session.add(source)
    tx.record(SourceAdded(subject_id=source.id, code=source.code))
    await tx.flush()
    return source.id


async def change_source(tx: Tx, source_id: UUID, form: ChangeSource) -> None:
    """Make a source what the form says. From one that is ended nothing is ordered.

    Raises NotFound, Conflict when somebody changed it meanwhile, Invalid for a code that is taken, or one that shall
    be ordered from again though its supplier has ended.
    """
    tx.require(EDIT_SUPPLY)
    source = await lock_source(tx, source_id)
    if source.version != form.if_version:
        raise Conflict("ordering.source_changed_meanwhile", current=await get_source(tx, source_id))
    await _check_code(tx, form.code, source_id)
    ended = source.status is SourceStatus.ENDED
    if ended and form.status is SourceStatus.ACTIVE and source.supplier_id is not None:
        await _check_supplier(tx, source.supplier_id, "status")
    _write(source, form)
    source.status = form.status
    kind = SourceEnded if form.status is SourceStatus.ENDED and not ended else SourceChanged
    tx.record(kind(subject_id=source_id))
    await tx.flush()


async def lock_source(tx: Tx, source_id: UUID) -> OrderSource:
    """Lock a source with all that belongs to it. Raises NotFound."""
    statement = select(OrderSource).where(OrderSource.org_id == tx.org_id, OrderSource.id == source_id)
    locked = statement.with_for_update().execution_options(populate_existing=True)
    source = (await tx.session.execute(locked)).scalar_one_or_none()
    if source is None:
        raise NotFound("ordering.no_source")
    return source


async def lock_sources(tx: Tx, codes: Collection[str]) -> dict[str, OrderSource]:
    """Lock the sources with some codes, in the order of their ids, and return them by code."""
    statement = select(OrderSource).where(OrderSource.org_id == tx.org_id, OrderSource.code.in_(codes))
    locked = await tx.session.scalars(statement.order_by(OrderSource.id).with_for_update())
    return {source.code: source for source in locked}


def _write(source: OrderSource, form: SourceForm) -> None:
    source.code, source.name = form.code, form.name
    source.lead_days, source.sold_same_day = form.lead_days, form.sold_same_day
    source.cut_off, source.least_cents = time.fromisoformat(form.cut_off), form.least_cents
    source.over_percent = form.over_percent


async def _check_code(tx: Tx, code: str, own_id: UUID | None) -> None:
    await lock_names(tx, "order_source", [code])
    if await tx.fetchrow(TAKEN, tx.org_id, code, own_id) is not None:
        raise Invalid("ordering.source_code_taken", field="code", code=code)


async def _check_origin(tx: Tx, form: AddSource) -> None:
    if (form.supplier_id is None) == (form.warehouse_id is None):
        raise Invalid("ordering.one_origin", field="supplierId")
    if form.supplier_id is not None:
        await _check_supplier(tx, form.supplier_id, "supplierId")
        return
    if await tx.fetchrow(WAREHOUSE, tx.org_id, form.warehouse_id) is None:
        raise Invalid("ordering.no_warehouse", field="warehouseId")


async def _check_supplier(tx: Tx, supplier_id: UUID, field: str) -> None:
    try:
        supplier = await lock_supplier(tx, supplier_id, share=True)
    except NotFound as error:
        raise Invalid("partners.no_supplier", field=field) from error
    if supplier.status is not SupplierStatus.ACTIVE:
        raise Invalid("ordering.supplier_ended", field=field)
