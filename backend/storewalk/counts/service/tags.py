"""Take RFID tags from a reader: each counts once in a round, whoever reads it, wherever, and as often as it is sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.catalog.api import Goods, goods_with_gtins
from storewalk.core.clock import occurred
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.counts.epc import Epc, read_epc
from storewalk.counts.models import StockCount
from storewalk.counts.schemas.take import Refusal, RefusedTag, TagRead, TagsTaken
from storewalk.counts.service.turn import Turn, turn_of

ZONES: Final = "SELECT id FROM count_zone WHERE org_id = $1 AND count_id = $2"
KNOWN: Final = "SELECT round, epc FROM count_tag WHERE org_id = $1 AND count_id = $2 AND epc = ANY ($3)"
LINES: Final = """
SELECT id, round, zone_id, product_id, barcode FROM count_line
WHERE org_id = $1 AND count_id = $2 AND counted_by = $3 AND tags > 0 AND NOT voided"""
ADD_UP: Final = """
INSERT INTO count_line (org_id, count_id, counted_by, id, round, zone_id, product_id, barcode, quantity, tags,
                        begun_at, counted_at, revision, voided, note, scans, photo_ids)
SELECT $1, $2, $3, n.id, n.round, n.zone_id, n.product_id, n.barcode, n.tags, n.tags, n.begun_at, n.counted_at, 1,
       false, '', '[]', '{}'
FROM unnest($4::uuid[], $5::smallint[], $6::uuid[], $7::uuid[], $8::text[], $9::bigint[], $10::timestamptz[],
            $11::timestamptz[]) AS n (id, round, zone_id, product_id, barcode, tags, begun_at, counted_at)
ON CONFLICT (org_id, id) DO UPDATE SET
    quantity = count_line.quantity + excluded.quantity, tags = count_line.tags + excluded.tags,
    begun_at = least(count_line.begun_at, excluded.begun_at),
    counted_at = greatest(count_line.counted_at, excluded.counted_at), revision = count_line.revision + 1"""
KEEP: Final = """
INSERT INTO count_tag (org_id, count_id, round, epc, line_id, read_at)
SELECT $1, $2, n.round, n.epc, n.line_id, n.read_at
FROM unnest($3::smallint[], $4::text[], $5::uuid[], $6::timestamptz[]) AS n (round, epc, line_id, read_at)"""


class Heap(Struct, frozen=True):
    """What adds up on one line: a product in a zone, or what bears the same code that nobody knows."""

    round: int
    zone_id: UUID
    product_id: UUID | None
    barcode: str | None


class Seen(Struct, frozen=True):
    """A tag that was seen, by its identity."""

    epc: str
    heap: Heap
    at: datetime


async def take_tags(tx: Tx, count: StockCount, reads: Sequence[TagRead]) -> TagsTaken:
    """Count the tags that nobody has read yet; one that cannot be taken keeps no other from being taken.

    The count is locked, so that two readers that saw the same tag come one after the other: the first has it.
    """
    tags = [read_epc(read.epc) for read in reads]
    goods = await goods_with_gtins(tx, {tag.gtin for tag in tags if tag and tag.gtin})
    zones = {row["id"] for row in await tx.fetch(ZONES, tx.org_id, count.id)}
    turn = await turn_of(tx, count)
    refused: list[RefusedTag] = []
    first: dict[tuple[int, str], Seen] = {}
    for read, tag in zip(reads, tags, strict=True):
        at = occurred(tx.now, read.read_at, tx.occurrence.offset)
        seen = _seen(read, tag, at, goods, turn) if read.zone_id in zones else Refusal.NO_ZONE
        if isinstance(seen, Refusal):
            refused.append(RefusedTag(epc=read.epc, reason=seen))
            continue
        before = first.get((seen.heap.round, seen.epc))
        if before is None or seen.at < before.at:
            first[seen.heap.round, seen.epc] = seen
    known = await tx.fetch(KNOWN, tx.org_id, count.id, [epc for _, epc in first])
    for row in known:
        first.pop((row["round"], row["epc"]), None)
    taken = list(first.values())
    if taken:
        await _count(tx, count, taken)
    return TagsTaken(
        taken=len(taken),
        unnamed=sum(each.heap.product_id is None for each in taken),
        known=len(reads) - len(taken) - len(refused),
        refused=refused,
    )


def _seen(read: TagRead, tag: Epc | None, at: datetime, goods: Mapping[str, Goods], turn: Turn) -> Seen | Refusal:
    if tag is None:
        return Refusal.BAD_TAG
    product = goods.get(tag.gtin) if tag.gtin else None
    product_id = product.product_id if product else None
    heap = Heap(read.round or turn.round, read.zone_id, product_id, None if product else _code(tag))
    return turn.refusal(read.round, product_id) or Seen(tag.identity, heap, at)


def _code(tag: Epc) -> str:
    """Return the code under which tags of no known product gather: the barcode as printed, or their scheme.

    What is not an SGTIN is often no goods at all (a crate, a pallet, a badge), and whoever reviews decides on all of a
    kind at once.
    """
    if tag.gtin is None:
        return f"EPC {tag.scheme.upper()}"
    return tag.gtin.removeprefix("000000") if tag.gtin.startswith("000000") else tag.gtin.removeprefix("0")


async def _count(tx: Tx, count: StockCount, taken: Sequence[Seen]) -> None:
    """Add the tags to the reader's lines; a code that got its product meanwhile keeps its line."""
    rows = await tx.fetch(LINES, tx.org_id, count.id, tx.actor.account_id)
    lines = {
        Heap(row["round"], row["zone_id"], None if row["barcode"] else row["product_id"], row["barcode"]): row["id"]
        for row in rows
    }
    heaps: dict[Heap, list[Seen]] = {}
    for each in taken:
        heaps.setdefault(each.heap, []).append(each)
    ids = {heap: lines.get(heap) or new_id() for heap in heaps}
    await tx.fetch(
        ADD_UP,
        tx.org_id,
        count.id,
        tx.actor.account_id,
        list(ids.values()),
        [heap.round for heap in ids],
        [heap.zone_id for heap in ids],
        [heap.product_id for heap in ids],
        [heap.barcode for heap in ids],
        [len(heaps[heap]) for heap in ids],
        [min(each.at for each in heaps[heap]) for heap in ids],
        [max(each.at for each in heaps[heap]) for heap in ids],
    )
    await tx.fetch(
        KEEP,
        tx.org_id,
        count.id,
        [each.heap.round for each in taken],
        [each.epc for each in taken],
        [ids[each.heap] for each in taken],
        [each.at for each in taken],
    )
