"""Reading and locking readings; what a person corrected comes before what the model saw."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, case, func, or_, select

from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref
from storewalk.shelves.models import ReadingState, ShelfCorrection, ShelfReading
from storewalk.shelves.schemas import Reading, ReadingRow

COUNTING = and_(
    ShelfCorrection.org_id == ShelfReading.org_id,
    ShelfCorrection.photo_id == ShelfReading.photo_id,
    ShelfCorrection.number == ShelfReading.revision,
)
_corrected = ShelfCorrection.id.is_not(None)

availability_ref: Select[*tuple[Any, ...]] = (
    select(
        ShelfReading.org_id,
        ShelfReading.store_id,
        ShelfReading.photo_id,
        case((_corrected, ShelfCorrection.availability), else_=ShelfReading.availability).label("availability"),
        case((_corrected, ShelfCorrection.gaps), else_=ShelfReading.gaps).label("gaps"),
        case((_corrected, ShelfCorrection.facings), else_=ShelfReading.facings).label("facings"),
        _corrected.label("corrected"),
        ShelfReading.recorded_at,
    )
    .outerjoin(ShelfCorrection, COUNTING)
    .where(
        or_(ShelfCorrection.availability.is_not(None), and_(~_corrected, ShelfReading.state == ReadingState.READ)),
    )
)
"""For joins by other rooms: one row for each photo that was read without a doubt, or measured by a person's boxes."""


async def reading_for(tx: AnyTx, photo_ids: Sequence[UUID]) -> dict[UUID, Reading]:
    """Return the readings of some photos by photo id; photos that nobody has begun to read are left out."""
    if not photo_ids:
        return {}
    own, who = ShelfCorrection, account_ref.alias("corrector")
    model = [
        getattr(ShelfReading, name)
        for name in ("photo_id", "state", "reason", "availability", "facings", "gaps", "boxes", "rows")
    ]
    statement: Select[*tuple[Any, ...]] = (
        select(
            *model,
            func.coalesce(own.model_version, ShelfReading.model_version).label("model_version"),
            ShelfReading.revision,
            *(getattr(own, name).label(f"own_{name}") for name in ("availability", "facings", "gaps", "boxes", "rows")),
            own.corrected_by,
            own.corrected_at,
            who.c.name.label("corrector"),
        )
        .outerjoin(own, COUNTING)
        .outerjoin(who, and_(who.c.org_id == own.org_id, who.c.id == own.corrected_by))
        .where(ShelfReading.org_id == tx.org_id, ShelfReading.photo_id.in_(photo_ids))
    )
    return {row.photo_id: Reading.of(row) for row in await tx.all(statement, ReadingRow)}


async def find_state(tx: AnyTx, photo_id: UUID) -> ReadingState | None:
    """Return how far the detector has come with a photo, or None where it has not begun."""
    statement = select(ShelfReading.state).where(ShelfReading.org_id == tx.org_id, ShelfReading.photo_id == photo_id)
    return next(iter(await tx.scalars(statement)), None)


async def lock_reading(tx: Tx, photo_id: UUID) -> ShelfReading | None:
    """Lock a photo's reading until the transaction ends."""
    statement = (
        select(ShelfReading)
        .where(ShelfReading.org_id == tx.org_id, ShelfReading.photo_id == photo_id)
        .with_for_update()
    )
    return (await tx.session.execute(statement)).scalar_one_or_none()


async def failed_readings(tx: Tx, most_tries: int, limit: int) -> list[UUID]:
    """Return photos that no detector read and that were not tried too often since, the least tried first."""
    statement = (
        select(ShelfReading.photo_id)
        .where(
            ShelfReading.org_id == tx.org_id,
            ShelfReading.state == ReadingState.FAILED,
            ShelfReading.tries < most_tries,
        )
        .order_by(ShelfReading.tries, ShelfReading.recorded_at)
        .limit(limit)
    )
    return await tx.scalars(statement)
