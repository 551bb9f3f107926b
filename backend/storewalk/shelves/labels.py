"""Corrected boxes as labels: a ZIP of veiled photos with YOLO's text files, COCO's JSON and who corrected what.

The archive holds `images/ID.webp`, `labels/ID.txt`, `data.yaml`, `annotations.json`, and in `train.txt`, `val.txt` and
`test.txt` which pictures train, tune and judge a model, as `manifest.json` says place by place.
"""

from io import BytesIO
from typing import Any, Final
from uuid import UUID
from zipfile import ZIP_STORED, ZipFile

import msgspec

from shelfvision.data.photos import CLASS_NAMES, LabelledBox, yolo_lines
from storewalk.core.jobs import JobContext
from storewalk.core.objects import ObjectMissing
from storewalk.photos.api import Darkroom, FaceVeil, original_key
from storewalk.shelves.detector import Box
from storewalk.shelves.hold_out import HoldOut, Place, Side
from storewalk.shelves.label_manifest import manifest_of
from storewalk.shelves.label_set import SetPhoto, digest_of
from storewalk.shelves.photo_shelves import PhotoShelves
from storewalk.shelves.queries.exports import CorrectedRow, corrected
from storewalk.shelves.service.export import MOST_PHOTOS, ExportLabels, fail, finish
from storewalk.shelves.service.hold_out import hold_out

LONGEST: Final = 1600
MOST_BYTES: Final = 20 * 1024 * 1024
DATA_YAML: Final = "path: .\n{}names:\n{}".format(
    "".join(f"{side}: {side}.txt\n" for side in Side),
    "".join(f"  {number}: {name}\n" for number, name in enumerate(CLASS_NAMES)),
)


class LabelledImage(msgspec.Struct, frozen=True):
    """A corrected photo whose veiled picture is `width` by `height` pixels."""

    row: CorrectedRow
    boxes: list[Box]
    width: int
    height: int
    place: Place
    side: Side

    @property
    def file_name(self) -> str:
        """The picture's name in the archive."""
        return f"images/{self.row.photo_id}.webp"

    @property
    def member(self) -> SetPhoto:
        """What it is in a set."""
        return SetPhoto(self.row.photo_id, self.row.number, self.boxes, self.place, self.side)


def export_key(org_id: UUID, export_id: UUID) -> str:
    """Return where an export lies in the object store."""
    return f"{org_id}/labels/{export_id}.zip"


async def export(ctx: JobContext, job: ExportLabels) -> None:
    """Make an export's ZIP.

    Safe to run twice: the object's key is fixed, and a finished export is not finished again. A photo that was erased
    meanwhile is left out; where faces cannot be veiled, nothing is exported and the export shows as failed.
    """
    async with ctx.tx() as tx:
        rows = await corrected(tx, MOST_PHOTOS)
        held = await hold_out(tx, rows, ctx.use(PhotoShelves))
    try:
        data, images = await archive(ctx, rows, held)
        await ctx.objects.put(export_key(ctx.org_id, job.export_id), data, "application/zip")
    except Exception:
        async with ctx.tx() as tx:
            await fail(tx, job.export_id)
        raise
    async with ctx.tx() as tx:
        await finish(tx, job.export_id, [image.member for image in images], len(data))


async def archive(ctx: JobContext, rows: list[CorrectedRow], held: HoldOut) -> tuple[bytes, list[LabelledImage]]:
    """Return the ZIP of some corrections and what went into it. Raises VeilUnavailable where faces stay visible."""
    out = BytesIO()
    images: list[LabelledImage] = []
    with ZipFile(out, "w", ZIP_STORED) as files:
        for row in rows:
            try:
                original = await ctx.objects.get(original_key(ctx.org_id, row.photo_id), MOST_BYTES)
            except ObjectMissing:
                continue
            picture = await ctx.use(FaceVeil).veil(original, LONGEST)
            height, width = (await ctx.use(Darkroom).pixels(picture, LONGEST)).shape[:2]
            boxes, place = msgspec.convert(row.boxes, list[Box]), held.places[row.photo_id]
            image = LabelledImage(row, boxes, width, height, place, held.sides[place])
            files.writestr(image.file_name, picture)
            files.writestr(f"labels/{row.photo_id}.txt", yolo(image.boxes))
            images.append(image)
        for side in Side:
            names = [f"./{image.file_name}\n" for image in images if image.side is side]
            files.writestr(f"{side}.txt", "".join(names))
        files.writestr("data.yaml", DATA_YAML)
        manifest = manifest_of([image.member for image in images])
        files.writestr("manifest.json", msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        files.writestr("annotations.json", msgspec.json.format(msgspec.json.encode(coco(images)), indent=1))
    return out.getvalue(), images


def yolo(boxes: list[Box]) -> str:
    """Return YOLO's lines: class number in the model's order, centre and size as fractions."""
    return yolo_lines(tuple(LabelledBox(box.label.value, box.x0, box.y0, box.x1, box.y1) for box in boxes))


def coco(images: list[LabelledImage]) -> dict[str, Any]:
    """Return COCO's detection format: boxes in pixels from the top left, categories numbered from 1.

    Each image says beside it which revision of which model's boxes it is, who made it and when, and what it is for;
    `info` names the set by its digest.
    """
    annotations: list[dict[str, Any]] = []
    for number, image in enumerate(images, 1):
        for box in image.boxes:
            wide, high = (box.x1 - box.x0) * image.width, (box.y1 - box.y0) * image.height
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": number,
                    "category_id": CLASS_NAMES.index(box.label.value) + 1,
                    "bbox": [box.x0 * image.width, box.y0 * image.height, wide, high],
                    "area": wide * high,
                    "iscrowd": 0,
                }
            )
    return {
        "info": {"digest": digest_of([image.member for image in images])},
        "categories": [{"id": number, "name": name} for number, name in enumerate(CLASS_NAMES, 1)],
        "images": [
            {
                "id": number,
                "file_name": image.file_name,
                "width": image.width,
                "height": image.height,
                "photo": image.row.photo_id,
                "split": image.side,
                "store": image.row.store_id,
                "revision": image.row.number,
                "corrected_by": image.row.corrected_by,
                "corrected_at": image.row.corrected_at,
                "model_version": image.row.model_version,
            }
            for number, image in enumerate(images, 1)
        ],
        "annotations": annotations,
    }
