"""Labels of real photos that were looked at one by one, kept by the photo's hash: the photos are not published."""

from __future__ import annotations

import hashlib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta, Struct

from shelfvision.data.photos import CLASS_NAMES, Label, LabelledBox, LabelledPhoto

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = Path(str(resources.files("shelfvision.data"))) / "corrected"
DIGITS = 4  # of a fraction: a twentieth of a pixel of a photo 500 wide

Fraction = Annotated[float, Meta(ge=0, le=1)]


class CorrectedBox(Struct, frozen=True, array_like=True):
    """A box whose corners are fractions of the photo's width (x) and height (y)."""

    label: Label
    x0: Fraction
    y0: Fraction
    x1: Fraction
    y1: Fraction

    def __post_init__(self) -> None:
        """Refuse a box without area. Raises ValueError."""
        if self.x0 >= self.x1 or self.y0 >= self.y1:
            message = f"a {self.label} from {self.x0}, {self.y0} to {self.x1}, {self.y1} has no area"
            raise ValueError(message)


class CorrectedPhoto(Struct, frozen=True, forbid_unknown_fields=True):
    """All facings and gaps of one photo.

    ``drafted_by`` is the version of the model whose boxes were corrected, ``checked_by`` says who looked at the photo
    and how; the size is in pixels as the file stores them.
    """

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    width: Annotated[int, Meta(gt=0)]
    height: Annotated[int, Meta(gt=0)]
    drafted_by: str
    checked_by: str
    note: str
    boxes: tuple[CorrectedBox, ...]


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def label_file(folder: Path, sha256: str) -> Path:
    """Return where the labels of a photo lie."""
    return folder / f"{sha256[:16]}.json"


def read_label_file(path: Path) -> CorrectedPhoto:
    """Read one photo's labels. Raises msgspec.ValidationError where the file breaks the format."""
    return msgspec.json.decode(path.read_bytes(), type=CorrectedPhoto)


def write_label_file(folder: Path, photo: CorrectedPhoto) -> Path:
    """Write one photo's labels, a box a line; return the file."""
    path = label_file(folder, photo.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(photo, boxes=())), indent=1)
    boxes = b",\n  ".join(msgspec.json.encode(box) for box in photo.boxes)
    path.write_bytes(head.replace(b'"boxes": []', b'"boxes": [\n  ' + boxes + b"\n ]") + b"\n")
    return path


def corrected_photos(shelf: Path, folder: Path = FOLDER) -> list[LabelledPhoto]:
    """Return the labelled photos that lie in the data folder, found by their hash, ordered by it."""
    labels = {photo.sha256: photo for photo in map(read_label_file, sorted(folder.glob("*.json")))}
    files = {hash_of(path): path for path in sorted(shelf.glob("*/*/images/*.jpg"))} if labels else {}
    return [
        LabelledPhoto(files[sha256], labelled(photo.boxes), CLASS_NAMES)
        for sha256, photo in sorted(labels.items())
        if sha256 in files
    ]


def labelled(boxes: Iterable[CorrectedBox]) -> tuple[LabelledBox, ...]:
    """Turn boxes of a label file into those of a labelled photo."""
    return tuple(LabelledBox(box.label, box.x0, box.y0, box.x1, box.y1) for box in boxes)
