"""Take a count's sheet: blank, or with what the book says for those who may review it."""

from uuid import UUID

from storewalk.core.money import format_cents
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.events import CountSheetTaken
from storewalk.counts.models import CountStatus
from storewalk.counts.permissions import APPROVE, REVIEW
from storewalk.counts.queries.read import read_count
from storewalk.counts.queries.variances import all_variances
from storewalk.counts.schemas.counts import CountOut
from storewalk.counts.sheets import tables, words
from storewalk.counts.sheets.pen import Pen
from storewalk.counts.sheets.rows import counted_lines, products_to_count
from storewalk.counts.sheets.shape import Form, Sheet, Table
from storewalk.identity.api import is_within
from storewalk.stores.api import store_clock


async def take_sheet(tx: Tx, count_id: UUID, form: Form) -> Sheet:
    """Return a count's sheet as a file of a form will hold it; the audit log says who took it. Raises NotFound."""
    count = await read_count(tx, count_id)
    pen = Pen(tx.actor.locale, (await store_clock(tx, count.store_id)).zone)
    seen = await _may_see_the_book(tx, count)
    made = await _full(tx, count, pen) if seen else await _blank(tx, count, pen)
    sheet = Sheet(
        title=pen.say(words.TITLE),
        language="en" if pen.locale == "en" else "zh-CN",
        page=pen.say(words.PAGE),
        sign=pen.say(words.SIGN),
        head=_head(tx, count, pen),
        tables=made,
        with_variances=seen,
    )
    tx.record(
        CountSheetTaken(subject_id=count.id, store_id=count.store_id, form=form, rows=sheet.rows, with_variances=seen)
    )
    return sheet


async def _may_see_the_book(tx: AnyTx, count: CountOut) -> bool:
    """Tell whether the count is submitted and its reader may review it; during a recount, only who may approve it."""
    if count.submitted_at is None:
        return False
    permission = APPROVE if count.status is CountStatus.RECOUNT else REVIEW
    return await is_within(tx, permission, count.store_id) and await is_within(tx, REVIEW, count.store_id)


async def _blank(tx: AnyTx, count: CountOut, pen: Pen) -> list[Table]:
    return tables.blank(count.zones, await products_to_count(tx, count), pen)


async def _full(tx: AnyTx, count: CountOut, pen: Pen) -> list[Table]:
    lines = await counted_lines(tx, count.id)
    units = {line.code: pen.say(line.unit) for line in lines if line.code and line.unit}
    found = tables.variances(await all_variances(tx, count.id), units, pen)
    return [found, *tables.counted(count.zones, lines, pen)]


def _head(tx: AnyTx, count: CountOut, pen: Pen) -> list[tuple[str, str]]:
    head = [
        (words.STORE, count.store_name),
        (words.COUNT, count.title),
        (words.KIND, pen.say(words.KINDS[count.kind])),
        (words.STATUS, pen.say(words.STATUSES[count.status])),
        (words.OPENED, pen.signed(count.opened_by_name or "Storewalk", count.opened_at)),
        (words.SUBMITTED, pen.signed(count.submitted_by_name, count.submitted_at)),
        (words.APPROVED, pen.signed(count.approved_by_name, count.approved_at)),
        (words.TAKEN, pen.signed(tx.actor.name, tx.now)),
    ]
    if count.gain_cents is not None and count.loss_cents is not None:
        head += [(words.GAIN, format_cents(count.gain_cents)), (words.LOSS, format_cents(count.loss_cents))]
    return [(pen.say(label), value) for label, value in head if value]
