"""Which photographs may go out, and what is kept of them to go by."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, select

from storewalk.core.tx import AnyTx
from storewalk.identity import api as identity
from storewalk.photos import keys
from storewalk.photos.models import Photo, PhotoState
from storewalk.photos.permissions import SHARE


class Outgoing(Struct, frozen=True):
    """A photograph that may go out: the object to go by, and whether its faces are veiled there already."""

    id: UUID
    key: str
    veiled: bool


async def may_go_out(tx: AnyTx, photo_ids: Sequence[UUID]) -> list[Outgoing]:
    """Return those of some photographs that are there and that the actor may see and share, in the order given."""
    if not photo_ids or not tx.actor.holds(SHARE):
        return []
    statement: Select[*tuple[Any, ...]] = select(Photo.id, Photo.veiled_at, Photo.settled_at).where(
        Photo.org_id == tx.org_id,
        Photo.id.in_(photo_ids),
        Photo.state == PhotoState.READY,
        Photo.removed_at.is_(None),
        identity.opened(tx, Photo.permission, Photo.store_id),
        identity.within(tx, SHARE, Photo.store_id),
    )
    found = {row["id"]: row for row in await tx.all(statement, dict)}
    return [_outgoing(tx.org_id, found[photo_id]) for photo_id in photo_ids if photo_id in found]


def _outgoing(org_id: UUID, row: dict[str, Any]) -> Outgoing:
    photo_id, veiled = row["id"], row["veiled_at"] is not None
    drawn = keys.large if row["settled_at"] is not None else keys.large_before
    return Outgoing(photo_id, (keys.veiled if veiled else drawn)(org_id, photo_id), veiled)
