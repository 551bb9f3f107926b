"""Take lines from a counter's device: each by its own id, in any order, as often as they are sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.catalog.api import known_products
from storewalk.core.clock import occurred
from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.quantities import is_quantity
from storewalk.core.tx import Tx
from storewalk.counts.events import CountLinesTaken, CountZoneClosed
from storewalk.counts.models import CountZone, StockCount
from storewalk.counts.permissions import TAKE
from storewalk.counts.queries.counts import LIVE, lock_count
from storewalk.counts.queries.read import read_count
from storewalk.counts.schemas.take import LineForm, LinesTaken, Refusal, RefusedLine, TakeLines
from storewalk.counts.service.tags import take_tags
from storewalk.counts.service.turn import turn_of

OTHERS: Final = """
SELECT id FROM count_line
WHERE org_id = $1 AND id = ANY ($2) AND (count_id <> $3 OR counted_by <> $4 OR tags > 0)"""
# A newer revision replaces an older one and never the other way round, whatever the order of arrival.
TAKE_IN: Final = """
INSERT INTO count_line (org_id, count_id, round, counted_by, id, zone_id, product_id, barcode, quantity, counted_at,
                        revision, voided, note, scans, photo_ids)
SELECT $1, $2, n.round, $3, n.id, n.zone_id, n.product_id, n.barcode, n.quantity, n.counted_at, n.revision, n.voided,
       n.note, n.scans::jsonb, string_to_array(n.photo_ids, ',')::uuid[]
FROM unnest($4::smallint[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::numeric[], $10::timestamptz[],
            $11::bigint[], $12::boolean[], $13::text[], $14::text[], $15::text[])
    AS n (round, id, zone_id, product_id, barcode, quantity, counted_at, revision, voided, note, scans, photo_ids)
ON CONFLICT (org_id, id) DO UPDATE SET
    zone_id = excluded.zone_id, product_id = excluded.product_id, barcode = excluded.barcode,
    quantity = excluded.quantity, counted_at = excluded.counted_at, revision = excluded.revision,
    voided = excluded.voided, note = excluded.note, scans = excluded.scans, photo_ids = excluded.photo_ids
WHERE count_line.revision < excluded.revision
RETURNING id"""
ZONES: Final = "SELECT id FROM count_zone WHERE org_id = $1 AND count_id = $2"


async def take_lines(tx: Tx, count_id: UUID, form: TakeLines) -> LinesTaken:
    """Take a batch of lines and tags. One that cannot be taken is named in the answer and keeps no other from being.

    Raises Invalid for an empty batch, NotFound, and Conflict with the count as it is when it takes no more lines.
    """
    if not form.lines and not form.tags:
        raise Invalid("counts.nothing_sent", field="lines")
    count = await lock_count(tx, count_id, TAKE)
    if count.status not in LIVE:
        raise Conflict("counts.closed", current=await read_count(tx, count_id))
    refused = await _refused(tx, count, form.lines)
    newest: dict[UUID, LineForm] = {}
    for line in form.lines:
        known = newest.get(line.id)
        if line.id not in refused and (known is None or known.revision < line.revision):
            newest[line.id] = line
    taken = await _write(tx, count, list(newest.values()))
    tags = await take_tags(tx, count, form.tags) if form.tags else None
    if taken or (tags and tags.taken):
        count.changed_at = tx.now  # other devices see how far their colleagues are
        counted = tags.taken if tags else 0
        tx.record(CountLinesTaken(subject_id=count.id, store_id=count.store_id, lines=taken, tags=counted))
    return LinesTaken(
        taken=taken,
        known=len(form.lines) - taken - len(refused),
        refused=[RefusedLine(id=line_id, reason=reason) for line_id, reason in refused.items()],
        tags=tags,
    )


async def close_zone(tx: Tx, count_id: UUID, zone_id: UUID) -> None:
    """Say that a zone is counted; lines that are still on their way are taken all the same. Again changes nothing.

    Raises NotFound, WrongState when the count takes no more lines.
    """
    count = await lock_count(tx, count_id, TAKE)
    if count.status not in LIVE:
        raise WrongState("counts.closed")
    zone = await tx.session.get(CountZone, (tx.org_id, zone_id), with_for_update=True)
    if zone is None or zone.count_id != count_id:
        raise NotFound("counts.no_zone")
    if zone.closed_at is not None:
        return
    zone.closed_at = tx.occurred_at
    count.changed_at = tx.now
    tx.record(CountZoneClosed(subject_id=count.id, store_id=count.store_id, zone_id=zone_id))
    await tx.flush()


async def _refused(tx: Tx, count: StockCount, lines: Sequence[LineForm]) -> dict[UUID, Refusal]:
    products = {line.product_id for line in lines if line.product_id is not None}
    known = await known_products(tx, products)
    zones = {row["id"] for row in await tx.fetch(ZONES, tx.org_id, count.id)}
    ids = [line.id for line in lines]
    others = {row["id"] for row in await tx.fetch(OTHERS, tx.org_id, ids, count.id, tx.actor.account_id)}
    turn = await turn_of(tx, count)
    refused: dict[UUID, Refusal] = {}
    for line in lines:
        if line.id in others:
            refused[line.id] = Refusal.ANOTHERS_LINE
        elif line.zone_id not in zones:
            refused[line.id] = Refusal.NO_ZONE
        elif not is_quantity(line.quantity, zero=True):
            refused[line.id] = Refusal.BAD_QUANTITY
        elif line.product_id is not None and line.product_id not in known:
            refused[line.id] = Refusal.NO_PRODUCT
        elif reason := turn.refusal(line.round, line.product_id):
            refused[line.id] = reason
    return refused


async def _write(tx: Tx, count: StockCount, lines: Sequence[LineForm]) -> int:
    def at(device: datetime) -> datetime:
        return occurred(tx.now, device, tx.occurrence.offset)

    def scans(line: LineForm) -> str:
        steps: list[list[Any]] = [[at(s.at), format(s.change, "f"), s.source] for s in line.scans]
        return msgspec.json.encode(steps).decode()

    written = await tx.fetch(
        TAKE_IN,
        tx.org_id,
        count.id,
        tx.actor.account_id,
        [line.round or count.round for line in lines],
        [line.id for line in lines],
        [line.zone_id for line in lines],
        [line.product_id for line in lines],
        [line.barcode if line.product_id is None else None for line in lines],
        [line.quantity for line in lines],
        [at(line.counted_at) for line in lines],
        [line.revision for line in lines],
        [line.voided for line in lines],
        [line.note for line in lines],
        [scans(line) for line in lines],
        [",".join(map(str, line.photo_ids)) for line in lines],
    )
    return len(written)
