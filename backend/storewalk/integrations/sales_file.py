"""Take a file of sales in: tried first or at once, every row or, with any fault, none."""

from collections.abc import Sequence
from typing import Final

from storewalk.core.bulk import LineFault
from storewalk.core.errors import FieldError
from storewalk.core.messages import Catalog
from storewalk.core.tx import Tx
from storewalk.integrations.sales_sheet import SALES, RowReceipt, receipts_of
from storewalk.integrations.schemas import RowFault, SalesFileOut, SheetFile
from storewalk.integrations.sheet_file import read_file
from storewalk.sales import api as sales
from storewalk.sales.api import IngestOut

SHOWN_FAULTS: Final = 500
NOTHING: Final = IngestOut(accepted=0, repeated=0, parked=0, conflicts=[])


async def take_sales(tx: Tx, form: SheetFile, texts: Catalog) -> SalesFileOut:
    """Book the receipts of a file; the same file again books nothing and says so.

    Raises Invalid for what is neither CSV nor Excel, or has too many rows; faults in rows are part of the answer, and a
    number that its store has used for another receipt is one.
    """
    rows, faults = SALES.lines(read_file(form, sales.MAX_LINES))
    receipts, found = receipts_of(rows)
    faults += found
    tried = await sales.examine(tx, [each.receipt for each in receipts])
    faults = sorted([*faults, *_in_rows(receipts, tried)], key=lambda each: each.row)
    outcome = NOTHING if faults else tried.outcome
    applied = not faults and not form.dry_run
    if applied and receipts:
        outcome = await sales.ingest(tx, [each.receipt for each in receipts])
    return _answer(outcome, faults, texts, tx.actor.locale, applied=applied)


def _in_rows(receipts: Sequence[RowReceipt], tried: sales.Examined) -> list[LineFault]:
    """Say of which row a fault is: of a line's own, else of its receipt's first."""
    found: list[LineFault] = []
    for number, fault in tried.faults:
        rows = receipts[number].rows
        _, _, rest = fault.field.partition("lines.")
        place, _, name = rest.partition(".")
        row, field = (rows[int(place)], name) if rest else (rows[0], "at" if fault.field == "occurredAt" else "store")
        found.append(LineFault(row, FieldError(field, fault.message_key, fault.params)))
    for conflict in tried.outcome.conflicts:
        fault = FieldError("number", "integrations.number_used", {"number": conflict.number})
        found.append(LineFault(receipts[conflict.receipt].rows[0], fault))
    return found


def _answer(
    outcome: IngestOut, faults: Sequence[LineFault], texts: Catalog, locale: str, *, applied: bool
) -> SalesFileOut:
    counts = {"accepted": outcome.accepted, "repeated": outcome.repeated, "parked": outcome.parked}
    if faults:
        summary = texts.text("integrations.refused", locale, {"faults": len(faults)})
    else:
        summary = texts.text("integrations.sales_taken" if applied else "integrations.would_take_sales", locale, counts)
    shown = [(each.row, each.fault) for each in faults[:SHOWN_FAULTS]]
    return SalesFileOut(
        accepted=outcome.accepted,
        repeated=outcome.repeated,
        parked=outcome.parked,
        errors=[
            RowFault(row=row, field=f.field, message=texts.text(f.message_key, locale, f.params)) for row, f in shown
        ],
        error_count=len(faults),
        applied=applied,
        summary=summary,
    )
