"""Reads the label sets that Storewalk exports: a ZIP of veiled photos with YOLO's text files and COCO's JSON.

Its ``manifest.json`` says place by place what each photo is for. That is decided at the export and only read here, so
that what one set lets a model train on judges no later one.
"""

from __future__ import annotations

import re
from enum import StrEnum
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
    from collections.abc import Mapping
    from pathlib import Path

PICTURE = re.compile(r"images/([A-Za-z0-9-]{1,64})\.(?:webp|jpg|png)")
MOST_BYTES = 32 * 1024 * 1024  # of one picture; a damaged archive may claim any size


class LabelsUnusable(Exception):
    """A file is no export of labels; the text names the file, what is wrong in it and what to do."""


class Side(StrEnum):
    """What a photo is for: to train on, to fit curves and thresholds on, or to judge by."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"


class LabelledPicture(msgspec.Struct, frozen=True):
    """A corrected photo: its file, what it is for, and every product and gap in it."""

    photo: str
    side: Side
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

    def on(self, side: Side) -> list[LabelledPicture]:
        """Return the pictures of a side."""
        return [picture for picture in self.pictures if picture.side is side]


class _Place(msgspec.Struct):
    side: Side
    photos: list[str]


class _Manifest(msgspec.Struct):
    places: list[_Place]


class _Image(msgspec.Struct):
    id: int
    file_name: str
    width: int
    height: int
    photo: str


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
            sides = _sides(files)
            images = sorted(coco.images, key=lambda each: each.photo)
            pictures = [_picture(files, coco, image, sides) for image in images]
    except (BadZipFile, KeyError, ValueError) as error:
        message = f"{path} is no export of labels ({error}): ask for one on the console's page of labels"
        raise LabelsUnusable(message) from error
    if not pictures:
        raise LabelsUnusable(f"{path} holds no corrected photo")
    seen = sha256()
    for picture in pictures:
        seen.update(msgspec.json.encode([picture.photo, picture.side, picture.boxes]))
        seen.update(sha256(picture.data).digest())
    return LabelSet(seen.hexdigest(), tuple(pictures))


def _sides(files: ZipFile) -> dict[str, Side]:
    """Return the side of each photo. Raises KeyError and ValueError."""
    manifest = msgspec.json.decode(files.read("manifest.json"), type=_Manifest)
    sides: dict[str, Side] = {}
    for place in manifest.places:
        for photo in place.photos:
            if sides.setdefault(photo, place.side) is not place.side:
                raise ValueError(f"{photo} is for {sides[photo]} and for {place.side}")
    return sides


def _picture(files: ZipFile, coco: _Coco, image: _Image, sides: Mapping[str, Side]) -> LabelledPicture:
    """Read one picture with its boxes. Raises KeyError and ValueError."""
    if image.photo not in sides:
        raise ValueError(f"manifest.json does not say what {image.photo} is for")
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
    return LabelledPicture(image.photo, sides[image.photo], suffix, files.read(image.file_name), boxes)
