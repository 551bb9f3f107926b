"""Throw goods away: little is posted at once, what is worth more waits for somebody else."""

from decimal import Decimal
from typing import Final
from uuid import UUID

from storewalk.core.errors import Conflict, Forbidden, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.money import round_half_up
from storewalk.core.quantities import is_quantity, plain
from storewalk.core.tx import Tx
from storewalk.identity.api import require_within, rungs
from storewalk.stock.events import WastePosted, WasteRefused, WasteReported
from storewalk.stock.ledger import mark_after
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import APPROVE_WASTE, REPORT_WASTE
from storewalk.stock.places import standard_place
from storewalk.stock.queries.blind import closed_at
from storewalk.stock.queries.books import read_marks
from storewalk.stock.queries.waste import lock_report, lot_facts, read_report
from storewalk.stock.service.lot_steps import note_step
from storewalk.stock.service.post import move
from storewalk.stock.service.waste_rule import waste_rule
from storewalk.stock.wanted import Wanted, Way
from storewalk.stock.waste_models import TAX_LOST, LotStepKind, WasteReason, WasteReport, WasteStatus
from storewalk.stock.waste_schemas import DecideWaste, ReportWaste

UNSEEN: Final = frozenset({WasteReason.THEFT, WasteReason.TASTING})
"""Reasons for which there is nothing left to take a photo of."""
BOOK: Final = "SELECT quantity, unit_cost FROM stock_item WHERE org_id = $1 AND store_id = $2 AND product_id = $3"
# What waits for approval is spoken for: goods are not reported twice. Without a lot that is all of the product.
WAITING: Final = """
SELECT coalesce(sum(quantity), 0) FROM waste_report
WHERE org_id = $1 AND store_id = $2 AND product_id = $3 AND status = 'pending' AND ($4::uuid IS NULL OR lot_id = $4)"""
HELD: Final = """
SELECT coalesce(sum(b.quantity), 0) FROM stock_balance b
WHERE b.org_id = $1 AND b.store_id = $2 AND b.product_id = $3 AND b.lot_id = $4"""


async def report_waste(tx: Tx, form: ReportWaste) -> UUID:
    """Report goods to throw away under the sender's id. Again changes nothing.

    Raises NotFound outside the actor's scope, Invalid naming the field: no photo, a lot of another product, more than
    the book has.
    """
    await require_within(tx, REPORT_WASTE, form.store_id)
    if form.id is not None:
        await lock_names(tx, "waste", [form.id])
        known = await tx.session.get(WasteReport, (tx.org_id, form.id))
        if known is not None:
            await require_within(tx, REPORT_WASTE, known.store_id)
            return known.id
    value_cents = await _check(tx, form)
    report = WasteReport(
        org_id=tx.org_id,
        id=form.id or new_id(),
        store_id=form.store_id,
        product_id=form.product_id,
        lot_id=form.lot_id,
        quantity=form.quantity,
        reason=form.reason,
        note=form.note,
        photo_ids=form.photo_ids,
        status=WasteStatus.PENDING,
        value_cents=value_cents,
        reported_by=tx.actor.account_id,
        reported_at=tx.occurred_at,
        decision_note="",
    )
    tx.session.add(report)
    await tx.flush()
    waits = value_cents > await waste_rule(tx)
    near = (rung for rung in await rungs(tx, APPROVE_WASTE, form.store_id) if rung) if waits else iter(())
    tx.record(
        WasteReported(
            subject_id=report.id,
            store_id=form.store_id,
            product_id=form.product_id,
            quantity=form.quantity,
            value_cents=value_cents,
            approver_ids=[each for each in next(near, []) if each != tx.actor.account_id],
        )
    )
    if not waits:
        await _post(tx, report)
    return report.id


async def decide_waste(tx: Tx, report_id: UUID, form: DecideWaste) -> None:
    """Approve a report, whose goods then leave the book, or refuse it with a reason.

    Raises NotFound, WrongState when it was decided on, Conflict, Forbidden for one's own report, Invalid for a refusal
    without a reason and for goods that are not there any more.
    """
    report = await lock_report(tx, report_id)
    await require_within(tx, APPROVE_WASTE, report.store_id)
    if report.status is not WasteStatus.PENDING:
        raise WrongState("stock.waste_decided")
    if report.version != form.if_version:
        raise Conflict("stock.waste_changed", current=await read_report(tx, report_id))
    if report.reported_by == tx.actor.account_id:
        raise Forbidden("stock.waste_own")
    if not form.approved and not form.note.strip():
        raise Invalid("stock.refusal_needs_reason", field="note")
    report.decided_by, report.decided_at, report.decision_note = tx.actor.account_id, tx.now, form.note
    if form.approved:
        await _post(tx, report)
        return
    report.status = WasteStatus.REFUSED
    refused = WasteRefused(
        subject_id=report.id,
        store_id=report.store_id,
        product_id=report.product_id,
        reporter_id=report.reported_by,
        note=form.note,
    )
    tx.record(refused)
    await tx.flush()


async def _post(tx: Tx, report: WasteReport) -> None:
    wanted = Wanted(
        store_id=report.store_id,
        product_id=report.product_id,
        quantity=report.quantity,
        cause=Cause.WASTE,
        way=Way.OUT,
        cause_id=report.id,
        occurred_at=report.reported_at,
        lot_id=report.lot_id,
    )
    posted = (await move(tx, [wanted]))[0]
    report.status, report.value_cents = WasteStatus.POSTED, posted.value_cents
    if report.lot_id is not None:
        note_step(tx, report.store_id, report.product_id, report.lot_id, LotStepKind.WASTED, at=report.reported_at)
    tx.record(
        WastePosted(
            subject_id=report.id,
            store_id=report.store_id,
            product_id=report.product_id,
            quantity=report.quantity,
            value_cents=posted.value_cents,
            reason=report.reason,
            tax_lost=report.reason in TAX_LOST,
            reporter_id=report.reported_by,
        )
    )
    await tx.flush()


async def _check(tx: Tx, form: ReportWaste) -> int:
    """Return what the goods are worth by the book, which need not have them if a count has missed them already."""
    if not is_quantity(form.quantity):
        raise Invalid("stock.bad_quantity", field="quantity")
    if not form.photo_ids and form.reason not in UNSEEN:
        raise Invalid("stock.waste_needs_photo", field="photoIds")
    if form.lot_id is not None and (await lot_facts(tx, form.lot_id)).product_id != form.product_id:
        raise NotFound("core.not_found")
    book = await tx.fetchrow(BOOK, tx.org_id, form.store_id, form.product_id)
    there: Decimal = book["quantity"] if book is not None else Decimal(0)
    if form.lot_id is not None:
        there = await tx.raw.fetchval(HELD, tx.org_id, form.store_id, form.product_id, form.lot_id) or Decimal(0)
    there -= await tx.raw.fetchval(WAITING, tx.org_id, form.store_id, form.product_id, form.lot_id) or Decimal(0)
    if book is None or (there < form.quantity and not await _was_counted(tx, form)):
        closed = await closed_at(tx, [form.store_id])
        if closed(form.store_id, form.product_id):
            raise Invalid("stock.waste_above_book", field="quantity")
        raise Invalid("stock.waste_not_there", field="quantity", there=plain(max(there, Decimal(0))))
    return int(round_half_up(book["unit_cost"] * form.quantity))


async def _was_counted(tx: Tx, form: ReportWaste) -> bool:
    """Tell whether the shelf was counted after the goods had gone: the report then says why they were missing."""
    key = form.store_id, form.product_id
    marks = (await read_marks(tx, {key: tx.occurred_at})).get(key, [])
    return mark_after(marks, tx.occurred_at, standard_place(form.store_id, PlaceKind.SHELF)) is not None
