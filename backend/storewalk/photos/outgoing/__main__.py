"""Makes the copies and ends: `python -m storewalk.photos.outgoing < veiling > copies`, in MessagePack.

What cannot be veiled is left out: no face model, or bytes that are no picture.
"""

import asyncio
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from uuid import UUID

import msgspec
from PIL import Image, ImageDraw

from storewalk.photos.darkroom import UnfitPhoto
from storewalk.photos.draw_marks import draw_marks
from storewalk.photos.face_veil import VeilUnavailable
from storewalk.photos.marks import Mark
from storewalk.photos.onnx_face_veil import QUALITY, OnnxFaceVeil
from storewalk.photos.outgoing.shape import Veiling
from storewalk.photos.pillow_darkroom import encode
from storewalk.photos.pillow_stamp import font


async def copies(asked: Veiling) -> dict[UUID, bytes]:
    """Return the copies by photograph; one that was veiled before is as it goes."""
    veil = OnnxFaceVeil(None if asked.model is None else Path(asked.model))
    made: dict[UUID, bytes] = {}
    for each in asked.prints:
        try:
            copy = each.content if each.veiled else await veil.veil(each.content, asked.side)
        except (UnfitPhoto, VeilUnavailable):
            continue
        made[each.id] = _marked(copy, each.marks) if each.marks else copy
    return made


def _marked(copy: bytes, marks: Sequence[Mark]) -> bytes:
    with Image.open(BytesIO(copy)) as picture:
        drawn = picture.convert("RGB")
    draw_marks(ImageDraw.Draw(drawn), font, drawn.size, marks)
    return encode(drawn, QUALITY)


if __name__ == "__main__":
    wanted = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Veiling)
    sys.stdout.buffer.write(msgspec.msgpack.encode(asyncio.run(copies(wanted))))
