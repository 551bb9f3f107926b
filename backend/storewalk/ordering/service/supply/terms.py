"""Say what differs at stores: what they carry and must order, how little and how much of it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, FieldError, Invalid, NotFound
from storewalk.core.locks import lock_names
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.identity.api import lies_below
from storewalk.ordering.permissions import EDIT_TERMS
from storewalk.ordering.queries.supply_terms import terms_for
from storewalk.ordering.supply_events import StoreTermsSet
from storewalk.ordering.supply_models import OrderStoreTerms
from storewalk.ordering.supply_schemas import SetTerms, TermsForm

WITHIN: Final = (
    f"SELECT count(*) FROM store s WHERE s.org_id = $1 AND s.id = ANY ($3) AND {lies_below('s', 's.id', '$2')}"
)
USUAL: Final = (True, False, None, Decimal(0))
"""What holds where nothing differs: carried, not a must, any number of it."""


async def set_terms(tx: Tx, form: SetTerms) -> int:
    """Make products at stores what the form says; return how many are different from before.

    Raises NotFound for a store outside the actor's scope, Conflict when somebody changed a line meanwhile, Invalid
    naming the fields that break a rule.
    """
    tx.require(EDIT_TERMS)
    store_ids = sorted(set(form.store_ids))
    held = await tx.fetchrow(WITHIN, tx.org_id, list(tx.actor.paths(EDIT_TERMS)), store_ids)
    if held is None or held[0] < len(store_ids):
        raise NotFound("stores.no_store")
    await _check(tx, form)
    await lock_names(tx, "order_store_terms", store_ids)
    lines = {line.product_id: line for line in form.lines}
    statement = select(OrderStoreTerms).where(
        OrderStoreTerms.org_id == tx.org_id,
        OrderStoreTerms.store_id.in_(store_ids),
        OrderStoreTerms.product_id.in_(list(lines)),
    )
    rows = {(row.store_id, row.product_id): row for row in await tx.session.scalars(statement)}
    await _require_seen(tx, store_ids, form.lines, rows)
    changed = [
        (store_id, product_id)
        for store_id in store_ids
        for product_id, line in lines.items()
        if await _write(tx, store_id, rows.get((store_id, product_id)), line)
    ]
    if changed:
        stores = sorted({store_id for store_id, _ in changed})
        products = sorted({product_id for _, product_id in changed})
        of = stores[0] if len(stores) == 1 else None
        tx.record(StoreTermsSet(subject_id=stores[0], store_id=of, stores=stores, products=products))
        await tx.flush()
    return len(changed)


async def _require_seen(
    tx: Tx, store_ids: Sequence[UUID], lines: Sequence[TermsForm], rows: Mapping[tuple[UUID, UUID], OrderStoreTerms]
) -> None:
    for number, line in enumerate(lines):
        for store_id in store_ids:
            row = rows.get((store_id, line.product_id))
            if line.if_version not in (None, row.version if row else 0):
                current = await terms_for(tx, store_id, line.product_id) or line
                raise Conflict("ordering.terms_changed", current=current, field=f"lines.{number}.ifVersion")


async def _write(tx: Tx, store_id: UUID, row: OrderStoreTerms | None, form: TermsForm) -> bool:
    wanted = (form.carried, form.must_order, form.capacity, form.keep_at_least)
    before = USUAL if row is None else (row.carried, row.must_order, row.capacity, row.keep_at_least)
    if wanted == before:
        return False
    if wanted == USUAL:
        await tx.session.delete(row)
        return True
    if row is None:
        row = OrderStoreTerms(org_id=tx.org_id, store_id=store_id, product_id=form.product_id)
        tx.session.add(row)
    row.carried, row.must_order, row.capacity, row.keep_at_least = wanted
    return True


async def _check(tx: Tx, form: SetTerms) -> None:
    known = await known_products(tx, [line.product_id for line in form.lines])
    found: list[FieldError] = []
    for number, line in enumerate(form.lines):
        found += _faults(line, f"lines.{number}.")
        if line.product_id not in known:
            found.append(FieldError(f"lines.{number}.productId", "catalog.no_product"))
    if len({line.product_id for line in form.lines}) < len(form.lines):
        found.append(FieldError("lines", "ordering.product_twice"))
    if found:
        raise Invalid(found[0].message_key, errors=found)


def _faults(form: TermsForm, place: str) -> Iterator[FieldError]:
    if form.must_order and not form.carried:
        yield FieldError(f"{place}mustOrder", "ordering.must_be_carried")
    holds = form.capacity is None or is_quantity(form.capacity)
    if not holds:
        yield FieldError(f"{place}capacity", "ordering.bad_limit")
    if not is_quantity(form.keep_at_least, zero=True):
        yield FieldError(f"{place}keepAtLeast", "ordering.bad_limit")
    elif holds and form.capacity is not None and form.keep_at_least > form.capacity:
        yield FieldError(f"{place}keepAtLeast", "ordering.kept_above_capacity")
