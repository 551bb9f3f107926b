"""Say how a supplier gets its orders, and try whether it would."""

import re
from typing import Final
from uuid import UUID

from storewalk.core.errors import Conflict, Invalid, WrongState
from storewalk.core.tx import Tx
from storewalk.core.vault import Vault
from storewalk.notifications.api import Outcome, UnsafeEndpoint, Verdict, parse_endpoint, signing_key
from storewalk.partners.events import SupplierWaySet, SupplierWayTested
from storewalk.partners.models import OrderWay, SupplierWay
from storewalk.partners.permissions import EDIT
from storewalk.partners.queries import lock_supplier
from storewalk.partners.way_queries import lock_way, supplier_way
from storewalk.partners.way_schemas import MAIL_ADDRESS, SetSupplierWay
from storewalk.partners.way_work import TryWay

LONGEST_MAIL: Final = 254


def secret_place(org_id: UUID, supplier_id: UUID) -> str:
    """Return where the secret of a supplier's receiver stands, which it is sealed for."""
    return f"supplier_way.secret {org_id} {supplier_id}"


async def set_way(tx: Tx, supplier_id: UUID, form: SetSupplierWay, vault: Vault, *, allow_private: bool) -> None:
    """Set how a supplier gets its orders.

    Raises:
        NotFound: there is no such supplier.
        Invalid: the address or the secret cannot serve the way.
        Conflict: somebody else changed it meanwhile.

    """
    tx.require(EDIT)
    await lock_supplier(tx, supplier_id)
    row = await lock_way(tx, supplier_id)
    if (row.version if row else 0) != form.if_version:
        raise Conflict("partners.changed_meanwhile", current=await supplier_way(tx, supplier_id))
    _check_address(form, allow_private=allow_private)
    if row is None:
        row = SupplierWay(org_id=tx.org_id, supplier_id=supplier_id, secret=None)
        tx.session.add(row)
    row.way, row.address, row.language, row.automatic = form.way, form.address.strip(), form.language, form.automatic
    row.secret = _sealed(form, row.secret, vault, secret_place(tx.org_id, supplier_id))
    row.test_asked_at, row.tested_at, row.test_fault = None, None, ""
    tx.record(SupplierWaySet(subject_id=supplier_id, way=form.way, automatic=form.automatic))
    await tx.flush()


def _check_address(form: SetSupplierWay, *, allow_private: bool) -> None:
    address = form.address.strip()
    if form.way is OrderWay.FILE and address:
        raise Invalid("partners.file_has_no_address", field="address")
    if form.way is OrderWay.MAIL and (len(address) > LONGEST_MAIL or not re.fullmatch(MAIL_ADDRESS, address)):
        raise Invalid("partners.bad_mail_address", field="address")
    if form.way is OrderWay.WEBHOOK:
        try:
            parse_endpoint(address, allow_private=allow_private)
        except UnsafeEndpoint as reason:
            raise Invalid("partners.bad_receiver", field="address") from reason


def _sealed(form: SetSupplierWay, kept: str | None, vault: Vault, place: str) -> str | None:
    if form.way is not OrderWay.WEBHOOK:
        return None
    if form.secret is None:
        if kept is None:
            raise Invalid("partners.secret_missing", field="secret")
        return kept
    try:
        signing_key(form.secret)
    except ValueError as reason:
        raise Invalid("partners.bad_secret", field="secret") from reason
    return vault.seal(form.secret, place)


async def ask_test(tx: Tx, supplier_id: UUID) -> None:
    """Send the supplier a test by its way. Raises NotFound, WrongState where orders go as a file."""
    tx.require(EDIT)
    await lock_supplier(tx, supplier_id)
    row = await lock_way(tx, supplier_id)
    if row is None or row.way is OrderWay.FILE:
        raise WrongState("partners.file_needs_no_test")
    row.test_asked_at, row.tested_at, row.test_fault = tx.now, None, ""
    tx.record(SupplierWayTested(subject_id=supplier_id, way=row.way))
    await tx.enqueue(TryWay(supplier_id=supplier_id, asked_at=tx.now))
    await tx.flush()


async def note_test(tx: Tx, job: TryWay, outcome: Outcome) -> None:
    """Write down how a test went, unless another was asked for meanwhile."""
    row = await lock_way(tx, job.supplier_id)
    if row is None or row.test_asked_at != job.asked_at:
        return
    arrived = outcome.verdict in (Verdict.SENT, Verdict.DELIVERED)
    row.tested_at, row.test_fault = tx.now, "" if arrived else fault_of(outcome)
    await tx.flush()


def fault_of(outcome: Outcome) -> str:
    """Return in a line why something did not arrive."""
    said = " ".join((outcome.error or "").split())[:300]
    return f"{outcome.status_code} {said}".strip() if outcome.status_code else said or outcome.verdict.value
