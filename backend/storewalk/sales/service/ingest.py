"""Take receipts of tills in: each once, all its lines booked or waiting in view."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.ids import new_id, new_ids
from storewalk.core.tx import Tx
from storewalk.sales.events import SaleLinesParked, SalesReceived
from storewalk.sales.line import Line
from storewalk.sales.models import ParkReason
from storewalk.sales.queries.keys import Claim, claim, digests
from storewalk.sales.queries.stores import clocks_of
from storewalk.sales.queries.waiting import known_names
from storewalk.sales.queries.write import NewSale, Parked, park, write_sales
from storewalk.sales.receipts import digest, faults, stated
from storewalk.sales.schemas import MAX_LINES, IngestOut, ReceiptConflict, SoldReceipt
from storewalk.sales.service.book import book
from storewalk.stores.api import StoreClock

SHOWN_FAULTS: Final = 500


class Arrival(Struct, frozen=True):
    """A receipt at its store; `number` is its place in the feed."""

    number: int
    receipt: SoldReceipt
    claim: Claim
    sale: NewSale


async def ingest(tx: Tx, receipts: Sequence[SoldReceipt]) -> IngestOut:
    """Book receipts in any order and however late: each once, by its number at its store.

    The same again counts as repeated; a number with other content is a conflict, and nothing of it is booked. Lines of
    unknown products, or that the book does not cover, wait and are told of. Raises Invalid naming the fields that break
    a rule; nothing is booked then.
    """
    clocks = await clocks_of(tx, {receipt.store for receipt in receipts})
    _check(receipts, clocks, tx.now)
    arrived = arrivals(receipts, clocks, tx.now)
    claimed = await claim(tx, [each.claim for each in arrived])
    fresh = [each for each in arrived if each.claim.sale_id in claimed]
    repeated, conflicts = await told_apart(tx, [each for each in arrived if each.claim.sale_id not in claimed])
    await write_sales(tx, [each.sale for each in fresh])
    _, parked = await book(tx, lines_of(fresh))
    if parked:
        await _record_parked(tx, parked)
        await park(tx, parked)
    _record_received(tx, [each.sale for each in fresh])
    return IngestOut(accepted=len(fresh), repeated=repeated, parked=len(parked), conflicts=conflicts)


def arrivals(receipts: Sequence[SoldReceipt], clocks: Mapping[str, StoreClock], now: datetime) -> list[Arrival]:
    """Place receipts at their stores and days, less those of stores that have no clock here.

    A till that is a little ahead of us sold its goods just now.
    """
    arrived: list[Arrival] = []
    for number, (receipt, sale_id) in enumerate(zip(receipts, new_ids(len(receipts)), strict=True)):
        clock = clocks.get(receipt.store)
        if clock is None:
            continue
        at = stated(receipt, clock)
        occurred_at = min(at, now)
        net = sum(-line.amount_cents if line.returned else line.amount_cents for line in receipt.lines)
        sale = NewSale(
            id=sale_id,
            store_id=clock.store_id,
            receipt_number=receipt.number,
            occurred_at=occurred_at,
            business_date=clock.business_date(occurred_at),
            line_count=len(receipt.lines),
            amount_cents=net,
        )
        wanted = Claim((clock.store_id, receipt.number), sale_id, digest(receipt, at))
        arrived.append(Arrival(number, receipt, wanted, sale))
    return arrived


async def told_apart(tx: Tx, known: Sequence[Arrival]) -> tuple[int, list[ReceiptConflict]]:
    """Return how many receipts are the same as what their store has under their number, and those that are not."""
    before = await digests(tx, [each.claim.key for each in known])
    conflicts = [
        ReceiptConflict(receipt=each.number, store=each.receipt.store, number=each.receipt.number)
        for each in known
        if before.get(each.claim.key) != each.claim.digest
    ]
    return len(known) - len(conflicts), conflicts


def _check(receipts: Sequence[SoldReceipt], clocks: Mapping[str, StoreClock], now: datetime) -> None:
    if sum(len(receipt.lines) for receipt in receipts) > MAX_LINES:
        raise Invalid("sales.too_many_lines", field="receipts", most=MAX_LINES)
    found = [
        FieldError(f"receipts.{number}.{fault.field}", fault.message_key, fault.params)
        for number, fault in faults(receipts, clocks, now)
    ]
    if found:
        first: dict[str, Any] = found[0].params
        raise Invalid(found[0].message_key, errors=found[:SHOWN_FAULTS], **first)


def lines_of(arrived: Sequence[Arrival]) -> list[Line]:
    """Return the lines of receipts as they go into the book."""
    ids = iter(new_ids(sum(each.sale.line_count for each in arrived)))
    return [
        Line(
            next(ids), sale.id, sale.id, number, sale.store_id, sale.receipt_number, line.barcode, line.code, None,
            line.quantity, line.unit, line.amount_cents, line.returned, sale.occurred_at, sale.business_date,
        )
        for each in arrived
        for sale in (each.sale,)
        for number, line in enumerate(each.receipt.lines)
    ]  # fmt: skip


def _record_received(tx: Tx, sales: Sequence[NewSale]) -> None:
    by_store: dict[UUID, list[NewSale]] = defaultdict(list)
    for sale in sales:
        by_store[sale.store_id].append(sale)
    for store_id, theirs in by_store.items():
        tx.record(
            SalesReceived(
                subject_id=new_id(),
                store_id=store_id,
                receipts=len(theirs),
                lines=sum(sale.line_count for sale in theirs),
                amount_cents=sum(sale.amount_cents for sale in theirs),
            )
        )


async def _record_parked(tx: Tx, parked: Sequence[Parked]) -> None:
    """Tell of lines that wait, store by store, naming codes that no line waits under yet: one task for each is enough.

    Two feeds at once may both name one; they meet at the task.
    """
    unknown = {(e.line.store_id, e.line.name) for e in parked if e.reason is ParkReason.UNKNOWN_PRODUCT}
    new = unknown - await known_names(tx, {store for store, _ in unknown}, {name for _, name in unknown})
    counts: dict[UUID, int] = defaultdict(int)
    for each in parked:
        counts[each.line.store_id] += 1
    for store_id, lines in counts.items():
        names = sorted(name for store, name in new if store == store_id)
        tx.record(SaleLinesParked(subject_id=new_id(), store_id=store_id, lines=lines, unknown=names))
