"""Say what a source sells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.ordering.permissions import EDIT_SUPPLY
from storewalk.ordering.queries.supply_parts import offer_of
from storewalk.ordering.service.supply.sources import lock_source
from storewalk.ordering.supply_events import OffersSet
from storewalk.ordering.supply_models import OrderOffer
from storewalk.ordering.supply_schemas import OfferForm, SetOffers

FIELDS: Final = ("pack_quantity", "pack_cents", "least", "most", "life_days", "service_class", "rank")


async def set_offers(tx: Tx, source_id: UUID, form: SetOffers) -> None:
    """Make offers of a source what the form says, and take others off. Again changes nothing.

    Raises NotFound, Conflict when somebody changed one meanwhile, Invalid naming the fields that break a rule.
    """
    tx.require(EDIT_SUPPLY)
    await lock_source(tx, source_id)
    wanted = {line.product_id: line for line in form.lines}
    found = [each for number, line in enumerate(form.lines) for each in faults(line, f"lines.{number}.")]
    if len(wanted) < len(form.lines) or not wanted.keys().isdisjoint(form.removed):
        found.append(FieldError("lines", "ordering.product_twice"))
    known = await known_products(tx, wanted)
    found += [
        FieldError(f"lines.{number}.productId", "catalog.no_product")
        for number, line in enumerate(form.lines)
        if line.product_id not in known
    ]
    if found:
        raise Invalid(found[0].message_key, errors=found)
    rows = {row.product_id: row for row in await offers_of(tx, source_id, [*wanted, *form.removed])}
    await _require_seen(tx, source_id, form.lines, rows)
    removed = [each for each in form.removed if each in rows]
    for product_id in removed:
        await tx.session.delete(rows[product_id])
    changed = [each for each, line in wanted.items() if write_offer(tx, source_id, rows.get(each), line)]
    if changed or removed:
        tx.record(OffersSet(subject_id=source_id, products=changed, removed=removed))
        await tx.flush()


async def _require_seen(tx: Tx, source_id: UUID, lines: Sequence[OfferForm], rows: Mapping[UUID, OrderOffer]) -> None:
    for number, line in enumerate(lines):
        row = rows.get(line.product_id)
        if line.if_version not in (None, row.version if row else 0):
            current = await offer_of(tx, source_id, line.product_id) or line
            raise Conflict("ordering.offer_changed", current=current, field=f"lines.{number}.ifVersion")


def faults(form: OfferForm, place: str = "") -> Iterator[FieldError]:
    """Yield what is wrong with an offer; `place` leads to its fields."""
    below = [each for each in (form.least, form.pack_quantity) if each.is_finite()]
    if not is_quantity(form.pack_quantity):
        yield FieldError(f"{place}packQuantity", "ordering.bad_pack")
    if not is_quantity(form.least, zero=True):
        yield FieldError(f"{place}least", "ordering.bad_limit")
    if form.most is not None and not is_quantity(form.most):
        yield FieldError(f"{place}most", "ordering.bad_limit")
    elif form.most is not None and max(below, default=form.most) > form.most:
        yield FieldError(f"{place}most", "ordering.most_below_least")


def write_offer(tx: Tx, source_id: UUID, row: OrderOffer | None, form: OfferForm) -> bool:
    """Make one offer of a locked source what the form says; tell whether that changed it."""
    if row is None:
        row = OrderOffer(org_id=tx.org_id, source_id=source_id, product_id=form.product_id)
        tx.session.add(row)
    elif all(getattr(row, each) == getattr(form, each) for each in FIELDS):
        return False
    row.pack_quantity, row.pack_cents, row.least, row.most = form.pack_quantity, form.pack_cents, form.least, form.most
    row.life_days, row.service_class, row.rank = form.life_days, form.service_class, form.rank
    return True


async def offers_of(tx: Tx, source_id: UUID, product_ids: Sequence[UUID]) -> Iterable[OrderOffer]:
    """Return what a locked source offers of some products."""
    statement = select(OrderOffer).where(
        OrderOffer.org_id == tx.org_id, OrderOffer.source_id == source_id, OrderOffer.product_id.in_(product_ids)
    )
    return await tx.session.scalars(statement)
