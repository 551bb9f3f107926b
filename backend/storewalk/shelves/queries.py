"""Reading and locking readings."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from storewalk.core.tx import AnyTx, Tx
from storewalk.shelves.models import ReadingState, ShelfReading
from storewalk.shelves.schemas import Reading, ReadingRow

availability_ref: Select[*tuple[Any, ...]] = select(
    ShelfReading.store_id,
    ShelfReading.photo_id,
    ShelfReading.availability,
    ShelfReading.gaps,
    ShelfReading.recorded_at,
).where(ShelfReading.state == ReadingState.READ)
"""For joins by other rooms: one row for each photo that was read without a doubt."""


async def reading_for(tx: AnyTx, photo_ids: Sequence[UUID]) -> dict[UUID, Reading]:
    """Return the readings of some photos by photo id; photos that nobody has begun to read are left out."""
    if not photo_ids:
        return {}
    columns = [getattr(ShelfReading, name) for name in ReadingRow.__struct_fields__]
    statement: Select[*tuple[Any, ...]] = select(*columns).where(
        ShelfReading.org_id == tx.org_id, ShelfReading.photo_id.in_(photo_ids)
    )
    return {row.photo_id: Reading.of(row) for row in await tx.all(statement, ReadingRow)}


async def lock_reading(tx: Tx, photo_id: UUID) -> ShelfReading | None:
    """Lock a photo's reading until the transaction ends."""
    statement = (
        select(ShelfReading)
        .where(ShelfReading.org_id == tx.org_id, ShelfReading.photo_id == photo_id)
        .with_for_update()
    )
    return (await tx.session.execute(statement)).scalar_one_or_none()
