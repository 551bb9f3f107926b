"""Which shelf a photo shows, for the `shelves` room below; only the worker's composition root imports this module."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select

from storewalk.core.tx import AnyTx
from storewalk.inspections.api import shelf_photo_ref
from storewalk.shelves.api import PhotoShelves


class VisitedShelves(PhotoShelves):
    """Answers by the checkpoints of visits, whose keys outlast a checklist's versions."""

    async def among(self, tx: AnyTx, photo_ids: Collection[UUID]) -> Mapping[UUID, str]:
        """Return the key of each photo's shelf; see `PhotoShelves.among`."""
        shot = shelf_photo_ref.subquery("shot")
        keys = select(shot.c.photo_id, func.min(shot.c.checkpoint_key).label("key")).where(
            shot.c.org_id == tx.org_id, shot.c.photo_id.in_(photo_ids)
        )
        return {row["photo_id"]: row["key"] for row in await tx.all(keys.group_by(shot.c.photo_id), dict)}
