"""Order for a warehouse what it lacks: an order of its own, which goes to the supplier with those of stores."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from storewalk.core.errors import FieldError, Invalid, WrongState
from storewalk.core.locks import lock_names
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within
from storewalk.ordering.order_models import StoreOrder, StoreOrderLine
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.permissions import SEND_PURCHASE
from storewalk.ordering.purchase_events import WarehouseOrdered
from storewalk.ordering.purchase_schemas import OrderForWarehouse, WarehouseLine, WarehouseOrderOut
from storewalk.ordering.queries.order_locks import known_order
from storewalk.ordering.queries.order_window import OrderWindow, window_of
from storewalk.ordering.queries.purchase_warehouse import Lack, Supplied, lacks_of
from storewalk.ordering.service.order.lines import refuse
from storewalk.ordering.service.order.totals import set_totals
from storewalk.stores.api import store_clock


async def order_for_warehouse(tx: Tx, form: OrderForWarehouse) -> WarehouseOrderOut:
    """Order what a warehouse lacks of a source's products, without an approval: its stores' orders had theirs.

    Sent twice it stays as it is.

    Raises:
        NotFound: the warehouse lies outside the actor's scope.
        WrongState: it lacks nothing that the source supplies it with, or the source delivers there no more.
        Invalid: a line is of another product, no whole packs, or more or less than the source takes.

    """
    await require_within(tx, SEND_PURCHASE, form.warehouse_id)
    await lock_names(tx, "warehouse_need", [form.warehouse_id])
    known = await known_order(tx, form.id)
    if known is not None and (known.store_id, known.source_id) == (form.warehouse_id, form.source_id):
        return _out(known)
    if known is not None:
        raise Invalid("ordering.id_taken", field="id")
    lacks = await lacks_of(tx, form.warehouse_id, tx.actor.paths(SEND_PURCHASE))
    supplied = {each.product_id: (each, each.supplied) for each in lacks if each.supplied is not None}
    mine = {product_id: pair for product_id, pair in supplied.items() if pair[1].source_id == form.source_id}
    wanted = _wanted(mine, form.lines)
    if not wanted:
        raise WrongState("ordering.warehouse_lacks_nothing")
    clock = await store_clock(tx, form.warehouse_id)
    day = clock.business_date(tx.now)
    window = await window_of(tx, form.source_id, clock, day)
    if window is None:
        raise WrongState("ordering.not_delivered")
    order = StoreOrder(
        org_id=tx.org_id,
        id=form.id,
        store_id=form.warehouse_id,
        source_id=form.source_id,
        day=day,
        state=OrderState.APPROVED,
        cut_off_at=window.cut_off_at,
        expected_on=window.expected_on,
        urgent=tx.now >= window.cut_off_at,
        note="",
        reason="",
        opened_by=tx.actor.account_id,
        submitted_by=tx.actor.account_id,
        submitted_at=tx.now,
        decided_at=tx.now,
        waited_s=0,
        told_levels=0,
        missing_ids=[],
        total_cents=0,
        line_count=0,
        changed_count=0,
        recorded_at=tx.now,
    )
    tx.session.add(order)
    await tx.flush()
    tx.session.add_all(
        _line(order, number, product_id, mine[product_id][1], quantity)
        for number, (product_id, quantity) in enumerate(wanted.items())
    )
    await tx.flush()
    await set_totals(tx, order)
    _tell(tx, order, window)
    await tx.flush()
    return _out(order)


def _wanted(mine: dict[UUID, tuple[Lack, Supplied]], lines: Sequence[WarehouseLine]) -> dict[UUID, Decimal]:
    wanted = {product_id: by.packed(lack.short) for product_id, (lack, by) in mine.items()}
    faults: list[FieldError] = []
    for number, line in enumerate(lines):
        if line.product_id not in mine:
            faults.append(FieldError(f"lines.{number}.productId", "ordering.not_lacking"))
            continue
        fault = _unfit(mine[line.product_id], line.quantity)
        if fault is not None:
            faults.append(FieldError(f"lines.{number}.quantity", *fault))
        wanted[line.product_id] = line.quantity
    refuse(faults)
    return {product_id: quantity for product_id, quantity in wanted.items() if quantity}


def _unfit(pair: tuple[Lack, Supplied], quantity: Decimal) -> tuple[str, dict[str, object]] | None:
    lack, by = pair
    code: str = lack.rows[0]["code"]
    if not is_quantity(quantity, zero=True):
        return "ordering.bad_quantity", {"code": code}
    if quantity % by.pack_quantity:
        return "ordering.no_whole_packs", {"code": code, "pack": plain(by.pack_quantity)}
    if quantity and quantity < by.least:
        return "ordering.below_least", {"code": code, "least": plain(by.least)}
    if by.most is not None and quantity > by.most:
        return "ordering.above_most", {"code": code, "most": plain(by.most)}
    return None


def _line(order: StoreOrder, position: int, product_id: UUID, by: Supplied, quantity: Decimal) -> StoreOrderLine:
    return StoreOrderLine(
        org_id=order.org_id,
        order_id=order.id,
        product_id=product_id,
        position=position,
        quantity=quantity,
        pack_quantity=by.pack_quantity,
        pack_cents=by.pack_cents,
        least=by.least,
        most=by.most,
        must_order=False,
    )


def _tell(tx: Tx, order: StoreOrder, window: OrderWindow) -> None:
    tx.record(
        WarehouseOrdered(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=window.source_name,
            lines=order.line_count,
            total_cents=order.total_cents,
        )
    )


def _out(order: StoreOrder) -> WarehouseOrderOut:
    return WarehouseOrderOut(
        id=order.id,
        source_id=order.source_id,
        day=order.day,
        lines=order.line_count,
        total_cents=order.total_cents,
    )
