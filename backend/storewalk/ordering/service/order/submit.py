"""Send an order off: it passes by the rules, or waits for somebody who may approve it."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from storewalk.core.errors import FieldError, Invalid, WrongState
from storewalk.core.money import format_cents
from storewalk.core.tx import Tx
from storewalk.ordering.events import OrderApproved, OrderSubmitted
from storewalk.ordering.order_levels import approvers
from storewalk.ordering.order_models import ApprovalLevel, StoreOrder
from storewalk.ordering.order_rule_models import StoreOrderHit
from storewalk.ordering.order_rules import Hit, Measured, Rule, Setting, hits, level_of
from storewalk.ordering.order_schemas import SubmitOrder
from storewalk.ordering.order_states import EDITABLE, OrderState, Step, next_state, require_step
from storewalk.ordering.order_work import EscalateOrder
from storewalk.ordering.permissions import PLACE_ORDER
from storewalk.ordering.queries.order_check import Taken, by_category, earlier_cents, measure, missing, renew, wrong
from storewalk.ordering.queries.order_locks import lock_order
from storewalk.ordering.queries.order_rules import in_force
from storewalk.ordering.queries.order_window import OrderWindow, window_of
from storewalk.ordering.service.order.lines import refuse, unfit
from storewalk.stores.api import store_clock


async def submit(tx: Tx, order_id: UUID, form: SubmitOrder) -> UUID:
    """Submit an order, and return its id. What is submitted already stays as it is.

    Raises:
        NotFound: its store lies outside the actor's scope.
        WrongState: it has ended, the source does not deliver any more, or the cut-off has passed and it is not urgent.
        Invalid: a line cannot be ordered so, or wants a reason; nothing is ordered, or less than the source takes.

    """
    order = await lock_order(tx, order_id, PLACE_ORDER)
    if order.state not in EDITABLE and order.state not in (OrderState.CANCELLED, OrderState.REFUSED):
        return order.id  # sent twice, by whatever way
    require_step(order.state, Step.SUBMIT)
    window = await _window(tx, order)
    late = tx.now >= window.cut_off_at
    if late and not form.urgent:
        raise WrongState("ordering.after_cut_off")
    dropped = await renew(tx, order)
    now = await in_force(tx)
    taken = await measure(tx, order, now.setting)
    if taken.faulty:
        await _refuse_faults(tx, order, now.setting)
    if not taken.lines:
        raise Invalid("ordering.nothing_ordered", field="lines")
    if taken.cents < window.least_cents:
        raise Invalid("ordering.below_source_least", field="lines", least=format_cents(window.least_cents))
    order.urgent, order.note, order.reason = late, form.note.strip(), ""
    order.missing_ids = await missing(tx, order)
    found = await _hits(tx, order, now.rules, taken, late=late)
    await _go_on(tx, order, level_of(found), now.setting)
    await _tell(tx, order, window, found, dropped)
    return order.id


async def _window(tx: Tx, order: StoreOrder) -> OrderWindow:
    """Bring an order's cut-off, budget and arrival up to what holds now."""
    window = await window_of(tx, order.source_id, await store_clock(tx, order.store_id), order.day)
    if window is None:
        raise WrongState("ordering.not_delivered")
    order.cut_off_at, order.budget_cents, order.expected_on = (
        window.cut_off_at,
        window.budget_cents,
        window.expected_on,
    )
    return window


async def _refuse_faults(tx: Tx, order: StoreOrder, setting: Setting) -> None:
    faults: list[FieldError] = []
    for row in await wrong(tx, order, setting):
        fault = unfit(row, row["quantity"]) if row["quantity"] else None
        if fault is not None:
            faults.append(FieldError(f"lines.{row['product_id']}.quantity", *fault))
        if row["unreasoned"]:
            params: dict[str, object] = {"code": row["code"]}
            faults.append(FieldError(f"lines.{row['product_id']}.reason", "ordering.reason_needed", params))
    refuse(faults)


async def _hits(tx: Tx, order: StoreOrder, rules: Sequence[Rule], taken: Taken, *, late: bool) -> list[Hit]:
    categories = [rule.category_id for rule in rules if rule.category_id is not None]
    measured = Measured(
        total_cents=taken.cents + await earlier_cents(tx, order),
        suggested_cents=taken.suggested_cents,
        deviation_cents=taken.deviation_cents,
        budget_cents=order.budget_cents,
        late=late,
        path=taken.path,
        by_category=await by_category(tx, order, categories),
    )
    found = hits(rules, measured)
    tx.session.add_all(
        StoreOrderHit(
            org_id=tx.org_id,
            order_id=order.id,
            submitted_at=tx.now,
            position=number,
            name=hit.rule.name,
            kind=hit.rule.kind,
            level=hit.rule.level,
            over=hit.rule.over,
            measured=hit.measured,
        )
        for number, hit in enumerate(found)
    )
    return found


async def _go_on(tx: Tx, order: StoreOrder, level: ApprovalLevel | None, setting: Setting) -> None:
    order.submitted_by, order.submitted_at = tx.actor.account_id, tx.now
    order.decided_by = order.decided_at = None
    if level is None:
        order.state = next_state(order.state, Step.SUBMIT, OrderState.APPROVED)
        order.decided_at = tx.now
        return
    order.state = next_state(order.state, Step.SUBMIT, OrderState.WAITING)
    order.level, order.waits_since, order.told_levels = level, tx.now, 0
    look = EscalateOrder(order_id=order.id, waits_since=tx.now, told=1)
    await tx.enqueue(look, after=timedelta(minutes=setting.escalate_minutes))


async def _tell(tx: Tx, order: StoreOrder, window: OrderWindow, found: Sequence[Hit], dropped: Sequence[UUID]) -> None:
    able = await approvers(tx, order.store_id, order.level, but=tx.actor.account_id) if order.level else []
    tx.record(
        OrderSubmitted(
            subject_id=order.id,
            store_id=order.store_id,
            source_name=window.source_name,
            total_cents=order.total_cents,
            lines=order.line_count,
            urgent=order.urgent,
            rules=[hit.rule.kind for hit in found],
            missing_ids=list(order.missing_ids),
            dropped_ids=list(dropped),
            approver_ids=next(iter(able), []),
            submitter_id=tx.actor.account_id,
        )
    )
    if order.level is None:
        tx.record(
            OrderApproved(
                subject_id=order.id,
                store_id=order.store_id,
                source_id=order.source_id,
                source_name=window.source_name,
                total_cents=order.total_cents,
                lines=order.line_count,
                by_rules=True,
                changes=[],
                submitter_id=tx.actor.account_id,
                waited_s=0,
            )
        )
    await tx.flush()
