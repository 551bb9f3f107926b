"""Makes the copies and ends: `python -m storewalk.photos.outgoing < veiling > copies`, in MessagePack.

What cannot be veiled is left out: no face model, or bytes that are no picture.
"""

import asyncio
import sys
from pathlib import Path
from uuid import UUID

import msgspec

from storewalk.photos.darkroom import UnfitPhoto
from storewalk.photos.face_veil import VeilUnavailable
from storewalk.photos.onnx_face_veil import OnnxFaceVeil
from storewalk.photos.outgoing.shape import Veiling
from storewalk.photos.pillow_darkroom import marked


async def copies(asked: Veiling) -> dict[UUID, bytes]:
    """Return the copies by photograph; one that was veiled before is as it goes."""
    veil = OnnxFaceVeil(None if asked.model is None else Path(asked.model))
    made: dict[UUID, bytes] = {}
    for each in asked.prints:
        try:
            copy = each.content if each.veiled else await veil.veil(each.content, asked.side)
        except (UnfitPhoto, VeilUnavailable):
            continue
        made[each.id] = marked(copy, each.marks) if each.marks else copy
    return made


if __name__ == "__main__":
    wanted = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Veiling)
    sys.stdout.buffer.write(msgspec.msgpack.encode(asyncio.run(copies(wanted))))
