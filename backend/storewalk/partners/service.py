"""Add a supplier, change one, end it."""

from typing import Any
from uuid import UUID

from storewalk.core.credit_code import is_credit_code
from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.pinyin import initials
from storewalk.core.tx import Tx
from storewalk.partners import queries
from storewalk.partners.events import SupplierAdded, SupplierChanged, SupplierEnded
from storewalk.partners.models import Supplier, SupplierStatus
from storewalk.partners.permissions import EDIT
from storewalk.partners.schemas import AddSupplier, ChangeSupplier, SupplierForm


async def add_supplier(tx: Tx, form: AddSupplier) -> UUID:
    """Add a supplier. Raises Invalid naming the fields that break a rule."""
    tx.require(EDIT)
    await _check(tx, form, None)
    supplier = Supplier(org_id=tx.org_id, id=form.id or new_id(), status=SupplierStatus.ACTIVE)
    _write(supplier, form)
    tx.session.add(supplier)
    tx.record(SupplierAdded(subject_id=supplier.id, code=supplier.code))
    await tx.flush()
    return supplier.id


async def change_supplier(tx: Tx, supplier_id: UUID, form: ChangeSupplier) -> None:
    """Make a supplier what the form says. From one that is ended nothing is ordered.

    Raises NotFound, Conflict when somebody changed it meanwhile, Invalid naming the fields that break a rule.
    """
    tx.require(EDIT)
    supplier = await queries.lock_supplier(tx, supplier_id)
    if supplier.version != form.if_version:
        raise Conflict("partners.changed_meanwhile", current=await queries.get_supplier(tx, supplier_id))
    await _check(tx, form, supplier_id)
    ends = form.status is SupplierStatus.ENDED and supplier.status is not SupplierStatus.ENDED
    _write(supplier, form)
    supplier.status = form.status
    tx.record((SupplierEnded if ends else SupplierChanged)(subject_id=supplier_id))
    await tx.flush()


def _write(supplier: Supplier, form: SupplierForm) -> None:
    supplier.code, supplier.name = form.code, form.name
    supplier.pinyin = form.pinyin or initials(form.name)
    supplier.credit_code, supplier.email = form.credit_code, form.email


async def _check(tx: Tx, form: SupplierForm, own_id: UUID | None) -> None:
    found: list[FieldError] = []
    if form.credit_code and not is_credit_code(form.credit_code):
        found.append(FieldError("creditCode", "partners.bad_credit_code"))
    await lock_names(tx, "supplier", {f"code:{form.code}", f"credit:{form.credit_code}"})
    for other in await queries.bearers(tx, form.code, form.credit_code, own_id):
        if other["code"] == form.code:
            found.append(FieldError("code", "partners.code_taken", {"code": form.code}))
        else:
            found.append(FieldError("creditCode", "partners.credit_code_taken", {"code": other["code"]}))
    if found:
        first: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found, **first)
