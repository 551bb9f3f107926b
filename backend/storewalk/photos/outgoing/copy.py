"""Make the copies in a process of their own: the one that serves requests loads no model and answers others meanwhile.

For after the transaction: photographs are read from the object store here.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.settings import Settings
from storewalk.core.writer import written_apart
from storewalk.photos.drawn import Mark
from storewalk.photos.outgoing.choose import Outgoing
from storewalk.photos.outgoing.shape import Print, Veiling
from storewalk.photos.schemas import MAX_BYTES

SIDE: Final = 640
"""Pixels of the longer side: on a page they are half of that, and a face that this does not show nobody knows."""
AT_ONCE: Final = 4


async def copies(
    objects: ObjectStore, settings: Settings, photos: Sequence[Outgoing], marks: Mapping[UUID, list[Mark]]
) -> dict[UUID, bytes]:
    """Return small pictures without faces, with their marks, by photograph.

    What is gone or cannot be veiled is left out.
    """
    gate = asyncio.Semaphore(AT_ONCE)

    async def read(photo: Outgoing) -> Print | None:
        async with gate:
            try:
                content = await objects.get(photo.key, MAX_BYTES)
            except ObjectMissing:
                return None
            return Print(photo.id, content, photo.veiled, marks.get(photo.id, []))

    prints = [each for each in await asyncio.gather(*map(read, photos)) if each is not None]
    if not prints:
        return {}
    model = None if settings.face_model is None else str(settings.face_model)
    made = await written_apart("storewalk.photos.outgoing", msgspec.msgpack.encode(Veiling(model, SIDE, prints)))
    return msgspec.msgpack.decode(made, type=dict[UUID, bytes])
