"""Accept an order for its source: from here on the store cannot change it any more."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import Conflict, FieldError, Invalid
from storewalk.core.money import format_cents
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_events import OrderAccepted
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.fulfil_schemas import AcceptOrder, ConfirmedLine
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState, Step, next_state, require_step
from storewalk.ordering.queries.fulfil_lines import Confirmed, FulfilledLine, fulfilled_lines, keep_confirmed
from storewalk.ordering.queries.fulfil_locks import Origin, lock_for_source
from storewalk.ordering.queries.fulfil_read import read_fulfilment
from storewalk.ordering.service.fulfil.book import worth
from storewalk.ordering.service.order.lines import refuse
from storewalk.stock import api as stock


async def accept(tx: Tx, order_id: UUID, form: AcceptOrder) -> UUID:
    """Accept an order, and return its id.

    Raises:
        NotFound: the actor does not act for its source.
        WrongState: it is not approved, or has been accepted already.
        Conflict: it has changed since the actor saw it.
        Invalid: a line cannot be confirmed so, nothing would be sent, or less than the supplier takes orders from.

    """
    order, origin = await lock_for_source(tx, order_id)
    require_step(order.state, Step.ACCEPT)
    if form.if_version is not None and form.if_version != order.version:
        raise Conflict("ordering.order_changed", current=await read_fulfilment(tx, order.id), field="ifVersion")
    lines = await fulfilled_lines(tx, order.id)
    confirmed = _confirmed(lines, form.lines)
    _require_least(origin, lines, confirmed, form)
    await confirm(tx, order, origin, confirmed)
    return order.id


async def accept_in_full(tx: Tx, order: StoreOrder, origin: Origin) -> None:
    """Take a locked order that is approved on as it was ordered."""
    await confirm(tx, order, origin, _confirmed(await fulfilled_lines(tx, order.id), ()))


async def confirm(tx: Tx, order: StoreOrder, origin: Origin, confirmed: Sequence[Confirmed]) -> bool:
    """Take a locked order on with these quantities, or with others than before; the warehouse keeps them for it.

    Return whether that changes anything.
    """
    lines = {line.product_id: line for line in await fulfilled_lines(tx, order.id)}
    same = all(each.quantity == lines[each.product_id].confirmed for each in confirmed)
    await keep_confirmed(tx, order.id, confirmed)
    if origin.warehouse_id is not None:
        kept = {each.product_id: each.quantity for each in confirmed}
        await stock.reserve(tx, order.id, origin.warehouse_id, kept)
    if order.state is OrderState.APPROVED:
        order.state = next_state(order.state, Step.ACCEPT, OrderState.ACCEPTED)
    elif same:
        return False
    # A supplier that answers by its link has no account.
    order.accepted_by, order.accepted_at = None if tx.actor.is_system else tx.actor.account_id, tx.now
    tx.record(
        OrderAccepted(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=origin.name,
            lines=sum(each.quantity > 0 for each in confirmed),
            cut=sum(each.quantity < lines[each.product_id].quantity for each in confirmed),
            submitter_id=order.submitted_by or order.opened_by,
        )
    )
    await tx.flush()
    return True


def _require_least(
    origin: Origin, lines: Sequence[FulfilledLine], confirmed: Sequence[Confirmed], form: AcceptOrder
) -> None:
    """Raise Invalid where a supplier's order would be cut below what the supplier takes orders from."""
    cut = any(each.why is not ConfirmedWhy.IN_FULL for each in confirmed)
    if origin.warehouse_id is not None or form.below_least or not cut:
        return
    by = {line.product_id: line for line in lines}
    if sum(worth(by[each.product_id], each.quantity) for each in confirmed) < origin.least_cents:
        raise Invalid("ordering.cut_below_least", field="lines", least=format_cents(origin.least_cents))


def _confirmed(lines: Sequence[FulfilledLine], changed: Sequence[ConfirmedLine]) -> list[Confirmed]:
    wanted = chosen(
        lines,
        [(each.product_id, each.quantity) for each in changed],
        {line.product_id: line.quantity for line in lines},
    )
    quantities = {line.product_id: line.quantity for line in lines} | wanted
    if not any(quantities.values()):
        raise Invalid("ordering.nothing_confirmed", field="lines")
    return [
        Confirmed(
            line.product_id,
            quantities[line.product_id],
            ConfirmedWhy.IN_FULL if quantities[line.product_id] == line.quantity else ConfirmedWhy.SOURCE,
        )
        for line in lines
    ]


def chosen(
    lines: Sequence[FulfilledLine], wanted: Sequence[tuple[UUID, Decimal]], most: dict[UUID, Decimal]
) -> dict[UUID, Decimal]:
    """Return quantities by product. Raises Invalid naming those that are not in the order, twice there, or too much."""
    codes, seen, faults = {line.product_id: line.code for line in lines}, dict[UUID, Decimal](), list[FieldError]()
    for number, (product_id, quantity) in enumerate(wanted):
        code = codes.get(product_id)
        if code is None:
            faults.append(FieldError(f"lines.{number}.productId", "ordering.line_not_in_order", {"code": ""}))
        elif product_id in seen:
            faults.append(FieldError(f"lines.{number}.productId", "ordering.line_twice", {"code": code}))
        elif not is_quantity(quantity, zero=True) or quantity > most[product_id]:
            params: dict[str, object] = {"code": code, "most": plain(most[product_id])}
            faults.append(FieldError(f"lines.{number}.quantity", "ordering.above_what_is_left", params))
        seen[product_id] = quantity
    refuse(faults)
    return seen
