"""Reads the label sets that Storewalk exports: a ZIP of veiled photos with YOLO's text files and COCO's JSON."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

import msgspec
import numpy as np
from PIL import Image

from shelfvision.data.photos import CLASS_NAMES, Label, LabelledBox
from shelfvision.evaluation.photos import Example, corners

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = re.compile(r"images/([A-Za-z0-9-]{1,64})\.(?:webp|jpg|png)")
MOST_BYTES = 32 * 1024 * 1024  # of one picture; a damaged archive may claim any size


class LabelsUnusable(Exception):
    """A file is no export of labels; the text names the file, what is wrong in it and what to do."""


class LabelledPicture(msgspec.Struct, frozen=True):
    """A corrected photo: its file, where it was taken, and every product and gap in it."""

    photo: str
    store: str
    suffix: str
    data: bytes
    boxes: tuple[LabelledBox, ...]

    def example(self) -> Example:
        """Return it as the evaluation takes it."""
        with Image.open(BytesIO(self.data)) as picture:
            image = np.asarray(picture.convert("RGB"))
        return Example(image, {label: corners(self.boxes, label) for label in CLASS_NAMES})


class LabelSet(msgspec.Struct, frozen=True):
    """The pictures of an export in the order of their ids; the digest tells one set from another."""

    digest: str
    pictures: tuple[LabelledPicture, ...]


class _Image(msgspec.Struct):
    id: int
    file_name: str
    width: int
    height: int
    photo: str
    store: str


class _Annotation(msgspec.Struct):
    image_id: int
    category_id: int
    bbox: tuple[float, float, float, float]


class _Category(msgspec.Struct):
    id: int
    name: Label


class _Coco(msgspec.Struct):
    images: list[_Image]
    annotations: list[_Annotation]
    categories: list[_Category]


def read_labels(path: Path) -> LabelSet:
    """Read an export. Raises LabelsUnusable, and OSError where the file cannot be read."""
    try:
        with ZipFile(path) as files:
            coco = msgspec.json.decode(files.read("annotations.json"), type=_Coco)
            pictures = [_picture(files, coco, image) for image in sorted(coco.images, key=lambda each: each.photo)]
    except (BadZipFile, KeyError, ValueError) as error:
        message = f"{path} is no export of labels ({error}): ask for one on the console's page of labels"
        raise LabelsUnusable(message) from error
    if not pictures:
        raise LabelsUnusable(f"{path} holds no corrected photo")
    seen = sha256()
    for picture in pictures:
        seen.update(msgspec.json.encode([picture.photo, picture.store, picture.boxes]))
        seen.update(sha256(picture.data).digest())
    return LabelSet(seen.hexdigest(), tuple(pictures))


def _picture(files: ZipFile, coco: _Coco, image: _Image) -> LabelledPicture:
    """Read one picture with its boxes. Raises KeyError and ValueError."""
    if PICTURE.fullmatch(image.file_name) is None:
        raise ValueError(f"{image.file_name} is no name of a picture")
    if files.getinfo(image.file_name).file_size > MOST_BYTES:
        raise ValueError(f"{image.file_name} is over {MOST_BYTES >> 20} MiB")
    names: dict[int, Label] = {category.id: category.name for category in coco.categories}
    boxes = tuple(
        LabelledBox(
            names[each.category_id],
            x / image.width,
            y / image.height,
            (x + wide) / image.width,
            (y + high) / image.height,
        )
        for each in coco.annotations
        if each.image_id == image.id
        for x, y, wide, high in [each.bbox]
    )
    suffix = image.file_name.rpartition(".")[2]
    return LabelledPicture(image.photo, image.store, suffix, files.read(image.file_name), boxes)
