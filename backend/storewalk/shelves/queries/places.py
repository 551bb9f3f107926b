"""Where and when corrected photos were taken, and the sides that their places have."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select

from storewalk.core.tx import AnyTx
from storewalk.photos.api import photo_state
from storewalk.shelves.hold_out import Division, Place, Side, Taken
from storewalk.shelves.label_models import LabelPlace
from storewalk.shelves.photo_shelves import PhotoShelves
from storewalk.shelves.queries.exports import CorrectedRow
from storewalk.stores.api import store_ref


class _Known(msgspec.Struct, frozen=True):
    store_id: UUID
    division: Division
    name: str
    side: Side


async def known_sides(tx: AnyTx) -> dict[Place, Side]:
    """Return the side of every place that a set has ever held."""
    columns = (LabelPlace.store_id, LabelPlace.division, LabelPlace.name, LabelPlace.side)
    rows = await tx.all(select(*columns).where(LabelPlace.org_id == tx.org_id), _Known)
    return {Place(row.store_id, row.division, row.name): row.side for row in rows}


async def taken(tx: AnyTx, rows: Sequence[CorrectedRow], shelves: PhotoShelves) -> dict[UUID, Taken]:
    """Return where and on which of its store's days each photo was taken, or corrected if its phone never said."""
    ids = [row.photo_id for row in rows]
    facts, shelf, zones = await photo_state(tx, ids), await shelves.among(tx, ids), await _zones(tx)
    found: dict[UUID, Taken] = {}
    for row in rows:
        at = facts[row.photo_id].taken_at or row.corrected_at
        day = at.astimezone(zones.get(row.store_id, UTC)).date()
        found[row.photo_id] = Taken(row.store_id, shelf.get(row.photo_id, ""), day)
    return found


async def _zones(tx: AnyTx) -> Mapping[UUID, ZoneInfo]:
    ref = store_ref.subquery()
    rows = await tx.all(select(ref.c.id, ref.c.time_zone).where(ref.c.org_id == tx.org_id), dict)
    return {row["id"]: ZoneInfo(row["time_zone"]) for row in rows}
