"""A supplier answers an order: it will send all of it, less of it, or nothing; the stores' orders behind it follow."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import FieldError, Invalid, NotFound, WrongState
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.ordering.fulfil_shares import adjust, share_wave
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.order_states import OrderState
from storewalk.ordering.purchase_events import OrderDayMoved, PurchaseAnswered
from storewalk.ordering.purchase_goods import Goods, by_product
from storewalk.ordering.purchase_models import PartOutcome, PurchaseOrder, PurchasePart, PurchaseState
from storewalk.ordering.queries.fulfil_lines import Confirmed
from storewalk.ordering.queries.fulfil_locks import origin_of
from storewalk.ordering.queries.fulfil_wave_lines import wave_lines
from storewalk.ordering.queries.order_locks import lock_orders
from storewalk.ordering.queries.purchase_answers import keep_answer
from storewalk.ordering.queries.purchase_locks import lock_purchase, parts_of, people_behind, supplier_name
from storewalk.ordering.queries.purchase_pieces import kept_pieces
from storewalk.ordering.service.fulfil.accept import confirm
from storewalk.ordering.service.order.lines import refuse

ANSWERED = frozenset({PurchaseState.CONFIRMED, PurchaseState.REFUSED})


class Answer(Struct, frozen=True, kw_only=True):
    """What a supplier says: `most` of products that it sends less of than was ordered, and when it delivers."""

    confirmed: bool
    most: Mapping[UUID, Decimal] = {}
    expected_on: date | None = None
    note: str = ""


class Behind(Struct, frozen=True):
    """The stores' orders behind an order to a supplier: those that can still be confirmed, and all its parts."""

    open: list[StoreOrder]
    parts: Sequence[PurchasePart]


async def answer(tx: Tx, purchase_id: UUID, said: Answer) -> bool:
    """Answer an order for its supplier; return whether that changes anything: the first answer stands.

    What the supplier cannot send is shared between the stores as a warehouse shares what is short.

    Raises:
        WrongState: no store's order behind it can be confirmed any more.
        Invalid: a quantity is none, or more than was ordered; nothing would be sent, or it would be sent in the past.

    """
    purchase = await lock_purchase(tx, purchase_id)
    if purchase is None:
        raise NotFound("ordering.no_purchase")
    if purchase.state in ANSWERED:
        return False
    goods = by_product(await kept_pieces(tx, purchase.id))
    _check(tx, goods, said)
    behind = await _behind(tx, purchase)
    if not behind.open:
        raise WrongState("ordering.nothing_left_to_confirm")
    cut = await _confirm(tx, purchase, behind.open, said) if said.confirmed else 0
    outcome = PartOutcome.ACCEPTED if said.confirmed else PartOutcome.REFUSED
    open_ids = {order.id for order in behind.open}
    for part in behind.parts:
        part.outcome = outcome if part.order_id in open_ids else PartOutcome.GONE
        part.live = part.outcome is not PartOutcome.REFUSED
    _close(tx, purchase, said)
    await _tell(tx, purchase, said, cut=cut, gone=len(behind.parts) - len(behind.open))
    return True


def _check(tx: Tx, goods: Sequence[Goods], said: Answer) -> None:
    if not said.confirmed:
        return
    faults: list[FieldError] = []
    for each in goods:
        most = said.most.get(each.of.product_id)
        if most is not None and (not is_quantity(most, zero=True) or most > each.quantity):
            params: dict[str, object] = {"code": each.of.code, "most": plain(each.packs)}
            faults.append(FieldError(f"quantity.{each.of.product_id}", "ordering.supplier_above_ordered", params))
    refuse(faults)
    if not any(said.most.get(each.of.product_id, each.quantity) for each in goods):
        raise Invalid("ordering.supplier_confirms_nothing", field="quantity")
    if said.expected_on is not None and said.expected_on < tx.now.date():
        raise Invalid("ordering.supplier_day_over", field="day")


async def _behind(tx: Tx, purchase: PurchaseOrder) -> Behind:
    parts = await parts_of(tx, purchase.id)
    orders = await lock_orders(tx, [part.order_id for part in parts])
    still = [
        orders[part.order_id]
        for part in parts
        if orders[part.order_id].state is OrderState.APPROVED
        and orders[part.order_id].submitted_at == part.submitted_at
    ]
    return Behind(still, parts)


async def _confirm(tx: Tx, purchase: PurchaseOrder, orders: Sequence[StoreOrder], said: Answer) -> int:
    """Accept the stores' orders, and return of how many products there is less than was ordered."""
    lines = await wave_lines(tx, [order.id for order in orders])
    asked: dict[UUID, Decimal] = {}
    for line in lines:
        asked[line.product_id] = asked.get(line.product_id, Decimal(0)) + line.wanted
    there = {product_id: min(said.most.get(product_id, whole), whole) for product_id, whole in asked.items()}
    confirmed, _ = adjust(share_wave(lines, there, set(), set()), ())
    origin = await origin_of(tx, purchase.source_id)
    for order in orders:
        moved = said.expected_on is not None and said.expected_on != order.expected_on
        if moved:
            order.expected_on = said.expected_on
        await confirm(tx, order, origin, confirmed[order.id])
        if moved:
            _tell_day(tx, order, origin.name, said)
    await keep_answer(tx, purchase.id, confirmed)
    return sum(_given(confirmed, product_id) < whole for product_id, whole in asked.items())


def _given(confirmed: Mapping[UUID, Sequence[Confirmed]], product_id: UUID) -> Decimal:
    pieces = (each.quantity for lines in confirmed.values() for each in lines if each.product_id == product_id)
    return sum(pieces, Decimal(0))


def _close(tx: Tx, purchase: PurchaseOrder, said: Answer) -> None:
    purchase.state = PurchaseState.CONFIRMED if said.confirmed else PurchaseState.REFUSED
    purchase.answered_at, purchase.note = tx.now, said.note
    purchase.expected_on = said.expected_on if said.confirmed else None
    purchase.opened_at, purchase.sent_at = purchase.opened_at or tx.now, purchase.sent_at or tx.now


def _tell_day(tx: Tx, order: StoreOrder, source_name: str, said: Answer) -> None:
    if said.expected_on is None:
        return
    tx.record(
        OrderDayMoved(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=source_name,
            expected_on=said.expected_on,
            note=said.note,
            submitter_id=order.submitted_by or order.opened_by,
        )
    )


async def _tell(tx: Tx, purchase: PurchaseOrder, said: Answer, *, cut: int, gone: int) -> None:
    tx.record(
        PurchaseAnswered(
            subject_id=purchase.id,
            number=purchase.number,
            supplier_name=await supplier_name(tx, purchase),
            confirmed=said.confirmed,
            cut=cut,
            gone=gone,
            expected_on=purchase.expected_on,
            note=said.note,
            told_ids=await people_behind(tx, purchase),
        )
    )
    await tx.flush()
