"""What is in transfers: their lines, what was sent of which lot, what arrived of it, and what else arrived."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import msgspec

from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.stock.transfer_models import DifferenceReason
from storewalk.stock.transfer_schemas import TransferExtraOut, TransferLineOut, TransferPartOut

LINES: Final = """
SELECT l.transfer_id, l.id, l.product_id, p.code AS product_code, p.name::text AS product_name,
       u.code AS unit, u.name::text AS unit_name,
       trim_scale(l.requested)::text AS requested, trim_scale(l.approved)::text AS approved,
       trim_scale(l.shipped)::text AS shipped, trim_scale(l.received)::text AS received, l.shipped_value_cents
FROM stock_transfer_line l
JOIN product p ON p.org_id = l.org_id AND p.id = l.product_id
JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE l.org_id = $1 AND l.transfer_id = ANY ($2) ORDER BY l.transfer_id, l.position"""
PARTS: Final = """
SELECT s.line_id, s.id, t.code AS lot_code, t.expires_on, trim_scale(s.shipped)::text AS shipped,
       trim_scale(s.received)::text AS received, s.value_cents, s.reason, s.note, s.photo_ids
FROM stock_transfer_part s
LEFT JOIN stock_lot t ON t.org_id = s.org_id AND t.id = s.lot_id
WHERE s.org_id = $1 AND s.transfer_id = ANY ($2) ORDER BY s.transfer_id, s.position"""
EXTRAS: Final = """
SELECT x.transfer_id, x.code, x.product_id, p.name::text AS product_name, u.name::text AS unit_name,
       trim_scale(x.quantity)::text AS quantity
FROM stock_transfer_extra x
LEFT JOIN product p ON p.org_id = x.org_id AND p.id = x.product_id
LEFT JOIN unit u ON u.org_id = p.org_id AND u.id = p.unit_id
WHERE x.org_id = $1 AND x.transfer_id = ANY ($2) ORDER BY x.transfer_id, x.position"""


async def lines_of(tx: AnyTx, transfer_ids: Sequence[UUID]) -> dict[UUID, list[TransferLineOut]]:
    """Return the lines of transfers, by transfer and in their order."""
    parts = defaultdict[UUID, list[TransferPartOut]](list)
    for row in await tx.fetch(PARTS, tx.org_id, transfer_ids):
        columns = dict[str, Any](row)
        line_id, reason = columns.pop("line_id"), columns.pop("reason")
        parts[line_id].append(TransferPartOut(**columns, reason=DifferenceReason(reason) if reason else None))
    lines = defaultdict[UUID, list[TransferLineOut]](list)
    for row in await tx.fetch(LINES, tx.org_id, transfer_ids):
        columns = dict[str, Any](row)
        for name in ("product_name", "unit_name"):
            columns[name] = msgspec.json.decode(columns[name], type=Words)
        transfer_id = columns.pop("transfer_id")
        lines[transfer_id].append(TransferLineOut(**columns, parts=parts[columns["id"]]))
    return lines


async def extras_of(tx: AnyTx, transfer_ids: Sequence[UUID]) -> dict[UUID, list[TransferExtraOut]]:
    """Return what arrived with transfers without being in them, by transfer."""
    extras = defaultdict[UUID, list[TransferExtraOut]](list)
    for row in await tx.fetch(EXTRAS, tx.org_id, transfer_ids):
        columns = dict[str, Any](row)
        for name in ("product_name", "unit_name"):
            columns[name] = msgspec.json.decode(columns[name], type=Words) if columns[name] else None
        extras[columns.pop("transfer_id")].append(TransferExtraOut(**columns))
    return extras
